/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"
#include "ilv-picture.h"

G_BEGIN_DECLS

/**
 * IlvPictureLaneBox:
 * @x: the left edge
 * @y: the upper edge
 * @width: how many pixels the time axis has
 * @height: how high the lane is
 * @start_ns: the moment at the left edge
 * @scale: pixels a nanosecond
 *
 * Where a lane is drawn, and what of it.
 */
typedef struct
{
  double x;
  double y;
  guint width;
  double height;
  double start_ns;
  double scale;
} IlvPictureLaneBox;

/* Adds what is seen of one lane; how much that is is bounded by the pixels, not by the spans. */
void ilv_picture_lane_draw (IlvPicture *picture, IlvLaneIndex *index, guint lane, const IlvPictureLaneBox *box);

/* The shape of a span of that @state at that place, as @item without texts. */
void ilv_picture_lane_shape (const IlvPicture *picture,
                             IlvState state,
                             guint colour,
                             const IlvPictureLaneBox *box,
                             double x,
                             double width,
                             IlvPictureItem *item);

G_END_DECLS
