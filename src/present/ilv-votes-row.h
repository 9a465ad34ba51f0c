/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-poll.h"

G_BEGIN_DECLS

#define ILV_TYPE_VOTES_ROW (ilv_votes_row_get_type ())

/**
 * IlvVotesRow:
 *
 * The hands for one choice of a poll, as the presenter sees and corrects them: both rounds, with a bar each.
 */
G_DECLARE_FINAL_TYPE (IlvVotesRow, ilv_votes_row, ILV, VOTES_ROW, GtkWidget)

GtkWidget *ilv_votes_row_new (IlvPoll *poll, guint choice);

/* Which round is being counted (-1 for none), and whether its hands for this choice are being typed. */
void ilv_votes_row_set_round (IlvVotesRow *self, int round, gboolean counting);

G_END_DECLS
