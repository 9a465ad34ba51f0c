/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-line.h"

/* Between a marker and what it marks. */
#define MARKER_GAP 6

/* One line of a text, as a row. */
typedef struct
{
  IlvHandoutText *text;
  IlvHandoutText *marker; /* or NULL */
  PangoLayoutLine *line;  /* of the text's layout */
  double x;
  double shift; /* of all, to where lines begin */
  double indent;
  double width; /* of what is beside the indent */
  gboolean is_rtl;
  double baseline;
  double height;
} Line;

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
add_links (const Line *self, cairo_t *cr, double x, double y)
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
draw_marker (const Line *self, cairo_t *cr, double x, double baseline)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->marker->layout, 0);
  double offset = self->width + MARKER_GAP;
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  if (!self->is_rtl)
    offset = MAX (0, self->indent - MARKER_GAP - (double) logical.width / PANGO_SCALE);
  cairo_move_to (cr, x + offset, baseline);
  pango_cairo_show_layout_line (cr, line);
}

static void
line_free (gpointer data)
{
  Line *self = data;

  pango_layout_line_unref (self->line);
  ilv_handout_text_unref (self->text);
  g_clear_pointer (&self->marker, ilv_handout_text_unref);
  g_free (self);
}

static void
draw (gpointer data, cairo_t *cr, double x, double y, gboolean is_pdf)
{
  const Line *self = data;

  x += self->shift;
  ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_TEXT);
  if (self->marker != NULL)
    draw_marker (self, cr, x, y + self->baseline);
  cairo_move_to (cr, x + self->x, y + self->baseline);
  pango_cairo_show_layout_line (cr, self->line);
  if (is_pdf)
    add_links (self, cr, x + self->x, y);
}

/* (transfer full): the line that @iter is at. */
static Line *
line_new (IlvHandoutText *text, PangoLayoutIter *iter, double indent)
{
  Line *self = g_new0 (Line, 1);
  PangoRectangle logical;
  int top, bottom;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  self->text = ilv_handout_text_ref (text);
  self->line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
  self->indent = indent;
  self->width = (double) pango_layout_get_width (text->layout) / PANGO_SCALE;
  self->is_rtl = ilv_handout_text_is_rtl (text);
  self->x = (self->is_rtl ? 0 : indent) + (double) logical.x / PANGO_SCALE;
  self->height = (double) (bottom - top) / PANGO_SCALE;
  self->baseline = (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE;
  return self;
}

void
ilv_handout_line_add (IlvHandoutFlow *flow,
                      IlvHandoutText *text,
                      double indent,
                      IlvHandoutText *marker)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);
  int n_lines = pango_layout_get_line_count (text->layout);

  for (int i = 0; i < n_lines; i++)
    {
      Line *line = line_new (text, iter, indent);

      if (i == 0)
        line->marker = marker;
      if (ilv_handout_flow_is_from_right (flow) && line->width > 0)
        line->shift = MAX (0, ilv_handout_flow_get_width (flow) - indent - line->width);
      ilv_handout_flow_add_row (flow, line->height, draw, line, line_free);
      if (i + 1 < n_lines && (i == 0 || i + 2 == n_lines))
        ilv_handout_flow_keep (flow, ILV_HANDOUT_KEEP_TIGHT);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
  ilv_handout_text_unref (text);
}
