/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-experiment.h"

#include "ilv-in-flight.h"
#include "runner-test.h"

typedef struct
{
  GError *error;
  gboolean done;
} Answer;

static void
on_race (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  ilv_race_experiment_run_finish (ILV_RACE_EXPERIMENT (source), result, &answer->error);
  answer->done = TRUE;
}

static void
on_current (GObject *object, GParamSpec *pspec G_GNUC_UNUSED, gpointer user_data)
{
  guint current = ilv_race_experiment_get_current (ILV_RACE_EXPERIMENT (object));

  g_string_append_c (user_data, current == ILV_RACE_EXPERIMENT_NONE ? '-' : '0' + current);
}

static IlvTrace *
dup_finished (IlvRaceExperiment *race, guint run)
{
  IlvTrace *trace = ilv_race_experiment_dup_trace (race, run);

  g_assert_nonnull (trace);
  g_assert_cmpint (ilv_trace_get_info (trace)->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
  return trace;
}

/* Waits that need no world: in turn, and all at once. */
static void
test_in_turn (void)
{
  g_autoptr (IlvRaceExperiment) race = ilv_race_experiment_new ();
  g_autoptr (IlvWorkload) workload = runner_test_parse ("[Task T]\nCount=8\nSteps=wait 20ms\n");
  g_autoptr (GString) log = g_string_new (NULL);
  Answer answer = { 0 };

  g_assert_cmpuint (ilv_race_experiment_add (race, ILV_STRATEGY_SEQUENTIAL, 0, NULL, NULL), ==, 0);
  g_assert_cmpuint (ilv_race_experiment_add (race, ILV_STRATEGY_EVENT_LOOP, 0, NULL, NULL), ==, 1);
  g_assert_cmpuint (ilv_race_experiment_get_n_runs (race), ==, 2);
  g_assert_null (ilv_race_experiment_dup_trace (race, 0));
  g_signal_connect (race, "notify::current", G_CALLBACK (on_current), log);
  for (guint i = 0; i < 2; i++)
    {
      answer.done = FALSE;
      ilv_race_experiment_run_async (race, workload, NULL, on_race, &answer);
      g_assert_true (ilv_race_experiment_is_running (race));
      while (!answer.done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_no_error (answer.error);
      g_assert_false (ilv_race_experiment_is_running (race));
    }
  g_assert_cmpstr (log->str, ==, "01-01-");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (IlvTrace) trace = dup_finished (race, i);
      g_autoptr (GArray) requests = ilv_in_flight_find (trace);

      g_assert_cmpuint (requests->len, ==, 8);
      g_assert_cmpuint (ilv_in_flight_get_most (requests), ==, i == 0 ? 1 : 8);
      g_assert_null (ilv_race_experiment_get_problem (race, i));
    }
  ilv_race_experiment_clear (race);
  g_assert_cmpuint (ilv_race_experiment_get_n_runs (race), ==, 0);
}

static guint
count_results (IlvTrace *trace, IlvResultKind kind)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  guint n_results = 0;

  for (guint i = 0; i < info->results->len; i++)
    n_results += ((const IlvResult *) g_ptr_array_index (info->results, i))->kind == kind;
  return n_results;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* (transfer full): the sorted names that a run brought. */
static char *
collect_names (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < info->results->len; i++)
    g_ptr_array_add (names, ((const IlvResult *) g_ptr_array_index (info->results, i))->text);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (",", (char **) names->pdata);
}

static void
run_race (IlvRaceExperiment *race, IlvWorkload *workload)
{
  Answer answer = { 0 };

  ilv_race_experiment_run_async (race, workload, NULL, on_race, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (answer.error);
}

/* How many tasks waited: a thread may wake up on the way to its answer, and wait on. */
static guint
count_waiting_tasks (GArray *requests)
{
  g_autoptr (GHashTable) tasks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < requests->len; i++)
    g_hash_table_add (tasks, GUINT_TO_POINTER (g_array_index (requests, IlvInFlight, i).task));
  return g_hash_table_size (tasks);
}

/* The four ways of the lesson, against the real server: the same names in each, and as many
 * requests under way as the way allows. */
static void
test_pokemon (void)
{
  static const struct
  {
    IlvStrategy strategy;
    guint workers;
    guint most;
  } ways[] = {
    { ILV_STRATEGY_SEQUENTIAL, 0, 1 },
    { ILV_STRATEGY_AWAIT_LOOP, 0, 1 },
    { ILV_STRATEGY_THREAD_POOL, 6, 6 },
    { ILV_STRATEGY_EVENT_LOOP, 0, 20 },
  };
  g_autoptr (IlvRaceExperiment) race = ilv_race_experiment_new ();
  g_autoptr (IlvWorkload) workload =
    runner_test_parse ("[Task Pokémon]\nCount=20\nSteps=get /api/v2/pokemon/{random}\n");
  const IlvServerSettings server = { .latency_ns = G_GINT64_CONSTANT (100000000) };
  g_autofree char *first_names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    ilv_race_experiment_add (race, ways[i].strategy, ways[i].workers, NULL, NULL);
  ilv_world_set_server_settings (ilv_race_experiment_get_world (race), &server);
  run_race (race, workload);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (IlvTrace) trace = dup_finished (race, i);
      g_autoptr (GArray) requests = ilv_in_flight_find (trace);
      g_autofree char *names = collect_names (trace);

      g_assert_cmpuint (count_results (trace, ILV_RESULT_TEXT), ==, 20);
      g_assert_cmpuint (count_waiting_tasks (requests), ==, 20);
      g_assert_cmpuint (ilv_in_flight_get_most (requests), ==, ways[i].most);
      if (first_names == NULL)
        first_names = g_steal_pointer (&names);
      else
        g_assert_cmpstr (names, ==, first_names);
    }
}

/* A server that fails every time: the runs end all the same, and say so. */
static void
test_failures (void)
{
  g_autoptr (IlvRaceExperiment) race = ilv_race_experiment_new ();
  g_autoptr (IlvWorkload) workload =
    runner_test_parse ("[Task Pokémon]\nCount=4\nSteps=get /api/v2/pokemon/{random}\n");
  const IlvServerSettings server = { .failure_rate = 1 };

  ilv_race_experiment_add (race, ILV_STRATEGY_SEQUENTIAL, 0, NULL, NULL);
  ilv_race_experiment_add (race, ILV_STRATEGY_EVENT_LOOP, 0, NULL, NULL);
  ilv_world_set_server_settings (ilv_race_experiment_get_world (race), &server);
  run_race (race, workload);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (IlvTrace) trace = dup_finished (race, i);

      g_assert_cmpuint (ilv_in_flight_count_failures (trace), ==, 4);
      g_assert_cmpuint (count_results (trace, ILV_RESULT_TEXT), ==, 0);
    }
}

/* Pictures cannot be painted by Python: that run has a problem, the others are made. */
static void
test_obstacle (void)
{
  g_autoptr (IlvRaceExperiment) race = ilv_race_experiment_new ();
  g_autoptr (IlvWorkload) workload = runner_test_parse ("[Task T]\nSteps=paint 1/4\n");
  g_autoptr (IlvTrace) trace = NULL;

  ilv_race_experiment_add (race, ILV_STRATEGY_PYTHON_ASYNCIO, 0, NULL, NULL);
  ilv_race_experiment_add (race, ILV_STRATEGY_SEQUENTIAL, 0, NULL, NULL);
  run_race (race, workload);
  g_assert_nonnull (ilv_race_experiment_get_problem (race, 0));
  g_assert_null (ilv_race_experiment_dup_trace (race, 0));
  g_assert_null (ilv_race_experiment_get_problem (race, 1));
  trace = dup_finished (race, 1);
}

static gboolean
has_begun (IlvRaceExperiment *race, guint run)
{
  g_autoptr (IlvTrace) trace = ilv_race_experiment_dup_trace (race, run);

  return trace != NULL && ilv_trace_get_duration_ns (trace) > 0;
}

static void
test_cancel (void)
{
  g_autoptr (IlvRaceExperiment) race = ilv_race_experiment_new ();
  g_autoptr (IlvWorkload) workload = runner_test_parse ("[Task T]\nCount=3\nSteps=wait 1000s\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (IlvTrace) trace = NULL;
  Answer answer = { 0 };

  ilv_race_experiment_add (race, ILV_STRATEGY_EVENT_LOOP, 0, NULL, NULL);
  ilv_race_experiment_add (race, ILV_STRATEGY_SEQUENTIAL, 0, NULL, NULL);
  ilv_race_experiment_run_async (race, workload, cancellable, on_race, &answer);
  while (!has_begun (race, 0))
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  trace = ilv_race_experiment_dup_trace (race, 0);
  g_assert_cmpint (ilv_trace_get_info (trace)->outcome, ==, ILV_TRACE_OUTCOME_CANCELLED);
  g_assert_null (ilv_race_experiment_dup_trace (race, 1));
  g_assert_cmpuint (ilv_race_experiment_get_current (race), ==, ILV_RACE_EXPERIMENT_NONE);
}

static void
test_cancelled_before (void)
{
  g_autoptr (IlvRaceExperiment) race = ilv_race_experiment_new ();
  g_autoptr (IlvWorkload) workload = runner_test_parse ("[Task T]\nSteps=wait 1000s\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  g_cancellable_cancel (cancellable);
  ilv_race_experiment_add (race, ILV_STRATEGY_SEQUENTIAL, 0, NULL, NULL);
  ilv_race_experiment_run_async (race, workload, cancellable, on_race, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  g_assert_null (ilv_race_experiment_dup_trace (race, 0));
}

static void
assert_resized (const char *text,
                guint n_tasks,
                const char *expected_name,
                const char *expected_step)
{
  g_autoptr (IlvWorkload) workload = runner_test_parse (text);
  g_autoptr (IlvWorkload) resized = ilv_race_experiment_resize_workload (workload, n_tasks);

  if (expected_name == NULL)
    {
      g_assert_null (resized);
      return;
    }
  g_assert_cmpuint (ilv_workload_get_n_tasks (resized), ==, n_tasks);
  g_assert_cmpstr (ilv_workload_get_task_name (resized, n_tasks - 1), ==, expected_name);
  g_assert_cmpstr (ilv_workload_get_step_texts (resized, n_tasks - 1)[0], ==, expected_step);
}

static void
test_resize (void)
{
  static const char pokemon[] = "[Task Pokémon]\nCount=20\nSteps=get /api/v2/pokemon/{random}\n";
  static const char two_steps[] = "[Task T]\nCount=2\nSteps=query SELECT 1, 'a b'; wait 5ms\n";

  assert_resized (pokemon, 20, "Pokémon 20", "get /api/v2/pokemon/{random}");
  assert_resized (pokemon, 1000, "Pokémon 1000", "get /api/v2/pokemon/{random}");
  assert_resized (pokemon, 1, "Pokémon 1", "get /api/v2/pokemon/{random}");
  assert_resized (two_steps, 5, "T 5", "query SELECT 1, 'a b'");
  assert_resized ("[Task One thing]\nSteps=wait 1s\n", 3, "One thing 3", "wait 1s");
  assert_resized ("[Task A]\nSteps=wait 1s\n[Task B]\nSteps=wait 2s\n", 3, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/race-experiment/in-turn", test_in_turn);
  g_test_add_func ("/runner/race-experiment/pokemon", test_pokemon);
  g_test_add_func ("/runner/race-experiment/failures", test_failures);
  g_test_add_func ("/runner/race-experiment/obstacle", test_obstacle);
  g_test_add_func ("/runner/race-experiment/cancel", test_cancel);
  g_test_add_func ("/runner/race-experiment/cancelled-before", test_cancelled_before);
  g_test_add_func ("/runner/race-experiment/resize", test_resize);
  return g_test_run ();
}
