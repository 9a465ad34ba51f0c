/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The longest that the main thread works without looking at what people do: until the window is
 * there ("window", when there is nothing yet that anybody could use), in the second after that
 * ("start"), from one section to the next in all lessons, while what stands in a section runs, and while a trace of
 * 1 M events is opened, read, shown and closed ("trace").
 * It counts the main thread's time of the processor, which others on the machine make longer only
 * by what they push out of its caches. The last column is that time in units of a small window's
 * first frame, measured before in this process: machines differ, and the ratio less so.
 *
 * With INTERLEAVE_BENCH_SECTIONS, it tells of each section. With names of lessons, it reads only
 * these. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "bench-calls.h"
#include "ilv-application.h"
#include "ilv-lesson.h"
#include "ilv-section-view.h"
#include "ilv-trace-page.h"
#include "ilv-turn-watch.h"
#include "ilv-window.h"

#define REST_MS 250
#define LONGEST_RUN_MS 4000
#define N_EVENTS 1000000
#define N_OPENINGS 5

typedef struct
{
  const char *name;
  GArray *turns_ms;
  IlvTurn worst;
  guint n_long; /* longer than a frame of 60 Hz */
} Phase;

static double reference_ms;

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (guint ms)
{
  gboolean rested = FALSE;

  g_timeout_add (ms, on_timeout, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static void
note (Phase *phase, const char *lesson, guint section)
{
  IlvTurn turn = ilv_turn_watch_take_worst ();
  double work_ms = turn.work_us / 1000.0;

  if (g_getenv ("INTERLEAVE_BENCH_SECTIONS") != NULL)
    g_print ("  %-10s %-12s %2u %7.1f ms  %s\n", phase->name, lesson, section + 1, work_ms,
             turn.source);
  g_array_append_val (phase->turns_ms, work_ms);
  phase->n_long += work_ms > 1000.0 / 60 ? 1 : 0;
  if (turn.work_us > phase->worst.work_us)
    phase->worst = turn;
}

static int
compare (const void *left, const void *right)
{
  double difference = *(const double *) left - *(const double *) right;

  return (difference > 0) - (difference < 0);
}

static void
report (Phase *phase)
{
  double worst_ms = phase->worst.work_us / 1000.0;

  if (phase->turns_ms->len == 0)
    return;
  qsort (phase->turns_ms->data, phase->turns_ms->len, sizeof (double), compare);
  g_print ("%-8s worst turns of %3u: median %5.1f ms, %3u above 16.7 ms, worst %5.1f ms (%s), "
           "ratio %.2f\n",
           phase->name, phase->turns_ms->len,
           g_array_index (phase->turns_ms, double, phase->turns_ms->len / 2), phase->n_long,
           worst_ms, phase->worst.source, worst_ms / reference_ms);
}

/* What GTK itself works in a turn for a window of a few widgets. */
static void
measure_reference (void)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), gtk_calendar_new ());
  gtk_window_present (GTK_WINDOW (window));
  rest (REST_MS);
  gtk_window_destroy (GTK_WINDOW (window));
  rest (REST_MS);
  reference_ms = ilv_turn_watch_take_worst ().work_us / 1000.0;
  g_print ("reference, a calendar's window: %.1f ms\n", reference_ms);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static IlvSectionView *
find_section (GtkWidget *widget)
{
  return ILV_SECTION_VIEW (find (widget, ILV_TYPE_SECTION_VIEW));
}

static void
run_section (IlvWindow *window, Phase *phase, const char *lesson, guint section)
{
  GtkWidget *widget = GTK_WIDGET (window);
  GActionGroup *experiment = ilv_section_view_get_experiment (find_section (widget));

  if (experiment == NULL || !g_action_group_get_action_enabled (experiment, "run"))
    return;
  g_action_group_activate_action (experiment, "run", NULL);
  rest (LONGEST_RUN_MS);
  gtk_widget_activate_action (widget, "page.stop", NULL);
  rest (REST_MS);
  note (phase, lesson, section);
}

static void
read_course (IlvWindow *window, const char *const *lessons, Phase *change, Phase *run)
{
  for (guint i = 0; lessons[i] != NULL; i++)
    {
      guint n_sections;

      if (!ilv_window_open_lesson (window, lessons[i]))
        continue;
      n_sections = ilv_lesson_get_n_sections (ilv_window_get_lesson (window));
      for (guint section = 0; section < n_sections; section++)
        {
          ilv_window_set_section (window, section);
          while (!ilv_section_view_is_whole (find_section (GTK_WIDGET (window))))
            rest (REST_MS);
          rest (REST_MS);
          note (change, lessons[i], section);
          if (run != NULL)
            run_section (window, run, lessons[i], section);
        }
    }
}

/* Each time as another file, since what is open already is only read again. */
static void
open_traces (IlvWindow *window, Phase *phase)
{
  g_autofree char *folder = g_dir_make_tmp ("interleave-bench-XXXXXX", NULL);

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.json", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      IlvTraceDocument *document;

      bench_calls_write (path, N_EVENTS, FALSE);
      rest (REST_MS); /* what it took to write is over with the turn */
      ilv_turn_watch_take_worst ();
      ilv_window_open_file (window, file);
      document = ilv_trace_page_get_document (ILV_TRACE_PAGE (find (GTK_WIDGET (window), ILV_TYPE_TRACE_PAGE)));
      do
        rest (REST_MS);
      while (ilv_trace_document_is_reading (document));
      rest (4 * REST_MS);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.close-trace", "u",
                                  ilv_trace_document_get_id (document));
      rest (REST_MS);
      note (phase, "trace", i);
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
on_drawn (GdkFrameClock *clock G_GNUC_UNUSED, gboolean *drawn)
{
  *drawn = TRUE;
}

static void
wait_for_first_frame (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean drawn = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_drawn), &drawn);

  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  /* A turn is over when the next one begins. */
  g_main_context_iteration (NULL, FALSE);
  g_signal_handler_disconnect (clock, handler);
}

static Phase
create_phase (const char *name)
{
  return (Phase){ .name = name, .turns_ms = g_array_new (FALSE, FALSE, sizeof (double)) };
}

int
main (int argc, char **argv)
{
  static const char *const all[] = { "concurrency", "python",   "waiting",  "async",
                                     "pokemon",     "cashiers", "computer", NULL };
  const char *const *lessons = argc > 1 ? (const char *const *) argv + 1 : all;
  g_autoptr (IlvApplication) application = NULL;
  g_autoptr (GSettings) settings = NULL;
  Phase first = create_phase ("window"), start = create_phase ("start"),
        change = create_phase ("section"), run = create_phase ("run"),
        trace = create_phase ("trace");
  GtkWindow *window;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  if (!gtk_init_check ())
    {
      g_print ("skipped: no display\n");
      return 77;
    }
  adw_init ();
  ilv_turn_watch_begin (g_getenv ("INTERLEAVE_TURNS"));
  measure_reference ();

  /* Runs do not wait for an answer. The settings are those of this process alone. */
  settings = g_settings_new ("io.github.interleave.Interleave");
  g_settings_set_boolean (settings, "require-predictions", FALSE);
  application = ilv_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_application_activate (G_APPLICATION (application));
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  wait_for_first_frame (window);
  note (&first, "", 0);
  rest (1000);
  note (&start, "", 0);

  read_course (ILV_WINDOW (window), lessons, &change,
               g_getenv ("INTERLEAVE_BENCH_NO_RUNS") != NULL ? NULL : &run);
  open_traces (ILV_WINDOW (window), &trace);
  report (&first);
  report (&start);
  report (&change);
  report (&run);
  report (&trace);
  return 0;
}
