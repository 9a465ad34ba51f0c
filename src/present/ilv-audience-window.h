/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_AUDIENCE_WINDOW (ilv_audience_window_get_type ())

/**
 * IlvAudienceWindow:
 *
 * What the room sees: the slide, as large as it fits, and what covers it. Around the slide it is black,
 * and the mouse's cursor is seen only while it moves. To close it is to ask whether to end.
 *
 * Properties: `alone` (boolean): whether there is no console, so that what is for the presenter has to be
 * here too; `format` (int, read-only): the slide width that suits its size, see
 * ilv_slide_format_get_width().
 */
G_DECLARE_FINAL_TYPE (IlvAudienceWindow, ilv_audience_window, ILV, AUDIENCE_WINDOW, GtkWindow)

GtkWindow *ilv_audience_window_new (GtkApplication *application, IlvStageSet *stages);

gboolean ilv_audience_window_is_alone (IlvAudienceWindow *self);
void ilv_audience_window_set_alone (IlvAudienceWindow *self, gboolean alone);
int ilv_audience_window_get_format (IlvAudienceWindow *self);

G_END_DECLS
