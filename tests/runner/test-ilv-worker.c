/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-worker.h"

#include "ilv-work.h"

#define ONE_MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  IlvRecorder *recorder;
  IlvWorker *worker;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvTraceInfo *info = ilv_trace_info_new ("test", 1);

  ilv_work_calibrate ();
  ilv_trace_info_add_task (info, "A", NULL);
  fixture->recorder = ilv_recorder_new ();
  ilv_recorder_begin (fixture->recorder, info);
  ilv_recorder_set_clock_base (fixture->recorder, ilv_clock_now_ns ());
  fixture->worker = ilv_worker_new (fixture->recorder, "worker", ILV_NO_PROCESSOR);
  ilv_worker_set_state (fixture->worker, 0, ILV_STATE_RUNNING, 0, ILV_NO_PEER);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_worker_free (fixture->worker);
  g_object_unref (fixture->recorder);
}

/* (transfer full): what was noted, of which no two spans overlap and no time is missing. */
static IlvTrace *
end (Fixture *fixture)
{
  IlvTrace *trace;
  gsize n_spans;
  const IlvSpan *spans;

  ilv_worker_set_state (fixture->worker, 0, ILV_STATE_ENDED, ILV_NO_STEP, ILV_NO_PEER);
  ilv_worker_leave (fixture->worker);
  ilv_recorder_end (fixture->recorder, ILV_TRACE_OUTCOME_FINISHED, NULL, ilv_clock_now_ns ());
  trace = ilv_recorder_snapshot (fixture->recorder);
  spans = ilv_trace_get_spans (trace, &n_spans);
  g_assert_cmpuint (n_spans, >, 0);
  for (gsize i = 1; i < n_spans; i++)
    g_assert_cmpint (spans[i].start_ns, ==, spans[i - 1].end_ns);
  return trace;
}

static gint64
sum_state (IlvTrace *trace, IlvState state)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  gint64 sum_ns = 0;

  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].state == state)
      sum_ns += spans[i].end_ns - spans[i].start_ns;
  return sum_ns;
}

static void
test_no_sleep (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTrace) trace = NULL;

  ilv_worker_set_state (fixture->worker, 0, ILV_STATE_WAITING, 0, ILV_NO_PEER);
  ilv_work_run_quantum ();
  ilv_worker_resume (fixture->worker, 0, 0);
  trace = end (fixture);
  g_assert_cmpint (sum_state (trace, ILV_STATE_WAITING), ==, 0);
  g_assert_cmpint (sum_state (trace, ILV_STATE_RUNNING), >, 0);
}

/* Computes within the wait, but only before and after the sleep. */
static void
test_sleep (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTrace) trace = NULL;
  gint64 begin_ns = ilv_clock_now_ns ();
  gint64 length_ns;

  ilv_worker_set_state (fixture->worker, 0, ILV_STATE_BLOCKED, 0, ILV_NO_PEER);
  ilv_work_run_quantum ();
  g_usleep (20000);
  ilv_work_run_quantum ();
  ilv_worker_resume (fixture->worker, 0, 0);
  length_ns = ilv_clock_now_ns () - begin_ns;
  trace = end (fixture);
  /* The scheduler's clock is not the alarm's, but nearly so. */
  g_assert_cmpint (sum_state (trace, ILV_STATE_BLOCKED), >, 15 * ONE_MS);
  g_assert_cmpint (sum_state (trace, ILV_STATE_BLOCKED), <, length_ns);
  g_assert_cmpint (sum_state (trace, ILV_STATE_RUNNING), >, 0);
  g_assert_cmpint (sum_state (trace, ILV_STATE_WAITING), ==, 0);
}

static void
test_resume_now (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTrace) trace = NULL;
  gsize n_spans;
  const IlvSpan *spans;
  gint64 now_ns;

  ilv_worker_set_state (fixture->worker, 0, ILV_STATE_BLOCKED, 0, ILV_NO_PEER);
  g_usleep (1000);
  now_ns = ilv_clock_now_ns ();
  ilv_worker_resume_now (fixture->worker, 0, 0);
  trace = end (fixture);
  spans = ilv_trace_get_spans (trace, &n_spans);
  g_assert_cmpint (spans[n_spans - 1].state, ==, ILV_STATE_RUNNING);
  /* From when it may, and not from when its thread came back. */
  for (gsize i = 0, blocked = 0; i < n_spans; i++)
    {
      if (spans[i].state == ILV_STATE_BLOCKED)
        blocked = 1;
      if (blocked == 1 && spans[i].state == ILV_STATE_RUNNING)
        g_assert_cmpint (spans[i].start_ns + ilv_trace_get_info (trace)->clock_base_ns, >=, now_ns);
    }
}

/* A sleep that nobody announced, as at a mutex, is no execution. */
static void
test_unannounced (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTrace) trace = NULL;

  g_usleep (20000);
  trace = end (fixture);
  g_assert_cmpint (sum_state (trace, ILV_STATE_WAITING) + sum_state (trace, ILV_STATE_READY), >,
                   15 * ONE_MS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/runner/worker/no-sleep", Fixture, NULL, set_up, test_no_sleep, tear_down);
  g_test_add ("/runner/worker/sleep", Fixture, NULL, set_up, test_sleep, tear_down);
  g_test_add ("/runner/worker/resume-now", Fixture, NULL, set_up, test_resume_now, tear_down);
  g_test_add ("/runner/worker/unannounced", Fixture, NULL, set_up, test_unannounced, tear_down);
  return g_test_run ();
}
