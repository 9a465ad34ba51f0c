/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane.h"

#include <math.h>

/* What is known of a group of spans that follow each other. */
struct _IlvLaneNode
{
  gint64 start_ns;
  gint64 latest_end_ns;
  float sums_ns[ILV_N_PAINT_CLASSES]; /* the spans' lengths by paint class */
};

static guint
span_get_paint_class (const IlvSpan *span)
{
  return ILV_PAINT_CLASS (span->state, span->colour);
}

static guint
count_nodes (guint n_below)
{
  return n_below / ILV_LANE_FAN_OUT + (n_below % ILV_LANE_FAN_OUT != 0);
}

/* Sums are made in double precision and only kept in single. */
static void
node_set (IlvLaneNode *self, gint64 start_ns, gint64 latest_end_ns, const double *sums_ns)
{
  self->start_ns = start_ns;
  self->latest_end_ns = latest_end_ns;
  for (guint i = 0; i < ILV_N_PAINT_CLASSES; i++)
    self->sums_ns[i] = (float) sums_ns[i];
}

static void
sum_spans (const IlvLane *lane, guint node, IlvLaneNode *sum)
{
  guint from = node * ILV_LANE_FAN_OUT;
  guint n_spans = MIN (lane->n_spans - from, ILV_LANE_FAN_OUT);
  double sums_ns[ILV_N_PAINT_CLASSES] = { 0 };
  gint64 latest_end_ns = G_MININT64;

  for (guint i = from; i < from + n_spans; i++)
    {
      const IlvSpan *span = ilv_lane_get_span (lane, i);

      sums_ns[span_get_paint_class (span)] += (double) (span->end_ns - span->start_ns);
      latest_end_ns = MAX (latest_end_ns, span->end_ns);
    }
  node_set (sum, ilv_lane_get_span (lane, from)->start_ns, latest_end_ns, sums_ns);
}

static void
sum_nodes (const IlvLaneNode *nodes, guint n_nodes, IlvLaneNode *sum)
{
  double sums_ns[ILV_N_PAINT_CLASSES] = { 0 };
  gint64 latest_end_ns = G_MININT64;

  for (guint i = 0; i < n_nodes; i++)
    {
      for (guint j = 0; j < ILV_N_PAINT_CLASSES; j++)
        sums_ns[j] += (double) nodes[i].sums_ns[j];
      latest_end_ns = MAX (latest_end_ns, nodes[i].latest_end_ns);
    }
  node_set (sum, nodes[0].start_ns, latest_end_ns, sums_ns);
}

/* The largest node that begins at @position and all of whose spans end by @limit_ns; %NULL if there
 * is none. @end is set to the position behind it. */
static const IlvLaneNode *
find_node (const IlvLane *self, guint position, gint64 limit_ns, guint *end)
{
  const IlvLaneNode *found = NULL;
  guint64 width = ILV_LANE_FAN_OUT;

  /* Where a node does not match, no larger one does, for it holds the same spans and more. */
  for (guint level = 0; level < self->n_levels && position % width == 0; level++)
    {
      const IlvLaneNode *node = &self->levels[level][position / width];

      if (node->latest_end_ns > limit_ns)
        break;
      found = node;
      *end = (guint) MIN (position + width, self->n_spans);
      width *= ILV_LANE_FAN_OUT;
    }
  return found;
}

/* A span ends by a moment exactly if it ends by the whole nanosecond before. */
static gint64
floor_time (double time_ns)
{
  return (gint64) CLAMP (floor (time_ns), -9.2e18, 9.2e18);
}

static void
column_add_node (IlvColumn *restrict self, const IlvLaneNode *restrict node)
{
  for (guint i = 0; i < ILV_N_PAINT_CLASSES; i++)
    self->coverage[i] += node->sums_ns[i];
}

static void
column_add_span (IlvColumn *self, const IlvSpan *span, double from_ns, double to_ns)
{
  double covered_ns = MIN ((double) span->end_ns, to_ns) - MAX ((double) span->start_ns, from_ns);

  if (covered_ns > 0)
    self->coverage[span_get_paint_class (span)] += (float) covered_ns;
}

/* From times to shares, which are at most 1 together even if spans overlap. */
static void
column_normalise (IlvColumn *self, double column_ns)
{
  float sum_ns = 0;
  float whole_ns;

  for (guint i = 0; i < ILV_N_PAINT_CLASSES; i++)
    sum_ns += self->coverage[i];
  if (sum_ns <= 0)
    return;
  whole_ns = MAX (sum_ns, (float) column_ns);
  for (guint i = 0; i < ILV_N_PAINT_CLASSES; i++)
    self->coverage[i] /= whole_ns;
}

/* When the span at @position begins: from the node if there is one, which is likely in the cache.
 */
static gint64
get_start_ns (const IlvLane *self, guint position)
{
  return position % ILV_LANE_FAN_OUT == 0 ? self->levels[0][position / ILV_LANE_FAN_OUT].start_ns
                                          : ilv_lane_get_span (self, position)->start_ns;
}

/* Sums up the column [@from_ns, @to_ns). No span before @position reaches into it; the same is so
 * for the column that begins at @to_ns and the position that is returned. */
static guint
sample_column (const IlvLane *self, guint position, double from_ns, double to_ns, IlvColumn *column)
{
  gint64 from_limit_ns = floor_time (from_ns);
  gint64 to_limit_ns = floor_time (to_ns);
  gboolean reaches_on = FALSE;
  guint next = position;

  while (position < self->n_spans)
    {
      double start_ns = (double) get_start_ns (self, position);
      gboolean begins_inside = start_ns >= from_ns;
      const IlvLaneNode *node;
      guint end = position + 1;

      if (start_ns >= to_ns)
        break;
      node = find_node (self, position, begins_inside ? to_limit_ns : from_limit_ns, &end);
      if (node == NULL)
        {
          const IlvSpan *span = ilv_lane_get_span (self, position);

          column_add_span (column, span, from_ns, to_ns);
          if (!reaches_on && span->end_ns > to_limit_ns)
            {
              reaches_on = TRUE;
              next = position;
            }
        }
      else if (begins_inside)
        column_add_node (column, node);
      position = end;
    }
  return reaches_on ? next : position;
}

void
ilv_lane_init (IlvLane *self, const IlvSpan *spans, const guint32 *positions, guint n_spans)
{
  guint n_nodes = count_nodes (n_spans);

  *self = (IlvLane){ .spans = spans, .positions = positions, .n_spans = n_spans };
  if (n_nodes == 0)
    return;
  self->levels[0] = g_new (IlvLaneNode, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    sum_spans (self, i, &self->levels[0][i]);
  self->n_levels = 1;

  while (n_nodes > 1)
    {
      const IlvLaneNode *below = self->levels[self->n_levels - 1];
      guint n_below = n_nodes;

      n_nodes = count_nodes (n_below);
      self->levels[self->n_levels] = g_new (IlvLaneNode, n_nodes);
      for (guint i = 0; i < n_nodes; i++)
        sum_nodes (&below[i * ILV_LANE_FAN_OUT],
                   MIN (n_below - i * ILV_LANE_FAN_OUT, ILV_LANE_FAN_OUT),
                   &self->levels[self->n_levels][i]);
      self->n_levels++;
    }
}

void
ilv_lane_clear (IlvLane *self)
{
  for (guint level = 0; level < self->n_levels; level++)
    g_free (self->levels[level]);
  *self = (IlvLane){ 0 };
}

guint
ilv_lane_find (const IlvLane *self, gint64 time_ns)
{
  guint position = 0;

  while (position < self->n_spans)
    {
      guint end = position + 1;

      if (find_node (self, position, time_ns, &end) == NULL &&
          ilv_lane_get_span (self, position)->end_ns > time_ns)
        break;
      position = end;
    }
  return position;
}

void
ilv_lane_sample (
  const IlvLane *self, double from_ns, double column_ns, guint n_columns, IlvColumn *columns)
{
  guint position = ilv_lane_find (self, floor_time (from_ns));

  for (guint i = 0; i < n_columns; i++)
    {
      /* Both edges by the same rule, so that no time is lost or counted twice between columns. */
      double start_ns = from_ns + i * column_ns;
      double end_ns = from_ns + (i + 1.0) * column_ns;

      columns[i] = (IlvColumn){ 0 };
      position = sample_column (self, position, start_ns, end_ns, &columns[i]);
      column_normalise (&columns[i], column_ns);
    }
}
