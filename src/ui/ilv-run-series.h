/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-bench.h"

G_BEGIN_DECLS

/* So many runs show how much the same thing differs. */
#define ILV_RUN_SERIES_LENGTH 10

#define ILV_TYPE_RUN_SERIES (ilv_run_series_get_type ())

/**
 * IlvRunSeries:
 *
 * Runs what is on a bench several times, one run after the other, until it is stopped or a run has no
 * result. Properties: #IlvRunSeries:active.
 */
G_DECLARE_FINAL_TYPE (IlvRunSeries, ilv_run_series, ILV, RUN_SERIES, GObject)

/* To be made before anybody else listens to @bench, so that they can ask whether there is more to come. */
IlvRunSeries *ilv_run_series_new (IlvBench *bench);

/* Begins the first of @n_runs (≥ 1) runs; not while something runs. */
void ilv_run_series_start (IlvRunSeries *self, guint n_runs);

/* Stops the run that goes on, too. What has ended before is not touched. */
void ilv_run_series_stop (IlvRunSeries *self);

/* From the start until the last run has ended; also between two runs. */
gboolean ilv_run_series_is_active (IlvRunSeries *self);

/* Which run goes on or comes next, from 1, and how many there are; 0 before the first series. */
guint ilv_run_series_get_number (IlvRunSeries *self);
guint ilv_run_series_get_n_runs (IlvRunSeries *self);

G_END_DECLS
