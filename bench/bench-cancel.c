/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From cancelling a run to its answer, for each strategy and for tasks that compute, sleep or are
 * blocked: the longest of several rounds, against the 50 ms that are promised. */

#include "ilv-runner.h"

#define ROUNDS 5
#define PROMISED_MS 50.0

typedef struct
{
  const char *name;
  const char *text;
} Case;

static const Case cases[] = {
  { "32 computing", "[Task A]\nCount=32\nSteps=cpu 3600s\n" },
  { "32 waiting", "[Task A]\nCount=32\nSteps=wait 3600s\n" },
  { "31 blocked", "[Task A]\nCount=32\nSteps=lock L; cpu 3600s; unlock L\n" },
};

static const IlvStrategy strategies[] = {
  ILV_STRATEGY_SEQUENTIAL,
  ILV_STRATEGY_EVENT_LOOP,
  ILV_STRATEGY_TIME_SLICED,
  ILV_STRATEGY_THREAD_POOL,
};

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (IlvTrace) trace = ilv_runner_run_finish (ILV_RUNNER (source), result, NULL);

  *done = TRUE;
}

typedef struct
{
  GCancellable *cancellable;
  gint64 begin_us;
} Stop;

static gboolean
on_time_over (gpointer data)
{
  Stop *stop = data;

  stop->begin_us = g_get_monotonic_time ();
  g_cancellable_cancel (stop->cancellable);
  return G_SOURCE_REMOVE;
}

static double
time_cancel (IlvStrategy strategy, IlvWorkload *workload)
{
  g_autoptr (IlvRunner) runner = ilv_runner_new (strategy, 2);
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Stop stop = { cancellable, 0 };
  gboolean done = FALSE;

  ilv_runner_run_async (runner, workload, recorder, cancellable, on_run, &done);
  g_timeout_add (200, on_time_over, &stop);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  return (g_get_monotonic_time () - stop.begin_us) / 1000.0;
}

static void
time_case (IlvStrategy strategy, const Case *the_case)
{
  g_autoptr (IlvKeyFile) key_file
    = ilv_key_file_new_from_text (the_case->text, "bench", 1, NULL);
  g_autoptr (IlvWorkload) workload = ilv_workload_new_from_key_file (key_file, NULL);
  double longest_ms = 0;

  for (guint i = 0; i < ROUNDS; i++)
    longest_ms = MAX (longest_ms, time_cancel (strategy, workload));
  g_print ("%-12s %-13s %6.2f ms, ratio to the promised %.0f ms: %.3f\n",
           ilv_strategy_to_string (strategy), the_case->name, longest_ms, PROMISED_MS,
           longest_ms / PROMISED_MS);
}

int
main (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strategies); i++)
    for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
      time_case (strategies[i], &cases[k]);
  return 0;
}
