/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-frame.h"

#define RADIUS 5
#define HAIR 0.7
#define BAR_WIDTH 2.5

static const struct
{
  IlvHandoutPadding padding;
  int fill;    /* an IlvHandoutInk, or -1 */
  int outline; /* an IlvHandoutInk, or -1 */
  int bar;     /* at the edge where lines begin: an IlvHandoutInk, or -1 */
} frames[] = {
  [ILV_HANDOUT_FRAME_CARD] = { { 12, 12, 11 }, -1, ILV_HANDOUT_INK_RULE, -1 },
  [ILV_HANDOUT_FRAME_PREDICT] = { { 12, 12, 10 },
                                  ILV_HANDOUT_INK_ACCENT_TINT,
                                  -1,
                                  ILV_HANDOUT_INK_ACCENT },
  [ILV_HANDOUT_FRAME_SINCE] = { { 12, 12, 9 },
                                ILV_HANDOUT_INK_SINCE_TINT,
                                -1,
                                ILV_HANDOUT_INK_SINCE },
  [ILV_HANDOUT_FRAME_QUOTE] = { { 12, 0, 1 }, -1, -1, ILV_HANDOUT_INK_RULE },
  [ILV_HANDOUT_FRAME_CODE] = { { 10, 10, 8 }, ILV_HANDOUT_INK_LANE, -1, -1 },
  [ILV_HANDOUT_FRAME_NOTES] = { { 12, 12, 9 }, -1, ILV_HANDOUT_INK_RULE, -1 },
  [ILV_HANDOUT_FRAME_VERDICT] = { { 10, 0, 1 }, -1, -1, ILV_HANDOUT_INK_END },
};

const IlvHandoutPadding *
ilv_handout_frame_get_padding (IlvHandoutFrame frame)
{
  return &frames[frame].padding;
}

void
ilv_handout_frame_draw (IlvHandoutFrame frame,
                        cairo_t *cr,
                        double x,
                        double y,
                        double width,
                        double height,
                        gboolean from_right)
{
  static const double dashes[] = { 2, 2.5 };

  cairo_save (cr);
  if (frames[frame].fill >= 0)
    {
      ilv_handout_style_set_ink (cr, frames[frame].fill);
      ilv_handout_style_round (cr, x, y, width, height, frames[frame].bar >= 0 ? 0 : RADIUS);
      cairo_fill (cr);
    }
  if (frames[frame].outline >= 0)
    {
      ilv_handout_style_set_ink (cr, frames[frame].outline);
      ilv_handout_style_round (cr, x + HAIR / 2, y + HAIR / 2, width - HAIR, height - HAIR, RADIUS);
      cairo_set_line_width (cr, HAIR);
      if (frame == ILV_HANDOUT_FRAME_NOTES)
        cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_stroke (cr);
    }
  if (frames[frame].bar >= 0)
    {
      ilv_handout_style_set_ink (cr, frames[frame].bar);
      cairo_rectangle (cr, from_right ? x + width - BAR_WIDTH : x, y, BAR_WIDTH, height);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}
