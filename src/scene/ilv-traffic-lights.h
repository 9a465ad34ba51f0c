/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_TRAFFIC_LIGHTS (ilv_traffic_lights_get_type ())

/**
 * IlvTrafficLights:
 *
 * Nine pictures, of which the person is to pick those of traffic lights: what a program waits for
 * when it asks whether one is a robot. A wrong choice brings new pictures.
 *
 * Signals: `solved`, once for each question.
 */
G_DECLARE_FINAL_TYPE (IlvTrafficLights, ilv_traffic_lights, ILV, TRAFFIC_LIGHTS, GtkWidget)

GtkWidget *ilv_traffic_lights_new (void);

/* Asks again, with other pictures. */
void ilv_traffic_lights_reset (IlvTrafficLights *self);

gboolean ilv_traffic_lights_is_solved (IlvTrafficLights *self);

G_END_DECLS
