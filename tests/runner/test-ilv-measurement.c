/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-measurement.h"

#include <math.h>

#include "../trace/trace-fixture.h"

/* Two tasks of 400 ms, in turns of 10 ms on one processor. */
static IlvTrace *
create_turns (void)
{
  TraceFixture fixture = trace_fixture_begin ("time-sliced", 1, 2);

  trace_fixture_add_turns (&fixture, 0, 400 * MS, 10 * MS);
  fixture.info->cpu_time_ns = 800 * MS;
  fixture.info->voluntary_switches = 2;
  fixture.info->involuntary_switches = 80;
  return trace_fixture_end (&fixture);
}

/* The same work on two processors. */
static IlvTrace *
create_pieces (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 2);

  trace_fixture_add_pieces (&fixture, 0, 400 * MS);
  fixture.info->cpu_time_ns = 1000 * MS;
  return trace_fixture_end (&fixture);
}

/* Three tasks that wait for the world: two at once, then a third; and one that awaits another. */
static IlvTrace *
create_waits (void)
{
  static const gint64 beats_ns[] = { 10 * MS, 20 * MS, 170 * MS, 180 * MS };
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 4);

  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, -1, 0, 100 * MS)->step = 0;
  trace_fixture_add (&fixture, 1, ILV_STATE_WAITING, -1, 20 * MS, 120 * MS)->step = 0;
  trace_fixture_add (&fixture, 2, ILV_STATE_WAITING, -1, 100 * MS, 200 * MS)->step = 0;
  trace_fixture_add (&fixture, 3, ILV_STATE_WAITING, -1, 0, 200 * MS)->step = 0;
  g_array_index (fixture.spans, IlvSpan, 3).peer = 2;
  fixture.info->beat_period_ns = 10 * MS;
  g_array_append_vals (fixture.info->beats, beats_ns, G_N_ELEMENTS (beats_ns));
  fixture.info->counter_expected = 2000;
  fixture.info->counter_found = 1234;
  ilv_trace_info_add_result (fixture.info, 1, 0, 0, ILV_RESULT_FAILURE, "No", NULL);
  ilv_trace_info_add_result (fixture.info, 2, 0, 0, ILV_RESULT_FAILURE, "Still no", NULL);
  ilv_trace_info_add_result (fixture.info, 3, 2, 0, ILV_RESULT_FAILURE, "No", NULL);
  ilv_trace_info_add_result (fixture.info, 4, 1, 0, ILV_RESULT_TEXT, "pikachu", NULL);
  return trace_fixture_end (&fixture);
}

static void
test_times (void)
{
  g_autoptr (IlvTrace) left = create_turns ();
  g_autoptr (IlvTrace) right = create_pieces ();

#define COMPUTE(measure, is_right) ilv_measurement_compute (ILV_MEASURE_##measure, is_right, left, right)
  g_assert_cmpfloat (COMPUTE (MAKESPAN, FALSE), ==, 800);
  g_assert_cmpfloat (COMPUTE (MAKESPAN, TRUE), ==, 400);
  g_assert_cmpfloat (COMPUTE (MAKESPAN_RATIO, TRUE), ==, 2);
  g_assert_cmpfloat (COMPUTE (MAKESPAN_RATIO, FALSE), ==, 0.5);
  g_assert_cmpfloat (COMPUTE (CPU_TIME, TRUE), ==, 1000);
  g_assert_cmpfloat (COMPUTE (CPU_TIME_RATIO, TRUE), ==, 1.25);
  g_assert_cmpfloat (COMPUTE (CPU_TIME_RATIO, FALSE), ==, 0.8);
  g_assert_cmpfloat (COMPUTE (SPEEDUP, FALSE), ==, 1);
  g_assert_cmpfloat (COMPUTE (SPEEDUP, TRUE), ==, 2.5);
  g_assert_cmpfloat (COMPUTE (MAX_PARALLELISM, FALSE), ==, 1);
  g_assert_cmpfloat (COMPUTE (MAX_PARALLELISM, TRUE), ==, 2);
  g_assert_cmpfloat (COMPUTE (SLICES, FALSE), ==, 80);
  g_assert_cmpfloat (COMPUTE (SLICES, TRUE), ==, 2);
  g_assert_cmpfloat (COMPUTE (SWITCHES, FALSE), ==, 82);
  g_assert_true (isnan (COMPUTE (SWITCHES, TRUE)));
  g_assert_true (isnan (COMPUTE (LOST, FALSE)));
  g_assert_true (isnan (COMPUTE (LONGEST_BEAT, FALSE)));
  g_assert_cmpfloat (COMPUTE (FAILURES, FALSE), ==, 0);
  g_assert_cmpfloat (COMPUTE (IN_FLIGHT, FALSE), ==, 0);
}

static void
test_waits (void)
{
  g_autoptr (IlvTrace) left = create_waits ();
  g_autoptr (IlvTrace) right = create_turns ();

  g_assert_cmpfloat (COMPUTE (IN_FLIGHT, FALSE), ==, 2);
  g_assert_cmpfloat (COMPUTE (FAILURES, FALSE), ==, 2);
  g_assert_cmpfloat (COMPUTE (LOST, FALSE), ==, 766);
  g_assert_cmpfloat (COMPUTE (LONGEST_BEAT, FALSE), ==, 150);
}

/* A loop that is blocked to its end, or that never gave a sign. */
static void
test_beats (void)
{
  static const gint64 beat_ns = 10 * MS;
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 1);
  g_autoptr (IlvTrace) left = NULL;
  g_autoptr (IlvTrace) right = NULL;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 500 * MS);
  fixture.info->beat_period_ns = 10 * MS;
  right = trace_fixture_end (&fixture);
  fixture = trace_fixture_begin ("event-loop", 1, 1);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 500 * MS);
  fixture.info->beat_period_ns = 10 * MS;
  g_array_append_val (fixture.info->beats, beat_ns);
  left = trace_fixture_end (&fixture);

  g_assert_cmpfloat (COMPUTE (LONGEST_BEAT, FALSE), ==, 490);
  g_assert_cmpfloat (COMPUTE (LONGEST_BEAT, TRUE), ==, 500);
}

static void
test_nothing (void)
{
  TraceFixture fixture = trace_fixture_begin ("model", 1, 1);
  g_autoptr (IlvTrace) left = trace_fixture_end (&fixture);
  g_autoptr (IlvTrace) right = create_turns ();

  g_assert_cmpfloat (COMPUTE (MAKESPAN, FALSE), ==, 0);
  g_assert_true (isnan (COMPUTE (MAKESPAN_RATIO, FALSE)));
  g_assert_true (isnan (COMPUTE (CPU_TIME_RATIO, TRUE)));
#undef COMPUTE
}

static void
test_format (void)
{
  static const struct
  {
    IlvMeasure measure;
    double value;
    const char *text;
  } cases[] = {
    { ILV_MEASURE_MAKESPAN, 812, "812 ms" },
    { ILV_MEASURE_CPU_TIME, 1250, "1.25 s" },
    { ILV_MEASURE_LONGEST_BEAT, 0.5, "500 µs" },
    { ILV_MEASURE_MAKESPAN_RATIO, 1.974, "1.97 times" },
    { ILV_MEASURE_SPEEDUP, 1, "1.00 times" },
    { ILV_MEASURE_MAX_PARALLELISM, 1, "1 task at once" },
    { ILV_MEASURE_SLICES, 41, "41 slices" },
    { ILV_MEASURE_SWITCHES, 1, "1 context switch" },
    { ILV_MEASURE_IN_FLIGHT, 20, "20 waits at once" },
    { ILV_MEASURE_LOST, 0, "0 lost additions" },
    { ILV_MEASURE_FAILURES, 2, "2 failed tasks" },
    { ILV_MEASURE_SWITCHES, NAN, "unknown" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ilv_measurement_format (cases[i].measure, cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/measurement/times", test_times);
  g_test_add_func ("/runner/measurement/waits", test_waits);
  g_test_add_func ("/runner/measurement/beats", test_beats);
  g_test_add_func ("/runner/measurement/nothing", test_nothing);
  g_test_add_func ("/runner/measurement/format", test_format);
  return g_test_run ();
}
