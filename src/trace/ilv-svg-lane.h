/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/**
 * IlvLaneBox:
 * @x: the left edge, which is the start of the run
 * @y: the upper edge
 * @width: how many pixels the time axis has
 * @height: how high the lane is
 * @scale: pixels a nanosecond
 *
 * Where a lane is drawn.
 */
typedef struct
{
  double x;
  double y;
  guint width;
  double height;
  double scale;
} IlvLaneBox;

/* Appends the spans of one lane; what is written is bounded by the pixels, not by the spans. */
void ilv_svg_lane_draw (GString *svg, IlvLaneIndex *index, guint lane, const IlvLaneBox *box);

/* Appends the definitions that the spans refer to. */
void ilv_svg_lane_define (GString *svg);

G_END_DECLS
