/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "ilv-in-flight.h"
#include "ilv-processors.h"
#include "ilv-python-runner-private.h"
#include "ilv-trust.h"
#include "runner-test.h"

/* Real scripts in a real interpreter: what is checked holds however long things take. */

#define ONE_MS 1000000
#define DEADLINE_US (100 * G_USEC_PER_SEC)

/* Within that a stopped run is answered. */
#define STOP_US 100000

/* How often is tried what others on this machine can disturb. */
#define MAX_TRIES 10

/* So many make a median. */
#define LEAST_SLICES 9

static GListModel *interpreters;
static IlvWorld *world;

/* Of the next runs, in milliseconds; 0 is the usual. */
static guint longest_ms;
static guint still_ms;

static void
on_found (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  GListModel **found = user_data;
  g_autoptr (GError) error = NULL;

  *found = ilv_python_find_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
wait_for (gboolean *done)
{
  gint64 deadline_us = g_get_monotonic_time () + DEADLINE_US;

  while (!*done && g_get_monotonic_time () < deadline_us)
    g_main_context_iteration (NULL, FALSE);
  return *done;
}

/* (nullable): the interpreter for @strategy; skips the test where there is none. */
static IlvPython *
choose (IlvStrategy strategy)
{
  IlvPython *python = ilv_python_choose (interpreters, strategy);

  if (python == NULL)
    g_test_skip ("There is no Python interpreter for this strategy.");
  return python;
}

/* Whether nobody agrees to the next runs. */
static gboolean is_strange;

/* Begins a run of @code, or of what is made of @workload. */
static void
begin (IlvStrategy strategy,
       IlvPython *python,
       const char *code,
       IlvWorkload *workload,
       IlvRecorder *recorder,
       GCancellable *cancellable,
       RunnerAnswer *answer)
{
  const IlvRunnerOptions options = {
    .processors = ilv_processors_get_count (),
    .python = python,
    .code = code,
    .world = world,
  };
  g_autoptr (IlvRunner) runner = ilv_runner_new_with_options (strategy, &options);
  g_autoptr (IlvWorkload) simple = ilv_workload_new_uniform (2, 20 * ONE_MS);

  if (code != NULL && !is_strange)
    ilv_trust_agree_once (ilv_trust_get_default (), code);
  if (longest_ms > 0)
    ilv_python_runner_set_limits (ILV_PYTHON_RUNNER (runner), longest_ms, still_ms);
  ilv_runner_run_async (runner, workload != NULL ? workload : simple, recorder, cancellable,
                        runner_test_on_run, answer);
}

/* (nullable) (transfer full): the trace of a run that may end with @error. */
static IlvTrace *
try_code (IlvStrategy strategy, IlvPython *python, const char *code, GError **error)
{
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  RunnerAnswer answer = { 0 };

  begin (strategy, python, code, NULL, recorder, NULL, &answer);
  g_assert_true (wait_for (&answer.done));
  if (answer.error != NULL)
    {
      g_propagate_error (error, answer.error);
      return ilv_recorder_snapshot (recorder);
    }
  return answer.trace;
}

static IlvTrace *
run_code (IlvStrategy strategy, IlvPython *python, const char *code)
{
  g_autoptr (GError) error = NULL;
  IlvTrace *trace = try_code (strategy, python, code, &error);

  g_assert_no_error (error);
  return trace;
}

static gint64
get_overlap_ns (const IlvSpan *a, const IlvSpan *b)
{
  return MAX (MIN (a->end_ns, b->end_ns) - MAX (a->start_ns, b->start_ns), 0);
}

/* How long two different tasks ran at once. */
static gint64
sum_overlap_ns (IlvTrace *trace)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  gint64 sum_ns = 0;

  for (gsize i = 0; i < n_spans; i++)
    for (gsize j = i + 1; j < n_spans; j++)
      if (spans[i].state == ILV_STATE_RUNNING && spans[j].state == ILV_STATE_RUNNING
          && spans[i].task != spans[j].task)
        sum_ns += get_overlap_ns (&spans[i], &spans[j]);
  return sum_ns;
}

/* The index of the task of that name. */
static guint
find_task (IlvTrace *trace, const char *name)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  for (guint i = 0; i < info->tasks->len; i++)
    if (g_str_equal (ilv_trace_info_get_task (info, i)->name, name))
      return i;
  g_test_message ("There is no task “%s”.", name);
  g_assert_not_reached ();
}

/* The first result of that kind whose text contains @part, or NULL. */
static const IlvResult *
find_result (IlvTrace *trace, IlvResultKind kind, const char *part)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  for (guint i = 0; i < info->results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (info->results, i);

      if (result->kind == kind && strstr (result->text, part) != NULL)
        return result;
    }
  return NULL;
}

/* Every task has one unbroken history, and runs on a processor that is known. */
static void
check_histories (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autofree gint64 *ends = g_new0 (gint64, info->tasks->len);
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  g_assert_cmpuint (n_spans, >, 0);
  for (gsize i = 0; i < n_spans; i++)
    {
      g_assert_cmpint (spans[i].start_ns, <, spans[i].end_ns);
      if (ends[spans[i].task] > 0)
        g_assert_cmpint (spans[i].start_ns, ==, ends[spans[i].task]);
      ends[spans[i].task] = spans[i].end_ns;
      if (spans[i].state == ILV_STATE_RUNNING)
        {
          g_assert_cmpint (spans[i].processor, >=, 0);
          g_assert_cmpuint (spans[i].worker, <, info->workers->len);
        }
      else
        g_assert_cmpint (spans[i].processor, ==, ILV_NO_PROCESSOR);
    }
}

static const char threads_code[] = "import threading\n"
                                   "\n"
                                   "def work(rounds):\n"
                                   "    total = 0\n"
                                   "    for _ in range(rounds):\n"
                                   "        total += sum(range(1000))\n"
                                   "    return total\n"
                                   "\n"
                                   "threads = [threading.Thread(target=work, args=(8000,), name=name)\n"
                                   "           for name in (\"A\", \"B\")]\n"
                                   "for thread in threads:\n"
                                   "    thread.start()\n"
                                   "for thread in threads:\n"
                                   "    thread.join()\n"
                                   "print(\"done\", flush=True)\n";

static void
test_threads (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_THREADS);
  g_autoptr (IlvTrace) trace = NULL;
  const IlvTraceInfo *info;

  if (python == NULL)
    return;
  trace = run_code (ILV_STRATEGY_PYTHON_THREADS, python, threads_code);
  info = ilv_trace_get_info (trace);
  check_histories (trace);
  g_assert_cmpint (info->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
  g_assert_cmpuint (info->tasks->len, ==, 2);
  g_assert_cmpstr (ilv_trace_info_get_task (info, 0)->name, ==, "A");
  g_assert_cmpstr (ilv_trace_info_get_task (info, 1)->name, ==, "B");
  g_assert_cmpstr (ilv_trace_info_get_step (info, 0, 5), ==, "total += sum(range(1000))");
  g_assert_cmpstr (info->code, ==, threads_code);
  g_assert_cmpstr (info->interpreter, ==, ilv_python_get_title (python));
  g_assert_nonnull (find_result (trace, ILV_RESULT_OUTPUT, "done"));
  g_assert_cmpint (info->cpu_time_ns, >, 0);

  /* The lock: never two at once, and each has waited for the other. */
  g_assert_cmpint (sum_overlap_ns (trace), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (runner_test_sum_state_ns (trace, i, ILV_STATE_RUNNING), >, 0);
      g_assert_cmpint (runner_test_sum_state_ns (trace, i, ILV_STATE_BLOCKED), >, 0);
    }
}

static int
compare_ns (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* (element-type gint64) (transfer full): how long the lock was held from when a thread got it until
 * another one did, sorted; only where nothing else came between. */
static GArray *
find_slices (IlvTrace *trace)
{
  GArray *slices = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gint64 *starts = g_new0 (gint64, ilv_trace_get_info (trace)->tasks->len);
  g_autofree IlvState *before = g_new0 (IlvState, ilv_trace_get_info (trace)->tasks->len);
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    {
      const IlvSpan *span = &spans[i];
      gint64 *start_ns = &starts[span->task];

      if (span->state == ILV_STATE_RUNNING && before[span->task] == ILV_STATE_BLOCKED)
        *start_ns = span->start_ns;
      else if (span->state == ILV_STATE_BLOCKED && *start_ns > 0)
        {
          gint64 slice_ns = span->start_ns - *start_ns;

          g_array_append_val (slices, slice_ns);
        }
      if (span->state != ILV_STATE_RUNNING)
        *start_ns = 0;
      before[span->task] = span->state;
    }
  g_array_sort (slices, compare_ns);
  return slices;
}

/* The lock changes hands at the switch interval, which is 5 ms. */
static void
test_slices (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_THREADS);
  g_autoptr (GString) code = g_string_new (threads_code);
  guint n_failed = 0;

  if (python == NULL)
    return;
  g_string_replace (code, "8000", "20000", 0);
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autoptr (IlvTrace) trace = run_code (ILV_STRATEGY_PYTHON_THREADS, python, code->str);
      g_autoptr (GArray) slices = find_slices (trace);
      gint64 median_ns;

      g_assert_cmpint (sum_overlap_ns (trace), ==, 0);
      if (slices->len < LEAST_SLICES)
        continue;
      median_ns = g_array_index (slices, gint64, slices->len / 2);
      g_test_message ("%u slices of %" G_GINT64_FORMAT " µs", slices->len, median_ns / 1000);
      if (median_ns >= 45 * ONE_MS / 10 && median_ns <= 10 * ONE_MS)
        return;
      /* A thread that is taken off its processor keeps the lock, and gives it away as soon as it is
       * back. To hand the lock over is voluntary. */
      n_failed += ilv_trace_get_info (trace)->involuntary_switches <= slices->len / 2;
    }
  if (n_failed == 0)
    g_test_skip ("Others took the processors in every run.");
  else
    g_test_fail_printf ("In %u runs the lock did not change hands every 5 ms.", n_failed);
}

/* The number behind @name in what the script has printed, of all its processes. */
static gint64
sum_printed (IlvTrace *trace, const char *name)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  gint64 sum = 0;

  for (guint i = 0; i < info->results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (info->results, i);

      if (result->kind == ILV_RESULT_OUTPUT && g_str_has_prefix (result->text, name))
        sum += g_ascii_strtoll (result->text + strlen (name), NULL, 10);
    }
  return sum;
}

/* Runs @code, and asserts what holds of two processes in any case. Returns whether they ran at once for
 * at least half of the shorter; or, where others took the processors, whether they waited for nothing
 * but a processor, as the kernel counts it. */
static gboolean
try_processes (IlvPython *python, const char *code)
{
  g_autoptr (IlvTrace) trace = run_code (ILV_STRATEGY_PYTHON_PROCESSES, python, code);
  gint64 overlap_ns = sum_overlap_ns (trace);
  gint64 used_ns = sum_printed (trace, "used ");
  gint64 delay_ns = sum_printed (trace, "delay ");
  gint64 asleep_ns = sum_printed (trace, "lasted ") - used_ns - delay_ns;
  const guint tasks[] = { find_task (trace, "A"), find_task (trace, "B") };
  gint64 least_ns = G_MAXINT64;

  check_histories (trace);
  /* On a slow machine, to begin them is work enough to make the main thread a task too. */
  g_assert_cmpuint (ilv_trace_get_info (trace)->tasks->len, <=, 3);
  g_assert_cmpuint (ilv_trace_get_info (trace)->workers->len, >=, 2);
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_assert_cmpint (runner_test_sum_state_ns (trace, tasks[i], ILV_STATE_BLOCKED), ==, 0);
      least_ns = MIN (least_ns, runner_test_sum_state_ns (trace, tasks[i], ILV_STATE_RUNNING));
    }
  g_test_message ("overlap %d of %d ms; used %d, delayed %d, asleep %d ms",
                  (int) (overlap_ns / ONE_MS), (int) (least_ns / ONE_MS), (int) (used_ns / ONE_MS),
                  (int) (delay_ns / ONE_MS), (int) (asleep_ns / ONE_MS));
  if (delay_ns > used_ns / 4)
    return asleep_ns < used_ns / 4;
  return overlap_ns >= least_ns / 2;
}

static void
test_processes (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_PROCESSES);
  g_autoptr (GString) code = g_string_new (threads_code);

  if (python == NULL)
    return;
  if (ilv_processors_get_count () < 2 || !g_file_test ("/proc/self/schedstat", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There is one processor, or a kernel that does not count who waits for one.");
      return;
    }
  g_string_replace (code, "threading.Thread", "multiprocessing.Process", 0);
  g_string_replace (code, "threading", "multiprocessing, time", 1);
  g_string_replace (code, "8000", "40000", 0);
  g_string_replace (code, "    total = 0\n",
                    "    total = 0\n"
                    "    start = count()\n", 0);
  g_string_replace (code, "    return total\n",
                    "    for name, then, now in zip(('lasted', 'used', 'delay'), start, count()):\n"
                    "        print(name, now - then, flush=True)\n", 0);
  g_string_replace (code, "def work",
                    "def count():\n"
                    "    with open('/proc/self/schedstat') as file:\n"
                    "        used, delay, _ = map(int, file.read().split())\n"
                    "    return time.monotonic_ns(), used, delay\n"
                    "\n"
                    "def work", 0);
  for (guint i = 0; i < MAX_TRIES; i++)
    if (try_processes (python, code->str))
      return;
  g_test_fail_printf ("Processes did not run at once in %u runs in which they could.", MAX_TRIES);
}

static void
check_error (const char *code, IlvPythonError expected, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvTrace) trace
    = try_code (ILV_STRATEGY_PYTHON_THREADS, choose (ILV_STRATEGY_PYTHON_THREADS), code, &error);

  g_assert_error (error, ILV_PYTHON_ERROR, (int) expected);
  if (strstr (error->message, part) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_cmpint (ilv_trace_get_info (trace)->outcome, ==, ILV_TRACE_OUTCOME_CANCELLED);
}

static void
test_errors (void)
{
  if (choose (ILV_STRATEGY_PYTHON_THREADS) == NULL)
    return;
  check_error ("def f():\n    return 1 // 0\n\n\nf()\n", ILV_PYTHON_ERROR_SCRIPT,
               "Line 2: ZeroDivisionError");
  check_error ("x = 1\nif x\n    pass\n", ILV_PYTHON_ERROR_SCRIPT, "Line 2: ");
  check_error ("import sys\nsys.exit(3)\n", ILV_PYTHON_ERROR_SCRIPT, "status 3");
  check_error ("import os\nos._exit(0)\n", ILV_PYTHON_ERROR_ENDED, "status 0");
  check_error ("import os\nos.kill(os.getpid(), 9)\n", ILV_PYTHON_ERROR_ENDED, "signal 9");
  check_error ("x = 'ä'\nraise ValueError('Grüße, 世界')\n", ILV_PYTHON_ERROR_SCRIPT,
               "Line 2: ValueError: Grüße, 世界");
  check_error ("import nothing_of_that_name\n", ILV_PYTHON_ERROR_SCRIPT, "Line 1: ");
}

/* Code that nobody agreed to leaves no trace on the disk. */
static void
test_not_agreed (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_THREADS);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "ilv-not-agreed", NULL);
  g_autofree char *code = g_strdup_printf ("open('%s', 'w').close()\n", path);
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvTrace) trace = NULL;

  if (python == NULL)
    return;
  is_strange = TRUE;
  trace = try_code (ILV_STRATEGY_PYTHON_THREADS, python, code, &error);
  is_strange = FALSE;
  g_assert_error (error, ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_NOT_AGREED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  /* The same code is run when it is agreed to: that it did not run was no fault of the code. */
  g_clear_error (&error);
  g_clear_object (&trace);
  trace = try_code (ILV_STRATEGY_PYTHON_THREADS, python, code, &error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_unlink (path);
}

/* What ran before the error is kept, and a thread's error ends that thread only. */
static void
test_partial (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_THREADS);
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvTrace) trace = NULL;
  const IlvResult *failure;

  if (python == NULL)
    return;
  trace = try_code (ILV_STRATEGY_PYTHON_THREADS, python,
                    "import threading\n"
                    "def work():\n"
                    "    for _ in range(3000):\n"
                    "        sum(range(1000))\n"
                    "    raise KeyError('x')\n"
                    "a = threading.Thread(target=work, name='Ä')\n"
                    "a.start()\n"
                    "a.join()\n"
                    "None.nothing\n",
                    &error);
  g_assert_error (error, ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_SCRIPT);
  g_assert_nonnull (strstr (error->message, "Line 9: AttributeError"));
  g_assert_cmpint (runner_test_sum_state_ns (trace, find_task (trace, "Ä"), ILV_STATE_RUNNING), >,
                   ONE_MS);
  failure = find_result (trace, ILV_RESULT_FAILURE, "KeyError");
  g_assert_nonnull (failure);
  g_assert_cmpuint (failure->task, ==, find_task (trace, "Ä"));
  g_assert_cmpuint (failure->step, ==, 4);
  g_assert_nonnull (find_result (trace, ILV_RESULT_OUTPUT, "script.py"));
}

/* Reads the number of a process that a script has printed. */
static pid_t
find_pid (IlvRecorder *recorder)
{
  g_autoptr (IlvTrace) trace = ilv_recorder_snapshot (recorder);
  const IlvResult *result = find_result (trace, ILV_RESULT_OUTPUT, "pid ");

  return result != NULL ? (pid_t) g_ascii_strtoll (result->text + 4, NULL, 10) : 0;
}

/* A process that was ended may still wait for its parent to notice. */
static gboolean
is_alive (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", (int) pid);
  g_autofree char *text = NULL;
  const char *end;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  end = strrchr (text, ')');
  return end != NULL && end[2] != 'Z';
}

/* Stops @code once it has printed "pid N", and waits until that process is gone, too. Returns how long
 * the answer took, in microseconds. */
static gint64
stop (const char *code)
{
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 deadline_us = g_get_monotonic_time () + DEADLINE_US;
  gint64 stopped_us;
  gint64 took_us;
  RunnerAnswer answer = { 0 };
  pid_t pid = 0;

  begin (ILV_STRATEGY_PYTHON_THREADS, choose (ILV_STRATEGY_PYTHON_THREADS), code, NULL, recorder,
         cancellable, &answer);
  while ((pid = find_pid (recorder)) == 0 && g_get_monotonic_time () < deadline_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (pid, >, 0);
  stopped_us = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  g_assert_true (wait_for (&answer.done));
  took_us = g_get_monotonic_time () - stopped_us;
  g_test_message ("stopped within %" G_GINT64_FORMAT " µs", took_us);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  while (is_alive (pid) && g_get_monotonic_time () < deadline_us)
    g_usleep (1000);
  g_assert_false (is_alive (pid));
  return took_us;
}

/* A busy machine may disturb one try, and not all of them. */
static void
check_stop (const char *code)
{
  gint64 least_us = G_MAXINT64;

  for (guint i = 0; i < MAX_TRIES && least_us > STOP_US; i++)
    least_us = MIN (least_us, stop (code));
  g_assert_cmpint (least_us, <=, STOP_US);
}

static void
test_stop (void)
{
  if (choose (ILV_STRATEGY_PYTHON_THREADS) == NULL)
    return;
  check_stop ("import os\nprint('pid', os.getpid(), flush=True)\nwhile True:\n    pass\n");
  check_stop ("import os, time\nprint('pid', os.getpid(), flush=True)\ntime.sleep(1000)\n");
  check_stop ("import signal, os\nsignal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))\n"
              "if os.fork() == 0:\n    print('pid', os.getpid(), flush=True)\n"
              "while True:\n    pass\n");
  check_stop ("import os\nprint('pid', os.getpid(), flush=True)\nwhile True:\n    print('x' * 1000)\n");
  check_stop ("import subprocess\np = subprocess.Popen(['sleep', '1000'])\n"
              "print('pid', p.pid, flush=True)\np.wait()\n");
}

/* Threads that wait for each other's lock can never go on: the run ends with a verdict. */
static void
test_stall (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_THREADS);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvTrace) alone = NULL;
  const char *verdict;

  if (python == NULL)
    return;
  trace = run_code (ILV_STRATEGY_PYTHON_THREADS, python,
                    "import threading\n"
                    "a, b = threading.Lock(), threading.Lock()\n"
                    "both = threading.Barrier(2)\n"
                    "def work(first, second):\n"
                    "    with first:\n"
                    "        both.wait()\n"
                    "        with second:\n"
                    "            pass\n"
                    "threading.Thread(target=work, name='A', args=(a, b)).start()\n"
                    "threading.Thread(target=work, name='B', args=(b, a)).start()\n");
  g_assert_cmpint (ilv_trace_get_info (trace)->outcome, ==, ILV_TRACE_OUTCOME_STALLED);
  verdict = ilv_trace_get_info (trace)->verdict;
  g_assert_nonnull (strstr (verdict, "A waits at line 7 for a lock that B holds."));
  g_assert_nonnull (strstr (verdict, "B waits at line 7 for a lock that A holds."));

  alone = run_code (ILV_STRATEGY_PYTHON_THREADS, python,
                    "import threading\n"
                    "lock = threading.Lock()\n"
                    "lock.acquire()\n"
                    "lock.acquire()\n");
  g_assert_cmpint (ilv_trace_get_info (alone)->outcome, ==, ILV_TRACE_OUTCOME_STALLED);
  g_assert_nonnull (strstr (ilv_trace_get_info (alone)->verdict, "it holds itself"));
}

/* A lock that is waited for with a limit, or taken twice by a lock that allows it, is no stall. */
static void
test_no_stall (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_THREADS);
  g_autoptr (IlvTrace) trace = NULL;

  if (python == NULL)
    return;
  trace = run_code (ILV_STRATEGY_PYTHON_THREADS, python,
                    "import threading\n"
                    "lock, again = threading.Lock(), threading.RLock()\n"
                    "lock.acquire()\n"
                    "print('got', lock.acquire(timeout=1))\n"
                    "with again, again:\n"
                    "    print('twice')\n");
  g_assert_cmpint (ilv_trace_get_info (trace)->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
  g_assert_nonnull (find_result (trace, ILV_RESULT_OUTPUT, "got False"));
  g_assert_nonnull (find_result (trace, ILV_RESULT_OUTPUT, "twice"));
}

/* (nullable): the note of @trace that contains @part. */
static const char *
find_note (IlvTrace *trace, const char *part)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  for (guint i = 0; i < info->notes->len; i++)
    if (strstr (g_ptr_array_index (info->notes, i), part) != NULL)
      return g_ptr_array_index (info->notes, i);
  return NULL;
}

/* What came with 3.14 is not watched, but works, and it is said. */
static void
test_interpreter_pool (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_THREADS);
  g_autoptr (IlvTrace) trace = NULL;

  if (python == NULL)
    return;
  trace = run_code (ILV_STRATEGY_PYTHON_THREADS, python,
                    "import math\n"
                    "from concurrent import futures\n"
                    "if hasattr(futures, 'InterpreterPoolExecutor'):\n"
                    "    with futures.InterpreterPoolExecutor(max_workers=2) as pool:\n"
                    "        print('sum', sum(pool.map(math.factorial, [3, 4])))\n"
                    "else:\n"
                    "    print('older')\n");
  if (find_result (trace, ILV_RESULT_OUTPUT, "older") != NULL)
    g_test_skip ("This Python has no pools of interpreters.");
  else
    {
      g_assert_nonnull (find_result (trace, ILV_RESULT_OUTPUT, "sum 30"));
      g_assert_nonnull (find_note (trace, "pool of interpreters"));
    }
}

/* While @code hangs, it is said who waits for what; it goes on until it is stopped. */
static void
check_still (IlvStrategy strategy, const char *code, const char *part)
{
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 deadline_us = g_get_monotonic_time () + DEADLINE_US;
  IlvPython *python = choose (strategy);
  gboolean found = FALSE;
  RunnerAnswer answer = { 0 };

  if (python == NULL)
    return;
  begin (strategy, python, code, NULL, recorder, cancellable, &answer);
  while (!found && !answer.done && g_get_monotonic_time () < deadline_us)
    {
      g_autoptr (IlvTrace) trace = ilv_recorder_snapshot (recorder);

      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      found = find_note (trace, "Nothing has run for 1 second") != NULL;
      if (found)
        g_assert_nonnull (find_note (trace, part));
    }
  if (!found)
    g_test_message ("not said of: %s", code);
  g_assert_true (found);
  g_assert_false (answer.done);
  g_cancellable_cancel (cancellable);
  g_assert_true (wait_for (&answer.done));
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

static void
test_still (void)
{
  longest_ms = 600000;
  still_ms = 1000;
  check_still (ILV_STRATEGY_PYTHON_THREADS, "import time\ntime.sleep(1000)\n",
               "main waits at line 2.");
  check_still (ILV_STRATEGY_PYTHON_THREADS,
               "import threading\n"
               "def work(event):\n"
               "    event.wait()\n"
               "for name in 'AB':\n"
               "    threading.Thread(target=work, name=name, args=(threading.Event(),)).start()\n",
               "A waits for other tasks. B waits for other tasks.");
  check_still (ILV_STRATEGY_PYTHON_ASYNCIO,
               "import asyncio\n"
               "async def eat():\n"
               "    lock = asyncio.Lock()\n"
               "    async with lock:\n"
               "        async with lock:\n"
               "            pass\n"
               "asyncio.run(eat())\n",
               "eat waits at line 5 for a lock that it holds itself.");
  longest_ms = still_ms = 0;
}

static void
test_too_long (void)
{
  if (choose (ILV_STRATEGY_PYTHON_THREADS) == NULL)
    return;
  longest_ms = 1000;
  still_ms = 5000;
  check_error ("while True:\n    pass\n", ILV_PYTHON_ERROR_ENDED, "was stopped at line");
  longest_ms = still_ms = 0;
}

static void
test_floods (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_THREADS);
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvTrace) printed = NULL;
  g_autoptr (IlvTrace) recorded = NULL;

  if (python == NULL)
    return;
  printed = run_code (ILV_STRATEGY_PYTHON_THREADS, python,
                      "import sys\n"
                      "sys.stdout.write('x' * 100 + '\\n')\n"
                      "sys.stdout.write('y' * 10_000_000)\n"
                      "sys.stdout.write('\\nlast\\n')\n");
  g_assert_cmpuint (ilv_trace_get_info (printed)->results->len, <=, 2001);
  g_assert_nonnull (find_result (printed, ILV_RESULT_OUTPUT, "MiB more"));

  recorded = try_code (ILV_STRATEGY_PYTHON_THREADS, python,
                       "import interleave, os\n"
                       "pipe = interleave.watch.Run.pipe\n"
                       "os.set_blocking(pipe, True)\n"
                       "while True:\n"
                       "    os.write(pipe, b'x' * 65535 + b'\\n')\n",
                       &error);
  g_assert_error (error, ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_FLOOD);
}

static void
test_garbage (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_THREADS);
  g_autoptr (IlvTrace) trace = NULL;

  if (python == NULL)
    return;
  trace = run_code (ILV_STRATEGY_PYTHON_THREADS, python,
                    "import os, interleave\n"
                    "pipe = interleave.watch.Run.pipe\n"
                    "interleave.watch.flush(patient=True)\n"
                    "os.write(pipe, b'\\xff\\x00 rubbish\\n{\"at\": \"x\"}\\n[]\\n{\"state\": 3}\\n')\n"
                    "interleave.cpu(5)\n");
  g_assert_cmpuint (ilv_trace_get_info (trace)->notes->len, ==, 1);
  g_assert_cmpint (runner_test_sum_state_ns (trace, find_task (trace, "main"), ILV_STATE_RUNNING),
                   >, 0);
}

/* An interpreter that is none. */
static IlvPython *
make_python (const char *folder, const char *script, GListModel **found)
{
  g_autofree char *path = g_build_filename (folder, "python3", NULL);
  const char *paths[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, script, -1, NULL));
  g_assert_no_errno (g_chmod (path, 0700));
  ilv_python_find_async (paths, NULL, on_found, found);
  while (*found == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (*found); i++)
    {
      g_autoptr (IlvPython) python = g_list_model_get_item (*found, i);

      if (g_str_equal (ilv_python_get_path (python), path))
        return python;
    }
  g_assert_not_reached ();
}

/* Says that it is a Python 3.99, and ends as soon as it is to run something. */
static void
test_fake (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ilv-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "python3", NULL);
  g_autoptr (GListModel) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing_error = NULL;
  g_autofree char *script = g_strdup_printf (
    "#!/bin/sh\n"
    "if [ \"$2\" = -c ]; then\n"
    "  echo '{\"interleave\": 1, \"implementation\": \"cpython\", \"version\": \"3.99.0\","
    " \"number\": 56819968, \"executable\": \"%s\", \"real\": \"%s\", \"free_threaded\": false}'\n"
    "else\n"
    "  echo 'I am out of order.'; exit 7\n"
    "fi\n",
    path, path);
  IlvPython *python = make_python (folder, script, &found);
  g_autoptr (IlvTrace) trace = try_code (ILV_STRATEGY_PYTHON_THREADS, python, "pass\n", &error);
  g_autoptr (IlvTrace) missing = NULL;

  g_assert_error (error, ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_START);
  g_assert_nonnull (strstr (error->message, "status 7"));
  g_assert_nonnull (strstr (error->message, "I am out of order."));

  g_assert_no_errno (g_unlink (path));
  missing = try_code (ILV_STRATEGY_PYTHON_THREADS, python, "pass\n", &missing_error);
  g_assert_error (missing_error, ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_START);
  g_assert_nonnull (strstr (missing_error->message, path));
  g_assert_no_errno (g_rmdir (folder));
}

/* No build without the lock is at hand: a stand-in that says it is one hands on to a real interpreter,
 * so that what is tested is that it is chosen and told to do without the lock. */
static void
test_free_threaded (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ilv-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "python3", NULL);
  g_autofree char *script = NULL;
  g_autoptr (GListModel) found = NULL;
  g_autoptr (IlvTrace) without = NULL;
  g_autoptr (IlvTrace) with = NULL;
  IlvPython *real = choose (ILV_STRATEGY_PYTHON_THREADS);
  IlvPython *python;

  if (real == NULL)
    return;
  script = g_strdup_printf (
    "#!/bin/sh\n"
    "if [ \"$2\" = -c ]; then\n"
    "  echo '{\"interleave\": 1, \"implementation\": \"cpython\", \"version\": \"3.99.0\","
    " \"number\": 56819968, \"executable\": \"%s\", \"real\": \"%s\", \"free_threaded\": true}'\n"
    "else\n"
    "  echo \"told $3\"; shift 3; exec '%s' -EuB -Xutf8 \"$@\"\n"
    "fi\n",
    path, path, ilv_python_get_path (real));
  python = make_python (folder, script, &found);
  g_assert_true (ilv_python_choose (found, ILV_STRATEGY_PYTHON_FREE_THREADED) == python);
  without = run_code (ILV_STRATEGY_PYTHON_FREE_THREADED, python, threads_code);
  g_assert_nonnull (find_result (without, ILV_RESULT_OUTPUT, "told -Xgil=0"));
  check_histories (without);
  with = run_code (ILV_STRATEGY_PYTHON_THREADS, python, threads_code);
  g_assert_nonnull (find_result (with, ILV_RESULT_OUTPUT, "told -Xgil=1"));
  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (g_rmdir (folder));
}

/* Nothing of a run stays in the folder for temporary files. */
static guint
count_folders (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "interleave-python-");
  return n;
}

/* A stopped run is answered before its folder is removed. */
static gboolean
wait_for_no_folders (void)
{
  gint64 deadline_us = g_get_monotonic_time () + DEADLINE_US;

  while (count_folders () > 0 && g_get_monotonic_time () < deadline_us)
    g_usleep (1000);
  return count_folders () == 0;
}

static void
test_folder (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_THREADS);
  g_autoptr (IlvTrace) trace = NULL;

  if (python == NULL)
    return;
  g_assert_true (wait_for_no_folders ());
  trace = run_code (ILV_STRATEGY_PYTHON_THREADS, python,
                    "import os\nos.mkdir('x')\nopen('x/y', 'w').close()\nos.symlink('/', 'z')\n");
  g_assert_cmpuint (count_folders (), ==, 0);
}

static void
check_generated (IlvStrategy strategy, const char *text)
{
  g_autoptr (IlvWorkload) workload = runner_test_parse (text);
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  IlvPython *python = ilv_python_choose (interpreters, strategy);
  RunnerAnswer answer = { 0 };

  if (python == NULL)
    return;
  begin (strategy, python, NULL, workload, recorder, NULL, &answer);
  g_assert_true (wait_for (&answer.done));
  if (answer.error != NULL)
    g_test_message ("%s", ilv_trace_get_info (ilv_recorder_snapshot (recorder))->code);
  g_assert_no_error (answer.error);
  check_histories (answer.trace);
  for (guint i = 0; i < ilv_workload_get_n_tasks (workload); i++)
    find_task (answer.trace, ilv_workload_get_task_name (workload, i));
  g_object_unref (answer.trace);
}

static void
test_generated (void)
{
  for (IlvStrategy i = ILV_STRATEGY_PYTHON_THREADS; i <= ILV_STRATEGY_PYTHON_FREE_THREADED; i++)
    {
      check_generated (i, "[Task A]\nSteps=cpu 10ms\n[Task B]\nSteps=cpu 10ms\n");
      check_generated (i, "[Task A]\nSteps=lock L; cpu 5ms; unlock L; await C\n"
                          "[Task B]\nSteps=lock L; wait 5ms; unlock L; spawn C; cpu 2ms\n"
                          "[Task C]\nSteps=cpu 5ms; block 2ms; add 100\n");
    }
}

/* The most tasks that were in @state at one moment. */
static guint
count_at_once (IlvTrace *trace, IlvState state)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  guint most = 0;

  for (gsize i = 0; i < n_spans; i++)
    {
      guint n = 0;

      for (gsize j = 0; j < n_spans; j++)
        n += spans[j].state == state && spans[j].start_ns <= spans[i].start_ns
             && spans[j].end_ns > spans[i].start_ns;
      if (spans[i].state == state)
        most = MAX (most, n);
    }
  return most;
}

/* When a task began, or ended. */
static gint64
find_edge_ns (IlvTrace *trace, guint task, gboolean end)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  gint64 edge_ns = end ? 0 : G_MAXINT64;

  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].task == task && spans[i].state == ILV_STATE_RUNNING)
      edge_ns = end ? MAX (edge_ns, spans[i].end_ns) : MIN (edge_ns, spans[i].start_ns);
  return edge_ns;
}

static void
test_asyncio_order (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_ASYNCIO);
  g_autoptr (IlvTrace) trace = NULL;
  const IlvTraceInfo *info;
  guint first;
  guint second;

  if (python == NULL)
    return;
  trace = run_code (ILV_STRATEGY_PYTHON_ASYNCIO, python,
                    "import asyncio, interleave\n"
                    "async def step(name):\n"
                    "    interleave.cpu(5)\n"
                    "    await asyncio.sleep(0.05)\n"
                    "    interleave.cpu(5)\n"
                    "async def main():\n"
                    "    await asyncio.create_task(step('first'))\n"
                    "    await asyncio.create_task(step('second'))\n"
                    "asyncio.run(main())\n");
  info = ilv_trace_get_info (trace);
  check_histories (trace);
  first = find_task (trace, "first");
  second = find_task (trace, "second");
  g_assert_cmpuint (info->tasks->len, ==, 2);
  g_assert_cmpint (find_edge_ns (trace, first, TRUE), <=, find_edge_ns (trace, second, FALSE));
  /* How much of the sleep is seen as waiting depends on when the processor is taken away at its beginning. */
  g_assert_cmpint (runner_test_sum_state_ns (trace, first, ILV_STATE_WAITING), >, 0);
  g_assert_cmpint (find_edge_ns (trace, first, TRUE) - find_edge_ns (trace, first, FALSE), >=, 50 * ONE_MS);
  g_assert_cmpint (sum_overlap_ns (trace), ==, 0);
  g_assert_cmpuint (info->beats->len, >, 0);
  g_assert_cmpint (info->beat_period_ns, ==, 10 * ONE_MS);
}

static void
test_asyncio_at_once (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_ASYNCIO);
  g_autoptr (IlvTrace) trace = NULL;
  IlvServerSettings usual;
  IlvServerSettings slow;

  if (python == NULL)
    return;
  /* So slow that the last request is made before the first answer on any machine. */
  ilv_world_get_server_settings (world, &usual);
  slow = usual;
  slow.latency_ns = ILV_SERVER_MAX_LATENCY_NS;
  ilv_world_set_server_settings (world, &slow);
  trace = run_code (ILV_STRATEGY_PYTHON_ASYNCIO, python,
                    "import asyncio, interleave\n"
                    "async def one(n):\n"
                    "    return await interleave.aget(f'/api/v2/pokemon/{n}')\n"
                    "async def main():\n"
                    "    found = await asyncio.gather(*(one(n) for n in range(1, 21)))\n"
                    "    print(len({pokemon['name'] for pokemon in found}), 'names')\n"
                    "asyncio.run(main())\n");
  ilv_world_set_server_settings (world, &usual);
  check_histories (trace);
  g_assert_cmpuint (ilv_trace_get_info (trace)->tasks->len, ==, 20);
  g_assert_cmpuint (count_at_once (trace, ILV_STATE_WAITING), ==, 20);
  g_assert_nonnull (find_result (trace, ILV_RESULT_OUTPUT, "20 names"));
  g_assert_nonnull (find_result (trace, ILV_RESULT_TEXT, "bulbasaur"));
}

/* Runs @code, and asserts how many of its tasks wait for the world at once. */
static void
check_in_flight (IlvStrategy strategy, const char *code, guint n_expected)
{
  IlvPython *python = choose (strategy);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (GArray) found = NULL;

  if (python == NULL)
    return;
  trace = run_code (strategy, python, code);
  check_histories (trace);
  found = ilv_in_flight_find (trace);
  g_assert_cmpuint (ilv_in_flight_get_most (found), ==, n_expected);
}

/* Main works for so long that it is a task of its own, and its waits are seen. Sleeps are so long that
 * they overlap on any machine. */
static void
test_in_flight (void)
{
  check_in_flight (ILV_STRATEGY_PYTHON_THREADS,
                   "import interleave, time\n"
                   "from concurrent.futures import ThreadPoolExecutor\n"
                   "def one(n):\n"
                   "    time.sleep(0.4)\n"
                   "interleave.show('begins')\n"
                   "with ThreadPoolExecutor(max_workers=6) as pool:\n"
                   "    for n in range(12):\n"
                   "        pool.submit(one, n)\n",
                   6);
  check_in_flight (ILV_STRATEGY_PYTHON_THREADS,
                   "import interleave, queue, threading, time\n"
                   "things = queue.Queue()\n"
                   "def eat():\n"
                   "    things.get()\n"
                   "eater = threading.Thread(target=eat)\n"
                   "eater.start()\n"
                   "time.sleep(0.4)\n"
                   "things.put(1)\n"
                   "eater.join()\n",
                   1);
}

static void
test_asyncio_in_flight (void)
{
  /* In threads of a pool; main waits for both. */
  check_in_flight (ILV_STRATEGY_PYTHON_ASYNCIO,
                   "import asyncio, interleave, time\n"
                   "async def one(n):\n"
                   "    await asyncio.to_thread(time.sleep, 0.4)\n"
                   "    await interleave.aquery('SELECT 1')\n"
                   "async def main():\n"
                   "    interleave.show('begins')\n"
                   "    await asyncio.gather(one(1), one(2))\n"
                   "    await asyncio.wait([asyncio.create_task(one(n)) for n in (3, 4)])\n"
                   "asyncio.run(main())\n",
                   2);
  /* Only the one that waits for the world counts: neither those that it lets go on, nor main. */
  check_in_flight (ILV_STRATEGY_PYTHON_ASYNCIO,
                   "import asyncio, interleave\n"
                   "async def eat(event, things):\n"
                   "    await event.wait()\n"
                   "    await things.get()\n"
                   "async def main():\n"
                   "    event, things = asyncio.Event(), asyncio.Queue()\n"
                   "    eaters = [asyncio.create_task(eat(event, things)) for _ in range(3)]\n"
                   "    answer = asyncio.get_running_loop().create_future()\n"
                   "    asyncio.get_running_loop().call_later(0.2, answer.set_result, 1)\n"
                   "    await answer\n"
                   "    event.set()\n"
                   "    for _ in eaters:\n"
                   "        await asyncio.sleep(0.02)\n"
                   "        await things.put(1)\n"
                   "    await asyncio.gather(*eaters)\n"
                   "asyncio.run(main())\n",
                   1);
  /* What asks in a thread is seen at the line that awaits it. */
  check_in_flight (ILV_STRATEGY_PYTHON_ASYNCIO,
                   "import asyncio, interleave\n"
                   "async def main():\n"
                   "    await interleave.aask('traffic-lights')\n"
                   "asyncio.run(main())\n",
                   1);
}

/* What is not awaited is said by Python; a task that is blocked by another is ready. */
static void
test_asyncio_mistakes (void)
{
  IlvPython *python = choose (ILV_STRATEGY_PYTHON_ASYNCIO);
  g_autoptr (IlvTrace) trace = NULL;

  if (python == NULL)
    return;
  trace = run_code (ILV_STRATEGY_PYTHON_ASYNCIO, python,
                    "import asyncio, time\n"
                    "async def rude():\n"
                    "    asyncio.sleep(1)\n"
                    "    time.sleep(0.2)\n"
                    "async def polite():\n"
                    "    await asyncio.sleep(0.01)\n"
                    "async def main():\n"
                    "    await asyncio.gather(polite(), rude())\n"
                    "asyncio.run(main())\n");
  check_histories (trace);
  g_assert_nonnull (find_result (trace, ILV_RESULT_OUTPUT, "was never awaited"));
  g_assert_cmpint (runner_test_sum_state_ns (trace, find_task (trace, "polite"), ILV_STATE_READY),
                   >, 100 * ONE_MS);
}

/* All that waits for the world, in the manner of each strategy. */
static void
test_world (void)
{
  for (IlvStrategy i = ILV_STRATEGY_PYTHON_THREADS; i <= ILV_STRATEGY_PYTHON_FREE_THREADED; i++)
    check_generated (i, "[Task A]\nSteps=get /api/v2/pokemon/{n}; cpu 1ms\nCount=3\n"
                        "[Task B]\nSteps=write notes.txt 1 MiB; read notes.txt\n"
                        "[Task C]\nSteps=query SELECT 1; ask traffic-lights\n");
}

int
main (int argc, char *argv[])
{
  gboolean opened = FALSE;
  char tmp[] = "/tmp/ilv-test-XXXXXX";
  int status;

  /* Before GLib looks where temporary files belong. */
  g_assert_nonnull (mkdtemp (tmp));
  g_setenv ("TMPDIR", tmp, TRUE);
  /* What stands before this program under ThreadSanitizer is nothing for interpreters. */
  g_unsetenv ("LD_PRELOAD");
  g_test_init (&argc, &argv, NULL);

  ilv_python_find_async (NULL, NULL, on_found, &interpreters);
  while (interpreters == NULL)
    g_main_context_iteration (NULL, TRUE);
  world = ilv_world_new ();
  ilv_person_set_standing_answer (ilv_world_get_person (world), "1 2 3");
  ilv_world_open_async (world, NULL, runner_test_on_opened, &opened);
  g_assert_true (wait_for (&opened));

  g_test_add_func ("/runner/python-runner/threads", test_threads);
  g_test_add_func ("/runner/python-runner/slices", test_slices);
  g_test_add_func ("/runner/python-runner/processes", test_processes);
  g_test_add_func ("/runner/python-runner/errors", test_errors);
  g_test_add_func ("/runner/python-runner/not-agreed", test_not_agreed);
  g_test_add_func ("/runner/python-runner/partial", test_partial);
  g_test_add_func ("/runner/python-runner/stop", test_stop);
  g_test_add_func ("/runner/python-runner/stall", test_stall);
  g_test_add_func ("/runner/python-runner/no-stall", test_no_stall);
  g_test_add_func ("/runner/python-runner/still", test_still);
  g_test_add_func ("/runner/python-runner/interpreter-pool", test_interpreter_pool);
  g_test_add_func ("/runner/python-runner/too-long", test_too_long);
  g_test_add_func ("/runner/python-runner/floods", test_floods);
  g_test_add_func ("/runner/python-runner/garbage", test_garbage);
  g_test_add_func ("/runner/python-runner/fake", test_fake);
  g_test_add_func ("/runner/python-runner/folder", test_folder);
  g_test_add_func ("/runner/python-runner/free-threaded", test_free_threaded);
  g_test_add_func ("/runner/python-runner/generated", test_generated);

  g_test_add_func ("/runner/python-runner/asyncio/order", test_asyncio_order);
  g_test_add_func ("/runner/python-runner/asyncio/at-once", test_asyncio_at_once);
  g_test_add_func ("/runner/python-runner/asyncio/mistakes", test_asyncio_mistakes);
  g_test_add_func ("/runner/python-runner/asyncio/in-flight", test_asyncio_in_flight);
  g_test_add_func ("/runner/python-runner/in-flight", test_in_flight);
  g_test_add_func ("/runner/python-runner/world", test_world);

  status = g_test_run ();
  g_assert_true (wait_for_no_folders ());
  g_clear_object (&world);
  g_clear_object (&interpreters);
  g_rmdir (tmp);
  return status;
}
