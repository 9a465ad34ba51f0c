/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-speedup-view.h"

#include "ilv-speedup-text.h"
#include "ui-test.h"

static GtkWidget *
show_in_window (GtkWidget *view)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 480);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
assert_described (const IlvSpeedupPoint *modelled,
                  guint n_modelled,
                  const IlvSpeedupPoint *measured,
                  guint n_measured,
                  const char *expected)
{
  g_autoptr (GArray) model = g_array_new (FALSE, FALSE, sizeof (IlvSpeedupPoint));
  g_autoptr (GArray) real = g_array_new (FALSE, FALSE, sizeof (IlvSpeedupPoint));
  g_autofree char *text = NULL;

  g_array_append_vals (model, modelled, n_modelled);
  g_array_append_vals (real, measured, n_measured);
  text = ilv_speedup_text_describe (model, real);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_sentence (void)
{
  static const IlvSpeedupPoint modelled[] = { { 1, 800, 1 }, { 2, 400, 2 }, { 4, 200, 4 } };
  static const IlvSpeedupPoint measured[] = { { 1, 800, 1 }, { 2, 412, 1.94 }, { 3, 280, 2.86 } };

  assert_described (modelled, 3, measured, 0, NULL);
  assert_described (modelled, 3, measured, 1,
                    "One core is measured: it is what the others are compared with.");
  assert_described (modelled, 3, measured, 2,
                    "On 2 cores the model says 2.00 times as fast; measured: 1.94.");
  assert_described (modelled, 3, measured, 3,
                    "On 2 cores the model says 2.00 times as fast; measured: 1.94.");
}

static gboolean
can (GtkWidget *view, const char *action)
{
  return g_action_group_get_action_enabled (ilv_speedup_view_get_actions (ILV_SPEEDUP_VIEW (view)),
                                            action);
}

static void
set_spin (GtkWidget *view, guint index, double value)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ui_test_find (view, GTK_TYPE_SPIN_BUTTON, index)),
                             value);
}

static void
test_run (void)
{
  GtkWidget *view = ilv_speedup_view_new ();
  GtkWidget *window = show_in_window (view);

  g_assert_true (can (view, "run"));
  g_assert_false (can (view, "stop"));
  g_assert_nonnull (ui_test_find_label (view, "Nothing has been measured yet."));
  set_spin (view, 0, 2);
  set_spin (view, 1, 10);
  gtk_widget_activate_action (view, "speedup.run", NULL);
  g_assert_false (can (view, "run"));
  g_assert_true (can (view, "stop"));
  ui_test_wait_until (can (view, "run"));
  g_assert_null (ui_test_find_label (view, "Nothing has been measured yet."));
  g_assert_null (ui_test_find_label (view, "Measuring…"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_stop (void)
{
  GtkWidget *view = ilv_speedup_view_new ();
  GtkWidget *window = show_in_window (view);

  set_spin (view, 0, 64);
  set_spin (view, 1, 500);
  gtk_widget_activate_action (view, "speedup.run", NULL);
  gtk_widget_activate_action (view, "speedup.stop", NULL);
  ui_test_wait_until (can (view, "run"));
  g_assert_nonnull (
    ui_test_find_label (view, "Stopped. What had been measured until then is still shown."));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The page is left in the middle of it. */
static void
test_leave (void)
{
  GtkWidget *view = ilv_speedup_view_new ();
  GtkWidget *window = show_in_window (view);

  set_spin (view, 0, 64);
  set_spin (view, 1, 500);
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_widget_activate_action (view, "speedup.run", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_wait_until (view == NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/speedup-view/sentence", test_sentence);
  g_test_add_func ("/ui/speedup-view/run", test_run);
  g_test_add_func ("/ui/speedup-view/stop", test_stop);
  g_test_add_func ("/ui/speedup-view/leave", test_leave);

  return g_test_run ();
}
