/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_SEEN_RANGE (ilv_seen_range_get_type ())

/**
 * IlvSeenRange:
 *
 * Which part of a tall widget can be seen in the viewport around it, so that the rest need not be
 * drawn. It asks the widget to be drawn again when another part comes into sight.
 */
G_DECLARE_FINAL_TYPE (IlvSeenRange, ilv_seen_range, ILV, SEEN_RANGE, GObject)

/* @widget: (unowned): must outlive it. */
IlvSeenRange *ilv_seen_range_new (GtkWidget *widget);

/* What is to be drawn now, in the widget's own coordinates: what is seen and as much again above and
 * below; everything where there is no viewport. */
void ilv_seen_range_take (IlvSeenRange *self, double *from_y, double *to_y);

G_END_DECLS
