/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-layout.h"
#include "present-test.h"

#define WORDS "Tasks that wait take turns, and none of them needs a processor for that."

static GtkWidget *
add_label (GtkWidget *box, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0f, NULL);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
create_box (GtkOrientation orientation)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (orientation, 0));

  gtk_widget_set_layout_manager (box, ilv_text_layout_new (orientation));
  return box;
}

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static void
allocate (GtkWidget *box, int width)
{
  gtk_widget_allocate (box, width, measure (box, GTK_ORIENTATION_VERTICAL, width), -1, NULL);
}

static void
check_place (GtkWidget *child, GtkWidget *box, int x, int y, int width, int height)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
  g_assert_cmpfloat (bounds.size.height, ==, height);
}

/* Each has all of the width, and the height that it needs for that. */
static void
test_column (void)
{
  g_autoptr (GtkWidget) box = create_box (GTK_ORIENTATION_VERTICAL);
  GtkWidget *first = add_label (box, WORDS);
  GtkWidget *second = add_label (box, WORDS " " WORDS);
  int width = measure (first, GTK_ORIENTATION_HORIZONTAL, -1) / 2;
  int height = measure (first, GTK_ORIENTATION_VERTICAL, width);
  int second_height = measure (second, GTK_ORIENTATION_VERTICAL, width);

  g_assert_cmpint (second_height, >, height);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, width), ==, height + second_height);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_HORIZONTAL, -1), ==,
                   measure (second, GTK_ORIENTATION_HORIZONTAL, -1));
  allocate (box, width);
  check_place (first, box, 0, 0, width, height);
  check_place (second, box, 0, height, width, second_height);
}

/* The text has what the marker leaves, on the side that it reads from. */
static void
test_marker (void)
{
  g_autoptr (GtkWidget) box = create_box (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *marker = add_label (box, "12.");
  GtkWidget *text = add_label (box, WORDS);
  int marker_width = measure (marker, GTK_ORIENTATION_HORIZONTAL, -1);
  int text_width = measure (text, GTK_ORIENTATION_HORIZONTAL, -1) / 2;
  int height = measure (text, GTK_ORIENTATION_VERTICAL, text_width);
  int width = marker_width + text_width;

  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, width), ==, height);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  allocate (box, width);
  check_place (marker, box, 0, 0, marker_width, height);
  check_place (text, box, marker_width, 0, text_width, height);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  allocate (box, width);
  check_place (marker, box, text_width, 0, marker_width, height);
  check_place (text, box, 0, 0, text_width, height);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/text-layout/column", test_column);
  g_test_add_func ("/present/text-layout/marker", test_marker);

  return g_test_run ();
}
