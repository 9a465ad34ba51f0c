/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_SLIDE_CANVAS (ilv_slide_canvas_get_type ())

/**
 * IlvSlideCanvas:
 *
 * Lays its child out in the pixels of a slide (see ilv-slide-format.h) and scales it into its own
 * allocation, as large as it fits, in the middle.
 *
 * Properties: `child`; `slide-width`.
 */
G_DECLARE_FINAL_TYPE (IlvSlideCanvas, ilv_slide_canvas, ILV, SLIDE_CANVAS, GtkWidget)

GtkWidget *ilv_slide_canvas_new (void);
void ilv_slide_canvas_set_child (IlvSlideCanvas *self, GtkWidget *child);
int ilv_slide_canvas_get_slide_width (IlvSlideCanvas *self);
void ilv_slide_canvas_set_slide_width (IlvSlideCanvas *self, int slide_width);

/* Shows @factor times as much detail about a place on the slide (each 0 to 1); 1 for the whole. */
void ilv_slide_canvas_magnify (IlvSlideCanvas *self, double factor, double x, double y);

/* Which place of the slide (each 0 to 1, cut to it) is at a place of the widget, and the other way round
 * in pixels. */
void ilv_slide_canvas_to_slide (IlvSlideCanvas *self, double x, double y, double *slide_x, double *slide_y);
void ilv_slide_canvas_from_slide (IlvSlideCanvas *self, double slide_x, double slide_y, double *x, double *y);

/* Where in the widget the whole slide is, or would be if nothing were magnified. */
void ilv_slide_canvas_get_frame (IlvSlideCanvas *self, graphene_rect_t *frame);

G_END_DECLS
