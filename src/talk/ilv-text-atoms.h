/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-deck-measure.h"

G_BEGIN_DECLS

/* The size that text is split at, where it does not fit one slide. */
#define ILV_TEXT_SPLIT_SIZE 40

/**
 * IlvTextAtom:
 * @block: the index of its block
 * @start: where in that block's markup it begins
 * @end: where it ends
 * @text_size: that of a slide of its own, smaller than others; 0 where it can stand with others
 *
 * What is not torn apart: a block, or a part of one that is too tall for a slide.
 */
typedef struct
{
  guint block;
  gsize start;
  gsize end;
  int text_size;
} IlvTextAtom;

/**
 * IlvTextAtoms:
 * @blocks: (element-type IlvBlock): text blocks that follow each other
 * @measure: the measure
 * @atoms: (element-type IlvTextAtom): what they are split into
 * @heights: what is measured already
 *
 * Text that becomes slides. Private to the talk room.
 */
typedef struct
{
  GPtrArray *blocks;
  const IlvDeckMeasure *measure;
  GArray *atoms;
  GHashTable *heights;
} IlvTextAtoms;

/* Borrows both. Blocks that are too tall for a slide are made smaller, or become parts. */
void ilv_text_atoms_init (IlvTextAtoms *self, GPtrArray *blocks, const IlvDeckMeasure *measure);
void ilv_text_atoms_clear (IlvTextAtoms *self);

/* Parts of one block that stand on one slide, of the atoms before @to, are one again there: @joined.
 * Returns: the atom behind them. */
guint ilv_text_atoms_join (IlvTextAtoms *self, guint atom, guint to, IlvTextAtom *joined);

/* The height of the atoms from @from to before @to on one slide; something more than @limit where it is
 * more. */
int ilv_text_atoms_measure (IlvTextAtoms *self, guint from, guint to, int text_size, int limit);

G_END_DECLS
