/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pair-layout.h"
#include "ui-test-child.h"

#define SPACING ILV_PAIR_LAYOUT_SPACING
#define WIDE (2 * ILV_PAIR_LAYOUT_MIN_WIDTH + ILV_PAIR_LAYOUT_SPACING)

static void
test_measure (void)
{
  GtkWidget *box = ui_test_box_new (ilv_pair_layout_new ());

  ui_test_child_new (box, (UiTestSize){ 100, 500, 50, 0 });
  ui_test_child_new (box, (UiTestSize){ 120, 130, 80, 0 });
  g_assert_cmpint (gtk_widget_get_request_mode (box), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  g_assert_cmpint (ui_test_get_minimum (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 120);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, WIDE);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, -1), ==, 80);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, WIDE), ==, 80);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, WIDE - 1), ==,
                   50 + SPACING + 80);
  ui_test_box_destroy (box);
}

static void
test_beside (void)
{
  GtkWidget *box = ui_test_box_new (ilv_pair_layout_new ());
  GtkWidget *first = ui_test_child_new (box, (UiTestSize){ 100, 500, 50, 0 });
  GtkWidget *second = ui_test_child_new (box, (UiTestSize){ 120, 130, 80, 0 });

  ui_test_allocate (box, WIDE, 80);
  ui_test_assert_place (first, 0, 0, 340, 80);
  ui_test_assert_place (second, 340 + SPACING, 0, 340, 80);

  /* An odd pixel stands between them: the widths stay equal, the edges flush. */
  ui_test_allocate (box, WIDE + 101, 90);
  ui_test_assert_place (first, 0, 0, 390, 90);
  ui_test_assert_place (second, 390 + SPACING + 1, 0, 390, 90);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  ui_test_allocate (box, WIDE + 101, 90);
  ui_test_assert_place (first, 390 + SPACING + 1, 0, 390, 90);
  ui_test_assert_place (second, 0, 0, 390, 90);
  ui_test_box_destroy (box);
}

static void
test_above (void)
{
  GtkWidget *box = ui_test_box_new (ilv_pair_layout_new ());
  GtkWidget *first = ui_test_child_new (box, (UiTestSize){ 100, 500, 0, 60000 });
  GtkWidget *second = ui_test_child_new (box, (UiTestSize){ 120, 130, 80, 0 });

  ui_test_allocate (box, 600, 100 + SPACING + 80);
  ui_test_assert_place (first, 0, 0, 600, 100);
  ui_test_assert_place (second, 0, 100 + SPACING, 600, 80);

  /* The second takes what is left over. */
  ui_test_allocate (box, 300, 200 + SPACING + 120);
  ui_test_assert_place (first, 0, 0, 300, 200);
  ui_test_assert_place (second, 0, 200 + SPACING, 300, 120);

  /* In either direction of writing. */
  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  ui_test_allocate (box, 300, 200 + SPACING + 80);
  ui_test_assert_place (first, 0, 0, 300, 200);
  ui_test_assert_place (second, 0, 200 + SPACING, 300, 80);
  ui_test_box_destroy (box);
}

/* A child whose minimum is more than half pushes the other below. */
static void
test_wide_child (void)
{
  GtkWidget *box = ui_test_box_new (ilv_pair_layout_new ());
  GtkWidget *first = ui_test_child_new (box, (UiTestSize){ 100, 100, 50, 0 });
  GtkWidget *second = ui_test_child_new (box, (UiTestSize){ 400, 400, 80, 0 });

  g_assert_cmpint (ui_test_get_minimum (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 400);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 800 + SPACING);

  ui_test_allocate (box, 800 + SPACING, 80);
  ui_test_assert_place (first, 0, 0, 400, 80);
  ui_test_assert_place (second, 400 + SPACING, 0, 400, 80);

  ui_test_allocate (box, 799 + SPACING, 50 + SPACING + 80);
  ui_test_assert_place (first, 0, 0, 799 + SPACING, 50);
  ui_test_assert_place (second, 0, 50 + SPACING, 799 + SPACING, 80);
  ui_test_box_destroy (box);
}

/* What is measured for a width suffices for what is placed at that width. */
static void
test_random (void)
{
  for (guint round = 0; round < 50; round++)
    {
      GtkWidget *box = ui_test_box_new (ilv_pair_layout_new ());
      graphene_rect_t bounds;
      int width, height;

      for (guint i = 0; i < 2; i++)
        {
          int minimum = g_test_rand_int_range (1, 500);

          ui_test_child_new (box, (UiTestSize){ minimum, minimum + g_test_rand_int_range (0, 200),
                                                g_test_rand_int_range (1, 200), 0 });
        }
      width =
        ui_test_get_minimum (box, GTK_ORIENTATION_HORIZONTAL, -1) + g_test_rand_int_range (0, 1000);
      height = ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, width);
      ui_test_allocate (box, width, height);
      for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
          g_assert_cmpfloat (bounds.origin.x, >=, 0);
          g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, width);
          g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, height);
          g_assert_cmpfloat (bounds.size.width, >=,
                             ui_test_get_minimum (child, GTK_ORIENTATION_HORIZONTAL, -1));
          g_assert_cmpfloat (
            bounds.size.height, >=,
            ui_test_get_natural (child, GTK_ORIENTATION_VERTICAL, bounds.size.width));
        }
      ui_test_box_destroy (box);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/pair-layout/measure", test_measure);
  g_test_add_func ("/ui/pair-layout/beside", test_beside);
  g_test_add_func ("/ui/pair-layout/above", test_above);
  g_test_add_func ("/ui/pair-layout/wide-child", test_wide_child);
  g_test_add_func ("/ui/pair-layout/random", test_random);

  return g_test_run ();
}
