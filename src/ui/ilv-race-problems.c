/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-problems.h"

#include <glib/gi18n.h>

#include "ilv-in-flight.h"
#include "ilv-result-text.h"

static const char *
find_first_failure (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  for (guint i = 0; i < info->results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (info->results, i);

      if (result->kind == ILV_RESULT_FAILURE)
        return result->text;
    }
  return NULL;
}

/* (nullable) */
static char *
describe_failures (const IlvRacer *racer)
{
  guint n_failures;
  guint n_tasks;

  if (racer->trace == NULL)
    return NULL;
  n_failures = ilv_in_flight_count_failures (racer->trace);
  n_tasks = ilv_trace_get_info (racer->trace)->tasks->len;
  if (n_failures == 0)
    return NULL;
  /* Translators: the title of a run, the number of failed requests, of how many, and why the first
   * of them failed. */
  return g_strdup_printf (ngettext ("“%s”: %u of %u request failed. The first: %s",
                                    "“%s”: %u of %u requests failed. The first: %s", n_tasks),
                          racer->title, n_failures, n_tasks, find_first_failure (racer->trace));
}

static void
add_run (GPtrArray *lines, const char *problem, const IlvRacer *racer)
{
  char *failures = describe_failures (racer);

  if (problem != NULL)
    /* Translators: the title of a run, and why it could not be made. */
    g_ptr_array_add (lines,
                     g_strdup_printf (_ ("“%s” could not be run: %s"), racer->title, problem));
  if (failures != NULL)
    g_ptr_array_add (lines, failures);
}

char *
ilv_race_problems_describe (IlvRaceExperiment *experiment,
                            const IlvRacer *racers,
                            guint n_racers,
                            const GError *error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_ptr_array_add (
      lines, g_strdup (_ ("The race was stopped. What had happened until then is still shown.")));
  else if (error != NULL)
    g_ptr_array_add (lines, g_strdup (error->message));
  if (ilv_world_get_uses_pokeapi (ilv_race_experiment_get_world (experiment)) && error == NULL)
    g_ptr_array_add (lines, g_strdup (ilv_result_text_get_pokeapi_remark ()));
  for (guint i = 0; i < n_racers && i < ilv_race_experiment_get_n_runs (experiment); i++)
    add_run (lines, ilv_race_experiment_get_problem (experiment, i), &racers[i]);
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
