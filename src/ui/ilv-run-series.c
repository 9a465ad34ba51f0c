/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-series.h"

struct _IlvRunSeries
{
  GObject parent_instance;

  IlvBench *bench;
  guint number;
  guint n_runs;
  gboolean active;
  guint next_source;
};

G_DEFINE_FINAL_TYPE (IlvRunSeries, ilv_run_series, G_TYPE_OBJECT)

enum
{
  PROP_ACTIVE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
set_active (IlvRunSeries *self, gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static gboolean
on_next (gpointer data)
{
  IlvRunSeries *self = data;

  self->next_source = 0;
  ilv_bench_run (self->bench);
  return G_SOURCE_REMOVE;
}

/* The others are to see the end of this run before the next one begins. */
static void
on_ended (IlvRunSeries *self, GError *error)
{
  if (!self->active)
    return;
  if (error != NULL || self->number == self->n_runs)
    {
      set_active (self, FALSE);
      return;
    }
  self->number++;
  self->next_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_next, self, NULL);
}

static void
ilv_run_series_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    g_value_set_boolean (value, ILV_RUN_SERIES (object)->active);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ilv_run_series_dispose (GObject *object)
{
  IlvRunSeries *self = ILV_RUN_SERIES (object);

  g_clear_handle_id (&self->next_source, g_source_remove);
  g_clear_object (&self->bench);

  G_OBJECT_CLASS (ilv_run_series_parent_class)->dispose (object);
}

static void
ilv_run_series_class_init (IlvRunSeriesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ilv_run_series_get_property;
  object_class->dispose = ilv_run_series_dispose;

  /**
   * IlvRunSeries:active:
   *
   * Whether there are runs to come, or the last one goes on.
   */
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_run_series_init (IlvRunSeries *self G_GNUC_UNUSED)
{
}

IlvRunSeries *
ilv_run_series_new (IlvBench *bench)
{
  IlvRunSeries *self;

  g_return_val_if_fail (ILV_IS_BENCH (bench), NULL);

  self = g_object_new (ILV_TYPE_RUN_SERIES, NULL);
  self->bench = g_object_ref (bench);
  g_signal_connect_object (bench, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
  return self;
}

void
ilv_run_series_start (IlvRunSeries *self, guint n_runs)
{
  g_return_if_fail (ILV_IS_RUN_SERIES (self));
  g_return_if_fail (n_runs > 0);
  g_return_if_fail (!self->active && !ilv_bench_is_running (self->bench));

  self->number = 1;
  self->n_runs = n_runs;
  set_active (self, TRUE);
  ilv_bench_run (self->bench);
}

void
ilv_run_series_stop (IlvRunSeries *self)
{
  g_return_if_fail (ILV_IS_RUN_SERIES (self));

  g_clear_handle_id (&self->next_source, g_source_remove);
  if (ilv_bench_is_running (self->bench))
    ilv_bench_stop (self->bench);
  else
    set_active (self, FALSE);
}

gboolean
ilv_run_series_is_active (IlvRunSeries *self)
{
  g_return_val_if_fail (ILV_IS_RUN_SERIES (self), FALSE);

  return self->active;
}

guint
ilv_run_series_get_number (IlvRunSeries *self)
{
  g_return_val_if_fail (ILV_IS_RUN_SERIES (self), 0);

  return self->number;
}

guint
ilv_run_series_get_n_runs (IlvRunSeries *self)
{
  g_return_val_if_fail (ILV_IS_RUN_SERIES (self), 0);

  return self->n_runs;
}
