/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the runners have in common: workloads from text, answers, and an open world. */

#pragma once

#include "ilv-runner.h"

typedef struct
{
  IlvTrace *trace;
  GError *error;
  gboolean done;
} RunnerAnswer;

/* The callback of ilv_runner_run_async(), with a #RunnerAnswer. */
G_GNUC_UNUSED static void
runner_test_on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RunnerAnswer *answer = user_data;

  answer->trace = ilv_runner_run_finish (ILV_RUNNER (source), result, &answer->error);
  answer->done = TRUE;
}

G_GNUC_UNUSED static IlvWorkload *
runner_test_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (text, "test", 1, &error);
  IlvWorkload *workload;

  g_assert_no_error (error);
  workload = ilv_workload_new_from_key_file (key_file, &error);
  g_assert_no_error (error);
  return workload;
}

G_GNUC_UNUSED static void
runner_test_on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ilv_world_open_finish (ILV_WORLD (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Opens @world and waits until it is. */
G_GNUC_UNUSED static void
runner_test_open (IlvWorld *world)
{
  gboolean done = FALSE;

  ilv_world_open_async (world, NULL, runner_test_on_opened, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* How long a task was in a state. */
G_GNUC_UNUSED static gint64
runner_test_sum_state_ns (IlvTrace *trace, guint task, IlvState state)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  gint64 sum_ns = 0;

  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].task == task && spans[i].state == state)
      sum_ns += spans[i].end_ns - spans[i].start_ns;
  return sum_ns;
}
