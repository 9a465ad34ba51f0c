/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-legend.h"

#include <glib/gi18n-lib.h>

#include "ilv-handout-lane.h"

/* All in points. */
#define SWATCH_WIDTH 14
#define SWATCH_HEIGHT 7
#define SWATCH_GAP 5
#define ITEM_GAP 14
#define LINE_HEIGHT 13

/* Behind those of #IlvState. */
enum
{
  MARK_END = ILV_N_SPAN_STATES,
  MARK_OTHER_END,
  N_MARKS,
};

typedef struct
{
  guint mark;
  PangoLayout *label;
  double x;
  double y;
} Item;

typedef struct
{
  GArray *items;
} Legend;

static void
item_clear (gpointer item)
{
  g_object_unref (((Item *) item)->label);
}

static void
legend_free (gpointer data)
{
  g_array_unref (((Legend *) data)->items);
  g_free (data);
}

static const char *
get_label (guint mark)
{
  switch (mark)
    {
    case MARK_END:
      return _ ("end of the run");
    case MARK_OTHER_END:
      return _ ("end of the other run");
    default:
      return ilv_state_get_label (mark);
    }
}

static void
find_marks (const IlvHandoutRun *run, gboolean *occurs)
{
  for (guint i = 0; i < run->run->traces->len; i++)
    {
      gsize n_spans;
      const IlvSpan *spans = ilv_trace_get_spans (ilv_handout_run_get_trace (run, i), &n_spans);

      for (gsize j = 0; j < n_spans; j++)
        occurs[spans[j].state] = TRUE;
    }
  /* Lanes of processors show who runs, and nothing else. */
  if (ilv_lane_index_get_grouping (run->lanes->pdata[0]) == ILV_GROUPING_PROCESSOR)
    for (guint i = 0; i < ILV_N_SPAN_STATES; i++)
      occurs[i] = i == ILV_STATE_RUNNING;
  occurs[MARK_END] = TRUE;
  occurs[MARK_OTHER_END] =
    run->run->traces->len == 2 && ilv_trace_get_duration_ns (ilv_handout_run_get_trace (run, 0)) !=
                                    ilv_trace_get_duration_ns (ilv_handout_run_get_trace (run, 1));
}

static void
draw_line (cairo_t *cr, guint mark, double x, double y)
{
  static const double dashes[] = { 2, 2 };

  cairo_save (cr);
  ilv_handout_style_set_ink (cr, mark == MARK_END ? ILV_HANDOUT_INK_END : ILV_HANDOUT_INK_DIM);
  cairo_set_line_width (cr, mark == MARK_END ? 1 : 0.7);
  if (mark == MARK_OTHER_END)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x + SWATCH_WIDTH - 2, y - 1);
  cairo_line_to (cr, x + SWATCH_WIDTH - 2, y + SWATCH_HEIGHT + 1);
  cairo_stroke (cr);
  if (mark == MARK_END)
    {
      cairo_arc (cr, x + SWATCH_WIDTH - 2, y - 1, 1.6, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
draw (gpointer data, cairo_t *cr, double x, double y, gboolean is_pdf G_GNUC_UNUSED)
{
  const Legend *self = data;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      double top = y + item->y + (LINE_HEIGHT - SWATCH_HEIGHT) / 2.0;

      if (item->mark >= MARK_END)
        draw_line (cr, item->mark, x + item->x, top);
      else
        ilv_handout_lane_draw_span (cr, item->mark, 0, x + item->x,
                                    top, SWATCH_WIDTH, SWATCH_HEIGHT);
      ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_DIM);
      cairo_move_to (cr, x + item->x + SWATCH_WIDTH + SWATCH_GAP, y + item->y + 1);
      pango_cairo_show_layout (cr, item->label);
    }
}

void
ilv_handout_legend_add (IlvHandoutFlow *flow, const IlvHandoutRun *run)
{
  PangoContext *context = ilv_handout_flow_get_context (flow);
  double room = ilv_handout_flow_get_width (flow);
  Legend *self = g_new0 (Legend, 1);
  gboolean occurs[N_MARKS] = { FALSE };
  double x = 0, y = 0;

  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);
  find_marks (run, occurs);
  for (guint mark = 0; mark < N_MARKS; mark++)
    {
      Item item = { .mark = mark };
      int label_width;
      double width;

      if (!occurs[mark])
        continue;
      item.label = ilv_handout_style_create_layout (context, ILV_HANDOUT_FONT_CAPTION, room);
      pango_layout_set_width (item.label, -1);
      pango_layout_set_text (item.label, get_label (mark), -1);
      pango_layout_get_size (item.label, &label_width, NULL);
      width = SWATCH_WIDTH + SWATCH_GAP + (double) label_width / PANGO_SCALE;
      if (x > 0 && x + width > room)
        {
          x = 0;
          y += LINE_HEIGHT;
        }
      item.x = x;
      item.y = y;
      x += width + ITEM_GAP;
      g_array_append_val (self->items, item);
    }
  ilv_handout_flow_add_row (flow, y + LINE_HEIGHT, draw, self, legend_free);
}
