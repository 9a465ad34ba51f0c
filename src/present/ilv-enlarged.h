/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_ENLARGED (ilv_enlarged_get_type ())

/**
 * IlvEnlarged:
 *
 * Shows one widget so many times as large: what was drawn for a page on a desk, for the back row of a
 * room. The widget is laid out in the room that is left and does not know of it. Where there is too
 * little room for that, it is enlarged less, down to its own size.
 */
G_DECLARE_FINAL_TYPE (IlvEnlarged, ilv_enlarged, ILV, ENLARGED, GtkWidget)

/* @child: (transfer floating). @factor: ≥ 1. */
GtkWidget *ilv_enlarged_new (GtkWidget *child, double factor);

GtkWidget *ilv_enlarged_get_child (IlvEnlarged *self);

G_END_DECLS
