/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-resting-cursor.h"

#define REST_S 2

typedef struct
{
  GtkWidget *widget; /* which owns this */
  guint timer;
  double x;
  double y;
  gboolean seen;
} Rest;

static void
rest_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Rest *rest = data;

  g_clear_handle_id (&rest->timer, g_source_remove);
  g_free (rest);
}

static gboolean
on_rested (gpointer data)
{
  Rest *rest = data;

  rest->timer = 0;
  gtk_widget_set_cursor_from_name (rest->widget, "none");
  return G_SOURCE_REMOVE;
}

/* The first motion is that of a window which has come below the mouse. GTK also tells of a mouse that
 * rests, when what is below it changes. */
static void
on_motion (Rest *rest, double x, double y)
{
  gboolean moved = rest->seen && (x != rest->x || y != rest->y);

  rest->x = x;
  rest->y = y;
  rest->seen = TRUE;
  if (!moved)
    return;
  gtk_widget_set_cursor (rest->widget, NULL);
  g_clear_handle_id (&rest->timer, g_source_remove);
  rest->timer = g_timeout_add_seconds (REST_S, on_rested, rest);
}

void
ilv_resting_cursor_hide (GtkWidget *widget)
{
  GtkEventController *motion;
  Rest *rest;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  rest = g_new0 (Rest, 1);
  rest->widget = widget;
  motion = gtk_event_controller_motion_new ();
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_data (motion, "motion", G_CALLBACK (on_motion), rest, rest_free, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_set_cursor_from_name (widget, "none");
}
