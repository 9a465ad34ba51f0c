/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline.h"

G_BEGIN_DECLS

#define ILV_TYPE_RANGE_BAR (ilv_range_bar_get_type ())

/**
 * IlvRangeBar:
 *
 * How long the range is that one has marked on two timelines, and what happened in it on both sides. It
 * is only there while there is such a range. The figures are computed in a thread, and told to screen
 * readers.
 *
 * Actions in its class: `range.zoom` (shows the range alone), `range.clear`.
 */
G_DECLARE_FINAL_TYPE (IlvRangeBar, ilv_range_bar, ILV, RANGE_BAR, GtkWidget)

/* @left, @right: (unowned): the timelines, which share one axis; call it once, when they have it. */
void ilv_range_bar_set_timelines (IlvRangeBar *self, IlvTimeline *left, IlvTimeline *right);

/* Whether figures are still being computed. */
gboolean ilv_range_bar_is_computing (IlvRangeBar *self);

G_END_DECLS
