/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline-view.h"

G_BEGIN_DECLS

#define ILV_TYPE_LANE_STACK (ilv_lane_stack_get_type ())

/**
 * IlvLaneStack:
 *
 * The layers of a timeline: what changes at different rates is drawn apart, so that a moving
 * pointer or playhead makes no span be drawn again. It owns what the layers show, lays it out, and
 * knows what is where.
 */
G_DECLARE_FINAL_TYPE (IlvLaneStack, ilv_lane_stack, ILV, LANE_STACK, GtkWidget)

GtkWidget *ilv_lane_stack_new (void);

const IlvTimelineView *ilv_lane_stack_get_view (IlvLaneStack *self);
GtkWidget *ilv_lane_stack_get_lane_view (IlvLaneStack *self);

void ilv_lane_stack_set_axis (IlvLaneStack *self, IlvTimeAxis *axis);
void ilv_lane_stack_set_playhead (IlvLaneStack *self, IlvPlayhead *playhead);
void ilv_lane_stack_set_index (IlvLaneStack *self, IlvLaneIndex *index);
void ilv_lane_stack_set_ghost (IlvLaneStack *self, gint64 ghost_ns, gboolean editable);
void ilv_lane_stack_set_reference (IlvLaneStack *self, gint64 time_ns, const char *label);
void ilv_lane_stack_set_min_lanes (IlvLaneStack *self, guint min_lanes);
guint ilv_lane_stack_get_min_lanes (IlvLaneStack *self);
void ilv_lane_stack_set_squeezed (IlvLaneStack *self, gboolean squeezed);
void ilv_lane_stack_set_hides_rest (IlvLaneStack *self, gboolean hides_rest);

/* Returns whether it is another span than before. */
gboolean ilv_lane_stack_set_selected (IlvLaneStack *self, IlvSpanPlace place);

/* (nullable): the gap that is selected instead. */
void ilv_lane_stack_set_gap (IlvLaneStack *self, const IlvLaneGap *gap);

/* @span: (nullable): a span of the index' trace that is selected and in no lane; until there is another index. */
void ilv_lane_stack_set_absent (IlvLaneStack *self, const IlvSpan *span);

/* The pointer is there, or has left. Returns whether it is on another span than before. */
gboolean ilv_lane_stack_point_at (IlvLaneStack *self, double x, double y);
gboolean ilv_lane_stack_point_away (IlvLaneStack *self);

/* The visible range has changed. Returns whether another span is under the pointer now. */
gboolean ilv_lane_stack_update_range (IlvLaneStack *self);

/* Other flows are to be shown. */
void ilv_lane_stack_update_flows (IlvLaneStack *self);

/* Something that only the topmost layer shows has changed. */
void ilv_lane_stack_update_marks (IlvLaneStack *self);

IlvSpanPlace ilv_lane_stack_pick (IlvLaneStack *self, double x, double y);

/* Whether there is a gap. */
gboolean ilv_lane_stack_pick_gap (IlvLaneStack *self, double x, double y, IlvLaneGap *gap);
gboolean ilv_lane_stack_is_on_ghost (IlvLaneStack *self, double x, double y);

/* Whether @x is on the part where time is shown. */
gboolean ilv_lane_stack_is_on_plot (IlvLaneStack *self, double x);

/* The moment at @x, cut into the visible range. */
gint64 ilv_lane_stack_get_moment (IlvLaneStack *self, double x);

G_END_DECLS
