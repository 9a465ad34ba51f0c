/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "ilv-comparison-stage.h"
#include "ilv-experiment-slide.h"
#include "present-test-windows.h"

/* Two sides of code that wait for seconds, and nothing after it. */
#define LONG_LESSON                                                                                \
  "# Wait\n\n```compare\n[Compare]\nTitle=Long\nLeft=sequential\nRight=event-loop\n[Task A]\n"      \
  "Steps=wait 30s\n```\n\n---\n\n# End\n\nThe end.\n"

static IlvRunState
get_state (PresentFixture *fixture)
{
  return ilv_presentation_get_run_state (fixture->presentation, 0);
}

static IlvExperimentSlide *
get_slide (GtkWidget *window)
{
  return ILV_EXPERIMENT_SLIDE (ui_test_find (window, ILV_TYPE_EXPERIMENT_SLIDE, 0));
}

/* Next runs it; the run decides the poll; every window shows the same. */
static void
test_next_runs (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvPoll *poll = ilv_presentation_get_poll (fixture->presentation, 0);
  GtkWidget *windows[N_WINDOWS];
  IlvStage *stage;

  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  for (guint i = 0; i < N_WINDOWS; i++)
    windows[i] = present_test_open_window (fixture);
  stage = ilv_stage_set_get_current (fixture->stages);
  g_assert_true (ILV_IS_COMPARISON_STAGE (stage));
  g_assert_cmpint (get_state (fixture), ==, ILV_RUN_NONE);
  g_assert_cmpint (ilv_poll_get_right (poll), ==, -1);

  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  g_assert_cmpint (get_state (fixture), ==, ILV_RUN_GOING);
  present_test_wait_for_run (fixture);
  g_assert_cmpint (get_state (fixture), ==, ILV_RUN_DONE);
  g_assert_cmpint (ilv_poll_get_right (poll), >=, 0);
  g_assert_cmpfloat (ilv_poll_get_measured (poll), ==,
                     ilv_stage_measure (stage, ilv_poll_get_prediction (poll)));
  for (guint i = 0; i < N_WINDOWS; i++)
    {
      g_autofree char *verdict = ilv_stage_describe (stage);

      g_assert_cmpstr (ilv_experiment_slide_get_statement (get_slide (windows[i])), ==, verdict);
      for (guint side = 0; side < ILV_N_SIDES; side++)
        g_assert_true (
          ilv_timeline_get_trace (ilv_experiment_slide_get_timeline (get_slide (windows[i]), side))
          == ilv_comparison_stage_get_trace (ILV_COMPARISON_STAGE (stage), side));
    }
  for (guint i = 0; i < N_WINDOWS; i++)
    gtk_window_destroy (GTK_WINDOW (windows[i]));
}

/* A slide that is left takes its run with it; it is still the same stage when the teacher comes back. */
static void
test_leaving_stops (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvStage *stage;

  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  stage = ilv_stage_set_get_current (fixture->stages);
  ilv_presentation_perform (fixture->presentation, ILV_TALK_RUN);
  g_assert_true (ilv_stage_is_running (stage));
  g_assert_cmpint (get_state (fixture), ==, ILV_RUN_GOING);

  ilv_presentation_perform (fixture->presentation, ILV_TALK_LAST);
  ui_test_wait_until (!ilv_stage_is_running (stage));
  g_assert_cmpint (get_state (fixture), ==, ILV_RUN_NONE);
  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  g_assert_true (ilv_stage_set_get_current (fixture->stages) == stage);
}

static void
test_stop (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvStage *stage;

  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  stage = ilv_stage_set_get_current (fixture->stages);
  ilv_presentation_perform (fixture->presentation, ILV_TALK_RUN);
  ilv_presentation_perform (fixture->presentation, ILV_TALK_STOP);
  ui_test_wait_until (!ilv_stage_is_running (stage));
  g_assert_false (ilv_stage_has_result (stage));
  g_assert_cmpstr (ilv_comparison_stage_get_problem (ILV_COMPARISON_STAGE (stage)), ==,
                   "The run was stopped.");
}

/* Keys of the presenter reach what all views share. */
static void
test_replay (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvComparisonView *view;
  IlvTimeAxis *axis;
  IlvPlayhead *playhead;

  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  view = ilv_comparison_stage_get_view (
    ILV_COMPARISON_STAGE (ilv_stage_set_get_current (fixture->stages)));
  axis = ilv_comparison_view_get_axis (view);
  playhead = ilv_comparison_view_get_playhead (view);
  ilv_presentation_perform (fixture->presentation, ILV_TALK_RUN);
  present_test_wait_for_run (fixture);

  ilv_presentation_perform (fixture->presentation, ILV_TALK_ZOOM_IN);
  g_assert_false (ilv_time_axis_shows_all (axis));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_ZOOM_FIT);
  g_assert_true (ilv_time_axis_shows_all (axis));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_PLAY);
  g_assert_true (ilv_playhead_is_playing (playhead));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_PLAY);
  g_assert_false (ilv_playhead_is_playing (playhead));
}

/* Slides without an experiment have no stage, and asking them for a run does nothing. */
static void
test_none (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_null (ilv_stage_set_get_current (fixture->stages));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_RUN);
  g_assert_cmpint (get_state (fixture), ==, ILV_RUN_NONE);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  present_test_add ("/present/stage-set/next-runs", test_next_runs);
  present_test_add ("/present/stage-set/replay", test_replay);
  present_test_add ("/present/stage-set/none", test_none);
  present_test_add_lesson ("/present/stage-set/leaving-stops", LONG_LESSON, test_leaving_stops);
  present_test_add_lesson ("/present/stage-set/stop", LONG_LESSON, test_stop);

  return g_test_run ();
}
