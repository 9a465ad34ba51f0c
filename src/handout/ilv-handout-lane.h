/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/**
 * IlvHandoutLaneBox:
 * @x: the left edge, which is the start of the run
 * @y: the upper edge
 * @width: how long the time axis is
 * @height: how high the lane is
 * @scale: points a nanosecond
 *
 * Where a lane is drawn, in points.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double scale;
} IlvHandoutLaneBox;

/* Draws the spans of a lane as vectors. @names: (element-type PangoLayout): of each task, its name,
 * which stands in spans that are wide enough; empty where nothing is to be written. */
void ilv_handout_lane_draw (
  cairo_t *cr, IlvLaneIndex *index, guint lane, const IlvHandoutLaneBox *box, GPtrArray *names);

/* Draws what a span of that state looks like. */
void ilv_handout_lane_draw_span (
  cairo_t *cr, IlvState state, guint colour, double x, double y, double width, double height);

G_END_DECLS
