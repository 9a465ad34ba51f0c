/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "ilv-experiment-slide.h"

#include "ilv-ask-card.h"
#include "ilv-captcha.h"
#include "present-test-labels.h"
#include "present-test-windows.h"
#include "ui-test-part.h"

#define MS G_GINT64_CONSTANT (1000000)
#define HINT "First the left side will run, then the right one."

#define ASK_LESSON                                                                                 \
  "# Ask\n\n```compare\n[Compare]\nTitle=You\nLeft=sequential\nRight=event-loop\n[Task A]\n"        \
  "Steps=ask traffic lights\n```\n"

static IlvExperimentSlide *
get_slide (GtkWidget *window)
{
  return ILV_EXPERIMENT_SLIDE (ui_test_find (window, ILV_TYPE_EXPERIMENT_SLIDE, 0));
}

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
  GtkWidget *view = GTK_WIDGET (ilv_comparison_stage_get_view (stage));

  ilv_setup_set_workload (ILV_SETUP (ui_test_get_part (view, "setup")), workload);
}

/* All of it can be read and is on the slide: before the run, and after it. */
static void
test_readable (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvComparisonStage *stage = get_stage (fixture);
  GtkWidget *window = present_test_open_window (fixture);
  GtkWidget *view = ui_test_find (window, ILV_TYPE_SLIDE_VIEW, 0);

  present_test_check_labels (view, view);
  g_assert_cmpstr (ilv_experiment_slide_get_statement (get_slide (window)), ==, HINT);
  ilv_stage_run (ILV_STAGE (stage));
  g_assert_cmpstr (ilv_experiment_slide_get_statement (get_slide (window)), ==,
                   "The left side is running…");
  present_test_wait_for_run (fixture);
  present_test_wait_for_frame (window);
  present_test_check_labels (view, view);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A change of the settings is seen in all windows at once. */
static void
test_settings (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvComparisonStage *stage = get_stage (fixture);
  GtkWidget *windows[N_WINDOWS];

  for (guint i = 0; i < N_WINDOWS; i++)
    windows[i] = present_test_open_window (fixture);
  set_tasks (stage, 7, 20 * MS);
  for (guint i = 0; i < N_WINDOWS; i++)
    {
      g_assert_nonnull (ui_test_find_label (windows[i], "7 tasks of 20 ms"));
      g_assert_null (ui_test_find_label (windows[i], "7 tasks, a very thin line each"));
    }
  for (guint i = 0; i < N_WINDOWS; i++)
    gtk_window_destroy (GTK_WINDOW (windows[i]));
}

/* Lanes without end are on the slide all the same, and it says what they are. */
static void
test_crowd (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvComparisonStage *stage = get_stage (fixture);
  GtkWidget *view = GTK_WIDGET (ilv_comparison_stage_get_view (stage));
  GtkWidget *window, *slide;

  set_tasks (stage, 300, 20 * MS);
  ilv_setup_set_grouping (ILV_SETUP (ui_test_get_part (view, "setup")), ILV_GROUPING_TASK);
  window = present_test_open_window (fixture);
  slide = ui_test_find (window, ILV_TYPE_SLIDE_VIEW, 0);
  g_assert_nonnull (ui_test_find_label (window, "300 tasks, a very thin line each"));
  present_test_check_labels (slide, slide);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is picked in one window is picked in the other. */
static void
check_in_step (GtkWidget *card, GtkWidget *other)
{
  for (guint i = 0; i < ILV_CAPTCHA_N_PICTURES; i++)
    {
      GtkWidget *button = ui_test_find (card, GTK_TYPE_TOGGLE_BUTTON, i);
      GtkWidget *same = ui_test_find (other, GTK_TYPE_TOGGLE_BUTTON, i);

      g_assert_cmpint (
        ilv_captcha_picture_get_motif (ILV_CAPTCHA_PICTURE (gtk_button_get_child (GTK_BUTTON (button)))), ==,
        ilv_captcha_picture_get_motif (ILV_CAPTCHA_PICTURE (gtk_button_get_child (GTK_BUTTON (same)))));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i % 2 == 0);
      g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (same)), ==, i % 2 == 0);
    }
}

/* The question of a run can be answered in any window; then it is gone from all. */
static void
test_ask (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvComparisonStage *stage = get_stage (fixture);
  IlvPerson *person = ilv_world_get_person (ilv_experiment_get_world (
    ilv_comparison_view_get_experiment (ilv_comparison_stage_get_view (stage))));
  GtkWidget *windows[N_WINDOWS];
  GtkWidget *cards[N_WINDOWS];

  for (guint i = 0; i < N_WINDOWS; i++)
    {
      windows[i] = present_test_open_window (fixture);
      cards[i] = ui_test_find (windows[i], ILV_TYPE_ASK_CARD, 0);
      g_assert_false (gtk_widget_get_visible (cards[i]));
    }
  ilv_stage_run (ILV_STAGE (stage));
  for (guint side = 0; side < ILV_N_SIDES; side++)
    {
      ui_test_wait_until (gtk_widget_get_visible (cards[0]) && gtk_widget_get_visible (cards[1]));
      check_in_step (cards[side], cards[1 - side]);
      g_signal_emit_by_name (gtk_widget_get_last_child (cards[side]), "solved");
      ui_test_wait_until (!gtk_widget_get_visible (cards[0]) && !gtk_widget_get_visible (cards[1]));
    }
  ui_test_wait_until (!ilv_stage_is_running (ILV_STAGE (stage)));
  g_assert_true (ilv_stage_has_result (ILV_STAGE (stage)));
  g_assert_null (ilv_person_dup_question (person));
  for (guint i = 0; i < N_WINDOWS; i++)
    gtk_window_destroy (GTK_WINDOW (windows[i]));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  present_test_add ("/present/experiment-slide/readable", test_readable);
  present_test_add ("/present/experiment-slide/settings", test_settings);
  present_test_add ("/present/experiment-slide/crowd", test_crowd);
  present_test_add_lesson ("/present/experiment-slide/ask", ASK_LESSON, test_ask);

  return g_test_run ();
}
