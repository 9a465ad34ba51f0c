/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-screen-choice.h"

G_BEGIN_DECLS

#define ILV_TYPE_SCREENS (ilv_screens_get_type ())

/**
 * IlvScreens:
 *
 * The screens of a display, while they come and go, and which of them was the room's last time. It
 * joins what GDK knows (#GdkMonitor) to what is chosen from (#IlvScreen). For the main thread.
 *
 * Signals: #IlvScreens::changed, once after each change, when all is known about the new screens.
 */
G_DECLARE_FINAL_TYPE (IlvScreens, ilv_screens, ILV, SCREENS, GObject)

/* @settings: (nullable): the program's, with the keys `projector-connector` and `projector-model`;
 * with none, nothing is remembered. */
IlvScreens *ilv_screens_new (GdkDisplay *display, GSettings *settings);

/* (transfer none) (element-type IlvScreen): the screens, which have their numbers here until the
 * next change. Empty while the display has none. */
GPtrArray *ilv_screens_get_list (IlvScreens *self);

/* (transfer none) (nullable): the monitor with the connector and model of @screen, if there is one.
 */
GdkMonitor *ilv_screens_find_monitor (IlvScreens *self, const IlvScreen *screen);

/* The number of the screen that most of @window is on; %ILV_SCREEN_NONE while it is not shown.
 * @window: (nullable). */
guint ilv_screens_find_window (IlvScreens *self, GtkWindow *window);

/* What ilv_screen_choice_make() says for these screens, the one that is remembered, and the
 * presenter's
 * @window: (nullable): the main window, or the console once that is open. */
IlvScreenChoice ilv_screens_choose (IlvScreens *self, GtkWindow *window);

/* Keeps @screen in mind as the room's, for this talk and later ones. To be called when the
 * presenter has chosen or seen it there, and not for the only screen. */
void ilv_screens_remember (IlvScreens *self, const IlvScreen *screen);

G_END_DECLS
