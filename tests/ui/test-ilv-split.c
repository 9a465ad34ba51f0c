/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "ilv-split.h"

typedef struct
{
  GtkWidget *window;
  IlvSplit *split;
  GtkWidget *sidebar;
  GtkWidget *content;
  guint n_collapsed;
  guint n_show;
} Fixture;

static void
on_notify (Fixture *fixture, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "collapsed"))
    fixture->n_collapsed++;
  else if (g_str_equal (pspec->name, "show-sidebar"))
    fixture->n_show++;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  /* Nothing is timed: the slide is over at once. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  fixture->split = ILV_SPLIT (ilv_split_new ());
  fixture->sidebar = gtk_button_new_with_label ("sidebar");
  fixture->content = gtk_button_new_with_label ("content");
  ilv_split_set_sidebar (fixture->split, fixture->sidebar);
  ilv_split_set_content (fixture->split, fixture->content);
  g_signal_connect_swapped (fixture->split, "notify", G_CALLBACK (on_notify), fixture);

  fixture->window = gtk_window_new ();
  g_object_ref_sink (fixture->window);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->split));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->split), (gpointer *) &fixture->split);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
  g_assert_null (fixture->split);
}

static void
allocate (Fixture *fixture, int width)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (fixture->split), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      &natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->split), GTK_ORIENTATION_VERTICAL, width, &minimum,
                      &natural, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (fixture->split), &(GtkAllocation){ 0, 0, width, 600 }, -1);
}

static void
run_idles (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_place (Fixture *fixture, GtkWidget *child, int x, int width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (fixture->split), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.size.width, ==, width);
  g_assert_cmpfloat (bounds.size.height, ==, 600);
}

static void
test_beside (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  allocate (fixture, 860);
  g_assert_false (ilv_split_get_collapsed (fixture->split));
  assert_place (fixture, fixture->sidebar, 0, 270);
  assert_place (fixture, fixture->content, 270, 590);

  ilv_split_set_show_sidebar (fixture->split, FALSE);
  allocate (fixture, 860);
  g_assert_false (gtk_widget_get_child_visible (fixture->sidebar));
  assert_place (fixture, fixture->content, 0, 860);
}

static void
test_mirrored (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->split), GTK_TEXT_DIR_RTL);
  allocate (fixture, 1000);
  assert_place (fixture, fixture->sidebar, 730, 270);
  assert_place (fixture, fixture->content, 0, 730);

  allocate (fixture, 500);
  ilv_split_set_show_sidebar (fixture->split, TRUE);
  allocate (fixture, 500);
  assert_place (fixture, fixture->sidebar, 230, 270);
  assert_place (fixture, fixture->content, 0, 500);
}

static void
test_collapse (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  allocate (fixture, 859);
  g_assert_true (ilv_split_get_collapsed (fixture->split));
  g_assert_false (ilv_split_get_show_sidebar (fixture->split));
  g_assert_false (gtk_widget_get_child_visible (fixture->sidebar));
  assert_place (fixture, fixture->content, 0, 859);

  /* The choice made while wide is still there. */
  allocate (fixture, 860);
  g_assert_false (ilv_split_get_collapsed (fixture->split));
  g_assert_true (ilv_split_get_show_sidebar (fixture->split));
  g_assert_true (gtk_widget_get_child_visible (fixture->sidebar));
}

static void
test_over (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  allocate (fixture, 360);
  ilv_split_set_show_sidebar (fixture->split, TRUE);
  allocate (fixture, 360);
  g_assert_true (ilv_split_get_show_sidebar (fixture->split));
  assert_place (fixture, fixture->sidebar, 0, 270);
  assert_place (fixture, fixture->content, 0, 360);
  g_assert_false (gtk_widget_get_can_focus (fixture->content));

  ilv_split_set_show_sidebar (fixture->split, FALSE);
  allocate (fixture, 360);
  g_assert_false (gtk_widget_get_child_visible (fixture->sidebar));
  g_assert_true (gtk_widget_get_can_focus (fixture->content));

  /* Becoming wide while the sidebar is over the content frees the content too. */
  ilv_split_set_show_sidebar (fixture->split, TRUE);
  allocate (fixture, 900);
  run_idles ();
  g_assert_true (gtk_widget_get_can_focus (fixture->content));
}

static void
test_notify (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  allocate (fixture, 500);
  g_assert_cmpuint (fixture->n_collapsed, ==, 0);
  g_assert_cmpuint (fixture->n_show, ==, 0);
  run_idles ();
  g_assert_cmpuint (fixture->n_collapsed, ==, 1);
  g_assert_cmpuint (fixture->n_show, ==, 1);

  /* Away and back before anybody was told: nothing to tell. */
  allocate (fixture, 1000);
  allocate (fixture, 500);
  run_idles ();
  g_assert_cmpuint (fixture->n_collapsed, ==, 1);
  g_assert_cmpuint (fixture->n_show, ==, 1);

  ilv_split_set_show_sidebar (fixture->split, TRUE);
  g_assert_cmpuint (fixture->n_show, ==, 2);
  ilv_split_set_show_sidebar (fixture->split, TRUE);
  g_assert_cmpuint (fixture->n_show, ==, 2);
}

static void
test_wide_content (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  int minimum, natural;

  gtk_widget_set_size_request (fixture->content, 700, -1);
  gtk_widget_measure (GTK_WIDGET (fixture->split), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 700);
  g_assert_cmpint (natural, ==, 970);

  allocate (fixture, 969);
  g_assert_true (ilv_split_get_collapsed (fixture->split));
  allocate (fixture, 970);
  g_assert_false (ilv_split_get_collapsed (fixture->split));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add ("/ui/split/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("beside", test_beside);
  ADD ("mirrored", test_mirrored);
  ADD ("collapse", test_collapse);
  ADD ("over", test_over);
  ADD ("notify", test_notify);
  ADD ("wide-content", test_wide_content);
#undef ADD

  return g_test_run ();
}
