/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-traffic-lights.h"
#include "ui-test-view.h"

#define ASK                                                                                        \
  "Left=sequential\nRight=event-loop\n[Task Robot]\nSteps=ask traffic-lights\n[Task Other]\n"      \
  "Steps=wait 1ms\n"

static void
answer (ViewFixture *fixture, IlvSide side)
{
  GtkWidget *card = view_get_part (fixture, "ask");
  GtkWidget *lights = ui_test_find (card, ILV_TYPE_TRAFFIC_LIGHTS, 0);

  ui_test_wait_until (gtk_widget_get_visible (card));
  g_assert_true (ilv_experiment_is_running (fixture->experiment));
  g_assert_cmpint (ilv_experiment_get_running_side (fixture->experiment), ==, side);
  g_assert_true (gtk_widget_get_sensitive (gtk_widget_get_last_child (lights)));
  /* A keyboard is enough to answer. */
  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), card));
  g_signal_emit_by_name (lights, "solved");
}

/* Each side asks once, and goes on when it is answered. */
static void
test_answer (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *card = view_get_part (fixture, "ask");

  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_false (gtk_widget_get_visible (card));
  view_activate (fixture, "run");
  answer (fixture, ILV_SIDE_LEFT);
  ui_test_wait_until (ilv_experiment_get_running_side (fixture->experiment) == ILV_SIDE_RIGHT);
  answer (fixture, ILV_SIDE_RIGHT);
  ui_test_wait_until (view_is_enabled (fixture, "run"));
  g_assert_false (gtk_widget_get_visible (card));
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_assert_cmpint (ilv_trace_get_info (view_get_trace (fixture, i))->outcome, ==,
                     ILV_TRACE_OUTCOME_FINISHED);
}

static void
test_stop (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *card = view_get_part (fixture, "ask");

  gtk_window_present (GTK_WINDOW (fixture->window));
  view_activate (fixture, "run");
  ui_test_wait_until (gtk_widget_get_visible (card));
  view_activate (fixture, "stop");
  ui_test_wait_until (view_is_enabled (fixture, "run"));
  ui_test_wait_until (!gtk_widget_get_visible (card));

  /* And it is asked again. */
  view_activate (fixture, "run");
  ui_test_wait_until (gtk_widget_get_visible (card));
  view_activate (fixture, "stop");
  ui_test_wait_until (view_is_enabled (fixture, "run"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/ask-card/answer", ViewFixture, ASK, view_set_up, test_answer, view_tear_down);
  g_test_add ("/ui/ask-card/stop", ViewFixture, ASK, view_set_up, test_stop, view_tear_down);

  return g_test_run ();
}
