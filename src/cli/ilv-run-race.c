/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-race.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <unistd.h>

#include "ilv-cli.h"
#include "ilv-output.h"
#include "ilv-race-experiment.h"
#include "ilv-summary.h"
#include "ilv-text-results.h"

typedef struct
{
  GCancellable *cancellable;
  GMainLoop *loop;
  GError *error;
} Session;

static gboolean
on_interrupted (gpointer user_data)
{
  Session *session = user_data;

  g_cancellable_cancel (session->cancellable);
  return G_SOURCE_CONTINUE;
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Session *session = user_data;

  ilv_race_experiment_run_finish (ILV_RACE_EXPERIMENT (source), result, &session->error);
  g_main_loop_quit (session->loop);
}

static void
set_up (IlvRaceExperiment *experiment, const IlvRunOptions *options, IlvRace *race)
{
  const IlvLessonServer *server = ilv_race_get_server (race);
  IlvWorld *world = ilv_race_experiment_get_world (experiment);
  const IlvServerSettings settings = {
    .latency_ns = options->latency_ns >= 0 ? options->latency_ns : server->latency_ns,
    .jitter_ns = options->jitter_ns >= 0 ? options->jitter_ns : server->jitter_ns,
    .failure_rate = options->failure_rate >= 0 ? options->failure_rate : server->failure_rate,
    .rate_limit = options->rate_limit >= 0 ? (guint) options->rate_limit : server->rate_limit,
  };

  ilv_world_set_server_settings (world, &settings);
  ilv_person_set_standing_answer (ilv_world_get_person (world), options->answer);
  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    {
      const IlvRaceRun *run = ilv_race_get_run (race, i);

      ilv_race_experiment_add (experiment, run->strategy,
                               options->workers > 0 ? options->workers : run->workers, run->code,
                               NULL);
    }
}

static void
append_run (const IlvTerminal *terminal,
            GString *output,
            IlvRaceExperiment *experiment,
            IlvRace *race,
            guint index)
{
  g_autoptr (IlvTrace) trace = ilv_race_experiment_dup_trace (experiment, index);
  const char *problem = ilv_race_experiment_get_problem (experiment, index);
  g_autofree char *said = NULL;
  g_autofree char *line = NULL;

  if (problem != NULL)
    said = g_strdup (problem);
  else if (trace != NULL)
    said = ilv_summary_format_duration (ilv_trace_get_duration_ns (trace));
  else
    said = g_strdup (_ ("did not run"));
  /* Translators: the title of a way to run a race, and how long it took. */
  line = g_strdup_printf (_ ("%s: %s"), ilv_race_get_run (race, index)->title, said);
  ilv_terminal_append_text (terminal, output, line, 0, 2);
}

static char *
report (const IlvRunOptions *options, IlvRaceExperiment *experiment, IlvRace *race)
{
  GString *output = g_string_new (NULL);
  IlvTerminal terminal;

  ilv_terminal_init (&terminal, STDOUT_FILENO, options->width);
  ilv_terminal_append_text (&terminal, output, ilv_race_get_title (race), 0, 0);
  g_string_append_c (output, '\n');
  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    append_run (&terminal, output, experiment, race, i);
  g_string_append_c (output, '\n');
  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    {
      g_autoptr (IlvTrace) trace = ilv_race_experiment_dup_trace (experiment, i);

      if (trace != NULL)
        ilv_text_results_append (&terminal, output, trace);
    }
  return g_string_free (output, FALSE);
}

static void
run (IlvRaceExperiment *experiment, IlvRace *race, Session *session)
{
  guint interrupt = g_unix_signal_add (SIGINT, on_interrupted, session);
  guint terminate = g_unix_signal_add (SIGTERM, on_interrupted, session);

  ilv_race_experiment_run_async (experiment, ilv_race_get_workload (race), session->cancellable,
                                 on_run, session);
  g_main_loop_run (session->loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
}

int
ilv_run_race (const IlvRunOptions *options, IlvRace *race)
{
  g_autoptr (IlvRaceExperiment) experiment = ilv_race_experiment_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  Session session = { cancellable, loop, NULL };

  if (options->format != ILV_RUN_FORMAT_TEXT)
    return ilv_output_refuse ("run", _ ("A race can be written as text only; leave --format out"));
  set_up (experiment, options, race);
  run (experiment, race, &session);
  error = session.error;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ilv_output_fail (error->message);
  text = report (options, experiment, race);
  if (!ilv_output_write (text))
    return ILV_CLI_EXIT_FAILED;
  return error != NULL ? ilv_output_fail (_ ("Cancelled")) : ILV_CLI_EXIT_OK;
}
