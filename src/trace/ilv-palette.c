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

/* Okabe and Ito: Color Universal Design, 2008; what is black on a light ground is light on a dark
 * one. */
#define OKABE_ITO                                                                                  \
  { { 0x56, 0xb4, 0xe9 }, BLACK }, { { 0xe6, 0x9f, 0x00 }, BLACK },                              \
    { { 0x00, 0x9e, 0x73 }, BLACK }, { { 0xcc, 0x79, 0xa7 }, BLACK },                              \
    { { 0xf0, 0xe4, 0x42 }, BLACK },                                                               \
    { { 0x00, 0x72, 0xb2 }, WHITE }, { { 0xd5, 0x5e, 0x00 }, BLACK }

static const Paint okabe_ito_paints[2][ILV_N_TASK_COLOURS] = {
  { OKABE_ITO, { { 0x00, 0x00, 0x00 }, WHITE } },
  { OKABE_ITO, { { 0xe0, 0xe0, 0xe0 }, BLACK } },
};

static int chosen_kind = ILV_PALETTE_STANDARD;

static const Paint *
get_paint (guint index, gboolean dark)
{
  if (g_atomic_int_get (&chosen_kind) == ILV_PALETTE_OKABE_ITO)
    return &okabe_ito_paints[dark ? 1 : 0][index % ILV_N_TASK_COLOURS];
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

/**
 * ilv_palette_set_kind:
 * @kind: the set of colours
 */
void
ilv_palette_set_kind (IlvPaletteKind kind)
{
  g_return_if_fail (kind == ILV_PALETTE_STANDARD || kind == ILV_PALETTE_OKABE_ITO);

  g_atomic_int_set (&chosen_kind, (int) kind);
}
