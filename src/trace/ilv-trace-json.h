/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-text-sink.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

/* Writes the traces of the sides of those @names in Chrome's trace-event format, see docs/formats.md. Units of
 * work are spans and flows. */
void ilv_trace_json_write (IlvTrace *const *sides, const char *const *names, guint n_sides, IlvTextSink *sink);

G_END_DECLS
