/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

#define ILV_LANE_MAX_LEVELS 7

/**
 * IlvLane:
 *
 * The spans of one lane, sorted by start, and what is known of each block of them, so that any stretch of time is
 * summed up by looking at two blocks. It may be that some spans overlap, as measured edges do a little. Memory: at
 * most 7.7 bytes a span where there are many.
 */
typedef struct
{
  /*< private >*/
  const IlvSpan *spans;     /* of the whole trace */
  const guint32 *positions; /* which of them are the lane's */
  guint n_spans;
  guint block_size; /* in spans */
  guint n_classes;  /* so many paint classes occur */
  guint8 classes[ILV_N_PAINT_CLASSES];
  guint8 column_of_class[ILV_N_PAINT_CLASSES]; /* where they are in the sums */
  gint64 *starts_ns;  /* when the first span of each block begins */
  gint64 *shelves_ns; /* the same of every 16th block */
  guint8 *is_reached; /* whether a span of an earlier block ends after that */
  gint64 *sums_ns;    /* how long all spans before it are, by class */
  gint64 *ends_ns[ILV_LANE_MAX_LEVELS]; /* when the last span of a group of blocks ends, of 32 groups, and so on */
  guint n_levels;
} IlvLane;

/* @positions: where the @n_spans spans of the lane are among @spans, ascending. Neither is copied.
 */
void ilv_lane_init (IlvLane *self, const IlvSpan *spans, const guint32 *positions, guint n_spans);
void ilv_lane_clear (IlvLane *self);

/* See ilv_lane_index_find() and ilv_lane_index_sample(). */
guint ilv_lane_find (const IlvLane *self, gint64 time_ns);
void ilv_lane_sample (
  const IlvLane *self, double from_ns, double column_ns, guint n_columns, IlvColumn *columns);

static inline const IlvSpan *
ilv_lane_get_span (const IlvLane *self, guint position)
{
  return &self->spans[self->positions[position]];
}

G_END_DECLS
