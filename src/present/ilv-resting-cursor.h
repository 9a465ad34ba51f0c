/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on, the mouse's cursor is seen over @widget only while it is moved, and for two seconds after.
 * Over something in it that has a cursor of its own, since it can be dragged, that one stays. */
void ilv_resting_cursor_hide (GtkWidget *widget);

G_END_DECLS
