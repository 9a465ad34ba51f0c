/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-content.h"

#include "ilv-race-stage.h"
#include "ilv-scene-stage.h"
#include "present-test-course.h"
#include "present-test-labels.h"

/* The lessons of the course, from 0, that have what is to be seen. */
#define LESSON_COMPUTER 2
#define LESSON_POKEMON 6
#define EXPERIMENT_WITH_FAILURES 3 /* of that lesson's */

/* What a slide shows does not fit if it is higher than its place. */
static void
check_content (GtkWidget *view)
{
  GtkWidget *content = NULL;
  IlvSlidePlaces places;
  graphene_rect_t bounds;
  int minimum;

  ilv_slide_format_get_places (gtk_widget_get_width (view), &places);
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_compute_bounds (child, view, &bounds) && bounds.origin.y == places.content.y)
      content = child;
  g_assert_nonnull (content);
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, places.content.width);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, places.content.width, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, places.content.height);
}

static void
check_view (IlvStageSet *stages, IlvSlide *slide, int width, const char *style, const char *name)
{
  GtkWidget *view = ilv_slide_view_new_for_slide (stages, slide);
  GtkWidget *window;
  g_autofree char *file = g_strdup_printf ("%s-%d-%s.png", name, width, style);

  gtk_widget_add_css_class (view, style);
  window = present_test_open_window (view, width);
  present_test_check_labels (view, view);
  check_content (view);
  present_test_save (view, file);
  gtk_window_destroy (GTK_WINDOW (window));
}

static IlvSlide *
find_slide (IlvDeck *deck, IlvSlideKind kind, guint nth)
{
  for (guint i = 0; i < ilv_deck_get_n_slides (deck); i++)
    if (ilv_slide_get_kind (ilv_deck_get_slide (deck, i)) == kind && nth-- == 0)
      return ilv_deck_get_slide (deck, i);
  g_assert_not_reached ();
}

/* The slide as it is now, in the widest and the narrowest format; both styles are laid out in the same
 * way. */
static void
check (IlvStageSet *stages, IlvSlideKind kind, guint nth, const char *name)
{
  static const int widths[] = { 1920, 1440 };
  IlvPresentation *presentation = ilv_stage_set_get_presentation (stages);
  IlvLesson *lesson = ilv_deck_get_lesson (ilv_presentation_get_deck (presentation));

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (IlvDeck) deck = ilv_slide_measure_create_deck (lesson, widths[i]);
      IlvSlide *slide = find_slide (deck, kind, nth);

      ilv_presentation_set_deck (presentation, deck);
      check_view (stages, slide, widths[i], "dark", name);
      if (g_getenv ("INTERLEAVE_SLIDES") != NULL)
        check_view (stages, slide, widths[i], "light", name);
    }
}

static IlvStage *
get_stage (IlvStageSet *stages, IlvSlideKind kind, guint nth)
{
  IlvDeck *deck = ilv_presentation_get_deck (ilv_stage_set_get_presentation (stages));

  return ilv_stage_set_get (stages, find_slide (deck, kind, nth));
}

static void
run (IlvStage *stage)
{
  ilv_stage_run (stage);
  ui_test_wait_until (!ilv_stage_is_running (stage));
  g_assert_true (ilv_stage_has_result (stage));
}

static GtkAdjustment *
get_setting (IlvStage *stage, guint index)
{
  return gtk_range_get_adjustment (
    GTK_RANGE (ui_test_find (ilv_stage_get_settings (stage), GTK_TYPE_SCALE, index)));
}

/* Before the race, after it, in the middle of its replay, after one of two hundred, and where all requests fail. */
static void
test_race (void)
{
  PresentTestCourse course;
  IlvStageSet *stages;
  IlvStage *stage;
  IlvPlayhead *playhead;

  present_test_course_init (&course);
  stages = present_test_course_open (&course, LESSON_POKEMON, 1920);
  check (stages, ILV_SLIDE_RACE, 0, "race-before");
  stage = get_stage (stages, ILV_SLIDE_RACE, 0);
  run (stage);
  check (stages, ILV_SLIDE_RACE, 0, "race-after");
  playhead = ilv_race_stage_get_playhead (ILV_RACE_STAGE (stage));
  ilv_playhead_set_position_ns (playhead, ilv_playhead_get_end_ns (playhead) / 8);
  check (stages, ILV_SLIDE_RACE, 0, "race-replay");
  gtk_adjustment_set_value (get_setting (stage, 0), 200);
  gtk_adjustment_set_value (get_setting (stage, 2), 0);
  gtk_adjustment_set_value (get_setting (stage, 3), 0);
  run (stage);
  check (stages, ILV_SLIDE_RACE, 0, "race-many");
  gtk_adjustment_set_value (get_setting (stage, 0), 20);
  gtk_adjustment_set_value (get_setting (stage, 4), 100);
  run (stage);
  check (stages, ILV_SLIDE_RACE, 0, "race-failures");
  g_assert_finalize_object (stages);
  present_test_course_clear (&course);
}

/* Pictures, timelines, a pulse, what failed and why: what has most to show fits, before the run and after it. */
static void
test_experiment (void)
{
  PresentTestCourse course;
  IlvStageSet *stages;
  IlvStage *stage;

  present_test_course_init (&course);
  stages = present_test_course_open (&course, LESSON_POKEMON, 1920);
  check (stages, ILV_SLIDE_EXPERIMENT, EXPERIMENT_WITH_FAILURES, "experiment-before");
  stage = get_stage (stages, ILV_SLIDE_EXPERIMENT, EXPERIMENT_WITH_FAILURES);
  run (stage);
  check (stages, ILV_SLIDE_EXPERIMENT, EXPERIMENT_WITH_FAILURES, "experiment-after");
  g_assert_finalize_object (stages);
  present_test_course_clear (&course);
}

static void
test_computer (void)
{
  PresentTestCourse course;
  IlvStageSet *stages;
  IlvComputerWatch *watch;

  present_test_course_init (&course);
  stages = present_test_course_open (&course, LESSON_COMPUTER, 1920);
  check (stages, ILV_SLIDE_SCENE, 0, "computer-before");
  watch = ilv_scene_stage_get_watch (ILV_SCENE_STAGE (get_stage (stages, ILV_SLIDE_SCENE, 0)));
  ilv_computer_watch_begin (watch);
  ui_test_wait_until (ilv_computer_watch_get_n_looks (watch) >= 2);
  check (stages, ILV_SLIDE_SCENE, 0, "computer");
  ilv_computer_watch_end (watch);
  g_assert_finalize_object (stages);
  present_test_course_clear (&course);
}

static void
test_speedup (void)
{
  PresentTestCourse course;
  IlvStageSet *stages;

  present_test_course_init (&course);
  stages = present_test_course_open (&course, LESSON_COMPUTER, 1920);
  check (stages, ILV_SLIDE_SCENE, 1, "speedup-before");
  run (get_stage (stages, ILV_SLIDE_SCENE, 1));
  check (stages, ILV_SLIDE_SCENE, 1, "speedup-after");
  g_assert_finalize_object (stages);
  present_test_course_clear (&course);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/slide-content/experiment", test_experiment);
  g_test_add_func ("/present/slide-content/race", test_race);
  g_test_add_func ("/present/slide-content/computer", test_computer);
  g_test_add_func ("/present/slide-content/speedup", test_speedup);

  return g_test_run ();
}
