/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trial.h"

#include "ilv-runner.h"
#include "ilv-trust.h"

void
ilv_trial_drop_results (IlvTrial *self)
{
  g_clear_object (&self->recorder);
  g_clear_object (&self->trace);
}

void
ilv_trial_clear (IlvTrial *self)
{
  ilv_trial_drop_results (self);
  g_clear_object (&self->python);
  g_clear_pointer (&self->code, g_free);
}

char *
ilv_trial_describe_obstacle (const IlvTrial *self, IlvWorkload *workload)
{
  if (self->code != NULL && ilv_strategy_has_code (self->strategy))
    return NULL;
  return ilv_workload_describe_obstacle (workload, self->strategy);
}

gboolean
ilv_trial_is_agreed (const IlvTrial *self)
{
  return ilv_trust_lets_run (ilv_trust_get_default (), self->strategy, self->code);
}

void
ilv_trial_draw (IlvWorkload **drawn, IlvWorkload *workload, IlvWorld *world)
{
  g_autoptr (GRand) rand = NULL;

  if (*drawn != NULL && !ilv_world_get_uses_pokeapi (world))
    return;
  rand = g_rand_new ();
  g_clear_object (drawn);
  *drawn = ilv_workload_draw (workload, rand, ILV_N_POKEMON);
}

void
ilv_trial_run_async (IlvTrial *self,
                     IlvWorkload *workload,
                     guint processors,
                     IlvWorld *world,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  const IlvRunnerOptions options = {
    .processors = processors,
    .workers = self->workers,
    .slice_ns = self->slice_ns,
    .world = world,
    .python = self->python,
    .code = self->code,
  };
  g_autoptr (IlvRunner) runner = ilv_runner_new_with_options (self->strategy, &options);

  ilv_trial_drop_results (self);
  self->recorder = ilv_recorder_new ();
  ilv_runner_run_async (runner, workload, self->recorder, cancellable, callback, user_data);
}

gboolean
ilv_trial_run_finish (IlvTrial *self, GObject *source, GAsyncResult *result, GError **error)
{
  gboolean succeeded;

  self->trace = ilv_runner_run_finish (ILV_RUNNER (source), result, error);
  succeeded = self->trace != NULL;
  if (!succeeded)
    self->trace = ilv_recorder_snapshot (self->recorder);
  g_clear_object (&self->recorder);
  return succeeded;
}

IlvTrace *
ilv_trial_dup_trace (const IlvTrial *self)
{
  if (self->trace != NULL)
    return g_object_ref (self->trace);
  return self->recorder != NULL ? ilv_recorder_snapshot (self->recorder) : NULL;
}
