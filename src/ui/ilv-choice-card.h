/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-guess.h"

G_BEGIN_DECLS

#define ILV_TYPE_CHOICE_CARD (ilv_choice_card_get_type ())

/**
 * IlvChoiceCard:
 *
 * A question with several answers. Before the run the learner picks one or skips; after it the card
 * marks the right answer and the learner's own, and explains both.
 */
G_DECLARE_FINAL_TYPE (IlvChoiceCard, ilv_choice_card, ILV, CHOICE_CARD, GtkWidget)

/* @guess: of a prediction of the kind %ILV_PREDICTION_CHOICE. */
GtkWidget *ilv_choice_card_new (IlvGuess *guess);

/* (transfer none) */
IlvGuess *ilv_choice_card_get_guess (IlvChoiceCard *self);

/* Shows what a run has measured, in the units of #IlvMeasure; NAN where it could not. */
void ilv_choice_card_show_result (IlvChoiceCard *self, double value);

/* What the card says about the last run, for screen readers and tests; "" before it. */
const char *ilv_choice_card_get_result (IlvChoiceCard *self);

G_END_DECLS
