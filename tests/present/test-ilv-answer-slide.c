/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-answer-slide.h"

#include <math.h>

#include <adwaita.h>

#include "ilv-fitted.h"
#include "ilv-slide-style.h"
#include "present-test-course.h"
#include "present-test-poll.h"

/* The smallest text of polls is of 36 pixels, and no text of a slide is to be below 28. */
#define LEAST_SCALE (28.0 / 36)

static GtkWidget *
open_slide (PresentFixture *fixture)
{
  return present_test_open_poll (fixture, ILV_SLIDE_ANSWER, ilv_answer_slide_new);
}

static gboolean
is_right (GtkWidget *view, guint choice)
{
  GtkWidget *row = ui_test_find (view, ILV_TYPE_POLL_CHOICE, choice);
  GtkWidget *mark = ui_test_find_label (row, "Right");

  g_assert_cmpint (gtk_widget_get_mapped (mark), ==, gtk_widget_has_css_class (row, "right"));
  return gtk_widget_get_mapped (mark);
}

static gboolean
says (GtkWidget *view, const char *text)
{
  GtkWidget *label = ui_test_find_label (view, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* There is no answer but what was measured. */
static void
test_before_run (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = open_slide (fixture);
  guint experiment = ilv_slide_get_parts (ilv_presentation_get_slide (fixture->presentation))->experiment;

  g_assert_true (says (view, "Run the experiment first: the run decides"));
  g_assert_false (is_right (view, LEFT) || is_right (view, BOTH));
  g_assert_false (says (view, "Yes.") || says (view, "No."));
  ilv_presentation_set_run_state (fixture->presentation, experiment, ILV_RUN_GOING);
  g_assert_true (says (view, "The experiment is running"));
  ilv_presentation_set_run_state (fixture->presentation, experiment, ILV_RUN_NONE);
  g_assert_true (says (view, "Run the experiment first: the run decides"));
  present_test_close_poll (view);
}

static void
test_right (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = open_slide (fixture);
  IlvPoll *poll = present_test_get_poll (fixture);

  ilv_poll_set_measured (poll, 1.98);
  g_assert_true (is_right (view, BOTH));
  g_assert_false (is_right (view, LEFT));
  g_assert_true (says (view, "Yes."));
  g_assert_true (says (view, "The right side was 1.98 times as fast as the left"));
  g_assert_false (says (view, "Why not A? No."));
  ilv_poll_set_measured (poll, 0.5);
  g_assert_true (says (view, "The right side took 2.00 times as long as the left"));
  ilv_poll_set_measured (poll, 1.98);

  /* Many were wrong, and hear why. */
  ilv_poll_set_count (poll, 0, LEFT, 3);
  g_assert_true (says (view, "Why not A? No."));
  g_assert_true (says (view, "3 · 100 %"));

  /* Another run may decide otherwise. */
  ilv_poll_set_measured (poll, 0.5);
  g_assert_true (is_right (view, LEFT));
  g_assert_false (is_right (view, BOTH));
  g_assert_true (says (view, "No."));
  g_assert_false (says (view, "Why not A? No."));
  present_test_close_poll (view);
}

/* Whether the slide that is shown is whole, and large enough. */
static void
assert_fits (GtkWidget *window)
{
  GtkWidget *fitted = NULL, *content;
  int minimum;

  ui_test_wait_until ((fitted = ui_test_find (window, ILV_TYPE_FITTED, 0)) != NULL
                      && gtk_widget_get_height (fitted) > 0);
  content = gtk_widget_get_first_child (fitted);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (content), &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, gtk_widget_get_height (content));
  g_assert_cmpfloat (ilv_fitted_get_scale (ILV_FITTED (fitted)), >=, LEAST_SCALE);
}

/* The longest that there is to say: hands in three digits, and the reason of a wrong answer too. */
static void
fill_poll (IlvPoll *poll)
{
  IlvPrediction *prediction = ilv_poll_get_prediction (poll);

  for (guint choice = 0; choice < ilv_poll_get_n_choices (poll); choice++)
    for (guint round = 0; round < ILV_POLL_N_ROUNDS; round++)
      ilv_poll_set_count (poll, round, choice, 120 - choice);
  if (ilv_prediction_get_n_choices (prediction) > 1)
    ilv_poll_set_measured (poll, ilv_prediction_get_choice (prediction, 1)->from + 0.001);
}

static GtkWidget *
open_small_window (IlvStageSet *stages, int slide_width)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *canvas = ilv_slide_canvas_new ();

  ilv_slide_canvas_set_slide_width (ILV_SLIDE_CANVAS (canvas), slide_width);
  ilv_slide_canvas_set_child (ILV_SLIDE_CANVAS (canvas), ilv_slide_view_new (stages));
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_window_set_default_size (GTK_WINDOW (window), slide_width / 8, 1080 / 8);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static int
measure_nothing (IlvBlock *block G_GNUC_UNUSED,
                 int text_size G_GNUC_UNUSED,
                 int width G_GNUC_UNUSED,
                 gpointer data G_GNUC_UNUSED)
{
  return 1;
}

/* The slides between are not looked at, so it does not matter how they are split. */
static guint
check_lesson (PresentTestCourse *course, guint number, int slide_width)
{
  IlvDeckMeasure measure = {
    .slide_width = slide_width,
    .width = 1000,
    .height = 500,
    .measure = measure_nothing,
  };
  g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course->course), number);
  g_autoptr (IlvDeck) deck = ilv_deck_new (lesson, &measure);
  g_autoptr (IlvPresentation) presentation = ilv_presentation_new (deck, NULL);
  IlvLessonContext context = {
    .progress = course->progress,
    .settings = course->settings,
    .pythons = course->pythons,
    .glossary = ilv_course_get_glossary (course->course),
  };
  g_autoptr (IlvStageSet) stages = ilv_stage_set_new (presentation, &context);
  GtkWidget *window = open_small_window (stages, slide_width);
  guint n_slides = 0;

  for (guint i = 0; i < ilv_deck_get_n_slides (deck); i++)
    {
      guint poll = ilv_slide_get_parts (ilv_deck_get_slide (deck, i))->poll;

      if (poll == ILV_SLIDE_NONE)
        continue;
      fill_poll (ilv_presentation_get_poll (presentation, poll));
      ilv_presentation_go_to (presentation, i);
      g_test_message ("%s, slide %u, %d wide", ilv_lesson_get_title (lesson), i + 1, slide_width);
      assert_fits (window);
      n_slides++;
    }
  gtk_window_destroy (GTK_WINDOW (window));
  return n_slides;
}

/* Every poll and answer of the course, in the narrowest format and in the widest. */
static void
test_course (void)
{
  PresentTestCourse course;
  guint n_slides = 0;

  present_test_course_init (&course);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course.course)); i++)
    n_slides += check_lesson (&course, i, 1440) + check_lesson (&course, i, 1920);
  g_assert_cmpuint (n_slides, >, 50);
  present_test_course_clear (&course);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ilv_slide_style_load (gdk_display_get_default ());

  present_test_add ("/present/answer-slide/before-run", test_before_run);
  present_test_add ("/present/answer-slide/right", test_right);
  g_test_add_func ("/present/answer-slide/course", test_course);

  return g_test_run ();
}
