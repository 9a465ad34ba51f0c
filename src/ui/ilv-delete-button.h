/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_DELETE_BUTTON (ilv_delete_button_get_type ())

/**
 * IlvDeleteButton:
 *
 * A button “Delete all…” that asks, in its place, whether that is meant: for what cannot be undone.
 *
 * Signals: #IlvDeleteButton::confirmed.
 */
G_DECLARE_FINAL_TYPE (IlvDeleteButton, ilv_delete_button, ILV, DELETE_BUTTON, GtkWidget)

G_END_DECLS
