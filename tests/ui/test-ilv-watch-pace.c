/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-record-buffer.h"
#include "ilv-watch-pace.h"

#define MS G_GINT64_CONSTANT (1000000)

static void
work (gint64 cpu_time_ns)
{
  gint64 end_ns = ilv_clock_thread_cpu_time_ns () + cpu_time_ns;

  while (ilv_clock_thread_cpu_time_ns () < end_ns)
    ;
}

static void
wait_for_look (IlvWatchPace *pace, guint wait_ms)
{
  do
    g_usleep ((wait_ms + 1) * 1000);
  while (!ilv_watch_pace_may_look (pace, &wait_ms));
}

/* Whatever a look costs, there are 25 times as much between it and the next. */
static void
test_share (void)
{
  static const gint64 costs_ns[] = { MS, 12 * MS, 3 * MS };
  IlvWatchPace pace = { 0 };

  wait_for_look (&pace, ilv_watch_pace_begin (&pace));
  for (guint i = 0; i < G_N_ELEMENTS (costs_ns); i++)
    {
      gint64 looked_ns = ilv_clock_now_ns ();

      work (costs_ns[i]);
      wait_for_look (&pace, 0);
      g_assert_cmpint (ilv_clock_now_ns () - looked_ns, >=, 24 * costs_ns[i]);
    }
}

/* What a look costs is known in the next run, and what its beginning costs is not taken for that. */
static void
test_next_run (void)
{
  IlvWatchPace pace = { 0 };
  guint wait_ms;

  wait_for_look (&pace, ilv_watch_pace_begin (&pace));
  work (20 * MS);
  if (ilv_watch_pace_may_look (&pace, &wait_ms))
    g_test_message ("The machine was too busy: a look came before it was seen to be dear");
  g_assert_cmpuint (ilv_watch_pace_begin (&pace), >=, 24 * 20);

  work (20 * MS);
  g_assert_cmpuint (ilv_watch_pace_begin (&pace), >=, 24 * 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/watch-pace/share", test_share);
  g_test_add_func ("/ui/watch-pace/next-run", test_next_run);
  return g_test_run ();
}
