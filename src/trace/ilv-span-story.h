/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/**
 * ilv_span_story_tell:
 * @trace: a trace
 * @span: one of its spans
 *
 * Why a task was running then, or why it was not: "B was ready, but until 12.400 ms Core 0 was busy with A."
 * What the trace does not hold (a foreign trace knows no processors) is said to be unknown, never guessed.
 *
 * Looks at no more than a few thousand spans around @span, so that a large trace may be asked in the main
 * thread. From any thread.
 *
 * Returns: (transfer full): one or two sentences, translated
 */
char *ilv_span_story_tell (IlvTrace *trace, const IlvSpan *span);

G_END_DECLS
