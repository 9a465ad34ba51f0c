/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-span.h"

G_BEGIN_DECLS

/**
 * IlvSpanLog:
 *
 * Makes spans of changes of state in virtual time, which are given in the order of time.
 *
 * States without length leave no span, and what goes on unchanged after such a one is one span. In
 * the model the worker of a running task is its processor; no other state holds one.
 */
typedef struct _IlvSpanLog IlvSpanLog;

IlvSpanLog *ilv_span_log_new (guint n_tasks);
void ilv_span_log_free (IlvSpanLog *self);

/* From @time_ns on the task is in @state; %ILV_STATE_ENDED ends its last span. @processor counts
 * for a running task only. */
void ilv_span_log_set_state (IlvSpanLog *self,
                             gint64 time_ns,
                             guint task,
                             IlvState state,
                             int processor,
                             guint step,
                             guint peer);

/* Says anew whom a waiting task waits for, from the beginning of its present span. */
void ilv_span_log_set_peer (IlvSpanLog *self, guint task, guint peer);

/* Ends all present spans at @end_ns and marks them as open. */
void ilv_span_log_end (IlvSpanLog *self, gint64 end_ns);

/* (transfer full): the spans, in no order; the log is empty after that. */
GArray *ilv_span_log_steal_spans (IlvSpanLog *self);

/* The sum of all running spans that have ended. */
gint64 ilv_span_log_get_running_ns (IlvSpanLog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvSpanLog, ilv_span_log_free)

G_END_DECLS
