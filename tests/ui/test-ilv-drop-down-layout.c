/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-narrow-drop-down.h"
#include "ui-test.h"

static const char *const items[] = { "Some words that need several lines on a phone", "Short", NULL };

typedef struct
{
  GtkWidget *window;
  GtkWidget *drop_down;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->window = g_object_ref_sink (gtk_window_new ());
  fixture->drop_down = gtk_drop_down_new_from_strings (items);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->drop_down);
  ilv_narrow_drop_down_set_up (GTK_DROP_DOWN (fixture->drop_down));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
}

static int
get_height (Fixture *fixture, int width)
{
  int minimum;

  gtk_widget_measure (fixture->drop_down, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
get_widths (Fixture *fixture, int *minimum, int *natural)
{
  gtk_widget_measure (fixture->drop_down, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

/* What is long is on one line where there is room, and on several where there is none. */
static void
test_long (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  int minimum, natural;

  get_widths (fixture, &minimum, &natural);
  g_assert_cmpint (minimum, <, natural);
  g_assert_cmpint (get_height (fixture, natural), <, get_height (fixture, minimum));
}

static void
test_short (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  int minimum, natural;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (fixture->drop_down), 1);
  get_widths (fixture, &minimum, &natural);
  g_assert_cmpint (get_height (fixture, natural), ==, get_height (fixture, minimum));
}

/* The button has all of the drop-down. */
static void
test_allocate (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *button = gtk_widget_get_first_child (fixture->drop_down);
  graphene_rect_t bounds;

  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait_until (gtk_widget_get_width (fixture->drop_down) > 0);
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_compute_bounds (button, fixture->drop_down, &bounds));
  g_assert_cmpfloat (bounds.size.width, ==, gtk_widget_get_width (fixture->drop_down));
  g_assert_cmpfloat (bounds.size.height, ==, gtk_widget_get_height (fixture->drop_down));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/ui/drop-down-layout/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("long", test_long);
  ADD ("short", test_short);
  ADD ("allocate", test_allocate);
#undef ADD
  return g_test_run ();
}
