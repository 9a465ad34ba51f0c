/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-model-runner.h"

#include "ilv-model.h"

struct _IlvModelRunner
{
  GObject parent_instance;

  guint processors;
  gint64 slice_ns;   /* or 0 */
  gint64 latency_ns; /* of a server */
};

static void ilv_model_runner_iface_init (IlvRunnerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvModelRunner, ilv_model_runner, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_RUNNER,
                                                      ilv_model_runner_iface_init))

static void
compute (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  IlvModelSettings settings = {
    .processors = ILV_MODEL_RUNNER (source)->processors,
    .quantum_ns = ILV_MODEL_RUNNER (source)->slice_ns,
    .switch_cost_ns = ILV_MODEL_SWITCH_COST_NS,
    .latency_ns = ILV_MODEL_RUNNER (source)->latency_ns,
  };
  g_autoptr (IlvTrace) trace = ilv_model_run (task_data, &settings, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&trace), g_object_unref);
}

/* The recorder stays empty: virtual time is over before anyone could watch it. */
static void
ilv_model_runner_run_async (IlvRunner *runner,
                            IlvWorkload *workload,
                            IlvRecorder *recorder G_GNUC_UNUSED,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (runner, cancellable, callback, user_data);

  g_task_set_source_tag (task, ilv_model_runner_run_async);
  g_task_set_task_data (task, g_object_ref (workload), g_object_unref);
  g_task_run_in_thread (task, compute);
}

static void
ilv_model_runner_iface_init (IlvRunnerInterface *iface)
{
  iface->run_async = ilv_model_runner_run_async;
}

static void
ilv_model_runner_class_init (IlvModelRunnerClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_model_runner_init (IlvModelRunner *self G_GNUC_UNUSED)
{
}

IlvRunner *
ilv_model_runner_new (const IlvRunnerOptions *options)
{
  IlvModelRunner *self = g_object_new (ILV_TYPE_MODEL_RUNNER, NULL);

  self->processors = options->processors;
  self->slice_ns = options->slice_ns;
  if (options->world != NULL)
    {
      IlvServerSettings settings;

      ilv_world_get_server_settings (options->world, &settings);
      self->latency_ns = MAX (settings.latency_ns, ILV_MODEL_MIN_LATENCY_NS);
    }
  return ILV_RUNNER (self);
}
