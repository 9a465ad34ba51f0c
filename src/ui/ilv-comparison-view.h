/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-bench.h"
#include "ilv-code-pane.h"
#include "ilv-comparison.h"
#include "ilv-conditions.h"
#include "ilv-gradual.h"
#include "ilv-guess.h"
#include "ilv-lesson-context.h"
#include "ilv-replay.h"

G_BEGIN_DECLS

#define ILV_TYPE_COMPARISON_VIEW (ilv_comparison_view_get_type ())

/**
 * IlvComparisonView:
 *
 * Runs a comparison and shows it: two sides on one scale, the controls, and what it has shown.
 *
 * Everything a person can do is an action of its group "comparison": `run`, `repeat` (ten runs), `stop`, `play`,
 * `previous-event`, `next-event`, `zoom-in`, `zoom-out`, `zoom-fit`, `show-table`, `skip`,
 * `show-scene` (the scene rather than the timelines), `show-run` (the number of one of the last runs), `history` (a window with all kept runs),
 * `break` and `repair` (what the lesson has to be broken), `reset-settings`, and those of #IlvCodePane.
 */
G_DECLARE_FINAL_TYPE (IlvComparisonView, ilv_comparison_view, ILV, COMPARISON_VIEW, GtkWidget)

/* @guess: (nullable): the prediction that is asked for before the first run. */
GtkWidget *ilv_comparison_view_new (IlvComparison *comparison, IlvGuess *guess);

/* The same on the page of a lesson: @context says what there is around it. */
GtkWidget *ilv_comparison_view_new_in_lesson (IlvComparison *comparison,
                                              const IlvLessonContext *context);

/* The same with nothing in it yet: see #IlvGradual. */
GtkWidget *ilv_comparison_view_new_unbuilt (IlvComparison *comparison);

/* Whether it outlives the windows that it is shown in: then a run or a replay goes on when it leaves one.
 * %FALSE at first: a page that is left takes its run with it. */
void ilv_comparison_view_set_lasting (IlvComparisonView *self, gboolean lasting);

/* Asks for @guess too before the first run. */
void ilv_comparison_view_add_guess (IlvComparisonView *self, IlvGuess *guess);

/* (transfer none): the view's actions, for those around it. */
GActionGroup *ilv_comparison_view_get_actions (IlvComparisonView *self);

/* (transfer none): what it runs. */
IlvExperiment *ilv_comparison_view_get_experiment (IlvComparisonView *self);

/* What the last run has shown, in words; "" before the first. */
const char *ilv_comparison_view_get_verdict (IlvComparisonView *self);

/* (transfer none): what runs it, what is seen of it, at which moment and by whose clock; for other views
 * of the same run. */
IlvBench *ilv_comparison_view_get_bench (IlvComparisonView *self);
IlvTimeAxis *ilv_comparison_view_get_axis (IlvComparisonView *self);
IlvPlayhead *ilv_comparison_view_get_playhead (IlvComparisonView *self);
IlvReplay *ilv_comparison_view_get_replay (IlvComparisonView *self);

/* (transfer none): under which conditions it is run, and which code. */
IlvConditions *ilv_comparison_view_get_conditions (IlvComparisonView *self);
IlvCodePane *ilv_comparison_view_get_code (IlvComparisonView *self);

/* The timeline of a side. */
GtkWidget *ilv_comparison_view_get_timeline (IlvComparisonView *self, IlvSide side);

G_END_DECLS
