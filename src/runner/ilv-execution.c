/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-execution.h"

#include <glib/gi18n-lib.h>

#include "ilv-stall.h"
#include "ilv-work.h"

/* How long a stall is looked at before the run is ended: it is real, so it can be shown. */
#define STALL_SHOWN_MS 100

typedef enum
{
  STOP_NONE,
  STOP_CANCELLED,
  STOP_STALLED,
} Stop;

typedef enum
{
  PHASE_PENDING, /* to be spawned */
  PHASE_HELD,    /* one by one: its turn has not come */
  PHASE_QUEUED,  /* may begin, nobody has taken it yet */
  PHASE_ACTIVE,  /* in execution */
  PHASE_ENDED,
} Phase;

typedef struct
{
  Phase phase;
  gboolean failed;
  gboolean waiting; /* for a lock or a task */
  IlvStallWait wait;
  GCond cond;
} TaskState;

typedef struct
{
  int holder;    /* or -1 */
  GQueue queue;  /* of GUINT_TO_POINTER (task) */
} LockState;

struct _IlvExecution
{
  gatomicrefcount ref_count;
  gatomicrefcount holds;

  GTask *result;
  IlvWorkload *workload;
  IlvRecorder *recorder;
  gulong cancelled_handler;
  const IlvExecutionFuncs *funcs;
  gpointer data;
  GDestroyNotify destroy;
  guint n_workers;
  gboolean one_by_one;
  gboolean stops_io;
  IlvWorld *world;          /* or NULL */
  GCancellable *io_stopped; /* cancelled when the run is stopped */
  atomic_int stop;
  atomic_int_least64_t counter;
  atomic_int_least64_t n_additions;
  atomic_bool adds; /* whether any task added to the counter */

  GMutex mutex; /* for all that follows */
  TaskState *tasks;
  LockState *locks;
  guint n_unfinished;
  guint n_queued;
  guint n_active;
  guint n_waiting;
  GSource *stall_source;
  char *verdict;
  gint64 stopped_ns;
  guint turn; /* one by one: the task whose end the next one waits for */
};

static void
ilv_execution_free (IlvExecution *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    g_cond_clear (&self->tasks[i].cond);
  for (guint i = 0; i < ilv_workload_get_n_locks (self->workload); i++)
    g_queue_clear (&self->locks[i].queue);
  g_free (self->tasks);
  g_free (self->locks);
  g_free (self->verdict);
  g_mutex_clear (&self->mutex);
  g_object_unref (self->workload);
  g_object_unref (self->recorder);
  g_clear_object (&self->result);
  g_clear_object (&self->world);
  g_object_unref (self->io_stopped);
  g_free (self);
}

IlvExecution *
ilv_execution_ref (IlvExecution *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
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

/* The waits of all tasks. A lock may have changed hands since the wait for it began. */
static char *
describe_stall (IlvExecution *self)
{
  g_autoptr (GArray) waits = g_array_new (FALSE, FALSE, sizeof (IlvStallWait));

  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    {
      IlvStallWait wait = { .task = i, .kind = ILV_STALL_WORKER, .peer = -1 };

      if (self->tasks[i].waiting)
        wait = self->tasks[i].wait;
      else if (self->tasks[i].phase != PHASE_QUEUED)
        continue;
      if (wait.kind == ILV_STALL_LOCK)
        wait.peer = self->locks[wait.target].holder;
      g_array_append_val (waits, wait);
    }
  return ilv_stall_describe (self->workload, (IlvStallWait *) (void *) waits->data, waits->len);
}

/* Nothing can go on when no task in execution can, and no other can begin. Sleeping for a time counts
 * as going on. */
static void
check_stall (IlvExecution *self)
{
  gboolean can_go_on = self->n_active > self->n_waiting;
  gboolean can_begin = self->n_queued > 0 && self->n_active < self->n_workers;

  if (can_go_on || can_begin || self->n_unfinished == 0 || self->stall_source != NULL)
    return;
  self->verdict = describe_stall (self);
  self->stall_source = g_timeout_source_new (STALL_SHOWN_MS);
  g_source_set_callback (self->stall_source, on_stall_shown, ilv_execution_ref (self),
                         (GDestroyNotify) ilv_execution_unref);
  g_source_attach (self->stall_source, g_task_get_context (self->result));
}

static void
wait_for (IlvExecution *self, guint task, IlvStallKind kind, guint target, int peer)
{
  self->tasks[task].waiting = TRUE;
  self->tasks[task].wait
    = (IlvStallWait){ .task = task, .kind = kind, .target = target, .peer = peer };
  self->n_waiting++;
  check_stall (self);
}

static void
end_wait (IlvExecution *self, guint task)
{
  self->tasks[task].waiting = FALSE;
  self->n_waiting--;
  self->funcs->wake (self, task, self->data);
}

static void
queue_locked (IlvExecution *self, guint task)
{
  self->tasks[task].phase = PHASE_QUEUED;
  self->n_queued++;
}

static void
queue_task (IlvExecution *self, guint task)
{
  g_mutex_lock (&self->mutex);
  queue_locked (self, task);
  g_mutex_unlock (&self->mutex);
}

/* One by one: the next task's turn has come. Nothing is held back where all start at once. */
static void
start_next_locked (IlvExecution *self)
{
  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    if (self->tasks[i].phase == PHASE_HELD)
      {
        self->turn = i;
        queue_locked (self, i);
        self->funcs->start (self, i, self->data);
        return;
      }
}

/* The coordinator's notes are written here, before anything else runs, and nowhere else. */
static void
note_ready_tasks (IlvExecution *self, gint64 now_ns)
{
  IlvRecordBuffer *coordinator = ilv_recorder_get_coordinator (self->recorder);

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
      if (self->one_by_one)
        self->tasks[i].phase = PHASE_HELD;
      else
        queue_task (self, i);
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
  self->n_unfinished = ilv_workload_get_n_tasks (workload);
  self->tasks = g_new0 (TaskState, self->n_unfinished);
  self->locks = g_new0 (LockState, ilv_workload_get_n_locks (workload));
  for (guint i = 0; i < self->n_unfinished; i++)
    g_cond_init (&self->tasks[i].cond);
  for (guint i = 0; i < ilv_workload_get_n_locks (workload); i++)
    {
      self->locks[i].holder = -1;
      g_queue_init (&self->locks[i].queue);
    }

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
  if (self->n_unfinished > 0)
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

  return self->n_unfinished == 0;
}

void
ilv_execution_start_tasks (IlvExecution *self)
{
  if (self->one_by_one)
    {
      g_mutex_lock (&self->mutex);
      start_next_locked (self);
      g_mutex_unlock (&self->mutex);
      return;
    }
  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    if (!ilv_workload_is_spawned (self->workload, i))
      self->funcs->start (self, i, self->data);
}

static void
begin_locked (IlvExecution *self, guint task)
{
  self->tasks[task].phase = PHASE_ACTIVE;
  self->n_queued--;
  self->n_active++;
}

void
ilv_execution_begin_task (IlvExecution *self, guint task)
{
  g_mutex_lock (&self->mutex);
  begin_locked (self, task);
  g_mutex_unlock (&self->mutex);
}

void
ilv_execution_call_task (IlvExecution *self, guint task, guint target)
{
  g_mutex_lock (&self->mutex);
  begin_locked (self, target);
  wait_for (self, task, ILV_STALL_TASK, target, target);
  g_mutex_unlock (&self->mutex);
}

static void
end_locked (IlvExecution *self, IlvWorker *worker, guint task)
{
  self->tasks[task].phase = PHASE_ENDED;
  self->n_unfinished--;
  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    if (self->tasks[i].waiting && self->tasks[i].wait.kind == ILV_STALL_TASK
        && self->tasks[i].wait.target == task)
      {
        ilv_worker_add_flow (worker, ILV_FLOW_AWAITED, task, i);
        end_wait (self, i);
      }
}

static void
end_active_locked (IlvExecution *self, IlvWorker *worker, guint task)
{
  self->n_active--;
  end_locked (self, worker, task);
  if (self->one_by_one && self->turn == task)
    start_next_locked (self);
  check_stall (self);
}

void
ilv_execution_end_task (IlvExecution *self, IlvWorker *worker, guint task)
{
  ilv_worker_set_state (worker, task, ILV_STATE_ENDED, ILV_NO_STEP, ILV_NO_PEER);

  g_mutex_lock (&self->mutex);
  end_active_locked (self, worker, task);
  g_mutex_unlock (&self->mutex);
}

static void
unlock_locked (IlvExecution *self, IlvWorker *worker, guint task, guint lock)
{
  LockState *state = &self->locks[lock];

  if (g_queue_is_empty (&state->queue))
    {
      state->holder = -1;
      return;
    }
  state->holder = GPOINTER_TO_UINT (g_queue_pop_head (&state->queue));
  ilv_worker_add_flow (worker, ILV_FLOW_LOCK, task, state->holder);
  end_wait (self, state->holder);
}

/* Nobody will ever start the tasks that @task had to spawn after @step. */
static void
abandon_locked (IlvExecution *self, IlvWorker *worker, guint task, guint first_step)
{
  for (guint i = first_step; i < ilv_workload_get_n_steps (self->workload, task); i++)
    {
      const IlvStep *step = ilv_workload_get_step (self->workload, task, i);
      g_autofree char *reason = NULL;

      if (step->kind != ILV_STEP_SPAWN)
        continue;
      /* Translators: %s is the name of a task. */
      reason = g_strdup_printf (_ ("Did not start, because “%s” failed"),
                                ilv_workload_get_task_name (self->workload, task));
      ilv_recorder_add_result (self->recorder, step->target, ILV_NO_STEP, ILV_RESULT_FAILURE,
                               reason, NULL);
      self->tasks[step->target].failed = TRUE;
      abandon_locked (self, worker, step->target, 0);
      end_locked (self, worker, step->target);
    }
}

void
ilv_execution_fail_task (
  IlvExecution *self, IlvWorker *worker, guint task, guint step, const char *reason)
{
  ilv_recorder_add_result (self->recorder, task, step, ILV_RESULT_FAILURE, reason, NULL);
  ilv_worker_set_state (worker, task, ILV_STATE_ENDED, ILV_NO_STEP, ILV_NO_PEER);

  g_mutex_lock (&self->mutex);
  self->tasks[task].failed = TRUE;
  for (guint i = 0; i < ilv_workload_get_n_locks (self->workload); i++)
    if (self->locks[i].holder == (int) task)
      unlock_locked (self, worker, task, i);
  abandon_locked (self, worker, task, step);
  end_active_locked (self, worker, task);
  g_mutex_unlock (&self->mutex);
}

char *
ilv_execution_dup_failure (IlvExecution *self, guint target)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (!self->tasks[target].failed)
    return NULL;
  /* Translators: why a task failed; %s is the name of another task, which it awaited. */
  return g_strdup_printf (_ ("Could not go on, because “%s” failed"),
                          ilv_workload_get_task_name (self->workload, target));
}

void
ilv_execution_spawn (IlvExecution *self, IlvWorker *worker, guint task, guint target)
{
  queue_task (self, target);
  ilv_worker_set_unheld_state (worker, target, ILV_STATE_READY, ILV_NO_STEP, ILV_NO_PEER);
  ilv_worker_add_flow (worker, ILV_FLOW_SPAWNED, task, target);
  self->funcs->start (self, target, self->data);
}

gboolean
ilv_execution_lock (IlvExecution *self, guint task, guint lock, guint *holder)
{
  LockState *state = &self->locks[lock];
  gboolean taken;

  g_mutex_lock (&self->mutex);
  taken = state->holder < 0;
  if (taken)
    {
      state->holder = task;
    }
  else
    {
      *holder = state->holder;
      g_queue_push_tail (&state->queue, GUINT_TO_POINTER (task));
      wait_for (self, task, ILV_STALL_LOCK, lock, state->holder);
    }
  g_mutex_unlock (&self->mutex);
  return taken;
}

void
ilv_execution_unlock (IlvExecution *self, IlvWorker *worker, guint task, guint lock)
{
  g_mutex_lock (&self->mutex);
  unlock_locked (self, worker, task, lock);
  g_mutex_unlock (&self->mutex);
}

gboolean
ilv_execution_await (IlvExecution *self, guint task, guint target)
{
  gboolean ended;

  g_mutex_lock (&self->mutex);
  ended = self->tasks[target].phase == PHASE_ENDED;
  /* One by one: awaiting a task that has not begun begins it, as calling a coroutine does. */
  if (self->tasks[target].phase == PHASE_HELD)
    {
      queue_locked (self, target);
      self->funcs->start (self, target, self->data);
    }
  if (!ended)
    wait_for (self, task, ILV_STALL_TASK, target, target);
  g_mutex_unlock (&self->mutex);
  return ended;
}

static gboolean
check_world (IlvExecution *self, GError **error)
{
  if (self->world != NULL)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED,
                       _ ("This run has no server, no files, no database and no person to wait for"));
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

gboolean
ilv_execution_is_queued (IlvExecution *self, guint task)
{
  gboolean queued;

  g_mutex_lock (&self->mutex);
  queued = self->tasks[task].phase == PHASE_QUEUED;
  g_mutex_unlock (&self->mutex);
  return queued;
}

gboolean
ilv_execution_sleep (IlvExecution *self, guint task, gint64 deadline_us)
{
  TaskState *state = &self->tasks[task];
  gboolean in_time = deadline_us >= 0;

  g_mutex_lock (&self->mutex);
  while ((state->waiting || in_time) && !ilv_execution_is_stopped (self))
    {
      if (deadline_us < 0)
        g_cond_wait (&state->cond, &self->mutex);
      else
        in_time = g_cond_wait_until (&state->cond, &self->mutex, deadline_us);
    }
  g_mutex_unlock (&self->mutex);
  return !ilv_execution_is_stopped (self);
}

void
ilv_execution_wake_sleeper (IlvExecution *self, guint task, gpointer data G_GNUC_UNUSED)
{
  g_cond_signal (&self->tasks[task].cond);
}

void
ilv_execution_wake_sleepers (IlvExecution *self, gpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    g_cond_signal (&self->tasks[i].cond);
}
