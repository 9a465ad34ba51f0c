/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-race-lanes.h"
#include "ilv-timeline-theme.h"

G_BEGIN_DECLS

/**
 * IlvRacePicture:
 * @lanes: (unowned): what it is of
 * @theme: its colours
 * @scale: see ilv_mark_get_scale()
 *
 * How a race is drawn, wherever it is: the requests that were under way over time. A few are shown as
 * bars in rows, so that the waves of a thread pool can be seen; many as an area whose height is their
 * number. Work at each frame is bounded by pixels.
 */
typedef struct
{
  IlvRaceLanes *lanes;
  IlvTimelineTheme theme;
  double scale;
} IlvRacePicture;

/* Draws a run into @bounds; rows of requests are no higher than @max_row_height. */
void ilv_race_picture_append_lane (const IlvRacePicture *self,
                                   GtkSnapshot *snapshot,
                                   guint run,
                                   const graphene_rect_t *bounds,
                                   double max_row_height);

/* Draws the ticks of the time: lines over @bounds, and their numbers below @text_y in @widget's font. */
void ilv_race_picture_append_ticks (const IlvRacePicture *self,
                                    GtkSnapshot *snapshot,
                                    GtkWidget *widget,
                                    const graphene_rect_t *bounds,
                                    double text_y);

G_END_DECLS
