/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-bench.h"

#include "ilv-watch-pace.h"

struct _IlvBench
{
  GObject parent_instance;

  IlvExperiment *experiment;
  IlvTrace *traces[ILV_N_SIDES];
  GCancellable *cancellable;
  guint refresh_source;
  IlvWatchPace pace;
};

G_DEFINE_FINAL_TYPE (IlvBench, ilv_bench, G_TYPE_OBJECT)

enum
{
  STARTED,
  WATCHED,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
look (IlvBench *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      g_clear_object (&self->traces[i]);
      self->traces[i] = ilv_experiment_dup_trace (self->experiment, i);
    }
}

static gboolean
on_refresh (gpointer data)
{
  IlvBench *self = data;
  guint wait_ms;
  gboolean is_time = ilv_watch_pace_may_look (&self->pace, &wait_ms);

  self->refresh_source = g_timeout_add (wait_ms, on_refresh, self);
  if (is_time)
    {
      look (self);
      g_signal_emit (self, signals[WATCHED], 0);
    }
  return G_SOURCE_REMOVE;
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvBench) self = user_data;
  g_autoptr (GError) error = NULL;

  ilv_experiment_run_finish (ILV_EXPERIMENT (source), result, &error);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->cancellable);
  look (self);
  g_signal_emit (self, signals[WATCHED], 0);
  g_signal_emit (self, signals[ENDED], 0, error);
}

static void
ilv_bench_dispose (GObject *object)
{
  IlvBench *self = ILV_BENCH (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->experiment);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_clear_object (&self->traces[i]);

  G_OBJECT_CLASS (ilv_bench_parent_class)->dispose (object);
}

static void
ilv_bench_class_init (IlvBenchClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_bench_dispose;

  /**
   * IlvBench::started:
   *
   * A run has begun; nothing of the one before is known any more.
   */
  signals[STARTED]
    = g_signal_new ("started", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * IlvBench::watched:
   *
   * There are new traces, live ones or the last ones.
   */
  signals[WATCHED]
    = g_signal_new ("watched", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * IlvBench::ended:
   * @error: (nullable): why there is no result
   *
   * The run has ended.
   */
  signals[ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ilv_bench_init (IlvBench *self)
{
  self->experiment = ilv_experiment_new ();
}

IlvBench *
ilv_bench_new (void)
{
  return g_object_new (ILV_TYPE_BENCH, NULL);
}

IlvExperiment *
ilv_bench_get_experiment (IlvBench *self)
{
  g_return_val_if_fail (ILV_IS_BENCH (self), NULL);

  return self->experiment;
}

void
ilv_bench_run (IlvBench *self)
{
  g_return_if_fail (ILV_IS_BENCH (self));
  g_return_if_fail (!ilv_bench_is_running (self));

  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_clear_object (&self->traces[i]);
  self->cancellable = g_cancellable_new ();
  ilv_experiment_run_async (self->experiment, self->cancellable, on_run, g_object_ref (self));
  self->refresh_source = g_timeout_add (ilv_watch_pace_begin (&self->pace), on_refresh, self);
  g_signal_emit (self, signals[STARTED], 0);
}

void
ilv_bench_stop (IlvBench *self)
{
  g_return_if_fail (ILV_IS_BENCH (self));

  g_cancellable_cancel (self->cancellable);
}

gboolean
ilv_bench_is_running (IlvBench *self)
{
  g_return_val_if_fail (ILV_IS_BENCH (self), FALSE);

  return ilv_experiment_is_running (self->experiment);
}

void
ilv_bench_show (IlvBench *self, IlvTrace *left, IlvTrace *right)
{
  g_return_if_fail (ILV_IS_BENCH (self));
  g_return_if_fail (!ilv_bench_is_running (self));

  g_set_object (&self->traces[ILV_SIDE_LEFT], left);
  g_set_object (&self->traces[ILV_SIDE_RIGHT], right);
  g_signal_emit (self, signals[WATCHED], 0);
}

IlvTrace *
ilv_bench_get_trace (IlvBench *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_BENCH (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  return self->traces[side];
}
