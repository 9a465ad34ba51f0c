/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "ilv-handout.h"

G_BEGIN_DECLS

/* How high running titles and page number are, with the room between them and the text, in points.
 */
#define ILV_HANDOUT_HEAD_HEIGHT 30
#define ILV_HANDOUT_FOOT_HEIGHT 28

/* How wide what is between the margins is. */
double ilv_handout_margins_get_width (const IlvHandoutPaper *paper);

/* Draws the running titles above a page. @right: (nullable). */
void ilv_handout_margins_draw_titles (PangoContext *context,
                                      const IlvHandoutPaper *paper,
                                      cairo_t *cr,
                                      const char *left,
                                      const char *right);

/* Draws the number of a page, from 1, below it. */
void ilv_handout_margins_draw_number (
  PangoContext *context, const IlvHandoutPaper *paper, cairo_t *cr, guint page, guint n_pages);

G_END_DECLS
