/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-comparison.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ilv-cli.h"
#include "ilv-experiment.h"
#include "ilv-output.h"
#include "ilv-run-session.h"
#include "ilv-spread.h"
#include "ilv-summary.h"
#include "ilv-text-report.h"

/* (transfer full) (nullable): the comparison's workload, or one like it with the numbers that were
 * asked for. */
static IlvWorkload *
create_workload (const IlvRunOptions *options, IlvComparison *comparison, int *status)
{
  IlvWorkload *workload = ilv_comparison_get_workload (comparison);
  guint n_tasks = options->tasks;
  gint64 work_ns = options->work_ns;

  if (n_tasks == 0 && work_ns == 0)
    return g_object_ref (workload);
  if (!ilv_workload_is_uniform (workload))
    {
      *status =
        ilv_output_refuse ("run", _ ("--tasks and --work change only what consists of equal "
                                     "tasks, and this comparison does not"));
      return NULL;
    }
  if (n_tasks == 0)
    n_tasks = ilv_workload_get_n_tasks (workload);
  if (work_ns == 0)
    work_ns = ilv_workload_get_step (workload, 0, 0)->duration_ns;
  return ilv_workload_new_uniform (n_tasks, work_ns);
}

/* A lesson's code belongs to the lesson's strategy, and does not go with another. */
static void
set_up_side (IlvExperiment *experiment,
             IlvComparison *comparison,
             IlvSide side,
             IlvStrategy lessons,
             const IlvStrategy *asked_for)
{
  gboolean is_lessons = asked_for == NULL || *asked_for == lessons;

  ilv_experiment_set_strategy (experiment, side, is_lessons ? lessons : *asked_for);
  ilv_experiment_set_code (experiment, side,
                           is_lessons ? ilv_comparison_get_code (comparison, side) : NULL);
}

/* FALSE where a time slice was asked for and neither side has any; @status is then the exit status. */
static gboolean
set_up_slice (IlvExperiment *experiment,
              const IlvRunOptions *options,
              IlvComparison *comparison,
              int *status)
{
  gboolean has_slice
    = ilv_strategy_has_slice (ilv_experiment_get_strategy (experiment, ILV_SIDE_LEFT))
      || ilv_strategy_has_slice (ilv_experiment_get_strategy (experiment, ILV_SIDE_RIGHT));

  if (options->slice_ns > 0 && !has_slice)
    {
      *status = ilv_output_refuse ("run", _ ("--slice is for time-sliced and model, and neither "
                                             "side is one; leave it out"));
      return FALSE;
    }
  ilv_experiment_set_slice_ns (experiment, options->slice_ns > 0
                                             ? options->slice_ns
                                             : ilv_comparison_get_slice_ns (comparison));
  return TRUE;
}

/* (transfer full) (nullable) */
static IlvExperiment *
create_experiment (const IlvRunOptions *options, IlvComparison *comparison, int *status)
{
  g_autoptr (IlvWorkload) workload = create_workload (options, comparison, status);
  g_autoptr (IlvExperiment) experiment = NULL;

  if (workload == NULL)
    return NULL;
  experiment = ilv_experiment_new ();
  ilv_experiment_set_workload (experiment, workload);
  set_up_side (experiment, comparison, ILV_SIDE_LEFT, ilv_comparison_get_left (comparison),
               options->left);
  set_up_side (experiment, comparison, ILV_SIDE_RIGHT, ilv_comparison_get_right (comparison),
               options->right);
  ilv_experiment_set_workers (
    experiment, options->workers > 0 ? options->workers : ilv_comparison_get_workers (comparison));
  ilv_run_options_set_up_world (options, ilv_comparison_get_server (comparison),
                                ilv_experiment_get_world (experiment));
  ilv_experiment_set_processors (experiment, options->processors > 0
                                               ? options->processors
                                               : ilv_comparison_get_processors (comparison));
  if (!set_up_slice (experiment, options, comparison, status))
    return NULL;
  return g_steal_pointer (&experiment);
}

static gboolean
write_traces (const IlvRunOptions *options, const char *title, GPtrArray *traces)
{
  IlvTrace *const *sides = (IlvTrace *const *) traces->pdata;
  g_autofree char *text = NULL;
  IlvTerminal terminal;

  if (options->format != ILV_RUN_FORMAT_TEXT)
    return ilv_run_options_write_traces (options, sides, NULL, traces->len);
  ilv_terminal_init (&terminal, STDOUT_FILENO, options->width);
  text = ilv_text_report_create (&terminal, title, sides, traces->len, options->grouping);
  return ilv_output_write (text);
}

/* (transfer full): the sides of which something was recorded. */
static GPtrArray *
collect_traces (IlvExperiment *experiment, gboolean *stalled)
{
  GPtrArray *traces = g_ptr_array_new_with_free_func (g_object_unref);

  *stalled = FALSE;
  for (guint side = 0; side < ILV_N_SIDES; side++)
    {
      IlvTrace *trace = ilv_experiment_dup_trace (experiment, side);

      if (trace == NULL)
        continue;
      *stalled = *stalled || ilv_trace_get_info (trace)->outcome == ILV_TRACE_OUTCOME_STALLED;
      g_ptr_array_add (traces, trace);
    }
  return traces;
}

/* (transfer full): the comparison's title, unless its numbers were changed. */
static char *
create_title (IlvComparison *comparison, IlvWorkload *workload)
{
  if (workload == ilv_comparison_get_workload (comparison))
    return g_strdup (ilv_comparison_get_title (comparison));
  return ilv_summary_describe_tasks (ilv_workload_get_n_tasks (workload),
                                     ilv_workload_get_step (workload, 0, 0)->duration_ns);
}

static void
run_async (gpointer data,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  ilv_experiment_run_async (data, cancellable, callback, user_data);
}

static gboolean
run_finish (gpointer data, GAsyncResult *result, GError **error)
{
  return ilv_experiment_run_finish (data, result, error);
}

static const char *
get_current (gpointer data, guint *number)
{
  *number = ilv_experiment_get_running_side (data);
  return ilv_strategy_get_title (ilv_experiment_get_strategy (data, *number));
}

/* Runs @experiment to its end. */
static gboolean
run_experiment (const IlvRunOptions *options, IlvExperiment *experiment, GError **error)
{
  const IlvRunSubject subject = {
    .data = experiment,
    .world = ilv_experiment_get_world (experiment),
    .run_async = run_async,
    .run_finish = run_finish,
    .get_current = get_current,
  };

  return ilv_run_session_run (&subject, options->answer == NULL, error);
}

/* Runs @experiment as often as was asked for. @times_ns: how long each side of each complete run took. */
static gboolean
run_repeatedly (const IlvRunOptions *options, IlvExperiment *experiment, GArray *const *times_ns, GError **error)
{
  for (guint i = 0; i < MAX (options->repeat, 1); i++)
    {
      if (!run_experiment (options, experiment, error))
        return FALSE;
      for (guint side = 0; side < ILV_N_SIDES; side++)
        {
          g_autoptr (IlvTrace) trace = ilv_experiment_dup_trace (experiment, side);
          gint64 time_ns = ilv_trace_get_duration_ns (trace);

          g_array_append_val (times_ns[side], time_ns);
        }
    }
  return TRUE;
}

/* How far the runs lie apart, a line below what the last one was. */
static gboolean
write_spread (const IlvRunOptions *options, GArray *const *times_ns)
{
  IlvSpread spreads[ILV_N_SIDES];
  g_autofree char *words = NULL;
  g_autoptr (GString) text = g_string_new ("\n");
  IlvTerminal terminal;

  if (times_ns[0]->len < 2)
    return TRUE;
  for (guint side = 0; side < ILV_N_SIDES; side++)
    ilv_spread_compute (&spreads[side], (const gint64 *) times_ns[side]->data, times_ns[side]->len);
  words = ilv_spread_describe_sides (&spreads[ILV_SIDE_LEFT], &spreads[ILV_SIDE_RIGHT]);
  ilv_terminal_init (&terminal, STDOUT_FILENO, options->width);
  ilv_terminal_append_text (&terminal, text, words, 0, 0);
  return ilv_output_write (text->str);
}

int
ilv_run_comparison (const IlvRunOptions *options, IlvComparison *comparison)
{
  g_autoptr (IlvExperiment) experiment = NULL;
  g_autoptr (GPtrArray) traces = NULL;
  g_autoptr (GArray) left_ns = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) right_ns = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *const times_ns[ILV_N_SIDES] = { left_ns, right_ns };
  g_autoptr (GError) error = NULL;
  gboolean stalled;
  int status = ILV_CLI_EXIT_OK;

  experiment = create_experiment (options, comparison, &status);
  if (experiment == NULL)
    return status;
  if (!run_repeatedly (options, experiment, times_ns, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ilv_output_fail (error->message);

  traces = collect_traces (experiment, &stalled);
  if (traces->len > 0)
    {
      g_autofree char *title = create_title (comparison, ilv_experiment_get_workload (experiment));

      if (!write_traces (options, title, traces) || !write_spread (options, times_ns))
        status = ILV_CLI_EXIT_FAILED;
    }
  if (error != NULL)
    status = ilv_output_fail (_ ("Cancelled"));
  return stalled ? ILV_CLI_EXIT_FAILED : status;
}

IlvLastRun *
ilv_run_comparison_measure (const IlvRunOptions *options, IlvComparison *comparison, GError **error)
{
  g_autoptr (IlvExperiment) experiment = NULL;
  g_autoptr (GPtrArray) traces = NULL;
  gboolean stalled;
  int status;

  experiment = create_experiment (options, comparison, &status);
  if (!run_experiment (options, experiment, error))
    return NULL;
  traces = collect_traces (experiment, &stalled);
  return ilv_last_run_new ((IlvTrace *const *) traces->pdata, NULL, traces->len);
}
