/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline-view.h"

G_BEGIN_DECLS

#define ILV_TYPE_LANE_FRAME (ilv_lane_frame_get_type ())

/**
 * IlvLaneFrame:
 *
 * The layer of a timeline that is below the spans: the ruler and its lines, the lanes' tracks and
 * their names.
 */
G_DECLARE_FINAL_TYPE (IlvLaneFrame, ilv_lane_frame, ILV, LANE_FRAME, GtkWidget)

/* @view belongs to the timeline and outlives the layer's drawing. */
GtkWidget *ilv_lane_frame_new (const IlvTimelineView *view);

/* The height of a line of text and the width of the longest name. */
void ilv_lane_frame_measure_text (IlvLaneFrame *self, int *text_height, int *label_width);

/* To be called when lanes came, went or were renamed, or the font has changed. */
void ilv_lane_frame_reset (IlvLaneFrame *self);

/* Whether the names are no longer those of the lanes. */
gboolean ilv_lane_frame_is_outdated (IlvLaneFrame *self);

G_END_DECLS
