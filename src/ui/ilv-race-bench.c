/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-bench.h"

#include "ilv-watch-pace.h"

struct _IlvRaceBench
{
  GObject parent_instance;

  IlvRaceExperiment *experiment;
  GCancellable *cancellable; /* while a race goes on */
  GPtrArray *traces;         /* of IlvTrace, or NULL */
  guint n_tasks;
  guint source;
  IlvWatchPace pace;
};

G_DEFINE_FINAL_TYPE (IlvRaceBench, ilv_race_bench, G_TYPE_OBJECT)

enum
{
  WATCHED,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
unref_trace (gpointer trace)
{
  g_clear_object (&trace);
}

/* Only the run that goes on and those that have just ended have something new. */
static void
look (IlvRaceBench *self)
{
  for (guint i = 0; i < self->traces->len; i++)
    {
      g_autoptr (IlvTrace) trace = NULL;

      if (self->traces->pdata[i] != NULL && !ilv_trace_is_live (self->traces->pdata[i]))
        continue;
      trace = ilv_race_experiment_dup_trace (self->experiment, i);
      if (g_set_object ((IlvTrace **) &self->traces->pdata[i], trace))
        g_signal_emit (self, signals[WATCHED], 0, i);
    }
}

static gboolean
on_refresh (gpointer data)
{
  IlvRaceBench *self = data;
  guint wait_ms;
  gboolean is_time = ilv_watch_pace_may_look (&self->pace, &wait_ms);

  self->source = g_timeout_add (wait_ms, on_refresh, self);
  if (is_time)
    look (self);
  return G_SOURCE_REMOVE;
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvRaceBench) self = user_data;
  g_autoptr (GError) error = NULL;

  ilv_race_experiment_run_finish (ILV_RACE_EXPERIMENT (source), result, &error);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->cancellable);
  look (self);
  g_signal_emit (self, signals[ENDED], 0, error);
}

static void
ilv_race_bench_dispose (GObject *object)
{
  IlvRaceBench *self = ILV_RACE_BENCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->traces, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->experiment);

  G_OBJECT_CLASS (ilv_race_bench_parent_class)->dispose (object);
}

static void
ilv_race_bench_class_init (IlvRaceBenchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_race_bench_dispose;

  /**
   * IlvRaceBench::watched:
   * @run: its number
   *
   * There is something new of a run.
   */
  signals[WATCHED] = g_signal_new ("watched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * IlvRaceBench::ended:
   * @error: (nullable): why the race did not come to its end
   *
   * The race is over.
   */
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ilv_race_bench_init (IlvRaceBench *self)
{
  self->experiment = ilv_race_experiment_new ();
  self->traces = g_ptr_array_new_with_free_func (unref_trace);
}

IlvRaceBench *
ilv_race_bench_new (void)
{
  return g_object_new (ILV_TYPE_RACE_BENCH, NULL);
}

IlvRaceExperiment *
ilv_race_bench_get_experiment (IlvRaceBench *self)
{
  g_return_val_if_fail (ILV_IS_RACE_BENCH (self), NULL);

  return self->experiment;
}

void
ilv_race_bench_run (IlvRaceBench *self, IlvWorkload *workload)
{
  g_return_if_fail (ILV_IS_RACE_BENCH (self));
  g_return_if_fail (self->cancellable == NULL);

  self->n_tasks = ilv_workload_get_n_tasks (workload);
  g_ptr_array_set_size (self->traces, 0);
  g_ptr_array_set_size (self->traces, ilv_race_experiment_get_n_runs (self->experiment));
  self->cancellable = g_cancellable_new ();
  self->source = g_timeout_add (ilv_watch_pace_begin (&self->pace), on_refresh, self);
  ilv_race_experiment_run_async (self->experiment, workload, self->cancellable, on_run,
                                 g_object_ref (self));
}

void
ilv_race_bench_stop (IlvRaceBench *self)
{
  g_return_if_fail (ILV_IS_RACE_BENCH (self));

  g_cancellable_cancel (self->cancellable);
}

gboolean
ilv_race_bench_is_running (IlvRaceBench *self)
{
  g_return_val_if_fail (ILV_IS_RACE_BENCH (self), FALSE);

  return self->cancellable != NULL;
}

IlvTrace *
ilv_race_bench_get_trace (IlvRaceBench *self, guint run)
{
  g_return_val_if_fail (ILV_IS_RACE_BENCH (self), NULL);

  return run < self->traces->len ? self->traces->pdata[run] : NULL;
}

double
ilv_race_bench_get_progress (IlvRaceBench *self)
{
  guint current;
  double part = 0;

  g_return_val_if_fail (ILV_IS_RACE_BENCH (self), 0);

  current = ilv_race_experiment_get_current (self->experiment);
  if (current >= self->traces->len)
    return 0;
  if (self->traces->pdata[current] != NULL && self->n_tasks > 0)
    part = (double) ilv_trace_get_info (self->traces->pdata[current])->results->len / self->n_tasks;
  return (current + MIN (part, 1)) / self->traces->len;
}
