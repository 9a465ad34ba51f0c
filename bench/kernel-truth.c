/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How true our record is: runs workloads, has the kernel record its scheduler meanwhile, and lays
 * one over the other. Prints for each workload how much of what the kernel did was noticed, how
 * much of what was noticed it did, how far off the edges are, and whether that is within the
 * limits; the exit status is 1 if it is not, and 77 where the kernel's record cannot be had (root
 * only). */

#include <gio/gio.h>
#include <glib-unix.h>
#include <locale.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ilv-kernel-tracer.h"
#include "ilv-runner.h"
#include "ilv-truth.h"

#define STATUS_SKIPPED 77

/* The limits: shares that must be reached, and nanoseconds. */
#define MIN_FOUND 0.99
#define MIN_REAL 0.995
#define MIN_PROCESSOR 0.999
#define MAX_SUM_ERROR 0.003
#define MAX_MEDIAN_NS 5000
#define MAX_P99_NS 30000

typedef struct
{
  const char *name;
  IlvStrategy strategy;
  guint processors;
  guint workers; /* of a pool; 0 for one a processor */
  guint tasks;
  const char *steps;
  guint repeats; /* of the steps */
  gboolean is_disturbed;
} Case;

static const Case cases[] = {
  { "2 on 1", ILV_STRATEGY_TIME_SLICED, 1, 0, 2, "cpu 1s", 1, FALSE },
  { "2 on 2", ILV_STRATEGY_THREAD_POOL, 2, 0, 2, "cpu 1s", 1, FALSE },
  { "4 on 2", ILV_STRATEGY_THREAD_POOL, 2, 4, 4, "cpu 500ms", 1, FALSE },
  { "8 on 2", ILV_STRATEGY_THREAD_POOL, 2, 8, 8, "cpu 400ms", 1, FALSE },
  { "16 on 1", ILV_STRATEGY_TIME_SLICED, 1, 0, 16, "cpu 200ms", 1, FALSE },
  { "disturbed", ILV_STRATEGY_TIME_SLICED, 1, 0, 2, "cpu 1s", 1, TRUE },
  { "wait", ILV_STRATEGY_THREAD_POOL, 2, 4, 4, "cpu 2ms; wait 3ms", 100, FALSE },
  { "get", ILV_STRATEGY_THREAD_POOL, 2, 4, 4, "cpu 2ms; get /api/v2/pokemon/25", 50, FALSE },
  { "read", ILV_STRATEGY_THREAD_POOL, 2, 4, 4, "cpu 2ms; read song.flac", 50, FALSE },
  { "lock", ILV_STRATEGY_THREAD_POOL, 2, 4, 4, "cpu 1ms; lock L; cpu 2ms; unlock L", 50, FALSE },
};

typedef struct
{
  IlvKernelTracer *tracer;
  IlvWorld *world;
  GCancellable *cancellable;
  guint n_failed;
} Bench;

/* The answer to something asynchronous. */
typedef struct
{
  gboolean done;
  IlvTrace *trace;
  GError *error;
} Answer;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  ilv_world_open_finish (ILV_WORLD (source), result, &answer->error);
  answer->done = TRUE;
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->trace = ilv_runner_run_finish (ILV_RUNNER (source), result, &answer->error);
  answer->done = TRUE;
}

static void
wait_for (const Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
on_signal (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
open_world (Bench *bench, GError **error)
{
  const IlvServerSettings settings = { .latency_ns = 5000000 };
  Answer answer = { 0 };

  bench->world = ilv_world_new ();
  ilv_world_set_server_settings (bench->world, &settings);
  ilv_world_open_async (bench->world, bench->cancellable, on_opened, &answer);
  wait_for (&answer);
  if (answer.error == NULL)
    return TRUE;
  g_propagate_error (error, answer.error);
  return FALSE;
}

static IlvWorkload *
make_workload (const Case *the_case)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (IlvKeyFile) key_file = NULL;

  g_string_append_printf (text, "[Task A]\nCount=%u\nSteps=", the_case->tasks);
  for (guint i = 0; i < the_case->repeats; i++)
    g_string_append_printf (text, "%s; ", the_case->steps);
  g_string_append_c (text, '\n');
  key_file = ilv_key_file_new_from_text (text->str, "kernel-truth", 1, NULL);
  return ilv_workload_new_from_key_file (key_file, NULL);
}

/* Interrupts threads that compute, without anything that could make the kernel switch: sends them
 * signals, and has them forget what they know of the memory, so that the kernel has to look it up.
 */
typedef struct
{
  IlvRecorder *recorder;
  atomic_bool is_over;
} Disturber;

static void
on_nothing (int number G_GNUC_UNUSED)
{
}

static void
send_signals (IlvRecorder *recorder)
{
  g_autoptr (IlvTrace) trace = ilv_recorder_snapshot (recorder);
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  for (guint i = 0; i < info->workers->len; i++)
    syscall (SYS_tgkill, getpid (), (pid_t) ilv_trace_info_get_worker (info, i)->os_tid, SIGUSR1);
}

static gpointer
disturb (gpointer data)
{
  Disturber *self = data;
  gsize size = 64 * (gsize) sysconf (_SC_PAGESIZE);
  char *memory = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  while (!atomic_load (&self->is_over))
    {
      send_signals (self->recorder);
      memset (memory, 1, size);
      madvise (memory, size, MADV_DONTNEED);
      g_usleep (1000);
    }
  munmap (memory, size);
  return NULL;
}

static IlvTrace *
run_workload (Bench *bench, const Case *the_case, GError **error)
{
  const IlvRunnerOptions options = { .processors = the_case->processors,
                                     .workers = the_case->workers,
                                     .world = bench->world };
  g_autoptr (IlvRunner) runner = ilv_runner_new_with_options (the_case->strategy, &options);
  g_autoptr (IlvWorkload) workload = make_workload (the_case);
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  Disturber disturber = { .recorder = recorder };
  Answer answer = { 0 };
  GThread *thread = NULL;

  ilv_runner_run_async (runner, workload, recorder, bench->cancellable, on_run, &answer);
  if (the_case->is_disturbed)
    thread = g_thread_new ("disturber", disturb, &disturber);
  wait_for (&answer);
  atomic_store (&disturber.is_over, TRUE);
  if (thread != NULL)
    g_thread_join (thread);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);
  return answer.trace;
}

static gboolean
measure (Bench *bench, const Case *the_case, IlvTruth *truth, GError **error)
{
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (GArray) events = NULL;

  if (!ilv_kernel_tracer_start (bench->tracer, error))
    return FALSE;
  trace = run_workload (bench, the_case, error);
  if (trace == NULL)
    return FALSE;
  events = ilv_kernel_tracer_stop (bench->tracer, error);
  if (events == NULL)
    return FALSE;
  ilv_truth_add_run (truth, trace, events);
  return TRUE;
}

static const char *
judge (Bench *bench, gboolean is_good)
{
  if (!is_good)
    bench->n_failed++;
  return is_good ? "ok" : "FAIL";
}

static void
print_share (Bench *bench, const char *what, const IlvTruthShare *share, double least)
{
  double reached = share->n > 0 ? (double) share->n_good / share->n : 1;

  if (share->n > 0)
    g_print ("  %-42s %6u of %6u  %8.3f %% (limit %5.1f %%)  %s\n", what, share->n_good, share->n,
             100 * reached, 100 * least, judge (bench, reached >= least));
}

static void
print_edge (Bench *bench, const char *what, const IlvTruth *truth, IlvTruthEdge edge)
{
  gint64 median_ns = ilv_truth_get_error_ns (truth, edge, 0.5);
  gint64 p99_ns = ilv_truth_get_error_ns (truth, edge, 0.99);

  if (truth->errors[edge]->len > 0)
    g_print ("  %-42s median %7.1f µs, p99 %7.1f µs (limits 5, 30)  %s\n", what, median_ns / 1e3,
             p99_ns / 1e3, judge (bench, median_ns <= MAX_MEDIAN_NS && p99_ns <= MAX_P99_NS));
}

static void
print_sums (Bench *bench, const IlvTruth *truth)
{
  double error = (double) truth->running_ns / truth->cpu_time_ns - 1;

  g_print ("  %-42s %.3f ms beside %.3f ms, %+.3f %% (limit %.1f %%)  %s\n",
           "running spans beside the CPU clocks", truth->running_ns / 1e6, truth->cpu_time_ns / 1e6,
           100 * error, 100 * MAX_SUM_ERROR, judge (bench, ABS (error) <= MAX_SUM_ERROR));
  g_print ("  %-42s %.3f %%\n", "the same of one thread at most, by switches",
           100 * truth->stray_share);
}

static void
print_truth (Bench *bench, const IlvTruth *truth)
{
  print_share (bench, "involuntary switches found", &truth->preemptions, MIN_FOUND);
  print_share (bench, "  of those of 100 µs and more", &truth->long_preemptions, 1);
  print_share (bench, "ours that are real", &truth->claims, MIN_REAL);
  print_edge (bench, "  processor taken", truth, ILV_TRUTH_TAKEN);
  print_edge (bench, "  processor given back", truth, ILV_TRUTH_GIVEN_BACK);
  print_share (bench, "sleeps found", &truth->sleeps, MIN_FOUND);
  print_share (bench, "  of those of 100 µs and more", &truth->long_sleeps, 1);
  print_share (bench, "waits that slept", &truth->waits, MIN_REAL);
  print_edge (bench, "  fell asleep", truth, ILV_TRUTH_ASLEEP);
  print_edge (bench, "  woken", truth, ILV_TRUTH_WOKEN);
  print_edge (bench, "  resumed", truth, ILV_TRUTH_RESUMED);
  print_share (bench, "slices on the right processor", &truth->slices, MIN_PROCESSOR);
  print_sums (bench, truth);
  if (truth->n_hidden > 0)
    g_print ("  (%u more preemptions inside waits)\n", truth->n_hidden);
  if (truth->n_unseen > 0)
    g_print ("  (%u returns are not in the kernel's record)\n", truth->n_unseen);
}

static gboolean
run_cases (Bench *bench, const char *only, guint rounds, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IlvTruth) truth = ilv_truth_new ();

      if (only != NULL && !g_str_equal (only, cases[i].name))
        continue;
      for (guint round = 0; round < rounds; round++)
        if (!measure (bench, &cases[i], truth, error))
          return FALSE;
      g_print ("%s\n", cases[i].name);
      print_truth (bench, truth);
    }
  return TRUE;
}

static int
run_bench (Bench *bench, const char *only, guint rounds)
{
  g_autoptr (GError) error = NULL;

  bench->tracer = ilv_kernel_tracer_new (&error);
  if (bench->tracer == NULL)
    {
      g_print ("SKIP: %s (the kernel's record is for root, with tracefs)\n", error->message);
      return STATUS_SKIPPED;
    }
  if (!open_world (bench, &error) || !run_cases (bench, only, rounds, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  g_print ("%u of the figures miss their limit\n", bench->n_failed);
  return bench->n_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int argc, char *argv[])
{
  g_autofree char *only = NULL;
  int rounds = 1;
  const GOptionEntry entries[] = {
    { "case", 'c', 0, G_OPTION_ARG_STRING, &only, "Only this workload, such as “2 on 1”", "NAME" },
    { "rounds", 'r', 0, G_OPTION_ARG_INT, &rounds, "How often each is run", "N" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  const struct sigaction nothing = { .sa_handler = on_nothing, .sa_flags = SA_RESTART };
  Bench bench = { .cancellable = g_cancellable_new () };
  int status;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  sigaction (SIGUSR1, &nothing, NULL);
  g_unix_signal_add (SIGINT, on_signal, bench.cancellable);
  g_unix_signal_add (SIGTERM, on_signal, bench.cancellable);
  status = run_bench (&bench, only, MAX (rounds, 1));
  g_clear_pointer (&bench.tracer, ilv_kernel_tracer_free);
  g_clear_object (&bench.world);
  g_object_unref (bench.cancellable);
  return status;
}
