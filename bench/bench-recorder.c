/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one record costs (a clock read and an append) beside a bare clock read in the same process:
 * by one writer, and by two at once. A round is as long as a new buffer has room for, as a step of
 * a worker is; what linking further chunks between the steps costs is shown by itself. */

#include "ilv-record-buffer.h"

#define N_RECORDS (2 * ILV_RECORD_CHUNK_SIZE)
#define N_ROUNDS 401
#define MAX_THREADS 2

typedef struct
{
  double bare_ns[N_ROUNDS];
  double record_ns[N_ROUNDS];
  double reserve_ns[N_ROUNDS];
} Costs;

static gint64 volatile sink;
static _Atomic guint n_arrived;

static double
measure_bare (void)
{
  gint64 begin_ns = ilv_clock_now_ns ();
  gint64 last_ns = 0;

  for (guint i = 0; i < N_RECORDS; i++)
    last_ns ^= ilv_clock_now_ns ();
  sink = last_ns;
  return (double) (ilv_clock_now_ns () - begin_ns) / N_RECORDS;
}

static double
measure_records (IlvRecordBuffer *buffer)
{
  gint64 begin_ns = ilv_clock_now_ns ();

  for (guint i = 0; i < N_RECORDS; i++)
    {
      IlvRecord record = {
        .time_ns = ilv_clock_now_ns (),
        .task = i & 1,
        .processor = (gint16) (i & 7),
        .step = 3,
        .peer = ILV_NO_PEER,
        .state = i & 1 ? ILV_STATE_RUNNING : ILV_STATE_READY,
        .kind = ILV_RECORD_STATE,
      };

      ilv_record_buffer_append (buffer, &record);
    }
  return (double) (ilv_clock_now_ns () - begin_ns) / N_RECORDS;
}

static double
measure_reserve (IlvRecordBuffer *buffer)
{
  gint64 begin_ns = ilv_clock_now_ns ();

  ilv_record_buffer_reserve (buffer);
  return (double) (ilv_clock_now_ns () - begin_ns) / ILV_RECORD_CHUNK_SIZE;
}

/* Waits, busily, until @n_threads are here: so that they are on processors of their own. */
static void
meet (guint n_threads)
{
  guint turn = atomic_fetch_add (&n_arrived, 1) / n_threads;

  while (atomic_load (&n_arrived) / n_threads == turn)
    ;
}

static void
measure (Costs *costs, guint n_threads)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (IlvRecordBuffer) buffer = ilv_record_buffer_new ();

      meet (n_threads);
      costs->bare_ns[i] = measure_bare ();
      meet (n_threads);
      costs->record_ns[i] = measure_records (buffer);
      costs->reserve_ns[i] = measure_reserve (buffer);
    }
}

static gpointer
measure_beside (gpointer data)
{
  measure (data, MAX_THREADS);
  return NULL;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_median (double *values)
{
  qsort (values, N_ROUNDS, sizeof *values, compare_doubles);
  return values[N_ROUNDS / 2];
}

static void
print_costs (const char *who, Costs *costs)
{
  double bare_ns = get_median (costs->bare_ns);
  double record_ns = get_median (costs->record_ns);

  g_print ("%s: clock read %.1f ns, record %.1f ns, ratio %.2f (budget 1.30); "
           "linking chunks between steps %.1f ns a record\n",
           who, bare_ns, record_ns, record_ns / bare_ns, get_median (costs->reserve_ns));
}

int
main (void)
{
  g_autofree Costs *first = g_new0 (Costs, 1);
  g_autofree Costs *second = g_new0 (Costs, 1);
  GThread *thread;

  measure (first, 1);
  print_costs ("one writer", first);

  if (g_get_num_processors () < MAX_THREADS)
    {
      g_print ("two writers: not measured on one processor\n");
      return 0;
    }
  atomic_store (&n_arrived, 0);
  thread = g_thread_new ("writer", measure_beside, second);
  measure (first, MAX_THREADS);
  g_thread_join (thread);
  print_costs ("two writers, first", first);
  print_costs ("two writers, second", second);
  return 0;
}
