/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-kernel-slice.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include "ilv-figures.h"
#include "ilv-model.h"
#include "ilv-slice.h"
#include "runner-test.h"

#define MS G_GINT64_CONSTANT (1000000)
#define ASKED_NS (20 * MS)

/* Longer than an exchange of threads. */
#define EXCHANGE_NS (20 * 1000)

/* To find one in which no other program takes the processor. */
#define MAX_RUNS 5

/* From now on, for this thread and those that it starts, the kernel answers the call with @number and
 * does nothing. 0 is what a kernel does that is too old. */
static void
forbid_call (int number)
{
  struct sock_filter instructions[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SYS_sched_setattr, 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (guint32) number),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const struct sock_fprog program = { G_N_ELEMENTS (instructions), instructions };

  g_assert_cmpint (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), ==, 0);
  g_assert_cmpint (prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0), ==, 0);
}

static IlvTrace *
run (IlvStrategy strategy, gint64 slice_ns, gint64 work_ns)
{
  const IlvRunnerOptions options = { .processors = 1, .slice_ns = slice_ns };
  g_autoptr (IlvRunner) runner = ilv_runner_new_with_options (strategy, &options);
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (2, work_ns);
  RunnerAnswer answer = { 0 };

  ilv_runner_run_async (runner, workload, recorder, NULL, runner_test_on_run, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (answer.error);
  g_assert_cmpint (ilv_trace_get_info (answer.trace)->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
  return answer.trace;
}

static gpointer
get_in_thread (gpointer slice_ns)
{
  *(gint64 *) slice_ns = ilv_kernel_slice_get_ns ();
  return NULL;
}

static gpointer
ask_in_thread (gpointer data G_GNUC_UNUSED)
{
  const gint64 slices_ns[] = { ILV_SLICE_MIN_NS, ASKED_NS, ILV_SLICE_MAX_NS };
  gint64 inherited_ns = 0;

  for (guint i = 0; i < G_N_ELEMENTS (slices_ns); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (ilv_kernel_slice_ask (slices_ns[i], &error));
      g_assert_no_error (error);
      g_assert_cmpint (ilv_kernel_slice_get_ns (), ==, slices_ns[i]);
    }
  g_thread_join (g_thread_new ("child", get_in_thread, &inherited_ns));
  g_assert_cmpint (inherited_ns, ==, ILV_SLICE_MAX_NS);
  return NULL;
}

static gboolean
skip_where_refused (void)
{
  const char *refusal = ilv_kernel_slice_get_refusal ();

  if (refusal != NULL)
    g_test_skip (refusal);
  return refusal != NULL;
}

/* Nobody else's slice changes, neither by asking nor by trying whether it can be asked. */
static void
test_ask (void)
{
  gint64 before_ns = ilv_kernel_slice_get_ns ();

  if (skip_where_refused ())
    return;
  g_assert_cmpint (before_ns, >, 0);
  g_thread_join (g_thread_new ("asker", ask_in_thread, NULL));
  g_assert_cmpint (ilv_kernel_slice_get_ns (), ==, before_ns);
}

/* How often neither task had the processor, though both wanted it: something else had it. */
static guint
count_strangers (IlvTrace *trace)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  gint64 end_ns = -1;
  guint n = 0;

  for (gsize i = 0; i < n_spans; i++)
    {
      if (spans[i].state != ILV_STATE_RUNNING)
        continue;
      n += end_ns >= 0 && spans[i].start_ns - end_ns > EXCHANGE_NS;
      end_ns = MAX (end_ns, spans[i].end_ns);
    }
  return n;
}

typedef enum
{
  FOLLOWED,
  NOT_FOLLOWED,
  DISTURBED,
} Finding;

/* Who takes the processor from a task often leaves it to the other one, which cuts time slices short.
 * So the median counts where that was rare. */
static Finding
check_run (void)
{
  g_autoptr (IlvTrace) trace = run (ILV_STRATEGY_TIME_SLICED, ASKED_NS, 400 * MS);
  guint n_strangers = count_strangers (trace);
  IlvFigures figures;

  ilv_figures_compute (&figures, trace);
  g_assert_cmpint (figures.slice_asked_ns, ==, ASKED_NS);
  g_assert_cmpint (figures.slice_given_ns, ==, ASKED_NS);
  g_assert_false (ilv_figures_is_slice_refused (&figures));
  g_assert_cmpuint (figures.time_slices, <=, ilv_trace_get_info (trace)->involuntary_switches);
  g_test_message ("%u time slices, median %.3f ms; others took the processor %u times",
                  figures.time_slices, figures.slice_median_ns / 1e6, n_strangers);
  if (figures.slice_median_ns > (ASKED_NS + 4 * MS) / 2)
    return FOLLOWED;
  return 4 * n_strangers <= figures.time_slices ? NOT_FOLLOWED : DISTURBED;
}

static void
test_run (void)
{
  guint n_not_followed = 0;

  if (skip_where_refused ())
    return;
  for (guint i = 0; i < MAX_RUNS; i++)
    {
      Finding finding = check_run ();

      if (finding == FOLLOWED)
        return;
      n_not_followed += finding == NOT_FOLLOWED;
    }
  g_assert_cmpuint (n_not_followed, <, MAX_RUNS);
  g_test_skip ("other programs took the processor");
}

/* Not asked, the kernel does as it always does, and nothing is said to be refused. */
static void
test_own (void)
{
  g_autoptr (IlvTrace) trace = run (ILV_STRATEGY_TIME_SLICED, 0, 100 * MS);
  IlvFigures figures;

  ilv_figures_compute (&figures, trace);
  g_assert_cmpint (figures.slice_asked_ns, ==, 0);
  g_assert_cmpint (figures.slice_given_ns, ==, ilv_kernel_slice_get_ns ());
  g_assert_false (ilv_figures_is_slice_refused (&figures));
}

/* A strategy without time slices has none, whatever is asked. */
static void
test_without (void)
{
  g_autoptr (IlvTrace) trace = run (ILV_STRATEGY_THREAD_POOL, ASKED_NS, 20 * MS);
  IlvFigures figures;

  ilv_figures_compute (&figures, trace);
  g_assert_cmpint (figures.slice_asked_ns, ==, -1);
  g_assert_cmpint (figures.slice_given_ns, ==, -1);
  g_assert_cmpint (figures.slice_median_ns, ==, -1);
  g_assert_cmpuint (figures.time_slices, ==, 0);
}

/* The model is exact: in 400 ms of two tasks, all but the last slice of each is cut off by its end. */
static void
test_model (void)
{
  const gint64 asked_ns[] = { 0, ILV_SLICE_MIN_NS, ASKED_NS, ILV_SLICE_MAX_NS };

  for (guint i = 0; i < G_N_ELEMENTS (asked_ns); i++)
    {
      g_autoptr (IlvTrace) trace = run (ILV_STRATEGY_MODEL, asked_ns[i], 400 * MS);
      gint64 slice_ns = asked_ns[i] > 0 ? asked_ns[i] : ILV_MODEL_QUANTUM_NS;
      IlvFigures figures;

      ilv_figures_compute (&figures, trace);
      g_assert_cmpint (figures.slice_asked_ns, ==, asked_ns[i]);
      g_assert_cmpint (figures.slice_median_ns, ==, slice_ns);
      g_assert_cmpuint (figures.time_slices, ==, 2 * (400 * MS / slice_ns) - 2);
      g_assert_false (ilv_figures_is_slice_refused (&figures));
    }
}

/* What is forbidden, or taken and not done, is told: in a program of its own, since there is no way
 * back. */
static void
check_refused (int number, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvTrace) trace = NULL;
  const IlvTraceInfo *info;
  IlvFigures figures;

  forbid_call (number);
  g_assert_false (ilv_kernel_slice_ask (ASKED_NS, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_cmpstr (ilv_kernel_slice_get_refusal (), ==, error->message);

  trace = run (ILV_STRATEGY_TIME_SLICED, ASKED_NS, 20 * MS);
  info = ilv_trace_get_info (trace);
  ilv_figures_compute (&figures, trace);
  g_assert_cmpint (figures.slice_asked_ns, ==, ASKED_NS);
  g_assert_cmpint (figures.slice_given_ns, !=, ASKED_NS);
  g_assert_true (ilv_figures_is_slice_refused (&figures));
  g_assert_cmpuint (info->notes->len, >=, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (info->notes, info->notes->len - 1), error->message));

  g_clear_object (&trace);
  trace = run (ILV_STRATEGY_TIME_SLICED, 0, 20 * MS);
  ilv_figures_compute (&figures, trace);
  g_assert_false (ilv_figures_is_slice_refused (&figures));
}

static void
test_forbidden (void)
{
  if (g_test_subprocess ())
    {
      check_refused (EPERM, G_IO_ERROR_PERMISSION_DENIED);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_too_old (void)
{
  if (g_test_subprocess ())
    {
      check_refused (0, G_IO_ERROR_NOT_SUPPORTED);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/kernel-slice/ask", test_ask);
  g_test_add_func ("/runner/kernel-slice/run", test_run);
  g_test_add_func ("/runner/kernel-slice/own", test_own);
  g_test_add_func ("/runner/kernel-slice/without", test_without);
  g_test_add_func ("/runner/kernel-slice/model", test_model);
  g_test_add_func ("/runner/kernel-slice/forbidden", test_forbidden);
  g_test_add_func ("/runner/kernel-slice/too-old", test_too_old);
  return g_test_run ();
}
