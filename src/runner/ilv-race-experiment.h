/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-python.h"
#include "ilv-strategy.h"
#include "ilv-trace.h"
#include "ilv-workload.h"
#include "ilv-world.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_EXPERIMENT (ilv_race_experiment_get_type ())

/* What ilv_race_experiment_get_current() says while nothing runs. */
#define ILV_RACE_EXPERIMENT_NONE G_MAXUINT

/**
 * IlvRaceExperiment:
 *
 * Runs one workload in several ways, one after the other, so that they do not take the processors
 * from each other. All do exactly the same work: what is drawn at random is drawn once, except
 * where the real PokeAPI is asked, whose answers are kept.
 *
 * Properties: `current` (uint, which run goes on, or %ILV_RACE_EXPERIMENT_NONE; read only, notifies
 * on a change). For the thread whose main context is to receive the answers.
 */
G_DECLARE_FINAL_TYPE (IlvRaceExperiment, ilv_race_experiment, ILV, RACE_EXPERIMENT, GObject)

IlvRaceExperiment *ilv_race_experiment_new (void);

/* Adds a way to run it and returns its number; not while a race goes on. For @workers, @code and
 * @python see #IlvRunnerOptions; they are copied. */
guint ilv_race_experiment_add (IlvRaceExperiment *self,
                               IlvStrategy strategy,
                               guint workers,
                               const char *code,
                               IlvPython *python);

/* Takes all of them away, and what is known of them; not while a race goes on. */
void ilv_race_experiment_clear (IlvRaceExperiment *self);
guint ilv_race_experiment_get_n_runs (IlvRaceExperiment *self);

/* (transfer full): the code that has to be agreed to before all of them can run, see #IlvTrust. */
char **ilv_race_experiment_dup_not_agreed (IlvRaceExperiment *self);

/* (transfer none): what the tasks wait for, for its settings. It is opened for the first race and
 * closed when the race run is disposed of. */
IlvWorld *ilv_race_experiment_get_world (IlvRaceExperiment *self);

/* Runs all of them; not while a race goes on. What is known of the last race is dropped. */
void ilv_race_experiment_run_async (IlvRaceExperiment *self,
                                    IlvWorkload *workload,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* %TRUE when all have had their turn; those that could not be run have a problem. After
 * %G_IO_ERROR_CANCELLED there is what was recorded until then. */
gboolean
ilv_race_experiment_run_finish (IlvRaceExperiment *self, GAsyncResult *result, GError **error);

/* Which run goes on, or %ILV_RACE_EXPERIMENT_NONE; and whether a race does, for the world opens
 * first. */
guint ilv_race_experiment_get_current (IlvRaceExperiment *self);
gboolean ilv_race_experiment_is_running (IlvRaceExperiment *self);

/* (transfer full) (nullable): what happened in a run: in the end, or so far, or %NULL before it. */
IlvTrace *ilv_race_experiment_dup_trace (IlvRaceExperiment *self, guint run);

/* (nullable): why a run could not be made, in words for a person. */
const char *ilv_race_experiment_get_problem (IlvRaceExperiment *self, guint run);

/* (transfer full) (nullable): @n_tasks tasks that do what those of @workload do, which must all do
 * the same; %NULL where they do not, so that their number cannot be changed. */
IlvWorkload *ilv_race_experiment_resize_workload (IlvWorkload *workload, guint n_tasks);

G_END_DECLS
