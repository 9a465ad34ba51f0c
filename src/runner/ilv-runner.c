/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-runner.h"

#include "ilv-event-loop-runner.h"
#include "ilv-gio-runner.h"
#include "ilv-model-runner.h"
#include "ilv-python-runner.h"
#include "ilv-sequential-runner.h"
#include "ilv-thread-pool-runner.h"
#include "ilv-time-sliced-runner.h"

G_DEFINE_INTERFACE (IlvRunner, ilv_runner, G_TYPE_OBJECT)

/* All runners answer with a GTask that holds a trace. */
static IlvTrace *
ilv_runner_real_run_finish (IlvRunner *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
ilv_runner_default_init (IlvRunnerInterface *iface)
{
  iface->run_finish = ilv_runner_real_run_finish;
}

IlvRunner *
ilv_runner_new (IlvStrategy strategy, guint processors)
{
  const IlvRunnerOptions options = { .processors = processors };

  return ilv_runner_new_with_options (strategy, &options);
}

IlvRunner *
ilv_runner_new_with_options (IlvStrategy strategy, const IlvRunnerOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->processors > 0, NULL);

  switch (strategy)
    {
    case ILV_STRATEGY_SEQUENTIAL:
      return ilv_sequential_runner_new (options);
    case ILV_STRATEGY_EVENT_LOOP:
    case ILV_STRATEGY_AWAIT_LOOP:
      return ilv_event_loop_runner_new (strategy, options);
    case ILV_STRATEGY_TIME_SLICED:
      return ilv_time_sliced_runner_new (options);
    case ILV_STRATEGY_THREAD_POOL:
    case ILV_STRATEGY_GIL:
      return ilv_thread_pool_runner_new (strategy, options);
    case ILV_STRATEGY_GIO:
      return ilv_gio_runner_new (options);
    case ILV_STRATEGY_PYTHON_THREADS:
    case ILV_STRATEGY_PYTHON_PROCESSES:
    case ILV_STRATEGY_PYTHON_ASYNCIO:
    case ILV_STRATEGY_PYTHON_SUBINTERPRETERS:
    case ILV_STRATEGY_PYTHON_FREE_THREADED:
      return ilv_python_runner_new (strategy, options);
    case ILV_STRATEGY_MODEL:
      return ilv_model_runner_new (options);
    default:
      g_return_val_if_reached (NULL);
    }
}

void
ilv_runner_run_async (IlvRunner *self,
                      IlvWorkload *workload,
                      IlvRecorder *recorder,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (ILV_IS_RUNNER (self));
  g_return_if_fail (ILV_IS_WORKLOAD (workload));
  g_return_if_fail (ILV_IS_RECORDER (recorder));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  ILV_RUNNER_GET_IFACE (self)->run_async (self, workload, recorder, cancellable, callback,
                                          user_data);
}

IlvTrace *
ilv_runner_run_finish (IlvRunner *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (ILV_IS_RUNNER (self), NULL);

  return ILV_RUNNER_GET_IFACE (self)->run_finish (self, result, error);
}
