/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_DROP_DOWN_LAYOUT (ilv_drop_down_layout_get_type ())

/**
 * IlvDropDownLayout:
 *
 * For a #GtkDropDown, which by itself has one height for all widths: with this it is as high as its button, whose
 * words may be wrapped, wants to be in the width that there is.
 */
G_DECLARE_FINAL_TYPE (IlvDropDownLayout, ilv_drop_down_layout, ILV, DROP_DOWN_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ilv_drop_down_layout_new (void);

G_END_DECLS
