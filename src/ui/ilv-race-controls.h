/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-race.h"
#include "ilv-world.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_CONTROLS (ilv_race_controls_get_type ())

/**
 * IlvRaceControls:
 *
 * What of a race can be changed: how many requests, how many threads a pool has, how slow and how
 * faulty the embedded server is, and whether the real pokeapi.co is asked instead.
 *
 * Signals: #IlvRaceControls::changed.
 */
G_DECLARE_FINAL_TYPE (IlvRaceControls, ilv_race_controls, ILV, RACE_CONTROLS, GtkWidget)

#define ILV_RACE_CONTROLS_MAX_REQUESTS 1000

/* Begins with what the lesson says. @settings (nullable): where the choice of the server is kept.
 */
void ilv_race_controls_set_race (IlvRaceControls *self, IlvRace *race, GSettings *settings);

/* Whether the runs have code that says by itself how many requests and threads there are, so that
 * those cannot be changed here. */
void ilv_race_controls_set_has_code (IlvRaceControls *self, gboolean has_code);

guint ilv_race_controls_get_requests (IlvRaceControls *self);
guint ilv_race_controls_get_workers (IlvRaceControls *self);
void ilv_race_controls_get_server (IlvRaceControls *self, IlvServerSettings *server);
gboolean ilv_race_controls_get_uses_pokeapi (IlvRaceControls *self);

/* (transfer full): those that say most, as "20 requests · latency 100 ms"; "" where there are none. */
char *ilv_race_controls_describe (IlvRaceControls *self);

G_END_DECLS
