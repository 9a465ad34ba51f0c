/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline-view.h"

G_BEGIN_DECLS

#define ILV_TYPE_FLOW_LAYER (ilv_flow_layer_get_type ())

/**
 * IlvFlowLayer:
 *
 * The layer of a timeline that has arrows from who let somebody go on to who went on. How many there can be
 * is a matter of the room that there is, never of the trace.
 */
G_DECLARE_FINAL_TYPE (IlvFlowLayer, ilv_flow_layer, ILV, FLOW_LAYER, GtkWidget)

/* @view belongs to the timeline and outlives the layer's drawing. */
GtkWidget *ilv_flow_layer_new (const IlvTimelineView *view);

G_END_DECLS
