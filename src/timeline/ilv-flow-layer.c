/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-flow-layer.h"

#include <math.h>

#include "ilv-flow-arrow.h"
#include "ilv-mark.h"

struct _IlvFlowLayer
{
  GtkWidget parent_instance;

  const IlvTimelineView *view;
};

G_DEFINE_FINAL_TYPE (IlvFlowLayer, ilv_flow_layer, GTK_TYPE_WIDGET)

/* An arrow needs so many pixels of the width to be followed by the eye. */
#define ARROW_ROOM 16
#define MAX_ARROWS 60
#define LINE_WIDTH 1.5
/* The edge that sets a line off from any bar. */
#define EDGE 1.5
#define HEAD_LENGTH 8
#define HEAD_ANGLE 28
#define KNOB_RADIUS 3
/* Within a lane, a shorter one could not be told from its head. */
#define MIN_LENGTH 14

typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} Line;

static void
append_stroke (GtkSnapshot *snapshot, double length, double width, const GdkRGBA *colour)
{
  gtk_snapshot_append_color (
    snapshot, colour,
    &GRAPHENE_RECT_INIT (-(float) length, -(float) width / 2, (float) length, (float) width));
}

/* Back from where the pen is, which points along the arrow. */
static void
append_arrow (
  GtkSnapshot *snapshot, double length, double head, double width, const GdkRGBA *colour)
{
  append_stroke (snapshot, length, width, colour);
  for (int side = -1; side <= 1; side += 2)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_rotate (snapshot, side * HEAD_ANGLE);
      append_stroke (snapshot, head, width, colour);
      gtk_snapshot_restore (snapshot);
    }
}

static void
snapshot_arrow (IlvFlowLayer *self, GtkSnapshot *snapshot, const Line *line)
{
  const IlvTimelineTheme *theme = &self->view->theme;
  double scale = self->view->layout.scale;
  double dx = line->x2 - line->x1, dy = line->y2 - line->y1;
  double length = hypot (dx, dy);
  double head = MIN (HEAD_LENGTH * scale, length / 2);
  double width = LINE_WIDTH * scale;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) line->x2, (float) line->y2));
  gtk_snapshot_rotate (snapshot, (float) (atan2 (dy, dx) * 180 / G_PI));
  append_arrow (snapshot, length, head, width + 2 * EDGE * scale, &theme->plate);
  append_arrow (snapshot, length, head, width, &theme->text);
  gtk_snapshot_restore (snapshot);

  ilv_mark_append_knob (snapshot, line->x1, line->y1, (KNOB_RADIUS + EDGE) * scale, &theme->plate);
  ilv_mark_append_knob (snapshot, line->x1, line->y1, KNOB_RADIUS * scale, &theme->text);
}

/* From the middle of a lane to the near edge of another one's bars, or along its own. */
static gboolean
place_arrow (IlvFlowLayer *self, const IlvFlowArrow *arrow, Line *line)
{
  const IlvTimelineView *view = self->view;
  int from_y, from_height, to_y, to_height;

  ilv_lane_layout_get_lane (&view->layout, arrow->from_lane, &from_y, &from_height);
  ilv_lane_layout_get_lane (&view->layout, arrow->to_lane, &to_y, &to_height);
  line->x1 = ilv_timeline_view_to_x (view, (double) arrow->from_ns);
  line->x2 = ilv_timeline_view_to_x (view, (double) arrow->to_ns);
  line->y1 = from_y + from_height / 2.0;
  line->y2 = to_y + to_height / 2.0;
  if (arrow->from_lane == arrow->to_lane)
    return line->x2 - line->x1 >= MIN_LENGTH * view->layout.scale;

  line->y2 += (arrow->from_lane < arrow->to_lane ? -1 : 1) * to_height / 4.0;
  return TRUE;
}

static void
ilv_flow_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvFlowLayer *self = ILV_FLOW_LAYER (widget);
  const IlvTimelineView *view = self->view;
  const IlvLaneLayout *layout = &view->layout;
  g_autoptr (GArray) arrows = NULL;
  const IlvSpan *selected;
  gboolean all;

  if (view->index == NULL)
    return;

  all = ilv_time_axis_get_shows_flows (view->axis);
  selected = ilv_span_place_get_span (view->selected, view->index);
  if (!all && selected == NULL)
    return;

  arrows = ilv_flow_arrow_find (view->index, (gint64) ilv_time_axis_get_start_ns (view->axis),
                                (gint64) ilv_time_axis_get_end_ns (view->axis), selected, all,
                                MIN (layout->plot_width / ARROW_ROOM, MAX_ARROWS));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (layout->plot_x - HEAD_LENGTH, 0,
                                                         layout->plot_width + 2 * HEAD_LENGTH,
                                                         gtk_widget_get_height (widget)));
  for (guint i = 0; i < arrows->len; i++)
    {
      Line line;

      if (place_arrow (self, &g_array_index (arrows, IlvFlowArrow, i), &line))
        snapshot_arrow (self, snapshot, &line);
    }
  gtk_snapshot_pop (snapshot);
}

static void
ilv_flow_layer_class_init (IlvFlowLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ilv_flow_layer_snapshot;

  gtk_widget_class_set_css_name (widget_class, "flows");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ilv_flow_layer_init (IlvFlowLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ilv_flow_layer_new (const IlvTimelineView *view)
{
  IlvFlowLayer *self = g_object_new (ILV_TYPE_FLOW_LAYER, NULL);

  self->view = view;

  return GTK_WIDGET (self);
}
