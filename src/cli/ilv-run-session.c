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
  const IlvRunSubject *subject;
  GCancellable *cancellable;
  GMainLoop *loop;
  gboolean succeeded;
  GError *error;
  guint number; /* of the run that goes on */
  gint64 start_us;
  gboolean can_answer;
  GString *answer;    /* what has been typed of it */
  GSource *keyboard;  /* while a question waits for an answer that is typed */
  GError *unanswered; /* why nobody can answer */
} Session;

static gboolean
on_interrupted (gpointer user_data)
{
  Session *session = user_data;

  g_cancellable_cancel (session->cancellable);
  return G_SOURCE_CONTINUE;
}

static void
stop_listening (Session *session)
{
  if (session->keyboard == NULL)
    return;
  g_source_destroy (session->keyboard);
  g_clear_pointer (&session->keyboard, g_source_unref);
}

/* Up to the end of the line: an empty one is an answer, too. */
static gboolean
on_typed (int fd, GIOCondition condition G_GNUC_UNUSED, gpointer user_data)
{
  Session *session = user_data;
  IlvPerson *person = ilv_world_get_person (session->subject->world);
  char key = '\n';

  if (read (fd, &key, 1) == 1 && key != '\n')
    {
      g_string_append_c (session->answer, key);
      return G_SOURCE_CONTINUE;
    }
  stop_listening (session);
  ilv_person_answer (person, session->answer->str);
  return G_SOURCE_REMOVE;
}

static void
on_asked (IlvPerson *person, Session *session)
{
  g_autofree char *question = ilv_person_dup_question (person);
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  IlvTerminal terminal;

  stop_listening (session);
  if (question == NULL)
    return;
  if (!session->can_answer)
    {
      if (session->unanswered == NULL)
        session->unanswered = g_error_new_literal (
          G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
          _ ("Somebody has to answer a question; write --answer TEXT, or run it on a terminal"));
      g_cancellable_cancel (session->cancellable);
      return;
    }
  /* Translators: %s is a question such as “traffic-lights”. */
  text = g_strdup_printf (_ ("%s? Type an answer and press Enter: "), question);
  ilv_terminal_init (&terminal, STDERR_FILENO, 0);
  clean = ilv_terminal_clean_text (&terminal, text);
  fprintf (stderr, ERASE_LINE "%s", clean);
  g_string_truncate (session->answer, 0);
  session->keyboard = g_unix_fd_source_new (STDIN_FILENO, G_IO_IN | G_IO_HUP);
  g_source_set_callback (session->keyboard, G_SOURCE_FUNC (on_typed), session, NULL);
  g_source_attach (session->keyboard, NULL);
}

static gboolean
on_progress (gpointer user_data)
{
  Session *session = user_data;
  guint number = session->number;
  const char *title = session->subject->get_current (session->subject->data, &number);
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  IlvTerminal terminal;

  if (session->keyboard != NULL || title == NULL)
    return G_SOURCE_CONTINUE;
  if (number != session->number)
    {
      session->number = number;
      session->start_us = g_get_monotonic_time ();
    }
  /* Translators: a strategy such as "Time-sliced", and how long it has been running, in seconds. */
  text = g_strdup_printf (_ ("Running: %s… %.1f s"), title,
                          (g_get_monotonic_time () - session->start_us) / 1e6);
  ilv_terminal_init (&terminal, STDERR_FILENO, 0);
  clean = ilv_terminal_clean_text (&terminal, text);
  fprintf (stderr, ERASE_LINE "%s", clean);
  return G_SOURCE_CONTINUE;
}

static void
on_run (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  Session *session = user_data;

  session->succeeded
    = session->subject->run_finish (session->subject->data, result, &session->error);
  g_main_loop_quit (session->loop);
}

gboolean
ilv_run_session_run (const IlvRunSubject *subject, gboolean asks, GError **error)
{
  IlvPerson *person = ilv_world_get_person (subject->world);
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Session session = {
    .subject = subject,
    .cancellable = cancellable,
    .loop = loop,
    .start_us = g_get_monotonic_time (),
    .can_answer = isatty (STDIN_FILENO) && isatty (STDERR_FILENO),
    .answer = answer,
  };
  gboolean progress = isatty (STDERR_FILENO) && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  guint interrupt = g_unix_signal_add (SIGINT, on_interrupted, &session);
  guint terminate = g_unix_signal_add (SIGTERM, on_interrupted, &session);
  guint timer = progress ? g_timeout_add (PROGRESS_INTERVAL_MS, on_progress, &session) : 0;
  gulong asked
    = asks ? g_signal_connect (person, "asked", G_CALLBACK (on_asked), &session) : 0;

  subject->run_async (subject->data, cancellable, on_run, &session);
  g_main_loop_run (loop);
  stop_listening (&session);
  g_clear_signal_handler (&asked, person);

  g_source_remove (interrupt);
  g_source_remove (terminate);
  if (progress)
    {
      g_source_remove (timer);
      fputs (ERASE_LINE, stderr);
    }
  if (session.unanswered != NULL)
    {
      g_clear_error (&session.error);
      session.error = session.unanswered;
    }
  if (session.error != NULL)
    g_propagate_error (error, session.error);
  return session.succeeded;
}
