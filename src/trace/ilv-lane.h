/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

typedef struct _IlvLaneNode IlvLaneNode;

/* A node for every 32 nodes of the level below, the lowest for every 32 spans. */
#define ILV_LANE_FAN_OUT 32
#define ILV_LANE_MAX_LEVELS 7

/**
 * IlvLane:
 *
 * The spans of one lane, sorted by start, and the pyramid over them. It may be that some overlap a
 * little, as measured edges do. Memory: 8.7 bytes a span.
 */
typedef struct
{
  /*< private >*/
  const IlvSpan *spans;     /* of the whole trace */
  const guint32 *positions; /* which of them are the lane's */
  guint n_spans;
  guint n_levels;
  IlvLaneNode *levels[ILV_LANE_MAX_LEVELS];
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
