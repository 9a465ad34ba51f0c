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

/* Adds a block below the others; removes it again. */
GtkWidget *ilv_text_slide_add_block (IlvTextSlide *self, IlvBlock *block);
void ilv_text_slide_remove_blocks (IlvTextSlide *self);

/* The height of all of its blocks in that width, in pixels. */
int ilv_text_slide_measure_height (IlvTextSlide *self, int width);

G_END_DECLS
