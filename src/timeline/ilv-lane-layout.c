/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane-layout.h"

/* A few lanes are tall; more of them share this height until they are as low as they may be. */
#define TALL_LANE 52
#define SHARED_HEIGHT 220
#define MIN_LANE 12

#define RULER_PADDING 10
#define FOOT 6
#define MARGIN 8

static int
get_min_pitch (int text_height)
{
  return MAX (MIN_LANE, text_height);
}

/* The first pixel row of a lane, or the one after the last lane. */
static int
get_lane_start (const IlvLaneLayout *self, guint lane)
{
  return self->lanes_y + (int) ((gint64) lane * self->lanes_height / self->n_lanes);
}

/**
 * ilv_lane_layout_measure:
 * @text_height: the height of a line of small text
 * @n_lanes: number of lanes, ≥ 1
 * @minimum: (out): the least height
 *
 * Returns: the height that looks best
 */
int
ilv_lane_layout_measure (int text_height, guint n_lanes, int *minimum)
{
  int frame = text_height + RULER_PADDING + FOOT;
  int min_pitch = get_min_pitch (text_height);
  int pitch;

  g_return_val_if_fail (n_lanes >= 1, 0);
  g_return_val_if_fail (minimum != NULL, 0);

  n_lanes = MIN (n_lanes, G_MAXINT / 1024);
  pitch = MAX (MIN (TALL_LANE, SHARED_HEIGHT / (int) n_lanes), min_pitch);
  *minimum = frame + (int) n_lanes * min_pitch;

  return frame + (int) n_lanes * pitch;
}

/**
 * ilv_lane_layout_place:
 * @self: the layout to fill
 * @width: the width of the whole timeline
 * @height: its height
 * @text_height: the height of a line of small text
 * @label_width: the width of the longest lane name
 * @labels_right: whether the names stand on the right
 * @n_lanes: number of lanes; none is drawn as one empty lane
 */
void
ilv_lane_layout_place (IlvLaneLayout *self,
                       int width,
                       int height,
                       int text_height,
                       int label_width,
                       gboolean labels_right,
                       guint n_lanes)
{
  /* Long names must not take the place of what they name. */
  self->label_width = MIN (label_width, width * 3 / 10);
  self->plot_width = MAX (width - self->label_width - 2 * MARGIN, 1);
  self->label_x = labels_right ? width - self->label_width : 0;
  self->plot_x = labels_right ? MARGIN : self->label_width + MARGIN;

  self->ruler_height = text_height + RULER_PADDING;
  self->n_lanes = MAX (n_lanes, 1);
  self->lanes_y = self->ruler_height;
  self->lanes_height = MAX (height - self->ruler_height - FOOT, (int) self->n_lanes);
}

/**
 * ilv_lane_layout_get_lane:
 * @self: a layout
 * @lane: index of a lane
 * @y: (out): the top of its track
 * @height: (out): the height of its track, ≥ 1
 */
void
ilv_lane_layout_get_lane (const IlvLaneLayout *self, guint lane, int *y, int *height)
{
  int start = get_lane_start (self, lane);
  int pitch = get_lane_start (self, lane + 1) - start;
  int gap = pitch >= 40 ? 8 : pitch >= 20 ? 4 : pitch >= 10 ? 2 : pitch >= 4 ? 1 : 0;

  *y = start;
  /* No gap follows the last lane. */
  *height = pitch - (lane + 1 < self->n_lanes ? gap : 0);
}

/**
 * ilv_lane_layout_find_lane:
 * @self: a layout
 * @y: a height
 *
 * Returns: the index of the lane there, or -1
 */
int
ilv_lane_layout_find_lane (const IlvLaneLayout *self, double y)
{
  guint lane;

  if (y < self->lanes_y || y >= self->lanes_y + self->lanes_height)
    return -1;

  lane = (guint) ((y - self->lanes_y) * self->n_lanes / self->lanes_height);
  lane = MIN (lane, self->n_lanes - 1);
  if (y < get_lane_start (self, lane))
    lane--;
  else if (lane + 1 < self->n_lanes && y >= get_lane_start (self, lane + 1))
    lane++;

  return (int) lane;
}
