/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-svg.h"

#include <string.h>

/* Looks are attributes of the elements and not a style sheet of the document's own, so that who wants others can
 * add one by the classes (docs/formats.md). */

/* ` x="12.5"`, to a hundredth of a pixel. */
static void
append_number (GString *svg, const char *attribute, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  g_string_append_printf (svg, " %s=\"%.*s\"", attribute, (int) length, buffer);
}

static void
append_colour (GString *svg, const char *attribute, IlvColour colour)
{
  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", attribute, colour.red, colour.green,
                          colour.blue);
}

/* `>text</element>` */
static void
append_content (GString *svg, const char *text, const char *element)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (svg, ">%s</%s>", escaped, element);
}

static void
append_fill (GString *svg, const IlvPictureItem *item)
{
  switch (item->fill)
    {
    case ILV_PICTURE_FILL_HATCH:
      g_string_append_printf (svg, " fill=\"url(#hatch%u)\"", item->task_colour);
      break;
    case ILV_PICTURE_FILL_PATTERN:
      g_string_append_printf (svg, " fill=\"url(#pattern%u)\"", item->task_colour);
      break;
    case ILV_PICTURE_FILL_NONE:
      g_string_append (svg, " fill=\"none\"");
      break;
    case ILV_PICTURE_FILL_PLAIN:
    default:
      append_colour (svg, "fill", item->colour);
      break;
    }
}

static void
append_rect (GString *svg, const IlvPictureItem *item)
{
  g_string_append_printf (svg, "<rect class=\"%s\"", item->role);
  append_number (svg, "x", item->x);
  append_number (svg, "y", item->y);
  append_number (svg, "width", item->width);
  append_number (svg, "height", item->height);
  if (item->radius > 0)
    append_number (svg, "rx", item->radius);
  append_fill (svg, item);
  if (item->outline_width > 0)
    {
      append_colour (svg, "stroke", item->outline);
      append_number (svg, "stroke-width", item->outline_width);
    }
  if (item->tooltip == NULL)
    {
      g_string_append (svg, "/>\n");
      return;
    }
  g_string_append (svg, "><title");
  append_content (svg, item->tooltip, "title");
  g_string_append (svg, "</rect>\n");
}

static void
append_line (GString *svg, const IlvPictureItem *item)
{
  g_string_append_printf (svg, "<line class=\"%s\"", item->role);
  append_number (svg, "x1", item->x);
  append_number (svg, "x2", item->x);
  append_number (svg, "y1", item->y);
  append_number (svg, "y2", item->y + item->height);
  append_colour (svg, "stroke", item->colour);
  append_number (svg, "stroke-width", item->width);
  if (item->dashed)
    g_string_append (svg, " stroke-dasharray=\"3 3\"");
  g_string_append (svg, "/>\n");
}

static void
append_dot (GString *svg, const IlvPictureItem *item)
{
  g_string_append_printf (svg, "<circle class=\"%s\"", item->role);
  append_number (svg, "r", item->radius);
  append_number (svg, "cx", item->x);
  append_number (svg, "cy", item->y);
  append_colour (svg, "fill", item->colour);
  g_string_append (svg, "/>\n");
}

static const char *
get_anchor (IlvPictureAlign align)
{
  switch (align)
    {
    case ILV_PICTURE_ALIGN_MIDDLE:
      return " text-anchor=\"middle\"";
    case ILV_PICTURE_ALIGN_END:
      return " text-anchor=\"end\"";
    case ILV_PICTURE_ALIGN_START:
    default:
      return "";
    }
}

/* The beginning is bold, the rest not. */
static void
append_runs (GString *svg, const IlvPictureItem *item)
{
  g_string_append (svg, " xml:space=\"preserve\"><tspan class=\"strategy\"");
  append_colour (svg, "fill", item->colour);
  if (item->bold)
    g_string_append (svg, " font-weight=\"bold\"");
  append_content (svg, item->text, "tspan");
  g_string_append (svg, "<tspan");
  append_colour (svg, "fill", item->rest_colour);
  append_content (svg, item->rest, "tspan");
  g_string_append (svg, "</text>\n");
}

static void
append_text (GString *svg, const IlvPictureItem *item)
{
  g_string_append_printf (svg, "<text class=\"%s\"", item->role);
  append_number (svg, "x", item->x);
  append_number (svg, "y", item->y);
  append_number (svg, "font-size", item->size);
  g_string_append (svg, get_anchor (item->align));
  if (item->rest != NULL)
    {
      append_runs (svg, item);
      return;
    }
  append_colour (svg, "fill", item->colour);
  if (item->bold)
    g_string_append (svg, " font-weight=\"bold\"");
  if (g_str_equal (item->role, "name"))
    g_string_append (svg, " pointer-events=\"none\"");
  append_content (svg, item->text, "text");
  g_string_append_c (svg, '\n');
}

static void
append_item (GString *svg, const IlvPictureItem *item)
{
  switch (item->shape)
    {
    case ILV_PICTURE_SHAPE_RECT:
      append_rect (svg, item);
      break;
    case ILV_PICTURE_SHAPE_LINE:
      append_line (svg, item);
      break;
    case ILV_PICTURE_SHAPE_DOT:
      append_dot (svg, item);
      break;
    case ILV_PICTURE_SHAPE_TEXT:
      append_text (svg, item);
      break;
    case ILV_PICTURE_SHAPE_BEGIN:
      g_string_append_printf (svg, "<g class=\"%s\">\n", item->role);
      break;
    case ILV_PICTURE_SHAPE_END:
    default:
      g_string_append (svg, "</g>\n");
      break;
    }
}

static void
define_hatch (GString *svg, guint index, gboolean dark)
{
  g_string_append_printf (svg, "<pattern id=\"hatch%u\" width=\"6\" height=\"6\" "
                               "patternUnits=\"userSpaceOnUse\" "
                               "patternTransform=\"rotate(45)\"><rect width=\"2\" "
                               "height=\"6\"",
                          index);
  append_colour (svg, "fill", ilv_palette_get_line_colour (index, dark));
  g_string_append (svg, "/></pattern>\n");
}

static void
define_pattern (GString *svg, guint index, gboolean dark)
{
  g_string_append_printf (svg, "<pattern id=\"pattern%u\" width=\"%u\" height=\"%u\" "
                               "patternUnits=\"userSpaceOnUse\"><rect width=\"%u\" height=\"%u\"",
                          index, ILV_PALETTE_PATTERN_SIZE, ILV_PALETTE_PATTERN_SIZE,
                          ILV_PALETTE_PATTERN_SIZE, ILV_PALETTE_PATTERN_SIZE);
  append_colour (svg, "fill", ilv_palette_get_colour (index, dark));
  g_string_append (svg, "/><path d=\"");
  for (guint y = 0; y < ILV_PALETTE_PATTERN_SIZE; y++)
    for (guint x = 0; x < ILV_PALETTE_PATTERN_SIZE; x++)
      if (ilv_palette_has_pattern_at (index, x, y))
        g_string_append_printf (svg, "M%u %uh1v1h-1z", x, y);
  g_string_append_c (svg, '"');
  append_colour (svg, "fill", ilv_palette_get_pattern_colour (index, dark));
  g_string_append (svg, "/></pattern>\n");
}

static void
append_definitions (GString *svg, const IlvPictureTheme *theme)
{
  g_string_append (svg, "<defs>\n");
  for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
    {
      define_hatch (svg, i, theme->dark);
      if (theme->high_contrast)
        define_pattern (svg, i, theme->dark);
    }
  g_string_append (svg, "</defs>\n");
}

/**
 * ilv_svg_write:
 * @picture: the picture
 *
 * Returns: (transfer full): an SVG document
 */
char *
ilv_svg_write (const IlvPicture *picture)
{
  GString *svg;

  g_return_val_if_fail (picture != NULL, NULL);

  svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
                      "font-family=\"Cantarell, Inter, 'Noto Sans', 'DejaVu Sans', sans-serif\"");
  append_number (svg, "width", picture->width);
  append_number (svg, "height", picture->height);
  g_string_append_printf (svg, " viewBox=\"0 0 %.0f %.0f\">\n<desc", picture->width, picture->height);
  append_content (svg, picture->description != NULL ? picture->description : "", "desc");
  g_string_append_c (svg, '\n');
  append_definitions (svg, picture->theme);
  for (guint i = 0; i < picture->items->len; i++)
    append_item (svg, &g_array_index (picture->items, IlvPictureItem, i));
  g_string_append (svg, "</svg>\n");
  return g_string_free (svg, FALSE);
}
