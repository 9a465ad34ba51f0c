/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-split.h"

#include <math.h>
#include <string.h>

#include "ilv-block-part.h"

/* The size that text is split at, and the larger ones that are tried before. */
#define SPLIT_SIZE 40
static const int larger_sizes[] = { 48, 44 };

/* A few words are larger still, where they take less than this share of the slide then. */
#define FEW_WORDS_SIZE 56
#define FEW_WORDS_SHARE 0.5

/* What is too tall for a slide is rather made smaller than torn apart: code down to the least size, a text
 * of several paragraphs not as far. */
static const int smaller_sizes[] = { 36, 32, 28 };
#define MIN_SIZE 28
#define MIN_PARAGRAPHS_SIZE 32

/* What a way to split costs. One more slide costs a page; what must not be torn apart costs more. */
#define COST_PAGE 100.0
#define COST_EMPTINESS 40.0 /* times the square of the share that stays empty */
#define COST_LONELY_LINE 80.0
#define COST_AFTER_HEADING 1000.0
#define COST_AFTER_COLON 300.0
#define COST_IN_LIST 10.0
#define COST_LONELY_ITEM 20.0
#define COST_BEFORE_LIST 40.0
#define COST_IN_BLOCK 30.0
#define GAIN_BEFORE_HEADING 10.0
#define GAIN_BEFORE_BOX 15.0

#define LINE_HEIGHT 1.5

/* How much less than by its area text may grow with its size. */
#define MAY_FIT_SHARE 0.7

/* What is not torn apart: a block or a part of one. */
typedef struct
{
  guint block;
  gsize start;
  gsize end;
  int text_size; /* of its own slide; 0 where it stands with others */
} Atom;

typedef struct
{
  guint block;
  int text_size;
  gsize start;
  gsize end;
} HeightKey;

typedef struct
{
  GPtrArray *blocks;
  const IlvDeckMeasure *measure;
  GArray *atoms;
  GHashTable *heights; /* HeightKey → int */
} Splitter;

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
measure_range (Splitter *self, guint block, gsize start, gsize end, int text_size)
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
get_gap (Splitter *self, guint above, guint block, int text_size)
{
  if (self->measure->gap == NULL)
    return 0;
  return self->measure->gap (self->blocks->pdata[above], self->blocks->pdata[block], text_size,
                             self->measure->data);
}

/* Parts of one block that stand on one slide are one again there. Returns the atom behind them. */
static guint
join_parts (Splitter *self, guint atom, guint to, Atom *joined)
{
  *joined = g_array_index (self->atoms, Atom, atom);
  for (atom++; atom < to; atom++)
    {
      const Atom *other = &g_array_index (self->atoms, Atom, atom);

      if (other->block != joined->block)
        break;
      joined->end = other->end;
    }
  return atom;
}

/* Stops where it is more than @limit: most sizes are far too large. */
static int
get_height (Splitter *self, guint from, guint to, int text_size, int limit)
{
  int height = 0;
  guint above = G_MAXUINT;

  while (from < to && height <= limit)
    {
      Atom joined;

      from = join_parts (self, from, to, &joined);
      if (above != G_MAXUINT)
        height += get_gap (self, above, joined.block, text_size);
      height += measure_range (self, joined.block, joined.start, joined.end, text_size);
      above = joined.block;
    }
  return height;
}

static void
add_atom (Splitter *self, guint block, gsize start, gsize end, int text_size)
{
  Atom atom = { block, start, end, text_size };

  g_array_append_val (self->atoms, atom);
}

/* The size at which a range that is too tall fits a slide of its own; 0 where it has to be torn apart. */
static int
find_smaller_size (Splitter *self, guint block, gsize start, gsize end, gboolean has_paragraphs)
{
  int least = has_paragraphs ? MIN_PARAGRAPHS_SIZE : MIN_SIZE;

  for (guint i = 0; i < G_N_ELEMENTS (smaller_sizes) && smaller_sizes[i] >= least; i++)
    if (measure_range (self, block, start, end, smaller_sizes[i]) <= self->measure->height)
      return smaller_sizes[i];
  return 0;
}

static void
add_range (Splitter *self, guint block, gsize start, gsize end, guint level)
{
  g_autoptr (GArray) breaks = NULL;
  gboolean is_code = ilv_block_get_kind (self->blocks->pdata[block]) == ILV_BLOCK_CODE;
  int size;

  if (measure_range (self, block, start, end, SPLIT_SIZE) <= self->measure->height)
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

/* Whether what stands before byte @end announces something. */
static gboolean
ends_with_colon (const char *markup, gsize end)
{
  while (end > 0)
    {
      if (strchr (" \n", markup[end - 1]) != NULL)
        end--;
      else if (markup[end - 1] == '>')
        while (end > 0 && markup[--end] != '<')
          ;
      else
        return markup[end - 1] == ':';
    }
  return FALSE;
}

static IlvBlockKind
get_kind (Splitter *self, guint atom)
{
  return ilv_block_get_kind (self->blocks->pdata[g_array_index (self->atoms, Atom, atom).block]);
}

static gboolean
is_item (Splitter *self, guint atom)
{
  return atom < self->atoms->len && get_kind (self, atom) == ILV_BLOCK_ITEM;
}

static double
get_list_cost (Splitter *self, guint atom)
{
  gboolean first = atom < 2 || !is_item (self, atom - 2);
  gboolean last = !is_item (self, atom + 1);

  return COST_IN_LIST + (first || last ? COST_LONELY_ITEM : 0);
}

/* What it costs to begin a slide with @atom, which is not the first one. */
static double
get_break_cost (Splitter *self, guint atom)
{
  const Atom *above = &g_array_index (self->atoms, Atom, atom - 1);
  const Atom *below = &g_array_index (self->atoms, Atom, atom);

  if (above->block == below->block)
    return COST_IN_BLOCK;
  if (get_kind (self, atom - 1) == ILV_BLOCK_HEADING)
    return COST_AFTER_HEADING;
  if (ends_with_colon (ilv_block_get_markup (self->blocks->pdata[above->block]), above->end))
    return COST_AFTER_COLON;
  if (is_item (self, atom - 1) && is_item (self, atom))
    return get_list_cost (self, atom);
  switch (get_kind (self, atom))
    {
    case ILV_BLOCK_ITEM:
      return COST_BEFORE_LIST;
    case ILV_BLOCK_HEADING:
      return -GAIN_BEFORE_HEADING;
    case ILV_BLOCK_SINCE:
      return -GAIN_BEFORE_BOX;
    default:
      return 0;
    }
}

/* What a slide of these atoms costs; INFINITY where they do not fit. */
static double
get_page_cost (Splitter *self, guint from, guint to, int text_size)
{
  int own_size = g_array_index (self->atoms, Atom, from).text_size;
  double height, emptiness;

  if (own_size > 0)
    return to == from + 1 ? COST_PAGE : INFINITY;
  if (g_array_index (self->atoms, Atom, to - 1).text_size > 0)
    return INFINITY;
  height = get_height (self, from, to, text_size, self->measure->height);
  if (height > self->measure->height)
    return INFINITY;
  emptiness = 1 - height / self->measure->height;
  return COST_PAGE + COST_EMPTINESS * emptiness * emptiness +
         (height <= LINE_HEIGHT * text_size ? COST_LONELY_LINE : 0);
}

/* The cheapest way to split at a size: @ends holds, for the atom that a slide begins with, the one behind
 * its last. Returns what it costs. */
static double
solve (Splitter *self, int text_size, guint *ends)
{
  guint n_atoms = self->atoms->len;
  g_autofree double *costs = g_new0 (double, n_atoms + 1);

  for (guint from = n_atoms; from-- > 0;)
    {
      costs[from] = INFINITY;
      for (guint to = from + 1; to <= n_atoms; to++)
        {
          double page = get_page_cost (self, from, to, text_size);
          double cost = page + costs[to] + (to < n_atoms ? get_break_cost (self, to) : 0);

          if (isinf (page))
            break;
          if (cost < costs[from])
            {
              costs[from] = cost;
              ends[from] = to;
            }
        }
    }
  return costs[0];
}

static void
page_free (IlvTextPage *page)
{
  g_ptr_array_unref (page->blocks);
  g_free (page);
}

static void
add_page (Splitter *self, GPtrArray *pages, guint from, guint to, int text_size)
{
  const Atom *first = &g_array_index (self->atoms, Atom, from);
  IlvTextPage *page = g_new0 (IlvTextPage, 1);

  page->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  page->text_size = first->text_size > 0 ? first->text_size : text_size;
  page->first = first->block;
  page->offset = first->start;
  while (from < to)
    {
      Atom joined;

      from = join_parts (self, from, to, &joined);
      g_ptr_array_add (page->blocks, ilv_block_part_new (self->blocks->pdata[joined.block],
                                                         joined.start, joined.end));
    }
  g_ptr_array_add (pages, page);
}

static guint
count_pages (const guint *ends, guint n_atoms)
{
  guint n_pages = 0;

  for (guint from = 0; from < n_atoms; from = ends[from])
    n_pages++;
  return n_pages;
}

/* Whether text of that height, at the least size, can fit so many slides at @size: it grows in both
 * directions. Only what may be so is measured. */
static gboolean
may_fit (Splitter *self, int height, int size, guint n_pages)
{
  double growth = (double) size / SPLIT_SIZE;

  return height * growth * growth * MAY_FIT_SHARE <= (double) n_pages * self->measure->height;
}

/* The largest size at which there are no more slides than at the smallest, and none torn worse. */
static int
choose_size (Splitter *self, guint *ends)
{
  guint n_atoms = self->atoms->len;
  double cost = solve (self, SPLIT_SIZE, ends);
  guint n_pages = count_pages (ends, n_atoms);
  g_autofree guint *larger_ends = g_new0 (guint, n_atoms);
  int height = get_height (self, 0, n_atoms, SPLIT_SIZE, G_MAXINT);

  for (guint i = 0; i < G_N_ELEMENTS (larger_sizes); i++)
    {
      double larger_cost = may_fit (self, height, larger_sizes[i], n_pages)
                             ? solve (self, larger_sizes[i], larger_ends)
                             : INFINITY;

      if (!isinf (larger_cost) && larger_cost <= cost &&
          count_pages (larger_ends, n_atoms) == n_pages)
        {
          memcpy (ends, larger_ends, n_atoms * sizeof (guint));
          return larger_sizes[i];
        }
    }
  return SPLIT_SIZE;
}

static void
split (Splitter *self, GPtrArray *pages)
{
  g_autofree guint *ends = g_new0 (guint, self->atoms->len);
  int text_size = choose_size (self, ends);

  for (guint from = 0; from < self->atoms->len; from = ends[from])
    add_page (self, pages, from, ends[from], text_size);
}

/* The size at which everything fits one slide; 0 for none. */
static int
find_single_size (Splitter *self)
{
  guint n_atoms = self->atoms->len;
  int height = self->measure->height, few_words = (int) (FEW_WORDS_SHARE * height);

  for (guint i = 0; i < n_atoms; i++)
    if (g_array_index (self->atoms, Atom, i).text_size > 0)
      return n_atoms == 1 ? g_array_index (self->atoms, Atom, i).text_size : 0;
  if (get_height (self, 0, n_atoms, SPLIT_SIZE, height) > height)
    return 0;
  if (get_height (self, 0, n_atoms, FEW_WORDS_SIZE, few_words) <= few_words)
    return FEW_WORDS_SIZE;
  for (guint i = 0; i < G_N_ELEMENTS (larger_sizes); i++)
    if (get_height (self, 0, n_atoms, larger_sizes[i], height) <= height)
      return larger_sizes[i];
  return SPLIT_SIZE;
}

GPtrArray *
ilv_text_split (GPtrArray *blocks, const IlvDeckMeasure *measure)
{
  Splitter self = { .blocks = blocks, .measure = measure };
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  int single_size;

  g_return_val_if_fail (blocks != NULL && measure != NULL, pages);

  if (blocks->len == 0)
    return pages;
  self.atoms = g_array_new (FALSE, FALSE, sizeof (Atom));
  self.heights = g_hash_table_new_full (hash_key, keys_are_equal, g_free, NULL);
  for (guint i = 0; i < blocks->len; i++)
    add_range (&self, i, 0, strlen (ilv_block_get_markup (blocks->pdata[i])),
               ILV_BLOCK_BREAK_PARAGRAPH);
  single_size = find_single_size (&self);
  if (single_size > 0)
    add_page (&self, pages, 0, self.atoms->len, single_size);
  else
    split (&self, pages);
  g_array_unref (self.atoms);
  g_hash_table_unref (self.heights);
  return pages;
}
