/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-stage.h"

#include "ilv-race-board.h"
#include "ilv-race-row.h"
#include "ilv-race-slide.h"
#include "ui-test-race.h"
#include "ui-test.h"

#define N_VIEWS 2

/* A stage, and two views of it in windows, as the room and the presenter have them. */
typedef struct
{
  IlvStage *stage;
  IlvRaceView *race;
  GtkWidget *windows[N_VIEWS];
  GtkWidget *views[N_VIEWS];
} Fixture;

static void
open_views (Fixture *fixture)
{
  for (guint i = 0; i < N_VIEWS; i++)
    {
      fixture->windows[i] = gtk_window_new ();
      fixture->views[i] = ilv_stage_create_view (fixture->stage, ILV_SLIDE_RACE);
      gtk_window_set_child (GTK_WINDOW (fixture->windows[i]), fixture->views[i]);
      gtk_window_set_default_size (GTK_WINDOW (fixture->windows[i]), 1200, 700);
      gtk_window_present (GTK_WINDOW (fixture->windows[i]));
    }
}

static void
close_views (Fixture *fixture)
{
  for (guint i = 0; i < N_VIEWS; i++)
    gtk_window_destroy (GTK_WINDOW (fixture->windows[i]));
}

static void
begin (Fixture *fixture, IlvRace *race)
{
  const IlvLessonContext context = { .lesson = "lesson", .section = "section" };

  fixture->stage = ilv_race_stage_new (race, &context);
  fixture->race = ILV_RACE_VIEW (ilv_stage_get_settings (fixture->stage));
  open_views (fixture);
}

static void
end (Fixture *fixture)
{
  close_views (fixture);
  g_assert_finalize_object (fixture->stage);
}

static IlvRaceRow *
get_row (Fixture *fixture, guint view, guint run)
{
  return ILV_RACE_ROW (ui_test_find (fixture->views[view], ILV_TYPE_RACE_ROW, run));
}

static void
assert_same (Fixture *fixture)
{
  for (guint run = 0; run < ilv_race_lanes_get_n_lanes (ilv_race_view_get_lanes (fixture->race)); run++)
    {
      g_assert_cmpstr (ilv_race_row_get_duration (get_row (fixture, 0, run)), ==,
                       ilv_race_row_get_duration (get_row (fixture, 1, run)));
      g_assert_cmpstr (ilv_race_row_get_caption (get_row (fixture, 0, run)), ==,
                       ilv_race_row_get_caption (get_row (fixture, 1, run)));
    }
}

static void
count (gpointer data)
{
  ++*(guint *) data;
}

/* All four, for real; both views tell the same, and nothing before there is something to tell. */
static void
test_run (void)
{
  static const char *const captions[] = { "1 at once", "1 at once", "2 at once", "5 at once" };
  g_autoptr (IlvRace) race = ui_test_create_race ();
  g_autofree char *obstacle = NULL;
  g_autofree char *verdict = NULL;
  Fixture fixture;
  guint n_changes = 0;

  begin (&fixture, race);
  obstacle = ilv_stage_dup_obstacle (fixture.stage);
  g_assert_null (obstacle);
  g_assert_false (ilv_stage_is_running (fixture.stage));
  g_assert_false (ilv_stage_has_result (fixture.stage));
  g_assert_null (ilv_stage_describe (fixture.stage));
  g_assert_cmpstr (ilv_race_row_get_duration (get_row (&fixture, 0, 3)), ==, "–");
  g_assert_cmpstr (ilv_race_row_get_caption (get_row (&fixture, 1, 3)), ==, "not run yet");
  g_assert_nonnull (
    ui_test_find_label (fixture.views[0], "Not run yet: which of them is the fastest?"));
  g_assert_nonnull (ui_test_find_label (fixture.views[0], "5 requests · latency 20 ms"));

  g_signal_connect_swapped (fixture.stage, "changed", G_CALLBACK (count), &n_changes);
  ilv_stage_run (fixture.stage);
  g_assert_true (ilv_stage_is_running (fixture.stage));
  g_assert_false (ilv_stage_has_result (fixture.stage));
  g_assert_cmpuint (n_changes, >, 0);
  ilv_stage_run (fixture.stage); /* does nothing */
  ui_test_wait_until (!ilv_stage_is_running (fixture.stage));

  g_assert_true (ilv_stage_has_result (fixture.stage));
  verdict = ilv_stage_describe (fixture.stage);
  g_assert_cmpstr (verdict, ==, ilv_race_view_get_verdict (fixture.race));
  for (guint run = 0; run < G_N_ELEMENTS (captions); run++)
    g_assert_cmpstr (ilv_race_row_get_caption (get_row (&fixture, 0, run)), ==, captions[run]);
  assert_same (&fixture);
  end (&fixture);
}

/* What was run outlives its views, and goes on while nobody sees it. */
static void
test_views_come_and_go (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  GtkWidget *window = gtk_window_new ();
  Fixture fixture;

  begin (&fixture, race);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (fixture.race));
  gtk_window_present (GTK_WINDOW (window));
  ilv_stage_run (fixture.stage);
  close_views (&fixture);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (ilv_stage_is_running (fixture.stage));
  ui_test_wait_until (!ilv_stage_is_running (fixture.stage));
  g_assert_true (ilv_stage_has_result (fixture.stage));
  open_views (&fixture);
  g_assert_cmpstr (ilv_race_row_get_caption (get_row (&fixture, 1, 3)), ==, "5 at once");
  assert_same (&fixture);
  end (&fixture);
}

static GtkAdjustment *
get_setting (Fixture *fixture, guint index)
{
  return gtk_range_get_adjustment (
    GTK_RANGE (ui_test_find (GTK_WIDGET (fixture->race), GTK_TYPE_SCALE, index)));
}

static void
test_stop (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  Fixture fixture;

  begin (&fixture, race);
  gtk_adjustment_set_value (get_setting (&fixture, 0), 1000);
  gtk_adjustment_set_value (get_setting (&fixture, 2), 2000);
  g_assert_nonnull (ui_test_find_label (fixture.views[1], "1000 requests · latency 2000 ms"));
  ilv_stage_run (fixture.stage);
  ui_test_wait_until (ilv_race_lanes_has_traces (ilv_race_view_get_lanes (fixture.race)));
  g_assert_nonnull (ui_test_find_label (fixture.views[0], "Run 1 of 4: A plain loop"));
  ilv_stage_stop (fixture.stage);
  ui_test_wait_until (!ilv_stage_is_running (fixture.stage));
  g_assert_false (ilv_stage_has_result (fixture.stage));
  for (guint i = 0; i < N_VIEWS; i++)
    g_assert_nonnull (ui_test_find_label (
      fixture.views[i], "The race was stopped. What had happened until then is still shown."));
  end (&fixture);
}

/* Every request fails: each run says how many, and below it stands why, in one paragraph. */
static void
test_failures (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  g_auto (GStrv) problems = NULL;
  g_autofree char *problem = NULL;
  Fixture fixture;

  begin (&fixture, race);
  gtk_adjustment_set_value (get_setting (&fixture, 4), 100);
  ilv_stage_run (fixture.stage);
  ui_test_wait_until (!ilv_stage_is_running (fixture.stage));
  for (guint run = 0; run < 4; run++)
    g_assert_cmpstr (ilv_race_row_get_caption (get_row (&fixture, 0, run)), ==, "5 failed");
  problems = g_strsplit (ilv_race_view_get_problem (fixture.race), "\n", -1);
  g_assert_cmpuint (g_strv_length (problems), ==, 4);
  problem = g_strjoinv (" · ", problems);
  g_assert_nonnull (ui_test_find_label (fixture.views[0], problem));
  end (&fixture);
}

/* All runs are replayed at once, by one clock, and zoomed on one scale. */
static void
test_replay (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  GActionGroup *actions;
  IlvPlayhead *playhead;
  IlvTimeAxis *axis;
  Fixture fixture;

  begin (&fixture, race);
  actions = ilv_stage_get_actions (fixture.stage);
  axis = ilv_race_lanes_get_axis (ilv_race_view_get_lanes (fixture.race));
  playhead = ilv_race_stage_get_playhead (ILV_RACE_STAGE (fixture.stage));
  g_assert_false (g_action_group_get_action_enabled (actions, "play"));
  ilv_stage_run (fixture.stage);
  ui_test_wait_until (!ilv_stage_is_running (fixture.stage));
  g_assert_true (g_action_group_get_action_enabled (actions, "play"));
  g_action_group_activate_action (actions, "zoom-in", NULL);
  g_assert_false (ilv_time_axis_shows_all (axis));
  g_action_group_activate_action (actions, "zoom-fit", NULL);
  g_assert_true (ilv_time_axis_shows_all (axis));
  ilv_playhead_set_position_ns (playhead, 0);
  g_action_group_activate_action (actions, "play", NULL);
  g_assert_true (ilv_playhead_is_playing (playhead));
  ui_test_wait_until (!ilv_playhead_is_playing (playhead));
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==,
                   ilv_race_lanes_get_end_ns (ilv_race_view_get_lanes (fixture.race)));
  end (&fixture);
}

/* Rows have the same height and fill the board, whatever stands in them. */
static void
test_layout (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  GtkWidget *board;
  int height = -1;
  Fixture fixture;

  begin (&fixture, race);
  board = ui_test_find (fixture.views[0], ILV_TYPE_RACE_BOARD, 0);
  ui_test_wait_until (gtk_widget_get_height (board) > 0);
  for (guint run = 0; run < 4; run++)
    {
      GtkWidget *row = GTK_WIDGET (get_row (&fixture, 0, run));
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (row, board, &bounds));
      g_assert_cmpint (gtk_widget_get_height (row), ==, height < 0 ? gtk_widget_get_height (row) : height);
      height = gtk_widget_get_height (row);
      g_assert_cmpfloat (bounds.origin.y, >=, run * height);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (board));
    }
  g_assert_cmpint (4 * height, >, gtk_widget_get_height (board) * 3 / 4);
  end (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/present/race-stage/run", test_run);
  g_test_add_func ("/present/race-stage/views-come-and-go", test_views_come_and_go);
  g_test_add_func ("/present/race-stage/stop", test_stop);
  g_test_add_func ("/present/race-stage/failures", test_failures);
  g_test_add_func ("/present/race-stage/replay", test_replay);
  g_test_add_func ("/present/race-stage/layout", test_layout);

  return g_test_run ();
}
