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

/* (transfer full) (element-type utf8): the paragraphs of a block, each of which is a label, as markup for
 * labels. */
GPtrArray *ilv_text_block_split (IlvBlock *block);

/* (transfer none): the label of the last paragraph. */
GtkLabel *ilv_text_block_get_last_label (IlvTextBlock *self);

/* The distance between two blocks, in pixels. */
int ilv_text_block_get_gap (IlvBlockKind above, IlvBlockKind kind, int text_size);

G_END_DECLS
