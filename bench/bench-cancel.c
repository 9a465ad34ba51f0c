/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From cancelling a run to its answer, for each strategy and for tasks that compute, sleep, are blocked
 * or wait for the world: the longest of several rounds, against the 50 ms that are promised. */

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
  { "blocking", "[Task A]\nCount=32\nSteps=block 3600s\n" },
  { "32 adding", "[Task A]\nCount=32\nSteps=add 1000000\n" },
  { "32 painting", "[Task A]\nCount=32\nSteps=paint 1/1; paint 1/1; paint 1/1\n" },
  { "32 getting", "[Task A]\nCount=32\nSteps=get /slow/2000; get /slow/2000\n" },
  { "32 writing", "[Task A]\nCount=32\nSteps=write big.raw 64 MiB\n" },
  { "32 querying",
    "[Task A]\nCount=32\nSteps=query WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
    "SELECT count (*) FROM n\n" },
  { "32 asking", "[Task A]\nCount=32\nSteps=ask traffic-lights\n" },
};

static const IlvStrategy strategies[] = {
  ILV_STRATEGY_SEQUENTIAL,
  ILV_STRATEGY_EVENT_LOOP,
  ILV_STRATEGY_AWAIT_LOOP,
  ILV_STRATEGY_TIME_SLICED,
  ILV_STRATEGY_THREAD_POOL,
  ILV_STRATEGY_GIL,
};

static IlvWorld *world;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;

  if (!ilv_world_open_finish (ILV_WORLD (source), result, NULL))
    g_error ("The world cannot be opened");
  *done = TRUE;
}

static void
open_world (void)
{
  gboolean done = FALSE;

  world = ilv_world_new ();
  ilv_world_open_async (world, NULL, on_opened, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

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
  const IlvRunnerOptions options = { .processors = 2, .world = world };
  g_autoptr (IlvRunner) runner = ilv_runner_new_with_options (strategy, &options);
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
  open_world ();
  for (guint i = 0; i < G_N_ELEMENTS (strategies); i++)
    for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
      time_case (strategies[i], &cases[k]);
  g_object_unref (world);
  return 0;
}
