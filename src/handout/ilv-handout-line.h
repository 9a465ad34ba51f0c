/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-text.h"

G_BEGIN_DECLS

/**
 * IlvHandoutLine:
 *
 * One line of a text, as a row of a handout.
 */
typedef struct _IlvHandoutLine IlvHandoutLine;

/* (transfer full) (element-type IlvHandoutLine): the lines of @text, which begin @indent from the
 * left. @marker: (nullable): stands before the first one. */
GPtrArray *ilv_handout_line_split (IlvHandoutText *text, double indent, IlvHandoutText *marker);

void ilv_handout_line_free (IlvHandoutLine *self);

double ilv_handout_line_get_height (const IlvHandoutLine *self);

/* An #IlvHandoutDrawFunc. */
void ilv_handout_line_draw (gpointer self, cairo_t *cr, double x, double y, gboolean is_pdf);

G_END_DECLS
