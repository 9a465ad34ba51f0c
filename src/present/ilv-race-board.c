/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-board.h"

#include <glib/gi18n.h>

#include "ilv-mark.h"
#include "ilv-race-picture.h"
#include "ilv-race-row.h"

/* All lengths are pixels of a slide. */
#define ROW_GAP 16
#define COLUMN_GAP 36
#define TICKS_GAP 8
#define MAX_ROW_HEIGHT 30
#define MIN_LANE_WIDTH 300

/* The titles have at least, and at most, that share of the width. */
#define MIN_TITLES 0.22
#define MAX_TITLES 0.36

/* More runs than that have a line each. */
#define MAX_TALL_ROWS 5

#define PALE 0.25

/* What is less is not called sooner. */
#define MIN_TIMES 1.1
#define TIMES_GAP 18

struct _IlvRaceBoard
{
  GtkWidget parent_instance;

  IlvRaceView *race;
  IlvPlayhead *playhead;
  GPtrArray *rows; /* of IlvRaceRow, unowned */
  IlvRacePicture picture;
  gboolean has_theme;
  int titles_width;
};

G_DEFINE_FINAL_TYPE (IlvRaceBoard, ilv_race_board, GTK_TYPE_WIDGET)

static GtkWidget *
get_row (IlvRaceBoard *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

static void
make_rows (IlvRaceBoard *self, guint n_rows)
{
  self->titles_width = 0;
  while (self->rows->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->rows, 0));
  for (guint i = 0; i < n_rows; i++)
    {
      GtkWidget *row = ilv_race_row_new (n_rows <= MAX_TALL_ROWS);

      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_ptr_array_add (self->rows, row);
    }
}

static void
on_race_changed (IlvRaceBoard *self)
{
  guint n_rows = ilv_race_lanes_get_n_lanes (self->picture.lanes);
  IlvRaceExperiment *experiment
    = ilv_race_bench_get_experiment (ilv_race_view_get_bench (self->race));

  if (n_rows != self->rows->len)
    make_rows (self, n_rows);
  for (guint i = 0; i < n_rows; i++)
    ilv_race_row_show (
      ILV_RACE_ROW (get_row (self, i)), ilv_race_lanes_get_lane (self->picture.lanes, i),
      i < ilv_race_experiment_get_n_runs (experiment)
        && ilv_race_experiment_get_problem (experiment, i) != NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!ilv_race_lanes_is_live (self->picture.lanes))
    {
      g_autofree char *description = ilv_race_lanes_describe (self->picture.lanes);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      description, -1);
    }
}

static void
load_theme (IlvRaceBoard *self)
{
  if (!self->has_theme)
    ilv_timeline_theme_load (&self->picture.theme, GTK_WIDGET (self));
  self->picture.scale = ilv_mark_get_scale (GTK_WIDGET (self));
  self->has_theme = TRUE;
}

static void
on_theme_changed (GtkWidget *widget)
{
  ILV_RACE_BOARD (widget)->has_theme = FALSE;
  gtk_widget_queue_draw (widget);
}

static int
measure_text (IlvRaceBoard *self)
{
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), "0");
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);
  return height;
}

/* The place of a run's picture. */
static graphene_rect_t
get_lane_bounds (IlvRaceBoard *self, guint index)
{
  int n_rows = MAX ((int) self->rows->len, 1);
  int left = self->titles_width + COLUMN_GAP;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - measure_text (self) - TICKS_GAP;
  int row_height = MAX ((height - (n_rows - 1) * ROW_GAP) / n_rows, 1);

  return GRAPHENE_RECT_INIT (left, index * (row_height + ROW_GAP),
                             MAX (gtk_widget_get_width (GTK_WIDGET (self)) - left, 1), row_height);
}

static gboolean
is_replaying (IlvRaceBoard *self)
{
  gint64 position_ns = ilv_playhead_get_position_ns (self->playhead);

  return position_ns >= 0 && position_ns < ilv_playhead_get_end_ns (self->playhead);
}

/* GTK 4.8 leaks what is clipped to nothing. */
static void
snapshot_part (IlvRaceBoard *self,
               GtkSnapshot *snapshot,
               guint index,
               const graphene_rect_t *bounds,
               const graphene_rect_t *part)
{
  if (part->size.width <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, part);
  ilv_race_picture_append_lane (&self->picture, snapshot, index, bounds, MAX_ROW_HEIGHT);
  gtk_snapshot_pop (snapshot);
}

/* What lies before the replay's position in full, the rest pale. */
static void
snapshot_lane (IlvRaceBoard *self, GtkSnapshot *snapshot, guint index, double replay_x)
{
  graphene_rect_t bounds = get_lane_bounds (self, index);
  graphene_rect_t past = bounds, future = bounds;

  if (!is_replaying (self))
    {
      ilv_race_picture_append_lane (&self->picture, snapshot, index, &bounds, MAX_ROW_HEIGHT);
      return;
    }
  past.size.width = CLAMP (replay_x - bounds.origin.x, 0, bounds.size.width);
  future.origin.x += past.size.width;
  future.size.width -= past.size.width;
  snapshot_part (self, snapshot, index, &bounds, &past);
  gtk_snapshot_push_opacity (snapshot, PALE);
  snapshot_part (self, snapshot, index, &bounds, &future);
  gtk_snapshot_pop (snapshot);
}

/* How much sooner it was than the first one, where it ended and the first one went on. */
static void
snapshot_times (IlvRaceBoard *self, GtkSnapshot *snapshot, GArray *racers, guint index)
{
  graphene_rect_t bounds = get_lane_bounds (self, index);
  double times = ilv_race_summary_get_times ((const IlvRacer *) racers->data, racers->len, index);
  IlvTrace *trace = g_array_index (racers, IlvRacer, index).trace;
  g_autofree char *words = NULL;
  g_autoptr (PangoLayout) text = NULL;
  int width, height;
  double x;

  if (times < MIN_TIMES || is_replaying (self))
    return;
  /* Translators: beside a run: so many times sooner than the first one. */
  words = g_strdup_printf (_ ("%.1f× sooner"), times);
  text = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  pango_layout_get_pixel_size (text, &width, &height);
  x = ilv_time_axis_to_x (ilv_race_lanes_get_axis (self->picture.lanes),
                          ilv_trace_get_duration_ns (trace), bounds.size.width)
      + TIMES_GAP;
  if (x < 0 || x + width > bounds.size.width)
    return;
  ilv_mark_append_text (snapshot, text, bounds.origin.x + x,
                        bounds.origin.y + (bounds.size.height - height) / 2,
                        &self->picture.theme.end);
}

static void
ilv_race_board_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvRaceBoard *self = ILV_RACE_BOARD (widget);
  graphene_rect_t all = get_lane_bounds (self, 0);
  double bottom = gtk_widget_get_height (widget) - measure_text (self);
  double replay_x
    = all.origin.x
      + ilv_time_axis_to_x (ilv_race_lanes_get_axis (self->picture.lanes),
                            ilv_playhead_get_position_ns (self->playhead), all.size.width);

  g_autoptr (GArray) racers = ilv_race_lanes_get_racers (self->picture.lanes);

  load_theme (self);
  all.size.height = bottom - TICKS_GAP / 2.0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      snapshot_lane (self, snapshot, i, replay_x);
      snapshot_times (self, snapshot, racers, i);
    }
  if (ilv_race_lanes_has_traces (self->picture.lanes))
    ilv_race_picture_append_ticks (&self->picture, snapshot, widget, &all, bottom);
  if (is_replaying (self) && replay_x >= all.origin.x && replay_x <= all.origin.x + all.size.width)
    ilv_mark_append_line (snapshot, replay_x, 0, all.size.height, 2 * self->picture.scale,
                          &self->picture.theme.playhead);
  GTK_WIDGET_CLASS (ilv_race_board_parent_class)->snapshot (widget, snapshot);
}

static void
ilv_race_board_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size G_GNUC_UNUSED,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline G_GNUC_UNUSED,
                        int *natural_baseline G_GNUC_UNUSED)
{
  IlvRaceBoard *self = ILV_RACE_BOARD (widget);
  int size = 0;

  *minimum = *natural = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      gtk_widget_measure (get_row (self, i), orientation, -1, &size, NULL, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *minimum = MAX (*minimum, size);
      else
        *minimum += size + (i > 0 ? ROW_GAP : 0);
    }
  *minimum += orientation == GTK_ORIENTATION_HORIZONTAL ? COLUMN_GAP + MIN_LANE_WIDTH
                                                        : TICKS_GAP + measure_text (self);
  *natural = *minimum;
}

static void
ilv_race_board_size_allocate (GtkWidget *widget, int width, int height G_GNUC_UNUSED, int baseline)
{
  IlvRaceBoard *self = ILV_RACE_BOARD (widget);
  int widest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      int row_width;

      gtk_widget_measure (get_row (self, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &row_width, NULL,
                          NULL);
      widest = MAX (widest, row_width);
    }
  /* It does not move to and fro with the numerals. */
  widest = MAX (widest, self->titles_width);
  self->titles_width = CLAMP (widest, (int) (width * MIN_TITLES), (int) (width * MAX_TITLES));
  for (guint i = 0; i < self->rows->len; i++)
    {
      graphene_rect_t bounds = get_lane_bounds (self, i);

      gtk_widget_size_allocate (get_row (self, i),
                                &(GtkAllocation){ 0, (int) bounds.origin.y, self->titles_width,
                                                  (int) bounds.size.height },
                                baseline);
    }
}

static void
ilv_race_board_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ilv_race_board_parent_class)->css_changed (widget, change);

  on_theme_changed (widget);
  gtk_widget_queue_resize (widget);
}

static void
ilv_race_board_dispose (GObject *object)
{
  IlvRaceBoard *self = ILV_RACE_BOARD (object);

  make_rows (self, 0);
  self->picture.lanes = NULL;
  g_clear_object (&self->race);
  g_clear_object (&self->playhead);

  G_OBJECT_CLASS (ilv_race_board_parent_class)->dispose (object);
}

static void
ilv_race_board_finalize (GObject *object)
{
  g_ptr_array_unref (ILV_RACE_BOARD (object)->rows);

  G_OBJECT_CLASS (ilv_race_board_parent_class)->finalize (object);
}

static void
ilv_race_board_class_init (IlvRaceBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_race_board_dispose;
  object_class->finalize = ilv_race_board_finalize;
  widget_class->snapshot = ilv_race_board_snapshot;
  widget_class->measure = ilv_race_board_measure;
  widget_class->size_allocate = ilv_race_board_size_allocate;
  widget_class->css_changed = ilv_race_board_css_changed;

  gtk_widget_class_set_css_name (widget_class, "raceboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_race_board_init (IlvRaceBoard *self)
{
  self->rows = g_ptr_array_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Requests under way in each run, over time"), -1);
  ilv_timeline_theme_watch (GTK_WIDGET (self), on_theme_changed);
}

GtkWidget *
ilv_race_board_new (IlvRaceView *race, IlvPlayhead *playhead)
{
  IlvRaceBoard *self;

  g_return_val_if_fail (ILV_IS_RACE_VIEW (race), NULL);
  g_return_val_if_fail (ILV_IS_PLAYHEAD (playhead), NULL);

  self = g_object_new (ILV_TYPE_RACE_BOARD, NULL);
  self->race = g_object_ref (race);
  self->playhead = g_object_ref (playhead);
  self->picture.lanes = ilv_race_view_get_lanes (race);
  g_signal_connect_object (race, "changed", G_CALLBACK (on_race_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (playhead, "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ilv_race_lanes_get_axis (self->picture.lanes), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  on_race_changed (self);
  return GTK_WIDGET (self);
}
