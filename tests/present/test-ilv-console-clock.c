/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-console-clock.h"
#include "present-test.h"

static gboolean
shows (GtkWidget *clock, const char *text)
{
  return ui_test_find_label (clock, text) != NULL;
}

static void
test_elapsed (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *clock = g_object_ref_sink (ilv_console_clock_new (fixture->presentation));

  g_assert_true (shows (clock, "0:00"));
  fixture->now_ns += 65 * PRESENT_TEST_SECOND;
  ilv_console_clock_refresh (ILV_CONSOLE_CLOCK (clock));
  g_assert_true (shows (clock, "1:05"));
  g_assert_true (shows (clock, "Elapsed"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_PAUSE);
  g_assert_true (shows (clock, "Paused"));
  fixture->now_ns += 60 * PRESENT_TEST_SECOND;
  ilv_console_clock_refresh (ILV_CONSOLE_CLOCK (clock));
  g_assert_true (shows (clock, "1:05"));
  g_assert_finalize_object (clock);
}

/* Where a lesson plans nothing, there is nothing to be ahead of. */
static void
test_unplanned (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *clock = g_object_ref_sink (ilv_console_clock_new (fixture->presentation));
  GtkWidget *pace = ui_test_find_label (clock, "On time");

  g_assert_cmpint (ilv_presentation_get_planned_ns (fixture->presentation), ==, 0);
  g_assert_true (shows (clock, "No time planned"));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (pace)));
  g_assert_finalize_object (clock);
}

/* The clock goes by itself while it can be seen. */
static void
test_goes (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *clock = ilv_console_clock_new (fixture->presentation);

  gtk_window_set_child (GTK_WINDOW (window), clock);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_until (gtk_widget_get_mapped (clock));
  fixture->now_ns += 7 * PRESENT_TEST_SECOND;
  ui_test_wait_until (shows (clock, "0:07"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  present_test_add ("/present/console-clock/elapsed", test_elapsed);
  present_test_add ("/present/console-clock/unplanned", test_unplanned);
  present_test_add ("/present/console-clock/goes", test_goes);

  return g_test_run ();
}
