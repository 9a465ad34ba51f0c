/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "ilv-column-layout.h"

#define TEXT "A text that has to be broken into several lines where there is little room for it."

static GtkWidget *
create_column (void)
{
  GtkWidget *label = gtk_label_new (TEXT);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (column), label);
  gtk_widget_set_layout_manager (column, g_object_new (ILV_TYPE_COLUMN_LAYOUT, NULL));
  return g_object_ref_sink (column);
}

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* It is as wide and as high as its child, but for the one question that is not passed on. */
static void
test_measure (void)
{
  g_autoptr (GtkWidget) column = create_column ();
  GtkWidget *label = gtk_widget_get_first_child (column);
  int width = measure (label, GTK_ORIENTATION_HORIZONTAL, -1);

  g_assert_cmpint (measure (column, GTK_ORIENTATION_HORIZONTAL, -1), ==, width);
  for (guint i = 1; i < 5; i++)
    g_assert_cmpint (measure (column, GTK_ORIENTATION_VERTICAL, (int) i * width), ==,
                     measure (label, GTK_ORIENTATION_VERTICAL, (int) i * width));
  g_assert_cmpint (measure (label, GTK_ORIENTATION_VERTICAL, -1), >, 0);
  g_assert_cmpint (measure (column, GTK_ORIENTATION_VERTICAL, -1), ==, 0);
}

/* The child gets all the room there is, in a scrolled window too. */
static void
test_allocate (void)
{
  g_autoptr (GtkWidget) column = create_column ();
  GtkWidget *label = gtk_widget_get_first_child (column);
  GtkWidget *scroller = g_object_ref_sink (gtk_scrolled_window_new ());
  int width = 2 * measure (label, GTK_ORIENTATION_HORIZONTAL, -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column);
  gtk_widget_measure (scroller, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (scroller, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (scroller, width, 50, -1, NULL);
  g_assert_cmpint (gtk_widget_get_allocated_width (label), ==, width);
  g_assert_cmpint (gtk_widget_get_allocated_height (label), >=, measure (label, GTK_ORIENTATION_VERTICAL, width));
  g_object_unref (scroller);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/column-layout/measure", test_measure);
  g_test_add_func ("/ui/column-layout/allocate", test_allocate);
  return g_test_run ();
}
