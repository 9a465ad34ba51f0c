/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-experiment.h"

#include <string.h>
#include "runner-test.h"

typedef struct
{
  GError *error;
  gboolean done;
} Answer;

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  ilv_experiment_run_finish (ILV_EXPERIMENT (source), result, &answer->error);
  answer->done = TRUE;
}

static void
on_notify_running (GObject *object, GParamSpec *pspec G_GNUC_UNUSED, gpointer user_data)
{
  GString *log = user_data;

  g_string_append_c (log, ilv_experiment_is_running (ILV_EXPERIMENT (object)) ? 'r' : 's');
}

static IlvTraceOutcome
get_outcome (IlvExperiment *experiment, IlvSide side)
{
  g_autoptr (IlvTrace) trace = ilv_experiment_dup_trace (experiment, side);

  g_assert_nonnull (trace);
  return ilv_trace_get_info (trace)->outcome;
}

static void
test_both_sides (void)
{
  g_autoptr (IlvExperiment) experiment = ilv_experiment_new ();
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (2, 5000000);
  g_autoptr (GString) log = g_string_new (NULL);
  Answer answer = { 0 };

  g_signal_connect (experiment, "notify::running", G_CALLBACK (on_notify_running), log);
  ilv_experiment_set_workload (experiment, workload);
  ilv_experiment_set_strategy (experiment, ILV_SIDE_LEFT, ILV_STRATEGY_EVENT_LOOP);
  ilv_experiment_set_strategy (experiment, ILV_SIDE_RIGHT, ILV_STRATEGY_MODEL);
  ilv_experiment_set_processors (experiment, 2);
  g_assert_null (ilv_experiment_dup_trace (experiment, ILV_SIDE_LEFT));

  for (guint run = 0; run < 2; run++)
    {
      answer.done = FALSE;
      ilv_experiment_run_async (experiment, NULL, on_run, &answer);
      g_assert_true (ilv_experiment_is_running (experiment));
      g_assert_cmpint (ilv_experiment_get_running_side (experiment), ==, ILV_SIDE_LEFT);
      while (!answer.done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_no_error (answer.error);
      g_assert_cmpint (get_outcome (experiment, ILV_SIDE_LEFT), ==, ILV_TRACE_OUTCOME_FINISHED);
      g_assert_cmpint (get_outcome (experiment, ILV_SIDE_RIGHT), ==, ILV_TRACE_OUTCOME_FINISHED);
    }
  g_assert_cmpstr (log->str, ==, "rsrs");
}

static void
test_cancel (void)
{
  g_autoptr (IlvExperiment) experiment = ilv_experiment_new ();
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (2, G_GINT64_CONSTANT (3600000000000));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  ilv_experiment_set_workload (experiment, workload);
  ilv_experiment_run_async (experiment, cancellable, on_run, &answer);
  while (TRUE)
    {
      g_autoptr (IlvTrace) trace = ilv_experiment_dup_trace (experiment, ILV_SIDE_LEFT);

      if (trace != NULL && ilv_trace_get_duration_ns (trace) > 0)
        break;
      g_main_context_iteration (NULL, FALSE);
    }
  g_cancellable_cancel (cancellable);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  g_assert_cmpint (get_outcome (experiment, ILV_SIDE_LEFT), ==, ILV_TRACE_OUTCOME_CANCELLED);
  g_assert_null (ilv_experiment_dup_trace (experiment, ILV_SIDE_RIGHT));
  g_assert_false (ilv_experiment_is_running (experiment));
}

static void
run_text (IlvExperiment *experiment, IlvStrategy left, const char *text, Answer *answer)
{
  g_autoptr (IlvWorkload) workload = runner_test_parse (text);

  *answer = (Answer){ 0 };
  ilv_experiment_set_workload (experiment, workload);
  ilv_experiment_set_strategy (experiment, ILV_SIDE_LEFT, left);
  ilv_experiment_set_strategy (experiment, ILV_SIDE_RIGHT, ILV_STRATEGY_EVENT_LOOP);
  ilv_experiment_run_async (experiment, NULL, on_run, answer);
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

/* The steps' texts hold the number that was drawn: the same on both sides, and not the mark. */
static void
test_world (void)
{
  g_autoptr (IlvExperiment) experiment = ilv_experiment_new ();
  const IlvServerSettings settings = { .latency_ns = 1000000 };
  Answer answer;

  ilv_world_set_server_settings (ilv_experiment_get_world (experiment), &settings);
  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (IlvTrace) left = NULL;
      g_autoptr (IlvTrace) right = NULL;

      run_text (experiment, ILV_STRATEGY_AWAIT_LOOP,
                "[Task A]\nCount=3\nSteps=get /api/v2/pokemon/{random}\n", &answer);
      g_assert_no_error (answer.error);
      left = ilv_experiment_dup_trace (experiment, ILV_SIDE_LEFT);
      right = ilv_experiment_dup_trace (experiment, ILV_SIDE_RIGHT);
      g_assert_cmpuint (ilv_trace_get_info (left)->results->len, ==, 3);
      g_assert_cmpuint (ilv_trace_get_info (right)->results->len, ==, 3);
      for (guint i = 0; i < 3; i++)
        {
          const char *step = ilv_trace_info_get_step (ilv_trace_get_info (left), i, 0);

          g_assert_null (strstr (step, "{"));
          g_assert_cmpstr (step, ==, ilv_trace_info_get_step (ilv_trace_get_info (right), i, 0));
        }
    }
}

/* What cannot be done is said before anything runs. */
static void
test_obstacle (void)
{
  g_autoptr (IlvExperiment) experiment = ilv_experiment_new ();
  Answer answer;

  run_text (experiment, ILV_STRATEGY_PYTHON_THREADS, "[Task A]\nSteps=paint 1/4\n", &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (answer.error->message, "paint 1/4"));
  g_clear_error (&answer.error);
  g_assert_false (ilv_experiment_is_running (experiment));
  g_assert_null (ilv_experiment_dup_trace (experiment, ILV_SIDE_LEFT));
}

/* A piece of C is named where another side's code would stand. */
static void
test_code (void)
{
  g_autoptr (IlvExperiment) experiment = ilv_experiment_new ();
  g_autoptr (IlvTrace) trace = NULL;
  Answer answer;

  ilv_experiment_set_code (experiment, ILV_SIDE_LEFT, "sign-in.c");
  run_text (experiment, ILV_STRATEGY_GIO, "[Task A]\nSteps=cpu 1ms\n", &answer);
  g_assert_no_error (answer.error);
  trace = ilv_experiment_dup_trace (experiment, ILV_SIDE_LEFT);
  g_assert_nonnull (ilv_trace_get_info (trace)->code);
  g_assert_cmpuint (ilv_trace_get_info (trace)->results->len, ==, 3);

  ilv_experiment_set_code (experiment, ILV_SIDE_LEFT, "nothing.c");
  run_text (experiment, ILV_STRATEGY_GIO, "[Task A]\nSteps=cpu 1ms\n", &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&answer.error);
}

static void
test_finalize (void)
{
  IlvExperiment *experiment = ilv_experiment_new ();

  g_assert_finalize_object (experiment);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/experiment/both-sides", test_both_sides);
  g_test_add_func ("/runner/experiment/cancel", test_cancel);
  g_test_add_func ("/runner/experiment/world", test_world);
  g_test_add_func ("/runner/experiment/obstacle", test_obstacle);
  g_test_add_func ("/runner/experiment/code", test_code);
  g_test_add_func ("/runner/experiment/finalize", test_finalize);
  return g_test_run ();
}
