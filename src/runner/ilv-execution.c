/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-execution-private.h"

#include <glib/gi18n-lib.h>

#include "ilv-work.h"

/* How long a stall is looked at before the run is ended: it is real, so it can be shown. */
#define STALL_SHOWN_MS 100

typedef enum
{
  STOP_NONE,
  STOP_CANCELLED,
  STOP_STALLED,
} Stop;

static void
ilv_execution_free (IlvExecution *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    g_cond_clear (&self->sleepers[i]);
  g_free (self->sleepers);
  g_array_unref (self->woken);
  ilv_task_table_free (self->tasks);
  ilv_lock_table_free (self->locks);
  g_free (self->verdict);
  g_mutex_clear (&self->mutex);
  g_object_unref (self->workload);
  g_object_unref (self->recorder);
  g_clear_object (&self->result);
  g_clear_object (&self->world);
  g_object_unref (self->io_stopped);
  g_free (self);
}

static IlvExecution *
ilv_execution_ref (IlvExecution *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
ilv_execution_unref (IlvExecution *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    ilv_execution_free (self);
}

static void
stop_locked (IlvExecution *self, Stop reason)
{
  int none = STOP_NONE;

  if (!atomic_compare_exchange_strong (&self->stop, &none, reason))
    return;
  self->stopped_ns = ilv_clock_now_ns ();
  if (self->funcs->stop != NULL)
    self->funcs->stop (self, self->data);
}

static void
stop_run (IlvExecution *self, Stop reason)
{
  g_mutex_lock (&self->mutex);
  stop_locked (self, reason);
  g_mutex_unlock (&self->mutex);
  /* Not locked: who is told may do what he likes. */
  if (!self->stops_io)
    ilv_execution_stop_io (self);
}

static void
on_cancelled (GCancellable *cancellable G_GNUC_UNUSED, IlvExecution *self)
{
  stop_run (self, STOP_CANCELLED);
}

static gboolean
on_stall_shown (gpointer data)
{
  stop_run (data, STOP_STALLED);
  return G_SOURCE_REMOVE;
}

void
ilv_execution_set_stalled (IlvExecution *self, char *verdict)
{
  self->verdict = verdict;
  self->stall_source = g_timeout_source_new (STALL_SHOWN_MS);
  g_source_set_callback (self->stall_source, on_stall_shown, ilv_execution_ref (self),
                         (GDestroyNotify) ilv_execution_unref);
  g_source_attach (self->stall_source, g_task_get_context (self->result));
}

/* The coordinator's notes are written here, before anything else runs, and nowhere else. */
static void
note_ready_tasks (IlvExecution *self, gint64 now_ns)
{
  IlvRecordBuffer *coordinator = ilv_recorder_get_coordinator (self->recorder);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    {
      IlvRecord record = {
        .time_ns = now_ns,
        .task = i,
        .processor = ILV_NO_PROCESSOR,
        .step = ILV_NO_STEP,
        .peer = ILV_NO_PEER,
        .state = ILV_STATE_READY,
        .kind = ILV_RECORD_STATE_UNHELD,
      };

      if (ilv_workload_is_spawned (self->workload, i))
        continue;
      ilv_task_table_set_phase (self->tasks, i,
                                self->one_by_one ? ILV_TASK_HELD : ILV_TASK_QUEUED);
      ilv_record_buffer_append (coordinator, &record);
    }
}

static gpointer
run_thread (gpointer data)
{
  IlvExecution *self = data;
  gint64 now_ns;

  ilv_work_calibrate ();
  now_ns = ilv_clock_now_ns ();
  ilv_recorder_set_clock_base (self->recorder, now_ns);
  note_ready_tasks (self, now_ns);
  self->funcs->begin (self, self->data);
  ilv_execution_release (self);
  return NULL;
}

static void
begin_recording (IlvExecution *self, IlvStrategy strategy, guint n_processors)
{
  IlvTraceInfo *info = ilv_trace_info_new (ilv_strategy_to_string (strategy), n_processors);

  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    ilv_trace_info_add_task (info, ilv_workload_get_task_name (self->workload, i),
                             ilv_workload_get_step_texts (self->workload, i));
  ilv_recorder_begin (self->recorder, info);
}

void
ilv_execution_launch (GTask *result,
                      IlvWorkload *workload,
                      IlvRecorder *recorder,
                      const IlvExecutionSettings *settings,
                      const IlvExecutionFuncs *funcs,
                      gpointer data,
                      GDestroyNotify destroy)
{
  IlvExecution *self = g_new0 (IlvExecution, 1);
  GCancellable *cancellable = g_task_get_cancellable (result);
  guint n_tasks = ilv_workload_get_n_tasks (workload);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_init (&self->holds);
  g_mutex_init (&self->mutex);
  self->result = result;
  self->workload = g_object_ref (workload);
  self->recorder = g_object_ref (recorder);
  self->funcs = funcs;
  self->data = data;
  self->destroy = destroy;
  self->n_workers = settings->n_workers;
  self->one_by_one = settings->one_by_one;
  self->stops_io = settings->stops_io;
  g_set_object (&self->world, settings->world);
  self->io_stopped = g_cancellable_new ();
  self->tasks = ilv_task_table_new (n_tasks);
  self->locks = ilv_lock_table_new (ilv_workload_get_n_locks (workload));
  self->sleepers = g_new0 (GCond, n_tasks);
  self->woken = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_tasks; i++)
    g_cond_init (&self->sleepers[i]);

  /* Our own handler ends the run within a quantum; the task must not answer before the workers have
   * stopped writing. */
  g_task_set_check_cancellable (result, FALSE);
  begin_recording (self, settings->strategy, settings->n_processors);
  if (cancellable != NULL)
    self->cancelled_handler
      = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), self, NULL);
  g_thread_unref (g_thread_new ("ilv-run", run_thread, self));
}

static void
complete (IlvExecution *self)
{
  g_autoptr (GTask) result = g_steal_pointer (&self->result);
  Stop reason = atomic_load (&self->stop);
  IlvTraceOutcome outcome = ILV_TRACE_OUTCOME_FINISHED;

  g_cancellable_disconnect (g_task_get_cancellable (result), self->cancelled_handler);
  if (self->stall_source != NULL)
    {
      g_source_destroy (self->stall_source);
      g_clear_pointer (&self->stall_source, g_source_unref);
    }

  if (self->adds)
    ilv_recorder_set_counter (self->recorder, atomic_load (&self->n_additions),
                              atomic_load (&self->counter));
  if (!ilv_task_table_is_finished (self->tasks))
    outcome = reason == STOP_STALLED ? ILV_TRACE_OUTCOME_STALLED : ILV_TRACE_OUTCOME_CANCELLED;
  ilv_recorder_end (self->recorder, outcome,
                    outcome == ILV_TRACE_OUTCOME_STALLED ? self->verdict : NULL,
                    reason == STOP_NONE ? ilv_clock_now_ns () : self->stopped_ns);

  if (outcome == ILV_TRACE_OUTCOME_CANCELLED)
    g_task_return_new_error (result, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The run was stopped");
  else
    g_task_return_pointer (result, ilv_recorder_snapshot (self->recorder), g_object_unref);
}

void
ilv_execution_hold (IlvExecution *self)
{
  g_atomic_ref_count_inc (&self->holds);
}

void
ilv_execution_release (IlvExecution *self)
{
  if (!g_atomic_ref_count_dec (&self->holds))
    return;
  complete (self);
  ilv_execution_unref (self);
}

IlvWorkload *
ilv_execution_get_workload (IlvExecution *self)
{
  return self->workload;
}

IlvRecorder *
ilv_execution_get_recorder (IlvExecution *self)
{
  return self->recorder;
}

atomic_int *
ilv_execution_get_stop (IlvExecution *self)
{
  return &self->stop;
}

gboolean
ilv_execution_is_stopped (IlvExecution *self)
{
  return atomic_load (&self->stop) != STOP_NONE;
}

gboolean
ilv_execution_is_finished (IlvExecution *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return ilv_task_table_is_finished (self->tasks);
}

static gboolean
check_world (IlvExecution *self, GError **error)
{
  if (self->world != NULL)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED,
                       _ ("This run has no server, no files, no database and no person to wait "
                          "for"));
  return FALSE;
}

char *
ilv_execution_perform (IlvExecution *self, const IlvStep *step, GError **error)
{
  if (!check_world (self, error))
    return NULL;
  return ilv_world_perform (self->world, step, self->io_stopped, error);
}

void
ilv_execution_perform_async (IlvExecution *self,
                             const IlvStep *step,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  if (check_world (self, &error))
    {
      ilv_world_perform_async (self->world, step, self->io_stopped, callback, user_data);
      return;
    }
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_return_error (task, error);
}

char *
ilv_execution_perform_finish (IlvExecution *self, GAsyncResult *result, GError **error)
{
  if (self->world == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);
  return ilv_world_perform_finish (self->world, result, error);
}

void
ilv_execution_stop_io (IlvExecution *self)
{
  g_cancellable_cancel (self->io_stopped);
}

atomic_int_least64_t *
ilv_execution_get_counter (IlvExecution *self)
{
  return &self->counter;
}

void
ilv_execution_count_additions (IlvExecution *self, guint64 n)
{
  atomic_fetch_add (&self->n_additions, n);
  atomic_store (&self->adds, TRUE);
}
