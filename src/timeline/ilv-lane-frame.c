/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane-frame.h"

#include <math.h>

#include "ilv-ghost-flag.h"
#include "ilv-mark.h"
#include "ilv-moment-text.h"
#include "ilv-seen-range.h"

struct _IlvLaneFrame
{
  GtkWidget parent_instance;

  const IlvTimelineView *view;

  /* The names of the lanes, each laid out once, when it is first needed: there may be a thousand. */
  GPtrArray *names;  /* of char * */
  GPtrArray *labels; /* of PangoLayout, or NULL */
  int text_height;
  int label_width;
  gboolean measured;

  IlvSeenRange *seen;
  double from_y;
  double to_y;
};

G_DEFINE_FINAL_TYPE (IlvLaneFrame, ilv_lane_frame, GTK_TYPE_WIDGET)

#define MIN_TICK_DISTANCE 64
#define TICK_LABEL_GAP 14
#define LABEL_GAP 6
#define MAX_TRACK_RADIUS 6

/* So many names are measured; longer ones among the rest are cut with an ellipsis. */
#define MAX_MEASURED 64

/* A distance of a page as it is here. */
static int
enlarge (IlvLaneFrame *self, int pixels)
{
  return (int) lround (pixels * ilv_lane_layout_get_scale (self->text_height));
}

static guint
get_n_lanes (IlvLaneFrame *self)
{
  return self->view->index != NULL ? ilv_lane_index_get_n_lanes (self->view->index) : 0;
}

static void
label_free (gpointer label)
{
  g_clear_object (&label);
}

static void
take_names (IlvLaneFrame *self)
{
  g_ptr_array_set_size (self->labels, 0);
  g_ptr_array_set_size (self->labels, get_n_lanes (self));
  g_ptr_array_set_size (self->names, 0);
  for (guint lane = 0; lane < get_n_lanes (self); lane++)
    g_ptr_array_add (self->names,
                     g_strdup (ilv_lane_index_get_label (self->view->index, lane)));
}

static PangoLayout *
get_label (IlvLaneFrame *self, guint lane)
{
  gpointer *label = &g_ptr_array_index (self->labels, lane);

  if (*label == NULL)
    *label = ilv_mark_create_text (GTK_WIDGET (self), g_ptr_array_index (self->names, lane));
  return *label;
}

static void
measure (IlvLaneFrame *self)
{
  g_autoptr (PangoLayout) digit = ilv_mark_create_text (GTK_WIDGET (self), "0");
  int digit_width;

  if (self->measured)
    return;

  take_names (self);
  pango_layout_get_pixel_size (digit, &digit_width, &self->text_height);

  /* Room for a usual name, so that the picture does not jump when the first lane comes. */
  self->label_width = 6 * digit_width;
  for (guint i = 0; i < MIN (self->labels->len, MAX_MEASURED); i++)
    {
      int width;

      pango_layout_get_pixel_size (get_label (self, i), &width, NULL);
      self->label_width = MAX (self->label_width, width);
    }
  self->label_width += enlarge (self, LABEL_GAP);
  self->measured = TRUE;
}

static void
snapshot_tracks (IlvLaneFrame *self, GtkSnapshot *snapshot)
{
  const IlvLaneLayout *layout = &self->view->layout;

  for (guint lane = 0; lane < layout->n_lanes; lane++)
    {
      graphene_rect_t bounds;
      int y, height;

      ilv_lane_layout_get_lane (layout, lane, &y, &height);
      if (y + height < self->from_y || y > self->to_y)
        continue;

      bounds = GRAPHENE_RECT_INIT (layout->plot_x, y, layout->plot_width, height);
      ilv_mark_append_box (snapshot, &bounds, MIN (enlarge (self, MAX_TRACK_RADIUS), height / 4),
                           &self->view->theme.track, NULL);
    }
}

static void
snapshot_names (IlvLaneFrame *self, GtkSnapshot *snapshot)
{
  const IlvLaneLayout *layout = &self->view->layout;
  double free_y = 0;

  for (guint lane = 0; lane < MIN (self->labels->len, layout->n_lanes); lane++)
    {
      PangoLayout *label;
      int y, height, text_height;

      ilv_lane_layout_get_lane (layout, lane, &y, &height);
      if (y + height < self->from_y || y > self->to_y)
        continue;

      label = get_label (self, lane);
      pango_layout_set_width (label, MAX (layout->label_width - enlarge (self, LABEL_GAP), 1) * PANGO_SCALE);
      pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_MIDDLE);
      pango_layout_get_pixel_size (label, NULL, &text_height);
      y += (height - text_height) / 2;

      /* Where lanes are lower than text, some of them go without a name. */
      if (y < free_y)
        continue;

      ilv_mark_append_text (snapshot, label, layout->label_x, y, &self->view->theme.text);
      free_y = y + text_height - 1;
    }
}

/* Ticks that are so far apart that their numbers do not touch. */
static gint64
choose_tick (IlvLaneFrame *self, IlvMomentUnit *unit)
{
  const IlvTimelineView *view = self->view;
  double end_ns = ilv_time_axis_get_end_ns (view->axis);
  double distance = MAX (MIN_TICK_DISTANCE, 3 * self->text_height);
  gint64 tick_ns = 1;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (PangoLayout) text = NULL;
      g_autofree char *number = NULL;
      int width;

      tick_ns = ilv_time_axis_get_tick_ns (view->axis, view->layout.plot_width, distance);
      *unit = ilv_moment_text_get_unit (tick_ns, end_ns);
      number = ilv_moment_text_format_tick ((gint64) end_ns, tick_ns, *unit, TRUE);
      text = ilv_mark_create_text (GTK_WIDGET (self), number);
      pango_layout_get_pixel_size (text, &width, NULL);
      if (width + enlarge (self, TICK_LABEL_GAP) <= distance)
        break;
      distance = width + enlarge (self, TICK_LABEL_GAP);
    }

  return tick_ns;
}

static void
snapshot_tick (IlvLaneFrame *self,
               GtkSnapshot *snapshot,
               const char *number,
               double x,
               const graphene_rect_t *flag,
               double *free_x)
{
  const IlvLaneLayout *layout = &self->view->layout;
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), number);
  int width, text_x;

  ilv_mark_append_line (snapshot, x, layout->lanes_y - 3, layout->lanes_y + layout->lanes_height, 1,
                        &self->view->theme.grid);

  pango_layout_get_pixel_size (text, &width, NULL);
  text_x =
    CLAMP ((int) x - width / 2, 0, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - width, 0));
  if (text_x < *free_x ||
      (text_x <= flag->origin.x + flag->size.width && text_x + width >= flag->origin.x))
    return;

  ilv_mark_append_text (snapshot, text, text_x, 2, &self->view->theme.dim);
  *free_x = text_x + width + enlarge (self, TICK_LABEL_GAP) / 2.0;
}

static void
snapshot_ruler (IlvLaneFrame *self, GtkSnapshot *snapshot)
{
  const IlvTimelineView *view = self->view;
  double start_ns = ilv_time_axis_get_start_ns (view->axis);
  double end_ns = ilv_time_axis_get_end_ns (view->axis);
  g_autoptr (PangoLayout) flag_text = NULL;
  graphene_rect_t flag = GRAPHENE_RECT_INIT (-1, 0, 0, 0);
  double free_x = 0;
  gboolean first = TRUE;
  IlvMomentUnit unit;
  gint64 tick_ns;

  /* Nothing is known of the length yet. */
  if (ilv_time_axis_get_limit_ns (view->axis) <= 1)
    return;

  flag_text = ilv_ghost_flag_place (GTK_WIDGET (self), view, &flag);
  tick_ns = choose_tick (self, &unit);
  for (gint64 i = (gint64) ceil (start_ns / tick_ns); (double) i * tick_ns <= end_ns; i++)
    {
      g_autofree char *number = ilv_moment_text_format_tick (i * tick_ns, tick_ns, unit, first);

      snapshot_tick (self, snapshot, number, ilv_timeline_view_to_x (view, (double) i * tick_ns),
                     &flag, &free_x);
      first = FALSE;
    }
}

static void
ilv_lane_frame_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvLaneFrame *self = ILV_LANE_FRAME (widget);

  measure (self);
  ilv_seen_range_take (self->seen, &self->from_y, &self->to_y);
  snapshot_tracks (self, snapshot);
  snapshot_ruler (self, snapshot);
  snapshot_names (self, snapshot);
}

static void
ilv_lane_frame_dispose (GObject *object)
{
  g_clear_object (&ILV_LANE_FRAME (object)->seen);

  G_OBJECT_CLASS (ilv_lane_frame_parent_class)->dispose (object);
}

static void
ilv_lane_frame_finalize (GObject *object)
{
  g_ptr_array_unref (ILV_LANE_FRAME (object)->labels);
  g_ptr_array_unref (ILV_LANE_FRAME (object)->names);

  G_OBJECT_CLASS (ilv_lane_frame_parent_class)->finalize (object);
}

static void
ilv_lane_frame_class_init (IlvLaneFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_lane_frame_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_lane_frame_finalize;
  widget_class->snapshot = ilv_lane_frame_snapshot;

  gtk_widget_class_set_css_name (widget_class, "laneframe");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ilv_lane_frame_init (IlvLaneFrame *self)
{
  self->labels = g_ptr_array_new_with_free_func (label_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->seen = ilv_seen_range_new (GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ilv_lane_frame_new (const IlvTimelineView *view)
{
  IlvLaneFrame *self = g_object_new (ILV_TYPE_LANE_FRAME, NULL);

  self->view = view;

  return GTK_WIDGET (self);
}

void
ilv_lane_frame_measure_text (IlvLaneFrame *self, int *text_height, int *label_width)
{
  g_return_if_fail (ILV_IS_LANE_FRAME (self));

  measure (self);
  *text_height = self->text_height;
  *label_width = self->label_width;
}

void
ilv_lane_frame_reset (IlvLaneFrame *self)
{
  g_return_if_fail (ILV_IS_LANE_FRAME (self));

  self->measured = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
ilv_lane_frame_is_outdated (IlvLaneFrame *self)
{
  guint n_lanes;

  g_return_val_if_fail (ILV_IS_LANE_FRAME (self), FALSE);

  n_lanes = get_n_lanes (self);
  if (!self->measured || n_lanes != self->names->len)
    return TRUE;

  for (guint lane = 0; lane < n_lanes; lane++)
    if (!g_str_equal (g_ptr_array_index (self->names, lane),
                      ilv_lane_index_get_label (self->view->index, lane)))
      return TRUE;

  return FALSE;
}
