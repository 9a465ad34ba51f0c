/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-race-lanes.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_CHART (ilv_race_chart_get_type ())

/**
 * IlvRaceChart:
 *
 * All runs of a race on one scale, one below the other, see #IlvRacePicture.
 */
G_DECLARE_FINAL_TYPE (IlvRaceChart, ilv_race_chart, ILV, RACE_CHART, GtkWidget)

GtkWidget *ilv_race_chart_new (void);

/* (transfer none): what it shows, to be filled by whoever runs the race; other pictures may show it
 * too. */
IlvRaceLanes *ilv_race_chart_get_lanes (IlvRaceChart *self);

G_END_DECLS
