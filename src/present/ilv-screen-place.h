/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-screens.h"

G_BEGIN_DECLS

#define ILV_TYPE_SCREEN_PLACE (ilv_screen_place_get_type ())

/**
 * IlvScreenPlace:
 *
 * Keeps a window full screen on one screen. When the screen goes, the window becomes a normal one
 * on a screen that is left, and when the screen is there again, or one of its model, the window
 * returns.
 *
 * It asks once after each of these changes. Under Wayland the compositor may refuse, and everywhere
 * the presenter may leave full screen by the window manager: then it is left so.
 *
 * Properties: `away` (gboolean, read-only, notifies): whether the window wants to be on a screen
 * that is not there. A controller that would rather have it on another screen then, a second
 * projector say, chooses anew at #IlvScreens::changed, and calls ilv_screen_place_set_screen(). For
 * the main thread.
 */
G_DECLARE_FINAL_TYPE (IlvScreenPlace, ilv_screen_place, ILV, SCREEN_PLACE, GObject)

/* @window is not kept alive, and left as it is. It may be shown before or after. */
IlvScreenPlace *ilv_screen_place_new (IlvScreens *screens, GtkWindow *window);

/* Puts the window full screen on @screen, or (%NULL) makes it a normal one wherever it is. A screen
 * that is not there is waited for. */
void ilv_screen_place_set_screen (IlvScreenPlace *self, const IlvScreen *screen);

/* (transfer none) (nullable): where it is to be; after a return, the screen of the same model that
 * it has returned to. */
const IlvScreen *ilv_screen_place_get_screen (IlvScreenPlace *self);
gboolean ilv_screen_place_is_away (IlvScreenPlace *self);

G_END_DECLS
