/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A change of slides at 1920×1080, drawn by the cairo renderer: how long it takes from the key to the
 * drawn frame, for each kind of slide, over all lessons; and the work of laying out a lesson's slides. A slide
 * of text has to be there within one frame at 60 Hz. */

#include <stdlib.h>
#include <time.h>

#include "ilv-course.h"
#include "ilv-slide-canvas.h"
#include "ilv-slide-measure.h"
#include "ilv-slide-view.h"

#define FRAME_MS (1000 / 60.0)

/* What a window does by itself between two keys; a teacher takes longer. */
#define REST_MS 120

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

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The time of the processor, which others on the machine do not make longer. */
static double
get_work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static void
on_painted (gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (void)
{
  gboolean rested = FALSE;

  g_timeout_add (REST_MS, on_timeout, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

/* The next slide, from the key to the end of its frame. What the clock waits for its next tick is not ours;
 * it is counted all the same. */
static double
change_slide (IlvPresentation *presentation, GtkWidget *view)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_painted), &painted);
  gint64 start_us = g_get_monotonic_time ();

  ilv_presentation_go_to (presentation, ilv_presentation_get_slide_number (presentation) + 1);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  return (double) (g_get_monotonic_time () - start_us) / 1000;
}

static void
show_lesson (IlvLesson *lesson, const IlvLessonContext *context)
{
  double start_ms = get_work_ms ();
  g_autoptr (IlvDeck) deck = ilv_slide_measure_create_deck (lesson, 1920);
  double ms = get_work_ms () - start_ms;
  g_autoptr (IlvPresentation) presentation = ilv_presentation_new (deck, NULL);
  g_autoptr (IlvStageSet) stages = ilv_stage_set_new (presentation, context);
  GtkWidget *window = gtk_window_new (), *canvas = ilv_slide_canvas_new ();
  GtkWidget *view = ilv_slide_view_new (stages);

  g_print ("%-12s %2u slides laid out in %6.2f ms of work\n", ilv_lesson_get_id (lesson),
           ilv_deck_get_n_slides (deck), ms);
  ilv_slide_canvas_set_child (ILV_SLIDE_CANVAS (canvas), view);
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (view) == 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 1; i < ilv_deck_get_n_slides (deck); i++)
    {
      double change_ms;

      rest ();
      change_ms = change_slide (presentation, view);
      g_array_append_val (changes_ms[ilv_slide_get_kind (ilv_deck_get_slide (deck, i))], change_ms);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Returns whether the text slides were within a frame, in the median. */
static gboolean
print_results (void)
{
  gboolean kept = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GArray *values = changes_ms[kinds[i].kind];
      double median, worst;

      if (values->len == 0)
        continue;
      qsort (values->data, values->len, sizeof (double), compare_doubles);
      median = g_array_index (values, double, values->len / 2);
      worst = g_array_index (values, double, values->len - 1);
      g_print ("%-10s %3u slides: median %6.2f ms, worst %6.2f ms, ratio to a frame %5.2f\n",
               kinds[i].name, values->len, median, worst, median / FRAME_MS);
      if (kinds[i].kind == ILV_SLIDE_TEXT)
        kept = median <= FRAME_MS;
    }
  return kept;
}

int
main (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-slide-progress.ini", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (IlvProgress) progress = ilv_progress_new (file);
  g_autoptr (IlvPythons) pythons = ilv_pythons_new (NULL);
  g_autoptr (IlvCourse) course = ilv_course_new_from_folder (folder, NULL);

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  if (!gtk_init_check ())
    {
      g_print ("no display: skipped\n");
      return 77;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    changes_ms[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);
      const IlvLessonContext context = {
        .lesson = ilv_lesson_get_id (lesson),
        .progress = progress,
        .pythons = pythons,
        .glossary = ilv_course_get_glossary (course),
      };

      show_lesson (lesson, &context);
    }
  return print_results () ? EXIT_SUCCESS : EXIT_FAILURE;
}
