/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ilv-cli.h"
#include "ilv-command.h"
#include "ilv-course.h"
#include "ilv-experiment.h"
#include "ilv-output.h"
#include "ilv-run-options.h"
#include "ilv-run-race.h"
#include "ilv-run-session.h"
#include "ilv-summary.h"
#include "ilv-text-report.h"

static void
list_lessons (IlvCourse *course, GString *message)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      if (ilv_lesson_is_written (lesson))
        g_string_append_printf (message, " %s", ilv_lesson_get_id (lesson));
    }
}

static IlvLesson *
find_lesson (IlvCourse *course, const char *id, int *status)
{
  IlvLesson *lesson = ilv_course_find_lesson (course, id);
  g_autoptr (GString) message = g_string_new (NULL);

  if (lesson == NULL)
    {
      g_string_printf (message, _ ("There is no lesson “%s”; there are:"), id);
      list_lessons (course, message);
      *status = ilv_output_refuse ("run", message->str);
      return NULL;
    }
  if (!ilv_lesson_is_written (lesson))
    {
      g_string_printf (message, _ ("The lesson “%s” is not written yet"),
                       ilv_lesson_get_title (lesson));
      *status = ilv_output_fail (message->str);
      return NULL;
    }
  return lesson;
}

/* (nullable): the race of a section that is named and has no comparison. */
static IlvRace *
find_race (IlvLesson *lesson, const char *name)
{
  IlvSection *section = name != NULL ? ilv_lesson_find_section (lesson, name) : NULL;

  if (section == NULL || ilv_section_get_comparison (section) != NULL)
    return NULL;
  return ilv_section_get_race (section);
}

static gboolean
has_something_to_run (IlvSection *section)
{
  return ilv_section_get_comparison (section) != NULL || ilv_section_get_race (section) != NULL;
}

static IlvComparison *
find_comparison (IlvLesson *lesson, const char *name, int *status)
{
  IlvSection *section = ilv_lesson_find_section (lesson, name);
  IlvComparison *comparison = section != NULL ? ilv_section_get_comparison (section) : NULL;
  g_autoptr (GString) message = g_string_new (NULL);

  if (comparison != NULL)
    return comparison;
  if (name == NULL)
    g_string_printf (message, _ ("The lesson “%s” has nothing to run"),
                     ilv_lesson_get_title (lesson));
  else if (section == NULL)
    g_string_printf (message, _ ("The lesson “%s” has no section “%s”; those to run are:"),
                     ilv_lesson_get_title (lesson), name);
  else
    g_string_printf (message, _ ("The section “%s” has nothing to run; those to run are:"),
                     ilv_section_get_title (section));
  for (guint i = 0; name != NULL && i < ilv_lesson_get_n_sections (lesson); i++)
    if (has_something_to_run (ilv_lesson_get_section (lesson, i)))
      g_string_append_printf (message, " %s/%u", ilv_lesson_get_id (lesson), i + 1);
  *status = name == NULL ? ilv_output_fail (message->str) : ilv_output_refuse ("run", message->str);
  return NULL;
}

/* (transfer none) (nullable): what to run: the comparison, or what its "break it" switch makes of
 * it. */
static IlvComparison *
choose_variant (const IlvRunOptions *options, IlvComparison *comparison, int *status)
{
  IlvComparison *broken;

  if (!options->broken)
    return comparison;
  broken = ilv_comparison_get_broken (comparison);
  if (broken == NULL)
    *status = ilv_output_refuse ("run", _ ("This comparison has nothing to break; "
                                           "leave --broken out"));
  return broken;
}

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

/* (transfer full) (nullable) */
static IlvExperiment *
create_experiment (const IlvRunOptions *options, IlvComparison *comparison, int *status)
{
  g_autoptr (IlvWorkload) workload = create_workload (options, comparison, status);
  IlvExperiment *experiment;

  if (workload == NULL)
    return NULL;
  experiment = ilv_experiment_new ();
  ilv_experiment_set_workload (experiment, workload);
  set_up_side (experiment, comparison, ILV_SIDE_LEFT, ilv_comparison_get_left (comparison),
               options->left);
  set_up_side (experiment, comparison, ILV_SIDE_RIGHT, ilv_comparison_get_right (comparison),
               options->right);
  ilv_experiment_set_workers (experiment, options->workers > 0
                                            ? options->workers
                                            : ilv_comparison_get_workers (comparison));
  ilv_run_options_set_up_world (options, ilv_comparison_get_server (comparison),
                                ilv_experiment_get_world (experiment));
  ilv_experiment_set_processors (experiment, options->processors > 0
                                               ? options->processors
                                               : ilv_comparison_get_processors (comparison));
  return experiment;
}

static char *
format_traces (const IlvRunOptions *options, const char *title, GPtrArray *traces)
{
  IlvTrace *const *sides = (IlvTrace *const *) traces->pdata;
  IlvTerminal terminal;

  if (options->format != ILV_RUN_FORMAT_TEXT)
    return ilv_run_options_format_traces (options, sides, NULL, traces->len);
  ilv_terminal_init (&terminal, STDOUT_FILENO, options->width);
  return ilv_text_report_create (&terminal, title, sides, traces->len, options->grouping);
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

static int
run_comparison (const IlvRunOptions *options, IlvExperiment *experiment, const char *title)
{
  const IlvRunSubject subject = {
    .data = experiment,
    .world = ilv_experiment_get_world (experiment),
    .run_async = run_async,
    .run_finish = run_finish,
    .get_current = get_current,
  };
  g_autoptr (GPtrArray) traces = NULL;
  g_autoptr (GError) error = NULL;
  gboolean stalled;
  int status = ILV_CLI_EXIT_OK;

  if (!ilv_run_session_run (&subject, options->answer == NULL, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ilv_output_fail (error->message);

  traces = collect_traces (experiment, &stalled);
  if (traces->len > 0)
    {
      g_autofree char *text = format_traces (options, title, traces);

      if (!ilv_output_write (text))
        status = ILV_CLI_EXIT_FAILED;
    }
  if (error != NULL)
    status = ilv_output_fail (_ ("Cancelled"));
  return stalled ? ILV_CLI_EXIT_FAILED : status;
}

static int
run (const IlvCommand *self, char **arguments)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (IlvCourse) course = NULL;
  g_autoptr (IlvExperiment) experiment = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_auto (IlvRunOptions) options = { 0 };
  IlvComparison *comparison;
  IlvLesson *lesson;
  IlvRace *race;
  int status;

  if (!ilv_run_options_parse (&options, self, arguments, &status))
    return status;
  course = ilv_course_new_from_folder (folder, &error);
  if (course == NULL)
    return ilv_output_fail (error->message);
  lesson = find_lesson (course, options.lesson, &status);
  if (lesson == NULL)
    return status;
  race = find_race (lesson, options.section);
  if (race != NULL)
    return ilv_run_race (&options, race);
  comparison = find_comparison (lesson, options.section, &status);
  if (comparison != NULL)
    comparison = choose_variant (&options, comparison, &status);
  if (comparison == NULL)
    return status;
  experiment = create_experiment (&options, comparison, &status);
  if (experiment == NULL)
    return status;
  title = create_title (comparison, ilv_experiment_get_workload (experiment));
  return run_comparison (&options, experiment, title);
}

static char *
describe (void)
{
  GString *text = g_string_new (_ ("Strategies:"));

  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    g_string_append_printf (text, "\n  %-23s %s", ilv_strategy_to_string (i),
                            ilv_strategy_get_description (i));
  return g_string_free (text, FALSE);
}

const IlvCommand ilv_run_command = {
  "run",
  N_ ("LESSON[/SECTION]"),
  N_ ("Runs a lesson’s comparison for real and shows both sides."),
  run,
  describe,
};
