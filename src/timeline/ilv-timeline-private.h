/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-timeline-view.h"
#include "ilv-timeline.h"

G_BEGIN_DECLS

/* What the parts of a timeline, its tests and its benchmark know of it besides the public part. */

const IlvTimelineView *ilv_timeline_get_view (IlvTimeline *self);

/* The layer of the spans, an #IlvLaneView. */
GtkWidget *ilv_timeline_get_lane_view (IlvTimeline *self);

/* Whether a thread is still sorting the trace. */
gboolean ilv_timeline_is_loading (IlvTimeline *self);

gboolean ilv_timeline_has_spans (IlvTimeline *self);
gboolean ilv_timeline_is_on_ghost (IlvTimeline *self, double x, double y);

/* The moment at @x, cut into the visible range. */
gint64 ilv_timeline_get_moment (IlvTimeline *self, double x);
IlvSpanPlace ilv_timeline_pick (IlvTimeline *self, double x, double y);

/* The pointer is there, or has left. */
void ilv_timeline_point_at (IlvTimeline *self, double x, double y);
void ilv_timeline_point_away (IlvTimeline *self);

void ilv_timeline_select_place (IlvTimeline *self, IlvSpanPlace place);
void ilv_timeline_select_gap (IlvTimeline *self, const IlvLaneGap *gap);

/* The span that is there, or else the gap. */
void ilv_timeline_select_at (IlvTimeline *self, double x, double y);

/* (nullable) (transfer full): what is selected, and why it is so, in sentences. */
char *ilv_timeline_describe_selected (IlvTimeline *self);

/* In ilv-timeline-explain.c: the keys that select gaps. */
void ilv_timeline_install_explain_actions (GtkWidgetClass *widget_class);

/* Where a step from the gap that is selected leads to. */
IlvSpanPlace ilv_timeline_step_from_gap (IlvTimeline *self, IlvSpanStep step);

/* In ilv-timeline-actions.c. */
void ilv_timeline_install_actions (GtkWidgetClass *widget_class);

/* In ilv-timeline-measure.c. */
void ilv_timeline_install_measure_actions (GtkWidgetClass *widget_class);

/* Selects the span with that index in the trace that is shown, brings it into view, and tells it to who
 * cannot see it. */
void ilv_timeline_go_to_span (IlvTimeline *self, guint span);

/* In ilv-timeline-search.c: what is looked for. */
typedef struct _IlvTimelineSearch IlvTimelineSearch;

IlvTimelineSearch *ilv_timeline_search_new (IlvTimeline *timeline);
void ilv_timeline_search_free (IlvTimelineSearch *self);
void ilv_timeline_install_search_actions (GtkWidgetClass *widget_class);
IlvTimelineSearch *ilv_timeline_get_search (IlvTimeline *self);

/* In ilv-timeline-input.c: the controllers, and what they remember. */
typedef struct _IlvTimelineInput IlvTimelineInput;

IlvTimelineInput *ilv_timeline_input_new (IlvTimeline *timeline);
void ilv_timeline_input_free (IlvTimelineInput *self);

G_END_DECLS
