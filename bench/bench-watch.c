/* SPDX-License-Identifier: GPL-3.0-or-later */

/* By how much measuring slows the work that is measured: the same number of quanta computed bare,
 * and by a worker that looks after each of them whether it lost its processor, in turn. Counted by
 * the thread's CPU clock, so that what others do meanwhile does not matter, but for the caches; of
 * each pair the ratio, of all ratios the median. Then the same with a second thread that competes
 * for the processor, so that there are absences to be noted. */

#include <stdlib.h>

#include "ilv-processors.h"
#include "ilv-recorder.h"
#include "ilv-work.h"
#include "ilv-worker.h"

#define N_QUANTA 2000 /* 10 ms */
#define N_ROUNDS 151
#define BUDGET 1.015

static atomic_int never;

static gboolean
compute (gpointer data)
{
  guint *left = data;

  ilv_work_run_quantum ();
  return --*left > 0;
}

/* The loop of a worker without the worker. */
static gint64
time_bare (void)
{
  gint64 before_ns = ilv_clock_thread_cpu_time_ns ();
  guint left = N_QUANTA;

  while (compute (&left) && atomic_load_explicit (&never, memory_order_relaxed) == 0)
    ;
  return ilv_clock_thread_cpu_time_ns () - before_ns;
}

static gint64
time_measured (IlvWorker *worker)
{
  guint left = N_QUANTA;
  gint64 before_ns, spent_ns;

  ilv_worker_set_state (worker, 0, ILV_STATE_RUNNING, 0, ILV_NO_PEER);
  before_ns = ilv_clock_thread_cpu_time_ns ();
  ilv_worker_compute (worker, compute, &left, G_MAXUINT64, &never);
  spent_ns = ilv_clock_thread_cpu_time_ns () - before_ns;
  ilv_worker_set_state (worker, 0, ILV_STATE_ENDED, ILV_NO_STEP, ILV_NO_PEER);
  return spent_ns;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
measure (const char *name)
{
  IlvTraceInfo *info = ilv_trace_info_new ("bench", 1);
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  g_autoptr (IlvWorker) worker = NULL;
  double ratios[N_ROUNDS];

  ilv_trace_info_add_task (info, "A", NULL);
  ilv_recorder_begin (recorder, info);
  worker = ilv_worker_new (recorder, "worker", ilv_processors_get_number (0));
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 first_ns = i % 2 == 0 ? time_bare () : time_measured (worker);
      gint64 second_ns = i % 2 == 0 ? time_measured (worker) : time_bare ();

      ratios[i] = i % 2 == 0 ? (double) second_ns / first_ns : (double) first_ns / second_ns;
    }
  ilv_worker_leave (worker);
  qsort (ratios, N_ROUNDS, sizeof *ratios, compare_doubles);
  g_print ("%s: the measured work takes %.4f times the bare work, quartiles %.4f and %.4f "
           "(budget %.3f)\n",
           name, ratios[N_ROUNDS / 2], ratios[N_ROUNDS / 4], ratios[3 * N_ROUNDS / 4], BUDGET);
}

static gpointer
compete (gpointer data)
{
  atomic_bool *is_over = data;

  ilv_processors_pin_thread (ilv_processors_get_number (0), NULL);
  while (!atomic_load (is_over))
    ilv_work_run_quantum ();
  return NULL;
}

int
main (void)
{
  atomic_bool is_over = FALSE;
  GThread *thread;

  ilv_work_calibrate ();
  measure ("alone");
  thread = g_thread_new ("competitor", compete, &is_over);
  measure ("beside a competitor");
  atomic_store (&is_over, TRUE);
  g_thread_join (thread);
  return 0;
}
