/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-screens.h"

G_BEGIN_DECLS

#define ILV_TYPE_PRESENTER_SCREENS (ilv_presenter_screens_get_type ())

/**
 * IlvPresenterScreens:
 *
 * Puts the windows of a talk onto the screens: the audience's onto the room's, the console onto the
 * presenter's, where there are two. When the room's screen goes, its window becomes a normal one and
 * waits for it; when there is another, or a first one, it goes there.
 *
 * Properties: `double` (boolean, read-only, notifies): whether each window has a screen of its own.
 */
G_DECLARE_FINAL_TYPE (IlvPresenterScreens, ilv_presenter_screens, ILV, PRESENTER_SCREENS, GObject)

/* @settings: (nullable): where the room's screen is remembered. @parent: (nullable): a window that is on
 * the presenter's screen. */
IlvPresenterScreens *ilv_presenter_screens_new (GSettings *settings, GtkWindow *parent);

/* Keeps @audience on the room's screen, and @console on the presenter's; neither is kept alive, and the
 * console may come and go. */
void ilv_presenter_screens_set_audience (IlvPresenterScreens *self, GtkWindow *audience);
void ilv_presenter_screens_set_console (IlvPresenterScreens *self, GtkWindow *console);

gboolean ilv_presenter_screens_is_double (IlvPresenterScreens *self);

/* (transfer none) (nullable): the room's screen, for its size. */
const IlvScreen *ilv_presenter_screens_get_room (IlvPresenterScreens *self);

/* Swaps the screens of both windows. Does nothing where there are no two. */
void ilv_presenter_screens_swap (IlvPresenterScreens *self);

G_END_DECLS
