/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane.h"

#include <math.h>
#include <string.h>

/* The blocks are as small as they can be while what is kept of them takes no more than this for a span. */
#define MAX_BYTES_A_SPAN 3.5

/* So many blocks are a group, and so many groups are a larger one. */
#define GROUP_SIZE 4
#define FAN_OUT 32

/* Blocks are looked for among every so many of them first: these lie close together. */
#define SHELF_SIZE 16

/* So many edges of columns are looked up together. */
#define N_EDGES 32

/* A moment between two columns, and the block that holds the last span that has begun by then. */
typedef struct
{
  double time_ns;
  guint block;
} Edge;

/* How long the spans of a lane run until a moment, by the lane's own order of classes. */
typedef struct
{
  gint64 whole_ns[ILV_N_PAINT_CLASSES];  /* of those that have begun: their whole lengths, */
  double beyond_ns[ILV_N_PAINT_CLASSES]; /* and what of that lies behind the moment */
} Total;

static guint
span_get_paint_class (const IlvSpan *span)
{
  return ILV_PAINT_CLASS (span->state, span->colour);
}

static guint
get_column (const IlvLane *self, const IlvSpan *span)
{
  return self->column_of_class[span_get_paint_class (span)];
}

static guint
count_groups (guint n, guint size)
{
  return n / size + (n % size != 0);
}

static guint
count_blocks (const IlvLane *self)
{
  return count_groups (self->n_spans, self->block_size);
}

static void
find_classes (IlvLane *self)
{
  gboolean occurs[ILV_N_PAINT_CLASSES] = { FALSE };

  for (guint i = 0; i < self->n_spans; i++)
    occurs[span_get_paint_class (ilv_lane_get_span (self, i))] = TRUE;
  for (guint class = 0; class < ILV_N_PAINT_CLASSES; class++)
    if (occurs[class])
      {
        self->column_of_class[class] = (guint8) self->n_classes;
        self->classes[self->n_classes++] = (guint8) class;
      }
}

static guint
choose_block_size (guint n_classes)
{
  double bytes = (1 + n_classes + 1.0 / GROUP_SIZE + 1.0 / SHELF_SIZE) * sizeof (gint64) + 1;

  return (guint) ceil (bytes / MAX_BYTES_A_SPAN);
}

static void
sum_blocks (IlvLane *self)
{
  gint64 sums_ns[ILV_N_PAINT_CLASSES] = { 0 };
  gint64 reach_ns = G_MININT64;
  guint n_blocks = count_blocks (self);

  for (guint block = 0, i = 0; block < n_blocks; block++)
    {
      guint end = MIN (i + self->block_size, self->n_spans);
      gint64 *latest_ns = &self->ends_ns[0][block / GROUP_SIZE];

      self->starts_ns[block] = ilv_lane_get_span (self, i)->start_ns;
      if (block % SHELF_SIZE == 0)
        self->shelves_ns[block / SHELF_SIZE] = self->starts_ns[block];
      self->is_reached[block] = reach_ns > self->starts_ns[block];
      for (guint column = 0; column < self->n_classes; column++)
        self->sums_ns[(gsize) block * self->n_classes + column] = sums_ns[column];
      for (; i < end; i++)
        {
          const IlvSpan *span = ilv_lane_get_span (self, i);

          sums_ns[get_column (self, span)] += span->end_ns - span->start_ns;
          reach_ns = MAX (reach_ns, span->end_ns);
          *latest_ns = MAX (*latest_ns, span->end_ns);
        }
    }
}

static gint64 *
create_ends (guint n)
{
  gint64 *ends_ns = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    ends_ns[i] = G_MININT64;
  return ends_ns;
}

static void
find_latest_ends (IlvLane *self, guint n_below)
{
  for (self->n_levels = 1; n_below > 1 && self->n_levels < ILV_LANE_MAX_LEVELS; self->n_levels++)
    {
      const gint64 *below_ns = self->ends_ns[self->n_levels - 1];
      guint n_groups = count_groups (n_below, FAN_OUT);
      gint64 *groups_ns = create_ends (n_groups);

      for (guint i = 0; i < n_below; i++)
        groups_ns[i / FAN_OUT] = MAX (groups_ns[i / FAN_OUT], below_ns[i]);
      self->ends_ns[self->n_levels] = groups_ns;
      n_below = n_groups;
    }
}

void
ilv_lane_init (IlvLane *self, const IlvSpan *spans, const guint32 *positions, guint n_spans)
{
  guint n_blocks;

  *self = (IlvLane){ .spans = spans, .positions = positions, .n_spans = n_spans };
  if (n_spans == 0)
    return;

  find_classes (self);
  self->block_size = choose_block_size (self->n_classes);
  n_blocks = count_blocks (self);
  self->starts_ns = g_new (gint64, n_blocks);
  self->shelves_ns = g_new (gint64, count_groups (n_blocks, SHELF_SIZE));
  self->is_reached = g_new (guint8, n_blocks);
  self->sums_ns = g_new (gint64, (gsize) n_blocks * self->n_classes);
  self->ends_ns[0] = create_ends (count_groups (n_blocks, GROUP_SIZE));
  sum_blocks (self);
  find_latest_ends (self, count_groups (n_blocks, GROUP_SIZE));
}

void
ilv_lane_clear (IlvLane *self)
{
  g_free (self->starts_ns);
  g_free (self->shelves_ns);
  g_free (self->is_reached);
  g_free (self->sums_ns);
  for (guint level = 0; level < self->n_levels; level++)
    g_free (self->ends_ns[level]);
  *self = (IlvLane){ 0 };
}

/* How many spans from @position on end by @time_ns for sure: as many as the largest group that begins there and is
 * over by then. */
static guint64
count_ended (const IlvLane *self, guint position, gint64 time_ns)
{
  guint64 found = 0;
  guint64 width = (guint64) self->block_size * GROUP_SIZE;

  /* Where a group is not over, no larger one is, for it holds the same spans and more. */
  for (guint level = 0; level < self->n_levels && position % width == 0; level++)
    {
      if (self->ends_ns[level][position / width] > time_ns)
        break;
      found = width;
      width *= FAN_OUT;
    }
  return found;
}

/* The first span from @position on that ends after @time_ns; the number of spans if there is none. */
static guint
find_open (const IlvLane *self, guint position, gint64 time_ns)
{
  while (position < self->n_spans)
    {
      guint64 n_ended = count_ended (self, position, time_ns);

      if (n_ended == 0 && ilv_lane_get_span (self, position)->end_ns > time_ns)
        return position;
      position = (guint) MIN (position + MAX (n_ended, 1), self->n_spans);
    }
  return position;
}

guint
ilv_lane_find (const IlvLane *self, gint64 time_ns)
{
  return find_open (self, 0, time_ns);
}

/* The last of @n ascending times that is before @time_ns, if one of those from @low on is. It is looked for around
 * @guess. */
static guint
find_last_before (const gint64 *times_ns, guint n, guint low, guint guess, double time_ns)
{
  guint end = n;

  guess = MIN (guess, n - 1);
  for (guint step = 1; guess > low && (double) times_ns[guess] >= time_ns; step *= 2)
    {
      end = guess;
      guess = end - low > step ? end - step : low;
    }
  low = MAX (low, guess);
  for (guint step = 1; low + step < end && (double) times_ns[low + step] < time_ns; step *= 2)
    low += step;
  while (end - low > 1)
    {
      guint middle = low + (end - low) / 2;

      if ((double) times_ns[middle] < time_ns)
        low = middle;
      else
        end = middle;
    }
  return low;
}

/* The last block that begins before @time_ns, if one of those from @block on does. */
static guint
find_block (const IlvLane *self, guint block, guint guess, double time_ns)
{
  guint n_blocks = count_blocks (self);
  guint shelf = find_last_before (self->shelves_ns, count_groups (n_blocks, SHELF_SIZE), block / SHELF_SIZE,
                                  guess / SHELF_SIZE, time_ns);
  guint first = shelf * SHELF_SIZE;
  guint end = MIN (first + SHELF_SIZE, n_blocks);
  guint n_before = 0;

  for (guint i = first; i < end; i++)
    n_before += (double) self->starts_ns[i] < time_ns;
  return first + MAX (n_before, 1) - 1;
}

static void
add_beyond (const IlvLane *self, const IlvSpan *span, double time_ns, Total *total)
{
  if ((double) span->end_ns > time_ns)
    total->beyond_ns[get_column (self, span)] += (double) span->end_ns - time_ns;
}

/* What of the blocks before @end goes on. This is seldom: spans follow each other. */
static void
add_beyond_of_blocks (const IlvLane *self, guint end, double time_ns, Total *total)
{
  gint64 limit_ns = (gint64) floor (time_ns);

  for (guint i = find_open (self, 0, limit_ns); i < end; i = find_open (self, i + 1, limit_ns))
    add_beyond (self, ilv_lane_get_span (self, i), time_ns, total);
}

/* Finds the blocks of @n edges from left to right, the first of them from @block on. */
static void
find_edges (const IlvLane *self, Edge *edges, guint n, guint block)
{
  guint stride = 0;

  for (guint i = 0; i < n; i++)
    {
      edges[i].block = find_block (self, block, block + stride, edges[i].time_ns);
      stride = edges[i].block - block;
      block = edges[i].block;
    }
}

static guint
get_block_end (const IlvLane *self, guint block)
{
  return MIN ((block + 1) * self->block_size, self->n_spans);
}

/* Asks for all that the edges need before the first of them is summed up: memory takes long to answer, but answers
 * many questions at a time. */
static void
fetch_edges (const IlvLane *self, const Edge *edges, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint block = edges[i].block;

      __builtin_prefetch (&self->sums_ns[(gsize) block * self->n_classes]);
      __builtin_prefetch (&self->is_reached[block]);
      __builtin_prefetch (&self->positions[block * self->block_size]);
      __builtin_prefetch (&self->positions[get_block_end (self, block) - 1]);
    }
  for (guint i = 0; i < n; i++)
    if (i == 0 || edges[i].block != edges[i - 1].block)
      for (guint j = edges[i].block * self->block_size; j < get_block_end (self, edges[i].block); j++)
        __builtin_prefetch (ilv_lane_get_span (self, j));
}

/* Fills @n edges from @from_ns on, and returns the block of the last of them; @block is that of the one before. */
static guint
look_up (const IlvLane *self, Edge *edges, guint n, double from_ns, double column_ns, guint block)
{
  for (guint i = 0; i < n; i++)
    edges[i].time_ns = from_ns + i * column_ns;
  find_edges (self, edges, n, block);
  fetch_edges (self, edges, n);
  return edges[n - 1].block;
}

/* Of all that has begun by the edge. */
static void
total_up (const IlvLane *self, const Edge *edge, Total *total)
{
  guint first = edge->block * self->block_size;
  gboolean has_begun = (double) self->starts_ns[0] < edge->time_ns;

  for (guint column = 0; column < self->n_classes; column++)
    {
      total->whole_ns[column] = has_begun ? self->sums_ns[(gsize) edge->block * self->n_classes + column] : 0;
      total->beyond_ns[column] = 0;
    }
  if (!has_begun)
    return;
  for (guint i = first; i < get_block_end (self, edge->block); i++)
    {
      const IlvSpan *span = ilv_lane_get_span (self, i);

      if ((double) span->start_ns >= edge->time_ns)
        break;
      total->whole_ns[get_column (self, span)] += span->end_ns - span->start_ns;
      add_beyond (self, span, edge->time_ns, total);
    }
  if (self->is_reached[edge->block])
    add_beyond_of_blocks (self, first, edge->time_ns, total);
}

/* What lies between two moments, as shares of that time, which are at most 1 together even if spans overlap. */
static void
column_set (IlvColumn *column, const IlvLane *lane, const Total *from, const Total *to, double column_ns)
{
  double covered_ns[ILV_N_PAINT_CLASSES];
  double sum_ns = 0;

  memset (column, 0, sizeof *column);
  for (guint i = 0; i < lane->n_classes; i++)
    {
      double length_ns = (double) (to->whole_ns[i] - from->whole_ns[i]) - to->beyond_ns[i] + from->beyond_ns[i];

      covered_ns[i] = MAX (length_ns, 0);
      sum_ns += covered_ns[i];
    }
  if (sum_ns <= 0)
    return;
  for (guint i = 0; i < lane->n_classes; i++)
    column->coverage[lane->classes[i]] = (float) (covered_ns[i] / MAX (sum_ns, column_ns));
}

void
ilv_lane_sample (
  const IlvLane *self, double from_ns, double column_ns, guint n_columns, IlvColumn *columns)
{
  Edge edges[N_EDGES];
  Total totals[2];
  guint block = 0;

  if (self->n_spans == 0)
    {
      memset (columns, 0, n_columns * sizeof *columns);
      return;
    }
  for (guint edge = 0; edge <= n_columns; edge++)
    {
      guint place = edge % N_EDGES;
      Total *total = &totals[edge % 2];

      if (place == 0)
        block = look_up (self, edges, MIN (N_EDGES, n_columns + 1 - edge), from_ns + edge * column_ns, column_ns, block);
      /* Both edges of a column by the same rule, so that no time is lost or counted twice. */
      total_up (self, &edges[place], total);
      if (edge > 0)
        column_set (&columns[edge - 1], self, &totals[(edge - 1) % 2], total, column_ns);
    }
}
