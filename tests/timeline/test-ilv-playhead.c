/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-playhead.h"

typedef struct
{
  guint position, end, rate, playing;
} Counts;

static void
count_notify (G_GNUC_UNUSED GObject *object, GParamSpec *pspec, Counts *counts)
{
  if (g_str_equal (pspec->name, "position-ns"))
    counts->position++;
  else if (g_str_equal (pspec->name, "end-ns"))
    counts->end++;
  else if (g_str_equal (pspec->name, "rate"))
    counts->rate++;
  else if (g_str_equal (pspec->name, "playing"))
    counts->playing++;
}

static void
assert_counts (Counts *counts, guint position, guint end, guint rate, guint playing)
{
  g_assert_cmpuint (counts->position, ==, position);
  g_assert_cmpuint (counts->end, ==, end);
  g_assert_cmpuint (counts->rate, ==, rate);
  g_assert_cmpuint (counts->playing, ==, playing);
  *counts = (Counts){ 0 };
}

static void
test_new (void)
{
  IlvPlayhead *playhead = ilv_playhead_new ();

  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, -1);
  g_assert_cmpint (ilv_playhead_get_end_ns (playhead), ==, 0);
  g_assert_cmpfloat (ilv_playhead_get_rate (playhead), ==, 1);
  g_assert_false (ilv_playhead_is_playing (playhead));

  g_assert_finalize_object (playhead);
}

static void
test_nothing_to_replay (void)
{
  g_autoptr (IlvPlayhead) playhead = ilv_playhead_new ();

  ilv_playhead_set_position_ns (playhead, 50);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, -1);
  ilv_playhead_set_playing (playhead, TRUE);
  g_assert_false (ilv_playhead_is_playing (playhead));
  ilv_playhead_advance (playhead, 1000);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, -1);
}

static void
test_position_is_cut (void)
{
  g_autoptr (IlvPlayhead) playhead = ilv_playhead_new ();

  ilv_playhead_set_end_ns (playhead, 100);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 0);
  ilv_playhead_set_position_ns (playhead, 150);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 100);
  ilv_playhead_set_position_ns (playhead, -5);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 0);
  ilv_playhead_set_position_ns (playhead, 80);
  ilv_playhead_set_end_ns (playhead, 60);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 60);
}

static void
test_advance (void)
{
  g_autoptr (IlvPlayhead) playhead = ilv_playhead_new ();

  ilv_playhead_set_end_ns (playhead, 1000);
  ilv_playhead_advance (playhead, 300);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 0);

  ilv_playhead_set_playing (playhead, TRUE);
  ilv_playhead_advance (playhead, 300);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 300);
  ilv_playhead_set_rate (playhead, 2);
  ilv_playhead_advance (playhead, 300);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 900);
  g_assert_true (ilv_playhead_is_playing (playhead));
  ilv_playhead_advance (playhead, 50);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 1000);
  g_assert_false (ilv_playhead_is_playing (playhead));

  /* Playing from the end starts again. */
  ilv_playhead_set_playing (playhead, TRUE);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 0);
  ilv_playhead_advance (playhead, G_MAXINT64);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 1000);
}

static void
test_slow_replay_loses_nothing (void)
{
  g_autoptr (IlvPlayhead) playhead = ilv_playhead_new ();

  ilv_playhead_set_end_ns (playhead, 1000000);
  ilv_playhead_set_rate (playhead, 1 / 128.0);
  ilv_playhead_set_playing (playhead, TRUE);
  for (guint i = 0; i < 128 * 100; i++)
    ilv_playhead_advance (playhead, 33);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 3300);
}

static void
test_end_of_nothing_stops (void)
{
  g_autoptr (IlvPlayhead) playhead = ilv_playhead_new ();

  ilv_playhead_set_end_ns (playhead, 1000);
  ilv_playhead_set_playing (playhead, TRUE);
  ilv_playhead_set_end_ns (playhead, 0);
  g_assert_false (ilv_playhead_is_playing (playhead));
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, -1);
}

static void
test_notify_on_change_only (void)
{
  g_autoptr (IlvPlayhead) playhead = ilv_playhead_new ();
  Counts counts = { 0 };

  g_signal_connect (playhead, "notify", G_CALLBACK (count_notify), &counts);

  ilv_playhead_set_end_ns (playhead, 0);
  ilv_playhead_set_rate (playhead, 1);
  ilv_playhead_set_playing (playhead, FALSE);
  assert_counts (&counts, 0, 0, 0, 0);

  ilv_playhead_set_end_ns (playhead, 1000);
  assert_counts (&counts, 1, 1, 0, 0);
  ilv_playhead_set_end_ns (playhead, 1000);
  ilv_playhead_set_position_ns (playhead, 0);
  assert_counts (&counts, 0, 0, 0, 0);
  ilv_playhead_set_position_ns (playhead, 70);
  ilv_playhead_set_position_ns (playhead, 70);
  assert_counts (&counts, 1, 0, 0, 0);
  ilv_playhead_set_rate (playhead, 0.25);
  ilv_playhead_set_rate (playhead, 0.25);
  assert_counts (&counts, 0, 0, 1, 0);
  ilv_playhead_set_playing (playhead, TRUE);
  ilv_playhead_set_playing (playhead, TRUE);
  assert_counts (&counts, 0, 0, 0, 1);
  ilv_playhead_advance (playhead, 0);
  ilv_playhead_advance (playhead, 3);
  assert_counts (&counts, 0, 0, 0, 0);
  ilv_playhead_advance (playhead, 1);
  assert_counts (&counts, 1, 0, 0, 0);
  ilv_playhead_advance (playhead, 1000000);
  assert_counts (&counts, 1, 0, 0, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/playhead/new", test_new);
  g_test_add_func ("/timeline/playhead/nothing-to-replay", test_nothing_to_replay);
  g_test_add_func ("/timeline/playhead/position-is-cut", test_position_is_cut);
  g_test_add_func ("/timeline/playhead/advance", test_advance);
  g_test_add_func ("/timeline/playhead/slow-replay", test_slow_replay_loses_nothing);
  g_test_add_func ("/timeline/playhead/end-of-nothing-stops", test_end_of_nothing_stops);
  g_test_add_func ("/timeline/playhead/notify-on-change-only", test_notify_on_change_only);

  return g_test_run ();
}
