/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane-layout.h"

#include <math.h>

/* Small text of a page is not higher than that, also where a person asked for large text. */
#define PAGE_TEXT_HEIGHT 20

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

static int
enlarge (int pixels, double scale)
{
  return (int) lround (pixels * scale);
}

/* The first pixel row of a lane, or the one after the last lane. */
static int
get_lane_start (const IlvLaneLayout *self, guint lane)
{
  return self->lanes_y + (int) ((gint64) lane * self->lanes_height / self->n_lanes);
}

/**
 * ilv_lane_layout_get_scale:
 * @text_height: the height of a line of small text
 *
 * Returns: how many times as large gaps and marks are to be as on a page
 */
double
ilv_lane_layout_get_scale (int text_height)
{
  return MAX ((double) text_height / PAGE_TEXT_HEIGHT, 1);
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
  double scale = ilv_lane_layout_get_scale (text_height);
  int frame = text_height + enlarge (RULER_PADDING, scale) + enlarge (FOOT, scale);
  int min_pitch = get_min_pitch (text_height);
  int pitch;

  g_return_val_if_fail (n_lanes >= 1, 0);
  g_return_val_if_fail (minimum != NULL, 0);

  n_lanes = MIN (n_lanes, G_MAXINT / 1024);
  pitch = MAX (enlarge (MIN (TALL_LANE, SHARED_HEIGHT / (int) n_lanes), scale), min_pitch);
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
  int margin;

  self->scale = ilv_lane_layout_get_scale (text_height);
  margin = enlarge (MARGIN, self->scale);
  /* Long names must not take the place of what they name. */
  self->label_width = MIN (label_width, width / 3);
  self->plot_width = MAX (width - self->label_width - 2 * margin, 1);
  self->label_x = labels_right ? width - self->label_width : 0;
  self->plot_x = labels_right ? margin : self->label_width + margin;

  self->ruler_height = text_height + enlarge (RULER_PADDING, self->scale);
  self->n_lanes = MAX (n_lanes, 1);
  self->lanes_y = self->ruler_height;
  self->lanes_height = MAX (height - self->ruler_height - enlarge (FOOT, self->scale), (int) self->n_lanes);
}

/**
 * ilv_lane_layout_squeeze:
 * @self: a layout
 * @height: the height of the whole timeline
 *
 * Fits the lanes into that height, even if some of them then share a row of pixels.
 */
void
ilv_lane_layout_squeeze (IlvLaneLayout *self, int height)
{
  int room = height - self->ruler_height - enlarge (FOOT, self->scale);

  self->lanes_height = CLAMP (room, 1, self->lanes_height);
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
  int page_pitch = (int) (pitch / self->scale);
  int gap = page_pitch >= 40   ? 8
            : page_pitch >= 20 ? 4
            : page_pitch >= 10 ? 2
            : page_pitch >= 4  ? 1
                               : 0;

  *y = start;
  /* No gap follows the last lane. */
  *height = MAX (pitch - (lane + 1 < self->n_lanes ? enlarge (gap, self->scale) : 0), 1);
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
