/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-block.h"

G_BEGIN_DECLS

/* A text block that is too long for one slide is split into parts: blocks of the same kind. */

/**
 * IlvBlockBreak:
 * @ILV_BLOCK_BREAK_PARAGRAPH: between two paragraphs of a block
 * @ILV_BLOCK_BREAK_LINE: between two lines, such as those of code
 * @ILV_BLOCK_BREAK_SENTENCE: between two sentences
 * @ILV_BLOCK_BREAK_WORD: between two words
 *
 * Where a block may be split; each kind of place is worse for reading than the one before.
 */
typedef enum
{
  ILV_BLOCK_BREAK_PARAGRAPH,
  ILV_BLOCK_BREAK_LINE,
  ILV_BLOCK_BREAK_SENTENCE,
  ILV_BLOCK_BREAK_WORD,
} IlvBlockBreak;

#define ILV_N_BLOCK_BREAKS 4

/* The marker of a part that is not the first one, of blocks that have no marker of their own. A list
 * item's is then "". */
#define ILV_BLOCK_PART_CONTINUED "…"

/* (transfer full) (element-type gsize): the places of that kind in @block's markup between the bytes
 * @start and @end, both of which are the first and the last of the array. */
GArray *ilv_block_part_find_breaks (IlvBlock *block, IlvBlockBreak kind, gsize start, gsize end);

/* (transfer full): the text of @block from one such place to another; the block itself for all of it. */
IlvBlock *ilv_block_part_new (IlvBlock *block, gsize start, gsize end);

/* Whether it is a part that is not the first one of its block. */
gboolean ilv_block_part_is_continued (IlvBlock *block);

G_END_DECLS
