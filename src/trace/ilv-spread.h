/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvSpread:
 * @n_times: how many times there are, 1 or more
 * @least_ns: the shortest
 * @lower_ns: the lower quartile
 * @median_ns: the median
 * @upper_ns: the upper quartile
 * @most_ns: the longest
 *
 * How far several times of the same thing lie apart, in nanoseconds.
 *
 * Quartiles are definition 7 of R. J. Hyndman and Y. Fan, “Sample Quantiles in Statistical Packages”, The American
 * Statistician 50 (1996): of n sorted times, the quantile p stands at place 1 + p (n − 1), between two
 * times in proportion. It is what R, NumPy and the QUARTILE.INC of spreadsheets compute, so a class finds
 * the same figures there. The median of an even number is the mean of the two in the middle. Parts of a
 * nanosecond are rounded to the nearest one.
 */
typedef struct
{
  guint n_times;
  gint64 least_ns;
  gint64 lower_ns;
  gint64 median_ns;
  gint64 upper_ns;
  gint64 most_ns;
} IlvSpread;

/* @times_ns: (array length=n_times): ≥ 0, in any order; @n_times: 1 or more. From any thread. */
void ilv_spread_compute (IlvSpread *self, const gint64 *times_ns, guint n_times);

/* Whether its quartiles are worth telling: of less than four times they are hardly more than the times. */
gboolean ilv_spread_has_quartiles (const IlvSpread *self);

/* (transfer full): in words: "803 ms (from 798 ms to 815 ms)", with the quartiles where it has them. */
char *ilv_spread_describe (const IlvSpread *self);

/* (transfer full): the same of both sides of a comparison that was run several times, as a sentence. */
char *ilv_spread_describe_sides (const IlvSpread *left, const IlvSpread *right);

G_END_DECLS
