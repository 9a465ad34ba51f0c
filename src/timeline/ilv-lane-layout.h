/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvLaneLayout:
 * @label_x: where the lane names begin
 * @label_width: the room for lane names
 * @plot_x: where the visible range begins
 * @plot_width: how wide the visible range is, ≥ 1
 * @ruler_height: the height of the ruler, which is at the top
 * @lanes_y: where the first lane begins
 * @lanes_height: the height of all lanes with the gaps between them
 * @n_lanes: how many lanes there are, ≥ 1
 * @scale: how many times as large gaps and marks are as on a page: 1 there, more where the text is made
 *   for the back row of a room
 *
 * Where the parts of a timeline are, in whole pixels. Time runs from left to right in every
 * language, as it does on rulers, staves and media controls; only the lane names change sides.
 */
typedef struct
{
  int label_x;
  int label_width;
  int plot_x;
  int plot_width;
  int ruler_height;
  int lanes_y;
  int lanes_height;
  guint n_lanes;
  double scale;
} IlvLaneLayout;

double ilv_lane_layout_get_scale (int text_height);
int ilv_lane_layout_measure (int text_height, guint n_lanes, int *minimum);

void ilv_lane_layout_place (IlvLaneLayout *self,
                            int width,
                            int height,
                            int text_height,
                            int label_width,
                            gboolean labels_right,
                            guint n_lanes);

void ilv_lane_layout_squeeze (IlvLaneLayout *self, int height);
void ilv_lane_layout_get_lane (const IlvLaneLayout *self, guint lane, int *y, int *height);
int ilv_lane_layout_find_lane (const IlvLaneLayout *self, double y);

G_END_DECLS
