/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-scene-widget.h"
#include "ilv-time-axis.h"
#include "ilv-timeline.h"

G_BEGIN_DECLS

#define ILV_TYPE_HEARTBEAT_STRIP (ilv_heartbeat_strip_get_type ())

/**
 * IlvHeartbeatStrip:
 *
 * The pulse of a run's event loop, to stand under the run's timeline: a tick for each beat, and
 * flat stretches where the loop was blocked. It is hidden while the trace has no heartbeat.
 *
 * Properties, besides those of #IlvSceneWidget: `axis` (the visible range), `timeline` (nullable:
 * whose edges the strip's are to be under). Work at each frame is bounded by pixels, not by beats.
 */
G_DECLARE_FINAL_TYPE (IlvHeartbeatStrip, ilv_heartbeat_strip, ILV, HEARTBEAT_STRIP, IlvSceneWidget)

GtkWidget *ilv_heartbeat_strip_new (void);

IlvTimeAxis *ilv_heartbeat_strip_get_axis (IlvHeartbeatStrip *self);
void ilv_heartbeat_strip_set_axis (IlvHeartbeatStrip *self, IlvTimeAxis *axis);
IlvTimeline *ilv_heartbeat_strip_get_timeline (IlvHeartbeatStrip *self);
void ilv_heartbeat_strip_set_timeline (IlvHeartbeatStrip *self, IlvTimeline *timeline);

G_END_DECLS
