/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-chart-axis.h"
#include "ilv-chart-data.h"
#include "ilv-mark.h"
#include "ilv-timeline-theme.h"

/* Where the axes are, and what is at their ends. */
typedef struct
{
  graphene_rect_t bounds;
  double from;
  double to;
  double end;
  double step;
} Plot;

struct _IlvChart
{
  GtkWidget parent_instance;

  char *x_label;
  char *y_label;
  GPtrArray *series; /* see ilv_chart_data_new() */
  IlvTimelineTheme theme;
  float scale; /* see ilv_mark_get_scale() */
};

G_DEFINE_FINAL_TYPE (IlvChart, ilv_chart, GTK_TYPE_WIDGET)

/* Lengths are those at the usual size of text. */
#define MIN_WIDTH 200
#define NATURAL_WIDTH 420
#define MIN_HEIGHT 140
#define NATURAL_HEIGHT 240
#define GAP 6
#define LEGEND_GAP 14
#define SAMPLE_WIDTH 22
#define DOT_RADIUS 4.5f
#define LINE_WIDTH 2
#define DASH 5
#define DASH_PERIOD 9
#define MIN_TICK_DISTANCE 34

/* With more dots than that, numbers beside them would cover each other. */
#define MAX_NUMBERED_DOTS 12

static const IlvChartSeries *
get_series (IlvChart *self, guint index)
{
  return ilv_chart_data_get_series (self->series, index);
}

static void
get_colour (IlvChart *self, guint index, GdkRGBA *colour)
{
  if (get_series (self, index)->style == ILV_CHART_DASHES)
    *colour = self->theme.dim;
  else
    ilv_timeline_theme_get_task_line_colour (&self->theme, index, colour);
}

static void
get_text_size (IlvChart *self, const char *text, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = ilv_mark_create_text (GTK_WIDGET (self), text);

  pango_layout_get_pixel_size (layout, width, height);
}

/* The right end of the text is at @x for 1, its middle for 0.5. */
static void
append_text (IlvChart *self,
             GtkSnapshot *snapshot,
             const char *text,
             double x,
             double y,
             double align,
             const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = ilv_mark_create_text (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (x - width * align, 0, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - width, 0));
  ilv_mark_append_text (snapshot, layout, x, y, colour);
}

static void
append_segment (IlvChart *self,
                GtkSnapshot *snapshot,
                double x,
                double y,
                double to_x,
                double to_y,
                gboolean dashed,
                const GdkRGBA *colour)
{
  float length = (float) hypot (to_x - x, to_y - y);
  float angle = (float) (atan2 (to_y - y, to_x - x) * 180 / G_PI);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_rotate (snapshot, angle);
  for (float from = 0; from < length; from += dashed ? DASH_PERIOD * self->scale : length)
    {
      float part = dashed ? MIN (DASH * self->scale, length - from) : length;
      float width = LINE_WIDTH * self->scale;

      gtk_snapshot_append_color (snapshot, colour,
                                 &GRAPHENE_RECT_INIT (from, -width / 2, part, width));
    }
  gtk_snapshot_restore (snapshot);
}

static double
to_x (const Plot *plot, double x)
{
  return plot->bounds.origin.x +
         plot->bounds.size.width * ilv_chart_axis_get_log_place (x, plot->from, plot->to);
}

static double
to_y (const Plot *plot, double y)
{
  return plot->bounds.origin.y + plot->bounds.size.height * (1 - y / plot->end);
}

/* Lays the legend out and, where there is a snapshot, draws it; returns its height. */
static int
place_legend (IlvChart *self, GtkSnapshot *snapshot, int width)
{
  double x = 0, y = 0;
  float gap = GAP * self->scale;
  float sample_width = SAMPLE_WIDTH * self->scale;
  int text_width, text_height;

  get_text_size (self, "0", &text_width, &text_height);
  for (guint i = 0; i < self->series->len; i++)
    {
      const IlvChartSeries *series = get_series (self, i);
      double middle;
      GdkRGBA colour;

      get_text_size (self, series->name, &text_width, NULL);
      if (x > 0 && x + sample_width + gap + text_width > width)
        {
          x = 0;
          y += text_height + 2;
        }

      if (snapshot != NULL)
        {
          middle = y + text_height / 2.0;
          get_colour (self, i, &colour);
          if (series->style == ILV_CHART_DOTS)
            ilv_mark_append_knob (snapshot, x + sample_width / 2.0, middle,
                                  DOT_RADIUS * self->scale, &colour);
          else
            append_segment (self, snapshot, x, middle, x + sample_width, middle,
                            series->style == ILV_CHART_DASHES, &colour);
          append_text (self, snapshot, series->name, x + sample_width + gap, y, 0,
                       &self->theme.text);
        }
      x += sample_width + gap + text_width + LEGEND_GAP * self->scale;
    }

  return self->series->len > 0 ? (int) (y + text_height + 2 * gap) : 0;
}

/* How far dots reach over the plot's sides. */
static float
get_side (IlvChart *self)
{
  return (DOT_RADIUS + 4) * self->scale;
}

static void
place_plot (IlvChart *self, Plot *plot, int top)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autofree char *widest = NULL;
  int text_width, text_height;
  float gap = GAP * self->scale;
  float side = get_side (self);
  float left, plot_top, bottom;

  get_text_size (self, "0", NULL, &text_height);
  plot->end = MAX (plot->end, 1);
  plot->step =
    ilv_chart_axis_get_step (plot->end, CLAMP ((height - top) / (3 * text_height), 1, 8));
  plot->end = ilv_chart_axis_get_end (plot->end, plot->step);
  widest = ilv_chart_axis_format (plot->end >= 10 ? plot->end : 0.5);
  get_text_size (self, widest, &text_width, NULL);

  left = text_width + gap + 2;
  plot_top = top + (self->y_label != NULL ? text_height + gap : text_height / 2.0f);
  bottom = (text_height + 2) * (self->x_label != NULL ? 2 : 1) + gap;
  /* The numbers of the first and last tick hang over. */
  plot->bounds = GRAPHENE_RECT_INIT (left + side, plot_top,
                                     MAX (width - left - 2 * side - gap, 1),
                                     MAX (height - plot_top - bottom, 1));
}

static void
snapshot_y_axis (IlvChart *self, GtkSnapshot *snapshot, const Plot *plot, int text_height)
{
  guint n_ticks = (guint) lround (plot->end / plot->step);
  float gap = GAP * self->scale;
  float left = plot->bounds.origin.x - get_side (self);
  float width = plot->bounds.size.width + 2 * get_side (self);

  for (guint i = 0; i <= n_ticks; i++)
    {
      g_autofree char *number = ilv_chart_axis_format (i * plot->step);
      float y = roundf ((float) to_y (plot, i * plot->step));

      gtk_snapshot_append_color (snapshot, i == 0 ? &self->theme.dim : &self->theme.grid,
                                 &GRAPHENE_RECT_INIT (left, y, width, roundf (self->scale)));
      append_text (self, snapshot, number, left - gap, y - text_height / 2.0, 1, &self->theme.dim);
    }

  if (self->y_label != NULL)
    append_text (self, snapshot, self->y_label, 0,
                 plot->bounds.origin.y - text_height * 1.5 - gap / 2.0, 0, &self->theme.dim);
}

static void
snapshot_x_axis (IlvChart *self, GtkSnapshot *snapshot, const Plot *plot, int text_height)
{
  float bottom = plot->bounds.origin.y + plot->bounds.size.height;
  double last_x = -G_MAXDOUBLE;

  for (double x = exp2 (floor (log2 (plot->from))); x <= plot->to * 1.001; x *= 2)
    {
      g_autofree char *number = ilv_chart_axis_format (x);
      double place;

      if (x < plot->from * 0.999)
        continue;
      place = to_x (plot, x);
      if (place - last_x < MIN_TICK_DISTANCE * self->scale)
        continue;

      gtk_snapshot_append_color (snapshot, &self->theme.dim,
                                 &GRAPHENE_RECT_INIT (roundf ((float) place), bottom, roundf (self->scale),
                                                      4 * self->scale));
      append_text (self, snapshot, number, place, bottom + GAP * self->scale, 0.5, &self->theme.dim);
      last_x = place;
    }

  if (self->x_label != NULL)
    append_text (self, snapshot, self->x_label, plot->bounds.origin.x + plot->bounds.size.width / 2,
                 bottom + GAP * self->scale + text_height, 0.5, &self->theme.dim);
}

/* A number stands below its dot, where lines that rise do not go, unless the axis is there. */
static double
get_number_y (IlvChart *self, const Plot *plot, double y)
{
  double bottom = plot->bounds.origin.y + plot->bounds.size.height;
  int text_height;

  get_text_size (self, "0", NULL, &text_height);

  return y + self->scale + text_height > bottom ? y - DOT_RADIUS * self->scale - text_height
                                         : y + self->scale;
}

static void
snapshot_series (IlvChart *self, GtkSnapshot *snapshot, const Plot *plot, guint index)
{
  const IlvChartSeries *series = get_series (self, index);
  GdkRGBA colour;

  get_colour (self, index, &colour);
  for (guint i = 0; i < series->points->len; i++)
    {
      const IlvChartPoint *point = ilv_chart_data_get_point (self->series, index, i);
      double x = to_x (plot, point->x);
      double y = to_y (plot, point->y);

      if (series->style == ILV_CHART_DOTS)
        {
          g_autofree char *number = ilv_chart_axis_format (round (point->y * 100) / 100);

          ilv_mark_append_knob (snapshot, x, y, DOT_RADIUS * self->scale, &colour);
          if (series->points->len <= MAX_NUMBERED_DOTS)
            append_text (self, snapshot, number, x + (DOT_RADIUS + 2) * self->scale, get_number_y (self, plot, y),
                         0, &self->theme.text);
        }
      else if (i > 0)
        {
          const IlvChartPoint *before = point - 1;

          append_segment (self, snapshot, to_x (plot, before->x), to_y (plot, before->y), x, y,
                          series->style == ILV_CHART_DASHES, &colour);
        }
    }
}

static void
ilv_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvChart *self = ILV_CHART (widget);
  int text_height;
  Plot plot;

  ilv_timeline_theme_load (&self->theme, widget);
  self->scale = ilv_mark_get_scale (widget);
  if (!ilv_chart_data_find_range (self->series, &plot.from, &plot.to, &plot.end))
    return;

  get_text_size (self, "0", NULL, &text_height);
  place_plot (self, &plot, place_legend (self, snapshot, gtk_widget_get_width (widget)));
  snapshot_y_axis (self, snapshot, &plot, text_height);
  snapshot_x_axis (self, snapshot, &plot, text_height);

  /* What was measured is on top of what was computed. */
  for (guint i = 0; i < self->series->len; i++)
    if (get_series (self, i)->style != ILV_CHART_DOTS)
      snapshot_series (self, snapshot, &plot, i);
  for (guint i = 0; i < self->series->len; i++)
    if (get_series (self, i)->style == ILV_CHART_DOTS)
      snapshot_series (self, snapshot, &plot, i);
}

static void
ilv_chart_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size G_GNUC_UNUSED,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline G_GNUC_UNUSED,
                   int *natural_baseline G_GNUC_UNUSED)
{
  int text_height;

  get_text_size (ILV_CHART (widget), "0", NULL, &text_height);
  *minimum =
    orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MAX (MIN_HEIGHT, text_height * 8);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH
                                                       : MAX (NATURAL_HEIGHT, text_height * 14);
}

static void
ilv_chart_finalize (GObject *object)
{
  IlvChart *self = ILV_CHART (object);

  g_free (self->x_label);
  g_free (self->y_label);
  g_ptr_array_unref (self->series);

  G_OBJECT_CLASS (ilv_chart_parent_class)->finalize (object);
}

static void
ilv_chart_class_init (IlvChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ilv_chart_finalize;
  widget_class->measure = ilv_chart_measure;
  widget_class->snapshot = ilv_chart_snapshot;

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ilv_chart_init (IlvChart *self)
{
  self->series = ilv_chart_data_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Chart"),
                                  -1);
  ilv_timeline_theme_watch (GTK_WIDGET (self), gtk_widget_queue_draw);
}

static void
change (IlvChart *self)
{
  g_autofree char *text = ilv_chart_to_text (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
ilv_chart_new (void)
{
  return g_object_new (ILV_TYPE_CHART, NULL);
}

void
ilv_chart_set_labels (IlvChart *self, const char *x_label, const char *y_label)
{
  g_return_if_fail (ILV_IS_CHART (self));

  g_free (self->x_label);
  g_free (self->y_label);
  self->x_label = g_strdup (x_label);
  self->y_label = g_strdup (y_label);
  change (self);
}

guint
ilv_chart_add_series (IlvChart *self, const char *name, IlvChartStyle style)
{
  g_return_val_if_fail (ILV_IS_CHART (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  ilv_chart_data_add_series (self->series, name, style);
  change (self);

  return self->series->len - 1;
}

void
ilv_chart_add_point (IlvChart *self, guint series, double x, double y)
{
  g_return_if_fail (ILV_IS_CHART (self));
  g_return_if_fail (series < self->series->len);
  g_return_if_fail (isfinite (x) && x > 0);
  g_return_if_fail (isfinite (y) && y >= 0);

  ilv_chart_data_add_point (self->series, series, x, y);
  change (self);
}

void
ilv_chart_clear (IlvChart *self)
{
  g_return_if_fail (ILV_IS_CHART (self));

  g_ptr_array_set_size (self->series, 0);
  change (self);
}

char *
ilv_chart_to_text (IlvChart *self)
{
  g_return_val_if_fail (ILV_IS_CHART (self), NULL);

  return ilv_chart_data_to_text (self->series, self->x_label);
}
