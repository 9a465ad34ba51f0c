/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-atoms.h"

#include <string.h>

#include "ilv-block-part.h"

/* What is too tall for a slide is rather made smaller than torn apart: code down to the least size, a text
 * of several paragraphs not as far. */
static const int smaller_sizes[] = { 36, 32, 28 };
#define MIN_SIZE 28
#define MIN_PARAGRAPHS_SIZE 32

typedef struct
{
  guint block;
  int text_size;
  gsize start;
  gsize end;
} HeightKey;

static guint
hash_key (gconstpointer data)
{
  const HeightKey *key = data;

  return key->block * 31 + (guint) key->text_size + (guint) (key->start * 977 + key->end * 131);
}

static gboolean
keys_are_equal (gconstpointer a, gconstpointer b)
{
  const HeightKey *x = a, *y = b;

  return x->block == y->block && x->text_size == y->text_size && x->start == y->start &&
         x->end == y->end;
}

static int
measure_range (IlvTextAtoms *self, guint block, gsize start, gsize end, int text_size)
{
  HeightKey key = { block, text_size, start, end };
  gpointer known;
  g_autoptr (IlvBlock) part = NULL;
  int height;

  if (g_hash_table_lookup_extended (self->heights, &key, NULL, &known))
    return GPOINTER_TO_INT (known);
  part = ilv_block_part_new (self->blocks->pdata[block], start, end);
  height = self->measure->measure (part, text_size, self->measure->width, self->measure->data);
  g_hash_table_insert (self->heights, g_memdup2 (&key, sizeof (key)), GINT_TO_POINTER (height));
  return height;
}

static int
get_gap (IlvTextAtoms *self, guint above, guint block, int text_size)
{
  if (self->measure->gap == NULL)
    return 0;
  return self->measure->gap (self->blocks->pdata[above], self->blocks->pdata[block], text_size,
                             self->measure->data);
}

static void
add_atom (IlvTextAtoms *self, guint block, gsize start, gsize end, int text_size)
{
  IlvTextAtom atom = { block, start, end, text_size };

  g_array_append_val (self->atoms, atom);
}

/* The size at which a range that is too tall fits a slide of its own; 0 where it has to be torn apart. */
static int
find_smaller_size (IlvTextAtoms *self, guint block, gsize start, gsize end, gboolean has_paragraphs)
{
  int least = has_paragraphs ? MIN_PARAGRAPHS_SIZE : MIN_SIZE;

  for (guint i = 0; i < G_N_ELEMENTS (smaller_sizes) && smaller_sizes[i] >= least; i++)
    if (measure_range (self, block, start, end, smaller_sizes[i]) <= self->measure->height)
      return smaller_sizes[i];
  return 0;
}

static void
add_range (IlvTextAtoms *self, guint block, gsize start, gsize end, guint level)
{
  g_autoptr (GArray) breaks = NULL;
  gboolean is_code = ilv_block_get_kind (self->blocks->pdata[block]) == ILV_BLOCK_CODE;
  int size;

  if (measure_range (self, block, start, end, ILV_TEXT_SPLIT_SIZE) <= self->measure->height)
    {
      add_atom (self, block, start, end, 0);
      return;
    }
  if (is_code && level == ILV_BLOCK_BREAK_PARAGRAPH)
    level = ILV_BLOCK_BREAK_LINE;
  for (; level < ILV_N_BLOCK_BREAKS; level++)
    {
      g_clear_pointer (&breaks, g_array_unref);
      breaks = ilv_block_part_find_breaks (self->blocks->pdata[block], level, start, end);
      if (breaks->len > 2)
        break;
    }
  size = find_smaller_size (self, block, start, end, level == ILV_BLOCK_BREAK_PARAGRAPH);
  if (size > 0 || level == ILV_N_BLOCK_BREAKS)
    add_atom (self, block, start, end, size > 0 ? size : MIN_SIZE);
  else
    for (guint i = 0; i + 1 < breaks->len; i++)
      add_range (self, block, g_array_index (breaks, gsize, i), g_array_index (breaks, gsize, i + 1),
                 level + 1);
}

void
ilv_text_atoms_init (IlvTextAtoms *self, GPtrArray *blocks, const IlvDeckMeasure *measure)
{
  g_return_if_fail (blocks != NULL && measure != NULL);

  *self = (IlvTextAtoms){ .blocks = blocks, .measure = measure };
  self->atoms = g_array_new (FALSE, FALSE, sizeof (IlvTextAtom));
  self->heights = g_hash_table_new_full (hash_key, keys_are_equal, g_free, NULL);
  for (guint i = 0; i < blocks->len; i++)
    add_range (self, i, 0, strlen (ilv_block_get_markup (blocks->pdata[i])),
               ILV_BLOCK_BREAK_PARAGRAPH);
}

void
ilv_text_atoms_clear (IlvTextAtoms *self)
{
  g_array_unref (self->atoms);
  g_hash_table_unref (self->heights);
}

guint
ilv_text_atoms_join (IlvTextAtoms *self, guint atom, guint to, IlvTextAtom *joined)
{
  *joined = g_array_index (self->atoms, IlvTextAtom, atom);
  for (atom++; atom < to; atom++)
    {
      const IlvTextAtom *other = &g_array_index (self->atoms, IlvTextAtom, atom);

      if (other->block != joined->block)
        break;
      joined->end = other->end;
    }
  return atom;
}

int
ilv_text_atoms_measure (IlvTextAtoms *self, guint from, guint to, int text_size, int limit)
{
  int height = 0;
  guint above = G_MAXUINT;

  while (from < to && height <= limit)
    {
      IlvTextAtom joined;

      from = ilv_text_atoms_join (self, from, to, &joined);
      if (above != G_MAXUINT)
        height += get_gap (self, above, joined.block, text_size);
      height += measure_range (self, joined.block, joined.start, joined.end, text_size);
      above = joined.block;
    }
  return height;
}
