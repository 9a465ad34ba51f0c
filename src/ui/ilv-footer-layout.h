/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_FOOTER_LAYOUT (ilv_footer_layout_get_type ())

/**
 * IlvFooterLayout:
 *
 * For three children: the first at the start, the last at the end, the middle one centred between
 * them; where they do not fit beside each other the middle one goes into a line above, and where the
 * others do not fit either, each has a line of its own, the first the last one.
 */
G_DECLARE_FINAL_TYPE (IlvFooterLayout, ilv_footer_layout, ILV, FOOTER_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ilv_footer_layout_new (void);

G_END_DECLS
