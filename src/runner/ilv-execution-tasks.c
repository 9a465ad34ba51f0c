/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-execution-private.h"

#include <glib/gi18n-lib.h>

/* The waits of all tasks. A lock may have changed hands since the wait for it began. */
static char *
describe_stall (IlvExecution *self)
{
  g_autoptr (GArray) waits = ilv_task_table_get_waits (self->tasks);

  for (guint i = 0; i < waits->len; i++)
    {
      IlvStallWait *wait = &g_array_index (waits, IlvStallWait, i);

      if (wait->kind == ILV_STALL_LOCK)
        wait->peer = ilv_lock_table_get_holder (self->locks, wait->target);
    }
  return ilv_stall_describe (self->workload, (IlvStallWait *) (void *) waits->data, waits->len);
}

static void
check_stall (IlvExecution *self)
{
  if (self->stall_source == NULL && ilv_task_table_is_stalled (self->tasks, self->n_workers))
    ilv_execution_set_stalled (self, describe_stall (self));
}

/* Unlocks the execution, and only then wakes the threads of those that may go on: who is woken
 * takes the processor from who woke it, and would find the execution locked and sleep once more. */
static void
unlock_and_wake (IlvExecution *self)
{
  g_autoptr (GArray) woken = NULL;

  if (self->woken->len > 0)
    {
      woken = self->woken;
      self->woken = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  g_mutex_unlock (&self->mutex);
  for (guint i = 0; woken != NULL && i < woken->len; i++)
    g_cond_signal (&self->sleepers[g_array_index (woken, guint, i)]);
}

static void
wait_for (IlvExecution *self, guint task, IlvStallKind kind, guint target, int peer)
{
  const IlvStallWait wait = { .task = task, .kind = kind, .target = target, .peer = peer };

  ilv_task_table_begin_wait (self->tasks, &wait);
  check_stall (self);
}

static void
end_wait (IlvExecution *self, guint task)
{
  ilv_task_table_end_wait (self->tasks, task);
  self->funcs->wake (self, task, self->data);
}

static void
start_locked (IlvExecution *self, guint task)
{
  ilv_task_table_set_phase (self->tasks, task, ILV_TASK_QUEUED);
  self->funcs->start (self, task, self->data);
}

/* One by one: the next task's turn has come. Nothing is held back where all start at once. */
static void
start_next_locked (IlvExecution *self)
{
  int next = ilv_task_table_find (self->tasks, ILV_TASK_HELD);

  if (next < 0)
    return;
  self->turn = (guint) next;
  start_locked (self, self->turn);
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

void
ilv_execution_begin_task (IlvExecution *self, guint task)
{
  g_mutex_lock (&self->mutex);
  ilv_task_table_set_phase (self->tasks, task, ILV_TASK_ACTIVE);
  g_mutex_unlock (&self->mutex);
}

void
ilv_execution_call_task (IlvExecution *self, guint task, guint target)
{
  g_mutex_lock (&self->mutex);
  ilv_task_table_set_phase (self->tasks, target, ILV_TASK_ACTIVE);
  wait_for (self, task, ILV_STALL_TASK, target, target);
  g_mutex_unlock (&self->mutex);
}

static void
end_locked (IlvExecution *self, IlvWorker *worker, guint task)
{
  ilv_task_table_set_phase (self->tasks, task, ILV_TASK_ENDED);
  for (guint i = 0; i < ilv_task_table_get_n_tasks (self->tasks); i++)
    {
      const IlvStallWait *wait = ilv_task_table_get_wait (self->tasks, i);

      if (wait == NULL || wait->kind != ILV_STALL_TASK || wait->target != task)
        continue;
      ilv_worker_add_flow (worker, ILV_FLOW_AWAITED, task, i);
      end_wait (self, i);
    }
}

static void
end_active_locked (IlvExecution *self, IlvWorker *worker, guint task)
{
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
  unlock_and_wake (self);
}

static void
unlock_locked (IlvExecution *self, IlvWorker *worker, guint task, guint lock)
{
  int next = ilv_lock_table_pass_on (self->locks, lock);

  if (next < 0)
    return;
  ilv_worker_add_flow (worker, ILV_FLOW_LOCK, task, next);
  end_wait (self, (guint) next);
}

/* Nobody will ever start the tasks that @task had to spawn from @first_step on. */
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
      ilv_task_table_set_failed (self->tasks, step->target);
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
  ilv_task_table_set_failed (self->tasks, task);
  for (guint i = 0; i < ilv_lock_table_get_n_locks (self->locks); i++)
    if (ilv_lock_table_get_holder (self->locks, i) == (int) task)
      unlock_locked (self, worker, task, i);
  abandon_locked (self, worker, task, step);
  end_active_locked (self, worker, task);
  unlock_and_wake (self);
}

char *
ilv_execution_dup_failure (IlvExecution *self, guint target)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (!ilv_task_table_has_failed (self->tasks, target))
    return NULL;
  /* Translators: why a task failed; %s is the name of another task, which it awaited. */
  return g_strdup_printf (_ ("Could not go on, because “%s” failed"),
                          ilv_workload_get_task_name (self->workload, target));
}

void
ilv_execution_spawn (IlvExecution *self, IlvWorker *worker, guint task, guint target)
{
  g_mutex_lock (&self->mutex);
  ilv_task_table_set_phase (self->tasks, target, ILV_TASK_QUEUED);
  g_mutex_unlock (&self->mutex);
  ilv_worker_set_unheld_state (worker, target, ILV_STATE_READY, ILV_NO_STEP, ILV_NO_PEER);
  ilv_worker_add_flow (worker, ILV_FLOW_SPAWNED, task, target);
  self->funcs->start (self, target, self->data);
}

gboolean
ilv_execution_lock (IlvExecution *self, guint task, guint lock, guint *holder)
{
  gboolean taken;

  g_mutex_lock (&self->mutex);
  taken = ilv_lock_table_take (self->locks, lock, task);
  if (!taken)
    {
      *holder = (guint) ilv_lock_table_get_holder (self->locks, lock);
      wait_for (self, task, ILV_STALL_LOCK, lock, (int) *holder);
    }
  g_mutex_unlock (&self->mutex);
  return taken;
}

void
ilv_execution_unlock (IlvExecution *self, IlvWorker *worker, guint task, guint lock)
{
  g_mutex_lock (&self->mutex);
  unlock_locked (self, worker, task, lock);
  unlock_and_wake (self);
}

gboolean
ilv_execution_await (IlvExecution *self, guint task, guint target)
{
  IlvTaskPhase phase;
  gboolean ended;

  g_mutex_lock (&self->mutex);
  phase = ilv_task_table_get_phase (self->tasks, target);
  ended = phase == ILV_TASK_ENDED;
  /* One by one: awaiting a task that has not begun begins it, as calling a coroutine does. */
  if (phase == ILV_TASK_HELD)
    start_locked (self, target);
  if (!ended)
    wait_for (self, task, ILV_STALL_TASK, target, target);
  g_mutex_unlock (&self->mutex);
  return ended;
}

gboolean
ilv_execution_is_queued (IlvExecution *self, guint task)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return ilv_task_table_get_phase (self->tasks, task) == ILV_TASK_QUEUED;
}

gboolean
ilv_execution_sleep (IlvExecution *self, guint task, gint64 deadline_us)
{
  gboolean in_time = deadline_us >= 0;

  g_mutex_lock (&self->mutex);
  while ((in_time || ilv_task_table_get_wait (self->tasks, task) != NULL)
         && !ilv_execution_is_stopped (self))
    {
      if (deadline_us < 0)
        g_cond_wait (&self->sleepers[task], &self->mutex);
      else
        in_time = g_cond_wait_until (&self->sleepers[task], &self->mutex, deadline_us);
    }
  g_mutex_unlock (&self->mutex);
  return !ilv_execution_is_stopped (self);
}

void
ilv_execution_wake_sleeper (IlvExecution *self, guint task, gpointer data G_GNUC_UNUSED)
{
  g_array_append_val (self->woken, task);
}

void
ilv_execution_wake_sleepers (IlvExecution *self, gpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    g_cond_signal (&self->sleepers[i]);
}
