/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-interval.h"

#define TOLERANCE 50

static void
assert_partners (const IlvInterval *left,
                 guint n_left,
                 const IlvInterval *right,
                 guint n_right,
                 const guint *expected)
{
  g_autofree guint *partners = ilv_intervals_match (left, n_left, right, n_right, TOLERANCE);

  for (guint i = 0; i < n_left; i++)
    g_assert_cmpuint (partners[i], ==, expected[i]);
}

static void
test_same (void)
{
  const IlvInterval left[] = { { 0, 100 }, { 1000, 1100 }, { 5000, 9000 } };
  const IlvInterval right[] = { { 3, 98 }, { 990, 1104 }, { 5100, 9100 } };

  assert_partners (left, 3, right, 3, (guint[]){ 0, 1, 2 });
}

static void
test_missing (void)
{
  const IlvInterval left[] = { { 0, 100 }, { 1000, 1100 }, { 5000, 9000 } };
  const IlvInterval right[] = { { 3, 98 }, { 5100, 9100 } };

  assert_partners (left, 3, right, 2, (guint[]){ 0, ILV_NO_PARTNER, 1 });
  assert_partners (left, 3, NULL, 0,
                   (guint[]){ ILV_NO_PARTNER, ILV_NO_PARTNER, ILV_NO_PARTNER });
  assert_partners (right, 2, left, 3, (guint[]){ 0, 2 });
}

/* Just within the tolerance, and just beyond it. */
static void
test_tolerance (void)
{
  const IlvInterval left[] = { { 1000, 1010 }, { 2000, 2010 }, { 3000, 3010 }, { 4000, 4010 } };
  const IlvInterval right[] = { { 1060, 1070 }, { 1940, 1950 }, { 3061, 3070 }, { 3940, 3949 } };

  assert_partners (left, 4, right, 4, (guint[]){ 0, 1, ILV_NO_PARTNER, ILV_NO_PARTNER });
}

/* What is not there may not take the partner of its neighbour, although it comes first. */
static void
test_nearest (void)
{
  const IlvInterval left[] = { { 1000, 1005 }, { 1030, 1200 } };
  const IlvInterval right[] = { { 1031, 1198 } };

  assert_partners (left, 2, right, 1, (guint[]){ ILV_NO_PARTNER, 0 });
  assert_partners (right, 1, left, 2, (guint[]){ 1 });
}

/* "Always without a processor" finds one absence, not all. */
static void
test_long_over_many (void)
{
  const IlvInterval left[] = { { 100, 200 }, { 300, 700 }, { 800, 900 } };
  const IlvInterval right[] = { { 0, 1000 } };

  assert_partners (left, 3, right, 1, (guint[]){ ILV_NO_PARTNER, 0, ILV_NO_PARTNER });
}

/* Any two lists: partners belong to one another, are near, and nobody that is free has a free
 * neighbour within reach. */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      IlvInterval lists[2][40];
      guint n[2];
      g_autofree guint *partners = NULL;
      gboolean is_taken[40] = { FALSE };

      for (guint side = 0; side < 2; side++)
        {
          gint64 at = 0;

          n[side] = (guint) g_test_rand_int_range (0, 41);
          for (guint i = 0; i < n[side]; i++)
            {
              at += g_test_rand_int_range (0, 200);
              lists[side][i].from_ns = at;
              at += g_test_rand_int_range (0, 200);
              lists[side][i].until_ns = at;
            }
        }
      partners = ilv_intervals_match (lists[0], n[0], lists[1], n[1], TOLERANCE);
      for (guint i = 0; i < n[0]; i++)
        if (partners[i] != ILV_NO_PARTNER)
          {
            g_assert_cmpuint (partners[i], <, n[1]);
            g_assert_false (is_taken[partners[i]]);
            is_taken[partners[i]] = TRUE;
          }
      for (guint i = 0; i < n[0]; i++)
        for (guint j = 0; j < n[1]; j++)
          {
            gboolean is_near = lists[1][j].from_ns <= lists[0][i].until_ns + TOLERANCE
                               && lists[1][j].until_ns >= lists[0][i].from_ns - TOLERANCE;

            if (partners[i] == j)
              g_assert_true (is_near);
            if (partners[i] == ILV_NO_PARTNER && !is_taken[j])
              g_assert_false (is_near);
          }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/interval/same", test_same);
  g_test_add_func ("/bench/interval/missing", test_missing);
  g_test_add_func ("/bench/interval/tolerance", test_tolerance);
  g_test_add_func ("/bench/interval/nearest", test_nearest);
  g_test_add_func ("/bench/interval/long-over-many", test_long_over_many);
  g_test_add_func ("/bench/interval/random", test_random);
  return g_test_run ();
}
