/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane-gap.h"

#include "trace-fixture.h"

static void
assert_gap (IlvLaneIndex *index, guint lane, gint64 time_ns, gint64 start_ns, gint64 end_ns)
{
  IlvLaneGap gap;

  g_assert_true (ilv_lane_gap_find (&gap, index, lane, time_ns));
  g_assert_cmpuint (gap.lane, ==, lane);
  g_assert_cmpint (gap.start_ns, ==, start_ns);
  g_assert_cmpint (gap.end_ns, ==, end_ns);
}

static void
assert_story (TraceFixture *fixture, IlvGrouping grouping, gint64 time_ns, const char *expected)
{
  g_autoptr (IlvTrace) trace = trace_fixture_end (fixture);
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, grouping);
  g_autofree char *story = NULL;
  IlvLaneGap gap;

  g_assert_true (ilv_lane_gap_find (&gap, index, 0, time_ns));
  story = ilv_lane_gap_tell (&gap, index);
  g_assert_cmpstr (story, ==, expected);
}

/* A runs from 2 to 4 and from 6 to 8 ms; all is over after 10 ms. */
static TraceFixture
begin (const char *strategy)
{
  TraceFixture fixture = trace_fixture_begin (strategy, 2, 3);

  ilv_trace_info_add_worker (fixture.info, "Worker 1", 0, ILV_NO_PROCESSOR);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 2 * MS, 4 * MS)->worker = 0;
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 6 * MS, 8 * MS)->worker = 0;
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 1, 9 * MS, 10 * MS);
  return fixture;
}

static void
test_find (void)
{
  const IlvGrouping groupings[] = { ILV_GROUPING_PROCESSOR, ILV_GROUPING_WORKER,
                                    ILV_GROUPING_TASK };
  TraceFixture fixture = begin ("threads");
  g_autoptr (IlvTrace) trace = trace_fixture_end (&fixture);

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    {
      g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, groupings[i]);
      IlvLaneGap gap;

      assert_gap (index, 0, 0, 0, 2 * MS);
      assert_gap (index, 0, 2 * MS - 1, 0, 2 * MS);
      g_assert_false (ilv_lane_gap_find (&gap, index, 0, 2 * MS));
      g_assert_false (ilv_lane_gap_find (&gap, index, 0, 4 * MS - 1));
      assert_gap (index, 0, 4 * MS, 4 * MS, 6 * MS);
      assert_gap (index, 0, 8 * MS, 8 * MS, 10 * MS);
      g_assert_false (ilv_lane_gap_find (&gap, index, 0, 10 * MS));
      g_assert_false (ilv_lane_gap_find (&gap, index, 0, -1));
    }
}

/* Where there is a span there is no gap, and where there is none, there is one. */
static void
test_find_anywhere (void)
{
  TraceFixture fixture = trace_fixture_begin ("threads", 1, 1);
  g_autoptr (IlvLaneIndex) index = NULL;
  g_autoptr (IlvTrace) trace = NULL;
  gboolean is_span[1000] = { FALSE };
  guint end;

  for (guint i = 0; i < G_N_ELEMENTS (is_span); i = end + g_test_rand_int_range (0, 9))
    {
      guint length = (guint) g_test_rand_int_range (1, 20);

      end = MIN (i + length, G_N_ELEMENTS (is_span));
      trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, i, end);
      for (guint j = i; j < end; j++)
        is_span[j] = TRUE;
    }
  trace = trace_fixture_end (&fixture);
  index = ilv_lane_index_new (trace, ILV_GROUPING_TASK);
  for (guint i = 0; i < G_N_ELEMENTS (is_span) && (gint64) i < ilv_trace_get_duration_ns (trace);
       i++)
    {
      IlvLaneGap gap;

      g_assert_true (ilv_lane_gap_find (&gap, index, 0, i) == !is_span[i]);
      for (gint64 j = gap.start_ns; !is_span[i] && j < gap.end_ns; j++)
        g_assert_false (is_span[j]);
    }
}

static void
test_tasks (void)
{
  TraceFixture fixture = begin ("threads");
  IlvFlow flow = { 2 * MS, 2, 0, ILV_FLOW_SPAWNED };

  assert_story (&fixture, ILV_GROUPING_TASK, 0, "A had not begun: it began at 2.000 ms.");
  fixture = begin ("threads");
  g_array_append_val (fixture.flows, flow);
  assert_story (&fixture, ILV_GROUPING_TASK, 0, "A had not begun: C started it at 2.000 ms.");
  fixture = begin ("threads");
  assert_story (&fixture, ILV_GROUPING_TASK, 9 * MS, "A had ended at 8.000 ms.");
  fixture = begin ("threads");
  assert_story (&fixture, ILV_GROUPING_TASK, 5 * MS,
                "Nothing was recorded of A from 4.000 ms until 6.000 ms.");

  /* Of other programs, and while it goes on, one does not know. */
  fixture = begin ("foreign");
  assert_story (&fixture, ILV_GROUPING_TASK, 0, "Nothing was recorded of A before 2.000 ms.");
  fixture = begin ("foreign");
  assert_story (&fixture, ILV_GROUPING_TASK, 9 * MS, "Nothing was recorded of A after 8.000 ms.");
  fixture = begin ("threads");
  fixture.info->outcome = ILV_TRACE_OUTCOME_RUNNING;
  assert_story (&fixture, ILV_GROUPING_TASK, 9 * MS, "Nothing was recorded of A after 8.000 ms.");

  fixture = trace_fixture_begin ("threads", 1, 2);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 0, 0, 5 * MS);
  assert_story (&fixture, ILV_GROUPING_TASK, MS, "Nothing was recorded of A.");
}

static void
test_workers (void)
{
  TraceFixture fixture = begin ("thread-pool");

  assert_story (&fixture, ILV_GROUPING_WORKER, 5 * MS,
                "Worker 1 had no task from 4.000 ms until 6.000 ms.");
}

static void
test_processors (void)
{
  TraceFixture fixture = begin ("threads");

  trace_fixture_add (&fixture, 2, ILV_STATE_WAITING, ILV_NO_PROCESSOR, 4 * MS, 6 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, ILV_NO_PROCESSOR, 6 * MS, 9 * MS);
  assert_story (&fixture, ILV_GROUPING_PROCESSOR, 5 * MS,
                "Core 0 had nothing to do for this run from 4.000 ms until 6.000 ms: no task was "
                "ready.");

  fixture = begin ("threads");
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, ILV_NO_PROCESSOR, 5950000, 9 * MS);
  assert_story (
    &fixture, ILV_GROUPING_PROCESSOR, 5 * MS,
    "Core 0 had nothing to do for this run from 4.000 ms until 6.000 ms: for nearly all "
    "of that time no task was ready.");

  fixture = begin ("threads");
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, ILV_NO_PROCESSOR, 3 * MS, 9 * MS);
  trace_fixture_add (&fixture, 2, ILV_STATE_READY, ILV_NO_PROCESSOR, 5 * MS, 9 * MS);
  assert_story (
    &fixture, ILV_GROUPING_PROCESSOR, 5 * MS,
    "Core 0 ran no task of this run from 4.000 ms until 6.000 ms. Ready meanwhile: B and "
    "C. Another program may have been there, or they may not have been allowed to run "
    "there.");
}

/* Who waits in a thread keeps it from those who are ready. */
static void
test_held_worker (void)
{
  TraceFixture fixture = begin ("thread-pool");

  ilv_trace_info_add_worker (fixture.info, "Worker 2", 0, 0);
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, ILV_NO_PROCESSOR, 3 * MS, 9 * MS);
  trace_fixture_add (&fixture, 2, ILV_STATE_WAITING, ILV_NO_PROCESSOR, 4500000, 9 * MS)->worker = 1;
  assert_story (
    &fixture, ILV_GROUPING_PROCESSOR, 5 * MS,
    "Core 0 ran no task of this run from 4.000 ms until 6.000 ms. Ready meanwhile: B. But "
    "the worker that belongs there was held by C, which did not run.");
}

static void
test_processor_numbers (void)
{
  TraceFixture fixture = trace_fixture_begin ("threads", 2, 2);
  g_autoptr (IlvLaneIndex) by_processor = NULL;
  g_autoptr (IlvLaneIndex) by_task = NULL;
  g_autoptr (IlvTrace) trace = NULL;
  const int lanes[] = { 1, 0, -1 };
  const IlvSpan *spans;
  gsize n_spans;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 7, 0, MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 3, MS, 2 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_WAITING, 3, 2 * MS, 3 * MS);
  trace = trace_fixture_end (&fixture);
  spans = ilv_trace_get_spans (trace, &n_spans);
  by_processor = ilv_lane_index_new (trace, ILV_GROUPING_PROCESSOR);
  by_task = ilv_lane_index_new (trace, ILV_GROUPING_TASK);
  g_assert_cmpint (ilv_lane_index_get_processor (by_processor, 0), ==, 3);
  g_assert_cmpint (ilv_lane_index_get_processor (by_processor, 1), ==, 7);
  g_assert_cmpint (ilv_lane_index_get_processor (by_task, 0), ==, ILV_NO_PROCESSOR);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (ilv_lane_index_get_lane (by_processor, &spans[i]), ==, lanes[i]);
      g_assert_cmpint (ilv_lane_index_get_lane (by_task, &spans[i]), ==, i > 0);
    }
}

/* Where there is too much to look at, no more is said than is known. */
static void
test_many (void)
{
  TraceFixture fixture = begin ("threads");

  for (gint64 i = 0; i < 10000; i++)
    trace_fixture_add (&fixture, 2, ILV_STATE_RUNNING, 1, 4 * MS + i * 100, 4 * MS + i * 100 + 100);
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, ILV_NO_PROCESSOR, 5 * MS, 9 * MS);
  assert_story (&fixture, ILV_GROUPING_PROCESSOR, 5 * MS,
                "Core 0 ran no task of this run from 4.000 ms until 6.000 ms.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/lane-gap/find", test_find);
  g_test_add_func ("/trace/lane-gap/find-anywhere", test_find_anywhere);
  g_test_add_func ("/trace/lane-gap/tasks", test_tasks);
  g_test_add_func ("/trace/lane-gap/workers", test_workers);
  g_test_add_func ("/trace/lane-gap/processors", test_processors);
  g_test_add_func ("/trace/lane-gap/held-worker", test_held_worker);
  g_test_add_func ("/trace/lane-gap/processor-numbers", test_processor_numbers);
  g_test_add_func ("/trace/lane-gap/many", test_many);

  return g_test_run ();
}
