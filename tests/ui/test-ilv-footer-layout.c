/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-footer-layout.h"
#include "ui-test-child.h"

/* As the layout's. */
#define SPACING 12
#define LINE_SPACING 6

typedef struct
{
  GtkWidget *box;
  GtkWidget *start;
  GtkWidget *middle;
  GtkWidget *end;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->box = ui_test_box_new (ilv_footer_layout_new ());
  fixture->start = ui_test_child_new (fixture->box, (UiTestSize){ 80, 80, 30, 0 });
  fixture->middle = ui_test_child_new (fixture->box, (UiTestSize){ 100, 100, 20, 0 });
  fixture->end = ui_test_child_new (fixture->box, (UiTestSize){ 140, 140, 40, 0 });
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_box_destroy (fixture->box);
}

static void
assert_height (Fixture *fixture, int width, int expected)
{
  g_assert_cmpint (ui_test_get_minimum (fixture->box, GTK_ORIENTATION_VERTICAL, width), ==, expected);
  ui_test_allocate (fixture->box, width, expected);
}

static void
test_one_line (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  int width = 100 + 2 * (140 + SPACING);

  assert_height (fixture, width, 40);
  ui_test_assert_place (fixture->start, 0, 0, 80, 40);
  ui_test_assert_place (fixture->middle, (width - 100) / 2, 0, 100, 40);
  ui_test_assert_place (fixture->end, width - 140, 0, 140, 40);
}

static void
test_two_lines (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  int width = 80 + SPACING + 140;

  assert_height (fixture, width, 20 + LINE_SPACING + 40);
  ui_test_assert_place (fixture->start, 0, 26, 80, 40);
  ui_test_assert_place (fixture->middle, (width - 100) / 2, 0, 100, 20);
  ui_test_assert_place (fixture->end, width - 140, 26, 140, 40);
}

/* Long words in large letters, on a phone. */
static void
test_three_lines (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (ui_test_get_minimum (fixture->box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 140);
  assert_height (fixture, 140, 20 + LINE_SPACING + 40 + LINE_SPACING + 30);
  ui_test_assert_place (fixture->middle, 20, 0, 100, 20);
  ui_test_assert_place (fixture->end, 0, 26, 140, 40);
  ui_test_assert_place (fixture->start, 0, 72, 80, 30);
}

static void
test_mirrored (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_widget_set_direction (fixture->box, GTK_TEXT_DIR_RTL);
  assert_height (fixture, 140, 102);
  ui_test_assert_place (fixture->start, 60, 72, 80, 30);
  assert_height (fixture, 404, 40);
  ui_test_assert_place (fixture->start, 324, 0, 80, 40);
  ui_test_assert_place (fixture->end, 0, 0, 140, 40);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/ui/footer-layout/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("one-line", test_one_line);
  ADD ("two-lines", test_two_lines);
  ADD ("three-lines", test_three_lines);
  ADD ("mirrored", test_mirrored);
#undef ADD
  return g_test_run ();
}
