/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-talk-clock.h"

static gint64
read_time (gpointer data)
{
  return *(gint64 *) data;
}

static void
test_pause (void)
{
  gint64 now_ns = 100;
  g_autoptr (IlvTalkClock) clock = ilv_talk_clock_new (read_time, &now_ns);

  now_ns = 150;
  g_assert_cmpint (ilv_talk_clock_get_elapsed_ns (clock), ==, 50);
  ilv_talk_clock_set_paused (clock, TRUE);
  now_ns = 1000;
  g_assert_cmpint (ilv_talk_clock_get_elapsed_ns (clock), ==, 50);
  ilv_talk_clock_set_paused (clock, FALSE);
  now_ns = 1001;
  g_assert_cmpint (ilv_talk_clock_get_elapsed_ns (clock), ==, 51);
}

/* What is counted from the clock's own beginning does not see that it was begun again. */
static void
test_restart (void)
{
  gint64 now_ns = 100;
  g_autoptr (IlvTalkClock) clock = ilv_talk_clock_new (read_time, &now_ns);

  now_ns = 150;
  ilv_talk_clock_restart (clock);
  g_assert_cmpint (ilv_talk_clock_get_elapsed_ns (clock), ==, 0);
  g_assert_cmpint (ilv_talk_clock_get_total_ns (clock), ==, 50);
  now_ns = 160;
  ilv_talk_clock_set_paused (clock, TRUE);
  now_ns = 200;
  ilv_talk_clock_restart (clock);
  g_assert_true (ilv_talk_clock_is_paused (clock));
  ilv_talk_clock_set_paused (clock, FALSE);
  now_ns = 207;
  g_assert_cmpint (ilv_talk_clock_get_elapsed_ns (clock), ==, 7);
  g_assert_cmpint (ilv_talk_clock_get_total_ns (clock), ==, 67);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/talk/talk-clock/pause", test_pause);
  g_test_add_func ("/talk/talk-clock/restart", test_restart);

  return g_test_run ();
}
