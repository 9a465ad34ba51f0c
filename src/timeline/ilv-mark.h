/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The small shapes that a timeline's layers are drawn with. */

/* What a chip is wider than its text, on each side. */
#define ILV_MARK_CHIP_PADDING 6

/* How large the widget's text is beside that of a desktop's usual font, ≥ 1: what lengths that are given
 * in pixels are multiplied by where the text is large, as on a slide. */
double ilv_mark_get_scale (GtkWidget *widget);

/* How large small text is beside the widget's. */
#define ILV_MARK_SMALL_TEXT 0.85

/* Small text, as on a ruler. */
PangoLayout *ilv_mark_create_text (GtkWidget *widget, const char *text);

void ilv_mark_append_text (
  GtkSnapshot *snapshot, PangoLayout *text, double x, double y, const GdkRGBA *colour);

/* A line of @width pixels from @y1 to @y2, the middle of which is at @x. */
void ilv_mark_append_line (
  GtkSnapshot *snapshot, double x, double y1, double y2, double width, const GdkRGBA *colour);
void ilv_mark_append_dashes (
  GtkSnapshot *snapshot, double x, double y1, double y2, double width, const GdkRGBA *colour);
void ilv_mark_append_knob (
  GtkSnapshot *snapshot, double x, double y, double radius, const GdkRGBA *colour);

/* A rounded box; @line is its outline's colour. */
void ilv_mark_append_box (GtkSnapshot *snapshot,
                          const graphene_rect_t *bounds,
                          double radius,
                          const GdkRGBA *fill,
                          const GdkRGBA *line);

/* Text in a small box, placed by ilv_mark_place_chip(). */
void ilv_mark_append_chip (GtkSnapshot *snapshot,
                           PangoLayout *text,
                           const graphene_rect_t *bounds,
                           const GdkRGBA *fill,
                           const GdkRGBA *line,
                           const GdkRGBA *colour);

/* The place of a chip of that text beside @x: to the right where it fits into @limit, else to the
 * left. */
graphene_rect_t ilv_mark_place_chip (PangoLayout *text, double x, double y, double limit);

G_END_DECLS
