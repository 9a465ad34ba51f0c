/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-palette.h"

/* Begun with GNOME's blue, an orange and Okabe and Ito's other hues, and moved until two things hold:
 * any two differ by a ΔE of 24 or more in normal sight, protanopia, deuteranopia and tritanopia, and
 * each has a contrast of 3 : 1 or more to the ground of a lane, whatever theme it is drawn in. The test
 * of this file computes both. */

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
  IlvColour line;
} Paint;

/* A colour that can be seen on any ground of its theme, and so is its own line. */
#define PLAIN(red, green, blue, text)                                                              \
  {                                                                                                \
    { red, green, blue }, text, { red, green, blue }                                               \
  }

static const Paint light_paints[ILV_N_TASK_COLOURS] = {
  PLAIN (0x1c, 0x71, 0xd8, WHITE), /* blue */
  PLAIN (0xd2, 0x51, 0x0f, BLACK), /* orange */
  PLAIN (0x01, 0x57, 0x43, WHITE), /* green */
  PLAIN (0xc0, 0x55, 0x9b, BLACK), /* reddish purple */
  PLAIN (0x94, 0x78, 0x4d, BLACK), /* ochre */
  PLAIN (0x0a, 0x21, 0x2c, WHITE), /* nearly black */
  PLAIN (0x6b, 0x2f, 0x05, WHITE), /* brown */
  PLAIN (0x41, 0x1d, 0x62, WHITE), /* violet */
};

static const Paint dark_paints[ILV_N_TASK_COLOURS] = {
  PLAIN (0x62, 0xa0, 0xea, BLACK), /* blue */
  PLAIN (0xef, 0x7f, 0x25, BLACK), /* orange */
  PLAIN (0x83, 0xaf, 0x6b, BLACK), /* green */
  PLAIN (0xda, 0x89, 0xb4, BLACK), /* reddish purple */
  PLAIN (0xff, 0xe1, 0x46, BLACK), /* yellow */
  PLAIN (0x70, 0xe5, 0xff, BLACK), /* sky blue */
  PLAIN (0xad, 0xf4, 0x90, BLACK), /* lime */
  PLAIN (0xf8, 0xff, 0xf5, BLACK), /* nearly white */
};

/* Okabe and Ito: Color Universal Design, 2008; what is black on a light ground is light on a dark
 * one. Some of them need a line around them to be seen: the same hue, darker or lighter. */
static const Paint okabe_ito_paints[2][ILV_N_TASK_COLOURS] = {
  {
    { { 0x56, 0xb4, 0xe9 }, BLACK, { 0x3d, 0x83, 0xaa } },
    { { 0xe6, 0x9f, 0x00 }, BLACK, { 0xa6, 0x71, 0x00 } },
    { { 0x00, 0x9e, 0x73 }, BLACK, { 0x00, 0x8d, 0x66 } },
    { { 0xcc, 0x79, 0xa7 }, BLACK, { 0xac, 0x65, 0x8c } },
    { { 0xf0, 0xe4, 0x42 }, BLACK, { 0x85, 0x7e, 0x20 } },
    PLAIN (0x00, 0x72, 0xb2, WHITE),
    { { 0xd5, 0x5e, 0x00 }, BLACK, { 0xcc, 0x59, 0x00 } },
    PLAIN (0x00, 0x00, 0x00, WHITE),
  },
  {
    PLAIN (0x56, 0xb4, 0xe9, BLACK),
    PLAIN (0xe6, 0x9f, 0x00, BLACK),
    { { 0x00, 0x9e, 0x73 }, BLACK, { 0x5b, 0xac, 0x8b } },
    { { 0xcc, 0x79, 0xa7 }, BLACK, { 0xcf, 0x86, 0xae } },
    PLAIN (0xf0, 0xe4, 0x42, BLACK),
    { { 0x00, 0x72, 0xb2 }, WHITE, { 0x80, 0x9f, 0xc6 } },
    { { 0xd5, 0x5e, 0x00 }, BLACK, { 0xdc, 0x87, 0x6b } },
    PLAIN (0xe0, 0xe0, 0xe0, BLACK),
  },
};

/* One bit a pixel, for each task colour: plain, lines, bars, both diagonals, dots, net, checks. */
static const guint8 patterns[ILV_N_TASK_COLOURS][ILV_PALETTE_PATTERN_SIZE] = {
  { 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00 },
  { 0x00, 0x00, 0x00, 0xff, 0x00, 0x00, 0x00, 0xff },
  { 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11 },
  { 0x81, 0xc0, 0x60, 0x30, 0x18, 0x0c, 0x06, 0x03 },
  { 0x81, 0x03, 0x06, 0x0c, 0x18, 0x30, 0x60, 0xc0 },
  { 0x66, 0x66, 0x00, 0x00, 0x66, 0x66, 0x00, 0x00 },
  { 0xff, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01 },
  { 0xf0, 0xf0, 0xf0, 0xf0, 0x0f, 0x0f, 0x0f, 0x0f },
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
 * ilv_palette_get_line_colour:
 * @index: an index of the palette, see ilv_palette_get_index()
 * @dark: whether it stands on a dark background
 *
 * Returns: the palette's colour where that can be seen on the background, or a darker or lighter one
 */
IlvColour
ilv_palette_get_line_colour (guint index, gboolean dark)
{
  return get_paint (index, dark)->line;
}

/**
 * ilv_palette_has_pattern_at:
 * @index: an index of the palette, see ilv_palette_get_index()
 * @x: how far to the right, less than %ILV_PALETTE_PATTERN_SIZE
 * @y: how far down, less than %ILV_PALETTE_PATTERN_SIZE
 *
 * Returns: whether the pattern has a mark there
 */
gboolean
ilv_palette_has_pattern_at (guint index, guint x, guint y)
{
  g_return_val_if_fail (x < ILV_PALETTE_PATTERN_SIZE && y < ILV_PALETTE_PATTERN_SIZE, FALSE);

  return (patterns[index % ILV_N_TASK_COLOURS][y] >> x & 1) != 0;
}

/**
 * ilv_palette_get_pattern_colour:
 * @index: an index of the palette, see ilv_palette_get_index()
 * @dark: whether it stands on a dark background
 *
 * Returns: a colour between that of the task and that of text on it
 */
IlvColour
ilv_palette_get_pattern_colour (guint index, gboolean dark)
{
  IlvColour colour = ilv_palette_get_colour (index, dark);
  IlvColour text = ilv_palette_get_text_colour (index, dark);

  return (IlvColour){
    (guint8) (colour.red + (text.red - colour.red) * ILV_PALETTE_PATTERN_STRENGTH + 0.5),
    (guint8) (colour.green + (text.green - colour.green) * ILV_PALETTE_PATTERN_STRENGTH + 0.5),
    (guint8) (colour.blue + (text.blue - colour.blue) * ILV_PALETTE_PATTERN_STRENGTH + 0.5),
  };
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
