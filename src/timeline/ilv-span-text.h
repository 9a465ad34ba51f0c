/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/* What there is to say of one span, translated. All return (transfer full) text. */

/* Some lines of Pango markup, for the label beside the pointer. */
char *ilv_span_text_to_markup (IlvTrace *trace, const IlvSpan *span);

/* One sentence, to be spoken. */
char *ilv_span_text_to_sentence (IlvTrace *trace, const IlvSpan *span);

/* (nullable): the name of the worker; %NULL if there is none. Owned by the trace. */
const char *ilv_span_text_get_worker (IlvTrace *trace, const IlvSpan *span);

/* (nullable): "Core 0". */
char *ilv_span_text_format_processor (const IlvSpan *span);

G_END_DECLS
