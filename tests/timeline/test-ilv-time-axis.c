/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-time-axis.h"

#include <math.h>

#define MS G_GINT64_CONSTANT (1000000)

static void
count_notify (G_GNUC_UNUSED GObject *object, GParamSpec *pspec, GHashTable *counts)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pspec->name));

  g_hash_table_insert (counts, (gpointer) pspec->name, GUINT_TO_POINTER (count + 1));
}

static guint
take_count (GHashTable *counts, const char *name)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));

  g_hash_table_remove (counts, name);
  return count;
}

static void
assert_range (IlvTimeAxis *axis, double start_ns, double end_ns)
{
  g_assert_cmpfloat (ilv_time_axis_get_start_ns (axis), ==, start_ns);
  g_assert_cmpfloat (ilv_time_axis_get_end_ns (axis), ==, end_ns);
}

static void
test_new (void)
{
  IlvTimeAxis *axis = ilv_time_axis_new ();

  assert_range (axis, 0, 1);
  g_assert_cmpint (ilv_time_axis_get_limit_ns (axis), ==, 1);
  g_assert_cmpint (ilv_time_axis_get_cursor_ns (axis), ==, -1);
  g_assert_cmpint (ilv_time_axis_get_selected_side (axis), ==, -1);
  g_assert_true (ilv_time_axis_shows_all (axis));

  g_assert_finalize_object (axis);
}

static void
test_limit (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();

  ilv_time_axis_set_limit_ns (axis, 800 * MS);
  assert_range (axis, 0, 800 * MS);

  ilv_time_axis_set_range (axis, 200 * MS, 400 * MS);
  g_assert_false (ilv_time_axis_shows_all (axis));
  ilv_time_axis_set_limit_ns (axis, 1000 * MS);
  assert_range (axis, 200 * MS, 400 * MS);

  /* What no longer fits moves, and what is too long is cut. */
  ilv_time_axis_set_limit_ns (axis, 300 * MS);
  assert_range (axis, 100 * MS, 300 * MS);
  ilv_time_axis_set_limit_ns (axis, 150 * MS);
  assert_range (axis, 0, 150 * MS);
  g_assert_true (ilv_time_axis_shows_all (axis));
}

static void
test_range (void)
{
  static const struct
  {
    double start, end, expected_start, expected_end;
  } rows[] = {
    { 100, 5100, 100, 5100 },     { -500, 4500, 0, 5000 },    { 6000, 11000, 5000, 10000 },
    { -1, 10001, 0, 10000 },      { 5000, 5000, 4500, 5500 }, { 0, 10, 0, 1000 },
    { 9999, 10000, 9000, 10000 }, { 0, 10000, 0, 10000 },
  };
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();

  ilv_time_axis_set_limit_ns (axis, 10000);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ilv_time_axis_set_range (axis, rows[i].start, rows[i].end);
      assert_range (axis, rows[i].expected_start, rows[i].expected_end);
    }
}

static void
test_short_limit (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();

  ilv_time_axis_set_limit_ns (axis, 10);
  ilv_time_axis_zoom (axis, 100, 5);
  assert_range (axis, 0, 10);
  ilv_time_axis_set_range (axis, 3, 4);
  assert_range (axis, 0, 10);
}

static void
test_zoom_keeps_anchor (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();

  ilv_time_axis_set_limit_ns (axis, 800 * MS);
  ilv_time_axis_zoom (axis, 2, 400 * MS);
  assert_range (axis, 200 * MS, 600 * MS);
  ilv_time_axis_zoom (axis, 0.5, 400 * MS);
  assert_range (axis, 0, 800 * MS);

  /* What is off by rounding only shows everything. */
  for (guint i = 0; i < 100; i++)
    {
      double factor = g_test_rand_double_range (1.01, 20);
      double anchor = g_test_rand_double_range (0, 800 * MS);

      ilv_time_axis_zoom (axis, factor, anchor);
      ilv_time_axis_zoom (axis, 1 / factor, anchor);
      g_assert_true (ilv_time_axis_shows_all (axis));
    }

  for (guint i = 0; i < 2000; i++)
    {
      double width = g_test_rand_double_range (100, 2000);
      double x = g_test_rand_double_range (0, width);
      double anchor = ilv_time_axis_from_x (axis, x, width);

      ilv_time_axis_zoom (axis, g_test_rand_double_range (0.5, 2.2), anchor);

      /* At the limits the anchor has to give way; else it stays under the pointer. */
      if (ilv_time_axis_get_start_ns (axis) > 0 && ilv_time_axis_get_end_ns (axis) < 800 * MS)
        g_assert_cmpfloat_with_epsilon (ilv_time_axis_to_x (axis, anchor, width), x, 0.01);

      g_assert_cmpfloat (ilv_time_axis_get_start_ns (axis), >=, 0);
      g_assert_cmpfloat (ilv_time_axis_get_end_ns (axis), <=, 800 * MS);
      g_assert_cmpfloat (ilv_time_axis_get_end_ns (axis) - ilv_time_axis_get_start_ns (axis), >=,
                         ILV_TIME_AXIS_MIN_RANGE_NS - 0.001);
    }

  for (guint i = 0; i < 100; i++)
    ilv_time_axis_zoom (axis, 10, 123 * MS);
  g_assert_cmpfloat_with_epsilon (ilv_time_axis_get_end_ns (axis) -
                                    ilv_time_axis_get_start_ns (axis),
                                  ILV_TIME_AXIS_MIN_RANGE_NS, 0.001);
  for (guint i = 0; i < 100; i++)
    ilv_time_axis_zoom (axis, 0.1, 123 * MS);
  assert_range (axis, 0, 800 * MS);
}

static void
test_pan_and_reveal (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();

  ilv_time_axis_set_limit_ns (axis, 10000);
  ilv_time_axis_set_range (axis, 2000, 4000);
  ilv_time_axis_pan (axis, 500);
  assert_range (axis, 2500, 4500);
  ilv_time_axis_pan (axis, -5000);
  assert_range (axis, 0, 2000);
  ilv_time_axis_pan (axis, 1e12);
  assert_range (axis, 8000, 10000);

  ilv_time_axis_set_range (axis, 2000, 4000);
  ilv_time_axis_reveal (axis, 3000);
  assert_range (axis, 2000, 4000);
  ilv_time_axis_reveal (axis, 1500);
  assert_range (axis, 1500, 3500);
  ilv_time_axis_reveal (axis, 5000);
  assert_range (axis, 3000, 5000);
  ilv_time_axis_reveal (axis, 99999);
  assert_range (axis, 8000, 10000);
}

static void
test_notify_on_change_only (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  g_signal_connect (axis, "notify", G_CALLBACK (count_notify), counts);

  ilv_time_axis_set_limit_ns (axis, 10000);
  g_assert_cmpuint (take_count (counts, "limit-ns"), ==, 1);
  g_assert_cmpuint (take_count (counts, "end-ns"), ==, 1);
  g_assert_cmpuint (take_count (counts, "start-ns"), ==, 0);
  ilv_time_axis_set_limit_ns (axis, 10000);
  ilv_time_axis_show_all (axis);
  ilv_time_axis_set_range (axis, -7, 20000);
  ilv_time_axis_reveal (axis, 5);
  ilv_time_axis_set_cursor_ns (axis, -1);
  ilv_time_axis_set_cursor_ns (axis, -20);
  ilv_time_axis_select (axis, -1, 5);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 0);

  ilv_time_axis_set_range (axis, 1000, 3000);
  g_assert_cmpuint (take_count (counts, "start-ns"), ==, 1);
  g_assert_cmpuint (take_count (counts, "end-ns"), ==, 1);
  ilv_time_axis_set_cursor_ns (axis, 55);
  ilv_time_axis_set_cursor_ns (axis, 55);
  g_assert_cmpuint (take_count (counts, "cursor-ns"), ==, 1);
  ilv_time_axis_select (axis, 1, 7);
  ilv_time_axis_select (axis, 1, 7);
  g_assert_cmpuint (take_count (counts, "selected-side"), ==, 1);
  g_assert_cmpuint (take_count (counts, "selected-span"), ==, 1);
  ilv_time_axis_select (axis, 0, 7);
  g_assert_cmpuint (take_count (counts, "selected-side"), ==, 1);
  g_assert_cmpuint (take_count (counts, "selected-span"), ==, 0);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 0);
}

static void
on_start_changed (IlvTimeAxis *axis, G_GNUC_UNUSED GParamSpec *pspec, gboolean *called)
{
  /* The far end has to be the new one already: a view that redraws now must not see a mixture. */
  assert_range (axis, 1000, 3000);
  *called = TRUE;
}

static void
test_range_changes_at_once (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  gboolean called = FALSE;

  ilv_time_axis_set_limit_ns (axis, 10000);
  g_signal_connect (axis, "notify::start-ns", G_CALLBACK (on_start_changed), &called);
  ilv_time_axis_set_range (axis, 1000, 3000);
  g_assert_true (called);
}

static void
test_x (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();

  ilv_time_axis_set_limit_ns (axis, 10000);
  ilv_time_axis_set_range (axis, 2000, 4000);
  g_assert_cmpfloat (ilv_time_axis_to_x (axis, 2000, 500), ==, 0);
  g_assert_cmpfloat (ilv_time_axis_to_x (axis, 3000, 500), ==, 250);
  g_assert_cmpfloat (ilv_time_axis_to_x (axis, 4000, 500), ==, 500);
  g_assert_cmpfloat (ilv_time_axis_to_x (axis, 1000, 500), ==, -250);
  g_assert_cmpfloat (ilv_time_axis_from_x (axis, 250, 500), ==, 3000);
  g_assert_cmpfloat (ilv_time_axis_from_x (axis, 750, 500), ==, 5000);
}

static void
test_ticks (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();

  ilv_time_axis_set_limit_ns (axis, 880 * MS);
  g_assert_cmpint (ilv_time_axis_get_tick_ns (axis, 360, 60), ==, 200 * MS);
  g_assert_cmpint (ilv_time_axis_get_tick_ns (axis, 880, 100), ==, 100 * MS);
  g_assert_cmpint (ilv_time_axis_get_tick_ns (axis, 880, 101), ==, 200 * MS);
  g_assert_cmpint (ilv_time_axis_get_tick_ns (axis, 880, 201), ==, 500 * MS);
  g_assert_cmpint (ilv_time_axis_get_tick_ns (axis, 880, 501), ==, 1000 * MS);
  ilv_time_axis_set_range (axis, 0, 1000);
  g_assert_cmpint (ilv_time_axis_get_tick_ns (axis, 10000, 1), ==, 1);
  g_assert_cmpint (ilv_time_axis_get_tick_ns (axis, 0, 1), >, 880 * MS);

  ilv_time_axis_set_limit_ns (axis, G_MAXINT64);
  ilv_time_axis_show_all (axis);
  for (double width = 0.5; width < 5000; width *= 1.7)
    {
      gint64 tick = ilv_time_axis_get_tick_ns (axis, width, 80);
      gint64 digit = tick;

      while (digit % 10 == 0)
        digit /= 10;
      g_assert_true (digit == 1 || digit == 2 || digit == 5);
    }
}

/* Both marks bound one range, whichever comes first; both are moved before anybody hears of it. */
static void
test_marks (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 from_ns, to_ns;

  ilv_time_axis_set_limit_ns (axis, 800 * MS);
  g_signal_connect (axis, "notify", G_CALLBACK (count_notify), counts);
  g_assert_false (ilv_time_axis_has_marks (axis));
  g_assert_false (ilv_time_axis_get_marked (axis, &from_ns, &to_ns));

  ilv_time_axis_set_mark (axis, 1, 300 * MS);
  g_assert_cmpuint (take_count (counts, "first-mark-ns"), ==, 0);
  g_assert_cmpuint (take_count (counts, "second-mark-ns"), ==, 1);
  g_assert_true (ilv_time_axis_has_marks (axis));
  g_assert_false (ilv_time_axis_get_marked (axis, &from_ns, &to_ns));
  ilv_time_axis_show_marked (axis);
  g_assert_true (ilv_time_axis_shows_all (axis));

  ilv_time_axis_set_mark (axis, 0, 500 * MS);
  g_assert_true (ilv_time_axis_get_marked (axis, &from_ns, &to_ns));
  g_assert_cmpint (from_ns, ==, 300 * MS);
  g_assert_cmpint (to_ns, ==, 500 * MS);
  ilv_time_axis_show_marked (axis);
  assert_range (axis, 300 * MS, 500 * MS);

  /* What is equal is no range, and no news. */
  ilv_time_axis_set_marks (axis, 300 * MS, 300 * MS);
  g_assert_cmpuint (take_count (counts, "first-mark-ns"), ==, 2);
  g_assert_cmpuint (take_count (counts, "second-mark-ns"), ==, 0);
  g_assert_false (ilv_time_axis_get_marked (axis, &from_ns, &to_ns));

  /* Marks stay within the limit. */
  ilv_time_axis_set_marks (axis, -7, 900 * MS);
  g_assert_cmpint (ilv_time_axis_get_mark_ns (axis, 0), ==, -1);
  g_assert_cmpint (ilv_time_axis_get_mark_ns (axis, 1), ==, 800 * MS);
  ilv_time_axis_set_limit_ns (axis, 400 * MS);
  g_assert_cmpint (ilv_time_axis_get_mark_ns (axis, 1), ==, 400 * MS);
  ilv_time_axis_set_marks (axis, -1, -1);
  g_assert_false (ilv_time_axis_has_marks (axis));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/time-axis/new", test_new);
  g_test_add_func ("/timeline/time-axis/limit", test_limit);
  g_test_add_func ("/timeline/time-axis/range", test_range);
  g_test_add_func ("/timeline/time-axis/short-limit", test_short_limit);
  g_test_add_func ("/timeline/time-axis/zoom-keeps-anchor", test_zoom_keeps_anchor);
  g_test_add_func ("/timeline/time-axis/pan-and-reveal", test_pan_and_reveal);
  g_test_add_func ("/timeline/time-axis/notify-on-change-only", test_notify_on_change_only);
  g_test_add_func ("/timeline/time-axis/range-changes-at-once", test_range_changes_at_once);
  g_test_add_func ("/timeline/time-axis/x", test_x);
  g_test_add_func ("/timeline/time-axis/ticks", test_ticks);
  g_test_add_func ("/timeline/time-axis/marks", test_marks);

  return g_test_run ();
}
