/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every step by every strategy that runs a workload for real, on a machine that may be busy: what is
 * checked holds however long things take. */

#include "ilv-gil.h"
#include "ilv-heartbeat.h"
#include "ilv-painting.h"
#include "ilv-processors.h"
#include "ilv-runner.h"
#include "runner-test.h"

#define ONE_MS 1000000

static IlvWorld *world;

static const IlvStrategy strategies[] = {
  ILV_STRATEGY_SEQUENTIAL,  ILV_STRATEGY_EVENT_LOOP,  ILV_STRATEGY_AWAIT_LOOP,
  ILV_STRATEGY_TIME_SLICED, ILV_STRATEGY_THREAD_POOL, ILV_STRATEGY_GIL,
};

static void
open_world (void)
{
  const IlvServerSettings settings = { .latency_ns = 30 * ONE_MS };

  world = ilv_world_new ();
  ilv_world_set_server_settings (world, &settings);
  ilv_person_set_standing_answer (ilv_world_get_person (world), "three of them");
  runner_test_open (world);
}

static IlvTrace *
run_with (IlvStrategy strategy, const IlvRunnerOptions *options, const char *text)
{
  g_autoptr (IlvWorkload) workload = runner_test_parse (text);
  g_autoptr (IlvRunner) runner = ilv_runner_new_with_options (strategy, options);
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  RunnerAnswer answer = { 0 };

  ilv_runner_run_async (runner, workload, recorder, NULL, runner_test_on_run, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (answer.error);
  g_assert_cmpint (ilv_trace_get_info (answer.trace)->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
  return answer.trace;
}

static IlvTrace *
run_text (IlvStrategy strategy, const char *text)
{
  const IlvRunnerOptions options = { .processors = 2, .world = world };

  return run_with (strategy, &options, text);
}

/* (nullable): the @index-th result of a kind of a task. */
static const IlvResult *
find_result (IlvTrace *trace, guint task, IlvResultKind kind, guint index)
{
  const GPtrArray *results = ilv_trace_get_info (trace)->results;

  for (guint i = 0; i < results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (results, i);

      if (result->task == task && result->kind == kind && index-- == 0)
        return result;
    }
  return NULL;
}

static void
assert_text (IlvTrace *trace, guint task, guint step, const char *text)
{
  const IlvResult *result = find_result (trace, task, ILV_RESULT_TEXT, 0);

  g_assert_nonnull (result);
  g_assert_cmpuint (result->step, ==, step);
  g_assert_cmpstr (result->text, ==, text);
  g_assert_cmpint (result->time_ns, >, 0);
  g_assert_cmpint (result->time_ns, <=, ilv_trace_get_duration_ns (trace));
}

static void
assert_failure (IlvTrace *trace, guint task, const char *text)
{
  const IlvResult *result = find_result (trace, task, ILV_RESULT_FAILURE, 0);

  g_assert_nonnull (result);
  if (text != NULL)
    g_assert_cmpstr (result->text, ==, text);
  g_assert_cmpuint (g_utf8_strlen (result->text, -1), >, 10);
  g_assert_null (find_result (trace, task, ILV_RESULT_FAILURE, 1));
}

static gint64
sum_state (IlvTrace *trace, guint task, guint step, IlvState state)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  gint64 sum_ns = 0;

  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].task == task && spans[i].step == step && spans[i].state == state)
      sum_ns += spans[i].end_ns - spans[i].start_ns;
  return sum_ns;
}

/* The bounds of a task. */
static void
find_bounds (IlvTrace *trace, guint task, IlvState first_state, gint64 *start_ns, gint64 *end_ns)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  *start_ns = G_MAXINT64;
  *end_ns = 0;
  for (gsize i = 0; i < n_spans; i++)
    {
      if (spans[i].task != task)
        continue;
      if (spans[i].state == first_state)
        *start_ns = MIN (*start_ns, spans[i].start_ns);
      *end_ns = MAX (*end_ns, spans[i].end_ns);
    }
}

/* The most tasks that were in a state at one moment. */
static guint
count_at_once (IlvTrace *trace, IlvState state)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  guint most = 0;

  for (gsize i = 0; i < n_spans; i++)
    {
      guint n = 0;

      if (spans[i].state != state)
        continue;
      for (gsize k = 0; k < n_spans; k++)
        n += spans[k].state == state && spans[k].start_ns <= spans[i].start_ns
             && spans[k].end_ns > spans[i].start_ns;
      most = MAX (most, n);
    }
  return most;
}

/* Input and output */

/* ThreadSanitizer cannot see into libsoup, where threads share more than can be told it. */
static gboolean
skip_web (void)
{
#ifdef __SANITIZE_THREAD__
  g_test_skip ("the web is not for ThreadSanitizer");
  return TRUE;
#else
  return FALSE;
#endif
}

static void
test_get (gconstpointer data)
{
  g_autoptr (IlvTrace) trace = NULL;

  if (skip_web ())
    return;
  trace = run_text (GPOINTER_TO_INT (data), "[Task A]\nSteps=cpu 1ms; get /api/v2/pokemon/25\n"
                                            "[Task B]\nSteps=get /nowhere\n");
  assert_text (trace, 0, 1, "pikachu");
  g_assert_cmpint (sum_state (trace, 0, 1, ILV_STATE_WAITING), >=, 29 * ONE_MS);
  assert_failure (trace, 1, NULL);
}

static void
test_results (gconstpointer data)
{
  g_autoptr (IlvTrace) trace = run_text (GPOINTER_TO_INT (data),
                                         "[Task Query]\nSteps=query SELECT name FROM users WHERE "
                                         "id = 1\n"
                                         "[Task Ask]\nSteps=ask traffic-lights\n"
                                         "[Task Write]\nSteps=write new.txt 64 KiB; read new.txt\n");

  assert_text (trace, 0, 0, "ada");
  assert_text (trace, 1, 0, "three of them");
  g_assert_nonnull (find_result (trace, 2, ILV_RESULT_TEXT, 1));
  for (guint i = 0; i < 3; i++)
    g_assert_null (find_result (trace, i, ILV_RESULT_FAILURE, 0));
}

/* The task that fails gives its lock back and starts nobody; who waits for it or for whom it would have
 * started fails, too; the others go on. */
static void
test_failure (gconstpointer data)
{
  g_autoptr (IlvTrace) trace
    = run_text (GPOINTER_TO_INT (data), "[Task A]\nSteps=lock L; read no.txt; spawn B; unlock L\n"
                                        "[Task B]\nSteps=spawn C\n"
                                        "[Task C]\nSteps=cpu 1ms\n"
                                        "[Task D]\nSteps=wait 5ms; lock L; cpu 1ms; unlock L\n"
                                        "[Task E]\nSteps=await A; cpu 1ms\n"
                                        "[Task F]\nSteps=wait 1ms; await C; cpu 1ms\n"
                                        "[Task G]\nSteps=await E; cpu 1ms\n");

  assert_failure (trace, 0, NULL);
  assert_failure (trace, 1, "Did not start, because “A” failed");
  assert_failure (trace, 2, "Did not start, because “B” failed");
  g_assert_null (find_result (trace, 3, ILV_RESULT_FAILURE, 0));
  g_assert_cmpint (sum_state (trace, 3, 2, ILV_STATE_RUNNING), >, 0);
  assert_failure (trace, 4, "Could not go on, because “A” failed");
  assert_failure (trace, 5, "Could not go on, because “C” failed");
  assert_failure (trace, 6, "Could not go on, because “E” failed");
  g_assert_cmpint (sum_state (trace, 4, 1, ILV_STATE_RUNNING), ==, 0);
}

static void
test_without_world (gconstpointer data)
{
  const IlvRunnerOptions options = { .processors = 2 };
  g_autoptr (IlvTrace) trace
    = run_with (GPOINTER_TO_INT (data), &options, "[Task A]\nSteps=get /login; cpu 1ms\n");

  assert_failure (trace, 0, NULL);
  g_assert_cmpint (sum_state (trace, 0, 1, ILV_STATE_RUNNING), ==, 0);
}

/* Six threads of a pool have six requests under way, however few processors there are. */
static void
test_waves (void)
{
  const IlvRunnerOptions options = { .processors = 1, .workers = 6, .world = world };
  g_autoptr (IlvTrace) trace = NULL;
  const IlvTraceInfo *info;

  if (skip_web ())
    return;
  trace = run_with (ILV_STRATEGY_THREAD_POOL, &options,
                    "[Task P]\nCount=18\nSteps=get /api/v2/pokemon/{n}\n");
  info = ilv_trace_get_info (trace);
  g_assert_cmpuint (info->processors, ==, 1);
  g_assert_cmpuint (info->workers->len, <=, 6);
  g_assert_cmpuint (count_at_once (trace, ILV_STATE_WAITING), <=, 6);
  g_assert_cmpuint (count_at_once (trace, ILV_STATE_WAITING), >, 1);
  g_assert_cmpint (ilv_trace_get_duration_ns (trace), >=, 3 * 29 * ONE_MS);
  for (guint i = 0; i < 18; i++)
    g_assert_nonnull (find_result (trace, i, ILV_RESULT_TEXT, 0));
}

static void
test_all_at_once (void)
{
  g_autoptr (IlvTrace) trace
    = run_text (ILV_STRATEGY_EVENT_LOOP, "[Task P]\nCount=18\nSteps=get /api/v2/pokemon/{n}\n");

  g_assert_cmpuint (count_at_once (trace, ILV_STATE_WAITING), >, 6);
  for (guint i = 0; i < 18; i++)
    g_assert_nonnull (find_result (trace, i, ILV_RESULT_TEXT, 0));
}

/* Blocking */

static gint64
find_longest_gap (IlvTrace *trace)
{
  const GArray *beats = ilv_trace_get_info (trace)->beats;
  gint64 longest_ns = 0;

  for (guint i = 1; i < beats->len; i++)
    longest_ns = MAX (longest_ns, g_array_index (beats, gint64, i)
                                    - g_array_index (beats, gint64, i - 1));
  return longest_ns;
}

static void
test_block (gconstpointer data)
{
  IlvStrategy strategy = GPOINTER_TO_INT (data);
  g_autoptr (IlvTrace) trace
    = run_text (strategy, "[Task A]\nSteps=block 60ms\n[Task B]\nSteps=wait 5ms; cpu 1ms\n");
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  gint64 start_ns, end_ns, block_start_ns, block_end_ns;

  /* Others may take the processor on the way to the sleep, whose end is fixed by then. */
  g_assert_cmpint (sum_state (trace, 0, 0, ILV_STATE_WAITING) + sum_state (trace, 0, 0, ILV_STATE_READY), >=,
                   60 * ONE_MS);
  if (strategy != ILV_STRATEGY_EVENT_LOOP && strategy != ILV_STRATEGY_AWAIT_LOOP)
    {
      g_assert_cmpuint (info->beats->len, ==, 0);
      g_assert_cmpint (info->beat_period_ns, ==, 0);
      return;
    }
  g_assert_cmpint (info->beat_period_ns, ==, ILV_HEARTBEAT_PERIOD_NS);
  g_assert_cmpint (find_longest_gap (trace), >=, 60 * ONE_MS);
  /* B was to go on after 5 ms, and could not. */
  find_bounds (trace, 0, ILV_STATE_WAITING, &block_start_ns, &block_end_ns);
  find_bounds (trace, 1, ILV_STATE_WAITING, &start_ns, &end_ns);
  g_assert_cmpint (end_ns, >=, block_end_ns);
}

/* Sharing */

#define ADDING "[Task A]\nCount=4\nSteps=add 2000\n"
#define LOCKED_ADDING "[Task A]\nCount=4\nSteps=lock L; add 500; unlock L; lock L; add 500; unlock L\n"

static void
test_add_locked (gconstpointer data)
{
  g_autoptr (IlvTrace) trace = run_text (GPOINTER_TO_INT (data), LOCKED_ADDING);
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  g_assert_cmpint (info->counter_expected, ==, 4000);
  g_assert_cmpint (info->counter_found, ==, 4000);
}

/* What is expected is exact; what is found is not more, and exact where nobody can come in between. */
static void
test_add (gconstpointer data)
{
  IlvStrategy strategy = GPOINTER_TO_INT (data);
  g_autoptr (IlvTrace) trace = run_text (strategy, ADDING);
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  g_assert_cmpint (info->counter_expected, ==, 8000);
  g_assert_cmpint (info->counter_found, >=, 2000);
  g_assert_cmpint (info->counter_found, <=, 8000);
  if (strategy == ILV_STRATEGY_SEQUENTIAL || strategy == ILV_STRATEGY_EVENT_LOOP
      || strategy == ILV_STRATEGY_AWAIT_LOOP)
    g_assert_cmpint (info->counter_found, ==, 8000);
  g_test_message ("%" G_GINT64_FORMAT " of 8000", info->counter_found);
}

/* Long enough that the kernel takes the processor away in between, as it does after some 4 ms. */
static void
test_add_loses (void)
{
  g_autoptr (IlvTrace) trace
    = run_text (ILV_STRATEGY_TIME_SLICED, "[Task A]\nCount=2\nSteps=add 20000\n");
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  g_assert_cmpint (info->counter_expected, ==, 40000);
  if (info->involuntary_switches == 0)
    {
      g_test_skip ("the system does not switch between threads");
      return;
    }
  g_assert_cmpint (info->counter_found, <, 40000);
}

static void
test_no_counter (void)
{
  g_autoptr (IlvTrace) trace = run_text (ILV_STRATEGY_TIME_SLICED, "[Task A]\nSteps=cpu 1ms\n");

  g_assert_cmpint (ilv_trace_get_info (trace)->counter_expected, ==, -1);
  g_assert_cmpint (ilv_trace_get_info (trace)->counter_found, ==, -1);
}

/* The lock */

/* The notes of a change of hands are made before the lock is dropped and after it was taken. */
static void
test_gil_excludes (void)
{
  g_autoptr (IlvTrace) trace
    = run_text (ILV_STRATEGY_GIL, "[Task A]\nCount=2\nSteps=cpu 60ms; wait 5ms; cpu 10ms\n");
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  guint n_hands = 0;

  for (gsize i = 0; i < n_spans; i++)
    {
      if (spans[i].state == ILV_STATE_BLOCKED)
        {
          g_assert_cmpuint (spans[i].peer, ==, 1 - spans[i].task);
          n_hands++;
        }
      for (gsize k = 0; k < n_spans; k++)
        if (spans[i].state == ILV_STATE_RUNNING && spans[k].state == ILV_STATE_RUNNING
            && spans[i].task == 0 && spans[k].task == 1)
          g_assert_true (spans[i].end_ns <= spans[k].start_ns
                         || spans[k].end_ns <= spans[i].start_ns);
    }
  if (ilv_processors_get_count () < 2)
    return;
  g_assert_cmpuint (n_hands, >, 3);
  g_assert_cmpuint (count_at_once (trace, ILV_STATE_RUNNING), ==, 1);
}

/* When the task that stopped at span @index was running again. */
static gint64
find_resumption (const IlvSpan *spans, gsize n_spans, gsize index)
{
  for (gsize i = index + 1; i < n_spans; i++)
    if (spans[i].task == spans[index].task && spans[i].state == ILV_STATE_RUNNING)
      return spans[i].start_ns;
  return G_MAXINT64;
}

/* Whoever computes is asked for the lock after an interval, not before. */
static void
test_gil_interval (void)
{
  g_autoptr (IlvTrace) trace = run_text (ILV_STRATEGY_GIL, "[Task A]\nCount=2\nSteps=cpu 60ms\n");
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  gint64 end_ns[2], ignored_ns;

  for (guint i = 0; i < 2; i++)
    find_bounds (trace, i, ILV_STATE_RUNNING, &ignored_ns, &end_ns[i]);
  for (gsize i = 0; i < n_spans; i++)
    {
      gint64 resumed_ns = find_resumption (spans, n_spans, i);

      if (spans[i].state == ILV_STATE_BLOCKED && resumed_ns < end_ns[1 - spans[i].task])
        g_assert_cmpint (resumed_ns - spans[i].start_ns, >=, ILV_GIL_INTERVAL_NS - ONE_MS / 2);
    }
}

/* Turns */

static void
test_await_loop_order (void)
{
  g_autoptr (IlvTrace) trace = run_text (ILV_STRATEGY_AWAIT_LOOP,
                                         "[Task P]\nCount=4\nSteps=get /api/v2/pokemon/{n}; cpu 1ms\n");
  gint64 last_ns = 0;

  for (guint i = 0; i < 4; i++)
    {
      gint64 start_ns, end_ns;

      find_bounds (trace, i, ILV_STATE_RUNNING, &start_ns, &end_ns);
      g_assert_cmpint (start_ns, >=, last_ns);
      last_ns = end_ns;
    }
  g_assert_cmpuint (count_at_once (trace, ILV_STATE_WAITING), ==, 1);
}

/* A task that is spawned starts there, and one that is awaited, too. */
static void
test_await_loop_starts (void)
{
  g_autoptr (IlvTrace) trace
    = run_text (ILV_STRATEGY_AWAIT_LOOP, "[Task A]\nSteps=spawn S; await C; wait 20ms\n"
                                         "[Task B]\nSteps=cpu 1ms\n"
                                         "[Task C]\nSteps=cpu 1ms\n"
                                         "[Task S]\nSteps=wait 1ms; cpu 1ms\n");
  gint64 start_ns[4], end_ns[4];

  for (guint i = 0; i < 4; i++)
    find_bounds (trace, i, ILV_STATE_RUNNING, &start_ns[i], &end_ns[i]);
  g_assert_cmpint (start_ns[3], <, end_ns[0]);
  g_assert_cmpint (end_ns[2], <, end_ns[0]);
  g_assert_cmpint (start_ns[1], >=, end_ns[0]);
}

/* Pictures */

static void
assert_tile (IlvTrace *trace, guint task, guint tile, guint n_tiles)
{
  IlvPainting painting;
  IlvTile whole;
  g_autoptr (GBytes) bytes = NULL;
  guint n_rows = 0;

  ilv_painting_init (&painting, tile, n_tiles);
  while (ilv_painting_run_quantum (&painting))
    ;
  bytes = ilv_painting_take_rows (&painting);
  ilv_painting_clear (&painting);
  g_assert_true (ilv_tile_read (bytes, &whole));
  for (guint i = 0; n_rows < whole.height; i++)
    {
      const IlvResult *result = find_result (trace, task, ILV_RESULT_PIXELS, i);
      IlvTile block;

      g_assert_nonnull (result);
      g_assert_true (ilv_tile_read (result->pixels, &block));
      g_assert_cmpuint (block.x, ==, whole.x);
      g_assert_cmpuint (block.width, ==, whole.width);
      g_assert_cmpuint (block.y, ==, whole.y + n_rows);
      g_assert_cmpmem (block.values, block.width * block.height,
                       whole.values + n_rows * whole.width, block.width * block.height);
      n_rows += block.height;
    }
  g_assert_cmpuint (n_rows, ==, whole.height);
}

static void
test_paint (gconstpointer data)
{
  g_autoptr (IlvTrace) trace = run_text (
    GPOINTER_TO_INT (data), "[Task A]\nSteps=paint 3/64\n[Task B]\nSteps=cpu 1ms; paint 30/64\n");

  assert_tile (trace, 0, 2, 64);
  assert_tile (trace, 1, 29, 64);
  g_assert_cmpint (sum_state (trace, 1, 1, ILV_STATE_RUNNING), >, 0);
}

/* Cancelling */

static const char *const endless[] = {
  "[Task A]\nCount=4\nSteps=block 3600s\n",
  "[Task A]\nCount=4\nSteps=add 1000000\n",
  "[Task A]\nCount=4\nSteps=paint 1/1; paint 1/1; paint 1/1; paint 1/1\n",
  "[Task A]\nCount=4\nSteps=ask traffic-lights\n",
  "[Task A]\nCount=4\nSteps=query WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
  "SELECT count (*) FROM n\n",
  "[Task A]\nCount=4\nSteps=lock L; ask traffic-lights; unlock L\n",
#ifndef __SANITIZE_THREAD__
  "[Task A]\nCount=4\nSteps=get /slow/2000; get /slow/2000\n",
#endif
};

static gboolean
is_under_way (IlvRecorder *recorder)
{
  g_autoptr (IlvTrace) trace = ilv_recorder_snapshot (recorder);
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].open && (spans[i].state == ILV_STATE_WAITING || spans[i].state == ILV_STATE_RUNNING))
      return TRUE;
  return FALSE;
}

static void
cancel (IlvStrategy strategy, const char *text)
{
  const IlvRunnerOptions options = { .processors = 2, .world = world };
  g_autoptr (IlvWorkload) workload = runner_test_parse (text);
  g_autoptr (IlvRunner) runner = ilv_runner_new_with_options (strategy, &options);
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  RunnerAnswer answer = { 0 };

  ilv_runner_run_async (runner, workload, recorder, cancellable, runner_test_on_run, &answer);
  while (!is_under_way (recorder))
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (answer.error);
}

static void
test_cancel (gconstpointer data)
{
  /* Nobody answers. */
  ilv_person_set_standing_answer (ilv_world_get_person (world), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      g_test_message ("%s", endless[i]);
      cancel (GPOINTER_TO_INT (data), endless[i]);
    }
  ilv_person_set_standing_answer (ilv_world_get_person (world), "three of them");
}

static void
add_for_each (const char *name, GTestDataFunc func)
{
  for (guint i = 0; i < G_N_ELEMENTS (strategies); i++)
    {
      g_autofree char *path
        = g_strdup_printf ("/runner/steps/%s/%s", name, ilv_strategy_to_string (strategies[i]));

      g_test_add_data_func (path, GINT_TO_POINTER (strategies[i]), func);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_world ();
  add_for_each ("get", test_get);
  add_for_each ("results", test_results);
  add_for_each ("failure", test_failure);
  add_for_each ("without-world", test_without_world);
  g_test_add_func ("/runner/steps/waves", test_waves);
  g_test_add_func ("/runner/steps/all-at-once", test_all_at_once);
  add_for_each ("block", test_block);
  add_for_each ("add-locked", test_add_locked);
  add_for_each ("add", test_add);
  g_test_add_func ("/runner/steps/add-loses", test_add_loses);
  g_test_add_func ("/runner/steps/no-counter", test_no_counter);
  g_test_add_func ("/runner/steps/gil-excludes", test_gil_excludes);
  g_test_add_func ("/runner/steps/gil-interval", test_gil_interval);
  g_test_add_func ("/runner/steps/await-loop-order", test_await_loop_order);
  g_test_add_func ("/runner/steps/await-loop-starts", test_await_loop_starts);
  add_for_each ("paint", test_paint);
  add_for_each ("cancel", test_cancel);
  status = g_test_run ();
  ilv_world_close (world);
  g_object_unref (world);
  return status;
}
