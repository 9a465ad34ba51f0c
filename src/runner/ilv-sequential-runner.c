/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-sequential-runner.h"

#include <glib/gi18n-lib.h>

#include "ilv-blocking-task.h"

struct _IlvSequentialRunner
{
  GObject parent_instance;

  IlvWorld *world;
};

/* The tasks that may begin, in order. Only the run's own thread touches it. */
typedef struct
{
  GQueue queue;
} Turns;

static void ilv_sequential_runner_iface_init (IlvRunnerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvSequentialRunner, ilv_sequential_runner, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_RUNNER,
                                                      ilv_sequential_runner_iface_init))

static void
turns_free (gpointer data)
{
  Turns *turns = data;

  g_queue_clear (&turns->queue);
  g_free (turns);
}

static void
start (IlvExecution *execution G_GNUC_UNUSED, guint task, gpointer data)
{
  Turns *turns = data;

  g_queue_push_tail (&turns->queue, GUINT_TO_POINTER (task));
}

static void
begin (IlvExecution *execution, gpointer data)
{
  Turns *turns = data;
  /* Translators: the name of the only worker of a run. */
  g_autoptr (IlvWorker) worker
    = ilv_worker_new (ilv_execution_get_recorder (execution), _ ("Thread"), ILV_NO_PROCESSOR);
  gboolean goes_on = TRUE;

  ilv_execution_start_tasks (execution);
  while (goes_on && !g_queue_is_empty (&turns->queue))
    {
      guint task = GPOINTER_TO_UINT (g_queue_pop_head (&turns->queue));

      /* A task that was awaited has been run by whoever awaited it. */
      if (ilv_execution_is_queued (execution, task))
        goes_on = ilv_blocking_task_run (execution, worker, task, ILV_BLOCKING_CALL, NULL);
    }
  ilv_worker_leave (worker);
}

static void
ilv_sequential_runner_run_async (IlvRunner *runner,
                                 IlvWorkload *workload,
                                 IlvRecorder *recorder,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  static const IlvExecutionFuncs funcs = {
    .begin = begin,
    .start = start,
    .wake = ilv_execution_wake_sleeper,
    .stop = ilv_execution_wake_sleepers,
  };
  const IlvExecutionSettings settings = {
    .strategy = ILV_STRATEGY_SEQUENTIAL,
    .n_processors = 1,
    .n_workers = 1,
    .world = ILV_SEQUENTIAL_RUNNER (runner)->world,
  };
  GTask *result = g_task_new (runner, cancellable, callback, user_data);
  Turns *turns = g_new0 (Turns, 1);

  g_task_set_source_tag (result, ilv_sequential_runner_run_async);
  g_queue_init (&turns->queue);
  ilv_execution_launch (result, workload, recorder, &settings, &funcs, turns, turns_free);
}

static void
ilv_sequential_runner_iface_init (IlvRunnerInterface *iface)
{
  iface->run_async = ilv_sequential_runner_run_async;
}

static void
ilv_sequential_runner_dispose (GObject *object)
{
  g_clear_object (&ILV_SEQUENTIAL_RUNNER (object)->world);

  G_OBJECT_CLASS (ilv_sequential_runner_parent_class)->dispose (object);
}

static void
ilv_sequential_runner_class_init (IlvSequentialRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_sequential_runner_dispose;
}

static void
ilv_sequential_runner_init (IlvSequentialRunner *self G_GNUC_UNUSED)
{
}

IlvRunner *
ilv_sequential_runner_new (const IlvRunnerOptions *options)
{
  IlvSequentialRunner *self = g_object_new (ILV_TYPE_SEQUENTIAL_RUNNER, NULL);

  g_set_object (&self->world, options->world);
  return ILV_RUNNER (self);
}
