/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/**
 * IlvCanvasPart:
 * @x: the left edge of what the task has painted, in the picture's pixels
 * @y: the upper edge
 * @width: 0 as long as it has painted nothing
 * @height: of what the task has painted
 * @painter: who painted last: the index of a worker, or of a processor where there are no workers
 *
 * What one task has painted.
 */
typedef struct
{
  guint x;
  guint y;
  guint width;
  guint height;
  guint painter;
} IlvCanvasPart;

typedef struct _IlvCanvas IlvCanvas;

/**
 * IlvCanvas:
 *
 * The picture that the tasks of a run paint, as of some moment. Moving on adds what came since;
 * moving back begins anew.
 */
IlvCanvas *ilv_canvas_new (void);
void ilv_canvas_free (IlvCanvas *self);

/* @index: (nullable): the run, its lanes the tasks; what was painted before stays only if the run
 * is the same one, grown. */
void ilv_canvas_set_index (IlvCanvas *self, IlvLaneIndex *index);

/* Paints a picture's value, 0 to 255, in a tint of the painter's colour. */
void ilv_canvas_set_colours (IlvCanvas *self, const GdkRGBA *colours, guint n_colours);

/* Shows what had come until @time_ns; returns whether that changed anything. */
gboolean ilv_canvas_move (IlvCanvas *self, gint64 time_ns);

/* 0 × 0 as long as no part of a picture has come. */
void ilv_canvas_get_size (IlvCanvas *self, guint *width, guint *height);

/* (array): of each task; owned by the canvas. */
const IlvCanvasPart *ilv_canvas_get_parts (IlvCanvas *self, guint *n_parts);

/* (nullable): the pixels as they are now; owned by the canvas. */
GdkTexture *ilv_canvas_get_texture (IlvCanvas *self);

/* How many results were painted in all, also those that were painted again. */
guint ilv_canvas_get_n_painted (IlvCanvas *self);

/* Who paints for a task in a span. */
guint ilv_canvas_get_painter (IlvTrace *trace, const IlvSpan *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvCanvas, ilv_canvas_free)

G_END_DECLS
