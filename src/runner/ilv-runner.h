/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The runner room: who does it.
 *
 * An #IlvRunner takes an #IlvWorkload and carries it out for real in the manner of one
 * #IlvStrategy, while an #IlvRecorder notes what happens. #IlvExperiment runs the two sides of a
 * comparison after one another, #IlvRaceExperiment the ways to run a race. Real runners of
 * workloads share #IlvExecution (locks, awaiting, spawning, cancelling, noticing a stall) and
 * #IlvProcessorWatch (noticing that the kernel took the processor away); the model shares only the
 * workload, and what runs a lesson's code, C or Python, only the recorder. The room uses GLib, GIO
 * and json-glib; nothing in it blocks the caller's main context.
 */

#pragma once

#include <gio/gio.h>

#include "ilv-recorder.h"
#include "ilv-runner-options.h"
#include "ilv-strategy.h"
#include "ilv-workload.h"

G_BEGIN_DECLS

#define ILV_TYPE_RUNNER (ilv_runner_get_type ())

/**
 * IlvRunner:
 *
 * Runs workloads by one strategy. Use it from the thread whose main context is to receive the
 * answer.
 */
G_DECLARE_INTERFACE (IlvRunner, ilv_runner, ILV, RUNNER, GObject)

struct _IlvRunnerInterface
{
  GTypeInterface parent_iface;

  void (*run_async) (IlvRunner *self,
                     IlvWorkload *workload,
                     IlvRecorder *recorder,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
  IlvTrace *(*run_finish) (IlvRunner *self, GAsyncResult *result, GError **error);
};

/* (transfer full): a runner for @strategy that may use @processors (from 1) processors. Strategies
 * that use one processor by their nature use one all the same. */
IlvRunner *ilv_runner_new (IlvStrategy strategy, guint processors);

/* (transfer full): the same with all that a runner may need to know. */
IlvRunner *ilv_runner_new_with_options (IlvStrategy strategy, const IlvRunnerOptions *options);

/* Runs @workload. @recorder must be a new one; it can be watched while the run goes on. Cancelling
 * ends the run within 50 ms in any state. */
void ilv_runner_run_async (IlvRunner *self,
                           IlvWorkload *workload,
                           IlvRecorder *recorder,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/* (transfer full): the finished trace. A stall (a deadlock) is no error: it is what happened, and
 * the trace's outcome says so. A cancelled run gives %G_IO_ERROR_CANCELLED; what was recorded until
 * then can be had from the recorder. */
IlvTrace *ilv_runner_run_finish (IlvRunner *self, GAsyncResult *result, GError **error);

G_END_DECLS
