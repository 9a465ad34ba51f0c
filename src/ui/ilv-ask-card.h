/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-person.h"

G_BEGIN_DECLS

#define ILV_TYPE_ASK_CARD (ilv_ask_card_get_type ())

/**
 * IlvAskCard:
 *
 * The question that a run waits for, in the page, not above it: what the program does meanwhile can be
 * seen. Shown while there is a question.
 */
G_DECLARE_FINAL_TYPE (IlvAskCard, ilv_ask_card, ILV, ASK_CARD, GtkWidget)

/* Whose questions are shown, and who is answered. */
void ilv_ask_card_set_person (IlvAskCard *self, IlvPerson *person);

G_END_DECLS
