/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ilv-in-flight.h"
#include "ilv-mark.h"
#include "ilv-moment-text.h"
#include "ilv-summary.h"
#include "ilv-time-axis.h"
#include "ilv-timeline-theme.h"

#define PLOT_HEIGHT 64
#define LANE_GAP 10
#define TITLE_GAP 3
#define MIN_TICK_DISTANCE 80
#define MIN_WIDTH 200

/* In heights of the text: where it is narrower, the figures stand below the title. */
#define ONE_LINE_WIDTH 17

/* Room behind the end of the longest run, as a factor. */
#define AXIS_MARGIN 1.04

/* Rows that would be lower are not drawn one by one. */
#define MIN_ROW_HEIGHT 3
#define MAX_ROW_HEIGHT 10

typedef struct
{
  char *title;
  IlvTrace *trace;
  GArray *requests; /* of IlvInFlight */
  guint most;
} Lane;

struct _IlvRaceChart
{
  GtkWidget parent_instance;

  GPtrArray *lanes; /* of Lane */
  IlvTimeAxis *axis;
  IlvTimelineTheme theme;
  gboolean has_theme;
  int text_height;
};

G_DEFINE_FINAL_TYPE (IlvRaceChart, ilv_race_chart, GTK_TYPE_WIDGET)

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  g_free (lane->title);
  g_clear_object (&lane->trace);
  g_clear_pointer (&lane->requests, g_array_unref);
  g_free (lane);
}

static Lane *
get_lane (IlvRaceChart *self, guint index)
{
  return g_ptr_array_index (self->lanes, index);
}

/* The most that were under way in any run: the scale of the heights is the same for all. */
static guint
get_most (IlvRaceChart *self)
{
  guint most = 1;

  for (guint i = 0; i < self->lanes->len; i++)
    most = MAX (most, get_lane (self, i)->most);
  return most;
}

static void
update_axis (IlvRaceChart *self)
{
  gint64 limit_ns = 1;

  for (guint i = 0; i < self->lanes->len; i++)
    if (get_lane (self, i)->trace != NULL)
      limit_ns = MAX (limit_ns, ilv_trace_get_duration_ns (get_lane (self, i)->trace));
  ilv_time_axis_set_limit_ns (self->axis, MAX (limit_ns * AXIS_MARGIN, 1));
  ilv_time_axis_show_all (self->axis);
}

/* (transfer full): "2.05 s · 6 at once". */
static char *
describe_lane (const Lane *lane)
{
  g_autofree char *duration = NULL;

  if (lane->trace == NULL)
    /* Translators: of a run that has not begun. */
    return g_strdup (_ ("not run yet"));
  duration = ilv_summary_format_duration (ilv_trace_get_duration_ns (lane->trace));
  /* Translators: a length of time, and how many requests were under way at one moment. */
  return g_strdup_printf (ngettext ("%s · %u at once", "%s · %u at once", lane->most), duration,
                          lane->most);
}

static void
update_accessible (IlvRaceChart *self)
{
  g_autofree char *description = ilv_race_chart_describe (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
load_theme (IlvRaceChart *self)
{
  if (!self->has_theme)
    ilv_timeline_theme_load (&self->theme, GTK_WIDGET (self));
  self->has_theme = TRUE;
}

static void
on_theme_changed (GtkWidget *widget)
{
  ILV_RACE_CHART (widget)->has_theme = FALSE;
  gtk_widget_queue_draw (widget);
}

static int
measure_text (IlvRaceChart *self)
{
  g_autoptr (PangoLayout) text = NULL;

  if (self->text_height > 0)
    return self->text_height;
  text = ilv_mark_create_text (GTK_WIDGET (self), "0");
  pango_layout_get_pixel_size (text, NULL, &self->text_height);
  return self->text_height;
}

static gboolean
is_narrow (IlvRaceChart *self, int width)
{
  return width < ONE_LINE_WIDTH * measure_text (self);
}

/* The height of what stands above a run's plot. */
static int
get_head_height (IlvRaceChart *self, int width)
{
  return measure_text (self) * (is_narrow (self, width) ? 2 : 1) + TITLE_GAP;
}

static int
get_lane_height (IlvRaceChart *self, int width)
{
  return get_head_height (self, width) + PLOT_HEIGHT + LANE_GAP;
}

static void
snapshot_title (IlvRaceChart *self, GtkSnapshot *snapshot, const Lane *lane, int y, int width)
{
  g_autofree char *figures = describe_lane (lane);
  g_autoptr (PangoLayout) title = ilv_mark_create_text (GTK_WIDGET (self), lane->title);
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), figures);
  gboolean narrow = is_narrow (self, width);
  int text_width;

  pango_layout_get_pixel_size (text, &text_width, NULL);
  pango_layout_set_width (title, MAX (narrow ? width : width - text_width - 12, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  ilv_mark_append_text (snapshot, title, 0, y, &self->theme.text);
  if (narrow)
    ilv_mark_append_text (snapshot, text, 0, y + measure_text (self), &self->theme.dim);
  else
    ilv_mark_append_text (snapshot, text, width - text_width, y, &self->theme.dim);
}

/* Each request as a bar in its row, from the bottom up; what falls on the same pixels is drawn
 * once.
 */
static void
snapshot_bars (
  IlvRaceChart *self, GtkSnapshot *snapshot, const Lane *lane, int y, int width, double row_height)
{
  g_autofree double *ends = g_new0 (double, MAX (lane->most, 1));

  for (guint i = 0; i < lane->requests->len; i++)
    {
      const IlvInFlight *request = &g_array_index (lane->requests, IlvInFlight, i);
      double x1 = ilv_time_axis_to_x (self->axis, request->start_ns, width);
      double x2 = ilv_time_axis_to_x (self->axis, request->end_ns, width);
      double top = y + PLOT_HEIGHT - (request->row + 1) * row_height;
      GdkRGBA colour;

      x2 = MAX (x2 - 0.5, x1 + 1);
      if (x2 < ends[request->row] + 0.5)
        continue;
      ends[request->row] = x2;
      ilv_timeline_theme_get_task_colour (
        &self->theme,
        ilv_trace_info_get_colour (ilv_trace_get_info (lane->trace), request->task), &colour);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (x1, top, x2 - x1, row_height - 1));
    }
}

/* The number of requests as a height, each column its average. Neighbours of one height are one. */
static void
snapshot_area (IlvRaceChart *self,
               GtkSnapshot *snapshot,
               const Lane *lane,
               int y,
               int width,
               double row_height,
               guint colour_index)
{
  g_autofree double *averages = g_new (double, width);
  GdkRGBA colour;

  ilv_timeline_theme_get_task_colour (&self->theme, colour_index, &colour);
  ilv_in_flight_average (lane->requests, (double) ilv_time_axis_get_limit_ns (self->axis) / width,
                         width, averages);
  for (int x = 0, next; x < width; x = next)
    {
      int height = averages[x] > 0 ? MAX (ceil (averages[x] * row_height), 1) : 0;

      for (next = x + 1; next < width; next++)
        if ((averages[next] > 0 ? MAX (ceil (averages[next] * row_height), 1) : 0) != height)
          break;
      if (height > 0)
        gtk_snapshot_append_color (
          snapshot, &colour, &GRAPHENE_RECT_INIT (x, y + PLOT_HEIGHT - height, next - x, height));
    }
}

static void
snapshot_end (IlvRaceChart *self, GtkSnapshot *snapshot, const Lane *lane, int y, int width)
{
  double x = ilv_time_axis_to_x (self->axis, ilv_trace_get_duration_ns (lane->trace), width);

  if (ilv_trace_get_info (lane->trace)->outcome == ILV_TRACE_OUTCOME_FINISHED)
    ilv_mark_append_line (snapshot, x, y - 1, y + PLOT_HEIGHT + 1, 2, &self->theme.end);
}

static void
snapshot_lane (IlvRaceChart *self, GtkSnapshot *snapshot, guint index, int y, int width)
{
  const Lane *lane = get_lane (self, index);
  double row_height = MIN ((double) PLOT_HEIGHT / get_most (self), MAX_ROW_HEIGHT);

  snapshot_title (self, snapshot, lane, y, width);
  y += get_head_height (self, width);
  ilv_mark_append_box (snapshot, &GRAPHENE_RECT_INIT (0, y, width, PLOT_HEIGHT), 4,
                       &self->theme.track, NULL);
  if (lane->trace == NULL)
    return;
  if (row_height >= MIN_ROW_HEIGHT)
    snapshot_bars (self, snapshot, lane, y, width, row_height);
  else
    snapshot_area (self, snapshot, lane, y, width, row_height, index);
  snapshot_end (self, snapshot, lane, y, width);
}

static void
snapshot_ticks (IlvRaceChart *self, GtkSnapshot *snapshot, int height, int width)
{
  double limit_ns = ilv_time_axis_get_limit_ns (self->axis);
  gint64 tick_ns =
    ilv_time_axis_get_tick_ns (self->axis, width, MAX (MIN_TICK_DISTANCE, 5 * self->text_height));
  IlvMomentUnit unit = ilv_moment_text_get_unit (tick_ns, limit_ns);

  for (gint64 time_ns = 0; time_ns <= limit_ns; time_ns += tick_ns)
    {
      g_autofree char *number = ilv_moment_text_format_tick (time_ns, tick_ns, unit, TRUE);
      g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), number);
      double x = ilv_time_axis_to_x (self->axis, time_ns, width);
      int text_width;

      pango_layout_get_pixel_size (text, &text_width, NULL);
      ilv_mark_append_line (snapshot, x, get_head_height (self, width) - TITLE_GAP,
                            height - self->text_height - 2, 1, &self->theme.grid);
      if (x + text_width <= width)
        ilv_mark_append_text (snapshot, text, x, height - self->text_height, &self->theme.dim);
    }
}

static gboolean
has_traces (IlvRaceChart *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (get_lane (self, i)->trace != NULL)
      return TRUE;
  return FALSE;
}

static void
ilv_race_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvRaceChart *self = ILV_RACE_CHART (widget);
  int width = gtk_widget_get_width (widget);

  if (width <= 0)
    return;
  load_theme (self);
  for (guint i = 0; i < self->lanes->len; i++)
    snapshot_lane (self, snapshot, i, i * get_lane_height (self, width), width);
  if (has_traces (self))
    snapshot_ticks (self, snapshot, gtk_widget_get_height (widget), width);
}

static GtkSizeRequestMode
ilv_race_chart_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_race_chart_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline G_GNUC_UNUSED,
                        int *natural_baseline G_GNUC_UNUSED)
{
  IlvRaceChart *self = ILV_RACE_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural =
      self->lanes->len * get_lane_height (self, for_size < 0 ? MIN_WIDTH : for_size) +
      measure_text (self);
}

/* The text size may have changed. */
static void
ilv_race_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ilv_race_chart_parent_class)->css_changed (widget, change);

  ILV_RACE_CHART (widget)->text_height = 0;
  on_theme_changed (widget);
  gtk_widget_queue_resize (widget);
}

static void
ilv_race_chart_dispose (GObject *object)
{
  IlvRaceChart *self = ILV_RACE_CHART (object);

  g_ptr_array_set_size (self->lanes, 0);
  g_clear_object (&self->axis);

  G_OBJECT_CLASS (ilv_race_chart_parent_class)->dispose (object);
}

static void
ilv_race_chart_finalize (GObject *object)
{
  g_ptr_array_unref (ILV_RACE_CHART (object)->lanes);

  G_OBJECT_CLASS (ilv_race_chart_parent_class)->finalize (object);
}

static void
ilv_race_chart_class_init (IlvRaceChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_race_chart_dispose;
  object_class->finalize = ilv_race_chart_finalize;
  widget_class->snapshot = ilv_race_chart_snapshot;
  widget_class->get_request_mode = ilv_race_chart_get_request_mode;
  widget_class->measure = ilv_race_chart_measure;
  widget_class->css_changed = ilv_race_chart_css_changed;

  gtk_widget_class_set_css_name (widget_class, "racechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ilv_race_chart_init (IlvRaceChart *self)
{
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->axis = ilv_time_axis_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Requests under way in each run, over time"), -1);
  ilv_timeline_theme_watch (GTK_WIDGET (self), on_theme_changed);
}

GtkWidget *
ilv_race_chart_new (void)
{
  return g_object_new (ILV_TYPE_RACE_CHART, NULL);
}

void
ilv_race_chart_set_titles (IlvRaceChart *self, const char *const *titles)
{
  g_return_if_fail (ILV_IS_RACE_CHART (self));

  g_ptr_array_set_size (self->lanes, 0);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      Lane *lane = g_new0 (Lane, 1);

      lane->title = g_strdup (titles[i]);
      g_ptr_array_add (self->lanes, lane);
    }
  update_axis (self);
  update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ilv_race_chart_set_trace (IlvRaceChart *self, guint run, IlvTrace *trace)
{
  Lane *lane;

  g_return_if_fail (ILV_IS_RACE_CHART (self));
  g_return_if_fail (run < self->lanes->len);

  lane = get_lane (self, run);
  if (!g_set_object (&lane->trace, trace))
    return;
  g_clear_pointer (&lane->requests, g_array_unref);
  lane->most = 0;
  if (trace != NULL)
    {
      lane->requests = ilv_in_flight_find (trace);
      lane->most = ilv_in_flight_get_most (lane->requests);
    }
  update_axis (self);
  if (trace == NULL || !ilv_trace_is_live (trace))
    update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
ilv_race_chart_describe (IlvRaceChart *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (ILV_IS_RACE_CHART (self), NULL);

  for (guint i = 0; i < self->lanes->len; i++)
    {
      g_autofree char *figures = describe_lane (get_lane (self, i));

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", get_lane (self, i)->title,
                              figures);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
