/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/**
 * IlvSpanPlace:
 * @lane: index of a lane, or -1 for no span
 * @position: position in the lane
 *
 * Where a span stands in a lane index.
 */
typedef struct
{
  int lane;
  guint position;
} IlvSpanPlace;

#define ILV_SPAN_PLACE_NONE ((IlvSpanPlace){ -1, 0 })

/**
 * IlvSpanStep:
 *
 * The ways to walk from span to span.
 */
typedef enum
{
  ILV_SPAN_STEP_NEXT,
  ILV_SPAN_STEP_PREVIOUS,
  ILV_SPAN_STEP_FIRST,
  ILV_SPAN_STEP_LAST,
  ILV_SPAN_STEP_NEXT_LANE,
  ILV_SPAN_STEP_PREVIOUS_LANE,
} IlvSpanStep;

static inline gboolean
ilv_span_place_equal (IlvSpanPlace a, IlvSpanPlace b)
{
  return a.lane == b.lane && (a.lane < 0 || a.position == b.position);
}

/* The span there, or %NULL. */
const IlvSpan *ilv_span_place_get_span (IlvSpanPlace self, IlvLaneIndex *index);

/* The span of the lane at a moment, or the nearest one that is not farther than @tolerance_ns. */
IlvSpanPlace
ilv_span_place_pick (IlvLaneIndex *index, guint lane, double time_ns, double tolerance_ns);

/* Where the span with that index in the trace stands. */
IlvSpanPlace ilv_span_place_find (IlvLaneIndex *index, gsize span);

/* The next place on a walk; the same place where there is no further one. @time_ns is where the
 * walk begins when nothing was selected. */
IlvSpanPlace
ilv_span_place_step (IlvSpanPlace self, IlvLaneIndex *index, IlvSpanStep step, double time_ns);

G_END_DECLS
