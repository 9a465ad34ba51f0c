/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-fitted.h"

#include "ui-test.h"

/* Text that is the higher the narrower it is. */
static GtkWidget *
create_text (guint n_words)
{
  GString *text = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < n_words; i++)
    g_string_append (text, "word ");
  label = g_object_new (GTK_TYPE_LABEL, "label", text->str, "wrap", TRUE, NULL);
  g_string_free (text, TRUE);
  return label;
}

static GtkWidget *
open_window (GtkWidget *fitted)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *fixed = gtk_fixed_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 200);
  gtk_fixed_put (GTK_FIXED (fixed), fitted, 0, 0);
  gtk_window_set_child (GTK_WINDOW (window), fixed);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_until (gtk_widget_get_height (fitted) > 0);
  return window;
}

static void
allocate (GtkWidget *fitted, int width, int height)
{
  gtk_widget_size_allocate (fitted, &(GtkAllocation){ 0, 0, width, height }, -1);
}

/* What fits is as it was made; what does not, becomes smaller, until it does. */
static void
test_scale (void)
{
  GtkWidget *child = create_text (60);
  GtkWidget *fitted = ilv_fitted_new (child);
  GtkWidget *window = open_window (fitted);
  int minimum, least, height;
  double last = 1;

  gtk_widget_measure (fitted, GTK_ORIENTATION_VERTICAL, 400, &least, &height, NULL, NULL);
  g_assert_cmpint (least, <, height);
  allocate (fitted, 400, height);
  g_assert_cmpfloat (ilv_fitted_get_scale (ILV_FITTED (fitted)), ==, 1);
  g_assert_cmpint (gtk_widget_get_width (child), ==, 400);

  for (int room = height - 1; room >= least; room -= 7)
    {
      allocate (fitted, 400, room);
      g_assert_cmpfloat (ilv_fitted_get_scale (ILV_FITTED (fitted)), <=, last);
      last = ilv_fitted_get_scale (ILV_FITTED (fitted));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (child), &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, gtk_widget_get_height (child));
      g_assert_cmpfloat (gtk_widget_get_height (child) * last, <=, room + 1);
    }
  g_assert_cmpfloat (last, <, 0.8);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where it may, it uses the room that there is; never more. */
static void
test_largest (void)
{
  GtkWidget *child = create_text (60);
  GtkWidget *fitted = ilv_fitted_new (child);
  GtkWidget *window = open_window (fitted);
  int height;

  gtk_widget_measure (fitted, GTK_ORIENTATION_VERTICAL, 400, NULL, &height, NULL, NULL);
  ilv_fitted_set_largest (ILV_FITTED (fitted), 1.2);
  allocate (fitted, 400, 3 * height);
  g_assert_cmpfloat (ilv_fitted_get_scale (ILV_FITTED (fitted)), ==, 1.2);
  g_assert_cmpint (gtk_widget_get_width (child), ==, 333);
  allocate (fitted, 400, height);
  g_assert_cmpfloat (ilv_fitted_get_scale (ILV_FITTED (fitted)), >=, 0.99);
  g_assert_cmpfloat (ilv_fitted_get_scale (ILV_FITTED (fitted)), <, 1.2);
  allocate (fitted, 400, height / 2);
  g_assert_cmpfloat (ilv_fitted_get_scale (ILV_FITTED (fitted)), <, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/fitted/scale", test_scale);
  g_test_add_func ("/present/fitted/largest", test_largest);

  return g_test_run ();
}
