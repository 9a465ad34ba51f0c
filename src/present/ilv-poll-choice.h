/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-poll.h"

G_BEGIN_DECLS

#define ILV_TYPE_POLL_CHOICE (ilv_poll_choice_get_type ())

/**
 * IlvPollChoice:
 *
 * One answer of a poll on a slide: its letter, its text, and the hands of both rounds as far as the room may
 * see them.
 *
 * Signals: #IlvPollChoice::counted, with 1 or -1, when one hand more or less was clicked.
 */
G_DECLARE_FINAL_TYPE (IlvPollChoice, ilv_poll_choice, ILV, POLL_CHOICE, GtkWidget)

GtkWidget *ilv_poll_choice_new (IlvPoll *poll, guint choice);

/* Whether it is marked as the right one. */
void ilv_poll_choice_set_right (IlvPollChoice *self, gboolean right);

/* Whether room is kept for hands. */
void ilv_poll_choice_set_has_hands (IlvPollChoice *self, gboolean has_hands);

/* Says that a click was counted, and not which. */
void ilv_poll_choice_acknowledge (IlvPollChoice *self);

G_END_DECLS
