/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The model is asked for 1, 2, 4 … up to so many processors. */
#define ILV_SPEEDUP_MAX_MODEL 64

/**
 * IlvSpeedupPoint:
 * @processors: how many processors there were, P
 * @makespan_ns: from the start of the run to the end of its last task, T(P)
 * @speedup: T(1) / T(P)
 *
 * One run of the workload.
 */
typedef struct
{
  guint processors;
  gint64 makespan_ns;
  double speedup;
} IlvSpeedupPoint;

#define ILV_TYPE_SPEEDUP (ilv_speedup_get_type ())

/**
 * IlvSpeedup:
 *
 * How much sooner the same tasks end on more processors: by the model on up to
 * %ILV_SPEEDUP_MAX_MODEL, and measured with a thread pool on up to as many as this machine has.
 *
 * Signals: #IlvSpeedup::changed, whenever a point has come. For the thread whose main context is to
 * receive the answers.
 */
G_DECLARE_FINAL_TYPE (IlvSpeedup, ilv_speedup, ILV, SPEEDUP, GObject)

IlvSpeedup *ilv_speedup_new (void);

/* Computes what the model says of @n_tasks tasks of @work_ns each; not while a measurement goes on.
 * What is known from before is dropped. Takes time proportional to the tasks' work: a millisecond
 * or two for half a minute of it. */
void ilv_speedup_predict (IlvSpeedup *self, guint n_tasks, gint64 work_ns);

/* The same, and then runs them for real on one, two and more processors. */
void ilv_speedup_run_async (IlvSpeedup *self,
                            guint n_tasks,
                            gint64 work_ns,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean ilv_speedup_run_finish (IlvSpeedup *self, GAsyncResult *result, GError **error);

/* (transfer none) (element-type IlvSpeedupPoint): what is known so far, by rising processors. */
const GArray *ilv_speedup_get_modelled (IlvSpeedup *self);
const GArray *ilv_speedup_get_measured (IlvSpeedup *self);

/* How much of the work is done, 0 to 1. */
double ilv_speedup_get_progress (IlvSpeedup *self);

/* Whether other programs took so much of the processors that it should be measured again. */
gboolean ilv_speedup_is_disturbed (IlvSpeedup *self);

G_END_DECLS
