/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-event-loop-runner.h"

#include <glib/gi18n-lib.h>

#include "ilv-execution.h"
#include "ilv-work.h"

struct _IlvEventLoopRunner
{
  GObject parent_instance;
};

typedef struct _Loop Loop;

/* A task is a source of the loop: it is ready at once, ready at a time, or asleep, and each dispatch
 * carries it on until it gives way. */
typedef struct
{
  GSource source;
  Loop *loop;
  guint task;
  guint step;          /* the next step */
  guint64 quanta_left; /* of a cpu step that has begun */
  gboolean begun;
  gboolean waited;     /* the next step is a wait that has begun */
  gint64 due_ns;       /* when the timer is over; 0 for none */
} TaskSource;

/* Only the run's own thread touches it, but for the context, which others wake. */
struct _Loop
{
  IlvExecution *execution;
  GMainContext *context;
  IlvWorker *worker;
  TaskSource **sources;
  guint n_tasks;
  guint n_unfinished;
};

typedef enum
{
  ADVANCE_GIVE_WAY, /* ready, but others come first */
  ADVANCE_SLEEP,    /* until its source is made ready */
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

/* Computes one slice of a cpu step. Whether the step is done. */
static gboolean
run_slice (TaskSource *self, const IlvStep *step)
{
  Loop *loop = self->loop;
  guint64 slice = ilv_work_get_quanta (ILV_EVENT_LOOP_SLICE_NS);

  if (self->quanta_left == 0)
    self->quanta_left = ilv_work_get_quanta (step->duration_ns);
  self->quanta_left
    -= ilv_worker_run_work (loop->worker, MIN (slice, self->quanta_left),
                            ilv_execution_get_stop (loop->execution));
  return self->quanta_left == 0;
}

static void
sleep_in_state (TaskSource *self, IlvState state, guint peer)
{
  ilv_worker_set_unheld_state (self->loop->worker, self->task, state, self->step, peer);
}

/* Whether the step is done; if not, the source sleeps until what it waits for has come. */
static gboolean
run_waiting_step (TaskSource *self, const IlvStep *step)
{
  IlvExecution *execution = self->loop->execution;
  guint holder;

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

static Advance
run_step (TaskSource *self, const IlvStep *step)
{
  Loop *loop = self->loop;

  ilv_worker_set_state (loop->worker, self->task, ILV_STATE_RUNNING, self->step, ILV_NO_PEER);
  switch (step->kind)
    {
    case ILV_STEP_CPU:
      if (run_slice (self, step))
        self->step++;
      return ADVANCE_GIVE_WAY;
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
      self->waited = FALSE;
      self->step++;
      return ADVANCE_GIVE_WAY;
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
      if (step->kind == ILV_STEP_CPU && self->step < n_steps)
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
      ilv_worker_set_unheld_state (loop->worker, self->task, ILV_STATE_READY, self->step,
                                   ILV_NO_PEER);
      g_source_set_ready_time (source, 0);
      return G_SOURCE_CONTINUE;
    case ADVANCE_SLEEP:
      return G_SOURCE_CONTINUE;
    case ADVANCE_END:
    default:
      loop->n_unfinished--;
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
  TaskSource *source = loop->sources[task];

  ilv_worker_set_unheld_state (loop->worker, task, ILV_STATE_READY, source->step, ILV_NO_PEER);
  g_source_set_ready_time (&source->source, 0);
}

static void
stop (IlvExecution *execution G_GNUC_UNUSED, gpointer data)
{
  Loop *loop = data;

  g_main_context_wakeup (loop->context);
}

static void
add_sources (Loop *loop)
{
  static GSourceFuncs funcs = { .dispatch = task_source_dispatch };

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
  ilv_execution_start_tasks (execution);
  while (loop->n_unfinished > 0 && !ilv_execution_is_stopped (execution))
    g_main_context_iteration (loop->context, TRUE);
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
  loop->n_unfinished = n_tasks;
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
  GTask *result = g_task_new (runner, cancellable, callback, user_data);
  guint n_tasks = ilv_workload_get_n_tasks (workload);

  g_task_set_source_tag (result, ilv_event_loop_runner_run_async);
  ilv_execution_launch (result, workload, recorder, ILV_STRATEGY_EVENT_LOOP, 1, n_tasks, &funcs,
                        loop_new (n_tasks), loop_free);
}

static void
ilv_event_loop_runner_iface_init (IlvRunnerInterface *iface)
{
  iface->run_async = ilv_event_loop_runner_run_async;
}

static void
ilv_event_loop_runner_class_init (IlvEventLoopRunnerClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_event_loop_runner_init (IlvEventLoopRunner *self G_GNUC_UNUSED)
{
}

IlvRunner *
ilv_event_loop_runner_new (void)
{
  return g_object_new (ILV_TYPE_EVENT_LOOP_RUNNER, NULL);
}
