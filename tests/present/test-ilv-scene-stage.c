/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-scene-stage.h"

#include "ilv-chart.h"
#include "ilv-computer-text.h"
#include "ilv-processor-meter.h"
#include "ilv-slide-figure.h"
#include "ui-test.h"

#define N_VIEWS 2

static GtkWidget *
show (IlvStage *stage, GtkWidget **window)
{
  GtkWidget *view = ilv_stage_create_view (stage, ILV_SLIDE_SCENE);

  *window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (*window), view);
  gtk_window_set_default_size (GTK_WINDOW (*window), 1200, 700);
  gtk_window_present (GTK_WINDOW (*window));
  return view;
}

static const char *
get_number (GtkWidget *view, guint figure)
{
  return ilv_slide_figure_get_number (
    ILV_SLIDE_FIGURE (ui_test_find (view, ILV_TYPE_SLIDE_FIGURE, figure)));
}

/* One look for all views: both show its numbers. */
static void
test_computer (void)
{
  g_autoptr (IlvStage) stage = ilv_scene_stage_new ("computer");
  IlvComputerWatch *watch = ilv_scene_stage_get_watch (ILV_SCENE_STAGE (stage));
  const IlvMachineSample *sample;
  GtkWidget *windows[N_VIEWS];
  GtkWidget *views[N_VIEWS];
  g_autofree char *n_tasks = NULL;
  guint n_looks;

  g_assert_null (ilv_stage_get_settings (stage));
  g_assert_null (ilv_stage_describe (stage));
  ilv_stage_run (stage); /* does nothing */
  g_assert_false (ilv_stage_is_running (stage));
  for (guint i = 0; i < N_VIEWS; i++)
    views[i] = show (stage, &windows[i]);
  ui_test_wait_until (ilv_computer_watch_get_n_looks (watch) >= 2);
  sample = ilv_computer_watch_get_sample (watch);
  n_tasks = ilv_computer_text_format_number (sample->n_tasks);
  for (guint i = 0; i < N_VIEWS; i++)
    {
      g_assert_cmpstr (get_number (views[i], 0), ==, n_tasks);
      for (guint j = 0; j < 4; j++)
        g_assert_cmpstr (get_number (views[i], j), ==, get_number (views[0], j));
      g_assert_nonnull (
        ui_test_find (views[i], ILV_TYPE_PROCESSOR_METER, sample->processors->len - 1));
      g_assert_null (ui_test_find (views[i], ILV_TYPE_PROCESSOR_METER, sample->processors->len));
    }

  /* It looks as long as one of them is seen, and no longer. */
  gtk_window_destroy (GTK_WINDOW (windows[0]));
  n_looks = ilv_computer_watch_get_n_looks (watch);
  ui_test_wait_until (ilv_computer_watch_get_n_looks (watch) > n_looks);
  gtk_window_destroy (GTK_WINDOW (windows[1]));
  n_looks = ilv_computer_watch_get_n_looks (watch);
  for (gint64 end_us = g_get_monotonic_time () + 1500000; g_get_monotonic_time () < end_us;)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (ilv_computer_watch_get_n_looks (watch), ==, n_looks);
}

static void
set_spin (GtkWidget *settings, guint index, double value)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ui_test_find (settings, GTK_TYPE_SPIN_BUTTON, index)),
                             value);
}

static void
assert_same_chart (GtkWidget **views)
{
  g_autofree char *first
    = ilv_chart_to_text (ILV_CHART (ui_test_find (views[0], ILV_TYPE_CHART, 0)));
  g_autofree char *second
    = ilv_chart_to_text (ILV_CHART (ui_test_find (views[1], ILV_TYPE_CHART, 0)));

  g_assert_cmpstr (first, ==, second);
}

/* A small one, for real; its settings are those of the lesson's page. */
static void
test_speedup (void)
{
  g_autoptr (IlvStage) stage = ilv_scene_stage_new ("speedup");
  IlvSpeedupBench *bench = ilv_scene_stage_get_bench (ILV_SCENE_STAGE (stage));
  GtkWidget *settings = ilv_stage_get_settings (stage);
  GtkWidget *windows[N_VIEWS];
  GtkWidget *views[N_VIEWS];
  g_autofree char *description = NULL;

  for (guint i = 0; i < N_VIEWS; i++)
    views[i] = show (stage, &windows[i]);
  g_assert_nonnull (ui_test_find_label (views[0], "8 tasks, 100 ms of work each"));
  set_spin (settings, 0, 2);
  set_spin (settings, 1, 10);
  g_assert_nonnull (ui_test_find_label (views[1], "2 tasks, 10 ms of work each"));
  g_assert_cmpstr (get_number (views[0], 0), ==, "–");
  g_assert_cmpstr (get_number (views[0], 1), !=, "–");
  g_assert_null (ilv_stage_describe (stage));

  ilv_stage_run (stage);
  g_assert_true (ilv_stage_is_running (stage));
  g_assert_false (ilv_stage_has_result (stage));
  g_assert_nonnull (ui_test_find_label (views[1], "Measuring…"));
  ui_test_wait_until (!ilv_stage_is_running (stage));
  g_assert_true (ilv_stage_has_result (stage));
  description = ilv_stage_describe (stage);
  g_assert_cmpstr (description, ==, ilv_speedup_bench_get_sentence (bench));
  g_assert_cmpstr (get_number (views[0], 0), !=, "–");
  assert_same_chart (views);
  for (guint i = 0; i < N_VIEWS; i++)
    {
      g_assert_nonnull (ui_test_find_label (views[i], description));
      g_assert_cmpstr (get_number (views[i], 0), ==, get_number (views[0], 0));
    }
  for (guint i = 0; i < N_VIEWS; i++)
    gtk_window_destroy (GTK_WINDOW (windows[i]));

  /* Another setting is another question. */
  set_spin (settings, 0, 3);
  g_assert_false (ilv_stage_has_result (stage));
}

/* It goes on without views, and until it is stopped. */
static void
test_stop (void)
{
  g_autoptr (IlvStage) stage = ilv_scene_stage_new ("speedup");
  GtkWidget *window;

  set_spin (ilv_stage_get_settings (stage), 0, 64);
  set_spin (ilv_stage_get_settings (stage), 1, 500);
  show (stage, &window);
  ilv_stage_run (stage);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (ilv_stage_is_running (stage));
  ilv_stage_stop (stage);
  ui_test_wait_until (!ilv_stage_is_running (stage));
  g_assert_false (ilv_stage_has_result (stage));
  g_assert_cmpstr (
    ilv_speedup_bench_get_sentence (ilv_scene_stage_get_bench (ILV_SCENE_STAGE (stage))), ==,
    "Stopped. What had been measured until then is still shown.");
}

static void
test_other (void)
{
  g_assert_null (ilv_scene_stage_new ("cashiers"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/present/scene-stage/computer", test_computer);
  g_test_add_func ("/present/scene-stage/speedup", test_speedup);
  g_test_add_func ("/present/scene-stage/stop", test_stop);
  g_test_add_func ("/present/scene-stage/other", test_other);

  return g_test_run ();
}
