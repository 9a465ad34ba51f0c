/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-block.h"

G_BEGIN_DECLS

/**
 * IlvDeckMeasure:
 * @slide_width: how wide slides are; 1080 are their lines
 * @width: the width that text may have
 * @height: the height that the text of one slide may have
 * @measure: the height of a text block at a text size
 * @gap: (nullable): the distance between two blocks at a text size; %NULL where @measure holds it
 * @data: their data
 *
 * How much room text takes, which only who draws it knows; all in pixels of a slide of 1080 lines.
 */
typedef struct
{
  int slide_width;
  int width;
  int height;
  int (*measure) (IlvBlock *block, int text_size, int width, gpointer data);
  int (*gap) (IlvBlock *above, IlvBlock *block, int text_size, gpointer data);
  gpointer data;
} IlvDeckMeasure;

G_END_DECLS
