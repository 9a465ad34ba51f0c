/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-measure.h"

#include "ilv-slide-format.h"
#include "ilv-text-block.h"
#include "ilv-text-ruler.h"

static int
measure (IlvBlock *block, int text_size, int width, gpointer data)
{
  return ilv_text_ruler_measure (data, block, text_size, width);
}

static int
get_gap (IlvBlock *above, IlvBlock *block, int text_size, gpointer data G_GNUC_UNUSED)
{
  return ilv_text_block_get_gap (ilv_block_get_kind (above), ilv_block_get_kind (block), text_size);
}

IlvDeck *
ilv_slide_measure_create_deck (IlvLesson *lesson, int slide_width)
{
  IlvTextRuler *ruler = ilv_text_ruler_new ();
  IlvDeckMeasure deck_measure = { .slide_width = slide_width, .measure = measure, .gap = get_gap };
  IlvSlidePlaces places;
  IlvDeck *deck;

  ilv_slide_format_get_places (slide_width, &places);
  deck_measure.width = places.content.width;
  deck_measure.height = places.content.height;
  deck_measure.data = ruler;
  deck = ilv_deck_new (lesson, &deck_measure);
  ilv_text_ruler_free (ruler);
  return deck;
}
