/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-slide.h"

G_BEGIN_DECLS

#define ILV_TYPE_TEXT_SLIDE (ilv_text_slide_get_type ())

/**
 * IlvTextSlide:
 *
 * The text blocks of a slide of text below each other, at its text size.
 */
G_DECLARE_FINAL_TYPE (IlvTextSlide, ilv_text_slide, ILV, TEXT_SLIDE, GtkWidget)

/* (transfer floating) */
GtkWidget *ilv_text_slide_new (IlvSlide *slide);

/* (transfer floating): one for text of that size, without any; for measuring. */
GtkWidget *ilv_text_slide_new_empty (int text_size);

/* (transfer none): the view of @block, which is added below the others. */
GtkWidget *ilv_text_slide_add_block (IlvTextSlide *self, IlvBlock *block);

G_END_DECLS
