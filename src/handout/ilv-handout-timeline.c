/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-timeline.h"

#include <math.h>

#include "ilv-handout-lane.h"
#include "ilv-ruler-scale.h"

/* All in points. */
#define RULER_HEIGHT 13
#define TICK_HEIGHT 3
#define LABEL_GAP 7
#define MAX_LABEL_WIDTH 84
#define MIN_LABEL_HEIGHT 9
#define MIN_LANE_HEIGHT 2
#define MAX_LANES_HEIGHT 210
#define MAX_LANE_HEIGHT 21
#define MIN_NAMED_HEIGHT 9
#define END_RADIUS 2
#define BOTTOM 4

#define TICKS 8

typedef struct
{
  const IlvHandoutRun *run;
  guint index;
  double width;
  double label_width;
  double lane_height;
  guint label_step; /* every so many lanes have a label */
  IlvRulerScale ruler;
  GPtrArray *labels; /* of each lane, or NULL */
  GPtrArray *marks;  /* the ruler's labels */
  GPtrArray *names;  /* of each task, what stands in its spans; none where there is no room */
} Timeline;

static void
object_free (gpointer object)
{
  g_clear_object (&object);
}

static void
timeline_free (gpointer data)
{
  Timeline *self = data;

  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static IlvLaneIndex *
get_lanes (const Timeline *self)
{
  return g_ptr_array_index (self->run->lanes, self->index);
}

static PangoLayout *
create_label (PangoContext *context, const char *text)
{
  PangoLayout *layout = ilv_handout_style_create_layout (context, ILV_HANDOUT_FONT_CAPTION, -1);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  pango_layout_set_width (layout, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, valid, -1);
  return layout;
}

static double
get_label_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/* All traces of a run have their start one below the other. */
static double
find_label_width (PangoContext *context, const IlvHandoutRun *run)
{
  double width = 0;

  for (guint i = 0; i < run->lanes->len; i++)
    {
      IlvLaneIndex *lanes = g_ptr_array_index (run->lanes, i);

      for (guint lane = 0; lane < ilv_lane_index_get_n_lanes (lanes); lane++)
        {
          g_autoptr (PangoLayout) label =
            create_label (context, ilv_lane_index_get_label (lanes, lane));

          width = MAX (width, get_label_width (label));
        }
    }
  return MIN (width, MAX_LABEL_WIDTH);
}

static void
create_labels (Timeline *self, PangoContext *context)
{
  guint n_lanes = ilv_lane_index_get_n_lanes (get_lanes (self));

  self->labels = g_ptr_array_new_with_free_func (object_free);
  for (guint lane = 0; lane < n_lanes; lane++)
    {
      PangoLayout *label = NULL;

      if (lane % self->label_step == 0)
        {
          label = create_label (context, ilv_lane_index_get_label (get_lanes (self), lane));
          pango_layout_set_width (label, self->label_width * PANGO_SCALE);
          pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
        }
      g_ptr_array_add (self->labels, label);
    }
}

static void
create_marks (Timeline *self, PangoContext *context)
{
  self->marks = g_ptr_array_new_with_free_func (g_object_unref);
  ilv_ruler_scale_init (&self->ruler, self->run->axis_ns, TICKS);
  for (guint i = 0; i * self->ruler.tick_ns <= self->run->axis_ns; i++)
    {
      g_autofree char *text = ilv_ruler_scale_format (&self->ruler, i);

      g_ptr_array_add (self->marks, create_label (context, text));
    }
}

static void
create_names (Timeline *self, PangoContext *context)
{
  const IlvTraceInfo *info =
    ilv_trace_get_info (ilv_handout_run_get_trace (self->run, self->index));

  self->names = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; self->lane_height >= MIN_NAMED_HEIGHT && i < info->tasks->len; i++)
    {
      PangoLayout *name = create_label (context, ilv_trace_info_get_task (info, i)->name);
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (name, attributes);
      pango_attr_list_unref (attributes);
      g_ptr_array_add (self->names, name);
    }
}

static void
draw_ruler (const Timeline *self, cairo_t *cr, const IlvHandoutLaneBox *box, double height)
{
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < self->marks->len; i++)
    {
      PangoLayout *label = g_ptr_array_index (self->marks, i);
      double x = box->x + i * self->ruler.tick_ns * box->scale;
      double width = get_label_width (label);

      ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_RULE);
      cairo_move_to (cr, x, box->y - TICK_HEIGHT);
      cairo_line_to (cr, x, box->y + height);
      cairo_stroke (cr);
      /* Not beyond the edge. */
      if (x + width / 2 > box->x + box->width + END_RADIUS)
        continue;
      ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_DIM);
      cairo_move_to (cr, i == 0 ? x : x - width / 2, box->y - RULER_HEIGHT);
      pango_cairo_show_layout (cr, label);
    }
}

static void
draw_label (PangoLayout *label, cairo_t *cr, double x, double y, double height)
{
  int label_height;

  pango_layout_get_size (label, NULL, &label_height);
  ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_TEXT);
  cairo_move_to (cr, x, y + (height - (double) label_height / PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, label);
}

static void
draw_end (cairo_t *cr, double x, double top, double bottom)
{
  ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_END);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, bottom);
  cairo_stroke (cr);
  cairo_arc (cr, x, top, END_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_other_end (cairo_t *cr, double x, double top, double bottom)
{
  static const double dashes[] = { 2, 2 };

  cairo_save (cr);
  ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_DIM);
  cairo_set_line_width (cr, 0.7);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, bottom);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_ends (const Timeline *self, cairo_t *cr, const IlvHandoutLaneBox *box, double height)
{
  IlvTrace *trace = ilv_handout_run_get_trace (self->run, self->index);
  double x = box->x + ilv_trace_get_duration_ns (trace) * box->scale;

  if (self->run->run->traces->len == 2)
    {
      IlvTrace *other = ilv_handout_run_get_trace (self->run, 1 - self->index);
      double other_x = box->x + ilv_trace_get_duration_ns (other) * box->scale;

      if (other_x > x + 2 * END_RADIUS)
        draw_other_end (cr, other_x, box->y, box->y + height + 2);
    }
  draw_end (cr, x, box->y - 1, box->y + height + 2);
}

static void
draw (gpointer data, cairo_t *cr, double x, double y, gboolean is_pdf G_GNUC_UNUSED)
{
  const Timeline *self = data;
  double gap = MIN (3, self->lane_height / 6);
  double start = self->label_width + LABEL_GAP;
  IlvHandoutLaneBox box = { .x = x + start,
                            .y = y + RULER_HEIGHT,
                            .width = self->width - start,
                            .height = self->lane_height - gap };
  IlvHandoutLaneBox lanes = box;

  box.scale = box.width / self->run->axis_ns;
  draw_ruler (self, cr, &box, self->labels->len * self->lane_height);
  for (guint lane = 0; lane < self->labels->len; lane++)
    {
      PangoLayout *label = g_ptr_array_index (self->labels, lane);

      ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_LANE);
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      cairo_fill (cr);
      if (label != NULL)
        draw_label (label, cr, x, box.y, box.height);
      ilv_handout_lane_draw (cr, get_lanes (self), lane, &box, self->names);
      box.y += self->lane_height;
    }
  lanes.scale = box.scale;
  draw_ends (self, cr, &lanes, self->labels->len * self->lane_height - gap);
}

void
ilv_handout_timeline_add (IlvHandoutFlow *flow, const IlvHandoutRun *run, guint index, double room)
{
  PangoContext *context = ilv_handout_flow_get_context (flow);
  Timeline *self = g_new0 (Timeline, 1);
  guint n_lanes;

  self->run = run;
  self->index = index;
  self->width = ilv_handout_flow_get_width (flow);
  self->label_width = find_label_width (context, run);
  n_lanes = ilv_lane_index_get_n_lanes (get_lanes (self));
  self->lane_height =
    CLAMP (room / MAX (n_lanes, 1),
           MIN (MIN_LANE_HEIGHT, (double) MAX_LANES_HEIGHT / MAX (n_lanes, 1)), MAX_LANE_HEIGHT);
  self->label_step = MAX (1, (guint) ceil (MIN_LABEL_HEIGHT / self->lane_height));
  create_labels (self, context);
  create_marks (self, context);
  create_names (self, context);
  ilv_handout_flow_add_row (flow, RULER_HEIGHT + n_lanes * self->lane_height + BOTTOM, draw, self,
                            timeline_free);
}
