/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_AUDIENCE_WINDOW (ilv_audience_window_get_type ())

/**
 * IlvAudienceWindow:
 *
 * What the room sees: the slide, as large as it fits, and what covers it.
 */
G_DECLARE_FINAL_TYPE (IlvAudienceWindow, ilv_audience_window, ILV, AUDIENCE_WINDOW, GtkWindow)

GtkWindow *ilv_audience_window_new (GtkApplication *application, IlvStageSet *stages);

G_END_DECLS
