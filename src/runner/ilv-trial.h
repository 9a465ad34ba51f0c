/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-python.h"
#include "ilv-recorder.h"
#include "ilv-strategy.h"
#include "ilv-workload.h"
#include "ilv-world.h"

G_BEGIN_DECLS

/**
 * IlvTrial:
 * @strategy: how it runs
 * @workers: how many threads a thread pool has, 0 for its own number
 * @slice_ns: the time slice, or 0, see #IlvRunnerOptions
 * @code: (nullable): what runs instead of the workload where the strategy runs code
 * @python: (nullable): the interpreter for that
 * @recorder: (nullable): while it runs
 * @trace: (nullable): when it has ended, well or not
 *
 * One of the runs of which an experiment consists: a side of a comparison, or one way to run a
 * race. In the main thread only; all zeros is a trial, too.
 */
typedef struct
{
  IlvStrategy strategy;
  guint workers;
  gint64 slice_ns;
  char *code;
  IlvPython *python;
  IlvRecorder *recorder;
  IlvTrace *trace;
} IlvTrial;

void ilv_trial_clear (IlvTrial *self);

/* Forgets what the last run brought. */
void ilv_trial_drop_results (IlvTrial *self);

/* (nullable) (transfer full): why it cannot do @workload. Where a lesson's code is run, the
 * workload is not. */
char *ilv_trial_describe_obstacle (const IlvTrial *self, IlvWorkload *workload);

/* Whether its code, if it runs any, is agreed to, see #IlvTrust. */
gboolean ilv_trial_is_agreed (const IlvTrial *self);

/* What the next run of an experiment does: @workload with numbers drawn for it, the same for all of
 * its runs, so that *@drawn, %NULL before the first, is kept. But what the real PokeAPI has said
 * once is remembered, so that a second run of the same would ask nobody; there it is drawn anew. */
void ilv_trial_draw (IlvWorkload **drawn, IlvWorkload *workload, IlvWorld *world);

/* Runs it once; ends with ilv_trial_run_finish(), to which the callback hands its source object. */
void ilv_trial_run_async (IlvTrial *self,
                          IlvWorkload *workload,
                          guint processors,
                          IlvWorld *world,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/* FALSE, and the errors of ilv_runner_run_finish(), where it did not come to its end; what happened
 * until then is kept. */
gboolean ilv_trial_run_finish (IlvTrial *self,
                               GObject *source,
                               GAsyncResult *result,
                               GError **error);

/* (nullable) (transfer full): what has happened up to now; %NULL before the first run. */
IlvTrace *ilv_trial_dup_trace (const IlvTrial *self);

G_END_DECLS
