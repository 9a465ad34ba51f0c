/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-crowd.h"

/* Narrower spans, in columns, are drawn together. */
#define NARROW_COLUMNS 0.25

/* A column is drawn so when narrow spans fill this much of it. */
#define CROWDED_SHARE 0.05

/* How much of its colour a state keeps where spans are too narrow to have a shape. */
static const double state_weights[ILV_N_SPAN_STATES] = {
  [ILV_STATE_RUNNING] = 1.0,
  [ILV_STATE_READY] = 0.25,
  [ILV_STATE_WAITING] = 0.2,
  [ILV_STATE_BLOCKED] = 0.5,
};

/* Adds to each column the share of it that a narrow span fills. */
static void
add_narrow (double *narrow, guint n_columns, const IlvSpan *span, double scale)
{
  double from = MAX (0, span->start_ns * scale);
  double to = MIN (n_columns, span->end_ns * scale);

  for (guint column = (guint) from; column < n_columns && column < to; column++)
    narrow[column] += MIN (to, column + 1) - MAX (from, column);
}

static IlvColour
blend_column (const IlvColumn *column)
{
  double red = ILV_CROWD_LANE_SHADE;
  double green = ILV_CROWD_LANE_SHADE;
  double blue = ILV_CROWD_LANE_SHADE;

  for (guint state = 0; state < ILV_N_SPAN_STATES; state++)
    for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
      {
        IlvColour colour = ilv_palette_get_colour (i, FALSE);
        double weight = state_weights[state] * column->coverage[ILV_PAINT_CLASS (state, i)];

        red += weight * (colour.red - ILV_CROWD_LANE_SHADE);
        green += weight * (colour.green - ILV_CROWD_LANE_SHADE);
        blue += weight * (colour.blue - ILV_CROWD_LANE_SHADE);
      }
  /* More than one task may be in one place of a lane, so the sum may be beyond black. */
  return (IlvColour){ CLAMP (red, 0, 255), CLAMP (green, 0, 255), CLAMP (blue, 0, 255) };
}

/* Adds the columns from @first up to @end, equal neighbours as one. */
static void
add_columns (GArray *runs, IlvLaneIndex *index, guint lane, double scale, guint first, guint end)
{
  g_autofree IlvColumn *columns = g_new0 (IlvColumn, end - first);
  guint i = first;

  ilv_lane_index_sample (index, lane, first / scale, 1 / scale, end - first, columns);
  while (i < end)
    {
      IlvCrowdRun run = { .first = i, .colour = blend_column (&columns[i - first]) };

      while (i < end && ilv_colour_equal (run.colour, blend_column (&columns[i - first])))
        i++;
      run.end = i;
      g_array_append_val (runs, run);
    }
}

gboolean
ilv_crowd_is_narrow (const IlvSpan *span, double scale)
{
  return (span->end_ns - span->start_ns) * scale < NARROW_COLUMNS;
}

GArray *
ilv_crowd_find (IlvLaneIndex *index, guint lane, double scale, guint n_columns)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (IlvCrowdRun));
  g_autofree double *narrow = g_new0 (double, n_columns);
  guint column = 0;

  g_return_val_if_fail (ILV_IS_LANE_INDEX (index), runs);
  g_return_val_if_fail (scale > 0, runs);

  for (guint i = 0; i < ilv_lane_index_get_n_spans (index, lane); i++)
    {
      const IlvSpan *span = ilv_lane_index_get_span (index, lane, i);

      if (ilv_crowd_is_narrow (span, scale))
        add_narrow (narrow, n_columns, span, scale);
    }
  while (column < n_columns)
    {
      guint first = column;

      while (column < n_columns && narrow[column] >= CROWDED_SHARE)
        column++;
      if (column > first)
        add_columns (runs, index, lane, scale, first, column);
      column++;
    }
  return runs;
}
