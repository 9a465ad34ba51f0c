/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-block.h"
#include "ilv-glossary.h"

G_BEGIN_DECLS

#define ILV_TYPE_BLOCK_VIEW (ilv_block_view_get_type ())

/**
 * IlvBlockView:
 *
 * A block of text: heading, paragraph, list item, quotation, code, or a "Since the notes were
 * written" box.
 */
G_DECLARE_FINAL_TYPE (IlvBlockView, ilv_block_view, ILV, BLOCK_VIEW, GtkWidget)

GtkWidget *ilv_block_view_new (IlvBlock *block);

/* (nullable): the words that links to the glossary open. */
void ilv_block_view_set_glossary (IlvBlockView *self, IlvGlossary *glossary);

G_END_DECLS
