/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-split.h"

#include <math.h>
#include <string.h>

#include "ilv-block-part.h"
#include "ilv-text-atoms.h"

/* The sizes that are tried before the one that text is split at. */
static const int larger_sizes[] = { 48, 44 };

/* A few words are larger still, where they take less than this share of the slide then. */
#define FEW_WORDS_SIZE 56
#define FEW_WORDS_SHARE 0.5

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
get_kind (IlvTextAtoms *self, guint atom)
{
  return ilv_block_get_kind (self->blocks->pdata[g_array_index (self->atoms, IlvTextAtom, atom).block]);
}

static gboolean
is_item (IlvTextAtoms *self, guint atom)
{
  return atom < self->atoms->len && get_kind (self, atom) == ILV_BLOCK_ITEM;
}

static double
get_list_cost (IlvTextAtoms *self, guint atom)
{
  gboolean first = atom < 2 || !is_item (self, atom - 2);
  gboolean last = !is_item (self, atom + 1);

  return COST_IN_LIST + (first || last ? COST_LONELY_ITEM : 0);
}

/* What it costs to begin a slide with @atom, which is not the first one. */
static double
get_break_cost (IlvTextAtoms *self, guint atom)
{
  const IlvTextAtom *above = &g_array_index (self->atoms, IlvTextAtom, atom - 1);
  const IlvTextAtom *below = &g_array_index (self->atoms, IlvTextAtom, atom);

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
get_page_cost (IlvTextAtoms *self, guint from, guint to, int text_size)
{
  int own_size = g_array_index (self->atoms, IlvTextAtom, from).text_size;
  double height, emptiness;

  if (own_size > 0)
    return to == from + 1 ? COST_PAGE : INFINITY;
  if (g_array_index (self->atoms, IlvTextAtom, to - 1).text_size > 0)
    return INFINITY;
  height = ilv_text_atoms_measure (self, from, to, text_size, self->measure->height);
  if (height > self->measure->height)
    return INFINITY;
  emptiness = 1 - height / self->measure->height;
  return COST_PAGE + COST_EMPTINESS * emptiness * emptiness +
         (height <= LINE_HEIGHT * text_size ? COST_LONELY_LINE : 0);
}

/* The cheapest way to split at a size: @ends holds, for the atom that a slide begins with, the one behind
 * its last. Returns what it costs. */
static double
solve (IlvTextAtoms *self, int text_size, guint *ends)
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
add_page (IlvTextAtoms *self, GPtrArray *pages, guint from, guint to, int text_size)
{
  const IlvTextAtom *first = &g_array_index (self->atoms, IlvTextAtom, from);
  IlvTextPage *page = g_new0 (IlvTextPage, 1);

  page->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  page->text_size = first->text_size > 0 ? first->text_size : text_size;
  page->first = first->block;
  page->offset = first->start;
  while (from < to)
    {
      IlvTextAtom joined;

      from = ilv_text_atoms_join (self, from, to, &joined);
      g_ptr_array_add (page->blocks, ilv_block_part_new (self->blocks->pdata[joined.block],
                                                         joined.start, joined.end));
    }
  g_ptr_array_add (pages, page);
}

/* Few words beside a full slide are larger than what is on that. */
static int
enlarge (IlvTextAtoms *self, guint from, guint to, int text_size)
{
  if (g_array_index (self->atoms, IlvTextAtom, from).text_size > 0)
    return text_size;
  for (guint i = 0; i < G_N_ELEMENTS (larger_sizes) && larger_sizes[i] > text_size; i++)
    {
      int few_words = (int) (FEW_WORDS_SHARE * self->measure->height);

      if (ilv_text_atoms_measure (self, from, to, larger_sizes[i], few_words) <= few_words)
        return larger_sizes[i];
    }
  return text_size;
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
may_fit (IlvTextAtoms *self, int height, int size, guint n_pages)
{
  double growth = (double) size / ILV_TEXT_SPLIT_SIZE;

  return height * growth * growth * MAY_FIT_SHARE <= (double) n_pages * self->measure->height;
}

/* The largest size at which there are no more slides than at the smallest, and none torn worse. */
static int
choose_size (IlvTextAtoms *self, guint *ends)
{
  guint n_atoms = self->atoms->len;
  double cost = solve (self, ILV_TEXT_SPLIT_SIZE, ends);
  guint n_pages = count_pages (ends, n_atoms);
  g_autofree guint *larger_ends = g_new0 (guint, n_atoms);
  int height = ilv_text_atoms_measure (self, 0, n_atoms, ILV_TEXT_SPLIT_SIZE, G_MAXINT);

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
  return ILV_TEXT_SPLIT_SIZE;
}

static void
split (IlvTextAtoms *self, GPtrArray *pages)
{
  g_autofree guint *ends = g_new0 (guint, self->atoms->len);
  int text_size = choose_size (self, ends);

  for (guint from = 0; from < self->atoms->len; from = ends[from])
    add_page (self, pages, from, ends[from], enlarge (self, from, ends[from], text_size));
}

/* The size at which everything fits one slide; 0 for none. */
static int
find_single_size (IlvTextAtoms *self)
{
  guint n_atoms = self->atoms->len;
  int height = self->measure->height, few_words = (int) (FEW_WORDS_SHARE * height);

  for (guint i = 0; i < n_atoms; i++)
    if (g_array_index (self->atoms, IlvTextAtom, i).text_size > 0)
      return n_atoms == 1 ? g_array_index (self->atoms, IlvTextAtom, i).text_size : 0;
  if (ilv_text_atoms_measure (self, 0, n_atoms, ILV_TEXT_SPLIT_SIZE, height) > height)
    return 0;
  if (ilv_text_atoms_measure (self, 0, n_atoms, FEW_WORDS_SIZE, few_words) <= few_words)
    return FEW_WORDS_SIZE;
  for (guint i = 0; i < G_N_ELEMENTS (larger_sizes); i++)
    if (ilv_text_atoms_measure (self, 0, n_atoms, larger_sizes[i], height) <= height)
      return larger_sizes[i];
  return ILV_TEXT_SPLIT_SIZE;
}

GPtrArray *
ilv_text_split (GPtrArray *blocks, const IlvDeckMeasure *measure)
{
  IlvTextAtoms self;
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  int single_size;

  g_return_val_if_fail (blocks != NULL && measure != NULL, pages);

  if (blocks->len == 0)
    return pages;
  ilv_text_atoms_init (&self, blocks, measure);
  single_size = find_single_size (&self);
  if (single_size > 0)
    add_page (&self, pages, 0, self.atoms->len, single_size);
  else
    split (&self, pages);
  ilv_text_atoms_clear (&self);
  return pages;
}
