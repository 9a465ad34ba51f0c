/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-summary.h"

#include <string.h>

#include "trace-fixture.h"

/* The strategies, as the truths below depend on them. */
static const char *const strategies[] = { "sequential", "event-loop", "time-sliced", "thread-pool",
                                          "model" };

/* As each strategy would do it: @cpu_ns of work a task after a wait of @wait_ns. */
static IlvTrace *
make_trace (const char *strategy, guint processors, guint n_tasks, gint64 wait_ns, gint64 cpu_ns)
{
  gboolean is_parallel = g_str_equal (strategy, "thread-pool") || g_str_equal (strategy, "model");
  TraceFixture fixture = trace_fixture_begin (strategy, is_parallel ? processors : 1, n_tasks);

  fixture.info->cpu_time_ns = n_tasks * cpu_ns;
  if (is_parallel || g_str_equal (strategy, "sequential"))
    {
      trace_fixture_add_pieces (&fixture, wait_ns, cpu_ns);
      return trace_fixture_end (&fixture);
    }
  for (guint task = 0; task < n_tasks && wait_ns > 0; task++)
    trace_fixture_add (&fixture, task, ILV_STATE_WAITING, ILV_NO_PROCESSOR, 0, wait_ns);
  trace_fixture_add_turns (&fixture, wait_ns, cpu_ns, 4 * MS);
  return trace_fixture_end (&fixture);
}

/* Two tasks of 400 ms, or what else is asked for. */
static IlvTrace *
make_cpu_trace (const char *strategy, guint processors, guint n_tasks)
{
  return make_trace (strategy, processors, n_tasks, 0, 400 * MS);
}

static IlvTrace *
make_ended_trace (const char *strategy, IlvTraceOutcome outcome, const char *verdict)
{
  TraceFixture fixture = trace_fixture_begin (strategy, 2, 2);

  fixture.info->outcome = outcome;
  fixture.info->verdict = g_strdup (verdict);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 50 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 1, 0, 50 * MS);
  return trace_fixture_end (&fixture);
}

static void
assert_described (IlvTrace *trace, const char *expected)
{
  g_autofree char *text = ilv_summary_describe (trace);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_compared (IlvTrace *left, IlvTrace *right, const char *expected)
{
  g_autofree char *text = ilv_summary_compare (left, right);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_duration (void)
{
  static const struct
  {
    gint64 duration_ns;
    const char *text;
  } cases[] = {
    { 0, "0 ms" },
    { 1, "1 ns" },
    { 850, "850 ns" },
    { 999, "999 ns" },
    { 1000, "1.0 µs" },
    { 4200, "4.2 µs" },
    { 9949, "9.9 µs" },
    { 9950, "10 µs" },
    { 12000, "12 µs" },
    { 999499, "999 µs" },
    { 999500, "1.0 ms" },
    { 4200000, "4.2 ms" },
    { 803 * MS, "803 ms" },
    { 999499999, "999 ms" },
    { 999500000, "1.00 s" },
    { 1250 * MS, "1.25 s" },
    { 3600000 * MS, "3600.00 s" },
    { -5 * MS, "-5.0 ms" },
    { G_MAXINT64, "9223372036.85 s" },
    { G_MININT64, "-9223372036.85 s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ilv_summary_format_duration (cases[i].duration_ns);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_describe (void)
{
  static const struct
  {
    const char *strategy;
    guint processors;
    guint n_tasks;
    gint64 wait_ns;
    gint64 cpu_ns;
    const char *text;
  } cases[] = {
    { "time-sliced", 2, 2, 0, 400 * MS,
      "A and B took turns on one processor, in 200 slices, and finished after 800 ms; at no moment "
      "did more than one run." },
    { "sequential", 2, 3, 0, 400 * MS,
      "A, B and C ran one after the other and finished after 1.20 s; at no moment did more than one "
      "run." },
    { "thread-pool", 2, 2, 0, 400 * MS,
      "A and B ran at the same time, each on a processor of its own, and finished after 400 ms." },
    { "thread-pool", 2, 3, 0, 400 * MS,
      "Of A, B and C, up to 2 ran at the same time, each on a processor of its own, and the last "
      "finished after 800 ms." },
    { "thread-pool", 2, 8, 0, 400 * MS,
      "Of 8 tasks, up to 2 ran at the same time, each on a processor of its own, and the last "
      "finished after 1.60 s." },
    { "thread-pool", 1, 2, 0, 400 * MS,
      "A and B ran one after the other and finished after 800 ms; at no moment did more than one "
      "run." },
    { "event-loop", 1, 2, 100 * MS, 0, "A and B only waited and finished after 100 ms." },
    { "event-loop", 1, 2, 100 * MS, 8 * MS,
      "A and B took turns on one processor, in 4 slices, and finished after 116 ms; at no moment "
      "did more than one run. While one task waited, others went on." },
    { "sequential", 1, 2, 100 * MS, 8 * MS,
      "A and B ran one after the other and finished after 216 ms; at no moment did more than one "
      "run." },
    { "sequential", 1, 1, 0, 400 * MS, "A ran in one piece and finished after 400 ms." },
    { "time-sliced", 1, 1, 0, 8 * MS, "A ran in one piece and finished after 8.0 ms." },
    { "time-sliced", 1, 1, 30 * MS, 0, "A only waited and finished after 30 ms." },
    { "model", 2, 2, 0, 400 * MS,
      "A and B would run at the same time, each on a processor of its own, and finish after 400 "
      "ms." },
    { "model", 1, 2, 0, 400 * MS,
      "A and B would run one after the other and finish after 800 ms; at no moment would more than "
      "one run." },
    { "model", 1, 1, 0, 400 * MS, "A would run in one piece and finish after 400 ms." },
    { "model", 1, 1, 400 * MS, 0, "A would only wait and finish after 400 ms." },
    { "sequential", 1, 0, 0, 0, "Nothing ran." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IlvTrace) trace = make_trace (cases[i].strategy, cases[i].processors,
                                               cases[i].n_tasks, cases[i].wait_ns,
                                               cases[i].cpu_ns);

      assert_described (trace, cases[i].text);
    }
}

/* Tasks that a kernel moved about took turns, but not on one processor; and a task that ran while
 * another only waited took no turns. */
static void
test_describe_turns (void)
{
  TraceFixture moved = trace_fixture_begin ("thread-pool", 2, 2);
  TraceFixture alone = trace_fixture_begin ("event-loop", 1, 2);
  g_autoptr (IlvTrace) moved_trace = NULL;
  g_autoptr (IlvTrace) alone_trace = NULL;

  for (int i = 0; i < 4; i++)
    trace_fixture_add (&moved, i % 2, ILV_STATE_RUNNING, i % 3, i * 10 * MS, (i + 1) * 10 * MS);
  moved_trace = trace_fixture_end (&moved);
  assert_described (moved_trace, "A and B took turns, in 4 slices, and finished after 40 ms; at no "
                                 "moment did more than one run.");

  trace_fixture_add (&alone, 0, ILV_STATE_WAITING, ILV_NO_PROCESSOR, 0, 90 * MS);
  trace_fixture_add (&alone, 1, ILV_STATE_RUNNING, 0, 0, 80 * MS);
  alone_trace = trace_fixture_end (&alone);
  assert_described (alone_trace, "A and B finished after 90 ms; at no moment did more than one run. "
                                 "While one task waited, others went on.");
}

static void
test_describe_unfinished (void)
{
  static const struct
  {
    const char *strategy;
    IlvTraceOutcome outcome;
    const char *verdict;
    const char *text;
  } cases[] = {
    { "thread-pool", ILV_TRACE_OUTCOME_RUNNING, NULL,
      "The run is still going on, for 50 ms so far." },
    { "thread-pool", ILV_TRACE_OUTCOME_CANCELLED, NULL,
      "The run ended early, after 50 ms, before all tasks were done." },
    { "thread-pool", ILV_TRACE_OUTCOME_STALLED, "A waits for B and B waits for A",
      "After 50 ms no task could go on. A waits for B and B waits for A." },
    { "model", ILV_TRACE_OUTCOME_STALLED, " A waits for B. ",
      "After 50 ms no task would be able to go on. A waits for B." },
    { "event-loop", ILV_TRACE_OUTCOME_STALLED, NULL, "After 50 ms no task could go on." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IlvTrace) trace = make_ended_trace (cases[i].strategy, cases[i].outcome,
                                                     cases[i].verdict);

      assert_described (trace, cases[i].text);
    }
}

static void
test_compare_main (void)
{
  g_autoptr (IlvTrace) sliced = make_cpu_trace ("time-sliced", 2, 2);
  g_autoptr (IlvTrace) pool = make_cpu_trace ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) single = make_cpu_trace ("thread-pool", 1, 2);
  g_autoptr (IlvTrace) many = make_cpu_trace ("thread-pool", 2, 8);
  g_autoptr (IlvTrace) many_sliced = make_cpu_trace ("time-sliced", 2, 8);

  assert_compared (sliced, pool,
                   "The thread pool finished 2.00 times sooner than the time-sliced run: after 400 "
                   "ms instead of 800 ms. Two tasks ran at the same time, each on a processor of "
                   "its own. The time-sliced run never had more than one task running. The work "
                   "did not shrink: both sides used about 800 ms of CPU time.");
  assert_compared (sliced, single,
                   "The time-sliced run and the thread pool took about the same time: 800 ms and "
                   "800 ms. On neither side did more than one task run at any moment. The thread "
                   "pool had one processor, so nothing could run at the same time. The work did "
                   "not shrink: both sides used about 800 ms of CPU time.");
  assert_compared (many, many_sliced,
                   "The thread pool finished 2.00 times sooner than the time-sliced run: after "
                   "1.60 s instead of 3.20 s. Up to 2 tasks ran at the same time, each on a "
                   "processor of its own. The time-sliced run never had more than one task "
                   "running. The work did not shrink: both sides used about 3.20 s of CPU time.");
  assert_compared (single, pool,
                   "The right run finished 2.00 times sooner than the left run: after 400 ms "
                   "instead of 800 ms. Two tasks ran at the same time, each on a processor of its "
                   "own. The left run never had more than one task running. The left run had one "
                   "processor, so nothing could run at the same time. The work did not shrink: "
                   "both sides used about 800 ms of CPU time.");
  assert_compared (pool, pool,
                   "The left run and the right run took about the same time: 400 ms and 400 ms. On "
                   "both sides up to 2 tasks ran at the same time, each on a processor of its own. "
                   "The work did not shrink: both sides used about 800 ms of CPU time.");
}

static void
test_compare_model (void)
{
  g_autoptr (IlvTrace) sliced = make_cpu_trace ("time-sliced", 1, 4);
  g_autoptr (IlvTrace) pool = make_cpu_trace ("thread-pool", 2, 4);
  g_autoptr (IlvTrace) same = make_cpu_trace ("model", 2, 4);
  g_autoptr (IlvTrace) wide = make_cpu_trace ("model", 1024, 4);
  g_autoptr (IlvTrace) narrow = make_cpu_trace ("model", 1, 4);

  assert_compared (sliced, wide,
                   "The model would finish 4.00 times sooner than the time-sliced run: after 400 "
                   "ms instead of 1.60 s. Up to 4 tasks would run at the same time, each on a "
                   "processor of its own. The time-sliced run never had more than one task "
                   "running. The model would have 1024 processors for 4 tasks, so some would have "
                   "nothing to do. The work would not shrink: it is about 1.60 s of CPU time on "
                   "both sides.");
  assert_compared (same, pool,
                   "The thread pool took about the same time as the model would: 800 ms and 800 "
                   "ms. On both sides up to 2 tasks ran at the same time, each on a processor of "
                   "its own. The work would not shrink: it is about 1.60 s of CPU time on both "
                   "sides.");
  assert_compared (pool, narrow,
                   "The thread pool finished 2.00 times sooner than the model would: after 800 ms "
                   "instead of 1.60 s. Up to 2 tasks ran at the same time, each on a processor of "
                   "its own. The model would never have more than one task running. The model "
                   "would have one processor, so nothing could run at the same time. The work "
                   "would not shrink: it is about 1.60 s of CPU time on both sides.");
  assert_compared (wide, same,
                   "The left model would finish 2.00 times sooner than the right model: after 400 "
                   "ms instead of 800 ms. Up to 4 tasks would run at the same time instead of 2. "
                   "The left model would have 1024 processors for 4 tasks, so some would have "
                   "nothing to do. The work would not shrink: it is about 1.60 s of CPU time on "
                   "both sides.");
}

/* Waiting can be done at the same time by one processor; that is not parallelism. */
static void
test_compare_waits (void)
{
  g_autoptr (IlvTrace) sequential = make_trace ("sequential", 1, 4, 100 * MS, 0);
  g_autoptr (IlvTrace) loop = make_trace ("event-loop", 1, 4, 100 * MS, 4 * MS);
  g_autoptr (IlvTrace) sliced = make_trace ("time-sliced", 1, 4, 100 * MS, 4 * MS);
  g_autoptr (IlvTrace) pool = make_trace ("thread-pool", 4, 4, 114 * MS, 4 * MS);
  g_autoptr (IlvTrace) narrow = make_trace ("thread-pool", 2, 4, 100 * MS, 4 * MS);

  assert_compared (sequential, loop,
                   "The event loop finished 3.45 times sooner than the sequential run: after 116 "
                   "ms instead of 400 ms. The waits overlapped: while one task waited, others went "
                   "on, although no more than one ran at any moment.");
  assert_compared (loop, sliced,
                   "The event loop and the time-sliced run took about the same time: 116 ms and "
                   "116 ms. On both sides the waits overlapped: while one task waited, others went "
                   "on. The work did not shrink: both sides used about 16 ms of CPU time.");
  assert_compared (loop, pool,
                   "The event loop and the thread pool took about the same time: 116 ms and 118 "
                   "ms. The thread pool ran up to 4 tasks at the same time, but that did not make "
                   "it sooner. Most of the time passed in waiting, which more processors do not "
                   "shorten. The work did not shrink: both sides used about 16 ms of CPU time.");
  assert_compared (narrow, loop,
                   "The event loop finished 1.79 times sooner than the thread pool: after 116 ms "
                   "instead of 208 ms. The waits overlapped: while one task waited, others went "
                   "on, although no more than one ran at any moment. The thread pool ran up to 2 "
                   "tasks at the same time, but that did not make it sooner.");
}

/* Half of the time was gained by running at the same time and half by waiting so. */
static void
test_compare_two_causes (void)
{
  g_autoptr (IlvTrace) sequential = make_trace ("sequential", 1, 2, 100 * MS, 100 * MS);
  g_autoptr (IlvTrace) pool = make_trace ("thread-pool", 2, 2, 100 * MS, 100 * MS);

  assert_compared (sequential, pool,
                   "The thread pool finished 2.00 times sooner than the sequential run: after 200 "
                   "ms instead of 400 ms. Two tasks ran at the same time, each on a processor of "
                   "its own. The sequential run never had more than one task running. The waits "
                   "overlapped: while one task waited, others went on. The work did not shrink: "
                   "both sides used about 200 ms of CPU time.");
}

static void
test_compare_other_causes (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) sliced = make_cpu_trace ("time-sliced", 1, 2);
  g_autoptr (IlvTrace) slow = make_trace ("sequential", 1, 2, 0, 500 * MS);
  g_autoptr (IlvTrace) pool = make_cpu_trace ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) sparse = NULL;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 400 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 1, 300 * MS, 700 * MS);
  sparse = trace_fixture_end (&fixture);

  assert_compared (slow, sliced,
                   "The time-sliced run finished 1.25 times sooner than the sequential run: after "
                   "800 ms instead of 1.00 s. The tasks were on processors for less time: 800 ms in "
                   "all instead of 1.00 s. The CPU time differed: 1.00 s on the left side and 800 "
                   "ms on the right.");
  assert_compared (pool, sparse,
                   "The left run finished 1.75 times sooner than the right run: after 400 ms "
                   "instead of 700 ms. On average 2.00 processors were busy instead of 1.14. The "
                   "work did not shrink: both sides used about 800 ms of CPU time.");
}

static void
test_compare_single_task (void)
{
  g_autoptr (IlvTrace) sliced = make_cpu_trace ("time-sliced", 2, 1);
  g_autoptr (IlvTrace) pool = make_cpu_trace ("thread-pool", 2, 1);

  assert_compared (sliced, pool,
                   "The time-sliced run and the thread pool took about the same time: 400 ms and "
                   "400 ms. A single task uses one processor, however many there are. The work did "
                   "not shrink: both sides used about 400 ms of CPU time.");
}

/* Another program had one of the pool's processors most of the time. */
static void
test_compare_disturbed (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) sliced = make_cpu_trace ("time-sliced", 2, 2);
  g_autoptr (IlvTrace) pool = NULL;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 400 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, -1, 0, 380 * MS)->worker = 1;
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 1, 380 * MS, 420 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, -1, 420 * MS, 640 * MS)->worker = 1;
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 1, 640 * MS, 1000 * MS);
  fixture.info->cpu_time_ns = 700 * MS;
  pool = trace_fixture_end (&fixture);

  assert_compared (sliced, pool,
                   "The time-sliced run finished 1.25 times sooner than the thread pool: after 800 "
                   "ms instead of 1.00 s. Less time passed in which no task ran: 0 ms instead of "
                   "220 ms. The thread pool ran up to 2 tasks at the same time, but that did not "
                   "make it sooner. The thread pool lost 30 % of its processors’ time to other "
                   "programs. The CPU time differed: 800 ms on the left side and 700 ms on the "
                   "right.");
}

static void
test_compare_unfinished (void)
{
  g_autoptr (IlvTrace) pool = make_cpu_trace ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) empty = make_cpu_trace ("model", 2, 0);
  g_autoptr (IlvTrace) live = make_ended_trace ("model", ILV_TRACE_OUTCOME_RUNNING, NULL);
  g_autoptr (IlvTrace) stopped = make_ended_trace ("event-loop", ILV_TRACE_OUTCOME_CANCELLED, NULL);
  g_autoptr (IlvTrace) stalled = make_ended_trace ("time-sliced", ILV_TRACE_OUTCOME_STALLED,
                                                   "A waits for B, B for A");
  g_autoptr (IlvTrace) model = make_ended_trace ("model", ILV_TRACE_OUTCOME_STALLED, "B waits.");

  assert_compared (pool, live, "There is nothing to compare yet: a run is still going on.");
  assert_compared (live, stopped, "There is nothing to compare yet: a run is still going on.");
  assert_compared (pool, stopped,
                   "The event loop was stopped before its end, so the two sides cannot be "
                   "compared.");
  assert_compared (stopped, stopped,
                   "Both sides were stopped before their end, so they cannot be compared.");
  assert_compared (pool, empty, "There is nothing to compare: on one side nothing ran.");
  assert_compared (stalled, pool,
                   "The thread pool finished after 400 ms. The time-sliced run came to a "
                   "standstill after 50 ms: no task could go on. A waits for B, B for A. Whether "
                   "tasks come to a standstill can depend on the order in which they get their "
                   "turns.");
  assert_compared (pool, model,
                   "The thread pool finished after 400 ms. The model would come to a standstill "
                   "after 50 ms: no task could go on. B waits. Whether tasks come to a standstill "
                   "can depend on the order in which they get their turns.");
  assert_compared (stalled, stalled,
                   "Neither side could finish: on both a moment came when no task could go on. A "
                   "waits for B, B for A.");
  assert_compared (stalled, model,
                   "Neither side could finish: on both a moment came when no task could go on. A "
                   "waits for B, B for A. B waits.");
}

/* How many tasks run at the same time at most, as the traces above are made. */
static guint
count_most (const char *strategy, guint processors, guint n_tasks, gint64 cpu_ns)
{
  if (cpu_ns == 0)
    return 0;
  return g_str_equal (strategy, "thread-pool") || g_str_equal (strategy, "model")
           ? MIN (processors, n_tasks)
           : 1;
}

static void
assert_well_formed (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_ascii_isupper (*text) || g_ascii_isdigit (*text));
  g_assert_true (g_str_has_suffix (text, "."));
  g_assert_null (strstr (text, "(null)"));
  g_assert_null (strstr (text, "  "));
  g_assert_null (strstr (text, ".."));
  g_assert_null (strchr (text, '\n'));
}

/* That tasks ran at the same time is said if and only if they did. */
static void
assert_parallel_claim (const char *text, gboolean may_claim)
{
  g_auto (GStrv) parts = g_strsplit (text, "nothing could run at the same time", -1);
  g_autofree char *claims = g_strjoinv ("", parts);

  if (!may_claim)
    {
      g_assert_null (strstr (claims, "at the same time"));
      g_assert_null (strstr (claims, "of its own"));
      g_assert_null (strstr (claims, "On average"));
    }
}

static const char *
get_subject (const char *strategy)
{
  if (g_str_equal (strategy, "sequential"))
    return "The sequential run ";
  if (g_str_equal (strategy, "event-loop"))
    return "The event loop ";
  if (g_str_equal (strategy, "time-sliced"))
    return "The time-sliced run ";
  return g_str_equal (strategy, "model") ? "The model " : "The thread pool ";
}

static void
assert_order (const char *text, IlvTrace *left, IlvTrace *right)
{
  gint64 left_ns = ilv_trace_get_duration_ns (left);
  gint64 right_ns = ilv_trace_get_duration_ns (right);
  const char *left_strategy = ilv_trace_get_info (left)->strategy;
  const char *right_strategy = ilv_trace_get_info (right)->strategy;
  gboolean is_left = left_ns < right_ns;

  if (ABS (left_ns - right_ns) <= MAX (left_ns, right_ns) * 3 / 100)
    {
      g_assert_null (strstr (text, "times sooner"));
      g_assert_nonnull (strstr (text, "about the same time"));
      return;
    }
  g_assert_nonnull (strstr (text, "times sooner"));
  g_assert_null (strstr (text, "about the same time"));
  if (g_str_equal (left_strategy, right_strategy))
    g_assert_true (g_str_has_prefix (text, is_left ? "The left " : "The right "));
  else
    g_assert_true (g_str_has_prefix (text, get_subject (is_left ? left_strategy : right_strategy)));
}

static void
check_pair (guint left_index, guint right_index, guint processors, guint n_tasks, gint64 wait_ns,
            gint64 cpu_ns)
{
  const char *left_strategy = strategies[left_index];
  const char *right_strategy = strategies[right_index];
  g_autoptr (IlvTrace) left = make_trace (left_strategy, processors, n_tasks, wait_ns, cpu_ns);
  g_autoptr (IlvTrace) right = make_trace (right_strategy, processors, n_tasks, wait_ns, cpu_ns);
  guint left_most = count_most (left_strategy, processors, n_tasks, cpu_ns);
  guint right_most = count_most (right_strategy, processors, n_tasks, cpu_ns);
  gboolean has_model = ilv_trace_get_info (left)->is_model || ilv_trace_get_info (right)->is_model;
  g_autofree char *text = ilv_summary_compare (left, right);
  g_autofree char *side = ilv_summary_describe (left);

  g_test_message ("%s, %s, %u processors, %u tasks: %s", left_strategy, right_strategy, processors,
                  n_tasks, text);
  assert_well_formed (text);
  assert_order (text, left, right);
  assert_parallel_claim (text, left_most > 1 || right_most > 1);
  g_assert_cmpint (strstr (text, "would") != NULL, ==, has_model);
  g_assert_cmpint (strstr (text, "nothing could run") != NULL, ==,
                   n_tasks > 1 && processors == 1 && (left_index > 2 || right_index > 2));

  assert_well_formed (side);
  assert_parallel_claim (side, left_most > 1);
  g_assert_cmpint (strstr (side, "at the same time") != NULL, ==, left_most > 1);
  g_assert_cmpint (strstr (side, "would") != NULL, ==, ilv_trace_get_info (left)->is_model);
}

static void
test_every_pair (void)
{
  static const gint64 waits_ns[] = { 0, 0, 100 * MS, 100 * MS };
  static const gint64 cpus_ns[] = { 400 * MS, 2 * MS, 8 * MS, 0 };
  static const guint tasks[] = { 1, 2, 4, 32 };

  for (guint left = 0; left < G_N_ELEMENTS (strategies); left++)
    for (guint right = 0; right < G_N_ELEMENTS (strategies); right++)
      for (guint processors = 1; processors <= 4; processors++)
        for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
          for (guint j = 0; j < G_N_ELEMENTS (waits_ns); j++)
            check_pair (left, right, processors, tasks[i], waits_ns[j], cpus_ns[j]);
}

static void
test_disturbance (void)
{
  TraceFixture fixture = trace_fixture_begin ("time-sliced", 1, 1);
  g_autoptr (IlvTrace) quiet = make_cpu_trace ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) noisy = NULL;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  g_autofree char *both = NULL;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 88);
  trace_fixture_add (&fixture, 0, ILV_STATE_READY, -1, 88, 100)->worker = 1;
  noisy = trace_fixture_end (&fixture);
  left = ilv_summary_describe_disturbance (noisy, quiet);
  right = ilv_summary_describe_disturbance (NULL, noisy);
  both = ilv_summary_describe_disturbance (noisy, noisy);

  g_assert_cmpstr (left, ==,
                   "Other programs took 12 % of the processors’ time on the left side, so this "
                   "result is noisy.");
  g_assert_cmpstr (right, ==,
                   "Other programs took 12 % of the processors’ time on the right side, so this "
                   "result is noisy.");
  g_assert_cmpstr (both, ==,
                   "Other programs took 12 % of the processors’ time on the left side and 12 % on "
                   "the right, so this result is noisy.");
  g_assert_null (ilv_summary_describe_disturbance (quiet, quiet));
  g_assert_null (ilv_summary_describe_disturbance (NULL, NULL));
}

static void
test_prediction (void)
{
  static const struct
  {
    gint64 predicted_ns;
    gint64 actual_ns;
    const char *text;
  } cases[] = {
    { 600 * MS, 406 * MS, "You said 600 ms; it took 406 ms: 194 ms less than you thought." },
    { 200 * MS, 406 * MS, "You said 200 ms; it took 406 ms: 206 ms more than you thought." },
    { 440 * MS, 400 * MS, "You said 440 ms; it took 400 ms: very close." },
    { 360 * MS, 400 * MS, "You said 360 ms; it took 400 ms: very close." },
    { 441 * MS, 400 * MS, "You said 441 ms; it took 400 ms: 41 ms less than you thought." },
    { 0, 400 * MS, "You said 0 ms; it took 400 ms: 400 ms more than you thought." },
    { 0, 0, "You said 0 ms; it took 0 ms: very close." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ilv_summary_describe_prediction (cases[i].predicted_ns,
                                                               cases[i].actual_ns);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_tasks (void)
{
  g_autofree char *one = ilv_summary_describe_tasks (1, 400 * MS);
  g_autofree char *many = ilv_summary_describe_tasks (32, 100 * MS);

  g_assert_cmpstr (one, ==, "1 task of 400 ms");
  g_assert_cmpstr (many, ==, "32 tasks of 100 ms");
}

static void
test_time_slices (void)
{
  static const struct
  {
    gboolean is_model;
    gint64 asked_ns;
    gint64 given_ns;
    gint64 median_ns;
    const char *median;
    const char *asked;
  } cases[] = {
    { FALSE, 20 * MS, 20 * MS, 20050000, "20.1 ms", "20 ms" },
    { FALSE, 20 * MS, 20 * MS, -1, "–", "20 ms" },
    { FALSE, 100 * MS, 2800000, 3999000, "4.0 ms", "100 ms, refused" },
    { FALSE, 4 * MS, -1, -1, "–", "4 ms, refused" },
    { FALSE, 0, 2800000, 3999000, "4.0 ms", NULL },
    { TRUE, 20 * MS, -1, 20 * MS, "20.0 ms", "20 ms" },
    { TRUE, 0, -1, 4 * MS, "4.0 ms", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const IlvFigures figures = { .is_model = cases[i].is_model,
                                   .slice_asked_ns = cases[i].asked_ns,
                                   .slice_given_ns = cases[i].given_ns,
                                   .slice_median_ns = cases[i].median_ns };
      g_autofree char *median = ilv_summary_format_slice_median (&figures);
      g_autofree char *asked = ilv_summary_format_slice_asked (&figures);

      g_assert_cmpstr (median, ==, cases[i].median);
      g_assert_cmpstr (asked, ==, cases[i].asked);
      g_assert_true (ilv_figures_has_time_slices (&figures));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/summary/duration", test_duration);
  g_test_add_func ("/trace/summary/describe", test_describe);
  g_test_add_func ("/trace/summary/describe-turns", test_describe_turns);
  g_test_add_func ("/trace/summary/describe-unfinished", test_describe_unfinished);
  g_test_add_func ("/trace/summary/compare-main", test_compare_main);
  g_test_add_func ("/trace/summary/compare-model", test_compare_model);
  g_test_add_func ("/trace/summary/compare-waits", test_compare_waits);
  g_test_add_func ("/trace/summary/compare-two-causes", test_compare_two_causes);
  g_test_add_func ("/trace/summary/compare-other-causes", test_compare_other_causes);
  g_test_add_func ("/trace/summary/compare-single-task", test_compare_single_task);
  g_test_add_func ("/trace/summary/compare-disturbed", test_compare_disturbed);
  g_test_add_func ("/trace/summary/compare-unfinished", test_compare_unfinished);
  g_test_add_func ("/trace/summary/every-pair", test_every_pair);
  g_test_add_func ("/trace/summary/disturbance", test_disturbance);
  g_test_add_func ("/trace/summary/prediction", test_prediction);
  g_test_add_func ("/trace/summary/tasks", test_tasks);
  g_test_add_func ("/trace/summary/time-slices", test_time_slices);

  return g_test_run ();
}
