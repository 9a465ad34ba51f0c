/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-picture-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* The same as in an SVG. */
#define FONT_FAMILIES "Cantarell, Inter, Noto Sans, DejaVu Sans, Sans"

/* Of hatching: how far one stripe is from the next, and how wide it is. */
#define HATCH_DISTANCE 6.0
#define HATCH_WIDTH 2.0

/* So many items are painted between two looks whether that was cancelled. */
#define ITEMS_AT_ONCE 256

typedef struct
{
  cairo_t *cr;
  PangoLayout *layout;
  gboolean dark;
} Painter;

static void
set_colour (cairo_t *cr, IlvColour colour)
{
  cairo_set_source_rgb (cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

/* A path with the item's corners. */
static void
trace_rect (cairo_t *cr, const IlvPictureItem *item)
{
  double right = item->x + item->width;
  double bottom = item->y + item->height;
  double radius = item->radius;

  if (radius <= 0)
    {
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, item->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, item->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, item->x + radius, item->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Stripes that go up to the right, where those of an SVG are: from the picture's corner on. */
static void
hatch (cairo_t *cr, const IlvPictureItem *item)
{
  const double step = HATCH_DISTANCE * G_SQRT2;
  double first = floor ((item->x + item->y) / step) * step + HATCH_WIDTH / 2 * G_SQRT2;
  double last = item->x + item->width + item->y + item->height;

  cairo_save (cr);
  trace_rect (cr, item);
  cairo_clip (cr);
  set_colour (cr, item->colour);
  cairo_set_line_width (cr, HATCH_WIDTH);
  for (double sum = first; sum <= last + step; sum += step)
    {
      cairo_move_to (cr, sum - item->y, item->y);
      cairo_line_to (cr, sum - item->y - item->height, item->y + item->height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The marks of a task's pattern, on what is there. */
static void
fill_marks (const Painter *painter, const IlvPictureItem *item)
{
  cairo_surface_t *tile
    = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ILV_PALETTE_PATTERN_SIZE, ILV_PALETTE_PATTERN_SIZE);
  IlvColour colour = ilv_palette_get_pattern_colour (item->task_colour, painter->dark);
  guint32 pixel = 0xff000000u | (guint32) colour.red << 16 | (guint32) colour.green << 8 | colour.blue;
  guint8 *row = cairo_image_surface_get_data (tile);

  cairo_surface_flush (tile);
  for (guint y = 0; y < ILV_PALETTE_PATTERN_SIZE; y++, row += cairo_image_surface_get_stride (tile))
    for (guint x = 0; x < ILV_PALETTE_PATTERN_SIZE; x++)
      if (ilv_palette_has_pattern_at (item->task_colour, x, y))
        memcpy (row + x * sizeof pixel, &pixel, sizeof pixel);
  cairo_surface_mark_dirty (tile);
  cairo_set_source_surface (painter->cr, tile, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (painter->cr), CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (cairo_get_source (painter->cr), CAIRO_FILTER_NEAREST);
  cairo_fill_preserve (painter->cr);
  cairo_surface_destroy (tile);
}

static void
paint_rect (const Painter *painter, const IlvPictureItem *item)
{
  cairo_t *cr = painter->cr;

  if (item->fill == ILV_PICTURE_FILL_HATCH)
    hatch (cr, item);
  trace_rect (cr, item);
  if (item->fill == ILV_PICTURE_FILL_PLAIN || item->fill == ILV_PICTURE_FILL_PATTERN)
    {
      set_colour (cr, item->colour);
      cairo_fill_preserve (cr);
    }
  if (item->fill == ILV_PICTURE_FILL_PATTERN)
    fill_marks (painter, item);
  if (item->outline_width > 0)
    {
      set_colour (cr, item->outline);
      cairo_set_line_width (cr, item->outline_width);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
paint_line (cairo_t *cr, const IlvPictureItem *item)
{
  static const double dashes[] = { 3, 3 };

  set_colour (cr, item->colour);
  cairo_set_line_width (cr, item->width);
  cairo_set_dash (cr, dashes, item->dashed ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_move_to (cr, item->x, item->y);
  cairo_line_to (cr, item->x, item->y + item->height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_dot (cairo_t *cr, const IlvPictureItem *item)
{
  set_colour (cr, item->colour);
  cairo_arc (cr, item->x, item->y, item->radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* Takes @attribute over. */
static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/* The beginning is bold, the rest not. */
static void
set_text (const Painter *painter, const IlvPictureItem *item)
{
  g_autofree char *text = g_strconcat (item->text, item->rest, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gsize middle = strlen (item->text);

  if (item->bold)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, middle);
  if (item->rest != NULL)
    add_attribute (attributes,
                   pango_attr_foreground_new (item->rest_colour.red * 257, item->rest_colour.green * 257,
                                              item->rest_colour.blue * 257),
                   middle, strlen (text));
  add_attribute (attributes, pango_attr_size_new_absolute ((int) (item->size * PANGO_SCALE)), 0, strlen (text));
  pango_layout_set_text (painter->layout, text, -1);
  pango_layout_set_attributes (painter->layout, attributes);
}

static double
measure_text (const Painter *painter, const IlvPictureItem *item)
{
  int room = (int) (item->width * PANGO_SCALE);
  int width;

  pango_layout_set_width (painter->layout, -1);
  pango_layout_get_size (painter->layout, &width, NULL);
  if (room > 0 && width > room)
    {
      pango_layout_set_width (painter->layout, room);
      pango_layout_get_size (painter->layout, &width, NULL);
    }
  return (double) width / PANGO_SCALE;
}

static void
paint_text (const Painter *painter, const IlvPictureItem *item)
{
  double x = item->x;
  double base_line, width;

  set_text (painter, item);
  width = measure_text (painter, item);
  /* Where it is put is the layout's own affair, not that of the direction of its text. */
  pango_layout_set_width (painter->layout, (int) ceil (width * PANGO_SCALE));
  if (item->align == ILV_PICTURE_ALIGN_MIDDLE)
    x -= width / 2;
  else if (item->align == ILV_PICTURE_ALIGN_END)
    x -= width;
  base_line = (double) pango_layout_get_baseline (painter->layout) / PANGO_SCALE;
  set_colour (painter->cr, item->colour);
  cairo_move_to (painter->cr, x, item->y - base_line);
  pango_cairo_show_layout (painter->cr, painter->layout);
}

static void
paint_item (const Painter *painter, const IlvPictureItem *item)
{
  switch (item->shape)
    {
    case ILV_PICTURE_SHAPE_RECT:
      paint_rect (painter, item);
      break;
    case ILV_PICTURE_SHAPE_LINE:
      paint_line (painter->cr, item);
      break;
    case ILV_PICTURE_SHAPE_DOT:
      paint_dot (painter->cr, item);
      break;
    case ILV_PICTURE_SHAPE_TEXT:
      paint_text (painter, item);
      break;
    case ILV_PICTURE_SHAPE_BEGIN:
    case ILV_PICTURE_SHAPE_END:
    default:
      break;
    }
}

static void
paint (const IlvPicture *picture, cairo_t *cr, GCancellable *cancellable)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (FONT_FAMILIES);
  const Painter painter = { cr, layout, picture->theme->dark };

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  for (guint i = 0; i < picture->items->len; i++)
    {
      if (i % ITEMS_AT_ONCE == 0 && g_cancellable_is_cancelled (cancellable))
        return;
      paint_item (&painter, &g_array_index (picture->items, IlvPictureItem, i));
    }
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* (transfer full) (nullable) */
static GBytes *
write_png (cairo_surface_t *surface, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  if (status == CAIRO_STATUS_INVALID_SIZE || status == CAIRO_STATUS_NO_MEMORY)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _ ("The picture is too large for PNG. Save it as SVG, or with other lanes."));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", cairo_status_to_string (status));
  return NULL;
}

GBytes *
ilv_picture_painter_to_png (const IlvPicture *picture, GCancellable *cancellable, GError **error)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  GBytes *bytes;

  g_return_val_if_fail (picture != NULL, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (picture->width * ILV_PICTURE_PAINTER_SCALE),
                                        (int) ceil (picture->height * ILV_PICTURE_PAINTER_SCALE));
  cr = cairo_create (surface);
  cairo_scale (cr, ILV_PICTURE_PAINTER_SCALE, ILV_PICTURE_PAINTER_SCALE);
  paint (picture, cr, cancellable);
  cairo_destroy (cr);
  bytes = g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : write_png (surface, error);
  cairo_surface_destroy (surface);
  return bytes;
}
