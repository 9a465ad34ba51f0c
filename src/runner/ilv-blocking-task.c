/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-blocking-task.h"

#include "ilv-computation.h"

typedef enum
{
  ADVANCE_ON,
  ADVANCE_FAIL, /* the task cannot go on: see Context.reason */
  ADVANCE_STOP, /* the run was stopped */
} Advance;

typedef struct
{
  IlvExecution *execution;
  IlvWorker *worker;
  guint task;
  guint index; /* of the present step */
  IlvBlockingMode mode;
  IlvGil *gil;
  char *reason;
} Context;

static void
set_state (Context *self, IlvState state, guint peer)
{
  ilv_worker_set_state (self->worker, self->task, state, self->index, peer);
}

/* Waits for the one lock that computing needs; @noted is the task that the present span says it
 * waits for. %FALSE if the run was stopped meanwhile. */
static gboolean
wait_for_gil (Context *self, guint noted)
{
  guint holder;

  if (self->gil == NULL || ilv_gil_take (self->gil, self->task, &holder))
    return TRUE;
  do
    {
      if (ilv_execution_is_stopped (self->execution))
        return FALSE;
      if (holder != noted)
        set_state (self, ILV_STATE_BLOCKED, holder);
      noted = holder;
    }
  while (!ilv_gil_wait (self->gil, self->task, &holder));
  return TRUE;
}

static void
drop_gil (Context *self)
{
  if (self->gil != NULL)
    ilv_gil_drop (self->gil);
}

/* The task has slept and goes on in the thread. */
static Advance
resume (Context *self)
{
  if (!wait_for_gil (self, ILV_NO_PEER))
    return ADVANCE_STOP;
  if (self->gil != NULL)
    ilv_worker_resume_now (self->worker, self->task, self->index);
  else
    ilv_worker_resume (self->worker, self->task, self->index);
  return ADVANCE_ON;
}

/* Somebody has asked for the lock. */
static Advance
yield_gil (Context *self)
{
  guint requester = ilv_gil_get_requester (self->gil);

  set_state (self, ILV_STATE_BLOCKED, requester);
  ilv_gil_yield (self->gil, self->task);
  if (!wait_for_gil (self, requester))
    return ADVANCE_STOP;
  ilv_worker_resume_now (self->worker, self->task, self->index);
  return ADVANCE_ON;
}

static Advance
run_job (Context *self)
{
  atomic_int *interrupt = self->gil != NULL ? ilv_gil_get_request (self->gil)
                                            : ilv_execution_get_stop (self->execution);
  IlvComputation job = { 0 };
  Advance result = ADVANCE_ON;

  ilv_computation_begin (&job, self->execution, self->task, self->index);
  while (result == ADVANCE_ON
         && ilv_worker_compute (self->worker, ilv_computation_run_quantum, &job, G_MAXUINT64,
                                interrupt))
    result = ilv_execution_is_stopped (self->execution) ? ADVANCE_STOP : yield_gil (self);
  ilv_computation_end (&job);
  return result;
}

static Advance
sleep_in_state (Context *self, IlvState state, guint peer, gint64 duration_ns)
{
  gint64 deadline_us = -1;

  set_state (self, state, peer);
  /* Counted from when the wait is noted, in whole microseconds, so that it is never shorter. */
  if (duration_ns >= 0)
    deadline_us = g_get_monotonic_time () + duration_ns / 1000 + 1;
  drop_gil (self);
  if (!ilv_execution_sleep (self->execution, self->task, deadline_us))
    return ADVANCE_STOP;
  return resume (self);
}

static Advance
run_wait (Context *self, const IlvStep *step)
{
  return sleep_in_state (self, ILV_STATE_WAITING, ILV_NO_PEER, step->duration_ns);
}

static Advance
perform (Context *self, const IlvStep *step)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;

  set_state (self, ILV_STATE_WAITING, ILV_NO_PEER);
  drop_gil (self);
  answer = ilv_execution_perform (self->execution, step, &error);
  if (ilv_execution_is_stopped (self->execution) || resume (self) == ADVANCE_STOP)
    return ADVANCE_STOP;
  if (answer == NULL)
    {
      self->reason = g_strdup (error->message);
      return ADVANCE_FAIL;
    }
  ilv_recorder_add_result (ilv_execution_get_recorder (self->execution), self->task, self->index,
                           ILV_RESULT_TEXT, answer, NULL);
  return ADVANCE_ON;
}

static Advance
run_lock (Context *self, const IlvStep *step)
{
  guint holder;

  if (ilv_execution_lock (self->execution, self->task, step->target, &holder))
    return ADVANCE_ON;
  return sleep_in_state (self, ILV_STATE_BLOCKED, holder, -1);
}

static gboolean run_steps (Context *self);

/* The caller waits, without the worker, while the worker runs what it called. */
static Advance
call_task (Context *self, guint target)
{
  Context called = { .execution = self->execution,
                     .worker = self->worker,
                     .task = target,
                     .mode = self->mode,
                     .gil = self->gil };

  ilv_worker_set_unheld_state (self->worker, self->task, ILV_STATE_WAITING, self->index, target);
  ilv_execution_call_task (self->execution, self->task, target);
  if (!run_steps (&called))
    return ADVANCE_STOP;
  set_state (self, ILV_STATE_RUNNING, ILV_NO_PEER);
  return ADVANCE_ON;
}

static Advance
run_await (Context *self, const IlvStep *step)
{
  Advance result = ADVANCE_ON;

  if (self->mode == ILV_BLOCKING_CALL && ilv_execution_is_queued (self->execution, step->target))
    result = call_task (self, step->target);
  else if (!ilv_execution_await (self->execution, self->task, step->target))
    result = sleep_in_state (self, ILV_STATE_WAITING, step->target, -1);
  if (result == ADVANCE_ON)
    self->reason = ilv_execution_dup_failure (self->execution, step->target);
  return self->reason != NULL ? ADVANCE_FAIL : result;
}

static Advance
run_step (Context *self)
{
  const IlvStep *step = ilv_workload_get_step (ilv_execution_get_workload (self->execution),
                                               self->task, self->index);

  set_state (self, ILV_STATE_RUNNING, ILV_NO_PEER);
  if (ilv_step_kind_is_work (step->kind))
    return run_job (self);
  if (ilv_step_kind_is_io (step->kind))
    return perform (self, step);
  switch (step->kind)
    {
    case ILV_STEP_WAIT:
    case ILV_STEP_BLOCK: /* a thread of its own has nobody to give way to */
      return run_wait (self, step);
    case ILV_STEP_LOCK:
      return run_lock (self, step);
    case ILV_STEP_UNLOCK:
      ilv_execution_unlock (self->execution, self->worker, self->task, step->target);
      return ADVANCE_ON;
    case ILV_STEP_AWAIT:
      return run_await (self, step);
    case ILV_STEP_SPAWN:
      ilv_execution_spawn (self->execution, self->worker, self->task, step->target);
      return ADVANCE_ON;
    default:
      g_assert_not_reached ();
    }
}

/* Up to the task's end, or to that of the run: then %FALSE. */
static gboolean
run_steps (Context *self)
{
  IlvWorkload *workload = ilv_execution_get_workload (self->execution);
  guint n_steps = ilv_workload_get_n_steps (workload, self->task);
  Advance result = ADVANCE_ON;

  for (self->index = 0; self->index < n_steps; self->index++)
    {
      result = run_step (self);
      if (result != ADVANCE_ON)
        break;
    }
  if (result == ADVANCE_STOP)
    return FALSE;
  if (result == ADVANCE_FAIL)
    ilv_execution_fail_task (self->execution, self->worker, self->task, self->index, self->reason);
  else
    ilv_execution_end_task (self->execution, self->worker, self->task);
  g_free (self->reason);
  return TRUE;
}

gboolean
ilv_blocking_task_run (
  IlvExecution *execution, IlvWorker *worker, guint task, IlvBlockingMode mode, IlvGil *gil)
{
  Context context = {
    .execution = execution, .worker = worker, .task = task, .mode = mode, .gil = gil
  };

  if (ilv_execution_is_stopped (execution))
    return FALSE;
  ilv_execution_begin_task (execution, task);
  if (!wait_for_gil (&context, ILV_NO_PEER) || !run_steps (&context))
    return FALSE;
  drop_gil (&context);
  return TRUE;
}
