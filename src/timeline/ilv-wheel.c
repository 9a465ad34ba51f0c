/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-wheel.h"

typedef void (*ControllerFunc) (GtkEventControllerScroll *controller, gpointer data);

static void
for_each_controller (GtkWidget *widget, ControllerFunc function, gpointer data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        function (GTK_EVENT_CONTROLLER_SCROLL (controller), data);
    }
}

static gboolean
can_scroll (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment)
         > gtk_adjustment_get_page_size (adjustment);
}

static void
set_axes (GtkEventControllerScroll *controller, gpointer data)
{
  GtkEventControllerScrollFlags axes = GPOINTER_TO_UINT (data);
  GtkEventControllerScrollFlags flags = gtk_event_controller_scroll_get_flags (controller);

  gtk_event_controller_scroll_set_flags (controller,
                                         (flags & ~GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES) | axes);
}

static void
on_content_changed (GtkScrolledWindow *window)
{
  GtkEventControllerScrollFlags axes = GTK_EVENT_CONTROLLER_SCROLL_NONE;

  if (can_scroll (gtk_scrolled_window_get_hadjustment (window)))
    axes |= GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL;
  if (can_scroll (gtk_scrolled_window_get_vadjustment (window)))
    axes |= GTK_EVENT_CONTROLLER_SCROLL_VERTICAL;
  for_each_controller (GTK_WIDGET (window), set_axes, GUINT_TO_POINTER (axes));
}

/* GTK 4.8 keeps the wheel in each scrolled window, and later ones in each that can be scrolled at all. */
void
ilv_wheel_pass_on (GtkWidget *scrolled_window)
{
  GtkScrolledWindow *window;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scrolled_window));

  window = GTK_SCROLLED_WINDOW (scrolled_window);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (window), "changed",
                           G_CALLBACK (on_content_changed), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (window), "changed",
                           G_CALLBACK (on_content_changed), window, G_CONNECT_SWAPPED);
  on_content_changed (window);
}

static void
switch_off (GtkEventControllerScroll *controller, gpointer data G_GNUC_UNUSED)
{
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (controller), GTK_PHASE_NONE);
}

void
ilv_wheel_ignore (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for_each_controller (widget, switch_off, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ilv_wheel_ignore (child);
}
