/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-summary.h"

#include "trace-fixture.h"

static IlvTrace *
make_trace (gint64 time_ms, IlvTraceOutcome outcome, gboolean fails)
{
  TraceFixture fixture = trace_fixture_begin ("sequential", 1, 1);

  fixture.info->outcome = outcome;
  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, -1, 0, time_ms * MS);
  if (fails)
    ilv_trace_info_add_result (fixture.info, 1, 0, 0, ILV_RESULT_FAILURE, "500", NULL);
  return trace_fixture_end (&fixture);
}

/* @times_ms: of each run; below 0 for one that was stopped, 0 for one that was not made. */
static void
assert_sentence (const gint64 times_ms[4], gboolean fails, const char *expected)
{
  static const char *const titles[] = { "A plain loop", "await in a loop", "A pool",
                                        "All at once" };
  IlvRacer racers[4];
  g_autofree char *text = NULL;

  for (guint i = 0; i < 4; i++)
    {
      IlvTraceOutcome outcome =
        times_ms[i] < 0 ? ILV_TRACE_OUTCOME_CANCELLED : ILV_TRACE_OUTCOME_FINISHED;

      racers[i].title = titles[i];
      racers[i].trace = times_ms[i] != 0 ? make_trace (ABS (times_ms[i]), outcome, fails) : NULL;
    }
  text = ilv_race_summary_compare (racers, 4);
  g_assert_cmpstr (text, ==, expected);
  for (guint i = 0; i < 4; i++)
    g_clear_object (&racers[i].trace);
}

static void
test_sentences (void)
{
  assert_sentence (
    (gint64[]){ 2050, 2060, 420, 106 }, FALSE,
    "“All at once” finished 19.3 times sooner than “A plain loop”. “await in a loop” "
    "was no sooner at all. “A pool” finished 4.9 times sooner.");
  assert_sentence (
    (gint64[]){ 1000, 1010, 990, 1000 }, FALSE,
    "Nothing was clearly sooner than “A plain loop”. “await in a loop” was no sooner at "
    "all. “All at once” was no sooner at all.");
  assert_sentence (
    (gint64[]){ 100, 200, 80, 50 }, FALSE,
    "“All at once” finished 2.0 times sooner than “A plain loop”. “await in a loop” took "
    "2.0 times as long. “A pool” finished 1.2 times sooner.");
}

/* What was not run is passed over; the first that finished is what the others are compared with. */
static void
test_incomplete (void)
{
  assert_sentence ((gint64[]){ 0, 0, 0, 0 }, FALSE, NULL);
  assert_sentence ((gint64[]){ 2000, 0, 0, 0 }, FALSE, NULL);
  assert_sentence ((gint64[]){ 2000, -300, 0, 0 }, FALSE, NULL);
  assert_sentence (
    (gint64[]){ -100, 2000, 0, 500 }, FALSE,
    "“All at once” finished 4.0 times sooner than “await in a loop”. “A plain loop” did "
    "not finish.");
}

static void
test_failures (void)
{
  assert_sentence (
    (gint64[]){ 2000, 0, 0, 500 }, TRUE,
    "“All at once” finished 4.0 times sooner than “A plain loop”. Some requests failed "
    "and were not tried again, so compare the times with care.");
}

/* The short form, and the numbers alone. */
static void
test_times (void)
{
  g_autoptr (IlvTrace) loop = make_trace (2000, ILV_TRACE_OUTCOME_FINISHED, FALSE);
  g_autoptr (IlvTrace) stopped = make_trace (100, ILV_TRACE_OUTCOME_CANCELLED, FALSE);
  g_autoptr (IlvTrace) pool = make_trace (500, ILV_TRACE_OUTCOME_FINISHED, FALSE);
  g_autoptr (IlvTrace) failing = make_trace (100, ILV_TRACE_OUTCOME_FINISHED, TRUE);
  const IlvRacer racers[] = { { "Nothing", NULL }, { "Loop", loop }, { "Stopped", stopped },
                              { "Pool", pool }, { "Failing", failing } };
  g_autofree char *soonest = ilv_race_summary_tell_soonest (racers, 4);
  g_autofree char *caution = ilv_race_summary_tell_soonest (racers, 5);

  g_assert_cmpstr (soonest, ==, "“Pool” finished 4.0 times sooner than “Loop”.");
  g_assert_cmpstr (caution, ==,
                   "Some requests failed and were not tried again, so compare the times with care.");
  g_assert_null (ilv_race_summary_tell_soonest (racers, 3));
  g_assert_cmpfloat (ilv_race_summary_get_times (racers, 4, 0), ==, 0);
  g_assert_cmpfloat (ilv_race_summary_get_times (racers, 4, 1), ==, 0);
  g_assert_cmpfloat (ilv_race_summary_get_times (racers, 4, 2), ==, 0);
  g_assert_cmpfloat (ilv_race_summary_get_times (racers, 5, 3), ==, 4);
  g_assert_cmpfloat (ilv_race_summary_get_times (racers, 5, 4), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/race-summary/sentences", test_sentences);
  g_test_add_func ("/trace/race-summary/incomplete", test_incomplete);
  g_test_add_func ("/trace/race-summary/failures", test_failures);
  g_test_add_func ("/trace/race-summary/times", test_times);
  return g_test_run ();
}
