/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline-view.h"

G_BEGIN_DECLS

#define ILV_TYPE_LANE_VIEW (ilv_lane_view_get_type ())

/**
 * IlvLaneView:
 *
 * The layer of a timeline that draws the spans. Its work is bounded by pixels: spans that are wide
 * enough are nodes, the crowded parts of a lane are one picture. It is drawn anew only when the
 * trace, the range, the size or the theme changes.
 */
G_DECLARE_FINAL_TYPE (IlvLaneView, ilv_lane_view, ILV, LANE_VIEW, GtkWidget)

/* @view belongs to the timeline and outlives the layer's drawing. */
GtkWidget *ilv_lane_view_new (const IlvTimelineView *view);

/* To be called when the theme or the font has changed. */
void ilv_lane_view_reset (IlvLaneView *self);

/* How often the spans were drawn, for tests. */
guint ilv_lane_view_get_n_snapshots (IlvLaneView *self);

G_END_DECLS
