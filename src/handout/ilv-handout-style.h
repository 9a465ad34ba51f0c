/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * IlvHandoutFont:
 * @ILV_HANDOUT_FONT_COURSE: the title of a course
 * @ILV_HANDOUT_FONT_LESSON: the title of a lesson
 * @ILV_HANDOUT_FONT_SECTION: the title of a section
 * @ILV_HANDOUT_FONT_HEADING: a heading in a section, the title of an experiment
 * @ILV_HANDOUT_FONT_LEAD: what a lesson is about, below its title
 * @ILV_HANDOUT_FONT_BODY: text
 * @ILV_HANDOUT_FONT_SMALL: sources, notes
 * @ILV_HANDOUT_FONT_CAPTION: labels, running titles, page numbers
 * @ILV_HANDOUT_FONT_FIGURE: a figure under a timeline
 * @ILV_HANDOUT_FONT_CODE: code
 *
 * The sizes of letters on a handout.
 */
typedef enum
{
  ILV_HANDOUT_FONT_COURSE,
  ILV_HANDOUT_FONT_LESSON,
  ILV_HANDOUT_FONT_SECTION,
  ILV_HANDOUT_FONT_HEADING,
  ILV_HANDOUT_FONT_LEAD,
  ILV_HANDOUT_FONT_BODY,
  ILV_HANDOUT_FONT_SMALL,
  ILV_HANDOUT_FONT_CAPTION,
  ILV_HANDOUT_FONT_FIGURE,
  ILV_HANDOUT_FONT_CODE,
} IlvHandoutFont;

/**
 * IlvHandoutInk:
 * @ILV_HANDOUT_INK_TEXT: text
 * @ILV_HANDOUT_INK_DIM: what stands back
 * @ILV_HANDOUT_INK_RULE: rules and frames
 * @ILV_HANDOUT_INK_LANE: behind a lane, behind code
 * @ILV_HANDOUT_INK_ACCENT: predictions and links
 * @ILV_HANDOUT_INK_ACCENT_TINT: behind them
 * @ILV_HANDOUT_INK_SINCE: the edge of what was added since
 * @ILV_HANDOUT_INK_SINCE_TINT: behind it
 * @ILV_HANDOUT_INK_END: where a run ends, and its verdict
 *
 * The colours of a handout, which is always on white paper.
 */
typedef enum
{
  ILV_HANDOUT_INK_TEXT,
  ILV_HANDOUT_INK_DIM,
  ILV_HANDOUT_INK_RULE,
  ILV_HANDOUT_INK_LANE,
  ILV_HANDOUT_INK_ACCENT,
  ILV_HANDOUT_INK_ACCENT_TINT,
  ILV_HANDOUT_INK_SINCE,
  ILV_HANDOUT_INK_SINCE_TINT,
  ILV_HANDOUT_INK_END,
} IlvHandoutInk;

/* The families of text, in the order in which they are looked for. */
#define ILV_HANDOUT_FAMILIES "Cantarell, Inter, Noto Sans, DejaVu Sans, sans-serif"
#define ILV_HANDOUT_CODE_FAMILIES "Source Code Pro, Noto Sans Mono, DejaVu Sans Mono, monospace"

/* (transfer full): for layouts whose unit is the point, and which look the same at every
 * resolution. To be used, with all that is made from it, by one thread at a time. */
PangoContext *ilv_handout_style_create_context (void);

/* (transfer full): an empty layout that wraps at @width points. */
PangoLayout *
ilv_handout_style_create_layout (PangoContext *context, IlvHandoutFont font, double width);

void ilv_handout_style_set_ink (cairo_t *cr, IlvHandoutInk ink);

/* The same as an attribute of text. */
PangoAttribute *ilv_handout_style_create_ink (IlvHandoutInk ink);

/* Paths of rectangles with round corners. */
void ilv_handout_style_round (
  cairo_t *cr, double x, double y, double width, double height, double radius);

G_END_DECLS
