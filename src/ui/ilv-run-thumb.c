/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-thumb.h"

#include "ilv-lane-index.h"
#include "ilv-timeline-theme.h"

#define SIDE_HEIGHT 12
#define SIDE_GAP 3

/* More lanes would be thinner than a pixel. */
#define MAX_LANES 6

struct _IlvRunThumb
{
  GtkWidget parent_instance;

  IlvLaneIndex *indices[ILV_N_SIDES];
  gint64 limit_ns;
  IlvTimelineTheme theme;
};

G_DEFINE_FINAL_TYPE (IlvRunThumb, ilv_run_thumb, GTK_TYPE_WIDGET)

/* Whose colour a column of pixels has: the one that ran most of that time; -1 for nobody. */
static int
find_colour (const IlvColumn *column)
{
  float most = 0.05f;
  int colour = -1;

  for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
    {
      float share = column->coverage[ILV_PAINT_CLASS (ILV_STATE_RUNNING, i)];

      if (share > most)
        {
          most = share;
          colour = i;
        }
    }
  return colour;
}

/* Columns of one colour are one rectangle. */
static void
snapshot_lane (IlvRunThumb *self,
               GtkSnapshot *snapshot,
               const IlvColumn *columns,
               int n_columns,
               double y,
               double height)
{
  int first = 0;

  for (int x = 1; x <= n_columns; x++)
    {
      int colour = find_colour (&columns[first]);
      GdkRGBA rgba;

      if (x < n_columns && find_colour (&columns[x]) == colour)
        continue;
      if (colour >= 0)
        {
          ilv_timeline_theme_get_task_line_colour (&self->theme, colour, &rgba);
          gtk_snapshot_append_color (snapshot, &rgba,
                                     &GRAPHENE_RECT_INIT (first, y, x - first, height));
        }
      first = x;
    }
}

static void
snapshot_side (IlvRunThumb *self, GtkSnapshot *snapshot, IlvSide side, int width)
{
  IlvLaneIndex *index = self->indices[side];
  guint n_lanes = MIN (ilv_lane_index_get_n_lanes (index), MAX_LANES);
  g_autofree IlvColumn *columns = g_new (IlvColumn, width);
  double y = side * (SIDE_HEIGHT + SIDE_GAP);
  double end_ns = ilv_trace_get_duration_ns (ilv_lane_index_get_trace (index));
  double end_x = end_ns / self->limit_ns * width;

  gtk_snapshot_append_color (snapshot, &self->theme.track,
                             &GRAPHENE_RECT_INIT (0, y, width, SIDE_HEIGHT));
  /* How long it took, also where nobody ran. */
  gtk_snapshot_append_color (snapshot, &self->theme.grid,
                             &GRAPHENE_RECT_INIT (0, y, end_x, SIDE_HEIGHT));
  for (guint i = 0; i < n_lanes; i++)
    {
      double height = (double) SIDE_HEIGHT / n_lanes;

      ilv_lane_index_sample (index, i, 0, (double) self->limit_ns / width, width, columns);
      snapshot_lane (self, snapshot, columns, width, y + i * height, height);
    }
  gtk_snapshot_append_color (snapshot, &self->theme.end,
                             &GRAPHENE_RECT_INIT (MIN (end_x, width - 2), y, 2, SIDE_HEIGHT));
}

static void
ilv_run_thumb_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvRunThumb *self = ILV_RUN_THUMB (widget);
  int width = gtk_widget_get_width (widget);

  if (width <= 0 || self->limit_ns <= 0)
    return;
  for (guint i = 0; i < ILV_N_SIDES; i++)
    snapshot_side (self, snapshot, i, width);
}

static void
ilv_run_thumb_measure (GtkWidget *widget G_GNUC_UNUSED,
                       GtkOrientation orientation,
                       int for_size G_GNUC_UNUSED,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline G_GNUC_UNUSED,
                       int *natural_baseline G_GNUC_UNUSED)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 60;
  else
    *minimum = *natural = 2 * SIDE_HEIGHT + SIDE_GAP;
}

static void
on_theme_changed (GtkWidget *widget)
{
  ilv_timeline_theme_load (&ILV_RUN_THUMB (widget)->theme, widget);
  gtk_widget_queue_draw (widget);
}

static void
ilv_run_thumb_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ilv_run_thumb_parent_class)->root (widget);
  on_theme_changed (widget);
}

static void
ilv_run_thumb_dispose (GObject *object)
{
  IlvRunThumb *self = ILV_RUN_THUMB (object);

  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_clear_object (&self->indices[i]);

  G_OBJECT_CLASS (ilv_run_thumb_parent_class)->dispose (object);
}

static void
ilv_run_thumb_class_init (IlvRunThumbClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_run_thumb_dispose;
  widget_class->snapshot = ilv_run_thumb_snapshot;
  widget_class->measure = ilv_run_thumb_measure;
  widget_class->root = ilv_run_thumb_root;
  gtk_widget_class_set_css_name (widget_class, "runthumb");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ilv_run_thumb_init (IlvRunThumb *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  ilv_timeline_theme_watch (GTK_WIDGET (self), on_theme_changed);
}

GtkWidget *
ilv_run_thumb_new (IlvPastRun *run)
{
  IlvRunThumb *self;

  g_return_val_if_fail (ILV_IS_PAST_RUN (run), NULL);

  self = g_object_new (ILV_TYPE_RUN_THUMB, NULL);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    self->indices[i]
      = ilv_lane_index_new (ilv_past_run_get_trace (run, i), ILV_GROUPING_PROCESSOR);
  return GTK_WIDGET (self);
}

void
ilv_run_thumb_set_limit_ns (IlvRunThumb *self, gint64 limit_ns)
{
  g_return_if_fail (ILV_IS_RUN_THUMB (self));

  self->limit_ns = limit_ns;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
