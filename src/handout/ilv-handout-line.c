/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-line.h"

/* Between a marker and what it marks. */
#define MARKER_GAP 6

struct _IlvHandoutLine
{
  IlvHandoutText *text;
  IlvHandoutText *marker; /* or NULL */
  PangoLayoutLine *line;  /* of the text's layout */
  double x;
  double indent;
  double baseline;
  double height;
};

/* In an attribute of a tag. */
static char *
quote (const char *text)
{
  GString *quoted = g_string_new ("'");

  for (; *text != '\0'; text++)
    {
      if (*text == '\'' || *text == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *text);
    }
  g_string_append_c (quoted, '\'');
  return g_string_free (quoted, FALSE);
}

static void
add_link (cairo_t *cr, const char *address, double x, double y, double width, double height)
{
  const double numbers[] = { x, y, width, height };
  g_autoptr (GString) attributes = g_string_new ("rect=[");
  g_autofree char *uri = quote (address);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (attributes, " %s",
                              g_ascii_formatd (number, sizeof number, "%.2f", numbers[i]));
    }
  g_string_append_printf (attributes, "] uri=%s", uri);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/* The parts of links that are on this line. */
static void
add_links (const IlvHandoutLine *self, cairo_t *cr, double x, double y)
{
  guint line_end = self->line->start_index + self->line->length;

  for (guint i = 0; i < self->text->links->len; i++)
    {
      const IlvHandoutLink *link = g_ptr_array_index (self->text->links, i);
      guint start = MAX (link->start, (guint) self->line->start_index);
      guint end = MIN (link->end, line_end);
      g_autofree int *ranges = NULL;
      int n_ranges;

      if (start >= end)
        continue;
      pango_layout_line_get_x_ranges (self->line, start, end, &ranges, &n_ranges);
      for (int j = 0; j < n_ranges; j++)
        add_link (cr, link->address, x + (double) ranges[2 * j] / PANGO_SCALE, y,
                  (double) (ranges[2 * j + 1] - ranges[2 * j]) / PANGO_SCALE, self->height);
    }
}

/* Where the first line of a marker has its baseline is of no interest: it gets the text's. */
static void
draw_marker (const IlvHandoutLine *self, cairo_t *cr, double x, double baseline)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->marker->layout, 0);
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  cairo_move_to (cr, x + MAX (0, self->indent - MARKER_GAP - (double) logical.width / PANGO_SCALE),
                 baseline);
  pango_cairo_show_layout_line (cr, line);
}

GPtrArray *
ilv_handout_line_split (IlvHandoutText *text, double indent, IlvHandoutText *marker)
{
  GPtrArray *lines = g_ptr_array_new ();
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

  do
    {
      IlvHandoutLine *self = g_new0 (IlvHandoutLine, 1);
      PangoRectangle logical;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      self->text = ilv_handout_text_ref (text);
      self->line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      self->indent = indent;
      self->x = indent + (double) logical.x / PANGO_SCALE;
      self->height = (double) (bottom - top) / PANGO_SCALE;
      self->baseline = (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE;
      if (lines->len == 0 && marker != NULL)
        self->marker = ilv_handout_text_ref (marker);
      g_ptr_array_add (lines, self);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return lines;
}

void
ilv_handout_line_free (IlvHandoutLine *self)
{
  pango_layout_line_unref (self->line);
  ilv_handout_text_unref (self->text);
  g_clear_pointer (&self->marker, ilv_handout_text_unref);
  g_free (self);
}

double
ilv_handout_line_get_height (const IlvHandoutLine *self)
{
  return self->height;
}

void
ilv_handout_line_draw (gpointer data, cairo_t *cr, double x, double y, gboolean is_pdf)
{
  const IlvHandoutLine *self = data;

  ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_TEXT);
  if (self->marker != NULL)
    draw_marker (self, cr, x, y + self->baseline);
  cairo_move_to (cr, x + self->x, y + self->baseline);
  pango_cairo_show_layout_line (cr, self->line);
  if (is_pdf)
    add_links (self, cr, x + self->x, y);
}
