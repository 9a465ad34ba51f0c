/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-wrap-layout.h"
#include "ui-test-child.h"

#define SPACING 10
#define LINE_SPACING 5

static GtkWidget *
new_box (void)
{
  return ui_test_box_new (ilv_wrap_layout_new (SPACING, LINE_SPACING));
}

static void
test_measure (void)
{
  GtkWidget *box = new_box ();

  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 0);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 100), ==, 0);

  ui_test_child_new (box, (UiTestSize){ 40, 100, 20, 0 });
  ui_test_child_new (box, (UiTestSize){ 70, 80, 30, 0 });
  ui_test_child_new (box, (UiTestSize){ 50, 50, 10, 0 });
  g_assert_cmpint (gtk_widget_get_request_mode (box), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  g_assert_cmpint (ui_test_get_minimum (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 70);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_HORIZONTAL, -1), ==,
                   100 + 80 + 50 + 2 * SPACING);

  /* One line, two, three. */
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, -1), ==, 30);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 250), ==, 30);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 249), ==,
                   30 + LINE_SPACING + 10);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 189), ==,
                   20 + LINE_SPACING + 30);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 100), ==,
                   20 + LINE_SPACING + 30 + LINE_SPACING + 10);
  g_assert_cmpint (ui_test_get_minimum (box, GTK_ORIENTATION_VERTICAL, 100), ==,
                   20 + LINE_SPACING + 30 + LINE_SPACING + 10);
  ui_test_box_destroy (box);
}

static void
test_lines (void)
{
  GtkWidget *box = new_box ();
  GtkWidget *first = ui_test_child_new (box, (UiTestSize){ 40, 100, 20, 0 });
  GtkWidget *second = ui_test_child_new (box, (UiTestSize){ 70, 80, 30, 0 });
  GtkWidget *third = ui_test_child_new (box, (UiTestSize){ 50, 50, 10, 0 });

  ui_test_allocate (box, 250, 30);
  ui_test_assert_place (first, 0, 0, 100, 30);
  ui_test_assert_place (second, 110, 0, 80, 30);
  ui_test_assert_place (third, 200, 0, 50, 30);

  ui_test_allocate (box, 249, 45);
  ui_test_assert_place (first, 0, 0, 100, 30);
  ui_test_assert_place (second, 110, 0, 80, 30);
  ui_test_assert_place (third, 0, 35, 50, 10);

  ui_test_allocate (box, 110, 75);
  ui_test_assert_place (first, 0, 0, 100, 20);
  ui_test_assert_place (second, 0, 25, 80, 30);
  ui_test_assert_place (third, 0, 60, 50, 10);
  ui_test_box_destroy (box);
}

static void
test_mirrored (void)
{
  GtkWidget *box = new_box ();
  GtkWidget *first = ui_test_child_new (box, (UiTestSize){ 40, 100, 20, 0 });
  GtkWidget *second = ui_test_child_new (box, (UiTestSize){ 70, 80, 30, 0 });
  GtkWidget *third = ui_test_child_new (box, (UiTestSize){ 50, 50, 10, 0 });

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  ui_test_allocate (box, 240, 45);
  ui_test_assert_place (first, 140, 0, 100, 30);
  ui_test_assert_place (second, 50, 0, 80, 30);
  ui_test_assert_place (third, 190, 35, 50, 10);

  gtk_widget_set_hexpand (second, TRUE);
  ui_test_allocate (box, 240, 45);
  ui_test_assert_place (first, 140, 0, 100, 30);
  ui_test_assert_place (second, 0, 0, 130, 30);
  ui_test_box_destroy (box);
}

static void
test_expand (void)
{
  GtkWidget *box = new_box ();
  GtkWidget *first = ui_test_child_new (box, (UiTestSize){ 100, 100, 20, 0 });
  GtkWidget *second = ui_test_child_new (box, (UiTestSize){ 80, 80, 20, 0 });
  GtkWidget *third = ui_test_child_new (box, (UiTestSize){ 50, 50, 20, 0 });

  gtk_widget_set_hexpand (first, TRUE);
  gtk_widget_set_hexpand (third, TRUE);
  ui_test_allocate (box, 300, 20);
  ui_test_assert_place (first, 0, 0, 125, 20);
  ui_test_assert_place (second, 135, 0, 80, 20);
  ui_test_assert_place (third, 225, 0, 75, 20);

  /* Each line shares what it leaves over, and no other's. */
  ui_test_allocate (box, 200, 45);
  ui_test_assert_place (first, 0, 0, 110, 20);
  ui_test_assert_place (second, 120, 0, 80, 20);
  ui_test_assert_place (third, 0, 25, 200, 20);
  ui_test_box_destroy (box);
}

static void
test_hidden (void)
{
  GtkWidget *box = new_box ();
  GtkWidget *first = ui_test_child_new (box, (UiTestSize){ 100, 100, 90, 0 });
  GtkWidget *second = ui_test_child_new (box, (UiTestSize){ 80, 80, 20, 0 });
  GtkWidget *third = ui_test_child_new (box, (UiTestSize){ 70, 70, 90, 0 });
  GtkWidget *fourth = ui_test_child_new (box, (UiTestSize){ 50, 50, 20, 0 });
  GtkWidget *last = ui_test_child_new (box, (UiTestSize){ 60, 60, 90, 0 });

  gtk_widget_set_visible (first, FALSE);
  gtk_widget_set_visible (third, FALSE);
  gtk_widget_set_visible (last, FALSE);
  g_assert_cmpint (ui_test_get_minimum (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 80);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 140);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 140), ==, 20);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 80), ==, 45);
  ui_test_allocate (box, 140, 20);
  ui_test_assert_place (second, 0, 0, 80, 20);
  ui_test_assert_place (fourth, 90, 0, 50, 20);
  ui_test_box_destroy (box);
}

/* A child that is wider than the line is made narrower, down to its minimum, and higher. */
static void
test_narrow (void)
{
  GtkWidget *box = new_box ();
  GtkWidget *first = ui_test_child_new (box, (UiTestSize){ 50, 200, 0, 4000 });
  GtkWidget *second = ui_test_child_new (box, (UiTestSize){ 50, 50, 10, 0 });

  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 200), ==,
                   20 + LINE_SPACING + 10);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 100), ==,
                   40 + LINE_SPACING + 10);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 50), ==,
                   80 + LINE_SPACING + 10);

  ui_test_allocate (box, 100, 55);
  ui_test_assert_place (first, 0, 0, 100, 40);
  ui_test_assert_place (second, 0, 45, 50, 10);
  ui_test_box_destroy (box);
}

/* For any widths: each child stands behind the last one or begins a line, and all are inside. */
static void
test_random (void)
{
  for (guint round = 0; round < 50; round++)
    {
      GtkWidget *box = new_box ();
      guint n_children = g_test_rand_int_range (1, 9);
      graphene_rect_t bounds = { 0 };
      graphene_rect_t last = { 0 };
      int width, height;

      for (guint i = 0; i < n_children; i++)
        {
          int minimum = g_test_rand_int_range (1, 100);

          ui_test_child_new (box, (UiTestSize){ minimum, minimum + g_test_rand_int_range (0, 100),
                                                g_test_rand_int_range (1, 40), 0 });
        }
      width =
        ui_test_get_minimum (box, GTK_ORIENTATION_HORIZONTAL, -1) + g_test_rand_int_range (0, 300);
      height = ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, width);
      ui_test_allocate (box, width, height);
      for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
          g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, width);
          g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, height);
          if (last.size.width > 0)
            g_assert_true (bounds.origin.x == last.origin.x + last.size.width + SPACING
                             ? bounds.origin.y == last.origin.y
                             : bounds.origin.x == 0 && bounds.origin.y == last.origin.y +
                                                                            last.size.height +
                                                                            LINE_SPACING);
          last = bounds;
        }
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, ==, height);
      ui_test_box_destroy (box);
    }
}

static void
count (guint *n_notified)
{
  (*n_notified)++;
}

static void
test_properties (void)
{
  g_autoptr (GtkLayoutManager) layout = ilv_wrap_layout_new (3, 4);
  guint n_notified = 0;
  int spacing, line_spacing;

  g_signal_connect_swapped (layout, "notify", G_CALLBACK (count), &n_notified);
  g_object_set (layout, "spacing", 3, "line-spacing", 4, NULL);
  g_assert_cmpuint (n_notified, ==, 0);
  g_object_set (layout, "spacing", 6, "line-spacing", 7, NULL);
  g_assert_cmpuint (n_notified, ==, 2);
  g_object_get (layout, "spacing", &spacing, "line-spacing", &line_spacing, NULL);
  g_assert_cmpint (spacing, ==, 6);
  g_assert_cmpint (line_spacing, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/wrap-layout/measure", test_measure);
  g_test_add_func ("/ui/wrap-layout/lines", test_lines);
  g_test_add_func ("/ui/wrap-layout/mirrored", test_mirrored);
  g_test_add_func ("/ui/wrap-layout/expand", test_expand);
  g_test_add_func ("/ui/wrap-layout/hidden", test_hidden);
  g_test_add_func ("/ui/wrap-layout/narrow", test_narrow);
  g_test_add_func ("/ui/wrap-layout/random", test_random);
  g_test_add_func ("/ui/wrap-layout/properties", test_properties);

  return g_test_run ();
}
