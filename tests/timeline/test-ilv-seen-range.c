/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-seen-range.h"

#define HEIGHT 4000

/* A tall widget in a viewport of 100 pixels. */
static GtkWidget *
create_viewport (GtkWidget **tall)
{
  GtkWidget *port = g_object_ref_sink (gtk_viewport_new (NULL, NULL));

  *tall = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (*tall, 50, HEIGHT);
  gtk_viewport_set_child (GTK_VIEWPORT (port), *tall);
  gtk_widget_measure (port, GTK_ORIENTATION_VERTICAL, 50, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (port, 50, 100, -1, NULL);
  return port;
}

static void
test_alone (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  IlvSeenRange *seen = ilv_seen_range_new (widget);
  double from_y, to_y;

  ilv_seen_range_take (seen, &from_y, &to_y);
  g_assert_cmpfloat (from_y, <, -1e9);
  g_assert_cmpfloat (to_y, >, 1e9);
  g_assert_finalize_object (seen);
  g_assert_finalize_object (widget);
}

static void
test_viewport (void)
{
  GtkWidget *tall;
  GtkWidget *port = create_viewport (&tall);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (port));
  IlvSeenRange *seen = ilv_seen_range_new (tall);
  double from_y, to_y;

  ilv_seen_range_take (seen, &from_y, &to_y);
  g_assert_cmpfloat (from_y, ==, -100);
  g_assert_cmpfloat (to_y, ==, 200);

  gtk_adjustment_set_value (adjustment, 1000);
  gtk_widget_allocate (port, 50, 100, -1, NULL);
  ilv_seen_range_take (seen, &from_y, &to_y);
  g_assert_cmpfloat (from_y, ==, 900);
  g_assert_cmpfloat (to_y, ==, 1200);
  g_assert_finalize_object (seen);

  /* Nobody listens any more. */
  gtk_adjustment_set_value (adjustment, 0);
  g_assert_finalize_object (port);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/timeline/seen-range/alone", test_alone);
  g_test_add_func ("/timeline/seen-range/viewport", test_viewport);

  return g_test_run ();
}
