/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline-theme.h"

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/**
 * IlvSpanLook:
 * @strong: pixels that belong to the drawing of each paint class
 * @weak: the other pixels
 * @edge: the outline of each task's colour, which is seen where the colour itself is not
 * @high_contrast: whether running tasks have patterns
 * @scale: device pixels in a pixel
 *
 * How a span of each paint class looks, pixel by pixel, so that a span drawn as a node and one
 * drawn into a crowded lane's picture are the same. Running is solid, ready is hollow, waiting is
 * thin, blocked is hatched; in high contrast each task has a pattern besides its colour.
 */
typedef struct
{
  GdkRGBA strong[ILV_N_PAINT_CLASSES];
  GdkRGBA weak[ILV_N_PAINT_CLASSES];
  GdkRGBA edge[ILV_N_TASK_COLOURS];
  gboolean high_contrast;
  int scale;
} IlvSpanLook;

/* The pixels after which every pattern repeats. */
#define ILV_SPAN_LOOK_PERIOD ILV_PALETTE_PATTERN_SIZE

void ilv_span_look_load (IlvSpanLook *self, const IlvTimelineTheme *theme, int scale);

/* Whether a device pixel of a bar of @height device pixels is a strong one. */
gboolean ilv_span_look_is_strong (const IlvSpanLook *self, guint class, int x, int y, int height);

/* Whether a span of that class needs an outline to be seen. */
gboolean ilv_span_look_has_edge (const IlvSpanLook *self, guint class);

/* The colour of a device pixel of a bar of @height device pixels. */
const GdkRGBA *
ilv_span_look_get_colour (const IlvSpanLook *self, guint class, int x, int y, int height);

/* How much of the lane's height a waiting span takes, in pixels. */
int ilv_span_look_get_thin_height (int height);

/* One period of the pattern of a class, or %NULL for one that is just its strong colour. */
GdkTexture *ilv_span_look_create_tile (const IlvSpanLook *self, guint class);

/* The colour as a pixel of %GDK_MEMORY_DEFAULT. */
guint32 ilv_span_look_to_pixel (const GdkRGBA *colour, float alpha);

G_END_DECLS
