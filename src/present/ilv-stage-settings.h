/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_STAGE_SETTINGS (ilv_stage_settings_get_type ())

/**
 * IlvStageSettings:
 *
 * A window with all settings of the experiment of the slide that is shown, as on the lesson's page; what
 * is changed there is seen on the slides at once. It opens by itself, above the window from which the
 * presenter asks for it, and is hidden until then.
 */
G_DECLARE_FINAL_TYPE (IlvStageSettings, ilv_stage_settings, ILV, STAGE_SETTINGS, AdwWindow)

/* The owner destroys it at the end of the talk. */
GtkWindow *ilv_stage_settings_new (GtkApplication *application, IlvStageSet *stages);

/* Opens it above a window. */
void ilv_stage_settings_open (IlvStageSettings *self, GtkWindow *parent);

G_END_DECLS
