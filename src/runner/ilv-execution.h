/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <stdatomic.h>

#include "ilv-recorder.h"
#include "ilv-strategy.h"
#include "ilv-workload.h"
#include "ilv-worker.h"
#include "ilv-world.h"

G_BEGIN_DECLS

typedef struct _IlvExecution IlvExecution;

/**
 * IlvExecutionFuncs:
 * @begin: carries the run's own thread: starts the tasks that start at once, or runs them all
 * @start: gives a task that may begin to whoever is to run it
 * @wake: a task that waited may go on; called with the execution locked, so it must not call back
 * @stop: everything that sleeps must look at ilv_execution_get_stop(); likewise locked
 *
 * What a strategy does in its own way. Each may be %NULL where a strategy has no use for it.
 */
typedef struct
{
  void (*begin) (IlvExecution *execution, gpointer data);
  void (*start) (IlvExecution *execution, guint task, gpointer data);
  void (*wake) (IlvExecution *execution, guint task, gpointer data);
  void (*stop) (IlvExecution *execution, gpointer data);
} IlvExecutionFuncs;

/**
 * IlvExecution:
 *
 * What all real runners share: who holds which lock, who waits for whom, what may start,
 * cancelling, and noticing that nothing can go on.
 *
 * It decides and tells; executing and recording are the runners'. From any thread. A run is over
 * when the last hold on it is released: the run's own thread holds it, and so does everything that
 * executes a task.
 */

/**
 * IlvExecutionSettings:
 * @strategy: how it is run
 * @n_processors: how many processors may be used
 * @n_workers: how many tasks can be in execution at once
 * @one_by_one: whether a task that is not spawned starts only when the one before it has ended, or
 *   when another awaits it
 * @stops_io: whether the strategy itself calls ilv_execution_stop_io() when the run is stopped
 * @world: (nullable): what steps of input and output wait for; must be open
 */
typedef struct
{
  IlvStrategy strategy;
  guint n_processors;
  guint n_workers;
  gboolean one_by_one;
  gboolean stops_io;
  IlvWorld *world;
} IlvExecutionSettings;

/* Begins a run in a thread of its own, with the machine calibrated and the clock started. Answers
 * @result (transfer full) when it is over: with an #IlvTrace, or %G_IO_ERROR_CANCELLED. */
void ilv_execution_launch (GTask *result,
                           IlvWorkload *workload,
                           IlvRecorder *recorder,
                           const IlvExecutionSettings *settings,
                           const IlvExecutionFuncs *funcs,
                           gpointer data,
                           GDestroyNotify destroy);

void ilv_execution_hold (IlvExecution *self);
void ilv_execution_release (IlvExecution *self);

IlvWorkload *ilv_execution_get_workload (IlvExecution *self);
IlvRecorder *ilv_execution_get_recorder (IlvExecution *self);

/* Not 0 when everything has to end at once; to be read in every quantum. */
atomic_int *ilv_execution_get_stop (IlvExecution *self);
gboolean ilv_execution_is_stopped (IlvExecution *self);

/* Whether every task has ended. */
gboolean ilv_execution_is_finished (IlvExecution *self);

/* Calls the strategy's start for each task that is not spawned by another; one by one, for the
 * first. */
void ilv_execution_start_tasks (IlvExecution *self);

/* Says that a task that was given to be run is now in execution. */
void ilv_execution_begin_task (IlvExecution *self, guint task);

/* Begins @target in the place of @task, which waits for its end. */
void ilv_execution_call_task (IlvExecution *self, guint task, guint target);

/* Ends a task: notes it, wakes everybody who awaits it. */
void ilv_execution_end_task (IlvExecution *self, IlvWorker *worker, guint task);

/* Ends a task that cannot go on, because of @reason (translated): notes it, gives its locks back,
 * and ends the tasks that it would have spawned. Whoever awaits one of them has to look whether it
 * has failed. */
void ilv_execution_fail_task (
  IlvExecution *self, IlvWorker *worker, guint task, guint step, const char *reason);

/* (transfer full) (nullable): after @target was awaited, why whoever awaited it fails, too; %NULL
 * if it did not fail. */
char *ilv_execution_dup_failure (IlvExecution *self, guint target);

/* Spawns @target for @task, noting it. */
void ilv_execution_spawn (IlvExecution *self, IlvWorker *worker, guint task, guint target);

/* Takes the lock for @task, or, if it is held by another task, queues up: then @holder is set and
 * %FALSE returned; the task is woken when the lock is its own. */
gboolean ilv_execution_lock (IlvExecution *self, guint task, guint lock, guint *holder);

/* Gives the lock to the first that waits for it, noting it. */
void ilv_execution_unlock (IlvExecution *self, IlvWorker *worker, guint task, guint lock);

/* Whether @target has ended; if not, @task is woken when it has. */
gboolean ilv_execution_await (IlvExecution *self, guint task, guint target);

/* (transfer full): does the step of input or output and sleeps meanwhile; ends soon when the run is
 * stopped. */
char *ilv_execution_perform (IlvExecution *self, const IlvStep *step, GError **error);

/* The same without sleeping; ends with ilv_execution_perform_finish(). */
void ilv_execution_perform_async (IlvExecution *self,
                                  const IlvStep *step,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *ilv_execution_perform_finish (IlvExecution *self, GAsyncResult *result, GError **error);

/* Cancels all steps of input and output that are under way. A loop does that in its own thread:
 * GLib 2.74 loses a source that is done with while another thread is still cancelling. */
void ilv_execution_stop_io (IlvExecution *self);

/* The counter that all tasks share; to be read and written without any order. */
atomic_int_least64_t *ilv_execution_get_counter (IlvExecution *self);

/* Says that a task has added 1 to the counter @n times. */
void ilv_execution_count_additions (IlvExecution *self, guint64 n);

/* Whether @task could begin and has not. */
gboolean ilv_execution_is_queued (IlvExecution *self, guint task);

/* For strategies whose tasks sleep in threads: sleeps until the task no longer waits for a lock or
 * a task, and until @deadline_us (g_get_monotonic_time(); -1 for none) has passed. %FALSE if the
 * run was stopped meanwhile. */
gboolean ilv_execution_sleep (IlvExecution *self, guint task, gint64 deadline_us);

/* Wakes a thread that sleeps in ilv_execution_sleep(): the wake and stop of such strategies. */
void ilv_execution_wake_sleeper (IlvExecution *self, guint task, gpointer data);
void ilv_execution_wake_sleepers (IlvExecution *self, gpointer data);

G_END_DECLS
