/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-in-flight.h"

#include "trace-fixture.h"

static void
add_request (TraceFixture *fixture, guint task, gint64 start_ms, gint64 end_ms)
{
  trace_fixture_add (fixture, task, ILV_STATE_WAITING, -1, start_ms * MS, end_ms * MS)->step = 0;
}

static void
assert_rows (TraceFixture *fixture, const guint *rows, guint n_rows, guint most)
{
  g_autoptr (IlvTrace) trace = trace_fixture_end (fixture);
  g_autoptr (GArray) requests = ilv_in_flight_find (trace);

  g_assert_cmpuint (requests->len, ==, n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_assert_cmpuint (g_array_index (requests, IlvInFlight, i).row, ==, rows[i]);
  g_assert_cmpuint (ilv_in_flight_get_most (requests), ==, most);
}

static void
test_rows (void)
{
  TraceFixture one_by_one = trace_fixture_begin ("sequential", 1, 3);
  TraceFixture at_once = trace_fixture_begin ("event-loop", 1, 3);
  TraceFixture pool = trace_fixture_begin ("thread-pool", 2, 6);
  TraceFixture none = trace_fixture_begin ("sequential", 1, 1);

  for (guint i = 0; i < 3; i++)
    {
      add_request (&one_by_one, i, i * 10, i * 10 + 10);
      add_request (&at_once, i, i, 20);
    }
  assert_rows (&one_by_one, (guint[]){ 0, 0, 0 }, 3, 1);
  assert_rows (&at_once, (guint[]){ 0, 1, 2 }, 3, 3);

  /* The lowest free row, not the one that was free first. */
  add_request (&pool, 0, 0, 30);
  add_request (&pool, 1, 0, 10);
  add_request (&pool, 2, 0, 5);
  add_request (&pool, 3, 12, 40);
  add_request (&pool, 4, 12, 40);
  add_request (&pool, 5, 30, 40);
  assert_rows (&pool, (guint[]){ 0, 1, 2, 1, 2, 0 }, 6, 3);
  assert_rows (&none, NULL, 0, 0);
}

/* Only waits for the world count. */
static void
test_others (void)
{
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 5);

  add_request (&fixture, 0, 0, 10);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 0, 0, 10 * MS)->step = 0;
  trace_fixture_add (&fixture, 2, ILV_STATE_WAITING, -1, 0, 10 * MS);
  trace_fixture_add (&fixture, 3, ILV_STATE_BLOCKED, -1, 0, 10 * MS)->step = 0;
  add_request (&fixture, 4, 0, 10);
  g_array_index (fixture.spans, IlvSpan, 4).peer = 0;
  assert_rows (&fixture, (guint[]){ 0 }, 1, 1);
}

/* However they lie: no two in one row at once, and as many rows as were under way at some moment.
 */
static void
test_random (void)
{
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 1);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (GArray) requests = NULL;
  guint most = 0;

  for (guint i = 0; i < 400; i++)
    {
      gint64 start_ms = g_test_rand_int_range (0, 1000);

      add_request (&fixture, 0, start_ms, start_ms + g_test_rand_int_range (1, 100));
    }
  trace = trace_fixture_end (&fixture);
  requests = ilv_in_flight_find (trace);
  for (guint i = 0; i < requests->len; i++)
    {
      const IlvInFlight *a = &g_array_index (requests, IlvInFlight, i);
      guint n_with = 0;

      for (guint j = 0; j <= i; j++)
        {
          const IlvInFlight *b = &g_array_index (requests, IlvInFlight, j);

          g_assert_true (i == j || a->row != b->row || b->end_ns <= a->start_ns);
          n_with += b->end_ns > a->start_ns;
        }
      most = MAX (most, n_with);
    }
  g_assert_cmpuint (ilv_in_flight_get_most (requests), ==, most);
}

static void
test_average (void)
{
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 3);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (GArray) requests = NULL;
  double averages[4];

  add_request (&fixture, 0, 0, 40);
  add_request (&fixture, 1, 5, 25);
  add_request (&fixture, 2, 12, 14);
  add_request (&fixture, 3, 39, 100);
  add_request (&fixture, 4, 50, 60);
  trace = trace_fixture_end (&fixture);
  requests = ilv_in_flight_find (trace);
  ilv_in_flight_average (requests, 0, 10 * MS, 4, averages);
  g_assert_cmpfloat_with_epsilon (averages[0], 1.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (averages[1], 2.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (averages[2], 1.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (averages[3], 1.1, 1e-9);

  /* A part of the time only. */
  ilv_in_flight_average (requests, 15 * MS, 5 * MS, 2, averages);
  g_assert_cmpfloat_with_epsilon (averages[0], 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (averages[1], 2, 1e-9);
}

static void
test_failures (void)
{
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 3);
  g_autoptr (IlvTrace) trace = NULL;

  ilv_trace_info_add_result (fixture.info, 1, 0, 0, ILV_RESULT_TEXT, "Pikachu", NULL);
  ilv_trace_info_add_result (fixture.info, 2, 1, 0, ILV_RESULT_FAILURE, "500", NULL);
  ilv_trace_info_add_result (fixture.info, 3, 2, 0, ILV_RESULT_FAILURE, "500", NULL);
  trace = trace_fixture_end (&fixture);
  g_assert_cmpuint (ilv_in_flight_count_failures (trace), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/in-flight/rows", test_rows);
  g_test_add_func ("/trace/in-flight/others", test_others);
  g_test_add_func ("/trace/in-flight/random", test_random);
  g_test_add_func ("/trace/in-flight/average", test_average);
  g_test_add_func ("/trace/in-flight/failures", test_failures);
  return g_test_run ();
}
