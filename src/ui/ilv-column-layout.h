/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_COLUMN_LAYOUT (ilv_column_layout_get_type ())

/**
 * IlvColumnLayout:
 *
 * For the one child of a long column that is scrolled up and down: it asks the child how high it is for a
 * width, and never how high it is at its narrowest. A scrolled window wants to know that each time although
 * it shows the column at any height, and every text would be broken into lines at its least width for it,
 * which takes longer than all the rest of the layout.
 */
G_DECLARE_FINAL_TYPE (IlvColumnLayout, ilv_column_layout, ILV, COLUMN_LAYOUT, GtkLayoutManager)

G_END_DECLS
