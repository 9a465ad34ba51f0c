/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-chart-data.h"

#include "ilv-chart-axis.h"

static void
free_series (gpointer data)
{
  IlvChartSeries *series = data;

  g_free (series->name);
  g_array_unref (series->points);
  g_free (series);
}

GPtrArray *
ilv_chart_data_new (void)
{
  return g_ptr_array_new_with_free_func (free_series);
}

void
ilv_chart_data_add_series (GPtrArray *self, const char *name, IlvChartStyle style)
{
  IlvChartSeries *series = g_new0 (IlvChartSeries, 1);

  series->name = g_strdup (name);
  series->style = style;
  series->points = g_array_new (FALSE, FALSE, sizeof (IlvChartPoint));
  g_ptr_array_add (self, series);
}

const IlvChartSeries *
ilv_chart_data_get_series (GPtrArray *self, guint index)
{
  g_return_val_if_fail (index < self->len, NULL);

  return g_ptr_array_index (self, index);
}

const IlvChartPoint *
ilv_chart_data_get_point (GPtrArray *self, guint series, guint index)
{
  return &g_array_index (ilv_chart_data_get_series (self, series)->points, IlvChartPoint, index);
}

void
ilv_chart_data_add_point (GPtrArray *self, guint series, double x, double y)
{
  GArray *points = ilv_chart_data_get_series (self, series)->points;
  IlvChartPoint point = { x, y };
  guint position = 0;

  while (position < points->len && g_array_index (points, IlvChartPoint, position).x < x)
    position++;
  if (position < points->len && g_array_index (points, IlvChartPoint, position).x == x)
    g_array_index (points, IlvChartPoint, position) = point;
  else
    g_array_insert_val (points, position, point);
}

gboolean
ilv_chart_data_find_range (GPtrArray *self, double *from, double *to, double *end)
{
  *from = G_MAXDOUBLE;
  *to = 0;
  *end = 0;
  for (guint i = 0; i < self->len; i++)
    for (guint k = 0; k < ilv_chart_data_get_series (self, i)->points->len; k++)
      {
        const IlvChartPoint *point = ilv_chart_data_get_point (self, i, k);

        *from = MIN (*from, point->x);
        *to = MAX (*to, point->x);
        *end = MAX (*end, point->y);
      }

  return *to > 0;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Every x at which a series has a point, once. */
static GArray *
collect_places (GPtrArray *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_different = 0;

  for (guint i = 0; i < self->len; i++)
    for (guint k = 0; k < ilv_chart_data_get_series (self, i)->points->len; k++)
      g_array_append_val (places, ilv_chart_data_get_point (self, i, k)->x);
  g_array_sort (places, compare_numbers);
  for (guint i = 0; i < places->len; i++)
    if (i == 0 || g_array_index (places, double, i) != g_array_index (places, double, i - 1))
      g_array_index (places, double, n_different++) = g_array_index (places, double, i);
  g_array_set_size (places, n_different);

  return places;
}

/* What the series have at one x. */
static void
append_place (GPtrArray *self, GString *text, double x)
{
  const char *separator = " ";

  for (guint i = 0; i < self->len; i++)
    for (guint k = 0; k < ilv_chart_data_get_series (self, i)->points->len; k++)
      {
        const IlvChartPoint *point = ilv_chart_data_get_point (self, i, k);
        g_autofree char *y_text = ilv_chart_axis_format (point->y);

        if (point->x != x)
          continue;
        g_string_append_printf (text, "%s%s %s", separator,
                                ilv_chart_data_get_series (self, i)->name, y_text);
        separator = "; ";
      }
}

char *
ilv_chart_data_to_text (GPtrArray *self, const char *x_label)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) places = collect_places (self);

  for (guint i = 0; i < places->len; i++)
    {
      double x = g_array_index (places, double, i);
      g_autofree char *x_text = ilv_chart_axis_format (x);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, "%s %s:", x_label != NULL ? x_label : "x", x_text);
      append_place (self, text, x);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
