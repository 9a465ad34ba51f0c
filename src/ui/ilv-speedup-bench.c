/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-speedup-bench.h"

#include <glib/gi18n.h>

#include "ilv-speedup-text.h"

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

#define USUAL_TASKS 8
#define MAX_TASKS 64
#define USUAL_WORK 100
#define MIN_WORK 10
#define MAX_WORK 500

struct _IlvSpeedupBench
{
  GObject parent_instance;

  IlvSpeedup *speedup;
  GCancellable *cancellable; /* while it runs */
  GSimpleActionGroup *actions;
  GtkAdjustment *tasks;
  GtkAdjustment *work;
  char *sentence;
  gboolean has_result;
};

G_DEFINE_FINAL_TYPE (IlvSpeedupBench, ilv_speedup_bench, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
change (IlvSpeedupBench *self, const char *sentence)
{
  gboolean running = self->cancellable != NULL;
  GActionMap *map = G_ACTION_MAP (self->actions);

  if (sentence != NULL)
    {
      g_free (self->sentence);
      self->sentence = g_strdup (sentence);
    }
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "run")), !running);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "stop")), running);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_points_changed (IlvSpeedupBench *self)
{
  g_autofree char *sentence = ilv_speedup_text_describe (ilv_speedup_get_modelled (self->speedup),
                                                         ilv_speedup_get_measured (self->speedup));

  change (self, sentence);
}

/* What the model says is shown before anything is measured, as a prediction should be. */
static void
predict (IlvSpeedupBench *self)
{
  self->has_result = FALSE;
  ilv_speedup_predict (self->speedup, gtk_adjustment_get_value (self->tasks),
                       gtk_adjustment_get_value (self->work) * NS_PER_MS);
  change (self, _ ("Nothing has been measured yet."));
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvSpeedupBench) self = user_data;
  g_autoptr (GError) error = NULL;

  self->has_result = ilv_speedup_run_finish (ILV_SPEEDUP (source), result, &error);
  g_clear_object (&self->cancellable);
  if (self->has_result)
    change (self, NULL);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    change (self, _ ("Stopped. What had been measured until then is still shown."));
  else
    change (self, error->message);
}

static void
on_run_action (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED,
               gpointer data)
{
  IlvSpeedupBench *self = data;

  self->has_result = FALSE;
  self->cancellable = g_cancellable_new ();
  ilv_speedup_run_async (self->speedup, gtk_adjustment_get_value (self->tasks),
                         gtk_adjustment_get_value (self->work) * NS_PER_MS, self->cancellable,
                         on_run, g_object_ref (self));
  change (self, _ ("Measuring…"));
}

static void
on_stop_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  ilv_speedup_bench_stop (data);
}

static void
ilv_speedup_bench_dispose (GObject *object)
{
  IlvSpeedupBench *self = ILV_SPEEDUP_BENCH (object);

  g_clear_object (&self->speedup);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->actions);
  g_clear_object (&self->tasks);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (ilv_speedup_bench_parent_class)->dispose (object);
}

static void
ilv_speedup_bench_finalize (GObject *object)
{
  g_free (ILV_SPEEDUP_BENCH (object)->sentence);

  G_OBJECT_CLASS (ilv_speedup_bench_parent_class)->finalize (object);
}

static void
ilv_speedup_bench_class_init (IlvSpeedupBenchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_speedup_bench_dispose;
  object_class->finalize = ilv_speedup_bench_finalize;

  /**
   * IlvSpeedupBench::changed:
   *
   * It starts or stops running, or there is something new to show.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_speedup_bench_init (IlvSpeedupBench *self)
{
  static const GActionEntry entries[] = {
    { .name = "run", .activate = on_run_action },
    { .name = "stop", .activate = on_stop_action },
  };

  self->speedup = ilv_speedup_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  self->tasks = g_object_ref_sink (gtk_adjustment_new (USUAL_TASKS, 1, MAX_TASKS, 1, 8, 0));
  self->work = g_object_ref_sink (gtk_adjustment_new (USUAL_WORK, MIN_WORK, MAX_WORK, 10, 100, 0));
  g_signal_connect_object (self->tasks, "value-changed", G_CALLBACK (predict), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "value-changed", G_CALLBACK (predict), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->speedup, "changed", G_CALLBACK (on_points_changed), self,
                           G_CONNECT_SWAPPED);
  predict (self);
}

IlvSpeedupBench *
ilv_speedup_bench_new (void)
{
  return g_object_new (ILV_TYPE_SPEEDUP_BENCH, NULL);
}

IlvSpeedup *
ilv_speedup_bench_get_speedup (IlvSpeedupBench *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP_BENCH (self), NULL);

  return self->speedup;
}

GtkAdjustment *
ilv_speedup_bench_get_tasks (IlvSpeedupBench *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP_BENCH (self), NULL);

  return self->tasks;
}

GtkAdjustment *
ilv_speedup_bench_get_work (IlvSpeedupBench *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP_BENCH (self), NULL);

  return self->work;
}

GActionGroup *
ilv_speedup_bench_get_actions (IlvSpeedupBench *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP_BENCH (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

void
ilv_speedup_bench_stop (IlvSpeedupBench *self)
{
  g_return_if_fail (ILV_IS_SPEEDUP_BENCH (self));

  g_cancellable_cancel (self->cancellable);
}

gboolean
ilv_speedup_bench_is_running (IlvSpeedupBench *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP_BENCH (self), FALSE);

  return self->cancellable != NULL;
}

gboolean
ilv_speedup_bench_has_result (IlvSpeedupBench *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP_BENCH (self), FALSE);

  return self->has_result;
}

gboolean
ilv_speedup_bench_is_disturbed (IlvSpeedupBench *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP_BENCH (self), FALSE);

  return self->has_result && ilv_speedup_is_disturbed (self->speedup);
}

const char *
ilv_speedup_bench_get_sentence (IlvSpeedupBench *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP_BENCH (self), NULL);

  return self->sentence;
}

static void
add_series (IlvChart *chart, const char *name, IlvChartStyle style, const GArray *points)
{
  guint series = ilv_chart_add_series (chart, name, style);

  for (guint i = 0; i < points->len; i++)
    {
      const IlvSpeedupPoint *point = &g_array_index (points, IlvSpeedupPoint, i);

      ilv_chart_add_point (chart, series, point->processors, point->speedup);
    }
}

void
ilv_speedup_bench_fill_chart (IlvSpeedupBench *self, IlvChart *chart)
{
  g_return_if_fail (ILV_IS_SPEEDUP_BENCH (self));
  g_return_if_fail (ILV_IS_CHART (chart));

  ilv_chart_clear (chart);
  ilv_chart_set_labels (chart, _ ("Processors"), _ ("Speedup"));
  /* Translators: series of a chart. */
  add_series (chart, _ ("Model"), ILV_CHART_LINE, ilv_speedup_get_modelled (self->speedup));
  add_series (chart, _ ("Measured"), ILV_CHART_DOTS, ilv_speedup_get_measured (self->speedup));
}
