/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline room: how to see it.
 *
 * An #IlvTimeline draws one trace as lanes; #IlvTimeAxis (what is visible) and #IlvPlayhead (the
 * replay's position) are plain objects that several views share, so that linked zoom, pan, cursor
 * and replay come for free; #IlvSpanTable shows the same spans as a table. The room uses GTK and the
 * trace room, and knows nothing of lessons, workloads or runners.
 */

#pragma once

#include <gtk/gtk.h>

#include "ilv-lane-index.h"
#include "ilv-playhead.h"
#include "ilv-time-axis.h"

G_BEGIN_DECLS

#define ILV_TYPE_TIMELINE (ilv_timeline_get_type ())

/**
 * IlvTimeline:
 *
 * A trace as lanes under a ruler, with hover, selection, playhead, and optionally a ghost: the end
 * that the learner predicts, which can be dragged.
 *
 * Properties: `trace`, `axis`, `playhead`, `grouping`, `side` (which side of the axis' selection it
 * is: 0 or 1), `ghost-ns` (-1 for none), `ghost-editable`, `reference-ns` (a dashed mark, such as
 * the other side's end; -1 for none), `reference-label`, `min-lanes` (the natural height is computed
 * for at least so many lanes, so that two sides can be equally high), `summary` (the picture in words,
 * for a screen reader). All notify only on a change.
 *
 * Actions in its class: `timeline.zoom-in`, `timeline.zoom-out`, `timeline.zoom-fit`,
 * `timeline.next-span`, `timeline.previous-span`, `timeline.next-lane`, `timeline.previous-lane`,
 * `timeline.first-span`, `timeline.last-span`, `timeline.next-gap`, `timeline.previous-gap`,
 * `timeline.next-running`, `timeline.next-waiting`, `timeline.next-blocked` and the same with `previous` (of the
 * selected span's task), `timeline.flows` (arrows for all flows that can be told apart, not only for those of the
 * selected span), `timeline.mark-start`, `timeline.mark-end` (of the range that one measures: at the selected span, or
 * the playhead), `timeline.measure-span`, `timeline.zoom-range`, `timeline.clear-selection` (first of the marks, then
 * of what is selected). Below the lanes stands why what is selected is so, in words. While there are no spans
 * and the ghost is editable, next and previous move the ghost by a hundredth of the axis' limit.
 *
 * Time runs from left to right in every language, as on media controls; the lane names stand where
 * text begins. The axis' limit is the owner's to set. A large trace is sorted on a thread. Work at
 * each frame is bounded by pixels, not by spans.
 */
G_DECLARE_FINAL_TYPE (IlvTimeline, ilv_timeline, ILV, TIMELINE, GtkWidget)

GtkWidget *ilv_timeline_new (void);

IlvTrace *ilv_timeline_get_trace (IlvTimeline *self);
void ilv_timeline_set_trace (IlvTimeline *self, IlvTrace *trace);
IlvTimeAxis *ilv_timeline_get_axis (IlvTimeline *self);
void ilv_timeline_set_axis (IlvTimeline *self, IlvTimeAxis *axis);
IlvPlayhead *ilv_timeline_get_playhead (IlvTimeline *self);
void ilv_timeline_set_playhead (IlvTimeline *self, IlvPlayhead *playhead);
IlvGrouping ilv_timeline_get_grouping (IlvTimeline *self);
void ilv_timeline_set_grouping (IlvTimeline *self, IlvGrouping grouping);
int ilv_timeline_get_side (IlvTimeline *self);
void ilv_timeline_set_side (IlvTimeline *self, int side);
gint64 ilv_timeline_get_ghost_ns (IlvTimeline *self);
void ilv_timeline_set_ghost_ns (IlvTimeline *self, gint64 ghost_ns);
gboolean ilv_timeline_get_ghost_editable (IlvTimeline *self);
void ilv_timeline_set_ghost_editable (IlvTimeline *self, gboolean editable);
void ilv_timeline_set_reference (IlvTimeline *self, gint64 time_ns, const char *label);
guint ilv_timeline_get_min_lanes (IlvTimeline *self);
void ilv_timeline_set_min_lanes (IlvTimeline *self, guint min_lanes);

/* Whether lanes may become as low as it takes to be in sight all at once, where there is no scrolling;
 * %FALSE at first. */
void ilv_timeline_set_squeezed (IlvTimeline *self, gboolean squeezed);

/* Whether the playhead is left out while it stands at the end of the replay, where it covers that of the
 * run; %FALSE at first. */
void ilv_timeline_set_hides_rest (IlvTimeline *self, gboolean hides_rest);
const char *ilv_timeline_get_summary (IlvTimeline *self);
void ilv_timeline_set_summary (IlvTimeline *self, const char *summary);

G_END_DECLS
