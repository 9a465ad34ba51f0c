/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-search.h"

#include "trace-fixture.h"

static gssize
search (IlvTrace *trace, gsize from, gboolean forward, guint32 task, IlvState state, gsize step)
{
  IlvSpanSearch search;

  ilv_span_search_init (&search, trace, from, forward, task, state);
  while (!ilv_span_search_go_on (&search, step))
    ;
  return search.found;
}

static void
test_empty (void)
{
  TraceFixture fixture = trace_fixture_begin ("sequential", 1, 1);
  g_autoptr (IlvTrace) trace = trace_fixture_end (&fixture);

  g_assert_cmpint (search (trace, 0, TRUE, 0, ILV_STATE_RUNNING, 1), ==, -1);
  g_assert_cmpint (search (trace, 7, FALSE, 0, ILV_STATE_RUNNING, 1), ==, -1);
  g_assert_cmpuint (ilv_span_search_find_start (trace, 0), ==, 0);
}

/* No step looks at more than it may. */
static void
test_steps (void)
{
  TraceFixture fixture = trace_fixture_begin ("sequential", 1, 1);
  g_autoptr (IlvTrace) trace = NULL;
  IlvSpanSearch search;

  for (guint i = 0; i < 10; i++)
    trace_fixture_add (&fixture, 0, i == 9 ? ILV_STATE_BLOCKED : ILV_STATE_RUNNING, 0, i, i + 1);
  trace = trace_fixture_end (&fixture);
  ilv_span_search_init (&search, trace, 0, TRUE, 0, ILV_STATE_BLOCKED);
  g_assert_false (ilv_span_search_go_on (&search, 5));
  g_assert_false (ilv_span_search_go_on (&search, 4));
  g_assert_true (ilv_span_search_go_on (&search, 1));
  g_assert_cmpint (search.found, ==, 9);
}

static gssize
search_slowly (IlvTrace *trace, gsize from, gboolean forward, guint32 task, IlvState state)
{
  const IlvSpan *spans;
  gssize found = -1;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      if (spans[i].state != state || (task != ILV_SPAN_SEARCH_ANY_TASK && spans[i].task != task))
        continue;
      if (forward && i >= from && found < 0)
        found = (gssize) i;
      if (!forward && i < from)
        found = (gssize) i;
    }
  return found;
}

static void
assert_starts (IlvTrace *trace, gint64 time_ns)
{
  gsize found = ilv_span_search_find_start (trace, time_ns);
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  g_assert_true (found == 0 || spans[found - 1].start_ns < time_ns);
  g_assert_true (found == n_spans || spans[found].start_ns >= time_ns);
}

static void
test_random (void)
{
  for (guint run = 0; run < 200; run++)
    {
      TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 3);
      guint n_spans = g_test_rand_int_range (1, 40);
      g_autoptr (IlvTrace) trace = NULL;
      guint32 task = g_test_rand_bit () ? (guint32) g_test_rand_int_range (0, 3) : ILV_SPAN_SEARCH_ANY_TASK;
      gsize from = (gsize) g_test_rand_int_range (0, (int) n_spans + 1);
      IlvState state = (IlvState) g_test_rand_int_range (0, ILV_N_SPAN_STATES);

      for (guint i = 0; i < n_spans; i++)
        trace_fixture_add (&fixture, i % 3, g_test_rand_int_range (0, ILV_N_SPAN_STATES), 0, 10 * i,
                           10 * i + g_test_rand_int_range (0, 30));
      trace = trace_fixture_end (&fixture);
      for (int forward = 0; forward <= 1; forward++)
        g_assert_cmpint (search (trace, from, forward, task, state, run % 5 + 1), ==,
                         search_slowly (trace, from, forward, task, state));
      assert_starts (trace, g_test_rand_int_range (-5, 500));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/span-search/empty", test_empty);
  g_test_add_func ("/trace/span-search/steps", test_steps);
  g_test_add_func ("/trace/span-search/random", test_random);

  return g_test_run ();
}
