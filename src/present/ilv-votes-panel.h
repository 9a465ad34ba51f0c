/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"

G_BEGIN_DECLS

#define ILV_TYPE_VOTES_PANEL (ilv_votes_panel_get_type ())

/**
 * IlvVotesPanel:
 *
 * The presenter's side of a poll: the hands for each choice in both rounds, to be counted and corrected;
 * what is shown to the room; and clearing them, which can be undone. It follows the slide that is shown, and
 * is not visible where that has no poll.
 */
G_DECLARE_FINAL_TYPE (IlvVotesPanel, ilv_votes_panel, ILV, VOTES_PANEL, GtkWidget)

GtkWidget *ilv_votes_panel_new (IlvPresentation *presentation);

G_END_DECLS
