/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-format.h"

int
ilv_slide_format_get_width (int screen_width, int screen_height)
{
  static const int widths[] = { 1440, 1728, 1920 };
  int best = widths[G_N_ELEMENTS (widths) - 1];
  double wanted;

  if (screen_width <= 0 || screen_height <= 0)
    return best;
  wanted = (double) screen_width * ILV_SLIDE_HEIGHT / screen_height;
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (ABS (widths[i] - wanted) < ABS (best - wanted))
      best = widths[i];
  return best;
}
