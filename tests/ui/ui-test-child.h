/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A child of known sizes for the tests of layouts. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @area: (if not 0) its height is so much divided by its width. */
typedef struct
{
  int minimum;
  int natural;
  int height;
  int area;
} UiTestSize;

static inline GtkSizeRequestMode
ui_test_child_get_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static inline void
ui_test_child_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline G_GNUC_UNUSED,
                       int *natural_baseline G_GNUC_UNUSED)
{
  const UiTestSize *size = g_object_get_data (G_OBJECT (widget), "size");

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = size->minimum;
      *natural = size->natural;
    }
  else if (size->area > 0)
    *minimum = *natural = size->area / (for_size > 0 ? for_size : size->natural);
  else
    *minimum = *natural = size->height;
}

static inline void
ui_test_child_allocate (GtkWidget *widget G_GNUC_UNUSED,
                        int width G_GNUC_UNUSED,
                        int height G_GNUC_UNUSED,
                        int baseline G_GNUC_UNUSED)
{
}

static inline GtkWidget *
ui_test_child_new (GtkWidget *parent, UiTestSize size)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_object_set_data_full (G_OBJECT (child), "size", g_memdup2 (&size, sizeof size), g_free);
  gtk_widget_set_layout_manager (
    child,
    gtk_custom_layout_new (ui_test_child_get_mode, ui_test_child_measure, ui_test_child_allocate));
  gtk_box_append (GTK_BOX (parent), child);
  return child;
}

/* A box in a window, which keeps it, with that layout. */
static inline GtkWidget *
ui_test_box_new (GtkLayoutManager *layout)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, layout);
  gtk_window_set_child (GTK_WINDOW (window), box);
  return box;
}

static inline void
ui_test_box_destroy (GtkWidget *box)
{
  g_object_add_weak_pointer (G_OBJECT (box), (gpointer *) &box);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (box)));
  g_assert_null (box);
}

static inline void
ui_test_allocate (GtkWidget *widget, int width, int height)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static inline int
ui_test_get_natural (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static inline int
ui_test_get_minimum (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static inline void
ui_test_assert_place (GtkWidget *child, int x, int y, int width, int height)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
  g_assert_cmpfloat (bounds.size.height, ==, height);
}

G_END_DECLS
