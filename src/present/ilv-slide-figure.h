/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_SLIDE_FIGURE (ilv_slide_figure_get_type ())

/**
 * IlvSlideFigure:
 *
 * A number in large numerals on a slide, and below it what it counts.
 */
G_DECLARE_FINAL_TYPE (IlvSlideFigure, ilv_slide_figure, ILV, SLIDE_FIGURE, GtkWidget)

/* (transfer floating): @is_large: whether it is one of the numbers that the slide is about. */
GtkWidget *ilv_slide_figure_new (gboolean is_large);

/* @number: (nullable): a dash for %NULL; @caption: what it counts. */
void ilv_slide_figure_show (IlvSlideFigure *self, const char *number, const char *caption);

/* (transfer none) */
const char *ilv_slide_figure_get_number (IlvSlideFigure *self);

G_END_DECLS
