/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_SIDE (ilv_race_side_get_type ())

/**
 * IlvRaceSide:
 *
 * One of a race's runs in full: a choice of which, its timeline, what happened in a sentence, and
 * the names as they arrive.
 *
 * Properties: `selected` (uint, which run is shown; read and write, notifies on a change).
 */
G_DECLARE_FINAL_TYPE (IlvRaceSide, ilv_race_side, ILV, RACE_SIDE, GtkWidget)

/* Says which of the two it is, 0 or 1, and what it shares with the other. */
void ilv_race_side_set_up (IlvRaceSide *self, int side, IlvTimeAxis *axis, IlvPlayhead *playhead);

/* The titles of the runs to choose from; chooses @selected. */
void ilv_race_side_set_titles (IlvRaceSide *self, const char *const *titles, guint selected);

guint ilv_race_side_get_selected (IlvRaceSide *self);
void ilv_race_side_set_selected (IlvRaceSide *self, guint selected);

/* What happened in the run that is selected; @trace: (nullable). */
void ilv_race_side_set_trace (IlvRaceSide *self, IlvTrace *trace);
IlvTrace *ilv_race_side_get_trace (IlvRaceSide *self);

IlvTimeline *ilv_race_side_get_timeline (IlvRaceSide *self);

G_END_DECLS
