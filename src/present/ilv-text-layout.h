/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_TEXT_LAYOUT (ilv_text_layout_get_type ())

/**
 * IlvTextLayout:
 *
 * Lays text out whose width is given: paragraphs below each other, or a marker and, beside it, the text,
 * which gets the rest. A #GtkBox looks for the widths that any height asks for too, and breaks all lines
 * some fifty times for that; here they are broken once.
 *
 * It leaves no space between; margins do that.
 */
G_DECLARE_FINAL_TYPE (IlvTextLayout, ilv_text_layout, ILV, TEXT_LAYOUT, GtkLayoutManager)

/* (transfer full): the children below each other, or beside each other, where the last one is the text. */
GtkLayoutManager *ilv_text_layout_new (GtkOrientation orientation);

G_END_DECLS
