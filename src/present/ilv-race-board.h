/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-playhead.h"
#include "ilv-race-view.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_BOARD (ilv_race_board_get_type ())

/**
 * IlvRaceBoard:
 *
 * The runs of a race, large, on one scale that fills the width: each has its title and how long it took
 * in large numerals, and beside them the requests that were under way. Where the replay is, what has
 * not happened yet is pale.
 */
G_DECLARE_FINAL_TYPE (IlvRaceBoard, ilv_race_board, ILV, RACE_BOARD, GtkWidget)

/* (transfer floating): @race: what runs it; @playhead: where the replay is. */
GtkWidget *ilv_race_board_new (IlvRaceView *race, IlvPlayhead *playhead);

G_END_DECLS
