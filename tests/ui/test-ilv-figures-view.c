/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-figures-view.h"
#include "ui-test.h"

/* Number and name take turns. */
static void
assert_figure (GtkWidget *view, guint figure, const char *number, const char *name)
{
  GtkWidget *number_label = ui_test_find (view, GTK_TYPE_LABEL, 2 * figure);
  GtkWidget *name_label = ui_test_find (view, GTK_TYPE_LABEL, 2 * figure + 1);

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (number_label)), ==, number);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (name_label)), ==, name);
  g_assert_nonnull (gtk_widget_get_tooltip_text (gtk_widget_get_parent (number_label)));
}

static void
assert_hidden (GtkWidget *view, guint figure)
{
  GtkWidget *label = ui_test_find (view, GTK_TYPE_LABEL, 2 * figure);

  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (label)));
}

static void
assert_empty (GtkWidget *view)
{
  assert_figure (view, 0, "–", "finished");
  assert_figure (view, 1, "–", "CPU time");
  assert_figure (view, 2, "–", "context switches");
  assert_hidden (view, 3);
  assert_figure (view, 4, "–", "running at once");
  assert_figure (view, 5, "–", "utilisation");
  assert_figure (view, 6, "–", "speedup");
  g_assert_null (ui_test_find (view, GTK_TYPE_LABEL, 14));
}

static void
test_figures (void)
{
  GtkWidget *view = g_object_ref_sink (g_object_new (ILV_TYPE_FIGURES_VIEW, NULL));
  IlvFigures figures = { .makespan_ns = 803000000,
                         .cpu_time_ns = 790000000,
                         .voluntary_switches = 4,
                         .involuntary_switches = 37,
                         .slices = 41,
                         .slice_asked_ns = -1,
                         .slice_median_ns = -1,
                         .max_parallelism = 2,
                         .utilisation = 0.984,
                         .speedup = 1.966 };

  assert_empty (view);
  ilv_figures_view_set_figures (ILV_FIGURES_VIEW (view), &figures);
  assert_figure (view, 0, "803 ms", "finished");
  assert_figure (view, 1, "790 ms", "CPU time");
  assert_figure (view, 2, "41", "switches · 41 slices");
  assert_hidden (view, 3);
  assert_figure (view, 4, "2", "running at once");
  assert_figure (view, 5, "98 %", "utilisation");
  assert_figure (view, 6, "1.97×", "speedup");

  ilv_figures_view_set_figures (ILV_FIGURES_VIEW (view), NULL);
  assert_empty (view);
  g_assert_finalize_object (view);
}

/* A model, or a kernel that does not count. */
static void
test_no_switches (void)
{
  GtkWidget *view = g_object_ref_sink (g_object_new (ILV_TYPE_FIGURES_VIEW, NULL));
  IlvFigures figures = { .voluntary_switches = -1, .involuntary_switches = -1, .slices = 1,
                         .slice_median_ns = -1 };

  ilv_figures_view_set_figures (ILV_FIGURES_VIEW (view), &figures);
  assert_figure (view, 2, "–", "switches · 1 slice");
  figures.involuntary_switches = 3;
  ilv_figures_view_set_figures (ILV_FIGURES_VIEW (view), &figures);
  assert_figure (view, 2, "3", "switches · 1 slice");
  g_assert_finalize_object (view);
}

static void
test_time_slices (void)
{
  GtkWidget *view = g_object_ref_sink (g_object_new (ILV_TYPE_FIGURES_VIEW, NULL));
  IlvFigures figures = { .slice_given_ns = 3000000, .slice_median_ns = 3999000 };
  GtkWidget *label = ui_test_find (view, GTK_TYPE_LABEL, 6);

  ilv_figures_view_set_figures (ILV_FIGURES_VIEW (view), &figures);
  assert_figure (view, 3, "4.0 ms", "time slice");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (label)));

  figures.slice_asked_ns = 20000000;
  ilv_figures_view_set_figures (ILV_FIGURES_VIEW (view), &figures);
  assert_figure (view, 3, "4.0 ms", "time slice · asked: 20 ms, refused");

  figures.slice_given_ns = figures.slice_asked_ns;
  figures.slice_median_ns = 20050000;
  ilv_figures_view_set_figures (ILV_FIGURES_VIEW (view), &figures);
  assert_figure (view, 3, "20.1 ms", "time slice · asked: 20 ms");

  figures.slice_asked_ns = figures.slice_median_ns = -1;
  ilv_figures_view_set_figures (ILV_FIGURES_VIEW (view), &figures);
  assert_hidden (view, 3);
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/figures-view/figures", test_figures);
  g_test_add_func ("/ui/figures-view/no-switches", test_no_switches);
  g_test_add_func ("/ui/figures-view/time-slices", test_time_slices);

  return g_test_run ();
}
