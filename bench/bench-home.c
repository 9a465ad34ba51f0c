/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the program is at home on the desktop, against gtk4-widget-factory: from the start of the process to
 * the first frame on the screen, and the memory that it holds once it has come to rest. Both are started
 * in the same way, in turn, and both are seen from outside alone: the display tells that a window was
 * drawn, and /proc how much processor time that took and what is held. Machines that have other things to
 * do make the clock's figures uncertain; processor time tells waiting from work.
 *
 * It fails where the program is behind in a figure. Usage: bench-home INTERLEAVE */

#include <stdio.h>
#include <string.h>

#include <gio/gio.h>

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>

#define OTHER "gtk4-widget-factory"
#define ROUNDS 15
#define DEADLINE_MS 30000

/* As long as nothing is drawn for so long, a program is at rest. */
#define REST_MS 700

/* Blinking cursors and spinners never come to rest. */
#define LONGEST_REST_MS 2500

enum
{
  CLOCK_MS,
  PROCESSOR_MS,
  PSS_KIB,
  RSS_KIB,
  N_FIGURES,
};

static const char *const titles[N_FIGURES] = {
  "start to first frame (ms)",
  "processor time until then (ms)",
  "memory, its share (PSS, KiB)",
  "memory, resident (RSS, KiB)",
};

typedef struct
{
  Display *display;
  int damage_event;
} Observer;

/* Windows come and go while they are looked at. */
static int
pass_over (Display *display G_GNUC_UNUSED, XErrorEvent *event G_GNUC_UNUSED)
{
  return 0;
}

/* The processor time of the process, of all its threads, in milliseconds. */
static double
read_processor_ms (const char *pid)
{
  g_autofree char *folder_path = g_build_filename ("/proc", pid, "task", NULL);
  g_autoptr (GDir) folder = g_dir_open (folder_path, 0, NULL);
  const char *task;
  double total_ns = 0;

  while (folder != NULL && (task = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder_path, task, "schedstat", NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL))
        total_ns += g_ascii_strtod (text, NULL);
    }
  return total_ns / 1e6;
}

static double
read_memory_kib (const char *pid, const char *name)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "smaps_rollup", NULL);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (line = strstr (text, name)) == NULL)
    g_error ("%s says nothing of %s", path, name);
  return g_ascii_strtod (line + strlen (name), NULL);
}

static gint64
get_ms (void)
{
  return g_get_monotonic_time () / 1000;
}

/* Returns: whether there was something new before @end_ms. */
static gboolean
wait_for_event (Observer *observer, gint64 end_ms, XEvent *event)
{
  while (XPending (observer->display) == 0)
    {
      GPollFD poll = { .fd = ConnectionNumber (observer->display), .events = G_IO_IN };
      gint64 left_ms = end_ms - get_ms ();

      if (left_ms <= 0)
        return FALSE;
      g_poll (&poll, 1, (int) left_ms);
    }
  XNextEvent (observer->display, event);
  return TRUE;
}

/* A window that is new is watched; it may be taken into a frame of the window manager's, which is watched
 * too, and is not big enough to be taken for the program's as long as it is not drawn by the program. */
static void
watch (Observer *observer, Window window)
{
  XDamageCreate (observer->display, window, XDamageReportRawRectangles);
}

/* Whether most of a window that people can see was drawn. GTK has windows of one pixel, too. */
static gboolean
is_first_frame (Observer *observer, const XEvent *event)
{
  const XDamageNotifyEvent *damage = (const XDamageNotifyEvent *) event;

  return event->type == observer->damage_event + XDamageNotify && damage->geometry.width > 200
         && damage->geometry.height > 200
         && damage->area.width * damage->area.height * 2
              > damage->geometry.width * damage->geometry.height;
}

static void
wait_for_first_frame (Observer *observer, const char *program)
{
  gint64 end_ms = get_ms () + DEADLINE_MS;
  XEvent event;

  while (wait_for_event (observer, end_ms, &event))
    if (event.type == CreateNotify && !event.xcreatewindow.override_redirect)
      watch (observer, event.xcreatewindow.window);
    else if (is_first_frame (observer, &event))
      return;
  g_error ("%s draws no window", program);
}

static void
wait_for_rest (Observer *observer)
{
  gint64 longest_ms = get_ms () + LONGEST_REST_MS;
  XEvent event;

  while (wait_for_event (observer, MIN (longest_ms, get_ms () + REST_MS), &event))
    ;
}

/* What an earlier program has left in the queue is not of this one. */
static void
forget_events (Observer *observer)
{
  XEvent event;

  XSync (observer->display, False);
  while (XPending (observer->display) > 0)
    XNextEvent (observer->display, &event);
}

static void
measure (Observer *observer, const char *program, double figures[N_FIGURES])
{
  const char *arguments[] = { program, NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  const char *pid;
  gint64 begin_us;

  forget_events (observer);
  begin_us = g_get_monotonic_time ();
  process = g_subprocess_newv (arguments,
                               G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE,
                               &error);
  if (process == NULL)
    g_error ("%s: %s", program, error->message);
  pid = g_subprocess_get_identifier (process);

  wait_for_first_frame (observer, program);
  figures[CLOCK_MS] = (g_get_monotonic_time () - begin_us) / 1000.0;
  figures[PROCESSOR_MS] = read_processor_ms (pid);
  wait_for_rest (observer);
  figures[PSS_KIB] = read_memory_kib (pid, "\nPss:");
  figures[RSS_KIB] = read_memory_kib (pid, "\nRss:");

  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  /* The window manager takes its frame away. */
  g_usleep (50000);
}

static int
compare (const void *left, const void *right)
{
  double difference = *(const double *) left - *(const double *) right;

  return (difference > 0) - (difference < 0);
}

static double
find_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

/* Returns: whether the program is at home, that is, in no figure behind the other one. */
static gboolean
report (double ours[N_FIGURES][ROUNDS], double theirs[N_FIGURES][ROUNDS])
{
  gboolean is_at_home = TRUE;

  g_print ("medians of %d rounds: interleave, " OTHER ", ratio\n", ROUNDS);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      double our = find_median (ours[i], ROUNDS);
      double their = find_median (theirs[i], ROUNDS);

      g_print ("%-32s %8.0f %8.0f   %.2f   (least: %.0f, %.0f)\n", titles[i], our, their, our / their,
               ours[i][0], theirs[i][0]);
      is_at_home = is_at_home && our <= their;
    }
  return is_at_home;
}

static gboolean
open_screen (Observer *observer)
{
  int error_event;

  observer->display = XOpenDisplay (NULL);
  if (observer->display == NULL
      || !XDamageQueryExtension (observer->display, &observer->damage_event, &error_event))
    return FALSE;
  XSetErrorHandler (pass_over);
  XSelectInput (observer->display, DefaultRootWindow (observer->display), SubstructureNotifyMask);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autofree char *other = g_find_program_in_path (OTHER);
  double ours[N_FIGURES][ROUNDS], theirs[N_FIGURES][ROUNDS];
  Observer observer;

  g_return_val_if_fail (argc == 2, 1);
  if (other == NULL)
    {
      g_print ("skipped: there is no " OTHER " (on Debian, in the package gtk-4-examples)\n");
      return 77;
    }
  if (!open_screen (&observer))
    {
      g_print ("skipped: no X display that tells what was drawn\n");
      return 77;
    }

  /* The first round warms up, and counts for nothing. */
  for (int round = -1; round < ROUNDS; round++)
    {
      double our[N_FIGURES], their[N_FIGURES];

      measure (&observer, argv[1], our);
      measure (&observer, other, their);
      for (guint i = 0; round >= 0 && i < N_FIGURES; i++)
        {
          ours[i][round] = our[i];
          theirs[i][round] = their[i];
        }
    }
  return report (ours, theirs) ? 0 : 1;
}
