/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-spread.h"

#define MS G_GINT64_CONSTANT (1000000)

static void
assert_spread (const gint64 *times_ns,
               guint n_times,
               gint64 least_ns,
               gint64 lower_ns,
               gint64 median_ns,
               gint64 upper_ns,
               gint64 most_ns)
{
  IlvSpread spread;

  ilv_spread_compute (&spread, times_ns, n_times);
  g_assert_cmpuint (spread.n_times, ==, n_times);
  g_assert_cmpint (spread.least_ns, ==, least_ns);
  g_assert_cmpint (spread.lower_ns, ==, lower_ns);
  g_assert_cmpint (spread.median_ns, ==, median_ns);
  g_assert_cmpint (spread.upper_ns, ==, upper_ns);
  g_assert_cmpint (spread.most_ns, ==, most_ns);
}

/* What R's quantile () answers: c (1, 2, …, 10), 1.75, 5.5 and so on, but here in whole nanoseconds. */
static void
test_quartiles (void)
{
  static const gint64 ten[] = { 1000, 200, 900, 300, 800, 400, 700, 500, 600, 100 };
  static const gint64 five[] = { 50, 40, 30, 20, 10 };
  static const gint64 six[] = { 15, 7, 36, 40, 41, 39 };

  assert_spread (ten, 10, 100, 325, 550, 775, 1000);
  assert_spread (five, 5, 10, 20, 30, 40, 50);
  /* 21, 37.5 and 39.75: halves are rounded up. */
  assert_spread (six, 6, 7, 20, 38, 40, 41);
}

static void
test_few (void)
{
  static const gint64 times_ns[] = { 7, 3, 3 };

  assert_spread (times_ns, 1, 7, 7, 7, 7, 7);
  assert_spread (times_ns, 2, 3, 4, 5, 6, 7);
  assert_spread (times_ns, 3, 3, 3, 3, 5, 7);
}

/* The order of what was given is nobody else's to change. */
static void
test_untouched (void)
{
  gint64 times_ns[] = { 9, 1, 5 };
  IlvSpread spread;

  ilv_spread_compute (&spread, times_ns, G_N_ELEMENTS (times_ns));
  g_assert_cmpint (times_ns[0], ==, 9);
  g_assert_cmpint (times_ns[1], ==, 1);
  g_assert_cmpint (times_ns[2], ==, 5);
}

static void
assert_words (const gint64 *times_ns, guint n_times, const char *expected)
{
  g_autofree char *words = NULL;
  IlvSpread spread;

  ilv_spread_compute (&spread, times_ns, n_times);
  words = ilv_spread_describe (&spread);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  static const gint64 times_ns[] = { 800 * MS, 820 * MS, 700 * MS, 900 * MS, 990 * MS };

  assert_words (times_ns, 3, "800 ms (from 700 ms to 820 ms)");
  assert_words (times_ns, 5, "820 ms (the middle half from 800 ms to 900 ms, all from 700 ms to 990 ms)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/spread/quartiles", test_quartiles);
  g_test_add_func ("/trace/spread/few", test_few);
  g_test_add_func ("/trace/spread/untouched", test_untouched);
  g_test_add_func ("/trace/spread/words", test_words);

  return g_test_run ();
}
