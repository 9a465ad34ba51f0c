/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-measure.h"

#include "ilv-slide-format.h"

static int
measure (IlvBlock *block G_GNUC_UNUSED, int text_size, int width G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return text_size * 2;
}

IlvDeck *
ilv_slide_measure_create_deck (IlvLesson *lesson, int slide_width)
{
  const IlvDeckMeasure parts = {
    .slide_width = slide_width,
    .width = slide_width - 200,
    .height = ILV_SLIDE_HEIGHT - 300,
    .measure = measure,
  };

  return ilv_deck_new (lesson, &parts);
}
