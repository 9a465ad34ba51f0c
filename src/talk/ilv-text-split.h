/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-deck-measure.h"

G_BEGIN_DECLS

/**
 * IlvTextPage:
 * @blocks: (element-type IlvBlock): its text
 * @text_size: how large it is
 * @first: the index of the block that it begins with
 * @offset: the byte of that block's markup that it begins with
 *
 * The text of one slide.
 */
typedef struct
{
  GPtrArray *blocks;
  int text_size;
  guint first;
  gsize offset;
} IlvTextPage;

/* (transfer full) (element-type IlvTextPage): @blocks, (element-type IlvBlock), text blocks that follow
 * each other, as pages that are as few as can be and of much the same height, in a size of text that can be
 * read from far away. Nothing is left out, and what is told together stays together where it can. */
GPtrArray *ilv_text_split (GPtrArray *blocks, const IlvDeckMeasure *measure);

G_END_DECLS
