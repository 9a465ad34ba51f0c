/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ILV_TYPE_TIME_AXIS (ilv_time_axis_get_type ())

/**
 * IlvTimeAxis:
 *
 * The range of time that is visible and the cursor in it, shared by all views of a comparison: views
 * bind to it and never to each other. A millisecond is as long in every view.
 *
 * Properties (all notify only on a change): `start-ns`, `end-ns` (the visible range; doubles, so
 * that zooming is smooth), `limit-ns` (the whole length, ≥ 1), `cursor-ns` (the moment under the
 * pointer, -1 for none), `selected-side` (-1 none, 0, 1), `selected-span` (index into that side's
 * trace; %ILV_TIME_AXIS_NO_SPAN where a gap is selected), `selected-gap-ns` (a moment in the gap that is
 * selected, -1 for none), `shows-flows` (whether all flows are asked for, and not only those of the
 * selected span; %FALSE at first), `first-mark-ns`, `second-mark-ns` (the two marks that one measures between,
 * -1 for none). No GTK. For one thread.
 */
G_DECLARE_FINAL_TYPE (IlvTimeAxis, ilv_time_axis, ILV, TIME_AXIS, GObject)

/* The closest that one can zoom in: 1 µs for the whole width. */
#define ILV_TIME_AXIS_MIN_RANGE_NS 1000

/* No span of any trace. */
#define ILV_TIME_AXIS_NO_SPAN G_MAXUINT

/* One measures between so many marks. */
#define ILV_N_TIME_MARKS 2

IlvTimeAxis *ilv_time_axis_new (void);

double ilv_time_axis_get_start_ns (IlvTimeAxis *self);
double ilv_time_axis_get_end_ns (IlvTimeAxis *self);
gint64 ilv_time_axis_get_limit_ns (IlvTimeAxis *self);

/* Sets the whole length. An axis that showed everything goes on showing everything. */
void ilv_time_axis_set_limit_ns (IlvTimeAxis *self, gint64 limit_ns);

/* Shows that range, moved and cut into the limits. */
void ilv_time_axis_set_range (IlvTimeAxis *self, double start_ns, double end_ns);

/* Zooms by @factor (> 1 zooms in) so that the moment @anchor_ns stays where it is. */
void ilv_time_axis_zoom (IlvTimeAxis *self, double factor, double anchor_ns);
void ilv_time_axis_pan (IlvTimeAxis *self, double delta_ns);
void ilv_time_axis_show_all (IlvTimeAxis *self);
gboolean ilv_time_axis_shows_all (IlvTimeAxis *self);

/* Pans as little as needed so that the moment is visible. */
void ilv_time_axis_reveal (IlvTimeAxis *self, double time_ns);

gint64 ilv_time_axis_get_cursor_ns (IlvTimeAxis *self);
void ilv_time_axis_set_cursor_ns (IlvTimeAxis *self, gint64 cursor_ns);

void ilv_time_axis_select (IlvTimeAxis *self, int side, guint span);
int ilv_time_axis_get_selected_side (IlvTimeAxis *self);
guint ilv_time_axis_get_selected_span (IlvTimeAxis *self);

/* Selects the gap of a lane that is at @time_ns (≥ 0), instead of a span. */
void ilv_time_axis_select_gap (IlvTimeAxis *self, int side, guint lane, gint64 time_ns);
gint64 ilv_time_axis_get_selected_gap_ns (IlvTimeAxis *self);
guint ilv_time_axis_get_selected_gap_lane (IlvTimeAxis *self);

gboolean ilv_time_axis_get_shows_flows (IlvTimeAxis *self);
void ilv_time_axis_set_shows_flows (IlvTimeAxis *self, gboolean shows_flows);

/* Puts the marks there, in any order, cut into the limits; -1 takes one away. Both are moved before anybody
 * hears of either. */
void ilv_time_axis_set_marks (IlvTimeAxis *self, gint64 first_ns, gint64 second_ns);
void ilv_time_axis_set_mark (IlvTimeAxis *self, guint mark, gint64 time_ns);

/* -1 where it is nowhere. */
gint64 ilv_time_axis_get_mark_ns (IlvTimeAxis *self, guint mark);
gboolean ilv_time_axis_has_marks (IlvTimeAxis *self);

/* The range of time between the marks; %FALSE where there is none. */
gboolean ilv_time_axis_get_marked (IlvTimeAxis *self, gint64 *from_ns, gint64 *to_ns);

/* Shows that range and nothing else. */
void ilv_time_axis_show_marked (IlvTimeAxis *self);

/* Where a moment stands on a view of @width pixels, and back. */
double ilv_time_axis_to_x (IlvTimeAxis *self, double time_ns, double width);
double ilv_time_axis_from_x (IlvTimeAxis *self, double x, double width);

/* The distance of round ticks (1, 2 or 5 times a power of ten) that are at least @min_pixels apart. */
gint64 ilv_time_axis_get_tick_ns (IlvTimeAxis *self, double width, double min_pixels);

G_END_DECLS
