/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-comparison.h"
#include "ilv-experiment.h"
#include "ilv-guess.h"
#include "ilv-lesson-context.h"

G_BEGIN_DECLS

#define ILV_TYPE_COMPARISON_VIEW (ilv_comparison_view_get_type ())

/**
 * IlvComparisonView:
 *
 * Runs a comparison and shows it: two sides on one scale, the controls, and what it has shown.
 *
 * Everything a person can do is an action of its group "comparison": `run`, `stop`, `play`,
 * `previous-event`, `next-event`, `zoom-in`, `zoom-out`, `zoom-fit`, `show-table`, `skip`,
 * `show-scene` (the scene rather than the timelines), `show-run` (the number of one of the last runs),
 * `break` and `repair` (what the lesson has to be broken), `reset-settings`, and those of #IlvCodePane.
 */
G_DECLARE_FINAL_TYPE (IlvComparisonView, ilv_comparison_view, ILV, COMPARISON_VIEW, GtkWidget)

/* @guess: (nullable): the prediction that is asked for before the first run. */
GtkWidget *ilv_comparison_view_new (IlvComparison *comparison, IlvGuess *guess);

/* The same on the page of a lesson: @context says what there is around it. */
GtkWidget *ilv_comparison_view_new_in_lesson (IlvComparison *comparison,
                                              const IlvLessonContext *context);

/* Asks for @guess too before the first run. */
void ilv_comparison_view_add_guess (IlvComparisonView *self, IlvGuess *guess);

/* (transfer none): the view's actions, for those around it. */
GActionGroup *ilv_comparison_view_get_actions (IlvComparisonView *self);

/* (transfer none): what it runs. */
IlvExperiment *ilv_comparison_view_get_experiment (IlvComparisonView *self);

/* What the last run has shown, in words; "" before the first. */
const char *ilv_comparison_view_get_verdict (IlvComparisonView *self);

/* The timeline of a side. */
GtkWidget *ilv_comparison_view_get_timeline (IlvComparisonView *self, IlvSide side);

G_END_DECLS
