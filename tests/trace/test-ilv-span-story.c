/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-story.h"

#include "trace-fixture.h"

static void
assert_story (TraceFixture *fixture, guint position, const char *expected)
{
  g_autoptr (IlvTrace) trace = trace_fixture_end (fixture);
  g_autofree char *story = NULL;
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  g_assert_cmpuint (position, <, n_spans);
  story = ilv_span_story_tell (trace, &spans[position]);
  g_assert_cmpstr (story, ==, expected);
}

static void
add_flow (TraceFixture *fixture, gint64 time_ns, guint from, guint to, IlvFlowKind kind)
{
  IlvFlow flow = { time_ns, from, to, kind };

  g_array_append_val (fixture->flows, flow);
}

static void
test_running (void)
{
  TraceFixture fixture = trace_fixture_begin ("threads", 2, 2);

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 1, 2 * MS, 7 * MS);
  assert_story (&fixture, 0, "A ran on core 1 from 2.000 ms until 7.000 ms.");

  fixture = trace_fixture_begin ("foreign", 2, 2);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, ILV_NO_PROCESSOR, 2 * MS, 7 * MS);
  assert_story (&fixture, 0,
                "A ran from 2.000 ms until 7.000 ms. On which processor is not known.");
}

static void
test_what_stopped (void)
{
  TraceFixture fixture = trace_fixture_begin ("threads", 1, 3);

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 5 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, ILV_NO_PROCESSOR, 5 * MS, 9 * MS);
  assert_story (&fixture, 0, "A ran on core 0 from 0.000 ms until 5.000 ms. Then it had to wait.");

  fixture = trace_fixture_begin ("threads", 1, 3);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 5 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_BLOCKED, ILV_NO_PROCESSOR, 5 * MS, 9 * MS);
  assert_story (
    &fixture, 0,
    "A ran on core 0 from 0.000 ms until 5.000 ms. Then it needed a lock that was taken.");

  fixture = trace_fixture_begin ("threads", 2, 3);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 5 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_READY, ILV_NO_PROCESSOR, 5 * MS, 9 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 0, 5 * MS, 9 * MS);
  trace_fixture_add (&fixture, 2, ILV_STATE_RUNNING, 1, 4 * MS, 9 * MS);
  assert_story (&fixture, 0,
                "A ran on core 0 from 0.000 ms until 5.000 ms. Then it had to make room for B.");

  fixture = trace_fixture_begin ("threads", 1, 3);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 5 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_READY, ILV_NO_PROCESSOR, 5 * MS, 9 * MS);
  assert_story (
    &fixture, 0,
    "A ran on core 0 from 0.000 ms until 5.000 ms. Then the processor was taken from it, "
    "but not for a task of this run.");
}

/* B is ready from 0 to 12.4 ms, and runs on core 0 then. */
static TraceFixture
begin_ready (void)
{
  TraceFixture fixture = trace_fixture_begin ("threads", 2, 5);

  trace_fixture_add (&fixture, 1, ILV_STATE_READY, ILV_NO_PROCESSOR, 0, 12400000);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 0, 12400000, 20 * MS);
  return fixture;
}

static void
test_ready (void)
{
  TraceFixture fixture = begin_ready ();

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 1000, 12400000);
  /* Who runs elsewhere, or before and after, is not in the way. */
  trace_fixture_add (&fixture, 2, ILV_STATE_RUNNING, 1, 1000, 20 * MS);
  trace_fixture_add (&fixture, 3, ILV_STATE_WAITING, 0, 1000, 20 * MS);
  trace_fixture_add (&fixture, 4, ILV_STATE_RUNNING, 0, 20 * MS, 25 * MS);
  assert_story (&fixture, 0, "B was ready, but until 12.400 ms core 0 was busy with A.");

  fixture = begin_ready ();
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 1000, 4 * MS);
  trace_fixture_add (&fixture, 2, ILV_STATE_RUNNING, 0, 4 * MS, 8 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 8 * MS, 12400000);
  assert_story (&fixture, 0, "B was ready, but until 12.400 ms core 0 was busy with A and C.");

  fixture = begin_ready ();
  for (guint i = 0; i < 4; i++)
    trace_fixture_add (&fixture, i == 0 ? 0 : i + 1, ILV_STATE_RUNNING, 0, 1000 + i * 3100000,
                       1000 + (i + 1) * 3100000);
  assert_story (&fixture, 0,
                "B was ready, but until 12.400 ms core 0 was busy with A, C and 2 others.");
}

static void
test_ready_among_strangers (void)
{
  TraceFixture fixture = begin_ready ();

  assert_story (&fixture, 0,
                "B was ready for core 0 until 12.400 ms, and no other task of this run was there: "
                "either another program had the processor, or it took so long to switch.");

  /* Overlapping edges are no time that counts twice: 6 ms are empty. */
  fixture = begin_ready ();
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 1000, 4 * MS);
  trace_fixture_add (&fixture, 2, ILV_STATE_RUNNING, 0, 3 * MS, 6400000);
  assert_story (
    &fixture, 0,
    "B was ready, but until 12.400 ms core 0 was busy with A and C. For 6.0 ms of that, "
    "no task of this run was there: either another program had the processor, or it "
    "took so long to switch.");

  fixture = begin_ready ();
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 1000, 12 * MS);
  assert_story (&fixture, 0, "B was ready, but until 12.400 ms core 0 was busy with A.");
}

static void
test_ready_for_worker (void)
{
  TraceFixture fixture = begin_ready ();

  ilv_trace_info_add_worker (fixture.info, "Worker 1", 0, ILV_NO_PROCESSOR);
  g_array_index (fixture.spans, IlvSpan, 1).worker = 0;
  /* Who waits holds its worker, too. */
  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, ILV_NO_PROCESSOR, 1000, 12400000)->worker = 0;
  trace_fixture_add (&fixture, 2, ILV_STATE_RUNNING, 0, 1000, 12400000);
  assert_story (&fixture, 0, "B was ready, but until 12.400 ms Worker 1 was busy with A.");

  fixture = begin_ready ();
  ilv_trace_info_add_worker (fixture.info, "Worker 1", 0, ILV_NO_PROCESSOR);
  g_array_index (fixture.spans, IlvSpan, 1).worker = 0;
  assert_story (&fixture, 0, "B was ready, and it took Worker 1 until 12.400 ms to begin with it.");

  /* It has the worker, but no processor. */
  fixture = begin_ready ();
  ilv_trace_info_add_worker (fixture.info, "Worker 1", 0, ILV_NO_PROCESSOR);
  g_array_index (fixture.spans, IlvSpan, 0).worker = 0;
  g_array_index (fixture.spans, IlvSpan, 1).worker = 0;
  trace_fixture_add (&fixture, 2, ILV_STATE_RUNNING, 0, 1000, 12400000);
  assert_story (&fixture, 0, "B was ready, but until 12.400 ms core 0 was busy with C.");
}

static void
test_ready_without_processors (void)
{
  TraceFixture fixture = trace_fixture_begin ("foreign", 2, 3);

  trace_fixture_add (&fixture, 1, ILV_STATE_READY, ILV_NO_PROCESSOR, 0, 5 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, ILV_NO_PROCESSOR, 5 * MS, 9 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, ILV_NO_PROCESSOR, 1 * MS, 5 * MS);
  assert_story (&fixture, 0, "B was ready, but until 5.000 ms only others ran: A.");

  fixture = trace_fixture_begin ("foreign", 2, 3);
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, ILV_NO_PROCESSOR, 0, 5 * MS);
  assert_story (&fixture, 0, "B was ready until 5.000 ms. Why it did not run is not known.");
}

static void
test_open (void)
{
  TraceFixture fixture = trace_fixture_begin ("threads", 1, 2);

  fixture.info->outcome = ILV_TRACE_OUTCOME_RUNNING;
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 5 * MS)->open = TRUE;
  assert_story (&fixture, 0, "A ran on core 0 from 0.000 ms until now.");

  fixture = trace_fixture_begin ("threads", 1, 2);
  fixture.info->outcome = ILV_TRACE_OUTCOME_RUNNING;
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, ILV_NO_PROCESSOR, 0, 5 * MS)->open = TRUE;
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 1000, 5 * MS)->open = TRUE;
  assert_story (&fixture, 0, "B was ready, but until now only others ran: A.");

  fixture = trace_fixture_begin ("threads", 1, 2);
  fixture.info->outcome = ILV_TRACE_OUTCOME_STALLED;
  trace_fixture_add (&fixture, 0, ILV_STATE_BLOCKED, ILV_NO_PROCESSOR, 0, 5 * MS)->peer = 1;
  g_array_index (fixture.spans, IlvSpan, 0).open = TRUE;
  assert_story (
    &fixture, 0,
    "A did not run, because until the end of the recording it waited for a lock, which B "
    "held.");
}

static void
test_waiting (void)
{
  TraceFixture fixture = trace_fixture_begin ("threads", 1, 2);

  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, ILV_NO_PROCESSOR, 0, 5 * MS);
  assert_story (&fixture, 0,
                "A did not run, because it waited until 5.000 ms. What for is not known.");

  fixture = trace_fixture_begin ("threads", 1, 2);
  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, ILV_NO_PROCESSOR, 0, 5 * MS)->step = 1;
  assert_story (&fixture, 0,
                "A did not run, because until 5.000 ms it waited in its step “wait 100ms”.");

  fixture = trace_fixture_begin ("threads", 1, 2);
  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, ILV_NO_PROCESSOR, 0, 5 * MS)->peer = 1;
  g_array_index (fixture.spans, IlvSpan, 0).step = 1;
  assert_story (&fixture, 0, "A did not run, because until 5.000 ms it waited for B to end.");

  /* A peer and a step that are not there. */
  fixture = trace_fixture_begin ("threads", 1, 2);
  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, ILV_NO_PROCESSOR, 0, 5 * MS)->peer = 7;
  g_array_index (fixture.spans, IlvSpan, 0).step = 9;
  assert_story (&fixture, 0,
                "A did not run, because it waited until 5.000 ms. What for is not known.");
}

static TraceFixture
begin_blocked (guint peer)
{
  TraceFixture fixture = trace_fixture_begin ("threads", 1, 3);

  trace_fixture_add (&fixture, 0, ILV_STATE_BLOCKED, ILV_NO_PROCESSOR, 2 * MS, 5 * MS)->peer =
    (guint16) peer;
  return fixture;
}

static void
test_blocked (void)
{
  TraceFixture fixture = begin_blocked (ILV_NO_PEER);

  assert_story (&fixture, 0,
                "A did not run, because it waited for a lock until 5.000 ms. Who held it is not "
                "known.");

  fixture = begin_blocked (1);
  g_array_index (fixture.spans, IlvSpan, 0).step = 0;
  assert_story (
    &fixture, 0,
    "A did not run, because until 5.000 ms it waited in its step “cpu 400ms” for a lock, "
    "which B held.");

  /* Only a lock counts, given to A, while it waited. */
  fixture = begin_blocked (1);
  add_flow (&fixture, 1 * MS, 2, 0, ILV_FLOW_LOCK);
  add_flow (&fixture, 3 * MS, 2, 0, ILV_FLOW_AWAITED);
  add_flow (&fixture, 3 * MS, 2, 1, ILV_FLOW_LOCK);
  add_flow (&fixture, 6 * MS, 2, 0, ILV_FLOW_LOCK);
  assert_story (&fixture, 0,
                "A did not run, because until 5.000 ms it waited for a lock, which B held.");

  fixture = begin_blocked (1);
  add_flow (&fixture, 5 * MS, 2, 0, ILV_FLOW_LOCK);
  assert_story (
    &fixture, 0,
    "A did not run, because until 5.000 ms it waited for a lock, which first B held and "
    "at last C.");
}

/* A claim is made only of what was looked at: who was there from the start on does not make room
 * for a claim about the rest. */
static void
test_many (void)
{
  TraceFixture fixture = trace_fixture_begin ("threads", 2, 20);

  trace_fixture_add (&fixture, 1, ILV_STATE_READY, ILV_NO_PROCESSOR, 0, 100 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 0, 100 * MS, 200 * MS);
  for (gint64 i = 0; i < 100000; i++)
    trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 1, 1 + i * 1000, 1 + (i + 1) * 1000);
  assert_story (&fixture, 0, "B was ready, but until 100.000 ms only others ran: A.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/span-story/running", test_running);
  g_test_add_func ("/trace/span-story/what-stopped", test_what_stopped);
  g_test_add_func ("/trace/span-story/ready", test_ready);
  g_test_add_func ("/trace/span-story/ready-among-strangers", test_ready_among_strangers);
  g_test_add_func ("/trace/span-story/ready-for-worker", test_ready_for_worker);
  g_test_add_func ("/trace/span-story/ready-without-processors", test_ready_without_processors);
  g_test_add_func ("/trace/span-story/open", test_open);
  g_test_add_func ("/trace/span-story/waiting", test_waiting);
  g_test_add_func ("/trace/span-story/blocked", test_blocked);
  g_test_add_func ("/trace/span-story/many", test_many);

  return g_test_run ();
}
