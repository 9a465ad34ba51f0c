/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-chart.h"
#include "ilv-speedup.h"

G_BEGIN_DECLS

#define ILV_TYPE_SPEEDUP_BENCH (ilv_speedup_bench_get_type ())

/**
 * IlvSpeedupBench:
 *
 * What predicts a speedup and measures it, with its settings and what it has to say, for any number of
 * views.
 *
 * Its actions are `run` and `stop`. Signals: #IlvSpeedupBench::changed, when it starts or stops running,
 * or there is something new to show. For the main thread.
 */
G_DECLARE_FINAL_TYPE (IlvSpeedupBench, ilv_speedup_bench, ILV, SPEEDUP_BENCH, GObject)

/* Begins with what the model says, as a prediction should. */
IlvSpeedupBench *ilv_speedup_bench_new (void);

/* (transfer none): what it measures with; its settings: how many tasks, and the work of each in
 * milliseconds. */
IlvSpeedup *ilv_speedup_bench_get_speedup (IlvSpeedupBench *self);
GtkAdjustment *ilv_speedup_bench_get_tasks (IlvSpeedupBench *self);
GtkAdjustment *ilv_speedup_bench_get_work (IlvSpeedupBench *self);
GActionGroup *ilv_speedup_bench_get_actions (IlvSpeedupBench *self);

void ilv_speedup_bench_stop (IlvSpeedupBench *self);
gboolean ilv_speedup_bench_is_running (IlvSpeedupBench *self);

/* Whether the last measurement has come to its end, and whether other programs were busy meanwhile. */
gboolean ilv_speedup_bench_has_result (IlvSpeedupBench *self);
gboolean ilv_speedup_bench_is_disturbed (IlvSpeedupBench *self);

/* (transfer none): what is known, or why nothing is, in a sentence. */
const char *ilv_speedup_bench_get_sentence (IlvSpeedupBench *self);

/* Shows all that is known in @chart, and nothing else. */
void ilv_speedup_bench_fill_chart (IlvSpeedupBench *self, IlvChart *chart);

G_END_DECLS
