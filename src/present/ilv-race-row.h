/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-race-lanes.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_ROW (ilv_race_row_get_type ())

/**
 * IlvRaceRow:
 *
 * What stands beside the picture of a run on a slide: its title, how long it took in large numerals,
 * and how many requests were under way at once, or how many failed.
 */
G_DECLARE_FINAL_TYPE (IlvRaceRow, ilv_race_row, ILV, RACE_ROW, GtkWidget)

/* (transfer floating): @is_tall: whether it may have two lines; else there is no room for all. */
GtkWidget *ilv_race_row_new (gboolean is_tall);

/* @failed: whether the run could not be made. */
void ilv_race_row_show (IlvRaceRow *self, const IlvRaceLane *lane, gboolean failed);

/* (transfer none): the large numerals, and what stands beside them. */
const char *ilv_race_row_get_duration (IlvRaceRow *self);
const char *ilv_race_row_get_caption (IlvRaceRow *self);

G_END_DECLS
