/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-canvas.h"

#include <math.h>

#include "ilv-scene-moment.h"
#include "ilv-tile.h"

#define N_VALUES 256

/* How much of a pixel's colour is the painter's, and how dark the darkest is. */
#define TINT 0.62f
#define DARKEST 0.15f
#define INSIDE 0.09f

struct _IlvCanvas
{
  IlvLaneIndex *index;
  guint32 *pixels;
  guint width;
  guint height;
  GArray *parts;
  guint n_applied;
  guint n_painted;
  guint32 (*shades)[N_VALUES]; /* a pixel for each colour and value */
  guint n_colours;
  GdkTexture *texture;
};

static void
clear_pixels (IlvCanvas *self)
{
  g_clear_pointer (&self->pixels, g_free);
  g_clear_object (&self->texture);
  self->width = 0;
  self->height = 0;
  self->n_applied = 0;
  g_array_set_size (self->parts, 0);
  if (self->index != NULL)
    g_array_set_size (self->parts, ilv_lane_index_get_n_lanes (self->index));
}

IlvCanvas *
ilv_canvas_new (void)
{
  IlvCanvas *self = g_new0 (IlvCanvas, 1);

  self->parts = g_array_new (FALSE, TRUE, sizeof (IlvCanvasPart));

  return self;
}

void
ilv_canvas_free (IlvCanvas *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->index);
  clear_pixels (self);
  g_array_unref (self->parts);
  g_free (self->shades);
  g_free (self);
}

/* Whether all that was painted is at the begin of the other run's results too: they are shared. */
static gboolean
is_continued (IlvCanvas *self, IlvLaneIndex *index)
{
  const GPtrArray *before, *results;

  if (self->index == NULL || index == NULL ||
      ilv_lane_index_get_n_lanes (index) != self->parts->len)
    return FALSE;

  before = ilv_trace_get_info (ilv_lane_index_get_trace (self->index))->results;
  results = ilv_trace_get_info (ilv_lane_index_get_trace (index))->results;

  return self->n_applied == 0 || (results->len >= self->n_applied &&
                                  g_ptr_array_index (results, 0) == g_ptr_array_index (before, 0) &&
                                  g_ptr_array_index (results, self->n_applied - 1) ==
                                    g_ptr_array_index (before, self->n_applied - 1));
}

void
ilv_canvas_set_index (IlvCanvas *self, IlvLaneIndex *index)
{
  gboolean continued;

  g_return_if_fail (self != NULL);

  continued = is_continued (self, index);
  g_set_object (&self->index, index);
  if (!continued)
    clear_pixels (self);
}

static guint32
get_shade (const GdkRGBA *colour, guint value)
{
  float light =
    value == 0 ? INSIDE : DARKEST + (1 - DARKEST) * powf ((float) value / (N_VALUES - 1), 0.75f);
  float red = light * (1 - TINT + TINT * colour->red) * 255;
  float green = light * (1 - TINT + TINT * colour->green) * 255;
  float blue = light * (1 - TINT + TINT * colour->blue) * 255;

  return 0xff000000 | (guint32) (red + 0.5f) << 16 | (guint32) (green + 0.5f) << 8 |
         (guint32) (blue + 0.5f);
}

void
ilv_canvas_set_colours (IlvCanvas *self, const GdkRGBA *colours, guint n_colours)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (colours != NULL && n_colours > 0);

  g_free (self->shades);
  self->shades = g_malloc_n (n_colours, sizeof *self->shades);
  self->n_colours = n_colours;
  for (guint i = 0; i < n_colours; i++)
    for (guint value = 0; value < N_VALUES; value++)
      self->shades[i][value] = get_shade (&colours[i], value);
  clear_pixels (self);
}

guint
ilv_canvas_get_painter (IlvTrace *trace, const IlvSpan *span)
{
  if (span->worker < ilv_trace_get_info (trace)->workers->len)
    return span->worker;

  return span->processor >= 0 ? (guint) span->processor : 0;
}

/* Who held the task when the result came: results come at the end of what brought them. */
static guint
find_painter (IlvCanvas *self, const IlvResult *result)
{
  guint n_spans = ilv_lane_index_get_n_spans (self->index, result->task);
  guint position = ilv_lane_index_find (self->index, result->task, result->time_ns - 1);

  if (n_spans == 0)
    return 0;

  return ilv_canvas_get_painter (
    ilv_lane_index_get_trace (self->index),
    ilv_lane_index_get_span (self->index, result->task, MIN (position, n_spans - 1)));
}

static void
extend_part (IlvCanvasPart *part, const IlvTile *tile, guint painter)
{
  guint right = tile->x + tile->width;
  guint bottom = tile->y + tile->height;

  if (part->width > 0)
    {
      right = MAX (right, part->x + part->width);
      bottom = MAX (bottom, part->y + part->height);
      part->x = MIN (part->x, tile->x);
      part->y = MIN (part->y, tile->y);
    }
  else
    {
      part->x = tile->x;
      part->y = tile->y;
    }
  part->width = right - part->x;
  part->height = bottom - part->y;
  part->painter = painter;
}

static void
apply_result (IlvCanvas *self, const IlvResult *result)
{
  const guint32 *shades;
  IlvTile tile;
  guint painter;

  if (result->kind != ILV_RESULT_PIXELS || result->task >= self->parts->len ||
      !ilv_tile_read (result->pixels, &tile))
    return;

  if (self->pixels == NULL)
    {
      self->width = tile.picture_width;
      self->height = tile.picture_height;
      self->pixels = g_new0 (guint32, (gsize) self->width * self->height);
    }
  /* A tile of another picture: nothing that our runners do. */
  if (tile.picture_width != self->width || tile.picture_height != self->height)
    return;

  painter = find_painter (self, result);
  shades = self->shades[painter % self->n_colours];
  for (guint y = 0; y < tile.height; y++)
    for (guint x = 0; x < tile.width; x++)
      self->pixels[(gsize) (tile.y + y) * self->width + tile.x + x] =
        shades[tile.values[(gsize) y * tile.width + x]];
  extend_part (&g_array_index (self->parts, IlvCanvasPart, result->task), &tile, painter);
  g_clear_object (&self->texture);
  self->n_painted++;
}

gboolean
ilv_canvas_move (IlvCanvas *self, gint64 time_ns)
{
  const GPtrArray *results;
  guint n_results, n_before;
  IlvTrace *trace;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->shades != NULL, FALSE);

  if (self->index == NULL)
    return FALSE;

  trace = ilv_lane_index_get_trace (self->index);
  results = ilv_trace_get_info (trace)->results;
  n_results = ilv_scene_moment_count_results (trace, time_ns);
  n_before = self->n_applied;
  if (n_results < self->n_applied)
    clear_pixels (self);
  for (; self->n_applied < n_results; self->n_applied++)
    apply_result (self, g_ptr_array_index (results, self->n_applied));

  return n_results != n_before;
}

void
ilv_canvas_get_size (IlvCanvas *self, guint *width, guint *height)
{
  g_return_if_fail (self != NULL);

  *width = self->width;
  *height = self->height;
}

const IlvCanvasPart *
ilv_canvas_get_parts (IlvCanvas *self, guint *n_parts)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_parts = self->parts->len;

  return (const IlvCanvasPart *) self->parts->data;
}

GdkTexture *
ilv_canvas_get_texture (IlvCanvas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->texture == NULL && self->pixels != NULL)
    {
      gsize stride = self->width * sizeof (guint32);
      g_autoptr (GBytes) bytes = g_bytes_new (self->pixels, stride * self->height);

      self->texture =
        gdk_memory_texture_new (self->width, self->height, GDK_MEMORY_DEFAULT, bytes, stride);
    }

  return self->texture;
}

guint
ilv_canvas_get_n_painted (IlvCanvas *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_painted;
}
