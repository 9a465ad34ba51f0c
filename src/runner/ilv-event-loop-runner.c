/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-event-loop-runner.h"

#include <glib/gi18n-lib.h>

#include "ilv-execution.h"
#include "ilv-heartbeat.h"
#include "ilv-computation.h"
#include "ilv-work.h"

struct _IlvEventLoopRunner
{
  GObject parent_instance;

  IlvStrategy strategy;
  IlvWorld *world;
};

typedef struct _Loop Loop;

/* A task is a source of the loop: it is ready at once, ready at a time, or asleep, and each
 * dispatch carries it on until it gives way. */
typedef struct
{
  GSource source;
  Loop *loop;
  guint task;
  guint step;      /* the next step */
  IlvComputation job; /* of the next step, if it has begun */
  gboolean begun;
  gboolean waited; /* the next step is a wait that has begun */
  gint64 due_ns;   /* when the timer is over; 0 for none */
  char *answer;    /* what the next step has brought */
  char *reason;    /* why the task cannot go on */
} TaskSource;

/* Only the run's own thread touches it, but for the context, which others wake. */
struct _Loop
{
  IlvExecution *execution;
  GMainContext *context;
  IlvWorker *worker;
  TaskSource **sources;
  guint n_tasks;
  guint n_performing; /* steps of input and output whose answer has not come */
};

typedef enum
{
  ADVANCE_GIVE_WAY, /* ready, but others come first */
  ADVANCE_SLEEP,    /* until its source is made ready */
  ADVANCE_FAIL,
  ADVANCE_END,
} Advance;

static void ilv_event_loop_runner_iface_init (IlvRunnerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvEventLoopRunner, ilv_event_loop_runner, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_RUNNER,
                                                      ilv_event_loop_runner_iface_init))

static IlvWorkload *
get_workload (Loop *loop)
{
  return ilv_execution_get_workload (loop->execution);
}

/* An even number, so that a task never gives way in the middle of an addition. */
#define SLICE_QUANTA (ILV_EVENT_LOOP_SLICE_NS / ILV_WORK_QUANTUM_NS)
G_STATIC_ASSERT (SLICE_QUANTA % 2 == 0);

/* Computes one slice of a step. Whether the step is done. */
static gboolean
run_slice (TaskSource *self)
{
  Loop *loop = self->loop;

  if (!ilv_computation_has_begun (&self->job))
    ilv_computation_begin (&self->job, loop->execution, self->task, self->step);
  if (ilv_worker_compute (loop->worker, ilv_computation_run_quantum, &self->job, SLICE_QUANTA,
                          ilv_execution_get_stop (loop->execution)))
    return FALSE;
  ilv_computation_end (&self->job);
  return TRUE;
}

static void
sleep_in_state (TaskSource *self, IlvState state, guint peer)
{
  ilv_worker_set_unheld_state (self->loop->worker, self->task, state, self->step, peer);
}

static void
make_ready (TaskSource *self)
{
  ilv_worker_set_unheld_state (self->loop->worker, self->task, ILV_STATE_READY, self->step,
                               ILV_NO_PEER);
  g_source_set_ready_time (&self->source, 0);
}

static void
on_performed (GObject *world G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  TaskSource *self = data;
  Loop *loop = self->loop;
  g_autoptr (GError) error = NULL;

  loop->n_performing--;
  self->answer = ilv_execution_perform_finish (loop->execution, result, &error);
  if (error != NULL)
    self->reason = g_strdup (error->message);
  if (!ilv_execution_is_stopped (loop->execution))
    make_ready (self);
}

static void
perform (TaskSource *self, const IlvStep *step)
{
  sleep_in_state (self, ILV_STATE_WAITING, ILV_NO_PEER);
  self->loop->n_performing++;
  ilv_execution_perform_async (self->loop->execution, step, on_performed, self);
}

/* Whether the step is done; if not, the source sleeps until what it waits for has come. */
static gboolean
run_waiting_step (TaskSource *self, const IlvStep *step)
{
  IlvExecution *execution = self->loop->execution;
  guint holder;

  if (ilv_step_kind_is_io (step->kind))
    {
      perform (self, step);
      return FALSE;
    }
  switch (step->kind)
    {
    case ILV_STEP_WAIT:
      sleep_in_state (self, ILV_STATE_WAITING, ILV_NO_PEER);
      self->due_ns = ilv_clock_now_ns () + step->duration_ns;
      g_source_set_ready_time (&self->source, self->due_ns / 1000);
      return FALSE;
    case ILV_STEP_LOCK:
      if (ilv_execution_lock (execution, self->task, step->target, &holder))
        return TRUE;
      sleep_in_state (self, ILV_STATE_BLOCKED, holder);
      return FALSE;
    case ILV_STEP_AWAIT:
      if (ilv_execution_await (execution, self->task, step->target))
        return TRUE;
      sleep_in_state (self, ILV_STATE_WAITING, step->target);
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

/* The wait is over: what has it brought? */
static Advance
end_waiting_step (TaskSource *self, const IlvStep *step)
{
  Loop *loop = self->loop;

  self->waited = FALSE;
  if (step->kind == ILV_STEP_AWAIT)
    self->reason = ilv_execution_dup_failure (loop->execution, step->target);
  if (self->reason != NULL)
    return ADVANCE_FAIL;
  if (self->answer != NULL)
    ilv_recorder_add_result (ilv_execution_get_recorder (loop->execution), self->task, self->step,
                             ILV_RESULT_TEXT, self->answer, NULL);
  g_clear_pointer (&self->answer, g_free);
  self->step++;
  return ADVANCE_GIVE_WAY;
}

/* The loop sleeps with the task, and with it all others. */
static Advance
block (TaskSource *self, const IlvStep *step)
{
  Loop *loop = self->loop;
  gint64 deadline_us;

  ilv_worker_set_state (loop->worker, self->task, ILV_STATE_WAITING, self->step, ILV_NO_PEER);
  /* Counted from when it is noted, in whole microseconds, so that it is never shorter. */
  deadline_us = g_get_monotonic_time () + step->duration_ns / 1000 + 1;
  if (!ilv_execution_sleep (loop->execution, self->task, deadline_us))
    return ADVANCE_SLEEP;
  ilv_worker_resume (loop->worker, self->task, self->step);
  self->step++;
  return ADVANCE_GIVE_WAY;
}

static Advance
run_step (TaskSource *self, const IlvStep *step)
{
  Loop *loop = self->loop;

  ilv_worker_set_state (loop->worker, self->task, ILV_STATE_RUNNING, self->step, ILV_NO_PEER);
  if (ilv_step_kind_is_work (step->kind))
    {
      if (run_slice (self))
        self->step++;
      return ADVANCE_GIVE_WAY;
    }
  switch (step->kind)
    {
    case ILV_STEP_BLOCK:
      return block (self, step);
    case ILV_STEP_UNLOCK:
      ilv_execution_unlock (loop->execution, loop->worker, self->task, step->target);
      self->step++;
      return ADVANCE_GIVE_WAY;
    case ILV_STEP_SPAWN:
      ilv_execution_spawn (loop->execution, loop->worker, self->task, step->target);
      self->step++;
      return ADVANCE_GIVE_WAY;
    default:
      if (!self->waited && !run_waiting_step (self, step))
        {
          self->waited = TRUE;
          return ADVANCE_SLEEP;
        }
      return end_waiting_step (self, step);
    }
}

/* Carries the task on up to the end of a slice of work, a wait, or its end. */
static Advance
advance (TaskSource *self)
{
  IlvWorkload *workload = get_workload (self->loop);
  guint n_steps = ilv_workload_get_n_steps (workload, self->task);
  Advance result = ADVANCE_GIVE_WAY;

  while (result == ADVANCE_GIVE_WAY && self->step < n_steps)
    {
      const IlvStep *step = ilv_workload_get_step (workload, self->task, self->step);

      result = run_step (self, step);
      if (ilv_step_kind_is_work (step->kind) && self->step < n_steps)
        return result;
    }
  return result == ADVANCE_GIVE_WAY ? ADVANCE_END : result;
}

static void
begin_task (TaskSource *self)
{
  self->begun = TRUE;
  ilv_execution_begin_task (self->loop->execution, self->task);
}

static gboolean
task_source_dispatch (GSource *source,
                      GSourceFunc callback G_GNUC_UNUSED,
                      gpointer data G_GNUC_UNUSED)
{
  TaskSource *self = (TaskSource *) source;
  Loop *loop = self->loop;

  if (ilv_execution_is_stopped (loop->execution))
    return G_SOURCE_CONTINUE;
  g_source_set_ready_time (source, -1);
  if (!self->begun)
    begin_task (self);
  /* The loop may have been busy when the timer was over. */
  if (self->due_ns > 0)
    ilv_worker_set_ready_since (loop->worker, self->task, self->step, self->due_ns);
  self->due_ns = 0;

  switch (advance (self))
    {
    case ADVANCE_GIVE_WAY:
      make_ready (self);
      return G_SOURCE_CONTINUE;
    case ADVANCE_SLEEP:
      return G_SOURCE_CONTINUE;
    case ADVANCE_FAIL:
      ilv_execution_fail_task (loop->execution, loop->worker, self->task, self->step, self->reason);
      return G_SOURCE_REMOVE;
    case ADVANCE_END:
    default:
      ilv_execution_end_task (loop->execution, loop->worker, self->task);
      return G_SOURCE_REMOVE;
    }
}

static void
start (IlvExecution *execution G_GNUC_UNUSED, guint task, gpointer data)
{
  Loop *loop = data;

  g_source_set_ready_time (&loop->sources[task]->source, 0);
}

/* The loop's own thread woke it: the task is ready from now on. */
static void
wake (IlvExecution *execution G_GNUC_UNUSED, guint task, gpointer data)
{
  Loop *loop = data;

  make_ready (loop->sources[task]);
}

static void
stop (IlvExecution *execution, gpointer data)
{
  Loop *loop = data;

  g_main_context_wakeup (loop->context);
  ilv_execution_wake_sleepers (execution, NULL);
}

static void
task_source_finalize (GSource *source)
{
  TaskSource *self = (TaskSource *) source;

  g_free (self->answer);
  g_free (self->reason);
}

static void
add_sources (Loop *loop)
{
  static GSourceFuncs funcs
    = { .dispatch = task_source_dispatch, .finalize = task_source_finalize };

  for (guint i = 0; i < loop->n_tasks; i++)
    {
      GSource *source = g_source_new (&funcs, sizeof (TaskSource));

      loop->sources[i] = (TaskSource *) source;
      loop->sources[i]->loop = loop;
      loop->sources[i]->task = i;
      g_source_set_static_name (source, "ilv-task");
      g_source_set_ready_time (source, -1);
      g_source_attach (source, loop->context);
    }
}

static void
run_loop (Loop *loop)
{
  g_autoptr (IlvHeartbeat) heartbeat
    = ilv_heartbeat_new (ilv_execution_get_recorder (loop->execution), loop->context);

  ilv_execution_start_tasks (loop->execution);
  while (!ilv_execution_is_finished (loop->execution)
         && !ilv_execution_is_stopped (loop->execution))
    g_main_context_iteration (loop->context, TRUE);
  /* Of a run that was stopped: whoever is told to stop still has the steps in hand. */
  if (loop->n_performing > 0)
    ilv_execution_stop_io (loop->execution);
  while (loop->n_performing > 0)
    g_main_context_iteration (loop->context, TRUE);
  for (guint i = 0; i < loop->n_tasks; i++)
    ilv_computation_end (&loop->sources[i]->job);
}

static void
begin (IlvExecution *execution, gpointer data)
{
  Loop *loop = data;
  /* Translators: the name of the thread that runs an event loop. */
  g_autoptr (IlvWorker) worker
    = ilv_worker_new (ilv_execution_get_recorder (execution), _ ("Event loop"), ILV_NO_PROCESSOR);

  loop->execution = execution;
  loop->worker = worker;
  g_main_context_push_thread_default (loop->context);
  add_sources (loop);
  run_loop (loop);
  g_main_context_pop_thread_default (loop->context);
  ilv_worker_leave (worker);
}

static Loop *
loop_new (guint n_tasks)
{
  Loop *loop = g_new0 (Loop, 1);

  loop->context = g_main_context_new ();
  loop->sources = g_new0 (TaskSource *, n_tasks);
  loop->n_tasks = n_tasks;
  return loop;
}

static void
loop_free (gpointer data)
{
  Loop *loop = data;

  for (guint i = 0; i < loop->n_tasks; i++)
    if (loop->sources[i] != NULL)
      {
        g_source_destroy (&loop->sources[i]->source);
        g_source_unref (&loop->sources[i]->source);
      }
  g_free (loop->sources);
  g_main_context_unref (loop->context);
  g_free (loop);
}

static void
ilv_event_loop_runner_run_async (IlvRunner *runner,
                                 IlvWorkload *workload,
                                 IlvRecorder *recorder,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  static const IlvExecutionFuncs funcs = {
    .begin = begin,
    .start = start,
    .wake = wake,
    .stop = stop,
  };
  IlvEventLoopRunner *self = ILV_EVENT_LOOP_RUNNER (runner);
  GTask *result = g_task_new (runner, cancellable, callback, user_data);
  guint n_tasks = ilv_workload_get_n_tasks (workload);
  const IlvExecutionSettings settings = {
    .strategy = self->strategy,
    .n_processors = 1,
    .n_workers = n_tasks,
    .stops_io = TRUE,
    .one_by_one = self->strategy == ILV_STRATEGY_AWAIT_LOOP,
    .world = self->world,
  };

  g_task_set_source_tag (result, ilv_event_loop_runner_run_async);
  ilv_execution_launch (result, workload, recorder, &settings, &funcs, loop_new (n_tasks),
                        loop_free);
}

static void
ilv_event_loop_runner_iface_init (IlvRunnerInterface *iface)
{
  iface->run_async = ilv_event_loop_runner_run_async;
}

static void
ilv_event_loop_runner_dispose (GObject *object)
{
  g_clear_object (&ILV_EVENT_LOOP_RUNNER (object)->world);

  G_OBJECT_CLASS (ilv_event_loop_runner_parent_class)->dispose (object);
}

static void
ilv_event_loop_runner_class_init (IlvEventLoopRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_event_loop_runner_dispose;
}

static void
ilv_event_loop_runner_init (IlvEventLoopRunner *self G_GNUC_UNUSED)
{
}

IlvRunner *
ilv_event_loop_runner_new (IlvStrategy strategy, const IlvRunnerOptions *options)
{
  IlvEventLoopRunner *self = g_object_new (ILV_TYPE_EVENT_LOOP_RUNNER, NULL);

  self->strategy = strategy;
  g_set_object (&self->world, options->world);
  return ILV_RUNNER (self);
}
