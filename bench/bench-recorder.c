/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one record costs (a clock read and an append) beside a bare clock read in the same process,
 * and beside the markers of sysprof and LTTng-UST where the bench was built with them: by one
 * writer, and by two at once. A round is as long as a new buffer has room for, as a step of a
 * worker is; what linking further chunks between the steps costs is shown by itself. LTTng's daemon
 * is started for it, and keeps its records in memory; where it is not installed, the tracepoints
 * are there but off, so LTTng is left out. */

#include <gio/gio.h>
#include <unistd.h>

#include "ilv-record-buffer.h"

#ifdef HAVE_SYSPROF
#include <sys/mman.h>
#include <sysprof-capture.h>
#endif
#ifdef HAVE_LTTNG
#include "bench-lttng.h"
#endif

#define N_RECORDS (2 * ILV_RECORD_CHUNK_SIZE)
#define N_ROUNDS 401
#define MAX_THREADS 2

/* So that neither of them has to write to its file within a round. */
#define SYSPROF_BUFFER (4 * 1024 * 1024)
#define LTTNG_SESSION "interleave-bench-recorder"
#define LTTNG_DEADLINE_US 5000000

typedef enum
{
  WAY_BARE,
  WAY_RECORD,
  WAY_RESERVE,
  WAY_SYSPROF,
  WAY_LTTNG,
  N_WAYS,
} Way;

typedef struct
{
  double ns[N_WAYS][N_ROUNDS];
} Costs;

static gint64 volatile sink;
static _Atomic guint n_arrived;
static gboolean has_lttng;

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

#ifdef HAVE_SYSPROF

/* A mark a state, in a writer of its own. */
static double
measure_sysprof (void)
{
  SysprofCaptureWriter *writer = sysprof_capture_writer_new_from_fd (
    memfd_create ("bench-recorder", MFD_CLOEXEC), SYSPROF_BUFFER);
  int pid = getpid ();
  gint64 begin_ns = ilv_clock_now_ns ();
  double cost_ns;

  for (guint i = 0; i < N_RECORDS; i++)
    sysprof_capture_writer_add_mark (writer, ilv_clock_now_ns (), (int) (i & 7), pid, 0, "task",
                                     i & 1 ? "running" : "ready", "");
  cost_ns = (double) (ilv_clock_now_ns () - begin_ns) / N_RECORDS;
  sysprof_capture_writer_unref (writer);
  return cost_ns;
}

#endif

#ifdef HAVE_LTTNG

static double
measure_lttng (void)
{
  gint64 begin_ns = ilv_clock_now_ns ();

  for (guint i = 0; i < N_RECORDS; i++)
    lttng_ust_tracepoint (interleave_bench, state, i & 1, (int) (i & 7),
                          i & 1 ? ILV_STATE_RUNNING : ILV_STATE_READY);
  return (double) (ilv_clock_now_ns () - begin_ns) / N_RECORDS;
}

static gboolean
run_lttng (const char *command)
{
  g_autofree char *line = g_strconcat ("lttng --quiet --no-sessiond ", command, NULL);
  int status = 0;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  return g_spawn_command_line_sync (line, &output, &errors, &status, NULL) && status == 0;
}

/* A session that keeps the newest records in memory; %TRUE when the tracepoint is on. */
static gboolean
start_lttng (void)
{
  gint64 deadline_us = g_get_monotonic_time () + LTTNG_DEADLINE_US;

  while (!run_lttng ("list") && g_get_monotonic_time () < deadline_us)
    g_usleep (10000);
  if (!run_lttng ("create --snapshot " LTTNG_SESSION)
      || !run_lttng ("enable-channel -s " LTTNG_SESSION " -u --subbuf-size=1M --num-subbuf=4 c")
      || !run_lttng ("enable-event -s " LTTNG_SESSION " -u -c c interleave_bench:state")
      || !run_lttng ("start " LTTNG_SESSION))
    return FALSE;
  while (!lttng_ust_tracepoint_enabled (interleave_bench, state)
         && g_get_monotonic_time () < deadline_us)
    g_usleep (1000);
  return lttng_ust_tracepoint_enabled (interleave_bench, state);
}

/* The daemon belongs to this run: it is its child and ends with it. Where there is one already, it
 * ends at once, and that one is used. */
static GSubprocess *
start_lttng_daemon (void)
{
  g_autofree char *program = g_find_program_in_path ("lttng-sessiond");
  g_autofree char *client = g_find_program_in_path ("lttng");

  if (program == NULL || client == NULL)
    return NULL;
  return g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                           NULL, program, NULL);
}

static void
stop_lttng (GSubprocess *daemon)
{
  if (daemon == NULL)
    return;
  run_lttng ("destroy " LTTNG_SESSION);
  g_subprocess_send_signal (daemon, SIGTERM);
  g_subprocess_wait (daemon, NULL, NULL);
  g_object_unref (daemon);
}

#endif

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
      costs->ns[WAY_BARE][i] = measure_bare ();
      meet (n_threads);
      costs->ns[WAY_RECORD][i] = measure_records (buffer);
      costs->ns[WAY_RESERVE][i] = measure_reserve (buffer);
#ifdef HAVE_SYSPROF
      meet (n_threads);
      costs->ns[WAY_SYSPROF][i] = measure_sysprof ();
#endif
#ifdef HAVE_LTTNG
      meet (n_threads);
      costs->ns[WAY_LTTNG][i] = measure_lttng ();
#endif
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
print_peer (const char *name, double peer_ns, double record_ns)
{
  g_print ("  %s %.1f ns: ours takes %.2f of it (budget 1)\n", name, peer_ns, record_ns / peer_ns);
}

static void
print_costs (const char *who, Costs *costs)
{
  double bare_ns = get_median (costs->ns[WAY_BARE]);
  double record_ns = get_median (costs->ns[WAY_RECORD]);
  double sysprof_ns = get_median (costs->ns[WAY_SYSPROF]);

  g_print ("%s: clock read %.1f ns, record %.1f ns, ratio %.2f (budget 1.30); "
           "linking chunks between steps %.1f ns a record\n",
           who, bare_ns, record_ns, record_ns / bare_ns, get_median (costs->ns[WAY_RESERVE]));
  if (sysprof_ns > 0)
    print_peer ("sysprof's mark", sysprof_ns, record_ns);
  if (has_lttng)
    print_peer ("LTTng-UST's tracepoint", get_median (costs->ns[WAY_LTTNG]), record_ns);
}

static void
measure_all (void)
{
  g_autofree Costs *first = g_new0 (Costs, 1);
  g_autofree Costs *second = g_new0 (Costs, 1);
  GThread *thread;

  measure (first, 1);
  print_costs ("one writer", first);

  if (g_get_num_processors () < MAX_THREADS)
    {
      g_print ("two writers: not measured on one processor\n");
      return;
    }
  atomic_store (&n_arrived, 0);
  thread = g_thread_new ("writer", measure_beside, second);
  measure (first, MAX_THREADS);
  g_thread_join (thread);
  print_costs ("two writers, first", first);
  print_costs ("two writers, second", second);
}

int
main (void)
{
#ifdef HAVE_LTTNG
  GSubprocess *daemon = start_lttng_daemon ();

  has_lttng = daemon != NULL && start_lttng ();
  measure_all ();
  stop_lttng (daemon);
#else
  measure_all ();
#endif
  return 0;
}
