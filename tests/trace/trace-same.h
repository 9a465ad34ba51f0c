/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random traces with all that our own files can hold, and what it means that one has come back the
 * same. */

#pragma once

#include "ilv-figures.h"
#include "ilv-lane-index.h"
#include "trace-fixture.h"

G_GNUC_UNUSED static IlvTrace *
make_trace (const char *strategy, guint processors)
{
  TraceFixture fixture = trace_fixture_begin (strategy, processors, 5);
  IlvFlow flow = { 1234567, 1, 2, ILV_FLOW_LOCK };

  ilv_trace_info_add_worker (fixture.info, "Worker 1", 4711, 0);
  ilv_trace_info_add_worker (fixture.info, "say \"2\"", 4712, 1);
  ilv_trace_info_add_note (fixture.info, "no “pinning”");
  ilv_trace_info_add_result (fixture.info, 5, 1, 1, ILV_RESULT_TEXT, "two\nlines", NULL);
  ilv_trace_info_add_result (fixture.info, 6, 4, ILV_NO_STEP, ILV_RESULT_FAILURE, "never", NULL);
  ilv_trace_info_add_result (fixture.info, 7, G_MAXUINT, ILV_NO_STEP, ILV_RESULT_OUTPUT, "x", NULL);
  fixture.info->clock_base_ns = G_GINT64_CONSTANT (123456789012345);
  fixture.info->voluntary_switches = 17;
  fixture.info->involuntary_switches = -1;
  fixture.info->cpu_time_ns = 77 * MS;
  fixture.info->slice_asked_ns = g_test_rand_int_range (-1, 2);
  fixture.info->slice_given_ns = g_test_rand_int_range (-1, 2);
  for (guint task = 0; task < 4; task++)
    for (int i = 0, n = g_test_rand_int_range (1, 20); i < n; i++)
      {
        gint64 start_ns = i * 10 * MS + g_test_rand_int_range (0, 1000000);
        IlvSpan *span = trace_fixture_add (
          &fixture, task, g_test_rand_int_range (0, ILV_N_SPAN_STATES),
          g_test_rand_int_range (-1, 3), start_ns, start_ns + g_test_rand_int_range (0, 9000000));

        span->worker = g_test_rand_bit () ? (guint32) g_test_rand_int_range (0, 2) : ILV_NO_WORKER;
        span->step = g_test_rand_bit () ? g_test_rand_int_range (0, 2) : ILV_NO_STEP;
        span->peer = g_test_rand_bit () ? g_test_rand_int_range (0, 4) : ILV_NO_PEER;
      }
  g_array_append_val (fixture.flows, flow);
  return trace_fixture_end (&fixture);
}

/* What names and texts may hold. */
static const char *const odd_names[] = {
  "A", "say \"hello\"", "two\nlines", "carriage\r\nreturn", "a,b;c", "back\\slash \t tab", " spaces ", "Ünïcødé → 日本",
  "مرحبا \"1\"", "👩‍👩‍👧 family", "\xe2\x80\xa8 line separator", "\x01\x7f controls", "<tag> & 'entity'", "]}", "queue",
  "left", "\xef\xbb\xbf mark", "{\"ph\": \"X\"}", "", "=1+1",
};

/* (transfer full): one that no other number has */
static char *
make_odd_name (guint number)
{
  const char *odd = odd_names[number % G_N_ELEMENTS (odd_names)];

  return number < G_N_ELEMENTS (odd_names) ? g_strdup (odd) : g_strdup_printf ("%s %u", odd, number);
}

/* One after the other, some of no length, with gaps and without. */
static void
add_odd_spans (TraceFixture *fixture, guint task, guint n_tasks, guint n_workers)
{
  gint64 time_ns = g_test_rand_int_range (0, 5000);

  for (int n = g_test_rand_int_range (0, 40); n > 0; n--)
    {
      gint64 length_ns = g_test_rand_bit () ? g_test_rand_int_range (0, 3) : g_test_rand_int_range (0, 40 * 1000 * 1000);
      IlvSpan *span = trace_fixture_add (fixture, task, g_test_rand_int_range (0, ILV_N_SPAN_STATES),
                                         g_test_rand_int_range (-1, 70), time_ns, time_ns + length_ns);

      span->worker = n_workers > 0 && g_test_rand_bit () ? (guint32) g_test_rand_int_range (0, (gint32) n_workers)
                                                         : ILV_NO_WORKER;
      span->step = g_test_rand_bit () ? g_test_rand_int_range (0, 2) : ILV_NO_STEP;
      span->peer = g_test_rand_bit () ? (guint) g_test_rand_int_range (0, (gint32) n_tasks) : ILV_NO_PEER;
      time_ns += length_ns + (g_test_rand_bit () ? g_test_rand_int_range (0, 1000) : 0);
    }
}

/* From nothing at all to 50 tasks, with odd names, all states and flows of all kinds. */
G_GNUC_UNUSED static IlvTrace *
make_odd_trace (const char *strategy)
{
  guint n_tasks = (guint) g_test_rand_int_range (0, 51);
  guint n_workers = (guint) g_test_rand_int_range (0, 6);
  TraceFixture fixture = trace_fixture_begin (strategy, (guint) g_test_rand_int_range (1, 5), 0);

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *name = make_odd_name (i);
      g_autofree char *step = make_odd_name ((guint) g_test_rand_int_range (0, 1000));
      const char *steps[] = { step, "another", NULL };

      ilv_trace_info_add_task (fixture.info, name, steps);
    }
  for (guint i = 0; i < n_workers; i++)
    {
      g_autofree char *name = make_odd_name ((guint) g_test_rand_int_range (0, 1000));

      ilv_trace_info_add_worker (fixture.info, name, g_test_rand_int_range (0, 5000), g_test_rand_int_range (-1, 4));
    }
  ilv_trace_info_add_note (fixture.info, odd_names[g_test_rand_int_range (0, G_N_ELEMENTS (odd_names))]);
  fixture.info->outcome = g_test_rand_int_range (ILV_TRACE_OUTCOME_RUNNING, ILV_TRACE_OUTCOME_CANCELLED + 1);
  for (guint task = 0; task < n_tasks; task++)
    add_odd_spans (&fixture, task, n_tasks, n_workers);
  for (int n = n_tasks > 0 ? g_test_rand_int_range (0, 60) : 0; n > 0; n--)
    {
      IlvFlow flow = { g_test_rand_int_range (0, 500 * 1000 * 1000), (guint) g_test_rand_int_range (0, (gint32) n_tasks),
                       (guint) g_test_rand_int_range (0, (gint32) n_tasks), g_test_rand_int_range (0, ILV_FLOW_LOCK + 1) };

      g_array_append_val (fixture.flows, flow);
    }
  return trace_fixture_end (&fixture);
}

G_GNUC_UNUSED static void
assert_same_spans (IlvTrace *trace, IlvTrace *expected)
{
  gsize n_spans, n_expected;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  const IlvSpan *others = ilv_trace_get_spans (expected, &n_expected);

  g_assert_cmpuint (n_spans, ==, n_expected);
  for (gsize i = 0; i < n_spans; i++)
    {
      g_assert_cmpint (spans[i].start_ns, ==, others[i].start_ns);
      g_assert_cmpint (spans[i].end_ns, ==, others[i].end_ns);
      g_assert_cmpuint (spans[i].task, ==, others[i].task);
      g_assert_cmpuint (spans[i].worker, ==, others[i].worker);
      g_assert_cmpint (spans[i].processor, ==, others[i].processor);
      g_assert_cmpuint (spans[i].peer, ==, others[i].peer);
      g_assert_cmpuint (spans[i].state, ==, others[i].state);
      g_assert_cmpuint (spans[i].colour, ==, others[i].colour);
      g_assert_cmpstr (
        ilv_trace_info_get_step (ilv_trace_get_info (trace), spans[i].task, spans[i].step), ==,
        ilv_trace_info_get_step (ilv_trace_get_info (expected), others[i].task, others[i].step));
    }
}

G_GNUC_UNUSED static void
assert_same_flows (IlvTrace *trace, IlvTrace *expected)
{
  gsize n_flows, n_expected;
  const IlvFlow *flows = ilv_trace_get_flows (trace, &n_flows);
  const IlvFlow *others = ilv_trace_get_flows (expected, &n_expected);

  g_assert_cmpuint (n_flows, ==, n_expected);
  for (gsize i = 0; i < n_flows; i++)
    {
      g_assert_cmpint (flows[i].time_ns, ==, others[i].time_ns);
      g_assert_cmpuint (flows[i].from_task, ==, others[i].from_task);
      g_assert_cmpuint (flows[i].to_task, ==, others[i].to_task);
      g_assert_cmpuint (flows[i].kind, ==, others[i].kind);
    }
}

G_GNUC_UNUSED static void
assert_same_lanes (IlvTrace *trace, IlvTrace *expected)
{
  for (guint grouping = 0; grouping <= ILV_GROUPING_TASK; grouping++)
    {
      g_autoptr (IlvLaneIndex) lanes = ilv_lane_index_new (trace, grouping);
      g_autoptr (IlvLaneIndex) others = ilv_lane_index_new (expected, grouping);

      g_assert_cmpuint (ilv_lane_index_get_n_lanes (lanes), ==,
                        ilv_lane_index_get_n_lanes (others));
      for (guint i = 0; i < ilv_lane_index_get_n_lanes (lanes); i++)
        g_assert_cmpstr (ilv_lane_index_get_label (lanes, i), ==,
                         ilv_lane_index_get_label (others, i));
    }
}

G_GNUC_UNUSED static void
assert_same_figures (IlvTrace *trace, IlvTrace *expected)
{
  IlvFigures figures, others;

  ilv_figures_compute (&figures, trace);
  ilv_figures_compute (&others, expected);
  g_assert_cmpint (figures.makespan_ns, ==, others.makespan_ns);
  g_assert_cmpint (figures.cpu_time_ns, ==, others.cpu_time_ns);
  g_assert_cmpint (figures.strangers_ns, ==, others.strangers_ns);
  g_assert_cmpuint (figures.slices, ==, others.slices);
  g_assert_cmpuint (figures.n_tasks, ==, others.n_tasks);
  g_assert_cmpint (figures.voluntary_switches, ==, others.voluntary_switches);
  g_assert_cmpint (figures.involuntary_switches, ==, others.involuntary_switches);
  g_assert_cmpuint (figures.max_parallelism, ==, others.max_parallelism);
  g_assert_cmpfloat (figures.utilisation, ==, others.utilisation);
  g_assert_cmpfloat (figures.speedup, ==, others.speedup);
}

G_GNUC_UNUSED static void
assert_same (IlvTrace *trace, IlvTrace *expected)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  const IlvTraceInfo *other = ilv_trace_get_info (expected);

  g_assert_cmpstr (info->strategy, ==, other->strategy);
  g_assert_cmpint (info->is_model, ==, other->is_model);
  g_assert_cmpint (info->outcome, ==, other->outcome);
  g_assert_cmpint (info->clock_base_ns, ==, other->clock_base_ns);
  g_assert_cmpint (info->slice_asked_ns, ==, other->slice_asked_ns);
  g_assert_cmpint (info->slice_given_ns, ==, other->slice_given_ns);
  g_assert_cmpstr (info->notes->pdata[0], ==, other->notes->pdata[0]);
  g_assert_cmpuint (info->results->len, ==, other->results->len);
  g_assert_cmpuint (ilv_trace_info_count_failures (info), ==,
                    ilv_trace_info_count_failures (other));
  assert_same_spans (trace, expected);
  assert_same_flows (trace, expected);
  assert_same_lanes (trace, expected);
  assert_same_figures (trace, expected);
}
