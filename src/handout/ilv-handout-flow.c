/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-flow.h"

#include "ilv-handout-frame.h"

#define MAX_DEPTH 4

typedef struct
{
  IlvHandoutDrawFunc draw;
  gpointer data;
  GDestroyNotify data_free;
  double x;
  double gap;  /* above, unless it begins a page */
  double lead; /* above it, of boxes that begin */
  double height;
  double trail; /* below it, of boxes that end */
  IlvHandoutKeep keep;
  gboolean begins_page;
  guint page;
  double y; /* of the upper edge with its lead */
} Row;

typedef struct
{
  IlvHandoutFrame frame;
  double x;
  double width;
  guint first;   /* row */
  guint end;     /* the row behind its last one */
  double top;    /* from the upper edge of its first row */
  double bottom; /* how much of the last row's trail is its own, or of boxes in it */
} Box;

struct _IlvHandoutFlow
{
  PangoContext *context;
  double width;
  GArray *rows;
  GArray *boxes; /* in the order of their beginning */
  GPtrArray *bookmarks;
  guint open[MAX_DEPTH]; /* indices of the boxes that are open */
  guint depth;
  double gap;
  double lead;
  gboolean breaks_page;
  guint n_pages;
  double height;
};

static Row *
get_row (IlvHandoutFlow *self, guint index)
{
  return &g_array_index (self->rows, Row, index);
}

static Box *
get_box (IlvHandoutFlow *self, guint index)
{
  return &g_array_index (self->boxes, Box, index);
}

static void
row_clear (gpointer data)
{
  Row *row = data;

  row->data_free (row->data);
}

static void
bookmark_free (gpointer data)
{
  IlvHandoutBookmark *bookmark = data;

  g_free (bookmark->title);
  g_free (bookmark);
}

static double
get_x (IlvHandoutFlow *self)
{
  Box *box;

  if (self->depth == 0)
    return 0;
  box = get_box (self, self->open[self->depth - 1]);
  return box->x + (ilv_handout_flow_is_from_right (self)
                     ? ilv_handout_frame_get_padding (box->frame)->right
                     : ilv_handout_frame_get_padding (box->frame)->left);
}

static double
get_row_height (const Row *row)
{
  return row->lead + row->height + row->trail;
}

/* How high the rows from @first up to @end are together at the top of a page. */
static double
measure (IlvHandoutFlow *self, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    height += get_row_height (get_row (self, i)) + (i > first ? get_row (self, i)->gap : 0);
  return height;
}

/* The row behind those that belong together with @first, as closely as @keep. */
static guint
find_end (IlvHandoutFlow *self, guint first, guint limit, IlvHandoutKeep keep)
{
  guint end = first + 1;

  while (end < limit && get_row (self, end - 1)->keep >= keep && !get_row (self, end)->begins_page)
    end++;
  return end;
}

/* The padding that a row needs which goes on with boxes at the top of a page. */
static double
get_continued_lead (IlvHandoutFlow *self, guint row)
{
  double lead = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    if (get_box (self, i)->first < row && row < get_box (self, i)->end)
      lead += ilv_handout_frame_get_padding (get_box (self, i)->frame)->edge;
  return lead;
}

static double
place_rows (IlvHandoutFlow *self, guint first, guint end, double y)
{
  for (guint i = first; i < end; i++)
    {
      Row *row = get_row (self, i);

      if (y > 0)
        y += row->gap;
      else
        y += get_continued_lead (self, i);
      row->page = self->n_pages;
      row->y = y;
      y += get_row_height (row);
    }
  return y;
}

/* Places rows that belong together: on this page, on the next one, or if they are higher than a
 * page, in parts that belong together more closely. The first row of a page is at 0. */
static double
place (IlvHandoutFlow *self, guint first, guint end, IlvHandoutKeep keep, double y)
{
  double height = measure (self, first, end);
  double gap = y > 0 ? get_row (self, first)->gap : get_continued_lead (self, first);

  if (y + gap + height <= self->height)
    return place_rows (self, first, end, y);
  if (keep == ILV_HANDOUT_KEEP_TIGHT + 1 || height <= self->height)
    {
      if (y > 0)
        self->n_pages++;
      return place_rows (self, first, end, 0);
    }
  for (guint i = first; i < end;)
    {
      guint part = find_end (self, i, end, keep + 1);

      y = place (self, i, part, keep + 1, y);
      i = part;
    }
  return y;
}

static void
draw_box (IlvHandoutFlow *self, const Box *box, guint page, cairo_t *cr, double x, double y)
{
  double edge = ilv_handout_frame_get_padding (box->frame)->edge;
  double top = 0;
  double bottom = -1;

  for (guint i = box->first; i < box->end; i++)
    {
      Row *row = get_row (self, i);

      if (row->page != page)
        continue;
      if (bottom < 0)
        top = i == box->first ? row->y + box->top : row->y - edge;
      bottom =
        row->y + row->lead + row->height + (i + 1 == box->end ? box->bottom : row->trail + edge);
    }
  if (bottom >= 0)
    ilv_handout_frame_draw (box->frame, cr, x + box->x, y + top, box->width, bottom - top,
                            ilv_handout_flow_is_from_right (self));
}

IlvHandoutFlow *
ilv_handout_flow_new (PangoContext *context, double width)
{
  IlvHandoutFlow *self = g_new0 (IlvHandoutFlow, 1);

  self->context = g_object_ref (context);
  self->width = width;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  self->bookmarks = g_ptr_array_new_with_free_func (bookmark_free);
  return self;
}

void
ilv_handout_flow_free (IlvHandoutFlow *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->boxes);
  g_ptr_array_unref (self->bookmarks);
  g_object_unref (self->context);
  g_free (self);
}

PangoContext *
ilv_handout_flow_get_context (IlvHandoutFlow *self)
{
  return self->context;
}

gboolean
ilv_handout_flow_is_from_right (IlvHandoutFlow *self)
{
  return pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
}

double
ilv_handout_flow_get_width (IlvHandoutFlow *self)
{
  Box *box;

  if (self->depth == 0)
    return self->width;
  box = get_box (self, self->open[self->depth - 1]);
  return box->width - ilv_handout_frame_get_padding (box->frame)->left -
         ilv_handout_frame_get_padding (box->frame)->right;
}

void
ilv_handout_flow_add_gap (IlvHandoutFlow *self, double gap)
{
  self->gap = MAX (self->gap, gap);
}

void
ilv_handout_flow_break_page (IlvHandoutFlow *self)
{
  self->breaks_page = self->rows->len > 0;
}

void
ilv_handout_flow_begin_box (IlvHandoutFlow *self, IlvHandoutFrame frame, double width)
{
  double room = ilv_handout_flow_get_width (self);
  Box box = { .frame = frame,
              .x = get_x (self),
              .width = width > 0 ? MIN (width, room) : room,
              .first = self->rows->len,
              .top = self->lead };

  g_return_if_fail (self->depth < MAX_DEPTH);

  if (ilv_handout_flow_is_from_right (self))
    box.x += room - box.width;

  self->lead += ilv_handout_frame_get_padding (frame)->edge;
  self->open[self->depth++] = self->boxes->len;
  g_array_append_val (self->boxes, box);
}

void
ilv_handout_flow_end_box (IlvHandoutFlow *self)
{
  Box *box;
  Row *last;

  g_return_if_fail (self->depth > 0);

  box = get_box (self, self->open[--self->depth]);
  g_return_if_fail (self->rows->len > box->first);
  last = get_row (self, self->rows->len - 1);
  box->end = self->rows->len;
  last->trail += ilv_handout_frame_get_padding (box->frame)->edge;
  box->bottom = last->trail;
  for (guint i = box->first; i + 1 < box->end; i++)
    get_row (self, i)->keep = MAX (get_row (self, i)->keep, ILV_HANDOUT_KEEP_BOX);
  last->keep = ILV_HANDOUT_KEEP_NONE;
  self->gap = 0;
}

void
ilv_handout_flow_add_row (IlvHandoutFlow *self,
                          double height,
                          IlvHandoutDrawFunc draw,
                          gpointer data,
                          GDestroyNotify data_free)
{
  Row row = { .draw = draw,
              .data = data,
              .data_free = data_free,
              .x = get_x (self),
              .gap = self->gap,
              .lead = self->lead,
              .height = height,
              .begins_page = self->breaks_page };

  self->gap = 0;
  self->lead = 0;
  self->breaks_page = FALSE;
  g_array_append_val (self->rows, row);
}

void
ilv_handout_flow_keep (IlvHandoutFlow *self, IlvHandoutKeep keep)
{
  g_return_if_fail (self->rows->len > 0);

  get_row (self, self->rows->len - 1)->keep = keep;
}

void
ilv_handout_flow_add_bookmark (IlvHandoutFlow *self, const char *title, guint level)
{
  IlvHandoutBookmark *bookmark = g_new0 (IlvHandoutBookmark, 1);

  bookmark->title = g_strdup (title);
  bookmark->level = level;
  bookmark->row = self->rows->len;
  g_ptr_array_add (self->bookmarks, bookmark);
}

void
ilv_handout_flow_place (IlvHandoutFlow *self, double height)
{
  double y = 0;

  self->height = height;
  self->n_pages = 0;
  for (guint i = 0; i < self->rows->len;)
    {
      guint end = find_end (self, i, self->rows->len, ILV_HANDOUT_KEEP_BOX);

      if (get_row (self, i)->begins_page)
        {
          self->n_pages++;
          y = 0;
        }
      y = place (self, i, end, ILV_HANDOUT_KEEP_BOX, y);
      i = end;
    }
  self->n_pages++;
  for (guint i = 0; i < self->bookmarks->len; i++)
    {
      IlvHandoutBookmark *bookmark = g_ptr_array_index (self->bookmarks, i);

      if (bookmark->row >= self->rows->len)
        continue;
      bookmark->page = get_row (self, bookmark->row)->page;
      bookmark->y = get_row (self, bookmark->row)->y;
    }
}

guint
ilv_handout_flow_get_n_pages (IlvHandoutFlow *self)
{
  return self->n_pages;
}

GPtrArray *
ilv_handout_flow_get_bookmarks (IlvHandoutFlow *self)
{
  return self->bookmarks;
}

void
ilv_handout_flow_draw (
  IlvHandoutFlow *self, guint page, cairo_t *cr, double x, double y, gboolean is_pdf)
{
  for (guint i = 0; i < self->boxes->len; i++)
    draw_box (self, get_box (self, i), page, cr, x, y);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);

      if (row->page == page)
        row->draw (row->data, cr, x + row->x, y + row->y + row->lead, is_pdf);
    }
}
