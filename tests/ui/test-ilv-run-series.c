/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-series.h"
#include "ilv-run-thumb.h"
#include "ui-test-view.h"

static const char model[] = "Left=sequential\nRight=model\n[Task A]\nSteps=cpu 2ms\n";

static guint
count_runs (ViewFixture *fixture)
{
  guint n_runs = 0;

  while (ui_test_find (GTK_WIDGET (fixture->view), ILV_TYPE_RUN_THUMB, n_runs) != NULL)
    n_runs++;
  return n_runs;
}

static const char *
get_hint (ViewFixture *fixture)
{
  GtkWidget *transport = view_get_part (fixture, "transport");

  return gtk_label_get_label (
    GTK_LABEL (gtk_widget_get_template_child (transport, ILV_TYPE_TRANSPORT, "hint")));
}

/* Nothing else can be done from the first run to the last, and Stop stays. */
static void
test_ten (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkStack *run_stack;

  ui_test_wait_until (view_is_enabled (fixture, "repeat"));
  run_stack = GTK_STACK (gtk_widget_get_template_child (view_get_part (fixture, "transport"),
                                                        ILV_TYPE_TRANSPORT, "run_stack"));
  view_activate (fixture, "repeat");
  g_assert_cmpstr (get_hint (fixture), ==, "Run 1 of 10, left side: Sequential");
  for (guint i = 1; i <= ILV_RUN_SERIES_LENGTH; i++)
    {
      g_assert_false (view_is_enabled (fixture, "run"));
      g_assert_false (view_is_enabled (fixture, "repeat"));
      g_assert_false (view_is_enabled (fixture, "show-run"));
      g_assert_true (view_is_enabled (fixture, "stop"));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (run_stack), ==, "stop");
      ui_test_wait_until (count_runs (fixture) == i);
    }
  ui_test_wait_until (view_is_enabled (fixture, "repeat"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (run_stack), ==, "run");
  g_assert_cmpuint (count_runs (fixture), ==, ILV_RUN_SERIES_LENGTH);
}

/* Stopping in the third run keeps the two before it. */
static void
test_stop (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_wait_until (view_is_enabled (fixture, "repeat"));
  view_activate (fixture, "repeat");
  ui_test_wait_until (count_runs (fixture) == 2 && ilv_experiment_is_running (fixture->experiment));
  view_activate (fixture, "stop");
  ui_test_wait_until (view_is_enabled (fixture, "run"));
  g_assert_cmpuint (count_runs (fixture), ==, 2);
  g_assert_true (view_shows (fixture, "The run was stopped. What had happened until then is still shown."));
  view_run (fixture);
  g_assert_cmpuint (count_runs (fixture), ==, 3);
}

/* A page may be left between two runs. */
static void
test_leave (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_wait_until (view_is_enabled (fixture, "repeat"));
  view_activate (fixture, "repeat");
  ui_test_wait_until (count_runs (fixture) == 1);
  view_hide (fixture);
}

static void
on_ended (IlvBench *bench G_GNUC_UNUSED, GError *error, IlvRunSeries *series)
{
  g_assert_no_error (error);
  if (ilv_run_series_get_number (series) != 2)
    return;
  g_assert_true (ilv_run_series_is_active (series));
  ilv_run_series_stop (series);
  g_assert_false (ilv_run_series_is_active (series));
}

static void
on_active_changed (guint *n_changes)
{
  (*n_changes)++;
}

/* After the first run, before the second. */
static void
test_between (void)
{
  g_autoptr (IlvBench) bench = ilv_bench_new ();
  g_autoptr (IlvRunSeries) series = ilv_run_series_new (bench);
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (2, 5 * MS);
  IlvExperiment *experiment = ilv_bench_get_experiment (bench);
  guint n_changes = 0;

  ilv_experiment_set_workload (experiment, workload);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_experiment_set_strategy (experiment, i, ILV_STRATEGY_MODEL);
  g_signal_connect (bench, "ended", G_CALLBACK (on_ended), series);
  g_signal_connect_swapped (series, "notify::active", G_CALLBACK (on_active_changed), &n_changes);
  ilv_run_series_stop (series);
  g_assert_cmpuint (n_changes, ==, 0);

  ilv_run_series_start (series, 3);
  g_assert_true (ilv_run_series_is_active (series));
  ui_test_wait_until (!ilv_run_series_is_active (series));
  g_assert_false (ilv_bench_is_running (bench));
  g_assert_cmpuint (n_changes, ==, 2);

  ilv_run_series_start (series, 1);
  ui_test_wait_until (!ilv_run_series_is_active (series));
  g_assert_cmpuint (ilv_run_series_get_n_runs (series), ==, 1);
  g_assert_cmpuint (n_changes, ==, 4);
  g_signal_handlers_disconnect_by_data (bench, series);
}

/* Nobody wants to be asked ten times. */
static void
test_asks (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_wait_until (view_is_enabled (fixture, "run"));
  g_assert_false (view_is_enabled (fixture, "repeat"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/run-series/ten", ViewFixture, model, view_set_up, test_ten, view_tear_down);
  g_test_add ("/ui/run-series/stop", ViewFixture,
              "Left=sequential\nRight=sequential\n[Task A]\nSteps=wait 60ms\n", view_set_up, test_stop,
              view_tear_down);
  g_test_add ("/ui/run-series/leave", ViewFixture, model, view_set_up, test_leave, view_tear_down);
  g_test_add_func ("/ui/run-series/between", test_between);
  g_test_add ("/ui/run-series/asks", ViewFixture,
              "Left=sequential\nRight=event-loop\n[Task A]\nSteps=ask traffic-lights\n", view_set_up,
              test_asks, view_tear_down);

  return g_test_run ();
}
