/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-race.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ilv-cli.h"
#include "ilv-output.h"
#include "ilv-race-experiment.h"
#include "ilv-race-summary.h"
#include "ilv-run-session.h"
#include "ilv-summary.h"
#include "ilv-text-results.h"

/* What runs, in what is given to a session. */
typedef struct
{
  IlvRaceExperiment *experiment;
  IlvRace *race;
  IlvWorkload *workload;
} Subject;

/* FALSE where something was asked for that a race does not have; @status is then the exit
 * status. */
static gboolean
check_options (const IlvRunOptions *options, int *status)
{
  if (options->left == NULL && options->right == NULL && options->processors == 0 &&
      options->work_ns == 0 && options->slice_ns == 0 && !options->broken)
    return TRUE;
  *status = ilv_output_refuse ("run", _ ("A race runs in the ways of the lesson; leave --left, "
                                         "--right, --processors, --work, --slice and --broken "
                                         "out"));
  return FALSE;
}

/* A lesson's code says itself how many tasks there are. */
static gboolean
has_code (IlvRace *race)
{
  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    if (ilv_race_get_run (race, i)->code != NULL)
      return TRUE;
  return FALSE;
}

/* (transfer full) (nullable): the race's workload, or as many of its tasks as were asked for. */
static IlvWorkload *
create_workload (const IlvRunOptions *options, IlvRace *race, int *status)
{
  IlvWorkload *workload = ilv_race_get_workload (race);
  IlvWorkload *resized;

  if (options->tasks == 0)
    return g_object_ref (workload);
  resized = has_code (race) ? NULL
                            : ilv_race_experiment_resize_workload (workload, options->tasks);
  if (resized == NULL)
    *status = ilv_output_refuse ("run", _ ("--tasks changes only a race of equal tasks and without "
                                           "code of the lesson, and this is none; leave it out"));
  return resized;
}

static void
set_up (IlvRaceExperiment *experiment, const IlvRunOptions *options, IlvRace *race)
{
  ilv_run_options_set_up_world (options, ilv_race_get_server (race),
                                ilv_race_experiment_get_world (experiment));
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

/* (transfer full) (element-type IlvTrace): of the runs of which something was recorded, with their
 * @titles. */
static GPtrArray *
collect_traces (IlvRaceExperiment *experiment, IlvRace *race, GPtrArray *titles)
{
  GPtrArray *traces = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    {
      IlvTrace *trace = ilv_race_experiment_dup_trace (experiment, i);

      if (trace == NULL)
        continue;
      g_ptr_array_add (traces, trace);
      g_ptr_array_add (titles, ilv_race_get_run (race, i)->title);
    }
  return traces;
}

static void
append_comparison (const IlvTerminal *terminal,
                   GString *output,
                   IlvRaceExperiment *experiment,
                   IlvRace *race)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) traces = collect_traces (experiment, race, titles);
  g_autofree IlvRacer *racers = g_new0 (IlvRacer, traces->len);
  g_autofree char *text = NULL;

  for (guint i = 0; i < traces->len; i++)
    racers[i] = (IlvRacer){ .title = titles->pdata[i], .trace = traces->pdata[i] };
  text = ilv_race_summary_compare (racers, traces->len);
  if (text == NULL)
    return;
  ilv_terminal_append_text (terminal, output, text, 0, 0);
  g_string_append_c (output, '\n');
}

static char *
create_report (const IlvRunOptions *options, IlvRaceExperiment *experiment, IlvRace *race)
{
  GString *output = g_string_new (NULL);
  IlvTerminal terminal;

  ilv_terminal_init (&terminal, STDOUT_FILENO, options->width);
  ilv_terminal_append_text (&terminal, output, ilv_race_get_title (race), 0, 0);
  g_string_append_c (output, '\n');
  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    append_run (&terminal, output, experiment, race, i);
  g_string_append_c (output, '\n');
  append_comparison (&terminal, output, experiment, race);
  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    {
      g_autoptr (IlvTrace) trace = ilv_race_experiment_dup_trace (experiment, i);

      if (trace != NULL)
        ilv_text_results_append (&terminal, output, trace);
    }
  return g_string_free (output, FALSE);
}

/* The problems go to standard error, so that what is written is for programs alone. */
static gboolean
write_traces (const IlvRunOptions *options, IlvRaceExperiment *experiment, IlvRace *race)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) traces = collect_traces (experiment, race, titles);

  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    {
      const char *problem = ilv_race_experiment_get_problem (experiment, i);
      g_autofree char *note = NULL;

      if (problem == NULL)
        continue;
      note = g_strdup_printf (_ ("%s: %s"), ilv_race_get_run (race, i)->title, problem);
      ilv_output_note (note);
    }
  return ilv_run_options_write_traces (options, (IlvTrace *const *) traces->pdata,
                                       (const char *const *) titles->pdata, traces->len);
}

static gboolean
write_report (const IlvRunOptions *options, IlvRaceExperiment *experiment, IlvRace *race)
{
  g_autofree char *text = create_report (options, experiment, race);

  return ilv_output_write (text);
}

static void
run_async (gpointer data,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  Subject *subject = data;

  ilv_race_experiment_run_async (subject->experiment, subject->workload, cancellable, callback,
                                 user_data);
}

static gboolean
run_finish (gpointer data, GAsyncResult *result, GError **error)
{
  Subject *subject = data;

  return ilv_race_experiment_run_finish (subject->experiment, result, error);
}

static const char *
get_current (gpointer data, guint *number)
{
  Subject *subject = data;

  *number = ilv_race_experiment_get_current (subject->experiment);
  if (*number == ILV_RACE_EXPERIMENT_NONE)
    return NULL;
  return ilv_race_get_run (subject->race, *number)->title;
}

static gboolean
run_subject (Subject *subject, const IlvRunOptions *options, GError **error)
{
  const IlvRunSubject session = {
    .data = subject,
    .world = ilv_race_experiment_get_world (subject->experiment),
    .run_async = run_async,
    .run_finish = run_finish,
    .get_current = get_current,
  };

  set_up (subject->experiment, options, subject->race);
  return ilv_run_session_run (&session, options->answer == NULL, error);
}

int
ilv_run_race (const IlvRunOptions *options, IlvRace *race)
{
  g_autoptr (IlvRaceExperiment) experiment = ilv_race_experiment_new ();
  g_autoptr (IlvWorkload) workload = NULL;
  g_autoptr (GError) error = NULL;
  Subject subject = { experiment, race, NULL };
  gboolean is_written;
  int status;

  if (!check_options (options, &status))
    return status;
  workload = create_workload (options, race, &status);
  if (workload == NULL)
    return status;
  subject.workload = workload;
  if (!run_subject (&subject, options, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ilv_output_fail (error->message);
  if (options->format == ILV_RUN_FORMAT_TEXT)
    is_written = write_report (options, experiment, race);
  else
    is_written = write_traces (options, experiment, race);
  if (!is_written)
    return ILV_CLI_EXIT_FAILED;
  return error != NULL ? ilv_output_fail (_ ("Cancelled")) : ILV_CLI_EXIT_OK;
}

IlvLastRun *
ilv_run_race_measure (const IlvRunOptions *options, IlvRace *race, GError **error)
{
  g_autoptr (IlvRaceExperiment) experiment = ilv_race_experiment_new ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) traces = NULL;
  Subject subject = { experiment, race, ilv_race_get_workload (race) };

  if (!run_subject (&subject, options, error))
    return NULL;
  traces = collect_traces (experiment, race, titles);
  if (traces->len > 0)
    return ilv_last_run_new ((IlvTrace *const *) traces->pdata, (const char *const *) titles->pdata,
                             traces->len);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       ilv_race_experiment_get_problem (experiment, 0) != NULL
                         ? ilv_race_experiment_get_problem (experiment, 0)
                         : _ ("did not run"));
  return NULL;
}
