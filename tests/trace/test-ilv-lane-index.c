/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane-index.h"

#include <math.h>
#include <string.h>

#define N_COLUMNS 300

/* Single precision, rounded once: all sums are exact, or in double precision. */
#define EPSILON 2e-7

static void
add_span (GArray *spans,
          gint64 start_ns,
          gint64 end_ns,
          guint32 task,
          guint32 worker,
          gint16 processor,
          IlvState state)
{
  IlvSpan span = {
    .start_ns = start_ns,
    .end_ns = end_ns,
    .task = task,
    .worker = worker,
    .processor = processor,
    .step = ILV_NO_STEP,
    .peer = ILV_NO_PEER,
    .state = state,
  };

  g_array_append_val (spans, span);
}

static IlvTraceInfo *
info_new (guint n_tasks, guint n_workers)
{
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", n_workers);

  for (guint i = 0; i < n_tasks; i++)
    {
      char name[2] = { (char) ('A' + i), '\0' };

      ilv_trace_info_add_task (info, name, NULL);
    }
  for (guint i = 0; i < n_workers; i++)
    {
      g_autofree char *name = g_strdup_printf ("Worker %u", i);

      ilv_trace_info_add_worker (info, name, 0, ILV_NO_PROCESSOR);
    }
  return info;
}

static GArray *
spans_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (IlvSpan));
}

/* A and B ran on processor 5, A also on 2; worker 1 is pinned to 3 and did nothing. */
static IlvTrace *
small_trace_new (void)
{
  IlvTraceInfo *info = info_new (2, 1);
  GArray *spans = spans_new ();

  ilv_trace_info_add_worker (info, "Idle", 0, 3);
  add_span (spans, 0, 10, 0, 0, 5, ILV_STATE_RUNNING);
  add_span (spans, 0, 10, 1, ILV_NO_WORKER, ILV_NO_PROCESSOR, ILV_STATE_READY);
  add_span (spans, 10, 20, 1, 0, 5, ILV_STATE_RUNNING);
  add_span (spans, 10, 20, 0, 0, 5, ILV_STATE_READY); /* was there last, is not there now */
  add_span (spans, 20, 30, 0, 0, 2, ILV_STATE_RUNNING);
  add_span (spans, 30, 40, 0, 0, ILV_NO_PROCESSOR, ILV_STATE_RUNNING);
  return ilv_trace_new (info, spans, NULL);
}

static void
assert_lane (IlvLaneIndex *index, guint lane, const char *label, guint n_spans)
{
  g_assert_cmpstr (ilv_lane_index_get_label (index, lane), ==, label);
  g_assert_cmpuint (ilv_lane_index_get_n_spans (index, lane), ==, n_spans);
}

static void
test_by_processor (void)
{
  g_autoptr (IlvTrace) trace = small_trace_new ();
  IlvLaneIndex *index = ilv_lane_index_new (trace, ILV_GROUPING_PROCESSOR);

  g_assert_true (ilv_lane_index_get_trace (index) == trace);
  g_assert_cmpint (ilv_lane_index_get_grouping (index), ==, ILV_GROUPING_PROCESSOR);
  g_assert_cmpuint (ilv_lane_index_get_n_lanes (index), ==, 3);
  assert_lane (index, 0, "Core 2", 1);
  assert_lane (index, 1, "Core 3", 0);
  assert_lane (index, 2, "Core 5", 2);
  g_assert_cmpint (ilv_lane_index_get_span (index, 0, 0)->start_ns, ==, 20);
  g_assert_cmpint (ilv_lane_index_get_span (index, 2, 0)->start_ns, ==, 0);
  g_assert_cmpint (ilv_lane_index_get_span (index, 2, 1)->start_ns, ==, 10);
  g_assert_cmpuint (ilv_lane_index_find (index, 1, 0), ==, 0);
  g_assert_finalize_object (index);
}

static void
test_by_worker (void)
{
  g_autoptr (IlvTrace) trace = small_trace_new ();
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_WORKER);

  g_assert_cmpuint (ilv_lane_index_get_n_lanes (index), ==, 2);
  assert_lane (index, 0, "Worker 0", 5);
  assert_lane (index, 1, "Idle", 0);
}

static void
test_by_task (void)
{
  g_autoptr (IlvTrace) trace = small_trace_new ();
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_TASK);

  g_assert_cmpuint (ilv_lane_index_get_n_lanes (index), ==, 2);
  assert_lane (index, 0, "A", 4);
  assert_lane (index, 1, "B", 2);
  g_assert_cmpint (ilv_lane_index_get_span (index, 1, 0)->state, ==, ILV_STATE_READY);
  g_assert_cmpint (ilv_lane_index_get_span (index, 1, 1)->state, ==, ILV_STATE_RUNNING);
}

static void
test_empty (void)
{
  g_autoptr (IlvTrace) trace = ilv_trace_new (ilv_trace_info_new ("", 0), spans_new (), NULL);

  for (guint grouping = ILV_GROUPING_PROCESSOR; grouping <= ILV_GROUPING_TASK; grouping++)
    {
      g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, grouping);

      g_assert_cmpuint (ilv_lane_index_get_n_lanes (index), ==, 0);
    }
}

/* Spans that belong to nobody who is known are in no lane. */
static void
test_strangers (void)
{
  GArray *spans = spans_new ();
  g_autoptr (IlvTrace) trace = NULL;

  add_span (spans, 0, 10, 1, 1, -7, ILV_STATE_RUNNING);
  add_span (spans, 0, 10, 0, 0, 0, ILV_STATE_ENDED);
  add_span (spans, 10, 20, G_MAXUINT32, G_MAXUINT32, -1, ILV_STATE_WAITING);
  trace = ilv_trace_new (info_new (1, 1), spans, NULL);
  for (guint grouping = ILV_GROUPING_PROCESSOR; grouping <= ILV_GROUPING_TASK; grouping++)
    {
      g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, grouping);

      for (guint lane = 0; lane < ilv_lane_index_get_n_lanes (index); lane++)
        g_assert_cmpuint (ilv_lane_index_get_n_spans (index, lane), ==, 0);
    }
}

/* The coverage of one column, by a look at every span. */
static void
sum_column (IlvLaneIndex *index, guint lane, double from_ns, double to_ns, double *coverage)
{
  guint n_spans = ilv_lane_index_get_n_spans (index, lane);
  double total = 0;

  for (guint i = 0; i < ILV_N_PAINT_CLASSES; i++)
    coverage[i] = 0;
  for (guint i = 0; i < n_spans; i++)
    {
      const IlvSpan *span = ilv_lane_index_get_span (index, lane, i);
      double covered_ns =
        fmin ((double) span->end_ns, to_ns) - fmax ((double) span->start_ns, from_ns);

      if (covered_ns <= 0)
        continue;
      coverage[ILV_PAINT_CLASS (span->state, span->task % 8)] += covered_ns / (to_ns - from_ns);
      total += covered_ns / (to_ns - from_ns);
    }
  for (guint i = 0; i < ILV_N_PAINT_CLASSES && total > 1; i++)
    coverage[i] /= total;
}

/* Returns the sum of all that was seen, so that a caller can know that it was not nothing. */
static double
assert_sample (IlvLaneIndex *index, guint lane, double from_ns, double column_ns)
{
  g_autofree IlvColumn *columns = g_new (IlvColumn, N_COLUMNS);
  double seen = 0;

  memset (columns, 0xff, N_COLUMNS * sizeof *columns);
  ilv_lane_index_sample (index, lane, from_ns, column_ns, N_COLUMNS, columns);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      double expected[ILV_N_PAINT_CLASSES];

      sum_column (index, lane, from_ns + i * column_ns, from_ns + (i + 1.0) * column_ns, expected);
      for (guint j = 0; j < ILV_N_PAINT_CLASSES; j++)
        {
          if (!(fabs (columns[i].coverage[j] - expected[j]) <= EPSILON))
            g_error ("column %u from %f, %f wide, class %u: %f instead of %f", i, from_ns,
                     column_ns, j, (double) columns[i].coverage[j], expected[j]);
          seen += (double) columns[i].coverage[j];
        }
    }
  return seen;
}

/* Of each task a chain of spans; with @overlap, two tasks run on a processor for a little while, or
 * one for very long beneath all the others. */
static IlvTrace *
random_trace_new (guint n_spans, gboolean overlap)
{
  const guint n_tasks = 11;
  GArray *spans = spans_new ();
  gint64 times[11] = { 0 };

  for (guint i = 0; i < n_spans; i++)
    {
      guint32 task = overlap ? (guint32) g_test_rand_int_range (0, n_tasks) : 0;
      gint64 length = g_test_rand_int_range (1, 2000);

      if (overlap && g_test_rand_int_range (0, 500) == 0)
        length *= 300;
      if (g_test_rand_int_range (0, 4) == 0)
        times[task] += g_test_rand_int_range (0, 3000);
      add_span (spans, times[task], times[task] + length, overlap ? task : i % n_tasks, task % 3,
                (gint16) (task % 2), (IlvState) g_test_rand_int_range (0, 4));
      times[task] += length;
    }
  return ilv_trace_new (info_new (n_tasks, 3), spans, NULL);
}

static void
assert_samples (IlvTrace *trace)
{
  double duration_ns = (double) ilv_trace_get_duration_ns (trace);

  for (guint grouping = ILV_GROUPING_PROCESSOR; grouping <= ILV_GROUPING_TASK; grouping++)
    {
      g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, grouping);

      for (guint lane = 0; lane < MIN (ilv_lane_index_get_n_lanes (index), 2); lane++)
        {
          guint n_spans = ilv_lane_index_get_n_spans (index, lane);

          if (n_spans > 0)
            g_assert_cmpfloat (assert_sample (index, lane, 0, duration_ns / N_COLUMNS), >, 0);
          assert_sample (index, lane, -duration_ns / 3, duration_ns / 100);
          assert_sample (index, lane, g_test_rand_double () * duration_ns, 0.37);
          assert_sample (index, lane, floor (g_test_rand_double () * duration_ns), 1);
          assert_sample (index, lane, g_test_rand_double () * duration_ns, 800.5);
          assert_sample (index, lane, g_test_rand_double () * duration_ns / 2, duration_ns / 700);
          g_assert_cmpfloat (assert_sample (index, lane, duration_ns, 5), ==, 0);
          assert_sample (index, lane, -1e30, 1e28);
        }
    }
}

static void
test_sample (void)
{
  /* One span, one node, one more, one node of nodes, one more, and three levels. */
  static const guint sizes[] = { 1, 31, 32, 33, 1024, 1025, 4000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (IlvTrace) plain = random_trace_new (sizes[i], FALSE);
      g_autoptr (IlvTrace) overlapping = random_trace_new (sizes[i], TRUE);

      assert_samples (plain);
      assert_samples (overlapping);
    }
}

/* Large sums lose nothing that can be seen: 40,000 spans in one column. */
static void
test_sample_whole (void)
{
  GArray *spans = spans_new ();
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvLaneIndex) index = NULL;
  IlvColumn column;

  for (guint i = 0; i < 40000; i++)
    add_span (spans, i * 1000, i * 1000 + 250, i % 2, 0, 0, ILV_STATE_RUNNING);
  trace = ilv_trace_new (info_new (2, 1), spans, NULL);
  index = ilv_lane_index_new (trace, ILV_GROUPING_PROCESSOR);
  ilv_lane_index_sample (index, 0, 0, 4e7, 1, &column);

  g_assert_cmpfloat_with_epsilon (column.coverage[ILV_PAINT_CLASS (ILV_STATE_RUNNING, 0)], 0.125f,
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (column.coverage[ILV_PAINT_CLASS (ILV_STATE_RUNNING, 1)], 0.125f,
                                  1e-6);
  g_assert_cmpfloat (column.coverage[ILV_PAINT_CLASS (ILV_STATE_RUNNING, 2)], ==, 0);
}

static guint
search_linearly (IlvLaneIndex *index, guint lane, gint64 time_ns)
{
  guint n_spans = ilv_lane_index_get_n_spans (index, lane);
  guint position = 0;

  while (position < n_spans && ilv_lane_index_get_span (index, lane, position)->end_ns <= time_ns)
    position++;
  return position;
}

static void
test_find (void)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (IlvTrace) trace =
        random_trace_new ((guint) g_test_rand_int_range (1, 5000), round % 2 == 0);
      gint64 duration_ns = ilv_trace_get_duration_ns (trace);

      for (guint grouping = ILV_GROUPING_PROCESSOR; grouping <= ILV_GROUPING_TASK; grouping++)
        {
          g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, grouping);

          if (ilv_lane_index_get_n_lanes (index) == 0)
            continue;

          for (guint i = 0; i < 200; i++)
            {
              gint64 time_ns = g_test_rand_int_range (-10, (gint32) duration_ns + 10);

              /* Half of them at the very end of a span. */
              if (i % 2 == 0 && ilv_lane_index_get_n_spans (index, 0) > 0)
                time_ns =
                  ilv_lane_index_get_span (
                    index, 0, g_test_rand_int_range (0, ilv_lane_index_get_n_spans (index, 0)))
                    ->end_ns;
              g_assert_cmpuint (ilv_lane_index_find (index, 0, time_ns), ==,
                                search_linearly (index, 0, time_ns));
            }
          g_assert_cmpuint (ilv_lane_index_find (index, 0, G_MININT64), ==, 0);
          g_assert_cmpuint (ilv_lane_index_find (index, 0, G_MAXINT64), ==,
                            ilv_lane_index_get_n_spans (index, 0));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/lane-index/by-processor", test_by_processor);
  g_test_add_func ("/trace/lane-index/by-worker", test_by_worker);
  g_test_add_func ("/trace/lane-index/by-task", test_by_task);
  g_test_add_func ("/trace/lane-index/empty", test_empty);
  g_test_add_func ("/trace/lane-index/strangers", test_strangers);
  g_test_add_func ("/trace/lane-index/sample", test_sample);
  g_test_add_func ("/trace/lane-index/sample-whole", test_sample_whole);
  g_test_add_func ("/trace/lane-index/find", test_find);

  return g_test_run ();
}
