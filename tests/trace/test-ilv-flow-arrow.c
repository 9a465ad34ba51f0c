/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-flow-arrow.h"

#include "trace-fixture.h"

#define ALL_NS (1000 * MS)

static void
add_flow (TraceFixture *fixture, gint64 time_ns, guint from, guint to, IlvFlowKind kind)
{
  IlvFlow flow = { time_ns, from, to, kind };

  g_array_append_val (fixture->flows, flow);
}

/* A starts B at 2 ms and gives it a lock at 6; B is awaited by C, which goes on at 9 ms. */
static IlvTrace *
new_trace (void)
{
  TraceFixture fixture = trace_fixture_begin ("threads", 2, 3);

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 2, 0, 7 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, ILV_NO_PROCESSOR, 2 * MS - 100, 3 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 5, 3 * MS, 4 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_BLOCKED, ILV_NO_PROCESSOR, 4 * MS, 6 * MS + 300);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 5, 6 * MS + 300, 8 * MS);
  trace_fixture_add (&fixture, 2, ILV_STATE_WAITING, ILV_NO_PROCESSOR, 0, 8 * MS + 500);
  trace_fixture_add (&fixture, 2, ILV_STATE_READY, ILV_NO_PROCESSOR, 8 * MS + 500, 9 * MS);
  trace_fixture_add (&fixture, 2, ILV_STATE_RUNNING, 5, 9 * MS, 10 * MS);
  add_flow (&fixture, 2 * MS, 0, 1, ILV_FLOW_SPAWNED);
  add_flow (&fixture, 6 * MS, 0, 1, ILV_FLOW_LOCK);
  add_flow (&fixture, 8 * MS + 100, 1, 2, ILV_FLOW_AWAITED);
  return trace_fixture_end (&fixture);
}

static void
assert_arrow (GArray *arrows,
              guint i,
              gint64 from_ns,
              gint64 to_ns,
              guint from_lane,
              guint to_lane,
              IlvFlowKind kind)
{
  const IlvFlowArrow *arrow;

  g_assert_cmpuint (i, <, arrows->len);
  arrow = &g_array_index (arrows, IlvFlowArrow, i);
  g_assert_cmpint (arrow->from_ns, ==, from_ns);
  g_assert_cmpint (arrow->to_ns, ==, to_ns);
  g_assert_cmpuint (arrow->from_lane, ==, from_lane);
  g_assert_cmpuint (arrow->to_lane, ==, to_lane);
  g_assert_cmpint (arrow->kind, ==, kind);
}

static void
test_tasks (void)
{
  g_autoptr (IlvTrace) trace = new_trace ();
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_TASK);
  g_autoptr (GArray) arrows = ilv_flow_arrow_find (index, 0, ALL_NS, NULL, TRUE, 3);

  g_assert_cmpuint (arrows->len, ==, 3);
  assert_arrow (arrows, 0, 2 * MS, 2 * MS, 0, 1, ILV_FLOW_SPAWNED);
  assert_arrow (arrows, 1, 6 * MS, 6 * MS + 300, 0, 1, ILV_FLOW_LOCK);
  assert_arrow (arrows, 2, 8 * MS + 100, 8 * MS + 500, 1, 2, ILV_FLOW_AWAITED);
}

/* Who is ready is on no processor: the arrow leads to where it runs. */
static void
test_processors (void)
{
  g_autoptr (IlvTrace) trace = new_trace ();
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_PROCESSOR);
  g_autoptr (GArray) arrows = ilv_flow_arrow_find (index, 0, ALL_NS, NULL, TRUE, 3);

  g_assert_cmpuint (arrows->len, ==, 3);
  assert_arrow (arrows, 0, 2 * MS, 3 * MS, 0, 1, ILV_FLOW_SPAWNED);
  assert_arrow (arrows, 1, 6 * MS, 6 * MS + 300, 0, 1, ILV_FLOW_LOCK);
  assert_arrow (arrows, 2, 8 * MS + 100, 9 * MS, 1, 1, ILV_FLOW_AWAITED);
}

/* Nobody holds a worker here. */
static void
test_no_lanes (void)
{
  g_autoptr (IlvTrace) trace = new_trace ();
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_WORKER);
  g_autoptr (GArray) arrows = ilv_flow_arrow_find (index, 0, ALL_NS, NULL, TRUE, 3);

  g_assert_cmpuint (arrows->len, ==, 0);
}

static guint
count (IlvLaneIndex *index, const IlvSpan *selected, gboolean all, guint most)
{
  g_autoptr (GArray) arrows = ilv_flow_arrow_find (index, 0, ALL_NS, selected, all, most);

  return arrows->len;
}

static void
test_selected (void)
{
  g_autoptr (IlvTrace) trace = new_trace ();
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_TASK);
  const IlvSpan *spans;
  gsize n_spans;
  const guint own[] = { 2, 1, 1, 0, 1, 2, 1, 0 }; /* A, C waits, B …, as they are sorted */
  const guint of_task[] = { 2, 3, 1 };

  spans = ilv_trace_get_spans (trace, &n_spans);
  g_assert_cmpuint (n_spans, ==, G_N_ELEMENTS (own));
  g_assert_cmpuint (count (index, NULL, FALSE, 9), ==, 0);
  for (gsize i = 0; i < n_spans; i++)
    {
      g_test_message ("span %u", (guint) i);
      g_assert_cmpuint (count (index, &spans[i], FALSE, 9), ==, own[i]);
      g_assert_cmpuint (count (index, &spans[i], TRUE, 9), ==, of_task[spans[i].task]);
    }
}

/* Too many are none, but for those of the selected span. */
static void
test_too_many (void)
{
  g_autoptr (IlvTrace) trace = new_trace ();
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_TASK);
  g_autoptr (GArray) late = ilv_flow_arrow_find (index, 7 * MS, ALL_NS, NULL, TRUE, 1);
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  g_assert_cmpuint (count (index, NULL, TRUE, 2), ==, 0);
  g_assert_cmpuint (count (index, &spans[2], TRUE, 2), ==, 1);
  g_assert_cmpuint (count (index, &spans[0], TRUE, 1), ==, 0);

  /* What cannot be seen does not count. */
  g_assert_cmpuint (late->len, ==, 1);
}

/* Tasks that are not there, and a task that does nothing any more. */
static void
test_broken (void)
{
  TraceFixture fixture = trace_fixture_begin ("threads", 2, 2);
  g_autoptr (IlvLaneIndex) index = NULL;
  g_autoptr (IlvTrace) trace = NULL;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 7 * MS);
  add_flow (&fixture, 2 * MS, 0, 1, ILV_FLOW_SPAWNED);
  add_flow (&fixture, 2 * MS, 0, 99, ILV_FLOW_SPAWNED);
  add_flow (&fixture, 2 * MS, 99, 0, ILV_FLOW_SPAWNED);
  trace = trace_fixture_end (&fixture);
  index = ilv_lane_index_new (trace, ILV_GROUPING_TASK);
  g_assert_cmpuint (count (index, NULL, TRUE, 9), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/flow-arrow/tasks", test_tasks);
  g_test_add_func ("/trace/flow-arrow/processors", test_processors);
  g_test_add_func ("/trace/flow-arrow/no-lanes", test_no_lanes);
  g_test_add_func ("/trace/flow-arrow/selected", test_selected);
  g_test_add_func ("/trace/flow-arrow/too-many", test_too_many);
  g_test_add_func ("/trace/flow-arrow/broken", test_broken);

  return g_test_run ();
}
