/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ilv_narrow_drop_down_set_up:
 * @drop_down: whose items are strings
 *
 * Lets a drop-down become narrower than what is chosen in it: the text has several lines then. The
 * list that it opens stays as it is.
 */
void ilv_narrow_drop_down_set_up (GtkDropDown *drop_down);

G_END_DECLS
