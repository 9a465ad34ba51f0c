/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-picture.h"

#include <math.h>

#include "ilv-in-flight.h"
#include "ilv-mark.h"
#include "ilv-moment-text.h"

#define MIN_TICK_DISTANCE 80

/* In heights of the text. */
#define TICK_TEXTS 5

/* Rows that would be lower are not drawn one by one. */
#define MIN_ROW_HEIGHT 3

/* Where a run is drawn. */
typedef struct
{
  const IlvRaceLane *lane;
  IlvTimeAxis *axis;
  double left;
  double bottom;
  double width;
  double row_height;
} Place;

static double
to_x (const Place *place, double time_ns)
{
  return place->left + ilv_time_axis_to_x (place->axis, time_ns, place->width);
}

/* Each request as a bar in its row, from the bottom up; what falls on the same pixels is drawn
 * once. */
static void
append_bars (const IlvRacePicture *self, GtkSnapshot *snapshot, const Place *place)
{
  const IlvRaceLane *lane = place->lane;
  g_autofree double *ends = g_new0 (double, MAX (lane->most, 1));
  double gap = MIN (self->scale, place->row_height / MIN_ROW_HEIGHT);

  for (guint i = 0; i < lane->requests->len; i++)
    {
      const IlvInFlight *request = &g_array_index (lane->requests, IlvInFlight, i);
      double x1 = to_x (place, request->start_ns);
      double x2 = to_x (place, request->end_ns);
      double top = place->bottom - (request->row + 1) * place->row_height;
      GdkRGBA colour;

      x2 = MAX (x2 - 0.5 * gap, x1 + 1);
      if (x2 < MAX (ends[request->row] + 0.5, place->left) || x1 > place->left + place->width)
        continue;
      ends[request->row] = x2;
      ilv_timeline_theme_get_task_line_colour (
        &self->theme,
        ilv_trace_info_get_colour (ilv_trace_get_info (lane->trace), request->task), &colour);
      gtk_snapshot_append_color (
        snapshot, &colour,
        &GRAPHENE_RECT_INIT (x1, top, x2 - x1, MAX (place->row_height - gap, 1)));
    }
}

/* However many there are elsewhere, a single one is seen. */
static int
get_column_height (const IlvRacePicture *self, const Place *place, double average)
{
  return average > 0 ? ceil (MAX (average * place->row_height, self->scale)) : 0;
}

/* The number of requests as a height, each column its average. Neighbours of one height are one. */
static void
append_area (const IlvRacePicture *self, GtkSnapshot *snapshot, const Place *place, guint run)
{
  int width = MAX ((int) place->width, 1);
  double start_ns = ilv_time_axis_get_start_ns (place->axis);
  double range_ns = ilv_time_axis_get_end_ns (place->axis) - start_ns;
  g_autofree double *averages = g_new (double, width);
  GdkRGBA colour;

  ilv_timeline_theme_get_task_line_colour (&self->theme, run, &colour);
  ilv_in_flight_average (place->lane->requests, start_ns, range_ns / width, width, averages);
  for (int x = 0, next; x < width; x = next)
    {
      int height = get_column_height (self, place, averages[x]);

      for (next = x + 1; next < width; next++)
        if (get_column_height (self, place, averages[next]) != height)
          break;
      if (height > 0)
        gtk_snapshot_append_color (
          snapshot, &colour,
          &GRAPHENE_RECT_INIT (place->left + x, place->bottom - height, next - x, height));
    }
}

static void
append_end (const IlvRacePicture *self,
            GtkSnapshot *snapshot,
            const Place *place,
            const graphene_rect_t *bounds)
{
  double x = to_x (place, ilv_trace_get_duration_ns (place->lane->trace));

  if (ilv_trace_get_info (place->lane->trace)->outcome == ILV_TRACE_OUTCOME_FINISHED)
    ilv_mark_append_line (snapshot, x, bounds->origin.y - 1,
                          bounds->origin.y + bounds->size.height + 1, 2 * self->scale,
                          &self->theme.end);
}

void
ilv_race_picture_append_lane (const IlvRacePicture *self,
                              GtkSnapshot *snapshot,
                              guint run,
                              const graphene_rect_t *bounds,
                              double max_row_height)
{
  const IlvRaceLane *lane = ilv_race_lanes_get_lane (self->lanes, run);
  Place place = {
    .lane = lane,
    .axis = ilv_race_lanes_get_axis (self->lanes),
    .left = bounds->origin.x,
    .bottom = bounds->origin.y + bounds->size.height,
    .width = bounds->size.width,
    .row_height
    = MIN (bounds->size.height / ilv_race_lanes_get_most (self->lanes), max_row_height),
  };

  ilv_mark_append_box (snapshot, bounds, 4 * self->scale, &self->theme.track, NULL);
  if (lane->trace == NULL)
    return;
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (bounds->origin.x, bounds->origin.y - 1,
                                               bounds->size.width, bounds->size.height + 2));
  if (place.row_height >= MIN_ROW_HEIGHT)
    append_bars (self, snapshot, &place);
  else
    append_area (self, snapshot, &place, run);
  append_end (self, snapshot, &place, bounds);
  gtk_snapshot_pop (snapshot);
}

void
ilv_race_picture_append_ticks (const IlvRacePicture *self,
                               GtkSnapshot *snapshot,
                               GtkWidget *widget,
                               const graphene_rect_t *bounds,
                               double text_y)
{
  IlvTimeAxis *axis = ilv_race_lanes_get_axis (self->lanes);
  double width = bounds->size.width;
  double limit_ns = ilv_time_axis_get_limit_ns (axis);
  double end_ns = ilv_time_axis_get_end_ns (axis);
  g_autoptr (PangoLayout) zero = ilv_mark_create_text (widget, "0");
  int text_width, text_height;
  gint64 tick_ns;
  IlvMomentUnit unit;

  pango_layout_get_pixel_size (zero, NULL, &text_height);
  tick_ns = ilv_time_axis_get_tick_ns (axis, width, MAX (MIN_TICK_DISTANCE, TICK_TEXTS * text_height));
  unit = ilv_moment_text_get_unit (tick_ns, limit_ns);
  for (gint64 time_ns = (gint64) ceil (ilv_time_axis_get_start_ns (axis) / tick_ns) * tick_ns;
       time_ns <= end_ns; time_ns += tick_ns)
    {
      g_autofree char *number = ilv_moment_text_format_tick (time_ns, tick_ns, unit, TRUE);
      g_autoptr (PangoLayout) text = ilv_mark_create_text (widget, number);
      double x = ilv_time_axis_to_x (axis, time_ns, width);

      pango_layout_get_pixel_size (text, &text_width, NULL);
      ilv_mark_append_line (snapshot, bounds->origin.x + x, bounds->origin.y,
                            bounds->origin.y + bounds->size.height, self->scale, &self->theme.grid);
      if (x + text_width <= width)
        ilv_mark_append_text (snapshot, text, bounds->origin.x + x, text_y, &self->theme.dim);
    }
}
