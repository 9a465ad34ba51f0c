/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-palette.h"

/* Okabe and Ito's hues, begun with GNOME's blue and orange and moved apart: any two differ by a ΔE
 * of 24 or more (their own set: 16) in normal sight, protanopia, deuteranopia and tritanopia. The
 * test of this file computes it. */

#define WHITE                                                                                      \
  {                                                                                                \
    0xff, 0xff, 0xff                                                                               \
  }
#define BLACK                                                                                      \
  {                                                                                                \
    0x00, 0x00, 0x00                                                                               \
  }

typedef struct
{
  IlvColour colour;
  IlvColour text;
} Paint;

static const Paint light_paints[ILV_N_TASK_COLOURS] = {
  { { 0x35, 0x84, 0xe4 }, BLACK }, /* blue */
  { { 0xe6, 0x61, 0x00 }, BLACK }, /* orange */
  { { 0x0d, 0x5d, 0x46 }, WHITE }, /* green */
  { { 0xca, 0x6d, 0x9f }, BLACK }, /* reddish purple */
  { { 0xf1, 0xc3, 0x00 }, BLACK }, /* yellow */
  { { 0x64, 0xd6, 0xfa }, BLACK }, /* sky blue */
  { { 0x7f, 0x39, 0x04 }, WHITE }, /* brown */
  { { 0x1f, 0x18, 0x57 }, WHITE }, /* nearly black */
};

static const Paint dark_paints[ILV_N_TASK_COLOURS] = {
  { { 0x62, 0xa0, 0xea }, BLACK }, /* blue */
  { { 0xff, 0x78, 0x00 }, BLACK }, /* orange */
  { { 0x33, 0x76, 0x4e }, WHITE }, /* green */
  { { 0xc9, 0x87, 0xa4 }, BLACK }, /* reddish purple */
  { { 0xe1, 0xd1, 0x81 }, BLACK }, /* yellow */
  { { 0xa4, 0xf4, 0xfe }, BLACK }, /* sky blue */
  { { 0x9e, 0x4f, 0x0e }, WHITE }, /* brown */
  { { 0xda, 0xf7, 0xd0 }, BLACK }, /* nearly white */
};

static const Paint *
get_paint (guint index, gboolean dark)
{
  return &(dark ? dark_paints : light_paints)[index % ILV_N_TASK_COLOURS];
}

/**
 * ilv_palette_get_colour:
 * @index: an index of the palette, see ilv_palette_get_index()
 * @dark: whether it stands on a dark background
 *
 * Returns: the colour
 */
IlvColour
ilv_palette_get_colour (guint index, gboolean dark)
{
  return get_paint (index, dark)->colour;
}

/**
 * ilv_palette_get_text_colour:
 * @index: an index of the palette, see ilv_palette_get_index()
 * @dark: whether the palette's colour is the one for a dark background
 *
 * Returns: black or white, whichever can be read on the colour
 */
IlvColour
ilv_palette_get_text_colour (guint index, gboolean dark)
{
  return get_paint (index, dark)->text;
}
