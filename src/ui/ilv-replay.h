/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-bench.h"
#include "ilv-playhead.h"
#include "ilv-time-axis.h"

G_BEGIN_DECLS

#define ILV_TYPE_REPLAY (ilv_replay_get_type ())

/**
 * IlvReplay:
 *
 * Moves a comparison's playhead: along with time, and from event to event of both sides; and zooms.
 */
G_DECLARE_FINAL_TYPE (IlvReplay, ilv_replay, ILV, REPLAY, GObject)

/* @bench: (nullable): whose two sides' events it steps through; without one they are set. @widget:
 * (unowned): whose frame clock it follows while it plays. */
IlvReplay *ilv_replay_new (GtkWidget *widget,
                           IlvBench *bench,
                           IlvPlayhead *playhead,
                           IlvTimeAxis *axis);

/* Follows the frame clock of another widget, and of no other: a replay has one clock, or it would be too
 * fast. @widget: (unowned) (nullable): with %NULL it stands still. */
void ilv_replay_set_widget (IlvReplay *self, GtkWidget *widget);

/* The traces whose events it steps through where it has no bench; each may be %NULL. */
void ilv_replay_set_traces (IlvReplay *self, IlvTrace *left, IlvTrace *right);

/* Adds `play`, `previous-event`, `next-event`, `zoom-in`, `zoom-out` and `zoom-fit` to @map, which the
 * replay must outlive. */
void ilv_replay_add_actions (IlvReplay *self, GActionMap *map);

/* Plays, or pauses. */
void ilv_replay_toggle (IlvReplay *self);

/* Goes to the nearest moment, in that direction, at which a span of either side begins or ends. */
void ilv_replay_step (IlvReplay *self, gboolean forward);

G_END_DECLS
