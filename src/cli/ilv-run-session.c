/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-session.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "ilv-terminal.h"

#define PROGRESS_INTERVAL_MS 100

/* Back to the start of the line, and clear it. */
#define ERASE_LINE "\r\033[K"

typedef struct
{
  IlvExperiment *experiment;
  GCancellable *cancellable;
  GMainLoop *loop;
  gboolean succeeded;
  GError *error;
  IlvSide side;
  gint64 side_start_us;
} Session;

static gboolean
on_interrupted (gpointer user_data)
{
  Session *session = user_data;

  g_cancellable_cancel (session->cancellable);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_progress (gpointer user_data)
{
  Session *session = user_data;
  IlvSide side = ilv_experiment_get_running_side (session->experiment);
  IlvStrategy strategy = ilv_experiment_get_strategy (session->experiment, side);
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  IlvTerminal terminal;

  if (side != session->side)
    {
      session->side = side;
      session->side_start_us = g_get_monotonic_time ();
    }
  /* Translators: a strategy such as "Time-sliced", and how long it has been running, in seconds. */
  text = g_strdup_printf (_ ("Running: %s… %.1f s"), ilv_strategy_get_title (strategy),
                          (g_get_monotonic_time () - session->side_start_us) / 1e6);
  ilv_terminal_init (&terminal, STDERR_FILENO, 0);
  clean = ilv_terminal_clean_text (&terminal, text);
  fprintf (stderr, ERASE_LINE "%s", clean);
  return G_SOURCE_CONTINUE;
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Session *session = user_data;

  session->succeeded = ilv_experiment_run_finish (ILV_EXPERIMENT (source), result, &session->error);
  g_main_loop_quit (session->loop);
}

gboolean
ilv_run_session_run (IlvExperiment *experiment, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Session session = {
    .experiment = experiment,
    .cancellable = cancellable,
    .loop = loop,
    .side_start_us = g_get_monotonic_time (),
  };
  gboolean progress = isatty (STDERR_FILENO) && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  guint interrupt = g_unix_signal_add (SIGINT, on_interrupted, &session);
  guint terminate = g_unix_signal_add (SIGTERM, on_interrupted, &session);
  guint timer = progress ? g_timeout_add (PROGRESS_INTERVAL_MS, on_progress, &session) : 0;

  ilv_experiment_run_async (experiment, cancellable, on_run, &session);
  g_main_loop_run (loop);

  g_source_remove (interrupt);
  g_source_remove (terminate);
  if (progress)
    {
      g_source_remove (timer);
      fputs (ERASE_LINE, stderr);
    }
  if (session.error != NULL)
    g_propagate_error (error, session.error);
  return session.succeeded;
}
