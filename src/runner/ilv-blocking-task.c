/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-blocking-task.h"

#include "ilv-work.h"

typedef struct
{
  IlvExecution *execution;
  IlvWorker *worker;
  guint task;
  IlvBlockingMode mode;
} Context;

static gboolean
run_cpu (Context *context, const IlvStep *step)
{
  guint64 quanta = ilv_work_get_quanta (step->duration_ns);

  return ilv_worker_run_work (context->worker, quanta, ilv_execution_get_stop (context->execution))
         == quanta;
}

static gboolean
sleep_in_state (Context *context, IlvState state, guint index, guint peer, gint64 deadline_us)
{
  ilv_worker_set_state (context->worker, context->task, state, index, peer);
  if (!ilv_execution_sleep (context->execution, context->task, deadline_us))
    return FALSE;
  ilv_worker_resume (context->worker, context->task, index);
  return TRUE;
}

static gboolean
run_wait (Context *context, guint index, const IlvStep *step)
{
  gint64 deadline_us = g_get_monotonic_time () + step->duration_ns / 1000;

  return sleep_in_state (context, ILV_STATE_WAITING, index, ILV_NO_PEER, deadline_us);
}

static gboolean
run_lock (Context *context, guint index, const IlvStep *step)
{
  guint holder;

  if (ilv_execution_lock (context->execution, context->task, step->target, &holder))
    return TRUE;
  return sleep_in_state (context, ILV_STATE_BLOCKED, index, holder, -1);
}

static gboolean run_steps (IlvExecution *execution,
                           IlvWorker *worker,
                           guint task,
                           IlvBlockingMode mode);

/* The caller waits, without the worker, while the worker runs what it called. */
static gboolean
call_task (Context *context, guint index, guint target)
{
  ilv_worker_set_unheld_state (context->worker, context->task, ILV_STATE_WAITING, index, target);
  ilv_execution_call_task (context->execution, context->task, target);
  if (!run_steps (context->execution, context->worker, target, context->mode))
    return FALSE;
  ilv_worker_set_state (context->worker, context->task, ILV_STATE_RUNNING, index, ILV_NO_PEER);
  return TRUE;
}

static gboolean
run_await (Context *context, guint index, const IlvStep *step)
{
  if (context->mode == ILV_BLOCKING_CALL
      && ilv_execution_is_queued (context->execution, step->target))
    return call_task (context, index, step->target);
  if (ilv_execution_await (context->execution, context->task, step->target))
    return TRUE;
  return sleep_in_state (context, ILV_STATE_WAITING, index, step->target, -1);
}

static gboolean
run_step (Context *context, guint index, const IlvStep *step)
{
  ilv_worker_set_state (context->worker, context->task, ILV_STATE_RUNNING, index, ILV_NO_PEER);
  switch (step->kind)
    {
    case ILV_STEP_CPU:
      return run_cpu (context, step);
    case ILV_STEP_WAIT:
      return run_wait (context, index, step);
    case ILV_STEP_LOCK:
      return run_lock (context, index, step);
    case ILV_STEP_UNLOCK:
      ilv_execution_unlock (context->execution, context->worker, context->task, step->target);
      return TRUE;
    case ILV_STEP_AWAIT:
      return run_await (context, index, step);
    case ILV_STEP_SPAWN:
      ilv_execution_spawn (context->execution, context->worker, context->task, step->target);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
run_steps (IlvExecution *execution, IlvWorker *worker, guint task, IlvBlockingMode mode)
{
  IlvWorkload *workload = ilv_execution_get_workload (execution);
  Context context = { execution, worker, task, mode };

  for (guint i = 0; i < ilv_workload_get_n_steps (workload, task); i++)
    if (!run_step (&context, i, ilv_workload_get_step (workload, task, i)))
      return FALSE;
  ilv_execution_end_task (execution, worker, task);
  return TRUE;
}

gboolean
ilv_blocking_task_run (IlvExecution *execution, IlvWorker *worker, guint task, IlvBlockingMode mode)
{
  if (ilv_execution_is_stopped (execution))
    return FALSE;
  ilv_execution_begin_task (execution, task);
  return run_steps (execution, worker, task, mode);
}
