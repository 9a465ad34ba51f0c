/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-span.h"

G_BEGIN_DECLS

/* The number of task colours before they repeat. */
#define ILV_N_TASK_COLOURS 8

/* The shade of a lane on a light ground. */
#define ILV_PALETTE_LANE_SHADE 0xf4

/* The patterns of the tasks repeat after so many pixels, down and across. */
#define ILV_PALETTE_PATTERN_SIZE 8

/* How much of ilv_palette_get_text_colour() is in what a pattern is drawn with. */
#define ILV_PALETTE_PATTERN_STRENGTH 0.55

/* How far apart any two colours of the standard palette are, see ilv_palette_get_colour(). */
#define ILV_PALETTE_MIN_DIFFERENCE 24

/**
 * IlvColour:
 *
 * An sRGB colour, each part 0 to 255.
 */
typedef struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
} IlvColour;

static inline gboolean
ilv_colour_equal (IlvColour one, IlvColour other)
{
  return one.red == other.red && one.green == other.green && one.blue == other.blue;
}

/**
 * IlvPaletteKind:
 * @ILV_PALETTE_STANDARD: colours that are far apart, and seen on any ground
 * @ILV_PALETTE_OKABE_ITO: Okabe and Ito's own colours
 *
 * A set of task colours.
 */
typedef enum
{
  ILV_PALETTE_STANDARD,
  ILV_PALETTE_OKABE_ITO,
} IlvPaletteKind;

/* Which set all of the program uses from now on; what is drawn already keeps its colours until it
 * is drawn anew. May be called from any thread. */
void ilv_palette_set_kind (IlvPaletteKind kind);

/* The palette's index of what stands at place @index of those that are told apart. Which colour a
 * task has says its trace: ilv_trace_info_get_colour(). */
static inline guint
ilv_palette_get_index (guint index)
{
  return index % ILV_N_TASK_COLOURS;
}

/* The task colours, told apart by people with any colour vision: any two differ by a ΔE (CIE 1976) of
 * %ILV_PALETTE_MIN_DIFFERENCE or more, as Okabe and Ito's own do by 16. */
IlvColour ilv_palette_get_colour (guint index, gboolean dark);

/* The colour of text that stands on a task's colour with a contrast of 4.5 : 1 or more. */
IlvColour ilv_palette_get_text_colour (guint index, gboolean dark);

/* The colour of lines, thin bars and outlines of a task: the colour, or one of its hue, that has a
 * contrast of 3 : 1 or more to the ground of a lane. */
IlvColour ilv_palette_get_line_colour (guint index, gboolean dark);

/* Whether the pattern of a task, by which it is told apart in high contrast, has a mark at a pixel (each from 0
 * up to %ILV_PALETTE_PATTERN_SIZE). */
gboolean ilv_palette_has_pattern_at (guint index, guint x, guint y);

/* What such a mark is drawn with. */
IlvColour ilv_palette_get_pattern_colour (guint index, gboolean dark);

G_END_DECLS
