/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/**
 * IlvLaneGap:
 * @lane: the lane
 * @position: the position of the span behind it; the lane's number of spans if there is none
 * @start_ns: when it begins
 * @end_ns: when it ends: at the next span, or at the end of the run
 *
 * A stretch of a lane in which there is no span: nobody of the run was on the processor, the worker
 * had no task, or the task had not begun or had ended.
 */
typedef struct
{
  guint lane;
  guint position;
  gint64 start_ns;
  gint64 end_ns;
} IlvLaneGap;

/* The gap of the lane in which @time_ns is. Returns %FALSE where there is a span, and behind the run's end. */
gboolean ilv_lane_gap_find (IlvLaneGap *self, IlvLaneIndex *index, guint lane, gint64 time_ns);

/* The gap before the span at @position (at the lane's number of spans: the one behind the last); %FALSE if
 * there is none. */
gboolean ilv_lane_gap_get (IlvLaneGap *self, IlvLaneIndex *index, guint lane, guint position);

/* (transfer full): why nothing is there, in a sentence, translated. Looks at no more than a few thousand
 * spans. */
char *ilv_lane_gap_tell (const IlvLaneGap *self, IlvLaneIndex *index);

G_END_DECLS
