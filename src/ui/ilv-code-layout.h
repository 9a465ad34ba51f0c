/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_CODE_LAYOUT (ilv_code_layout_get_type ())

/* Code and the rest stand beside each other from so many pixels on. */
#define ILV_CODE_LAYOUT_MIN_WIDTH 840
#define ILV_CODE_LAYOUT_SPACING 16

/**
 * IlvCodeLayout:
 *
 * Places code beside what it does, at two parts of five of the width, where there is room, and above it
 * where there is not. While the code, the first of the children, is hidden, the rest, the second, has
 * all. A third child, what steers the rest, stands below the code where that is beside the rest, so that
 * all is seen together, and otherwise below the rest.
 */
G_DECLARE_FINAL_TYPE (IlvCodeLayout, ilv_code_layout, ILV, CODE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ilv_code_layout_new (void);

G_END_DECLS
