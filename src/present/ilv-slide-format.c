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

void
ilv_slide_format_get_places (int slide_width, IlvSlidePlaces *places)
{
  int margin = slide_width / 20;
  int width = slide_width - 2 * margin;

  g_return_if_fail (places != NULL);

  places->title = (GdkRectangle){ margin, 52, width, 124 };
  places->content = (GdkRectangle){ margin, 204, width, 772 };
  places->foot = (GdkRectangle){ margin, 1000, width, 40 };
}
