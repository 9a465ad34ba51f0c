/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-enlarged.h"

static GtkWidget *
create (int width, int height, double factor)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (child, width, height);
  return g_object_ref_sink (ilv_enlarged_new (child, factor));
}

static void
allocate (GtkWidget *widget, int width, int height)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (widget, width, height, -1, NULL);
}

static void
check (GtkWidget *widget, int width, int height, double factor)
{
  GtkWidget *child = ilv_enlarged_get_child (ILV_ENLARGED (widget));
  graphene_rect_t bounds;

  g_assert_cmpint (gtk_widget_get_width (child), ==, width);
  g_assert_cmpint (gtk_widget_get_height (child), ==, height);
  g_assert_true (gtk_widget_compute_bounds (child, widget, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.size.width, width * factor, 0.01);
}

static void
test_sizes (void)
{
  GtkWidget *widget = create (100, 50, 2);
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 200);
  allocate (widget, 300, 200);
  check (widget, 150, 100, 2);
  g_assert_finalize_object (widget);
}

/* Less, where there is too little room for that; never smaller than it is. */
static void
test_little_room (void)
{
  GtkWidget *widget = create (100, 50, 2);

  allocate (widget, 150, 200);
  check (widget, 100, 133, 1.5);
  allocate (widget, 300, 50);
  check (widget, 300, 50, 1);
  g_assert_finalize_object (widget);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/enlarged/sizes", test_sizes);
  g_test_add_func ("/present/enlarged/little-room", test_little_room);

  return g_test_run ();
}
