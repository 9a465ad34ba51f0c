/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-python.h"
#include "ilv-strategy.h"
#include "ilv-trace.h"
#include "ilv-workload.h"
#include "ilv-world.h"

G_BEGIN_DECLS

/**
 * IlvSide:
 * @ILV_SIDE_LEFT: the first side, run first
 * @ILV_SIDE_RIGHT: the second side
 */
typedef enum
{
  ILV_SIDE_LEFT,
  ILV_SIDE_RIGHT,
} IlvSide;

#define ILV_N_SIDES 2

#define ILV_TYPE_EXPERIMENT (ilv_experiment_get_type ())

/**
 * IlvExperiment:
 *
 * Runs one workload by two strategies, the left side first and then the right, so that they do not
 * take the processors from each other. Properties: #IlvExperiment:running.
 *
 * For the thread whose main context is to receive the answers.
 */
G_DECLARE_FINAL_TYPE (IlvExperiment, ilv_experiment, ILV, EXPERIMENT, GObject)

IlvExperiment *ilv_experiment_new (void);

/* Settings take effect at the next run. The workload starts as %NULL, the strategies as time-sliced
 * and thread-pool, the processors as the machine's. */
void ilv_experiment_set_workload (IlvExperiment *self, IlvWorkload *workload);
IlvWorkload *ilv_experiment_get_workload (IlvExperiment *self);
void ilv_experiment_set_strategy (IlvExperiment *self, IlvSide side, IlvStrategy strategy);
IlvStrategy ilv_experiment_get_strategy (IlvExperiment *self, IlvSide side);

/* How many processors both sides may use, where they can use more than one. */
void ilv_experiment_set_processors (IlvExperiment *self, guint processors);
guint ilv_experiment_get_processors (IlvExperiment *self);

/* How many threads a thread pool has; 0, as at the start, for one a processor. */
void ilv_experiment_set_workers (IlvExperiment *self, guint workers);

/* How long a task may run while others are ready, where a side has time slices, see
 * ilv_strategy_has_slice(); 0, as at the start, for the kernel's own and the model's. */
void ilv_experiment_set_slice_ns (IlvExperiment *self, gint64 slice_ns);

/* The code that a side runs where its strategy runs code, see #IlvRunnerOptions; %NULL at the
 * start. */
void ilv_experiment_set_code (IlvExperiment *self, IlvSide side, const char *code);

/* (transfer full): the code of the sides that has to be agreed to before it can run, see #IlvTrust; each text
 * once. */
char **ilv_experiment_dup_not_agreed (IlvExperiment *self);

/* The interpreter of a side, or %NULL for the best one found. */
void ilv_experiment_set_python (IlvExperiment *self, IlvSide side, IlvPython *python);

/* (transfer none): what the tasks wait for. An experiment has a world of its own from the start; it
 * is opened for a run that needs one and closed when the experiment is disposed of. */
IlvWorld *ilv_experiment_get_world (IlvExperiment *self);

/* Runs both sides; not while a run goes on. The traces of the last run are dropped. Where the
 * workload or its code needs the world, that is opened first; `{random}` is drawn once for both
 * sides. */
void ilv_experiment_run_async (IlvExperiment *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* %TRUE when both sides have a finished trace. %G_IO_ERROR_NOT_SUPPORTED, in words for a person,
 * before anything runs, where a side's strategy cannot do what the workload says. After
 * %G_IO_ERROR_CANCELLED the sides hold what was recorded until then. */
gboolean ilv_experiment_run_finish (IlvExperiment *self, GAsyncResult *result, GError **error);

gboolean ilv_experiment_is_running (IlvExperiment *self);

/* Which side is being run; meaningful while running. */
IlvSide ilv_experiment_get_running_side (IlvExperiment *self);

/* (transfer full) (nullable): the trace of a side: the finished one, or while that side is running
 * a live snapshot, or %NULL before the first run. */
IlvTrace *ilv_experiment_dup_trace (IlvExperiment *self, IlvSide side);

G_END_DECLS
