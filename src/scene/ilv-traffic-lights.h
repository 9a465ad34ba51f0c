/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-captcha.h"

G_BEGIN_DECLS

#define ILV_TYPE_TRAFFIC_LIGHTS (ilv_traffic_lights_get_type ())

/**
 * IlvTrafficLights:
 *
 * Nine pictures, of which the person is to pick those of traffic lights: what a program waits for
 * when it asks whether one is a robot. A wrong choice brings new pictures.
 *
 * Signals: `solved`, once for each question that was answered here.
 */
G_DECLARE_FINAL_TYPE (IlvTrafficLights, ilv_traffic_lights, ILV, TRAFFIC_LIGHTS, GtkWidget)

/* Shows that question; others may show it too. */
GtkWidget *ilv_traffic_lights_new (IlvCaptcha *captcha);

G_END_DECLS
