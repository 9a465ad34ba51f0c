/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-interval.h"

typedef struct
{
  guint left;
  guint right;
  gint64 difference_ns;
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  if (first->difference_ns != second->difference_ns)
    return first->difference_ns < second->difference_ns ? -1 : 1;
  if (first->left != second->left)
    return first->left < second->left ? -1 : 1;
  return (first->right > second->right) - (first->right < second->right);
}

static gint64
get_difference_ns (const IlvInterval *a, const IlvInterval *b)
{
  return ABS (a->from_ns - b->from_ns) + ABS (a->until_ns - b->until_ns);
}

static GArray *
find_pairs (const IlvInterval *left,
            guint n_left,
            const IlvInterval *right,
            guint n_right,
            gint64 tolerance_ns)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  guint first = 0;

  for (guint i = 0; i < n_left; i++)
    {
      while (first < n_right && right[first].until_ns < left[i].from_ns - tolerance_ns)
        first++;
      for (guint j = first; j < n_right && right[j].from_ns <= left[i].until_ns + tolerance_ns; j++)
        {
          Pair pair = { i, j, get_difference_ns (&left[i], &right[j]) };

          g_array_append_val (pairs, pair);
        }
    }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

guint *
ilv_intervals_match (const IlvInterval *left,
                     guint n_left,
                     const IlvInterval *right,
                     guint n_right,
                     gint64 tolerance_ns)
{
  g_autoptr (GArray) pairs = find_pairs (left, n_left, right, n_right, tolerance_ns);
  g_autofree gboolean *is_taken = g_new0 (gboolean, n_right);
  guint *partners = g_new (guint, n_left);

  for (guint i = 0; i < n_left; i++)
    partners[i] = ILV_NO_PARTNER;
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (partners[pair->left] != ILV_NO_PARTNER || is_taken[pair->right])
        continue;
      partners[pair->left] = pair->right;
      is_taken[pair->right] = TRUE;
    }
  return partners;
}
