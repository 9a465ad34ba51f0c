/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-margins.h"

#include <glib/gi18n-lib.h>

#include "ilv-handout-style.h"

/* All in points. */
#define RULE_Y 14
#define NUMBER_HEIGHT 11
#define GAP 12
#define MIN_WIDTH 72

/* @text, one line of it, at the left edge (@align 0) or the right one (1). */
static void
draw_text (PangoContext *context,
           const IlvHandoutPaper *paper,
           cairo_t *cr,
           const char *text,
           double y,
           double align)
{
  double width = ilv_handout_margins_get_width (paper);
  g_autoptr (PangoLayout) layout =
    ilv_handout_style_create_layout (context, ILV_HANDOUT_FONT_CAPTION, (width - GAP) / 2);
  PangoRectangle logical;

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_DIM);
  cairo_move_to (cr,
                 paper->left + align * (width - (double) logical.width / PANGO_SCALE) -
                   (double) logical.x / PANGO_SCALE,
                 y);
  pango_cairo_show_layout (cr, layout);
}

double
ilv_handout_margins_get_width (const IlvHandoutPaper *paper)
{
  return MAX (MIN_WIDTH, paper->width - paper->left - paper->right);
}

void
ilv_handout_margins_draw_titles (PangoContext *context,
                                 const IlvHandoutPaper *paper,
                                 cairo_t *cr,
                                 const char *left,
                                 const char *right)
{
  draw_text (context, paper, cr, left, paper->top, 0);
  if (right != NULL)
    draw_text (context, paper, cr, right, paper->top, 1);
  ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_RULE);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, paper->left, paper->top + RULE_Y);
  cairo_rel_line_to (cr, ilv_handout_margins_get_width (paper), 0);
  cairo_stroke (cr);
}

void
ilv_handout_margins_draw_number (
  PangoContext *context, const IlvHandoutPaper *paper, cairo_t *cr, guint page, guint n_pages)
{
  /* Translators: the number of a page and how many there are. */
  g_autofree char *number = g_strdup_printf (_ ("%u / %u"), page, n_pages);

  draw_text (context, paper, cr, number, paper->height - paper->bottom - NUMBER_HEIGHT, 1);
}
