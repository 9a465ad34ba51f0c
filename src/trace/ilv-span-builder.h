/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-record-buffer.h"

G_BEGIN_DECLS

/**
 * IlvSpanBuilder:
 *
 * Turns records, given in the order of time, into spans and flows. A record ends what its task did
 * until then; one that changes nothing goes on with the span before it; spans without length are
 * dropped. For one thread.
 */
typedef struct _IlvSpanBuilder IlvSpanBuilder;

/* @clock_base_ns is the moment that the spans' times count from; what was before it is clipped. */
IlvSpanBuilder *ilv_span_builder_new (guint n_tasks, gint64 clock_base_ns);
void ilv_span_builder_free (IlvSpanBuilder *self);

/* @worker is the worker that the record's task holds from then on, or %ILV_NO_WORKER. */
void ilv_span_builder_add (IlvSpanBuilder *self, const IlvRecord *record, guint32 worker);

/* Ends what is open at @end_ns and marks it as open. A running task ends where its worker was last
 * seen executing, according to @alive_ns, which is indexed by worker. */
void ilv_span_builder_break (IlvSpanBuilder *self,
                             gint64 end_ns,
                             const gint64 *alive_ns,
                             guint n_workers);

/* Ends what is open at @end_ns. */
void ilv_span_builder_end (IlvSpanBuilder *self, gint64 end_ns);

/* (transfer full) (element-type IlvSpan): the spans, after the builder was broken off or ended. */
GArray *ilv_span_builder_steal_spans (IlvSpanBuilder *self);

/* (transfer full) (element-type IlvFlow): the flows. */
GArray *ilv_span_builder_steal_flows (IlvSpanBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvSpanBuilder, ilv_span_builder_free)

G_END_DECLS
