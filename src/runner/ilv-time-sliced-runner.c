/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-time-sliced-runner.h"

#include <glib/gi18n-lib.h>

#include "ilv-blocking-task.h"
#include "ilv-kernel-slice.h"
#include "ilv-processors.h"

struct _IlvTimeSlicedRunner
{
  GObject parent_instance;

  IlvWorld *world;
  gint64 slice_ns; /* or 0 */
};

typedef struct
{
  IlvExecution *execution; /* held */
  gint64 slice_ns;         /* or 0 */
  guint task;
} TaskThread;

static void ilv_time_sliced_runner_iface_init (IlvRunnerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvTimeSlicedRunner, ilv_time_sliced_runner, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_RUNNER,
                                                      ilv_time_sliced_runner_iface_init))

/* What the kernel does not give, it must not seem to have given. */
static void
ask_for_slice (TaskThread *thread)
{
  IlvRecorder *recorder = ilv_execution_get_recorder (thread->execution);
  g_autoptr (GError) error = NULL;

  if (thread->slice_ns > 0 && !ilv_kernel_slice_ask (thread->slice_ns, &error))
    {
      g_autofree char *note
        /* Translators: %s is a sentence: why no time slice could be chosen. */
        = g_strdup_printf (_ ("%s So the time slices are the kernel’s own."), error->message);

      ilv_recorder_add_note (recorder, note);
    }
  ilv_recorder_add_slice (recorder, thread->slice_ns, ilv_kernel_slice_get_ns ());
}

static void
run_task (TaskThread *thread)
{
  IlvExecution *execution = thread->execution;
  IlvWorkload *workload = ilv_execution_get_workload (execution);
  /* Translators: %s is the name of a task, such as A. */
  g_autofree char *name
    = g_strdup_printf (_ ("Thread %s"), ilv_workload_get_task_name (workload, thread->task));
  g_autoptr (IlvWorker) worker = ilv_worker_new (ilv_execution_get_recorder (execution), name,
                                                 ilv_processors_get_number (0));

  ask_for_slice (thread);
  ilv_blocking_task_run (execution, worker, thread->task, ILV_BLOCKING_SLEEP, NULL);
  ilv_worker_leave (worker);
}

static gpointer
task_thread (gpointer data)
{
  g_autofree TaskThread *thread = data;

  run_task (thread);
  ilv_execution_release (thread->execution);
  return NULL;
}

static void
start (IlvExecution *execution, guint task, gpointer data)
{
  TaskThread *thread = g_new (TaskThread, 1);

  thread->execution = execution;
  thread->slice_ns = *(const gint64 *) data;
  thread->task = task;
  ilv_execution_hold (execution);
  g_thread_unref (g_thread_new ("ilv-task", task_thread, thread));
}

static void
begin (IlvExecution *execution, gpointer data G_GNUC_UNUSED)
{
  ilv_execution_start_tasks (execution);
}

static void
ilv_time_sliced_runner_run_async (IlvRunner *runner,
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
    .strategy = ILV_STRATEGY_TIME_SLICED,
    .n_processors = 1,
    .n_workers = ilv_workload_get_n_tasks (workload),
    .world = ILV_TIME_SLICED_RUNNER (runner)->world,
  };
  GTask *result = g_task_new (runner, cancellable, callback, user_data);

  g_task_set_source_tag (result, ilv_time_sliced_runner_run_async);
  ilv_execution_launch (result, workload, recorder, &settings, &funcs,
                        g_memdup2 (&ILV_TIME_SLICED_RUNNER (runner)->slice_ns, sizeof (gint64)),
                        g_free);
}

static void
ilv_time_sliced_runner_iface_init (IlvRunnerInterface *iface)
{
  iface->run_async = ilv_time_sliced_runner_run_async;
}

static void
ilv_time_sliced_runner_dispose (GObject *object)
{
  g_clear_object (&ILV_TIME_SLICED_RUNNER (object)->world);

  G_OBJECT_CLASS (ilv_time_sliced_runner_parent_class)->dispose (object);
}

static void
ilv_time_sliced_runner_class_init (IlvTimeSlicedRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_time_sliced_runner_dispose;
}

static void
ilv_time_sliced_runner_init (IlvTimeSlicedRunner *self G_GNUC_UNUSED)
{
}

IlvRunner *
ilv_time_sliced_runner_new (const IlvRunnerOptions *options)
{
  IlvTimeSlicedRunner *self = g_object_new (ILV_TYPE_TIME_SLICED_RUNNER, NULL);

  self->slice_ns = options->slice_ns;
  g_set_object (&self->world, options->world);
  return ILV_RUNNER (self);
}
