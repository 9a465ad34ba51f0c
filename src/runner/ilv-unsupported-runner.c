/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-unsupported-runner.h"

#include <glib/gi18n-lib.h>

struct _IlvUnsupportedRunner
{
  GObject parent_instance;

  IlvStrategy strategy;
};

static void ilv_unsupported_runner_iface_init (IlvRunnerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvUnsupportedRunner, ilv_unsupported_runner, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_RUNNER,
                                                      ilv_unsupported_runner_iface_init))

static void
ilv_unsupported_runner_run_async (IlvRunner *runner,
                                  IlvWorkload *workload G_GNUC_UNUSED,
                                  IlvRecorder *recorder G_GNUC_UNUSED,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) result = g_task_new (runner, cancellable, callback, user_data);

  g_task_set_source_tag (result, ilv_unsupported_runner_run_async);
  g_task_return_new_error (
    result, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
    /* Translators: %s is a strategy such as “Python threads”. */
    _ ("This program cannot run anything by the strategy “%s”"),
    ilv_strategy_get_title (ILV_UNSUPPORTED_RUNNER (runner)->strategy));
}

static void
ilv_unsupported_runner_iface_init (IlvRunnerInterface *iface)
{
  iface->run_async = ilv_unsupported_runner_run_async;
}

static void
ilv_unsupported_runner_class_init (IlvUnsupportedRunnerClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_unsupported_runner_init (IlvUnsupportedRunner *self G_GNUC_UNUSED)
{
}

IlvRunner *
ilv_unsupported_runner_new (IlvStrategy strategy)
{
  IlvUnsupportedRunner *self = g_object_new (ILV_TYPE_UNSUPPORTED_RUNNER, NULL);

  self->strategy = strategy;
  return ILV_RUNNER (self);
}
