/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ilv-piece-list.h"
#include "ilv-runner.h"
#include "runner-test.h"

#define ONE_MS 1000000

enum
{
  TASK_SIGN_IN,
  TASK_QUERY,
  TASK_SHOW,
};

static IlvWorld *world;

static void
open_world (void)
{
  const IlvServerSettings settings = { .latency_ns = 30 * ONE_MS };

  world = ilv_world_new ();
  ilv_world_set_server_settings (world, &settings);
  runner_test_open (world);
}

static void
run (const char *name, IlvWorld *its_world, gboolean cancel, RunnerAnswer *answer)
{
  const IlvRunnerOptions options = { .processors = 2, .world = its_world, .code = name };
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (1, ONE_MS);
  g_autoptr (IlvRunner) runner = ilv_runner_new_with_options (ILV_STRATEGY_GIO, &options);
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  *answer = (RunnerAnswer){ 0 };
  ilv_runner_run_async (runner, workload, recorder, cancellable, runner_test_on_run, answer);
  if (cancel)
    g_cancellable_cancel (cancellable);
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static IlvTrace *
run_well (const char *name)
{
  g_autofree char *code = ilv_piece_dup_code (name);
  const IlvTraceInfo *info;
  RunnerAnswer answer;

  run (name, world, FALSE, &answer);
  g_assert_no_error (answer.error);
  info = ilv_trace_get_info (answer.trace);
  g_assert_cmpint (info->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
  g_assert_cmpstr (info->strategy, ==, "gio");
  g_assert_cmpstr (info->code, ==, code);
  g_assert_true (g_str_has_prefix (info->interpreter, "GLib "));
  g_assert_cmpuint (info->beats->len, >=, 1);
  g_assert_cmpuint (info->tasks->len, ==, 3);
  return answer.trace;
}

static const char *
find_text (IlvTrace *trace, guint task)
{
  const GPtrArray *results = ilv_trace_get_info (trace)->results;

  for (guint i = 0; i < results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (results, i);

      if (result->task == task && result->kind == ILV_RESULT_TEXT)
        return result->text;
    }
  return NULL;
}

/* The bounds of a task; and each of its spans tells a line that calls for that. */
static void
find_bounds (IlvTrace *trace, guint task, gint64 *start_ns, gint64 *end_ns)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  *start_ns = G_MAXINT64;
  *end_ns = 0;
  for (gsize i = 0; i < n_spans; i++)
    {
      const char *line;

      if (spans[i].task != task)
        continue;
      line = ilv_trace_info_get_step (ilv_trace_get_info (trace), task, spans[i].step);
      g_assert_nonnull (strstr (line, spans[i].state == ILV_STATE_WAITING ? "_async (" : "ilv_piece_"));
      *start_ns = MIN (*start_ns, spans[i].start_ns);
      *end_ns = MAX (*end_ns, spans[i].end_ns);
    }
}

static void
test_sign_in (void)
{
  g_autoptr (IlvTrace) trace = run_well ("sign-in.c");
  gint64 start_ns[3], end_ns[3];

  g_assert_cmpuint (ilv_trace_get_info (trace)->beats->len, >=, 3);
  for (guint i = 0; i < 3; i++)
    find_bounds (trace, i, &start_ns[i], &end_ns[i]);
  g_assert_cmpint (end_ns[TASK_SIGN_IN] - start_ns[TASK_SIGN_IN], >=, 29 * ONE_MS);
  g_assert_cmpint (start_ns[TASK_QUERY], >=, end_ns[TASK_SIGN_IN]);
  g_assert_cmpint (start_ns[TASK_SHOW], >=, end_ns[TASK_QUERY]);
  g_assert_cmpstr (find_text (trace, TASK_SIGN_IN), ==, "ada");
  g_assert_nonnull (strstr (find_text (trace, TASK_QUERY), "compass"));
  g_assert_cmpstr (find_text (trace, TASK_SHOW), ==, find_text (trace, TASK_QUERY));
}

/* It is shown before the rows have come, and so shows nothing. */
static void
test_forgotten (void)
{
  g_autoptr (IlvTrace) trace = run_well ("sign-in-forgotten.c");
  gint64 query_start_ns, query_end_ns, show_start_ns, show_end_ns;

  find_bounds (trace, TASK_QUERY, &query_start_ns, &query_end_ns);
  find_bounds (trace, TASK_SHOW, &show_start_ns, &show_end_ns);
  g_assert_cmpint (show_start_ns, >, query_start_ns);
  g_assert_cmpint (show_start_ns, <, query_end_ns);
  g_assert_cmpstr (find_text (trace, TASK_SHOW), ==, "(nothing)");
  g_assert_nonnull (strstr (find_text (trace, TASK_QUERY), "compass"));
}

static void
test_overlap (void)
{
  g_autoptr (IlvTrace) trace = run_well ("sign-in-overlap.c");
  gint64 start_ns[3], end_ns[3];

  for (guint i = 0; i < 3; i++)
    find_bounds (trace, i, &start_ns[i], &end_ns[i]);
  g_assert_cmpint (start_ns[TASK_QUERY], <, end_ns[TASK_SIGN_IN]);
  g_assert_cmpint (start_ns[TASK_SHOW], >=, MAX (end_ns[TASK_SIGN_IN], end_ns[TASK_QUERY]));
  g_assert_true (g_str_has_prefix (find_text (trace, TASK_SHOW), "ada: "));
}

static void
test_failure (void)
{
  const IlvServerSettings failing = { .latency_ns = ONE_MS, .failure_rate = 1 };
  const IlvServerSettings working = { .latency_ns = 30 * ONE_MS };

  ilv_world_set_server_settings (world, &failing);
  for (guint i = 0; ilv_piece_list_names ()[i] != NULL; i++)
    {
      g_autoptr (IlvTrace) trace = run_well (ilv_piece_list_names ()[i]);
      const IlvResult *first = g_ptr_array_index (ilv_trace_get_info (trace)->results, 0);

      g_assert_null (find_text (trace, TASK_SIGN_IN));
      g_assert_null (find_text (trace, TASK_SHOW));
      g_assert_nonnull (first);
    }
  ilv_world_set_server_settings (world, &working);
}

static void
test_cancel (void)
{
  for (guint i = 0; ilv_piece_list_names ()[i] != NULL; i++)
    {
      RunnerAnswer answer;

      run (ilv_piece_list_names ()[i], world, TRUE, &answer);
      g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (answer.trace);
      g_error_free (answer.error);
    }
}

static void
test_refused (void)
{
  RunnerAnswer answer;

  run ("nothing.c", world, FALSE, &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_cmpstr (answer.error->message, ==,
                   "There is no piece of C “nothing.c”; there are: sign-in.c, sign-in-forgotten.c, "
                   "sign-in-overlap.c");
  g_clear_error (&answer.error);
  run (NULL, world, FALSE, &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&answer.error);
  run ("sign-in.c", NULL, FALSE, &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&answer.error);
  g_assert_null (ilv_piece_dup_code ("nothing.c"));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_world ();
  g_test_add_func ("/runner/gio-runner/sign-in", test_sign_in);
  g_test_add_func ("/runner/gio-runner/forgotten", test_forgotten);
  g_test_add_func ("/runner/gio-runner/overlap", test_overlap);
  g_test_add_func ("/runner/gio-runner/failure", test_failure);
  g_test_add_func ("/runner/gio-runner/cancel", test_cancel);
  g_test_add_func ("/runner/gio-runner/refused", test_refused);
  status = g_test_run ();
  ilv_world_close (world);
  g_object_unref (world);
  return status;
}
