/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-spread.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ilv-summary.h"

#define LEAST_WITH_QUARTILES 4

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

/* The quantile of @quarters quarters; in whole numbers, so that it is exact. */
static gint64
find_quantile (const gint64 *sorted, guint n_times, guint quarters)
{
  guint place = quarters * (n_times - 1);
  gint64 before = sorted[place / 4];
  gint64 after = sorted[MIN (place / 4 + 1, n_times - 1)];

  return before + ((after - before) * (place % 4) + 2) / 4;
}

void
ilv_spread_compute (IlvSpread *self, const gint64 *times_ns, guint n_times)
{
  g_autofree gint64 *sorted = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (times_ns != NULL && n_times > 0);

  sorted = g_memdup2 (times_ns, n_times * sizeof *times_ns);
  qsort (sorted, n_times, sizeof *sorted, compare_times);
  *self = (IlvSpread){
    .n_times = n_times,
    .least_ns = sorted[0],
    .lower_ns = find_quantile (sorted, n_times, 1),
    .median_ns = find_quantile (sorted, n_times, 2),
    .upper_ns = find_quantile (sorted, n_times, 3),
    .most_ns = sorted[n_times - 1],
  };
}

gboolean
ilv_spread_has_quartiles (const IlvSpread *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_times >= LEAST_WITH_QUARTILES;
}

char *
ilv_spread_describe (const IlvSpread *self)
{
  g_autofree char *median = NULL;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  median = ilv_summary_format_duration (self->median_ns);
  least = ilv_summary_format_duration (self->least_ns);
  most = ilv_summary_format_duration (self->most_ns);
  if (!ilv_spread_has_quartiles (self))
    /* Translators: three times: the median, the shortest and the longest. */
    return g_strdup_printf (_ ("%s (from %s to %s)"), median, least, most);
  lower = ilv_summary_format_duration (self->lower_ns);
  upper = ilv_summary_format_duration (self->upper_ns);
  /* Translators: five times: the median, the lower and the upper quartile, the shortest and the longest. */
  return g_strdup_printf (_ ("%s (the middle half from %s to %s, all from %s to %s)"), median, lower, upper,
                          least, most);
}

char *
ilv_spread_describe_sides (const IlvSpread *left, const IlvSpread *right)
{
  g_autofree char *left_words = NULL;
  g_autofree char *right_words = NULL;

  g_return_val_if_fail (left != NULL && right != NULL, NULL);

  left_words = ilv_spread_describe (left);
  right_words = ilv_spread_describe (right);
  /* Translators: both %s are times such as "803 ms (from 798 ms to 815 ms)". */
  return g_strdup_printf (ngettext ("Median of %u run: left %s, right %s.",
                                    "Median of %u runs like the last: left %s, right %s.",
                                    left->n_times),
                          left->n_times, left_words, right_words);
}
