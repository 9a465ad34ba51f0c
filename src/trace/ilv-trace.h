/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "ilv-span.h"
#include "ilv-trace-info.h"

G_BEGIN_DECLS

#define ILV_TYPE_TRACE (ilv_trace_get_type ())

/**
 * IlvTrace:
 *
 * What happened in one run: immutable, and safe to read from any thread.
 *
 * Spans are sorted by their start, then by task. Of one task no two spans overlap.
 */
G_DECLARE_FINAL_TYPE (IlvTrace, ilv_trace, ILV, TRACE, GObject)

/* Takes the three arguments over: @spans of IlvSpan in any order, @flows of IlvFlow (nullable). */
IlvTrace *ilv_trace_new (IlvTraceInfo *info, GArray *spans, GArray *flows);

const IlvTraceInfo *ilv_trace_get_info (IlvTrace *self);
const IlvSpan *ilv_trace_get_spans (IlvTrace *self, gsize *n_spans);
const IlvFlow *ilv_trace_get_flows (IlvTrace *self, gsize *n_flows);

/* The end of the last span, in nanoseconds since the start of the run; 0 for an empty trace. */
gint64 ilv_trace_get_duration_ns (IlvTrace *self);

/* Whether the run still went on when this trace was taken. */
gboolean ilv_trace_is_live (IlvTrace *self);

/* The next or previous moment at which any span starts or ends; -1 if there is none. */
gint64 ilv_trace_get_next_event_ns (IlvTrace *self, gint64 after_ns);
gint64 ilv_trace_get_previous_event_ns (IlvTrace *self, gint64 before_ns);

/* The position of the first span from @position on that has a part in [@from_ns, @to_ns); the number of
 * spans if there is none. Stretches of the trace that are over by then are passed over. */
gsize ilv_trace_find_overlap (IlvTrace *self, gsize position, gint64 from_ns, gint64 to_ns);

/* The first span of @task that starts at @from_ns or later; %NULL if there is none among the next few
 * thousand spans. */
const IlvSpan *ilv_trace_find_next (IlvTrace *self, guint task, gint64 from_ns);

G_END_DECLS
