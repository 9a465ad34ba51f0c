/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "ilv-experiment.h"

G_BEGIN_DECLS

#define ILV_TYPE_BENCH (ilv_bench_get_type ())

/**
 * IlvBench:
 *
 * What runs a comparison's experiment and watches it: while a run goes on it looks at the traces now
 * and then, so seldom that looking does not take the processors away from what is looked at.
 *
 * Signals: #IlvBench::started; #IlvBench::watched, when there is something new to show;
 * #IlvBench::ended, with a #GError or %NULL. For the main thread.
 */
G_DECLARE_FINAL_TYPE (IlvBench, ilv_bench, ILV, BENCH, GObject)

IlvBench *ilv_bench_new (void);

/* (transfer none): what is run; its settings are the owner's affair. */
IlvExperiment *ilv_bench_get_experiment (IlvBench *self);

/* Runs both sides; not while a run goes on. The bench lives at least until the run has ended. */
void ilv_bench_run (IlvBench *self);

/* Ends the run, if there is one, soon. */
void ilv_bench_stop (IlvBench *self);
gboolean ilv_bench_is_running (IlvBench *self);

/* Goes back to the traces of an earlier run; not while a run goes on. */
void ilv_bench_show (IlvBench *self, IlvTrace *left, IlvTrace *right);

/* (transfer none) (nullable): what is known of a side since the last look. */
IlvTrace *ilv_bench_get_trace (IlvBench *self, IlvSide side);

G_END_DECLS
