/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-chart.h"

#include <glib/gi18n.h>

#include "ilv-mark.h"
#include "ilv-race-picture.h"

#define PLOT_HEIGHT 64
#define LANE_GAP 10
#define TITLE_GAP 3
#define FIGURES_GAP 12
#define MIN_WIDTH 200
#define MAX_ROW_HEIGHT 10

/* In heights of the text: where it is narrower, the figures stand below the title. */
#define ONE_LINE_WIDTH 22

struct _IlvRaceChart
{
  GtkWidget parent_instance;

  IlvRaceLanes *lanes;
  IlvRacePicture picture;
  gboolean has_theme;
  guint n_lanes; /* those that there is room for */
  int text_height;
};

G_DEFINE_FINAL_TYPE (IlvRaceChart, ilv_race_chart, GTK_TYPE_WIDGET)

static void
load_theme (IlvRaceChart *self)
{
  if (!self->has_theme)
    ilv_timeline_theme_load (&self->picture.theme, GTK_WIDGET (self));
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
  self->picture.scale = ilv_mark_get_scale (GTK_WIDGET (self));
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
get_plot_height (IlvRaceChart *self)
{
  measure_text (self);
  return PLOT_HEIGHT * self->picture.scale;
}

static int
get_lane_height (IlvRaceChart *self, int width)
{
  return get_head_height (self, width) + get_plot_height (self) + LANE_GAP;
}

/* Puts a text at the side where lines begin, or at their end. Where its layout is wider than the text,
 * that may stand at either side of it, as its own letters are read. */
static void
append_at_side (IlvRaceChart *self,
                GtkSnapshot *snapshot,
                PangoLayout *text,
                gboolean at_end,
                int y,
                const GdkRGBA *colour)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  PangoRectangle extents;
  int x = 0;

  pango_layout_get_pixel_extents (text, NULL, &extents);
  if (rtl != at_end)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - extents.width;
  ilv_mark_append_text (snapshot, text, x - extents.x, y, colour);
}

static void
snapshot_title (IlvRaceChart *self, GtkSnapshot *snapshot, guint run, int y, int width)
{
  g_autofree char *figures = ilv_race_lanes_describe_lane (self->lanes, run);
  g_autoptr (PangoLayout) title = ilv_mark_create_text (
    GTK_WIDGET (self), ilv_race_lanes_get_lane (self->lanes, run)->title);
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), figures);
  gboolean narrow = is_narrow (self, width);
  int text_width;

  pango_layout_get_pixel_size (text, &text_width, NULL);
  pango_layout_set_width (
    title, MAX (narrow ? width : width - text_width - FIGURES_GAP, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  append_at_side (self, snapshot, title, FALSE, y, &self->picture.theme.text);
  append_at_side (self, snapshot, text, !narrow, narrow ? y + measure_text (self) : y,
                  &self->picture.theme.dim);
}

static void
snapshot_ticks (IlvRaceChart *self, GtkSnapshot *snapshot, int width)
{
  int top = get_head_height (self, width) - TITLE_GAP;
  int text_y = gtk_widget_get_height (GTK_WIDGET (self)) - measure_text (self);

  ilv_race_picture_append_ticks (&self->picture, snapshot, GTK_WIDGET (self),
                                 &GRAPHENE_RECT_INIT (0, top, width, text_y - 2 - top), text_y);
}

static void
ilv_race_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvRaceChart *self = ILV_RACE_CHART (widget);
  int width = gtk_widget_get_width (widget);

  if (width <= 0)
    return;
  load_theme (self);
  for (guint i = 0; i < ilv_race_lanes_get_n_lanes (self->lanes); i++)
    {
      int y = i * get_lane_height (self, width);

      snapshot_title (self, snapshot, i, y, width);
      ilv_race_picture_append_lane (&self->picture, snapshot, i,
                                    &GRAPHENE_RECT_INIT (0, y + get_head_height (self, width), width,
                                                         get_plot_height (self)),
                                    MAX_ROW_HEIGHT * self->picture.scale);
    }
  if (ilv_race_lanes_has_traces (self->lanes))
    snapshot_ticks (self, snapshot, width);
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
    *minimum = *natural
      = self->n_lanes * get_lane_height (self, for_size < 0 ? MIN_WIDTH : for_size)
        + measure_text (self);
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
on_lanes_changed (IlvRaceChart *self)
{
  guint n_lanes = ilv_race_lanes_get_n_lanes (self->lanes);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->n_lanes != n_lanes)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->n_lanes = n_lanes;
  if (!ilv_race_lanes_is_live (self->lanes))
    {
      g_autofree char *description = ilv_race_lanes_describe (self->lanes);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      description, -1);
    }
}

static void
ilv_race_chart_dispose (GObject *object)
{
  g_clear_object (&ILV_RACE_CHART (object)->lanes);

  G_OBJECT_CLASS (ilv_race_chart_parent_class)->dispose (object);
}

static void
ilv_race_chart_class_init (IlvRaceChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_race_chart_dispose;
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
  self->lanes = ilv_race_lanes_new ();
  self->picture.lanes = self->lanes;
  g_signal_connect_object (self->lanes, "changed", G_CALLBACK (on_lanes_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ilv_race_lanes_get_axis (self->lanes), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Requests under way in each run, over time"), -1);
  ilv_timeline_theme_watch (GTK_WIDGET (self), on_theme_changed);
}

GtkWidget *
ilv_race_chart_new (void)
{
  return g_object_new (ILV_TYPE_RACE_CHART, NULL);
}

IlvRaceLanes *
ilv_race_chart_get_lanes (IlvRaceChart *self)
{
  g_return_val_if_fail (ILV_IS_RACE_CHART (self), NULL);

  return self->lanes;
}
