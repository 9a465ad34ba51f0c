/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-guess.h"
#include "ilv-timeline.h"

G_BEGIN_DECLS

#define ILV_TYPE_COMPARISON_GUESSES (ilv_comparison_guesses_get_type ())

/**
 * IlvComparisonGuesses:
 *
 * What the learner is asked before a comparison runs: flags on the timelines to be dragged, and answers
 * to be picked. Hidden while nothing was asked. The buttons of the flags' notices use the action
 * `comparison.skip`.
 *
 * Signals: #IlvComparisonGuesses::changed, when whether a run has to wait may have changed.
 */
G_DECLARE_FINAL_TYPE (
  IlvComparisonGuesses, ilv_comparison_guesses, ILV, COMPARISON_GUESSES, GtkWidget)

/* Asks @guess too; @left and @right hold the flags. */
void ilv_comparison_guesses_add (IlvComparisonGuesses *self,
                                 IlvGuess *guess,
                                 IlvTimeline *left,
                                 IlvTimeline *right);

/* The time that one processor needs for one task after the other: what an end is a share of. */
void ilv_comparison_guesses_set_sequential_ns (IlvComparisonGuesses *self, gint64 sequential_ns);

/* While a run goes on, the flags cannot be moved. */
void ilv_comparison_guesses_set_running (IlvComparisonGuesses *self, gboolean running);

/* (nullable): why a run has to wait, in words; %NULL if it has not. */
const char *ilv_comparison_guesses_get_obstacle (IlvComparisonGuesses *self);

/* Takes what was said as the answer. */
void ilv_comparison_guesses_commit (IlvComparisonGuesses *self);

/* Passes over what the flags ask. */
void ilv_comparison_guesses_skip (IlvComparisonGuesses *self);

/* Marks the answers that the learner could pick by what the run has measured, which is kept. (transfer
 * full) (nullable): what the learner said with flags beside what was measured. */
char *ilv_comparison_guesses_describe (IlvComparisonGuesses *self, IlvTrace *left, IlvTrace *right);

G_END_DECLS
