/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-flow.h"

G_BEGIN_DECLS

/**
 * IlvHandoutPadding:
 * @left: beside what is in the box
 * @right: on its other side
 * @edge: above and below it
 *
 * The room between a box and what is in it, in points.
 */
typedef struct
{
  double left;
  double right;
  double edge;
} IlvHandoutPadding;

const IlvHandoutPadding *ilv_handout_frame_get_padding (IlvHandoutFrame frame);

/* Draws what lies behind a box, or behind the part of it that is on a page. @from_right: where lines
 * begin. */
void ilv_handout_frame_draw (IlvHandoutFrame frame,
                             cairo_t *cr,
                             double x,
                             double y,
                             double width,
                             double height,
                             gboolean from_right);

G_END_DECLS
