/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-runner.h"

#include "ilv-python-run.h"
#include "ilv-python-runner-private.h"

/* A lesson's script takes seconds; one that runs for so long will not end by itself. */
#define LONGEST_RUN_MS 600000

/* After so long without anything that runs, it is said who waits for what. */
#define STILL_MS 5000

struct _IlvPythonRunner
{
  GObject parent_instance;

  IlvPythonRunSettings settings;
};

static void ilv_python_runner_iface_init (IlvRunnerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvPythonRunner, ilv_python_runner, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_RUNNER,
                                                      ilv_python_runner_iface_init))

G_DEFINE_QUARK (ilv-python-error-quark, ilv_python_error)

static void
ilv_python_runner_run_async (IlvRunner *runner,
                             IlvWorkload *workload,
                             IlvRecorder *recorder,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (runner, cancellable, callback, user_data);

  g_task_set_source_tag (task, ilv_python_runner_run_async);
  ilv_python_run_launch (task, workload, recorder, &ILV_PYTHON_RUNNER (runner)->settings);
}

static void
ilv_python_runner_iface_init (IlvRunnerInterface *iface)
{
  iface->run_async = ilv_python_runner_run_async;
}

static void
ilv_python_runner_finalize (GObject *object)
{
  IlvPythonRunner *self = ILV_PYTHON_RUNNER (object);

  g_clear_object (&self->settings.world);
  g_clear_object (&self->settings.python);
  g_free (self->settings.code);

  G_OBJECT_CLASS (ilv_python_runner_parent_class)->finalize (object);
}

static void
ilv_python_runner_class_init (IlvPythonRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_python_runner_finalize;
}

static void
ilv_python_runner_init (IlvPythonRunner *self)
{
  self->settings.longest_ms = LONGEST_RUN_MS;
  self->settings.still_ms = STILL_MS;
}

void
ilv_python_runner_set_limits (IlvPythonRunner *self, guint longest_ms, guint still_ms)
{
  g_return_if_fail (ILV_IS_PYTHON_RUNNER (self));

  self->settings.longest_ms = longest_ms;
  self->settings.still_ms = still_ms;
}

IlvRunner *
ilv_python_runner_new (IlvStrategy strategy, const IlvRunnerOptions *options)
{
  IlvPythonRunner *self;

  g_return_val_if_fail (ilv_strategy_is_python (strategy), NULL);
  g_return_val_if_fail (options != NULL && options->processors > 0, NULL);

  self = g_object_new (ILV_TYPE_PYTHON_RUNNER, NULL);
  self->settings.strategy = strategy;
  self->settings.processors = options->processors;
  self->settings.workers = options->workers;
  g_set_object (&self->settings.world, options->world);
  g_set_object (&self->settings.python, options->python);
  self->settings.code = g_strdup (options->code);
  return ILV_RUNNER (self);
}
