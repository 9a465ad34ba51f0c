/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace.h"

static GArray *
spans_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (IlvSpan));
}

static void
add_span (GArray *spans, guint32 task, gint64 start_ns, gint64 end_ns)
{
  IlvSpan span = {
    .start_ns = start_ns,
    .end_ns = end_ns,
    .task = task,
    .worker = ILV_NO_WORKER,
    .processor = ILV_NO_PROCESSOR,
    .step = ILV_NO_STEP,
    .peer = ILV_NO_PEER,
    .state = ILV_STATE_READY,
  };

  g_array_append_val (spans, span);
}

static void
test_empty (void)
{
  IlvTrace *trace = ilv_trace_new (ilv_trace_info_new ("model", 1), spans_new (), NULL);
  gsize n = 7;

  ilv_trace_get_spans (trace, &n);
  g_assert_cmpuint (n, ==, 0);
  n = 7;
  ilv_trace_get_flows (trace, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (ilv_trace_get_duration_ns (trace), ==, 0);
  g_assert_cmpint (ilv_trace_get_next_event_ns (trace, -1), ==, -1);
  g_assert_cmpint (ilv_trace_get_previous_event_ns (trace, 1), ==, -1);
  g_assert_finalize_object (trace);
}

static void
test_order (void)
{
  IlvTraceInfo *info = ilv_trace_info_new ("model", 1);
  GArray *spans = spans_new ();
  GArray *flows = g_array_new (FALSE, FALSE, sizeof (IlvFlow));
  IlvFlow later = { .time_ns = 9, .from_task = 1, .to_task = 0, .kind = ILV_FLOW_LOCK };
  IlvFlow sooner = { .time_ns = 3, .from_task = 0, .to_task = 1, .kind = ILV_FLOW_SPAWNED };
  const IlvSpan *sorted;
  const IlvFlow *sorted_flows;
  g_autoptr (IlvTrace) trace = NULL;
  gsize n;

  add_span (spans, 1, 10, 20);
  add_span (spans, 0, 10, 50);
  add_span (spans, 2, 0, 30);
  g_array_append_val (flows, later);
  g_array_append_val (flows, sooner);
  trace = ilv_trace_new (info, spans, flows);

  sorted = ilv_trace_get_spans (trace, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (sorted[0].task, ==, 2);
  g_assert_cmpuint (sorted[1].task, ==, 0);
  g_assert_cmpuint (sorted[2].task, ==, 1);
  sorted_flows = ilv_trace_get_flows (trace, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (sorted_flows[0].time_ns, ==, 3);
  g_assert_cmpint (sorted_flows[0].kind, ==, ILV_FLOW_SPAWNED);
  g_assert_cmpint (sorted_flows[1].time_ns, ==, 9);
  g_assert_cmpint (ilv_trace_get_duration_ns (trace), ==, 50);
  g_assert_true (ilv_trace_get_info (trace) == info);
}

static void
test_live (void)
{
  IlvTraceInfo *info = ilv_trace_info_new ("sequential", 1);
  g_autoptr (IlvTrace) live = ilv_trace_new (ilv_trace_info_copy (info), spans_new (), NULL);
  g_autoptr (IlvTrace) finished = NULL;

  info->outcome = ILV_TRACE_OUTCOME_CANCELLED;
  finished = ilv_trace_new (info, spans_new (), NULL);
  g_assert_true (ilv_trace_is_live (live));
  g_assert_false (ilv_trace_is_live (finished));
}

static void
assert_events (IlvTrace *trace, gint64 time_ns)
{
  const IlvSpan *spans;
  gint64 next = -1;
  gint64 previous = -1;
  gsize n;

  spans = ilv_trace_get_spans (trace, &n);
  for (gsize i = 0; i < n; i++)
    {
      const gint64 times[] = { spans[i].start_ns, spans[i].end_ns };

      for (guint j = 0; j < G_N_ELEMENTS (times); j++)
        {
          if (times[j] > time_ns && (next < 0 || times[j] < next))
            next = times[j];
          if (times[j] < time_ns && times[j] > previous)
            previous = times[j];
        }
    }
  g_assert_cmpint (ilv_trace_get_next_event_ns (trace, time_ns), ==, next);
  g_assert_cmpint (ilv_trace_get_previous_event_ns (trace, time_ns), ==, previous);
}

/* Against a look at every span; with enough of them for several blocks, and very long ones among
 * short ones. */
static void
test_events (void)
{
  for (guint round = 0; round < 20; round++)
    {
      GArray *spans = spans_new ();
      g_autoptr (IlvTrace) trace = NULL;
      guint n_tasks = g_test_rand_int_range (1, 6);
      gint64 duration;

      for (guint task = 0; task < n_tasks; task++)
        {
          gint64 time_ns = g_test_rand_int_range (0, 50);
          guint n_spans = g_test_rand_int_range (1, 600);

          for (guint i = 0; i < n_spans; i++)
            {
              gint64 length = g_test_rand_int_range (1, i % 97 == 0 ? 5000 : 20);

              add_span (spans, task, time_ns, time_ns + length);
              time_ns += length + (g_test_rand_bit () ? 0 : g_test_rand_int_range (0, 10));
            }
        }
      trace = ilv_trace_new (ilv_trace_info_new ("model", 1), spans, NULL);
      duration = ilv_trace_get_duration_ns (trace);
      for (guint i = 0; i < 100; i++)
        assert_events (trace, g_test_rand_int_range (-2, (gint32) duration + 3));
      assert_events (trace, 0);
      assert_events (trace, duration);
      assert_events (trace, G_MAXINT64);
      assert_events (trace, G_MININT64);
    }
}

static void
assert_overlaps (IlvTrace *trace, gint64 from_ns, gint64 to_ns)
{
  const IlvSpan *spans;
  gsize n_spans, found = 0;

  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      if (spans[i].start_ns >= to_ns || spans[i].end_ns <= from_ns)
        continue;
      found = ilv_trace_find_overlap (trace, found, from_ns, to_ns);
      g_assert_cmpuint (found, ==, i);
      found++;
    }
  g_assert_cmpuint (ilv_trace_find_overlap (trace, found, from_ns, to_ns), ==, n_spans);
}

/* Against a look at every span, with very long ones among short ones. */
static void
test_overlaps (void)
{
  for (guint round = 0; round < 20; round++)
    {
      GArray *spans = spans_new ();
      g_autoptr (IlvTrace) trace = NULL;
      guint n_spans = round == 0 ? 40000 : g_test_rand_int_range (0, 3000);

      for (guint i = 0; i < n_spans; i++)
        {
          gint64 start_ns = g_test_rand_int_range (0, 5000);

          add_span (spans, i, start_ns,
                    start_ns + g_test_rand_int_range (1, i % 497 == 0 ? 5000 : 9));
        }
      trace = ilv_trace_new (ilv_trace_info_new ("model", 1), spans, NULL);
      for (guint i = 0; i < 50; i++)
        {
          gint64 from_ns = g_test_rand_int_range (-5, 10000);

          assert_overlaps (trace, from_ns, from_ns + g_test_rand_int_range (1, 40));
        }
      assert_overlaps (trace, G_MININT64, G_MAXINT64);
    }
}

static void
test_find_next (void)
{
  GArray *spans = spans_new ();
  g_autoptr (IlvTrace) trace = NULL;
  const IlvSpan *all;
  gsize n_spans;

  add_span (spans, 0, 0, 5);
  add_span (spans, 1, 0, 9);
  add_span (spans, 0, 5, 8);
  add_span (spans, 1, 9, 10);
  trace = ilv_trace_new (ilv_trace_info_new ("model", 1), spans, NULL);
  all = ilv_trace_get_spans (trace, &n_spans);
  g_assert_true (ilv_trace_find_next (trace, 0, 0) == &all[0]);
  g_assert_true (ilv_trace_find_next (trace, 0, 1) == &all[2]);
  g_assert_true (ilv_trace_find_next (trace, 0, 5) == &all[2]);
  g_assert_null (ilv_trace_find_next (trace, 0, 6));
  g_assert_true (ilv_trace_find_next (trace, 1, 6) == &all[3]);
  g_assert_null (ilv_trace_find_next (trace, 2, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/trace/empty", test_empty);
  g_test_add_func ("/trace/trace/order", test_order);
  g_test_add_func ("/trace/trace/live", test_live);
  g_test_add_func ("/trace/trace/events", test_events);
  g_test_add_func ("/trace/trace/overlaps", test_overlaps);
  g_test_add_func ("/trace/trace/find-next", test_find_next);

  return g_test_run ();
}
