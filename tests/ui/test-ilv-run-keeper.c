/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-keeper.h"

#include "ilv-race-view.h"
#include "ui-test-race.h"
#include "ui-test-view.h"

#define LOCKED                                                                                     \
  "Title=Locked\n[Task A]\nSteps=cpu 2ms\n[Task B]\nSteps=cpu 2ms\n"                               \
  "[Break]\nTitle=Break it\nRepair=Mend it.\n[Broken A]\nSteps=cpu 1ms\n"

static const IlvRunPlace place = { "lesson", "page", "Locked" };

static void
test_comparison (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvLastRun) run = NULL;

  g_assert_null (ilv_last_runs_load (fixture->runs, &place));
  view_run (fixture);
  run = ilv_last_runs_load (fixture->runs, &place);
  g_assert_nonnull (run);
  g_assert_cmpuint (run->traces->len, ==, 2);
  g_assert_null (run->titles);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_assert_true (run->traces->pdata[i] == view_get_trace (fixture, i));
}

/* What was broken on purpose, or stopped, does not take the place of a run. */
static void
test_not_kept (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  view_change (fixture, "break", g_variant_new_boolean (TRUE));
  view_run (fixture);
  g_assert_null (ilv_last_runs_load (fixture->runs, &place));

  view_change (fixture, "break", g_variant_new_boolean (FALSE));
  view_activate (fixture, "run");
  view_activate (fixture, "stop");
  ui_test_wait_until (view_is_enabled (fixture, "run"));
  g_assert_null (ilv_last_runs_load (fixture->runs, &place));
}

static void
test_race (void)
{
  static const IlvRunPlace race_place = { "lesson", "page", "Five names" };
  g_autoptr (IlvLastRuns) runs = ilv_last_runs_new (NULL);
  g_autoptr (IlvRace) race = ui_test_create_race ();
  g_autoptr (IlvLastRun) run = NULL;
  const IlvLessonContext context = { .lesson = "lesson", .section = "page", .runs = runs };
  GtkWidget *view = ilv_race_view_new_in_lesson (race, &context);
  GtkWidget *window = gtk_window_new ();
  IlvRaceBench *bench = ilv_race_view_get_bench (ILV_RACE_VIEW (view));

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_widget_activate_action (view, "comparison.run", NULL);
  ui_test_wait_until (!ilv_race_bench_is_running (bench));
  run = ilv_last_runs_load (runs, &race_place);
  g_assert_nonnull (run);
  g_assert_cmpuint (run->traces->len, ==, ilv_race_get_n_runs (race));
  for (guint i = 0; i < run->traces->len; i++)
    {
      g_assert_true (run->traces->pdata[i] == ilv_race_bench_get_trace (bench, i));
      g_assert_cmpstr (run->titles->pdata[i], ==, ilv_race_get_run (race, i)->title);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Without a lesson there is nothing to keep it for. */
static void
test_no_lesson (void)
{
  const IlvLessonContext context = { .lesson = "lesson", .section = "page" };
  g_autoptr (IlvRunKeeper) none = ilv_run_keeper_new (NULL, "Title");
  g_autoptr (IlvRunKeeper) no_runs = ilv_run_keeper_new (&context, "Title");
  IlvTrace *const traces[] = { NULL, NULL };

  ilv_run_keeper_keep (none, traces, NULL, 2);
  ilv_run_keeper_keep (no_runs, traces, NULL, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/run-keeper/comparison", ViewFixture, LOCKED, view_set_up, test_comparison,
              view_tear_down);
  g_test_add ("/ui/run-keeper/not-kept", ViewFixture, LOCKED, view_set_up, test_not_kept,
              view_tear_down);
  g_test_add_func ("/ui/run-keeper/race", test_race);
  g_test_add_func ("/ui/run-keeper/no-lesson", test_no_lesson);

  return g_test_run ();
}
