/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-figures.h"

#include "trace-fixture.h"

static void
test_empty (void)
{
  TraceFixture fixture = trace_fixture_begin ("sequential", 0, 0);
  g_autoptr (IlvTrace) trace = trace_fixture_end (&fixture);
  IlvFigures figures;

  ilv_figures_compute (&figures, trace);
  g_assert_cmpstr (figures.strategy, ==, "sequential");
  g_assert_cmpuint (figures.n_tasks, ==, 0);
  g_assert_cmpint (figures.makespan_ns, ==, 0);
  g_assert_cmpint (figures.cpu_time_ns, ==, 0);
  g_assert_cmpuint (figures.slices, ==, 0);
  g_assert_cmpint (figures.voluntary_switches, ==, -1);
  g_assert_cmpint (figures.involuntary_switches, ==, -1);
  g_assert_cmpuint (figures.max_parallelism, ==, 0);
  g_assert_cmpfloat (figures.mean_parallelism, ==, 0);
  g_assert_cmpfloat (figures.utilisation, ==, 0);
  g_assert_cmpfloat (figures.speedup, ==, 0);
  g_assert_cmpfloat (ilv_figures_get_strangers_share (&figures), ==, 0);
  g_assert_false (ilv_figures_is_disturbed (&figures));
}

/* Two tasks of 400 ms in slices of 4 ms on one processor. */
static void
test_turns (void)
{
  TraceFixture fixture = trace_fixture_begin ("time-sliced", 1, 2);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  trace_fixture_add_turns (&fixture, 0, 400 * MS, 4 * MS);
  fixture.info->cpu_time_ns = 790 * MS;
  fixture.info->voluntary_switches = 3;
  fixture.info->involuntary_switches = 198;
  trace = trace_fixture_end (&fixture);

  ilv_figures_compute (&figures, trace);
  g_assert_cmpint (figures.outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
  g_assert_false (figures.is_model);
  g_assert_cmpuint (figures.n_tasks, ==, 2);
  g_assert_cmpuint (figures.processors, ==, 1);
  g_assert_cmpint (figures.makespan_ns, ==, 800 * MS);
  g_assert_cmpint (figures.cpu_time_ns, ==, 790 * MS);
  g_assert_cmpint (figures.running_ns, ==, 800 * MS);
  g_assert_cmpint (figures.busy_ns, ==, 800 * MS);
  g_assert_cmpint (figures.lost_ns, ==, 10 * MS);
  g_assert_cmpuint (figures.slices, ==, 200);
  g_assert_cmpint (figures.voluntary_switches, ==, 3);
  g_assert_cmpint (figures.involuntary_switches, ==, 198);
  g_assert_cmpuint (figures.max_parallelism, ==, 1);
  g_assert_cmpfloat (figures.mean_parallelism, ==, 1);
  g_assert_cmpfloat (figures.utilisation, ==, 1);
  g_assert_cmpfloat (figures.speedup, ==, 790.0 / 800.0);
}

static void
test_parallel (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 4, 2);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  trace_fixture_add_pieces (&fixture, 100 * MS, 400 * MS);
  trace = trace_fixture_end (&fixture);

  ilv_figures_compute (&figures, trace);
  g_assert_cmpint (figures.makespan_ns, ==, 500 * MS);
  g_assert_cmpint (figures.running_ns, ==, 800 * MS);
  g_assert_cmpint (figures.busy_ns, ==, 400 * MS);
  g_assert_cmpint (figures.waiting_ns, ==, 200 * MS);
  g_assert_cmpint (figures.own_waiting_ns, ==, 200 * MS);
  g_assert_cmpint (figures.cpu_time_ns, ==, 800 * MS);
  g_assert_cmpint (figures.lost_ns, ==, 0);
  g_assert_cmpuint (figures.max_parallelism, ==, 2);
  g_assert_cmpfloat (figures.mean_parallelism, ==, 1.6);
  g_assert_cmpfloat (figures.utilisation, ==, 0.4);
  g_assert_cmpfloat (figures.speedup, ==, 2);
}

/* Of what was asked and given, the trace says what the info has; the median comes of the spans. */
static void
test_time_slices (void)
{
  for (gint64 asked_ns = -1; asked_ns <= 20 * MS; asked_ns += asked_ns < 0 ? 1 : 20 * MS)
    {
      TraceFixture fixture = trace_fixture_begin ("time-sliced", 1, 2);
      g_autoptr (IlvTrace) trace = NULL;
      IlvFigures figures;

      fixture.info->slice_asked_ns = asked_ns;
      fixture.info->slice_given_ns = 3 * MS;
      for (guint i = 0; i < 6; i++)
        {
          trace_fixture_add (&fixture, i % 2, ILV_STATE_RUNNING, 0, i * 3 * MS, (i + 1) * 3 * MS);
          trace_fixture_add (&fixture, (i + 1) % 2, ILV_STATE_READY, -1, i * 3 * MS,
                             (i + 1) * 3 * MS);
        }
      trace = trace_fixture_end (&fixture);

      ilv_figures_compute (&figures, trace);
      g_assert_cmpint (figures.slice_asked_ns, ==, asked_ns);
      g_assert_cmpint (figures.slice_given_ns, ==, 3 * MS);
      g_assert_cmpint (figures.slice_median_ns, ==, asked_ns < 0 ? -1 : 3 * MS);
      g_assert_cmpuint (figures.time_slices, ==, asked_ns < 0 ? 0 : 5);
      g_assert_cmpint (ilv_figures_has_time_slices (&figures), ==, asked_ns >= 0);
      g_assert_cmpint (ilv_figures_is_slice_refused (&figures), ==, asked_ns > 0);
    }
}

/* The measured edges of threads on one processor overlap by microseconds; that is not parallel. */
static void
test_overlapping_edges (void)
{
  TraceFixture fixture = trace_fixture_begin ("time-sliced", 1, 3);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 7, 0, 4002);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 7, 4000, 8003);
  trace_fixture_add (&fixture, 2, ILV_STATE_RUNNING, 7, 4001, 8001);
  trace = trace_fixture_end (&fixture);

  ilv_figures_compute (&figures, trace);
  g_assert_cmpuint (figures.max_parallelism, ==, 1);
  g_assert_cmpint (figures.running_ns, ==, 4002 + 4003 + 4000);
  g_assert_cmpint (figures.busy_ns, ==, 8003);
  g_assert_cmpfloat (figures.utilisation, ==, 1);
}

/* Where the processor is not known, each task is taken to have one of its own. */
static void
test_unknown_processors (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 3);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, ILV_NO_PROCESSOR, 0, 100);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, ILV_NO_PROCESSOR, 50, 150);
  trace_fixture_add (&fixture, 2, ILV_STATE_RUNNING, 5, 90, 95);
  trace = trace_fixture_end (&fixture);

  ilv_figures_compute (&figures, trace);
  g_assert_cmpuint (figures.max_parallelism, ==, 3);
}

/* A span that ends as another begins does not overlap it. */
static void
test_touching (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 100);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 1, 100, 200);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 150, 150);
  trace = trace_fixture_end (&fixture);

  ilv_figures_compute (&figures, trace);
  g_assert_cmpuint (figures.max_parallelism, ==, 1);
  g_assert_cmpuint (figures.slices, ==, 3);
}

/* Steps without a pause between them are one slice; a pause, another task or another processor begins
 * the next. */
static void
test_slices (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 100);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 100, 200);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 0, 200, 300);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 300, 400);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 1, 400, 500);
  trace = trace_fixture_end (&fixture);

  ilv_figures_compute (&figures, trace);
  g_assert_cmpuint (figures.slices, ==, 4);
}

/* Two processors; A runs, B and C are ready: one processor is with strangers, not two. */
static void
test_strangers (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 3);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 100);
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, -1, 40, 60)->worker = 1;
  trace_fixture_add (&fixture, 2, ILV_STATE_READY, -1, 40, 60)->worker = 2;
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 1, 60, 100);
  trace_fixture_add (&fixture, 2, ILV_STATE_WAITING, -1, 60, 100);
  trace_fixture_add (&fixture, 1, ILV_STATE_BLOCKED, -1, 0, 40);
  trace = trace_fixture_end (&fixture);

  ilv_figures_compute (&figures, trace);
  g_assert_cmpint (figures.strangers_ns, ==, 20);
  g_assert_cmpint (figures.ready_ns, ==, 40);
  g_assert_cmpint (figures.blocked_ns, ==, 40);
  g_assert_cmpfloat (ilv_figures_get_strangers_share (&figures), ==, 0.1);
  g_assert_true (ilv_figures_is_disturbed (&figures));
}

/* One thread waits for a server, and a task waits for the thread: no stranger is in the way. */
static void
test_queue (void)
{
  TraceFixture fixture = trace_fixture_begin ("sequential", 1, 2);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, -1, 0, 100)->worker = 0;
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, -1, 0, 100);
  trace_fixture_add (&fixture, 1, ILV_STATE_WAITING, -1, 100, 200)->worker = 0;
  trace = trace_fixture_end (&fixture);

  ilv_figures_compute (&figures, trace);
  g_assert_cmpint (figures.ready_ns, ==, 100);
  g_assert_cmpint (figures.strangers_ns, ==, 0);
  g_assert_cmpint (figures.own_waiting_ns, ==, 200);
  g_assert_cmpfloat (figures.speedup, ==, 1);
}

/* The time that a model's switches cost is nobody else's doing. */
static void
test_model (void)
{
  TraceFixture fixture = trace_fixture_begin ("model", 1, 2);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 50);
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, -1, 0, 100);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 0, 100, 150);
  fixture.info->cpu_time_ns = 80;
  trace = trace_fixture_end (&fixture);

  ilv_figures_compute (&figures, trace);
  g_assert_true (figures.is_model);
  g_assert_cmpint (figures.strangers_ns, ==, 0);
  g_assert_cmpint (figures.lost_ns, ==, 0);
  g_assert_false (ilv_figures_is_disturbed (&figures));
}

/* The limit is at 5 %. */
static void
test_disturbed (void)
{
  IlvFigures figures = { .processors = 2, .makespan_ns = 1000, .strangers_ns = 100 };

  g_assert_false (ilv_figures_is_disturbed (&figures));
  figures.strangers_ns = 101;
  g_assert_true (ilv_figures_is_disturbed (&figures));
}

/* Waits for locks and other tasks would not be there with one task after the other. */
static void
test_own_waiting (void)
{
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 2);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, -1, 0, 300);
  trace_fixture_add (&fixture, 1, ILV_STATE_WAITING, -1, 0, 500)->peer = 0;
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 300, 500);
  trace = trace_fixture_end (&fixture);

  ilv_figures_compute (&figures, trace);
  g_assert_cmpint (figures.waiting_ns, ==, 800);
  g_assert_cmpint (figures.own_waiting_ns, ==, 300);
  g_assert_cmpfloat (figures.speedup, ==, 1);
}

/* While a run goes on, the kernel's counts are not complete. */
static void
test_live (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  fixture.info->outcome = ILV_TRACE_OUTCOME_RUNNING;
  fixture.info->cpu_time_ns = 10;
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 300)->open = TRUE;
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 1, 100, 250)->open = TRUE;
  trace = trace_fixture_end (&fixture);

  ilv_figures_compute (&figures, trace);
  g_assert_cmpint (figures.outcome, ==, ILV_TRACE_OUTCOME_RUNNING);
  g_assert_cmpint (figures.makespan_ns, ==, 300);
  g_assert_cmpint (figures.cpu_time_ns, ==, 450);
  g_assert_cmpint (figures.lost_ns, ==, 0);
  g_assert_cmpuint (figures.max_parallelism, ==, 2);
}

/* The figures of one moment, counted the slow way. */
static void
count_moment (IlvTrace *trace, gint64 time_ns, IlvFigures *sums)
{
  gboolean seen[4] = { FALSE };
  guint used = 0;
  guint ready = 0;
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      if (time_ns < spans[i].start_ns || time_ns >= spans[i].end_ns)
        continue;
      sums->running_ns += spans[i].state == ILV_STATE_RUNNING;
      sums->ready_ns += spans[i].state == ILV_STATE_READY;
      sums->waiting_ns += spans[i].state == ILV_STATE_WAITING;
      sums->blocked_ns += spans[i].state == ILV_STATE_BLOCKED;
      ready += spans[i].state == ILV_STATE_READY && spans[i].worker != ILV_NO_WORKER;
      if (spans[i].state != ILV_STATE_RUNNING)
        continue;
      if (spans[i].processor < 0 || !seen[spans[i].processor])
        used++;
      if (spans[i].processor >= 0)
        seen[spans[i].processor] = TRUE;
    }
  sums->busy_ns += used > 0;
  sums->max_parallelism = MAX (sums->max_parallelism, used);
  if (used < sums->processors)
    sums->strangers_ns += MIN (ready, sums->processors - used);
}

static IlvTrace *
make_random_trace (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", g_test_rand_int_range (1, 5),
                                              g_test_rand_int_range (1, 7));

  for (guint task = 0; task < fixture.info->tasks->len; task++)
    {
      gint64 time_ns = g_test_rand_int_range (0, 20);

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        {
          gint64 end_ns = time_ns + g_test_rand_int_range (0, 15);
          int gap_ns = g_test_rand_int_range (-5, 5);

          trace_fixture_add (&fixture, task, g_test_rand_int_range (0, ILV_N_SPAN_STATES),
                             g_test_rand_int_range (-1, 4), time_ns, end_ns)
            ->worker = g_test_rand_bit () ? task : ILV_NO_WORKER;
          time_ns = end_ns + MAX (0, gap_ns);
        }
    }
  return trace_fixture_end (&fixture);
}

static void
test_random (void)
{
  for (int run = 0; run < 500; run++)
    {
      g_autoptr (IlvTrace) trace = make_random_trace ();
      IlvFigures sums = { .processors = ilv_trace_get_info (trace)->processors };
      IlvFigures figures;

      for (gint64 time_ns = 0; time_ns < ilv_trace_get_duration_ns (trace); time_ns++)
        count_moment (trace, time_ns, &sums);
      ilv_figures_compute (&figures, trace);
      g_assert_cmpint (figures.running_ns, ==, sums.running_ns);
      g_assert_cmpint (figures.ready_ns, ==, sums.ready_ns);
      g_assert_cmpint (figures.waiting_ns, ==, sums.waiting_ns);
      g_assert_cmpint (figures.blocked_ns, ==, sums.blocked_ns);
      g_assert_cmpint (figures.busy_ns, ==, sums.busy_ns);
      g_assert_cmpint (figures.strangers_ns, ==, sums.strangers_ns);
      g_assert_cmpuint (figures.max_parallelism, ==, sums.max_parallelism);
      g_assert_cmpfloat (figures.utilisation, <=, 1);
    }
}

/* Of a part, what is cut by its edges counts as far as it is within. */
static void
test_range (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) trace = NULL;
  IlvFigures figures;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 100);
  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, -1, 100, 200);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 200, 300);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 1, 0, 80);
  trace_fixture_add (&fixture, 1, ILV_STATE_BLOCKED, -1, 80, 300)->peer = 0;
  fixture.info->cpu_time_ns = 275;
  fixture.info->voluntary_switches = 3;
  fixture.info->involuntary_switches = 4;
  trace = trace_fixture_end (&fixture);

  g_assert_true (ilv_figures_compute_range (&figures, trace, 90, 210, NULL));
  g_assert_cmpint (figures.makespan_ns, ==, 120);
  g_assert_cmpint (figures.running_ns, ==, 20);
  g_assert_cmpint (figures.cpu_time_ns, ==, 20);
  g_assert_cmpint (figures.waiting_ns, ==, 100);
  g_assert_cmpint (figures.blocked_ns, ==, 120);
  g_assert_cmpint (figures.ready_ns, ==, 0);
  g_assert_cmpint (figures.lost_ns, ==, 0);
  g_assert_cmpuint (figures.slices, ==, 2);
  g_assert_cmpuint (figures.max_parallelism, ==, 1);
  g_assert_cmpint (figures.voluntary_switches, ==, -1);
  g_assert_cmpint (figures.involuntary_switches, ==, -1);
  g_assert_cmpfloat (figures.utilisation, ==, 20.0 / 240);

  /* What ends or begins at an edge is outside. */
  g_assert_true (ilv_figures_compute_range (&figures, trace, 100, 200, NULL));
  g_assert_cmpint (figures.running_ns, ==, 0);
  g_assert_cmpuint (figures.slices, ==, 0);
  g_assert_cmpuint (figures.max_parallelism, ==, 0);
  g_assert_cmpint (figures.waiting_ns, ==, 100);
}

static void
test_range_cancelled (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 1, 1);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  IlvFigures figures;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 100);
  trace = trace_fixture_end (&fixture);
  g_assert_true (ilv_figures_compute_range (&figures, trace, 0, 100, cancellable));
  g_cancellable_cancel (cancellable);
  g_assert_false (ilv_figures_compute_range (&figures, trace, 0, 100, cancellable));
}

static void
test_range_random (void)
{
  for (int run = 0; run < 500; run++)
    {
      g_autoptr (IlvTrace) trace = make_random_trace ();
      IlvFigures sums = { .processors = ilv_trace_get_info (trace)->processors };
      gint64 from_ns = g_test_rand_int_range (0, 60);
      gint64 to_ns = from_ns + g_test_rand_int_range (1, 60);
      IlvFigures figures;

      for (gint64 time_ns = from_ns; time_ns < to_ns; time_ns++)
        count_moment (trace, time_ns, &sums);
      g_assert_true (ilv_figures_compute_range (&figures, trace, from_ns, to_ns, NULL));
      g_assert_cmpint (figures.running_ns, ==, sums.running_ns);
      g_assert_cmpint (figures.ready_ns, ==, sums.ready_ns);
      g_assert_cmpint (figures.waiting_ns, ==, sums.waiting_ns);
      g_assert_cmpint (figures.blocked_ns, ==, sums.blocked_ns);
      g_assert_cmpint (figures.busy_ns, ==, sums.busy_ns);
      g_assert_cmpint (figures.strangers_ns, ==, sums.strangers_ns);
      g_assert_cmpuint (figures.max_parallelism, ==, sums.max_parallelism);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/figures/empty", test_empty);
  g_test_add_func ("/trace/figures/turns", test_turns);
  g_test_add_func ("/trace/figures/parallel", test_parallel);
  g_test_add_func ("/trace/figures/overlapping-edges", test_overlapping_edges);
  g_test_add_func ("/trace/figures/unknown-processors", test_unknown_processors);
  g_test_add_func ("/trace/figures/touching", test_touching);
  g_test_add_func ("/trace/figures/slices", test_slices);
  g_test_add_func ("/trace/figures/strangers", test_strangers);
  g_test_add_func ("/trace/figures/queue", test_queue);
  g_test_add_func ("/trace/figures/model", test_model);
  g_test_add_func ("/trace/figures/disturbed", test_disturbed);
  g_test_add_func ("/trace/figures/own-waiting", test_own_waiting);
  g_test_add_func ("/trace/figures/live", test_live);
  g_test_add_func ("/trace/figures/random", test_random);
  g_test_add_func ("/trace/figures/range", test_range);
  g_test_add_func ("/trace/figures/range/cancelled", test_range_cancelled);
  g_test_add_func ("/trace/figures/range/random", test_range_random);
  g_test_add_func ("/trace/figures/time-slices", test_time_slices);

  return g_test_run ();
}
