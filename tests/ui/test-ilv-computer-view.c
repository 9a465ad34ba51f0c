/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-computer-view.h"

#include <glib/gstdio.h>

#include "ilv-processor-meter.h"
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

/* This computer, for real: two looks bring all that can be known. */
static void
test_live (void)
{
  GtkWidget *view = ilv_computer_view_new ();
  GtkWidget *window;

  g_assert_cmpuint (ilv_computer_view_get_n_looks (ILV_COMPUTER_VIEW (view)), ==, 0);
  window = show_in_window (view);
  ui_test_wait_until (ilv_computer_view_get_n_looks (ILV_COMPUTER_VIEW (view)) >= 3);
  for (guint i = 0; i < g_get_num_processors (); i++)
    g_assert_nonnull (ui_test_find (view, ILV_TYPE_PROCESSOR_METER, i));
  g_assert_null (ui_test_find_label (view, "–"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nobody looks while nobody sees it. */
static void
test_only_while_visible (void)
{
  GtkWidget *view = ilv_computer_view_new ();
  GtkWidget *window = show_in_window (view);
  IlvComputerView *computer = ILV_COMPUTER_VIEW (view);
  guint n_looks;

  ui_test_wait_until (ilv_computer_view_get_n_looks (computer) >= 1);
  gtk_widget_set_visible (view, FALSE);
  n_looks = ilv_computer_view_get_n_looks (computer);
  for (gint64 end_us = g_get_monotonic_time () + 1500000; g_get_monotonic_time () < end_us;)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (ilv_computer_view_get_n_looks (computer), ==, n_looks);
  gtk_widget_set_visible (view, TRUE);
  ui_test_wait_until (ilv_computer_view_get_n_looks (computer) > n_looks);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_wait_until (view == NULL);
}

/* A system that tells nothing: everything is said to be unknown. */
static void
test_unknown (void)
{
  g_autofree char *root = g_dir_make_tmp ("ilv-computer-XXXXXX", NULL);
  g_autoptr (IlvMachine) machine = ilv_machine_new_for_root (root);
  GtkWidget *view = ilv_computer_view_new_for_machine (machine);
  GtkWidget *window = show_in_window (view);

  ui_test_wait_until (ilv_computer_view_get_n_looks (ILV_COMPUTER_VIEW (view)) >= 1);
  g_assert_null (ui_test_find (view, ILV_TYPE_PROCESSOR_METER, 0));
  g_assert_nonnull (ui_test_find_label (view, "How many tasks there are cannot be read here."));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/computer-view/live", test_live);
  g_test_add_func ("/ui/computer-view/only-while-visible", test_only_while_visible);
  g_test_add_func ("/ui/computer-view/unknown", test_unknown);

  return g_test_run ();
}
