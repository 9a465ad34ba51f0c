/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/**
 * IlvCrowdRun:
 * @first: the first column
 * @end: the column behind the last one
 * @colour: what they look like
 *
 * Columns beside each other in which spans are too narrow to have a shape.
 */
typedef struct
{
  guint first;
  guint end;
  IlvColour colour;
} IlvCrowdRun;

/**
 * IlvCrowdView:
 * @start_ns: the moment at the left edge of the first column
 * @scale: columns a nanosecond
 * @n_columns: how many columns are seen
 * @dark: whether tasks have the colours for a dark ground
 * @ground: of the lane, which shows through where a crowd is thin
 *
 * What is seen of a lane, and on what.
 */
typedef struct
{
  double start_ns;
  double scale;
  guint n_columns;
  gboolean dark;
  IlvColour ground;
} IlvCrowdView;

/* Whether a span is too narrow to be drawn by itself, at so many columns a nanosecond. */
gboolean ilv_crowd_is_narrow (const IlvSpan *span, double scale);

/* (transfer full) (element-type IlvCrowdRun): where narrow spans of a lane crowd. What is drawn of a lane is so
 * bounded by its width, not by the number of its spans. */
GArray *ilv_crowd_find (IlvLaneIndex *index, guint lane, const IlvCrowdView *view);

G_END_DECLS
