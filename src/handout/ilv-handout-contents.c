/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-contents.h"

#include <glib/gi18n-lib.h>

/* All in points. */
#define TOP 60
#define TITLE_GAP 10
#define LIST_GAP 34
#define LINE_HEIGHT 38
#define NUMBER_WIDTH 24
#define PAGE_WIDTH 30

typedef struct
{
  IlvHandoutFlow *flow;
  guint number;
  double width;
  PangoLayout *digits;
  PangoLayout *title;
  PangoLayout *summary;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_object_unref (self->digits);
  g_object_unref (self->title);
  g_object_unref (self->summary);
  g_free (self);
}

/* The page on which lesson @number begins, from 1. */
static guint
find_page (const Entry *self)
{
  GPtrArray *bookmarks = ilv_handout_flow_get_bookmarks (self->flow);
  guint number = 0;

  for (guint i = 0; i < bookmarks->len; i++)
    {
      const IlvHandoutBookmark *bookmark = g_ptr_array_index (bookmarks, i);

      if (bookmark->level == 1 && number++ == self->number)
        return bookmark->page + 1;
    }
  return 0;
}

static void
show (cairo_t *cr, PangoLayout *layout, IlvHandoutInk ink, double x, double y)
{
  ilv_handout_style_set_ink (cr, ink);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static double
get_text_x (const Entry *self)
{
  return ilv_handout_flow_is_from_right (self->flow) ? PAGE_WIDTH : NUMBER_WIDTH;
}

/* At the side where lines begin, or at their end. */
static void
show_digits (const Entry *self, cairo_t *cr, const char *digits, gboolean at_end, double x, double y)
{
  gboolean on_right = ilv_handout_flow_is_from_right (self->flow) != at_end;
  PangoRectangle extents;

  pango_layout_set_text (self->digits, digits, -1);
  pango_layout_get_pixel_extents (self->digits, NULL, &extents);
  if (on_right)
    x += self->width - extents.width;
  show (cr, self->digits, ILV_HANDOUT_INK_DIM, x - extents.x, y);
}

static void
draw (gpointer data, cairo_t *cr, double x, double y, gboolean is_pdf)
{
  const Entry *self = data;
  guint page = find_page (self);
  g_autofree char *number = g_strdup_printf ("%u", self->number + 1);
  g_autofree char *page_number = g_strdup_printf ("%u", page);

  if (is_pdf)
    {
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 0]", page);

      cairo_tag_begin (cr, CAIRO_TAG_LINK, target);
    }
  if (ilv_handout_flow_is_from_right (self->flow))
    x += ilv_handout_flow_get_width (self->flow) - self->width;
  show_digits (self, cr, number, FALSE, x, y);
  show_digits (self, cr, page_number, TRUE, x, y);
  show (cr, self->title, ILV_HANDOUT_INK_TEXT, x + get_text_x (self), y);
  show (cr, self->summary, ILV_HANDOUT_INK_DIM, x + get_text_x (self), y + 16);
  if (is_pdf)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static PangoLayout *
create_line (PangoContext *context, IlvHandoutFont font, double width, const char *text)
{
  PangoLayout *layout = ilv_handout_style_create_layout (context, font, width);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
add_entry (IlvHandoutBuilder *builder, IlvLesson *lesson, guint number)
{
  PangoContext *context = ilv_handout_flow_get_context (builder->flow);
  double room = builder->measure - NUMBER_WIDTH - PAGE_WIDTH;
  Entry *self = g_new0 (Entry, 1);

  self->flow = builder->flow;
  self->number = number;
  self->width = builder->measure;
  self->digits = create_line (context, ILV_HANDOUT_FONT_HEADING, PAGE_WIDTH, "");
  self->title =
    create_line (context, ILV_HANDOUT_FONT_HEADING, room, ilv_lesson_get_title (lesson));
  self->summary =
    create_line (context, ILV_HANDOUT_FONT_SMALL, room, ilv_lesson_get_summary (lesson));
  ilv_handout_flow_add_row (builder->flow, LINE_HEIGHT, draw, self, entry_free);
}

static void
draw_nothing (gpointer data G_GNUC_UNUSED,
              cairo_t *cr G_GNUC_UNUSED,
              double x G_GNUC_UNUSED,
              double y G_GNUC_UNUSED,
              gboolean is_pdf G_GNUC_UNUSED)
{
}

static void
keep_nothing (gpointer data G_GNUC_UNUSED)
{
}

void
ilv_handout_contents_add (IlvHandoutBuilder *builder, const char *title, GPtrArray *lessons)
{
  ilv_handout_flow_add_row (builder->flow, TOP, draw_nothing, NULL, keep_nothing);
  ilv_handout_flow_keep (builder->flow, ILV_HANDOUT_KEEP_TIGHT);
  ilv_handout_flow_add_bookmark (builder->flow, title, 0);
  ilv_handout_builder_add_text (builder, ILV_HANDOUT_FONT_COURSE, ILV_HANDOUT_INK_TEXT, title);
  ilv_handout_flow_add_gap (builder->flow, TITLE_GAP);
  ilv_handout_builder_add_text (builder, ILV_HANDOUT_FONT_LEAD, ILV_HANDOUT_INK_DIM,
                                _ ("Handout of the course"));
  ilv_handout_flow_add_gap (builder->flow, LIST_GAP);
  for (guint i = 0; i < lessons->len; i++)
    add_entry (builder, g_ptr_array_index (lessons, i), i);
}
