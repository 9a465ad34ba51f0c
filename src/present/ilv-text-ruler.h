/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-block.h"

G_BEGIN_DECLS

/**
 * IlvTextRuler:
 *
 * Tells how high blocks of text are on a slide, a hundred times as fast as by making the slide: what
 * surrounds a text is measured once by the widgets that will draw it, and the text alone by what they
 * lay it out with. For the main thread.
 */
typedef struct _IlvTextRuler IlvTextRuler;

IlvTextRuler *ilv_text_ruler_new (void);
void ilv_text_ruler_free (IlvTextRuler *self);

/* The height of @block at @text_size on a slide with @width pixels for text. */
int ilv_text_ruler_measure (IlvTextRuler *self, IlvBlock *block, int text_size, int width);

G_END_DECLS
