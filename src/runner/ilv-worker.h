/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <stdatomic.h>

#include "ilv-recorder.h"

G_BEGIN_DECLS

/**
 * IlvWorker:
 *
 * A thread that carries tasks out and notes what it does.
 *
 * Everything but ilv_worker_free() is called by that thread itself. A worker counts its CPU time
 * and context switches by the kernel's clocks from its creation, or from ilv_worker_enter(), until
 * ilv_worker_leave().
 */
typedef struct _IlvWorker IlvWorker;

/* Makes the calling thread a worker, pinned to @processor unless that is %ILV_NO_PROCESSOR. Where
 * the kernel refuses, it goes on unpinned and the trace's notes say so. */
IlvWorker *ilv_worker_new (IlvRecorder *recorder, const char *name, int processor);

void ilv_worker_free (IlvWorker *self);

/* Ends the thread's work for now: adds what the kernel counted to the run's sums and lets the
 * thread run on all processors again, since a pool may lend it to somebody else. */
void ilv_worker_leave (IlvWorker *self);

/* Takes work up again after ilv_worker_leave(). */
void ilv_worker_enter (IlvWorker *self);

/* From now on @task is in @state at @step; it holds this worker. While it is running, each call of
 * any function here notes it when the processor was taken away since the last one. */
void ilv_worker_set_state (IlvWorker *self, guint task, IlvState state, guint step, guint peer);

/* The same for a task that holds no worker meanwhile. */
void ilv_worker_set_unheld_state (IlvWorker *self,
                                  guint task,
                                  IlvState state,
                                  guint step,
                                  guint peer);

/* @task has been ready, without a worker, since the moment @since_ns in the past. */
void ilv_worker_set_ready_since (IlvWorker *self, guint task, guint step, gint64 since_ns);

/* From now on @task is running again after what its last state called waiting or blocked. By then
 * the kernel knows when its thread slept, and that is what remains noted of it: executing before it
 * fell asleep, ready from its being woken until it had a processor, executing since then. If it did
 * not sleep at all, it did not wait. */
void ilv_worker_resume (IlvWorker *self, guint task, guint step);

/* The same for a task that executes only while it has a lock that it gave back before it slept: it
 * is running from this moment on, at which it has it again, and was waiting or blocked since it
 * said so, whatever its thread did meanwhile. */
void ilv_worker_resume_now (IlvWorker *self, guint task, guint step);

/* Notes that @from_task let @to_task go on. */
void ilv_worker_add_flow (IlvWorker *self, IlvFlowKind kind, guint from_task, guint to_task);

/**
 * IlvWorkFunc:
 * @data: what is computed
 *
 * Computes one quantum; whether there is more to do.
 */
typedef gboolean (*IlvWorkFunc) (gpointer data);

/* Computes quanta for the task that is running, until there is no more to do, @max_quanta are
 * computed, or @stop is not 0. Whether there is more to do. */
gboolean ilv_worker_compute (IlvWorker *self,
                             IlvWorkFunc func,
                             gpointer data,
                             guint64 max_quanta,
                             atomic_int *stop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvWorker, ilv_worker_free)

G_END_DECLS
