/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <math.h>

#include "ilv-comparison-stage.h"
#include "ilv-experiment-slide.h"
#include "present-test-windows.h"
#include "ui-test-part.h"

#define N_VIEWS 3
#define MS G_GINT64_CONSTANT (1000000)

static IlvComparisonStage *
get_stage (PresentFixture *fixture)
{
  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  return ILV_COMPARISON_STAGE (ilv_stage_set_get_current (fixture->stages));
}

static void
set_tasks (IlvComparisonStage *stage, guint n_tasks, gint64 work_ns)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (n_tasks, work_ns);
  IlvComparisonView *view = ilv_comparison_stage_get_view (stage);

  ilv_setup_set_workload (ILV_SETUP (ui_test_get_part (GTK_WIDGET (view), "setup")), workload);
}

/* All views have the one axis and the one playhead, so that they cannot but be in step. */
static void
test_views_share (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvComparisonStage *stage = get_stage (fixture);
  IlvComparisonView *view = ilv_comparison_stage_get_view (stage);

  for (guint i = 0; i < N_VIEWS; i++)
    {
      g_autoptr (GtkWidget) slide
        = g_object_ref_sink (ilv_stage_create_view (ILV_STAGE (stage), ILV_SLIDE_EXPERIMENT));

      for (guint side = 0; side < ILV_N_SIDES; side++)
        {
          IlvTimeline *timeline
            = ilv_experiment_slide_get_timeline (ILV_EXPERIMENT_SLIDE (slide), side);

          g_assert_cmpint (ilv_timeline_get_side (timeline), ==, side);
          g_assert_true (ilv_timeline_get_axis (timeline) == ilv_comparison_view_get_axis (view));
          g_assert_true (ilv_timeline_get_playhead (timeline)
                         == ilv_comparison_view_get_playhead (view));
          g_assert_true (ilv_timeline_get_trace (timeline)
                         == ilv_comparison_stage_get_plan (stage, side));
        }
    }
}

/* What is set after a run is not what was run: slides show the plan again until it is set back. */
static void
test_outdated (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvComparisonStage *stage = get_stage (fixture);
  IlvPrediction *prediction
    = ilv_poll_get_prediction (ilv_presentation_get_poll (fixture->presentation, 0));

  g_assert_true (isnan (ilv_stage_measure (ILV_STAGE (stage), prediction)));
  set_tasks (stage, 2, 20 * MS);
  ilv_stage_run (ILV_STAGE (stage));
  present_test_wait_for_run (fixture);
  g_assert_true (ilv_stage_has_result (ILV_STAGE (stage)));
  g_assert_nonnull (ilv_comparison_stage_get_trace (stage, ILV_SIDE_LEFT));

  set_tasks (stage, 5, 20 * MS);
  g_assert_null (ilv_comparison_stage_get_trace (stage, ILV_SIDE_LEFT));
  g_assert_false (ilv_stage_has_result (ILV_STAGE (stage)));
  g_assert_cmpuint (
    ilv_trace_get_info (ilv_comparison_stage_get_plan (stage, ILV_SIDE_LEFT))->tasks->len, ==, 5);
  g_assert_true (isnan (ilv_stage_measure (ILV_STAGE (stage), prediction)));

  set_tasks (stage, 2, 20 * MS);
  g_assert_true (ilv_stage_has_result (ILV_STAGE (stage)));
}

/* A replay is never faster than the time, however many views of it are on screens. */
static void
test_one_clock (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvComparisonStage *stage = get_stage (fixture);
  IlvComparisonView *view = ilv_comparison_stage_get_view (stage);
  IlvPlayhead *playhead = ilv_comparison_view_get_playhead (view);
  GtkWidget *windows[N_WINDOWS];
  gint64 start_us;

  set_tasks (stage, 2, 400 * MS);
  for (guint i = 0; i < N_WINDOWS; i++)
    windows[i] = present_test_open_window (fixture);
  ilv_stage_run (ILV_STAGE (stage));
  present_test_wait_for_run (fixture);

  start_us = g_get_monotonic_time ();
  g_action_group_activate_action (ilv_stage_get_actions (ILV_STAGE (stage)), "play", NULL);
  ui_test_wait_until (ilv_playhead_get_position_ns (playhead) > 100 * MS);
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead) / 1000, <=,
                   g_get_monotonic_time () - start_us + 20000);

  /* It goes on when the window whose clock it was is gone. */
  gtk_window_destroy (GTK_WINDOW (windows[0]));
  g_assert_true (ilv_playhead_is_playing (playhead));
  ui_test_wait_until (ilv_playhead_get_position_ns (playhead) > 200 * MS);
  gtk_window_destroy (GTK_WINDOW (windows[1]));
}

/* The settings that the teacher prepared on the lesson's page are those of the talk. */
static void
test_prepared (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvSection *section = ilv_lesson_get_section (fixture->lesson.lesson, 0);
  IlvLessonContext context = {
    .lesson = ilv_lesson_get_id (fixture->lesson.lesson),
    .section = ilv_section_get_slug (section),
    .progress = fixture->lesson.progress,
    .pythons = fixture->pythons,
  };
  g_autoptr (GtkWidget) page = NULL;

  page = g_object_ref_sink (
    ilv_comparison_view_new_in_lesson (ilv_section_get_comparison (section), &context));
  ilv_setup_set_processors (ILV_SETUP (ui_test_get_part (page, "setup")), 1);
  g_assert_cmpuint (
    ilv_trace_get_info (ilv_comparison_stage_get_plan (get_stage (fixture), ILV_SIDE_RIGHT))->processors,
    ==, 1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  present_test_add ("/present/comparison-stage/views-share", test_views_share);
  present_test_add ("/present/comparison-stage/outdated", test_outdated);
  present_test_add ("/present/comparison-stage/one-clock", test_one_clock);
  present_test_add_lesson ("/present/comparison-stage/prepared",
                           "# Go\n\n```compare\n[Compare]\nTitle=Short\nLeft=sequential\n"
                           "Right=thread-pool\nProcessors=2\n[Task A]\nSteps=cpu 4ms\n```\n",
                           test_prepared);

  return g_test_run ();
}
