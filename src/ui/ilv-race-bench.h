/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-race-experiment.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_BENCH (ilv_race_bench_get_type ())

/**
 * IlvRaceBench:
 *
 * What runs a race and watches it: now and then it looks at the run that goes on, so seldom that
 * looking does not take the processors away from what is looked at.
 *
 * Signals: #IlvRaceBench::watched, with the number of a run of which there is something new to
 * show; #IlvRaceBench::ended, with a #GError or %NULL. For the main thread.
 */
G_DECLARE_FINAL_TYPE (IlvRaceBench, ilv_race_bench, ILV, RACE_BENCH, GObject)

IlvRaceBench *ilv_race_bench_new (void);

/* (transfer none): what is run; its settings are the owner's affair. */
IlvRaceExperiment *ilv_race_bench_get_experiment (IlvRaceBench *self);

/* Runs @workload in all ways; not while a race goes on. The bench lives at least until it has
 * ended. */
void ilv_race_bench_run (IlvRaceBench *self, IlvWorkload *workload);

/* Ends the race, if there is one, soon. */
void ilv_race_bench_stop (IlvRaceBench *self);
gboolean ilv_race_bench_is_running (IlvRaceBench *self);

/* (transfer none) (nullable): what is known of a run since the last look. */
IlvTrace *ilv_race_bench_get_trace (IlvRaceBench *self, guint run);

/* How much of the race is done, 0 to 1: runs, and of the one that goes on the tasks that have an
 * answer. */
double ilv_race_bench_get_progress (IlvRaceBench *self);

G_END_DECLS
