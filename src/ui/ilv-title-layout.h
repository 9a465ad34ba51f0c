/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_TITLE_LAYOUT (ilv_title_layout_get_type ())

/**
 * IlvTitleLayout:
 *
 * For one child, a #GtkLabel that is wrapped: a title in large letters. Where its longest word is wider than
 * the page, the whole of it is shown smaller, so that no word is broken unless it would become too small.
 */
G_DECLARE_FINAL_TYPE (IlvTitleLayout, ilv_title_layout, ILV, TITLE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ilv_title_layout_new (void);

G_END_DECLS
