/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-pythons.h"
#include "ilv-run-store.h"

G_BEGIN_DECLS

#define ILV_TYPE_PREFERENCES (ilv_preferences_get_type ())

/**
 * IlvPreferences:
 *
 * The window of the preferences: each is a key of the program's settings and works at once.
 */
G_DECLARE_FINAL_TYPE (IlvPreferences, ilv_preferences, ILV, PREFERENCES, AdwWindow)

GtkWidget *ilv_preferences_new (GtkWindow *parent, GSettings *settings, IlvPythons *pythons);

/* Offers to keep no history of runs, and to delete @history. */
void ilv_preferences_set_history (IlvPreferences *self, IlvRunStore *history);

G_END_DECLS
