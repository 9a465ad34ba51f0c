/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_VOTE_BAR (ilv_vote_bar_get_type ())

/**
 * IlvVoteBar:
 *
 * A bar for the hands that were shown for a choice in one round. The first round's is striped and the
 * second round's is filled, so that nobody needs colours to tell them apart. It grows where animations
 * are wanted.
 */
G_DECLARE_FINAL_TYPE (IlvVoteBar, ilv_vote_bar, ILV, VOTE_BAR, GtkWidget)

/* @round: 0 or 1 */
GtkWidget *ilv_vote_bar_new (guint round);

/* How much of it is filled, 0 to 1. */
void ilv_vote_bar_set_fraction (IlvVoteBar *self, double fraction);

/* That which it will have when it has grown. */
double ilv_vote_bar_get_fraction (IlvVoteBar *self);

G_END_DECLS
