/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-block.h"

G_BEGIN_DECLS

#define ILV_TYPE_TEXT_BLOCK (ilv_text_block_get_type ())

/**
 * IlvTextBlock:
 *
 * A text block on a slide, in the size of the text around it. Its links cannot be followed: nobody can
 * reach them from a seat.
 */
G_DECLARE_FINAL_TYPE (IlvTextBlock, ilv_text_block, ILV, TEXT_BLOCK, GtkWidget)

GtkWidget *ilv_text_block_new (IlvBlock *block);

/* How wide a block is where @available pixels are: lines of text are as long as can be read well. */
int ilv_text_block_get_width (IlvBlockKind kind, int text_size, int available);

/* The distance between two blocks, in pixels. */
int ilv_text_block_get_gap (IlvBlockKind above, IlvBlockKind kind, int text_size);

G_END_DECLS
