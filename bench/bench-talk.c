/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a talk is busy without looking at a key: a lesson is presented in both windows, by the cairo
 * renderer, from one slide to the next. For each kind of slide, over all lessons: what a key does at once, and
 * the longest turn of the main loop after it, when the slide is drawn and what comes next is made ready. It counts the main thread's time of the processor, which others on the machine do not make
 * longer. */

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "ilv-course.h"
#include "ilv-presenter.h"

#define REST_MS 250

static const struct
{
  IlvSlideKind kind;
  const char *name;
} kinds[] = {
  { ILV_SLIDE_TITLE, "title" },           { ILV_SLIDE_TEXT, "text" },   { ILV_SLIDE_POLL, "poll" },
  { ILV_SLIDE_CODE, "code" },             { ILV_SLIDE_EXPERIMENT, "experiment" },
  { ILV_SLIDE_RACE, "race" },             { ILV_SLIDE_SCENE, "scene" }, { ILV_SLIDE_ANSWER, "answer" },
};

static GArray *changes_ms[G_N_ELEMENTS (kinds)];
static GArray *rests_ms[G_N_ELEMENTS (kinds)];

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

/* One turn of the main loop; it keeps the longest. */
static void
turn (double *longest_ms)
{
  double start_ms = get_work_ms ();

  g_main_context_iteration (NULL, TRUE);
  *longest_ms = MAX (*longest_ms, get_work_ms () - start_ms);
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static double
rest (void)
{
  gboolean rested = FALSE;
  double longest_ms = 0;

  g_timeout_add (REST_MS, on_timeout, &rested);
  while (!rested)
    turn (&longest_ms);
  return longest_ms;
}

static double
change_slide (IlvPresenter *presenter, guint slide)
{
  double start_ms = get_work_ms ();

  ilv_presentation_go_to (ilv_presenter_get_presentation (presenter), slide);
  return get_work_ms () - start_ms;
}

static IlvPresenter *
start (GtkApplication *application, IlvLesson *lesson, const IlvLessonContext *context)
{
  double start_ms = get_work_ms (), key_ms, rest_ms;
  IlvPresenter *presenter = ilv_presenter_new (application, NULL, lesson, ILV_SLIDE_NONE, context);

  key_ms = get_work_ms () - start_ms;
  rest_ms = rest ();
  g_print ("%-12s begins in %6.2f ms, then %6.2f ms", ilv_lesson_get_id (lesson), key_ms, rest_ms);
  start_ms = get_work_ms ();
  ilv_presentation_perform (ilv_presenter_get_presentation (presenter), ILV_TALK_CONSOLE);
  g_print ("; console %6.2f ms", get_work_ms () - start_ms);
  g_print (", then %6.2f ms\n", rest ());
  return presenter;
}

static void
give_talk (GtkApplication *application, IlvLesson *lesson, const IlvLessonContext *context)
{
  g_autoptr (IlvPresenter) presenter = start (application, lesson, context);
  IlvDeck *deck = ilv_presentation_get_deck (ilv_presenter_get_presentation (presenter));
  double start_ms;

  for (guint i = 1; i < ilv_deck_get_n_slides (deck); i++)
    {
      IlvSlideKind kind = ilv_slide_get_kind (ilv_deck_get_slide (deck, i));
      double change_ms = change_slide (presenter, i);
      double rest_ms = rest ();

      g_array_append_val (changes_ms[kind], change_ms);
      g_array_append_val (rests_ms[kind], rest_ms);
      if (g_getenv ("INTERLEAVE_BENCH_SLIDES") != NULL)
        g_print ("  %3u %-10s %6.2f %6.2f\n", i + 1, kinds[kind].name, change_ms, rest_ms);
    }
  start_ms = get_work_ms ();
  ilv_presenter_end (presenter);
  g_print ("%-12s ends in %6.2f ms\n", ilv_lesson_get_id (lesson), get_work_ms () - start_ms);
}

static void
print_times (GArray *values, const char *what)
{
  qsort (values->data, values->len, sizeof (double), compare_doubles);
  g_print (" %s: median %6.2f ms, worst %6.2f ms;", what,
           g_array_index (values, double, values->len / 2),
           g_array_index (values, double, values->len - 1));
}

static void
print_results (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (changes_ms[kinds[i].kind]->len == 0)
        continue;
      g_print ("%-10s %3u slides:", kinds[i].name, changes_ms[kinds[i].kind]->len);
      print_times (changes_ms[kinds[i].kind], "at the key");
      print_times (rests_ms[kinds[i].kind], "longest turn after it");
      g_print ("\n");
    }
}

int
main (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-talk-progress.ini", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (IlvProgress) progress = ilv_progress_new (file);
  g_autoptr (IlvPythons) pythons = ilv_pythons_new (NULL);
  g_autoptr (IlvCourse) course = ilv_course_new_from_folder (folder, NULL);
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  if (!gtk_init_check ())
    {
      g_print ("no display: skipped\n");
      return 77;
    }
  adw_init ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      changes_ms[i] = g_array_new (FALSE, FALSE, sizeof (double));
      rests_ms[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }
  while (ilv_pythons_is_searching (pythons))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);
      const IlvLessonContext context = {
        .lesson = ilv_lesson_get_id (lesson),
        .progress = progress,
        .pythons = pythons,
        .glossary = ilv_course_get_glossary (course),
      };

      give_talk (application, lesson, &context);
    }
  print_results ();
  return EXIT_SUCCESS;
}
