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
add_narrow (double *narrow, const IlvCrowdView *view, const IlvSpan *span)
{
  double from = MAX (0, (span->start_ns - view->start_ns) * view->scale);
  double to = MIN (view->n_columns, (span->end_ns - view->start_ns) * view->scale);

  for (guint column = (guint) from; column < view->n_columns && column < to; column++)
    narrow[column] += MIN (to, column + 1) - MAX (from, column);
}

static IlvColour
blend_column (const IlvColumn *column, const IlvCrowdView *view)
{
  double red = view->ground.red;
  double green = view->ground.green;
  double blue = view->ground.blue;

  for (guint state = 0; state < ILV_N_SPAN_STATES; state++)
    for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
      {
        IlvColour colour = ilv_palette_get_colour (i, view->dark);
        double weight = state_weights[state] * column->coverage[ILV_PAINT_CLASS (state, i)];

        red += weight * (colour.red - view->ground.red);
        green += weight * (colour.green - view->ground.green);
        blue += weight * (colour.blue - view->ground.blue);
      }
  /* More than one task may be in one place of a lane, so the sum may be beyond black. */
  return (IlvColour){ (guint8) CLAMP (red, 0, 255), (guint8) CLAMP (green, 0, 255), (guint8) CLAMP (blue, 0, 255) };
}

/* Adds the columns from @first up to @end, equal neighbours as one. */
static void
add_columns (GArray *runs, IlvLaneIndex *index, guint lane, const IlvCrowdView *view, guint first, guint end)
{
  g_autofree IlvColumn *columns = g_new0 (IlvColumn, end - first);
  guint i = first;

  ilv_lane_index_sample (index, lane, view->start_ns + first / view->scale, 1 / view->scale, end - first, columns);
  while (i < end)
    {
      IlvCrowdRun run = { .first = i, .colour = blend_column (&columns[i - first], view) };

      while (i < end && ilv_colour_equal (run.colour, blend_column (&columns[i - first], view)))
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

/* (transfer full): how much of each column is filled by narrow spans */
static double *
sum_narrow (IlvLaneIndex *index, guint lane, const IlvCrowdView *view)
{
  double *narrow = g_new0 (double, view->n_columns);
  double end_ns = view->start_ns + view->n_columns / view->scale;
  guint n_spans = ilv_lane_index_get_n_spans (index, lane);

  for (guint i = ilv_lane_index_find (index, lane, (gint64) view->start_ns); i < n_spans; i++)
    {
      const IlvSpan *span = ilv_lane_index_get_span (index, lane, i);

      if (span->start_ns >= end_ns)
        break;
      if (ilv_crowd_is_narrow (span, view->scale))
        add_narrow (narrow, view, span);
    }
  return narrow;
}

GArray *
ilv_crowd_find (IlvLaneIndex *index, guint lane, const IlvCrowdView *view)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (IlvCrowdRun));
  g_autofree double *narrow = NULL;
  guint column = 0;

  g_return_val_if_fail (ILV_IS_LANE_INDEX (index), runs);
  g_return_val_if_fail (view != NULL && view->scale > 0, runs);

  narrow = sum_narrow (index, lane, view);
  while (column < view->n_columns)
    {
      guint first = column;

      while (column < view->n_columns && narrow[column] >= CROWDED_SHARE)
        column++;
      if (column > first)
        add_columns (runs, index, lane, view, first, column);
      column++;
    }
  return runs;
}
