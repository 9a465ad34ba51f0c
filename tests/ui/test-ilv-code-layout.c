/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-layout.h"
#include "ui-test-child.h"

static GtkWidget *
create_box (GtkWidget **code, GtkWidget **rest)
{
  GtkWidget *box = ui_test_box_new (ilv_code_layout_new ());

  *code = ui_test_child_new (box, (UiTestSize){ .minimum = 120, .natural = 300, .height = 90 });
  *rest = ui_test_child_new (box, (UiTestSize){ .minimum = 200, .natural = 400, .height = 150 });
  return box;
}

static void
test_beside (void)
{
  GtkWidget *code, *rest;
  GtkWidget *box = create_box (&code, &rest);
  int width = 1016;

  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, width), ==, 150);
  ui_test_allocate (box, width, 150);
  ui_test_assert_place (code, 0, 0, 400, 90);
  ui_test_assert_place (rest, 400 + ILV_CODE_LAYOUT_SPACING, 0, 600, 150);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  ui_test_allocate (box, width, 150);
  ui_test_assert_place (code, 616, 0, 400, 90);
  ui_test_assert_place (rest, 0, 0, 600, 150);
  ui_test_box_destroy (box);
}

static void
test_above (void)
{
  GtkWidget *code, *rest;
  GtkWidget *box = create_box (&code, &rest);
  int width = ILV_CODE_LAYOUT_MIN_WIDTH - 1;
  int height = 90 + ILV_CODE_LAYOUT_SPACING + 150;

  g_assert_cmpint (ui_test_get_minimum (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 200);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, width), ==, height);
  ui_test_allocate (box, width, height);
  ui_test_assert_place (code, 0, 0, width, 90);
  ui_test_assert_place (rest, 0, 90 + ILV_CODE_LAYOUT_SPACING, width, 150);
  ui_test_box_destroy (box);
}

static void
test_hidden (void)
{
  GtkWidget *code, *rest;
  GtkWidget *box = create_box (&code, &rest);

  gtk_widget_set_visible (code, FALSE);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 1000), ==, 150);
  ui_test_allocate (box, 1000, 150);
  ui_test_assert_place (rest, 0, 0, 1000, 150);
  ui_test_box_destroy (box);
}

static void
test_controls (void)
{
  GtkWidget *code, *rest;
  GtkWidget *box = create_box (&code, &rest);
  GtkWidget *controls
    = ui_test_child_new (box, (UiTestSize){ .minimum = 220, .natural = 300, .height = 80 });
  int below = ILV_CODE_LAYOUT_SPACING + 80;

  /* Below the code where that is beside the rest … */
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 1016), ==, 90 + below);
  ui_test_allocate (box, 1016, 90 + below);
  ui_test_assert_place (code, 0, 0, 400, 90);
  ui_test_assert_place (rest, 400 + ILV_CODE_LAYOUT_SPACING, 0, 600, 150);
  ui_test_assert_place (controls, 0, 90 + ILV_CODE_LAYOUT_SPACING, 400, 80);

  /* … and otherwise below all. */
  g_assert_cmpint (ui_test_get_minimum (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 220);
  ui_test_allocate (box, 500, 90 + ILV_CODE_LAYOUT_SPACING + 150 + below);
  ui_test_assert_place (rest, 0, 90 + ILV_CODE_LAYOUT_SPACING, 500, 150);
  ui_test_assert_place (controls, 0, 90 + 2 * ILV_CODE_LAYOUT_SPACING + 150, 500, 80);

  gtk_widget_set_visible (code, FALSE);
  g_assert_cmpint (ui_test_get_natural (box, GTK_ORIENTATION_VERTICAL, 1016), ==, 150 + below);
  ui_test_allocate (box, 1016, 150 + below);
  ui_test_assert_place (rest, 0, 0, 1016, 150);
  ui_test_assert_place (controls, 0, 150 + ILV_CODE_LAYOUT_SPACING, 1016, 80);
  ui_test_box_destroy (box);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/code-layout/beside", test_beside);
  g_test_add_func ("/ui/code-layout/above", test_above);
  g_test_add_func ("/ui/code-layout/hidden", test_hidden);
  g_test_add_func ("/ui/code-layout/controls", test_controls);

  return g_test_run ();
}
