/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-look.h"

static GdkRGBA
mix (const GdkRGBA *a, const GdkRGBA *b, float share)
{
  return (GdkRGBA){ a->red + (b->red - a->red) * share, a->green + (b->green - a->green) * share,
                    a->blue + (b->blue - a->blue) * share, a->alpha };
}

static GdkRGBA
fade (const GdkRGBA *colour, float alpha)
{
  return (GdkRGBA){ colour->red, colour->green, colour->blue, alpha };
}

void
ilv_span_look_load (IlvSpanLook *self, const IlvTimelineTheme *theme, int scale)
{
  self->high_contrast = theme->high_contrast;
  self->scale = scale;

  for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
    {
      GdkRGBA colour, text, line;

      ilv_timeline_theme_get_task_colour (theme, i, &colour);
      ilv_timeline_theme_get_task_text_colour (theme, i, &text);
      ilv_timeline_theme_get_task_line_colour (theme, i, &line);

      self->edge[i] = line;
      self->strong[ILV_PAINT_CLASS (ILV_STATE_RUNNING, i)] = colour;
      self->weak[ILV_PAINT_CLASS (ILV_STATE_RUNNING, i)] = mix (&colour, &text, ILV_PALETTE_PATTERN_STRENGTH);
      self->strong[ILV_PAINT_CLASS (ILV_STATE_READY, i)] = line;
      self->weak[ILV_PAINT_CLASS (ILV_STATE_READY, i)] = fade (&colour, 0.12f);
      self->strong[ILV_PAINT_CLASS (ILV_STATE_WAITING, i)] = line;
      self->weak[ILV_PAINT_CLASS (ILV_STATE_WAITING, i)] = fade (&line, 0);
      self->strong[ILV_PAINT_CLASS (ILV_STATE_BLOCKED, i)] = line;
      self->weak[ILV_PAINT_CLASS (ILV_STATE_BLOCKED, i)] = fade (&colour, 0.18f);
    }
}

gboolean
ilv_span_look_has_edge (const IlvSpanLook *self, guint class)
{
  return class / ILV_N_TASK_COLOURS == ILV_STATE_RUNNING
         && !gdk_rgba_equal (&self->edge[class % ILV_N_TASK_COLOURS], &self->strong[class]);
}

const GdkRGBA *
ilv_span_look_get_colour (const IlvSpanLook *self, guint class, int x, int y, int height)
{
  if ((y < self->scale || y >= height - self->scale) && ilv_span_look_has_edge (self, class))
    return &self->edge[class % ILV_N_TASK_COLOURS];
  return ilv_span_look_is_strong (self, class, x, y, height) ? &self->strong[class]
                                                              : &self->weak[class];
}

int
ilv_span_look_get_thin_height (int height)
{
  return CLAMP (height / 6, MIN (2, height), MAX (8, height / 8));
}

gboolean
ilv_span_look_is_strong (const IlvSpanLook *self, guint class, int x, int y, int height)
{
  guint colour = class % ILV_N_TASK_COLOURS;
  int thin;

  switch (class / ILV_N_TASK_COLOURS)
    {
    case ILV_STATE_RUNNING:
      x = x / self->scale & (ILV_SPAN_LOOK_PERIOD - 1);
      y = y / self->scale & (ILV_SPAN_LOOK_PERIOD - 1);
      return !self->high_contrast || !ilv_palette_has_pattern_at (colour, (guint) x, (guint) y);
    case ILV_STATE_READY:
      return y < self->scale || y >= height - self->scale;
    case ILV_STATE_WAITING:
      thin = ilv_span_look_get_thin_height (height / self->scale) * self->scale;
      return y >= (height - thin) / 2 && y < (height - thin) / 2 + thin;
    case ILV_STATE_BLOCKED:
    default:
      return ((x + y) / self->scale & (ILV_SPAN_LOOK_PERIOD - 1)) < ILV_SPAN_LOOK_PERIOD / 2 - 1;
    }
}

guint32
ilv_span_look_to_pixel (const GdkRGBA *colour, float alpha)
{
  float factor;

  alpha *= colour->alpha;
  factor = alpha * 255;

  return (guint32) (alpha * 255 + 0.5f) << 24 | (guint32) (colour->red * factor + 0.5f) << 16 |
         (guint32) (colour->green * factor + 0.5f) << 8 | (guint32) (colour->blue * factor + 0.5f);
}

GdkTexture *
ilv_span_look_create_tile (const IlvSpanLook *self, guint class)
{
  const int size = ILV_SPAN_LOOK_PERIOD * self->scale;
  g_autoptr (GBytes) bytes = NULL;
  guint32 *pixels;
  gboolean plain = TRUE;

  pixels = g_new (guint32, size * size);
  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      {
        gboolean strong = ilv_span_look_is_strong (self, class, x, y, size);
        const GdkRGBA *colour = strong ? &self->strong[class] : &self->weak[class];

        pixels[y * size + x] = ilv_span_look_to_pixel (colour, 1);
        plain = plain && strong;
      }

  bytes = g_bytes_new_take (pixels, size * size * sizeof (guint32));
  if (plain)
    return NULL;

  return gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes, size * sizeof (guint32));
}
