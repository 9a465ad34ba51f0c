/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/**
 * IlvCrowdRun:
 * @first: the first column
 * @end: the column behind the last one
 * @colour: what they look like on paper
 *
 * Columns beside each other in which spans are too narrow to have a shape.
 */
typedef struct
{
  guint first;
  guint end;
  IlvColour colour;
} IlvCrowdRun;

/* The shade of a lane on white paper, which shows through where a crowd is thin. */
#define ILV_CROWD_LANE_SHADE 0xf4

/* Whether a span is too narrow to be drawn by itself, at so many columns a nanosecond. */
gboolean ilv_crowd_is_narrow (const IlvSpan *span, double scale);

/* (transfer full) (element-type IlvCrowdRun): where narrow spans of a lane crowd, at @scale columns
 * a nanosecond in @n_columns from the start of the run. What is drawn of a lane is so bounded by
 * its width, not by the number of its spans. */
GArray *ilv_crowd_find (IlvLaneIndex *index, guint lane, double scale, guint n_columns);

G_END_DECLS
