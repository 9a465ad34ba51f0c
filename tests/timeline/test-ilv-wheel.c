/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-wheel.h"

static GtkWidget *
open_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 200, 200);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (child);
  return window;
}

/* In which directions some controller of the widget takes the wheel. */
static GtkEventControllerScrollFlags
get_axes (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkEventControllerScrollFlags axes = GTK_EVENT_CONTROLLER_SCROLL_NONE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller)
          && gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_NONE)
        axes |= gtk_event_controller_scroll_get_flags (GTK_EVENT_CONTROLLER_SCROLL (controller));
    }
  return axes & GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES;
}

/* The wheel is kept only in the directions in which something is left out, at each moment. */
static void
test_pass_on (void)
{
  static const struct
  {
    int width;
    int height;
    GtkEventControllerScrollFlags axes;
  } cases[] = {
    { 50, 50, GTK_EVENT_CONTROLLER_SCROLL_NONE },
    { 50, 900, GTK_EVENT_CONTROLLER_SCROLL_VERTICAL },
    { 900, 50, GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL },
    { 900, 900, GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES },
    { 50, 50, GTK_EVENT_CONTROLLER_SCROLL_NONE },
  };
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_label_new (NULL);
  GtkWidget *window;

  g_assert_cmpuint (get_axes (scroller), ==, GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  ilv_wheel_pass_on (scroller);
  window = open_window (scroller);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_set_size_request (content, cases[i].width, cases[i].height);
      gtk_test_widget_wait_for_draw (scroller);
      while (get_axes (scroller) != cases[i].axes)
        g_main_context_iteration (NULL, TRUE);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_ignore (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 10, 1);
  GtkWidget *window;

  gtk_box_append (GTK_BOX (box), scale);
  g_assert_cmpuint (get_axes (scale), !=, GTK_EVENT_CONTROLLER_SCROLL_NONE);
  ilv_wheel_ignore (box);
  g_assert_cmpuint (get_axes (scale), ==, GTK_EVENT_CONTROLLER_SCROLL_NONE);
  window = open_window (box);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/wheel/pass-on", test_pass_on);
  g_test_add_func ("/timeline/wheel/ignore", test_ignore);
  return g_test_run ();
}
