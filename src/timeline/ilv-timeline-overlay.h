/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline-view.h"

G_BEGIN_DECLS

#define ILV_TYPE_TIMELINE_OVERLAY (ilv_timeline_overlay_get_type ())

/**
 * IlvTimelineOverlay:
 *
 * The layer of a timeline that is above the spans and changes often: the end, the reference, the
 * cursor, the playhead, the ghost, what is hovered or selected, and the keyboard focus. It is a
 * layer of its own so that none of these makes the spans be drawn again.
 */
G_DECLARE_FINAL_TYPE (IlvTimelineOverlay, ilv_timeline_overlay, ILV, TIMELINE_OVERLAY, GtkWidget)

/* @view belongs to the timeline and outlives the layer's drawing. */
GtkWidget *ilv_timeline_overlay_new (const IlvTimelineView *view);

/* Whether the point is on the ghost's flag or near its line. */
gboolean ilv_timeline_overlay_is_on_ghost (IlvTimelineOverlay *self, double x, double y);

G_END_DECLS
