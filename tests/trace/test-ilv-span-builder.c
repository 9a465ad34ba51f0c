/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-builder.h"

#define BASE 1000

static void
add (IlvSpanBuilder *builder, gint64 time_ns, guint32 task, IlvState state, guint32 worker)
{
  IlvRecord record = {
    .time_ns = BASE + time_ns,
    .task = task,
    .processor = state == ILV_STATE_RUNNING ? 3 : ILV_NO_PROCESSOR,
    .step = 0,
    .peer = ILV_NO_PEER,
    .state = state,
    .kind = ILV_RECORD_STATE,
  };

  ilv_span_builder_add (builder, &record, worker);
}

static void
assert_span (GArray *spans,
             guint index,
             gint64 start_ns,
             gint64 end_ns,
             guint32 task,
             IlvState state,
             guint32 worker)
{
  const IlvSpan *span;

  g_assert_cmpuint (index, <, spans->len);
  span = &g_array_index (spans, IlvSpan, index);
  g_assert_cmpint (span->start_ns, ==, start_ns);
  g_assert_cmpint (span->end_ns, ==, end_ns);
  g_assert_cmpuint (span->task, ==, task);
  g_assert_cmpuint (span->state, ==, state);
  g_assert_cmpuint (span->worker, ==, worker);
  g_assert_cmpuint (span->open, ==, FALSE);
}

/* A change of any field makes a new span, the same again does not. */
static void
test_changes (void)
{
  g_autoptr (IlvSpanBuilder) builder = ilv_span_builder_new (1, 0);
  IlvRecord record = { .processor = 1, .step = 2, .peer = 3, .state = ILV_STATE_WAITING };
  g_autoptr (GArray) spans = NULL;
  const IlvSpan *span;

  ilv_span_builder_add (builder, &record, 0);
  record.time_ns = 5;
  ilv_span_builder_add (builder, &record, 0);
  record.time_ns = 10;
  ilv_span_builder_add (builder, &record, 1);
  record.time_ns = 20;
  record.processor = 2;
  ilv_span_builder_add (builder, &record, 1);
  record.time_ns = 30;
  record.step = 3;
  ilv_span_builder_add (builder, &record, 1);
  record.time_ns = 40;
  record.peer = 4;
  ilv_span_builder_add (builder, &record, 1);
  record.time_ns = 50;
  record.state = ILV_STATE_BLOCKED;
  ilv_span_builder_add (builder, &record, 1);
  record.time_ns = 60;
  record.kind = ILV_RECORD_STATE_UNHELD;
  ilv_span_builder_add (builder, &record, 1);
  ilv_span_builder_end (builder, 70);
  spans = ilv_span_builder_steal_spans (builder);

  g_assert_cmpuint (spans->len, ==, 7);
  for (guint i = 0; i < spans->len; i++)
    {
      span = &g_array_index (spans, IlvSpan, i);
      g_assert_cmpint (span->start_ns, ==, i * 10);
      g_assert_cmpint (span->end_ns, ==, (i + 1) * 10);
      g_assert_cmpuint (span->worker, ==, i == 0 ? 0 : i == 6 ? ILV_NO_WORKER : 1);
      g_assert_cmpint (span->processor, ==, i < 2 ? 1 : 2);
      g_assert_cmpuint (span->step, ==, i < 3 ? 2 : 3);
      g_assert_cmpuint (span->peer, ==, i < 4 ? 3 : 4);
      g_assert_cmpuint (span->state, ==, i < 5 ? ILV_STATE_WAITING : ILV_STATE_BLOCKED);
    }
}

static void
test_empty_spans (void)
{
  g_autoptr (IlvSpanBuilder) builder = ilv_span_builder_new (2, BASE);
  g_autoptr (GArray) spans = NULL;

  add (builder, 0, 0, ILV_STATE_READY, 0);
  add (builder, 0, 0, ILV_STATE_RUNNING, 0);
  add (builder, 10, 1, ILV_STATE_RUNNING, 1);
  /* Off the processor for no time at all: it never was. */
  add (builder, 20, 0, ILV_STATE_READY, 0);
  add (builder, 20, 0, ILV_STATE_RUNNING, 0);
  add (builder, 30, 0, ILV_STATE_WAITING, 0);
  add (builder, 30, 0, ILV_STATE_ENDED, 0);
  add (builder, 40, 1, ILV_STATE_ENDED, 1);
  ilv_span_builder_end (builder, BASE + 100);
  spans = ilv_span_builder_steal_spans (builder);

  g_assert_cmpuint (spans->len, ==, 2);
  assert_span (spans, 0, 0, 30, 0, ILV_STATE_RUNNING, 0);
  assert_span (spans, 1, 10, 40, 1, ILV_STATE_RUNNING, 1);
}

/* Nobody knows what a task does between its end and a later start. */
static void
test_pause (void)
{
  g_autoptr (IlvSpanBuilder) builder = ilv_span_builder_new (1, BASE);
  g_autoptr (GArray) spans = NULL;

  add (builder, 0, 0, ILV_STATE_RUNNING, 0);
  add (builder, 10, 0, ILV_STATE_ENDED, 0);
  add (builder, 20, 0, ILV_STATE_RUNNING, 0);
  ilv_span_builder_end (builder, BASE + 30);
  spans = ilv_span_builder_steal_spans (builder);

  g_assert_cmpuint (spans->len, ==, 2);
  assert_span (spans, 0, 0, 10, 0, ILV_STATE_RUNNING, 0);
  assert_span (spans, 1, 20, 30, 0, ILV_STATE_RUNNING, 0);
}

static void
test_clip (void)
{
  g_autoptr (IlvSpanBuilder) builder = ilv_span_builder_new (1, BASE);
  IlvRecord flow = { .time_ns = BASE - 1, .peer = 0, .kind = ILV_RECORD_FLOW };
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) flows = NULL;

  add (builder, -20, 0, ILV_STATE_WAITING, 0);
  add (builder, -10, 0, ILV_STATE_READY, 0);
  ilv_span_builder_add (builder, &flow, 0);
  add (builder, 5, 0, ILV_STATE_RUNNING, 0);
  /* The run was ended before: what lies beyond has no length. */
  ilv_span_builder_end (builder, BASE + 4);
  spans = ilv_span_builder_steal_spans (builder);
  flows = ilv_span_builder_steal_flows (builder);

  g_assert_cmpuint (spans->len, ==, 1);
  assert_span (spans, 0, 0, 5, 0, ILV_STATE_READY, 0);
  g_assert_cmpuint (flows->len, ==, 1);
  g_assert_cmpint (g_array_index (flows, IlvFlow, 0).time_ns, ==, 0);
}

/* Spans that start together are in the order of their tasks. */
static void
test_ties (void)
{
  g_autoptr (IlvSpanBuilder) builder = ilv_span_builder_new (4, BASE);
  g_autoptr (GArray) spans = NULL;

  add (builder, -3, 3, ILV_STATE_READY, 0);
  add (builder, -2, 1, ILV_STATE_READY, 0);
  add (builder, -1, 2, ILV_STATE_READY, 0);
  add (builder, 10, 0, ILV_STATE_READY, 0);
  add (builder, 10, 1, ILV_STATE_WAITING, 0);
  ilv_span_builder_end (builder, BASE + 20);
  spans = ilv_span_builder_steal_spans (builder);

  g_assert_cmpuint (spans->len, ==, 5);
  assert_span (spans, 0, 0, 10, 1, ILV_STATE_READY, 0);
  assert_span (spans, 1, 0, 20, 2, ILV_STATE_READY, 0);
  assert_span (spans, 2, 0, 20, 3, ILV_STATE_READY, 0);
  assert_span (spans, 3, 10, 20, 0, ILV_STATE_READY, 0);
  assert_span (spans, 4, 10, 20, 1, ILV_STATE_WAITING, 0);
}

static void
test_flows (void)
{
  g_autoptr (IlvSpanBuilder) builder = ilv_span_builder_new (3, BASE);
  IlvRecord record = {
    .time_ns = BASE + 7,
    .task = 2,
    .peer = 1,
    .state = ILV_FLOW_LOCK,
    .kind = ILV_RECORD_FLOW,
  };
  g_autoptr (GArray) flows = NULL;
  const IlvFlow *flow;

  ilv_span_builder_add (builder, &record, 0);
  ilv_span_builder_end (builder, BASE + 10);
  flows = ilv_span_builder_steal_flows (builder);

  g_assert_cmpuint (flows->len, ==, 1);
  flow = &g_array_index (flows, IlvFlow, 0);
  g_assert_cmpint (flow->time_ns, ==, 7);
  g_assert_cmpuint (flow->from_task, ==, 1);
  g_assert_cmpuint (flow->to_task, ==, 2);
  g_assert_cmpuint (flow->kind, ==, ILV_FLOW_LOCK);
}

static void
test_break (void)
{
  static const gint64 alive_ns[] = { BASE + 40, BASE + 5 };
  g_autoptr (IlvSpanBuilder) builder = ilv_span_builder_new (4, BASE);
  g_autoptr (GArray) spans = NULL;

  add (builder, 10, 0, ILV_STATE_RUNNING, 0);
  add (builder, 11, 1, ILV_STATE_RUNNING, 1); /* not seen since: no length yet */
  add (builder, 12, 2, ILV_STATE_READY, 0);
  add (builder, 13, 3, ILV_STATE_RUNNING, ILV_NO_WORKER);
  ilv_span_builder_break (builder, BASE + 50, alive_ns, G_N_ELEMENTS (alive_ns));
  spans = ilv_span_builder_steal_spans (builder);

  g_assert_cmpuint (spans->len, ==, 3);
  for (guint i = 0; i < spans->len; i++)
    {
      g_assert_true (g_array_index (spans, IlvSpan, i).open);
      g_array_index (spans, IlvSpan, i).open = FALSE;
    }
  assert_span (spans, 0, 10, 40, 0, ILV_STATE_RUNNING, 0);
  assert_span (spans, 1, 12, 50, 2, ILV_STATE_READY, 0);
  assert_span (spans, 2, 13, 50, 3, ILV_STATE_RUNNING, ILV_NO_WORKER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/span-builder/changes", test_changes);
  g_test_add_func ("/trace/span-builder/empty-spans", test_empty_spans);
  g_test_add_func ("/trace/span-builder/pause", test_pause);
  g_test_add_func ("/trace/span-builder/clip", test_clip);
  g_test_add_func ("/trace/span-builder/ties", test_ties);
  g_test_add_func ("/trace/span-builder/flows", test_flows);
  g_test_add_func ("/trace/span-builder/break", test_break);

  return g_test_run ();
}
