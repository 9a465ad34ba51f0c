/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the start of the process to the first frame on the screen: the program's window against an
 * empty libadwaita window, each in a process of its own, in turn. */

#include <unistd.h>

#include <adwaita.h>

#include "ilv-application.h"

#define ROUNDS 7

static void
on_after_paint (GdkFrameClock *clock G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  _exit (0);
}

static void
on_realize (GtkWidget *window, gpointer user_data G_GNUC_UNUSED)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint), NULL);
}

static void
on_window_added (GtkApplication *application G_GNUC_UNUSED,
                 GtkWindow *window,
                 gpointer user_data G_GNUC_UNUSED)
{
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
}

static void
on_activate_empty (GApplication *application, gpointer user_data G_GNUC_UNUSED)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (const char *which)
{
  g_autoptr (GApplication) application = NULL;

  if (g_str_equal (which, "interleave"))
    {
      application = G_APPLICATION (ilv_application_new ());
    }
  else
    {
      application = G_APPLICATION (adw_application_new ("io.github.interleave.Empty",
                                                        G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (on_activate_empty), NULL);
    }
  g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
  return g_application_run (application, 0, NULL);
}

static double
time_child (const char *program, const char *which)
{
  const char *arguments[] = { program, which, NULL };
  g_autoptr (GError) error = NULL;
  gint64 begin_us = g_get_monotonic_time ();
  g_autoptr (GSubprocess) child
    = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);

  if (child == NULL || !g_subprocess_wait_check (child, NULL, &error))
    g_error ("%s: %s", which, error->message);
  return (g_get_monotonic_time () - begin_us) / 1000.0;
}

static int
compare (const void *left, const void *right)
{
  double difference = *(const double *) left - *(const double *) right;

  return (difference > 0) - (difference < 0);
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

int
main (int argc, char *argv[])
{
  double empty[ROUNDS], interleave[ROUNDS];

  if (argc > 1)
    return run_child (argv[1]);
  if (!gtk_init_check ())
    {
      g_print ("skipped: no display\n");
      return 77;
    }

  time_child (argv[0], "empty");
  time_child (argv[0], "interleave");
  for (guint i = 0; i < ROUNDS; i++)
    {
      empty[i] = time_child (argv[0], "empty");
      interleave[i] = time_child (argv[0], "interleave");
    }
  g_print ("start to first frame, median of %d: empty libadwaita window %.0f ms, "
           "interleave %.0f ms, ratio %.2f\n",
           ROUNDS, median (empty, ROUNDS), median (interleave, ROUNDS),
           median (interleave, ROUNDS) / median (empty, ROUNDS));
  return 0;
}
