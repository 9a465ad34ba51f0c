/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ILV_TYPE_KEYS_WINDOW (ilv_keys_window_get_type ())

/**
 * IlvKeysWindow:
 *
 * All keys of a talk, as ilv_presenter_keys_get() has them. Escape, or the key that opened it, closes it.
 */
G_DECLARE_FINAL_TYPE (IlvKeysWindow, ilv_keys_window, ILV, KEYS_WINDOW, AdwWindow)

/* @parent: (nullable): the window that it belongs to. */
GtkWindow *ilv_keys_window_new (GtkWindow *parent);

G_END_DECLS
