/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sched.h>

#include "ilv-figures.h"
#include "ilv-processors.h"
#include "ilv-runner.h"
#include "runner-test.h"

/* Real runs on a machine that may be busy: what is checked holds however long things take. */

#define ONE_MS 1000000

static IlvTrace *
run (IlvStrategy strategy, guint processors, IlvWorkload *workload)
{
  g_autoptr (IlvRunner) runner = ilv_runner_new (strategy, processors);
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  RunnerAnswer answer = { 0 };

  ilv_runner_run_async (runner, workload, recorder, NULL, runner_test_on_run, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (answer.error);
  return answer.trace;
}

static IlvTrace *
run_text (IlvStrategy strategy, guint processors, const char *text)
{
  g_autoptr (IlvWorkload) workload = runner_test_parse (text);

  return run (strategy, processors, workload);
}

/* Every task has one unbroken history, and holds a worker and a processor exactly while it runs. */
static void
check_histories (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autofree gint64 *ends = g_new0 (gint64, info->tasks->len);
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    {
      const IlvSpan *span = &spans[i];

      g_assert_cmpint (span->start_ns, <, span->end_ns);
      g_assert_cmpint (span->start_ns, >=, 0);
      if (ends[span->task] > 0)
        g_assert_cmpint (span->start_ns, ==, ends[span->task]);
      ends[span->task] = span->end_ns;
      g_assert_false (span->open);
      if (span->state == ILV_STATE_RUNNING)
        {
          g_assert_cmpint (span->processor, >=, 0);
          g_assert_cmpuint (span->worker, !=, ILV_NO_WORKER);
        }
      else
        {
          g_assert_cmpint (span->processor, ==, ILV_NO_PROCESSOR);
        }
    }
  for (guint i = 0; i < info->tasks->len; i++)
    g_assert_cmpint (ends[i], >, 0);
}

static void
check_finished (IlvTrace *trace)
{
  g_assert_cmpint (ilv_trace_get_info (trace)->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
  g_assert_null (ilv_trace_get_info (trace)->verdict);
  check_histories (trace);
}

/* The bounds of a task's spans at a step; FALSE if there are none. */
static gboolean
find_step (IlvTrace *trace, guint task, guint step, gint64 *start_ns, gint64 *end_ns)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  gboolean found = FALSE;

  *start_ns = *end_ns = 0;
  for (gsize i = 0; i < n_spans; i++)
    {
      if (spans[i].task != task || spans[i].step != step)
        continue;
      if (!found)
        *start_ns = spans[i].start_ns;
      *end_ns = spans[i].end_ns;
      found = TRUE;
    }
  return found;
}

static const IlvStrategy real_strategies[] = {
  ILV_STRATEGY_SEQUENTIAL,
  ILV_STRATEGY_EVENT_LOOP,
  ILV_STRATEGY_AWAIT_LOOP,
  ILV_STRATEGY_TIME_SLICED,
  ILV_STRATEGY_THREAD_POOL,
  ILV_STRATEGY_GIL,
};

/* Whether no task begins before the one before it has ended. */
static gboolean
runs_one_by_one (IlvStrategy strategy)
{
  return strategy == ILV_STRATEGY_SEQUENTIAL || strategy == ILV_STRATEGY_AWAIT_LOOP
         || (ilv_strategy_is_parallel (strategy) && ilv_processors_get_count () < 2);
}

static void
test_uniform (gconstpointer data)
{
  IlvStrategy strategy = GPOINTER_TO_INT (data);
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (3, 40 * ONE_MS);
  g_autoptr (IlvTrace) trace = run (strategy, 2, workload);
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  IlvFigures figures;

  check_finished (trace);
  ilv_figures_compute (&figures, trace);
  g_assert_cmpstr (info->strategy, ==, ilv_strategy_to_string (strategy));
  g_assert_cmpint (info->clock_base_ns, >, 0);
  g_assert_cmpint (info->cpu_time_ns, >, 0);
  g_assert_cmpint (info->voluntary_switches, >=, 0);
  g_assert_cmpint (info->involuntary_switches, >=, 0);
  g_assert_cmpuint (figures.max_parallelism, >=, 1);
  g_assert_cmpuint (figures.max_parallelism, <=, info->processors);
  /* Whatever the kernel's clock counted was running time: but for the notes made around it. */
  g_assert_cmpint (figures.running_ns * 10, >=, info->cpu_time_ns * 9);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (runner_test_sum_state_ns (trace, i, ILV_STATE_RUNNING), >, 0);
}

static void
test_sequential_order (void)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (3, 5 * ONE_MS);
  g_autoptr (IlvTrace) trace = run (ILV_STRATEGY_SEQUENTIAL, 2, workload);
  gint64 start_ns, end_ns, last_ns = 0;

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (find_step (trace, i, 0, &start_ns, &end_ns));
      g_assert_cmpint (start_ns, >=, last_ns);
      last_ns = end_ns;
    }
}

/* Each gives way after a slice, so each has begun before any other has ended. */
static void
test_event_loop_takes_turns (void)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (3, 20 * ONE_MS);
  g_autoptr (IlvTrace) trace = run (ILV_STRATEGY_EVENT_LOOP, 2, workload);
  gint64 latest_start_ns = 0, earliest_end_ns = G_MAXINT64;

  for (guint i = 0; i < 3; i++)
    {
      gint64 start_ns, end_ns;

      g_assert_true (find_step (trace, i, 0, &start_ns, &end_ns));
      latest_start_ns = MAX (latest_start_ns, start_ns);
      earliest_end_ns = MIN (earliest_end_ns, end_ns);
      g_assert_cmpint (runner_test_sum_state_ns (trace, i, ILV_STATE_READY), >, 0);
    }
  g_assert_cmpint (latest_start_ns, <, earliest_end_ns);
}

static void
test_time_sliced_on_one (void)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (2, 100 * ONE_MS);
  g_autoptr (IlvTrace) trace = run (ILV_STRATEGY_TIME_SLICED, 2, workload);
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  IlvFigures figures;

  if (info->notes->len > 0)
    {
      g_test_skip ("the system does not let threads be pinned");
      return;
    }
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].state == ILV_STATE_RUNNING)
      g_assert_cmpint (spans[i].processor, ==, ilv_processors_get_number (0));

  ilv_figures_compute (&figures, trace);
  g_assert_cmpuint (figures.max_parallelism, ==, 1);
  g_assert_cmpint (info->involuntary_switches, >, 0);
  /* A slice begins at the start of a task or where the kernel switched, never without. */
  g_assert_cmpint (figures.slices, <=,
                   2 + info->involuntary_switches + info->voluntary_switches);
  g_assert_cmpuint (figures.slices, >, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (runner_test_sum_state_ns (trace, i, ILV_STATE_READY), >, 0);
}

/* Each worker stays on its own processor, and a task on its worker. */
static void
test_thread_pool_pins (void)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (5, 10 * ONE_MS);
  g_autoptr (IlvTrace) trace = run (ILV_STRATEGY_THREAD_POOL, 2, workload);
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  guint32 workers[5] = { ILV_NO_WORKER, ILV_NO_WORKER, ILV_NO_WORKER, ILV_NO_WORKER,
                         ILV_NO_WORKER };

  g_assert_cmpuint (info->workers->len, <=, info->processors);
  for (gsize i = 0; i < n_spans; i++)
    {
      const IlvTraceWorker *worker;

      if (spans[i].worker == ILV_NO_WORKER)
        continue;
      worker = ilv_trace_info_get_worker (info, spans[i].worker);
      g_assert_cmpint (worker->os_tid, >, 0);
      if (spans[i].state == ILV_STATE_RUNNING && worker->processor != ILV_NO_PROCESSOR)
        g_assert_cmpint (spans[i].processor, ==, worker->processor);
      if (workers[spans[i].task] != ILV_NO_WORKER)
        g_assert_cmpuint (spans[i].worker, ==, workers[spans[i].task]);
      workers[spans[i].task] = spans[i].worker;
    }
}

/* GLib lends the threads of one pool to the next: they must neither carry a worker over nor stay
 * pinned. */
static void
test_thread_pool_again (void)
{
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (4, 5 * ONE_MS);
      g_autoptr (IlvTrace) trace = run (ILV_STRATEGY_THREAD_POOL, 2, workload);

      check_finished (trace);
      for (guint i = 0; i < 4; i++)
        g_assert_cmpint (runner_test_sum_state_ns (trace, i, ILV_STATE_RUNNING), >, 0);
    }
}

static void
count_processors (gpointer data G_GNUC_UNUSED, gpointer user_data)
{
  atomic_int *wrong = user_data;
  cpu_set_t set;

  if (sched_getaffinity (0, sizeof set, &set) != 0
      || CPU_COUNT (&set) != (int) ilv_processors_get_count ())
    atomic_fetch_add (wrong, 1);
}

static void
test_thread_pool_unpins (void)
{
  atomic_int wrong = 0;
  GThreadPool *pool;

  test_thread_pool_again ();
  pool = g_thread_pool_new (count_processors, &wrong, 4, TRUE, NULL);
  for (guint i = 0; i < 16; i++)
    g_thread_pool_push (pool, &wrong, NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_assert_cmpint (atomic_load (&wrong), ==, 0);
}

static void
test_missing_processors (void)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (2, ONE_MS);
  guint available = ilv_processors_get_count ();
  g_autoptr (IlvTrace) trace = run (ILV_STRATEGY_THREAD_POOL, available + 1, workload);
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  g_assert_cmpuint (info->processors, ==, available);
  g_assert_cmpuint (info->notes->len, >=, 1);
}

static void
test_wait (gconstpointer data)
{
  g_autoptr (IlvTrace) trace = run_text (GPOINTER_TO_INT (data), 2,
                                         "[Task A]\nSteps=cpu 2ms; wait 20ms; cpu 2ms\n"
                                         "[Task B]\nSteps=wait 300us; cpu 1ms\n");

  gint64 start_ns, end_ns;

  check_finished (trace);
  g_assert_true (find_step (trace, 0, 1, &start_ns, &end_ns));
  g_assert_cmpint (end_ns - start_ns, >=, 20 * ONE_MS);
  g_assert_cmpint (runner_test_sum_state_ns (trace, 0, ILV_STATE_WAITING), >, 0);
  g_assert_true (find_step (trace, 1, 0, &start_ns, &end_ns));
  g_assert_cmpint (end_ns - start_ns, >=, 300000);
}

/* However the tasks are run, only one is between lock and unlock. */
static void
test_lock (gconstpointer data)
{
  g_autoptr (IlvTrace) trace
    = run_text (GPOINTER_TO_INT (data), 2,
                "[Task A]\nSteps=lock L; cpu 12ms; wait 5ms; cpu 2ms; unlock L; cpu 1ms\n"
                "[Task B]\nSteps=lock L; cpu 12ms; wait 5ms; cpu 2ms; unlock L; cpu 1ms\n"
                "[Task C]\nSteps=lock L; cpu 12ms; wait 5ms; cpu 2ms; unlock L; cpu 1ms\n");
  gint64 start_ns[3], end_ns[3], ignored;

  check_finished (trace);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (find_step (trace, i, 1, &start_ns[i], &ignored));
      g_assert_true (find_step (trace, i, 3, &ignored, &end_ns[i]));
    }
  for (guint i = 0; i < 3; i++)
    for (guint k = 0; k < 3; k++)
      g_assert_true (i == k || end_ns[i] <= start_ns[k] || end_ns[k] <= start_ns[i]);
}

static void
test_await (gconstpointer data)
{
  g_autoptr (IlvTrace) trace = run_text (GPOINTER_TO_INT (data), 2,
                                         "[Task A]\nSteps=cpu 1ms; await B; cpu 1ms\n"
                                         "[Task B]\nSteps=cpu 5ms; wait 10ms; cpu 5ms\n");
  gint64 start_ns, end_ns, b_start_ns, b_end_ns;

  check_finished (trace);
  g_assert_true (find_step (trace, 0, 2, &start_ns, &end_ns));
  g_assert_true (find_step (trace, 1, 2, &b_start_ns, &b_end_ns));
  g_assert_cmpint (start_ns, >=, b_end_ns);
  g_assert_cmpint (runner_test_sum_state_ns (trace, 0, ILV_STATE_WAITING), >, 0);
}

static void
test_spawn (gconstpointer data)
{
  g_autoptr (IlvTrace) trace
    = run_text (GPOINTER_TO_INT (data), 2,
                "[Task A]\nSteps=cpu 3ms; spawn B; spawn C; await B; await C; cpu 1ms\n"
                "[Task B]\nSteps=cpu 2ms\n[Task C]\nSteps=cpu 2ms\n");
  gint64 cpu_end_ns, b_start_ns, c_end_ns, last_start_ns, ignored;
  gsize n_flows;
  const IlvFlow *flows = ilv_trace_get_flows (trace, &n_flows);
  guint n_spawned = 0;

  check_finished (trace);
  g_assert_true (find_step (trace, 0, 0, &ignored, &cpu_end_ns));
  g_assert_true (find_step (trace, 1, 0, &b_start_ns, &ignored));
  g_assert_true (find_step (trace, 2, 0, &ignored, &c_end_ns));
  g_assert_true (find_step (trace, 0, 5, &last_start_ns, &ignored));
  g_assert_cmpint (b_start_ns, >=, cpu_end_ns);
  g_assert_cmpint (last_start_ns, >=, c_end_ns);
  for (gsize i = 0; i < n_flows; i++)
    if (flows[i].kind == ILV_FLOW_SPAWNED)
      {
        g_assert_cmpuint (flows[i].from_task, ==, 0);
        n_spawned++;
      }
  g_assert_cmpuint (n_spawned, ==, 2);
}

static void
check_stalled (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  g_assert_cmpint (info->outcome, ==, ILV_TRACE_OUTCOME_STALLED);
  g_assert_nonnull (info->verdict);
  g_test_message ("%s", info->verdict);
  check_histories (trace);
}

/* The last span of a task says whom it waits for. */
static guint
find_last_peer (IlvTrace *trace, guint task)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  guint peer = ILV_NO_PEER;

  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].task == task)
      peer = spans[i].peer;
  return peer;
}

static void
test_await_cycle (gconstpointer data)
{
  g_autoptr (IlvTrace) trace = run_text (GPOINTER_TO_INT (data), 3,
                                         "[Task A]\nSteps=cpu 2ms; await B\n"
                                         "[Task B]\nSteps=cpu 2ms; await A\n");

  check_stalled (trace);
  if (ilv_processors_get_count () > 1 || !ilv_strategy_is_parallel (GPOINTER_TO_INT (data)))
    {
      g_assert_cmpuint (find_last_peer (trace, 0), ==, 1);
      g_assert_cmpuint (find_last_peer (trace, 1), ==, 0);
    }
}

static const char lock_order[] = "[Task A]\nSteps=lock X; wait 60ms; lock Y; unlock Y; unlock X\n"
                                 "[Task B]\nSteps=lock Y; wait 60ms; lock X; unlock X; unlock Y\n";

static void
test_lock_order (gconstpointer data)
{
  g_autoptr (IlvTrace) trace = NULL;

  if (runs_one_by_one (GPOINTER_TO_INT (data)))
    {
      g_test_skip ("one task after the other");
      return;
    }
  trace = run_text (GPOINTER_TO_INT (data), 2, lock_order);
  check_stalled (trace);
  g_assert_cmpuint (find_last_peer (trace, 0), ==, 1);
  g_assert_cmpuint (find_last_peer (trace, 1), ==, 0);
  g_assert_cmpint (runner_test_sum_state_ns (trace, 0, ILV_STATE_BLOCKED), >, 0);
}

/* One after the other, nobody can be in the way of anybody. */
static void
test_lock_order_sequential (void)
{
  g_autoptr (IlvTrace) trace = run_text (ILV_STRATEGY_SEQUENTIAL, 2, lock_order);

  check_finished (trace);
}

/* The only worker is held by the task that waits for the one in the queue. */
static void
test_pool_starves (void)
{
  g_autoptr (IlvTrace) trace = run_text (ILV_STRATEGY_THREAD_POOL, 1,
                                         "[Task A]\nSteps=cpu 1ms; await B\n"
                                         "[Task B]\nSteps=cpu 1ms\n");

  check_stalled (trace);
}

/* A task that goes on keeps the others' deadlock from ending the run before its own end. */
static void
test_stall_after_others (void)
{
  g_autoptr (IlvTrace) trace = run_text (ILV_STRATEGY_TIME_SLICED, 1,
                                         "[Task A]\nSteps=await B\n"
                                         "[Task B]\nSteps=await A\n"
                                         "[Task C]\nSteps=cpu 5ms; wait 200ms; cpu 5ms\n");
  gint64 start_ns, end_ns;

  check_stalled (trace);
  g_assert_true (find_step (trace, 2, 1, &start_ns, &end_ns));
  g_assert_cmpint (end_ns - start_ns, >=, 200 * ONE_MS);
}

/* When to cancel: at once, or when a task of the live trace is seen in a state. */
typedef struct
{
  const char *name;
  const char *text;
  int state; /* or -1: at once; -2: before the run */
} CancelCase;

static const CancelCase cancel_cases[] = {
  { "before", "[Task A]\nSteps=cpu 3600s\n", -2 },
  { "at-once", "[Task A]\nSteps=cpu 3600s\n[Task B]\nSteps=cpu 3600s\n", -1 },
  { "running", "[Task A]\nCount=8\nSteps=cpu 3600s\n", ILV_STATE_RUNNING },
  { "ready", "[Task A]\nCount=40\nSteps=cpu 3600s\n", ILV_STATE_READY },
  { "waiting", "[Task A]\nSteps=wait 3600s\n[Task B]\nSteps=wait 3600s\n", ILV_STATE_WAITING },
  { "blocked",
    "[Task A]\nSteps=lock L; wait 3600s; unlock L\n"
    "[Task B]\nSteps=lock L; wait 3600s; unlock L\n",
    ILV_STATE_BLOCKED },
  { "awaiting", "[Task A]\nSteps=await B\n[Task B]\nSteps=wait 3600s\n", ILV_STATE_WAITING },
};

static gboolean
has_state (IlvRecorder *recorder, int state)
{
  g_autoptr (IlvTrace) trace = ilv_recorder_snapshot (recorder);
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  /* That a task was ready is often learnt only when it is running again. */
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].state == state && (spans[i].open || state == ILV_STATE_READY))
      return TRUE;
  return FALSE;
}

static void
run_cancelled (IlvStrategy strategy, const CancelCase *cancel_case)
{
  g_autoptr (IlvWorkload) workload = runner_test_parse (cancel_case->text);
  g_autoptr (IlvRunner) runner = ilv_runner_new (strategy, 2);
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (IlvTrace) trace = NULL;
  RunnerAnswer answer = { 0 };

  if (cancel_case->state == -2)
    g_cancellable_cancel (cancellable);
  ilv_runner_run_async (runner, workload, recorder, cancellable, runner_test_on_run, &answer);
  while (cancel_case->state >= 0 && !has_state (recorder, cancel_case->state))
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.trace);
  g_error_free (answer.error);
  trace = ilv_recorder_snapshot (recorder);
  g_assert_cmpint (ilv_trace_get_info (trace)->outcome, ==, ILV_TRACE_OUTCOME_CANCELLED);
  g_assert_false (ilv_trace_is_live (trace));
}

static void
test_cancel (gconstpointer data)
{
  IlvStrategy strategy = GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (cancel_cases); i++)
    {
      /* One after the other nobody is ever blocked. */
      if (cancel_cases[i].state == ILV_STATE_BLOCKED && runs_one_by_one (strategy))
        continue;
      g_test_message ("%s", cancel_cases[i].name);
      run_cancelled (strategy, &cancel_cases[i]);
    }
}

static void
test_model (void)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (8, 100 * ONE_MS);
  g_autoptr (IlvTrace) trace = run (ILV_STRATEGY_MODEL, 8, workload);

  g_assert_true (ilv_trace_get_info (trace)->is_model);
  g_assert_cmpint (ilv_trace_get_duration_ns (trace), ==, 100 * ONE_MS);
}

static void
add_for_each (const char *name, GTestDataFunc func, guint first)
{
  for (guint i = first; i < G_N_ELEMENTS (real_strategies); i++)
    {
      g_autofree char *path = g_strdup_printf ("/runner/runner/%s/%s", name,
                                               ilv_strategy_to_string (real_strategies[i]));

      g_test_add_data_func (path, GINT_TO_POINTER (real_strategies[i]), func);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_for_each ("uniform", test_uniform, 0);
  g_test_add_func ("/runner/runner/sequential-order", test_sequential_order);
  g_test_add_func ("/runner/runner/event-loop-takes-turns", test_event_loop_takes_turns);
  g_test_add_func ("/runner/runner/time-sliced-on-one", test_time_sliced_on_one);
  g_test_add_func ("/runner/runner/thread-pool-pins", test_thread_pool_pins);
  g_test_add_func ("/runner/runner/thread-pool-again", test_thread_pool_again);
  g_test_add_func ("/runner/runner/thread-pool-unpins", test_thread_pool_unpins);
  g_test_add_func ("/runner/runner/missing-processors", test_missing_processors);
  add_for_each ("wait", test_wait, 0);
  add_for_each ("lock", test_lock, 0);
  add_for_each ("await", test_await, 0);
  add_for_each ("spawn", test_spawn, 0);
  add_for_each ("await-cycle", test_await_cycle, 0);
  add_for_each ("lock-order", test_lock_order, 1);
  g_test_add_func ("/runner/runner/lock-order/sequential", test_lock_order_sequential);
  g_test_add_func ("/runner/runner/pool-starves", test_pool_starves);
  g_test_add_func ("/runner/runner/stall-after-others", test_stall_after_others);
  add_for_each ("cancel", test_cancel, 0);
  g_test_add_func ("/runner/runner/model", test_model);
  return g_test_run ();
}
