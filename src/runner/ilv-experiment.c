/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-experiment.h"

#include "ilv-processors.h"
#include "ilv-runner-options.h"
#include "ilv-slice.h"
#include "ilv-trial.h"

struct _IlvExperiment
{
  GObject parent_instance;

  IlvWorkload *workload;
  guint processors;
  IlvWorld *world;
  IlvTrial sides[ILV_N_SIDES];
  IlvWorkload *drawn; /* what the sides of this run do */
  gboolean running;
  IlvSide running_side;
};

G_DEFINE_FINAL_TYPE (IlvExperiment, ilv_experiment, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RUNNING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void run_side (GTask *task, IlvSide side);

static void
set_running (IlvExperiment *self, gboolean running)
{
  if (self->running == running)
    return;
  self->running = running;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
end_run (GTask *task, GError *error)
{
  set_running (g_task_get_source_object (task), FALSE);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
on_side_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  IlvExperiment *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!ilv_trial_run_finish (&self->sides[self->running_side], source, result, &error)
      || self->running_side == ILV_SIDE_RIGHT)
    end_run (task, error);
  else
    run_side (task, ILV_SIDE_RIGHT);
}

static gboolean
has_io (IlvWorkload *workload)
{
  for (guint i = 0; i < ilv_workload_get_n_tasks (workload); i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (workload, i); j++)
      if (ilv_step_kind_is_io (ilv_workload_get_step (workload, i, j)->kind))
        return TRUE;
  return FALSE;
}

/* Code may wait for whatever it likes. */
static gboolean
needs_world (IlvExperiment *self)
{
  return has_io (self->workload)
         || ilv_strategy_has_code (self->sides[ILV_SIDE_LEFT].strategy)
         || ilv_strategy_has_code (self->sides[ILV_SIDE_RIGHT].strategy);
}

/* (nullable) (transfer full): why one of the sides cannot do the workload. */
static GError *
find_obstacle (IlvExperiment *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      g_autofree char *obstacle = ilv_trial_describe_obstacle (&self->sides[i], self->workload);

      if (obstacle != NULL)
        return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, obstacle);
    }
  return NULL;
}

static void
on_world_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (ilv_world_open_finish (ILV_WORLD (source), result, &error))
    run_side (task, ILV_SIDE_LEFT);
  else
    end_run (task, error);
}

static void
run_side (GTask *task, IlvSide index)
{
  IlvExperiment *self = g_task_get_source_object (task);

  self->running_side = index;
  ilv_trial_draw (&self->drawn, g_task_get_task_data (task), self->world);
  ilv_trial_run_async (&self->sides[index], self->drawn, self->processors, self->world,
                       g_task_get_cancellable (task), on_side_run, task);
}

static void
ilv_experiment_dispose (GObject *object)
{
  IlvExperiment *self = ILV_EXPERIMENT (object);

  g_clear_object (&self->workload);
  g_clear_object (&self->drawn);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_trial_clear (&self->sides[i]);
  if (self->world != NULL)
    ilv_world_close (self->world);
  g_clear_object (&self->world);

  G_OBJECT_CLASS (ilv_experiment_parent_class)->dispose (object);
}

static void
ilv_experiment_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvExperiment *self = ILV_EXPERIMENT (object);

  switch (id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_experiment_class_init (IlvExperimentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_experiment_dispose;
  object_class->get_property = ilv_experiment_get_property;

  properties[PROP_RUNNING]
    = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_experiment_init (IlvExperiment *self)
{
  self->processors = ilv_processors_get_count ();
  self->world = ilv_world_new ();
  self->sides[ILV_SIDE_LEFT].strategy = ILV_STRATEGY_TIME_SLICED;
  self->sides[ILV_SIDE_RIGHT].strategy = ILV_STRATEGY_THREAD_POOL;
}

IlvExperiment *
ilv_experiment_new (void)
{
  return g_object_new (ILV_TYPE_EXPERIMENT, NULL);
}

void
ilv_experiment_set_workload (IlvExperiment *self, IlvWorkload *workload)
{
  g_return_if_fail (ILV_IS_EXPERIMENT (self));
  g_return_if_fail (workload == NULL || ILV_IS_WORKLOAD (workload));

  g_set_object (&self->workload, workload);
}

IlvWorkload *
ilv_experiment_get_workload (IlvExperiment *self)
{
  g_return_val_if_fail (ILV_IS_EXPERIMENT (self), NULL);

  return self->workload;
}

void
ilv_experiment_set_strategy (IlvExperiment *self, IlvSide side, IlvStrategy strategy)
{
  g_return_if_fail (ILV_IS_EXPERIMENT (self));
  g_return_if_fail (side < ILV_N_SIDES);

  self->sides[side].strategy = strategy;
}

IlvStrategy
ilv_experiment_get_strategy (IlvExperiment *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_EXPERIMENT (self), ILV_STRATEGY_SEQUENTIAL);
  g_return_val_if_fail (side < ILV_N_SIDES, ILV_STRATEGY_SEQUENTIAL);

  return self->sides[side].strategy;
}

void
ilv_experiment_set_processors (IlvExperiment *self, guint processors)
{
  g_return_if_fail (ILV_IS_EXPERIMENT (self));
  g_return_if_fail (processors > 0);

  self->processors = processors;
}

guint
ilv_experiment_get_processors (IlvExperiment *self)
{
  g_return_val_if_fail (ILV_IS_EXPERIMENT (self), 1);

  return self->processors;
}

void
ilv_experiment_set_workers (IlvExperiment *self, guint workers)
{
  g_return_if_fail (ILV_IS_EXPERIMENT (self));
  g_return_if_fail (workers <= ILV_MAX_WORKERS);

  for (guint i = 0; i < ILV_N_SIDES; i++)
    self->sides[i].workers = workers;
}

void
ilv_experiment_set_slice_ns (IlvExperiment *self, gint64 slice_ns)
{
  g_return_if_fail (ILV_IS_EXPERIMENT (self));
  g_return_if_fail (slice_ns == 0 || ilv_slice_is_valid (slice_ns));

  for (guint i = 0; i < ILV_N_SIDES; i++)
    self->sides[i].slice_ns = slice_ns;
}

void
ilv_experiment_set_code (IlvExperiment *self, IlvSide side, const char *code)
{
  g_return_if_fail (ILV_IS_EXPERIMENT (self));
  g_return_if_fail (side < ILV_N_SIDES);

  g_free (self->sides[side].code);
  self->sides[side].code = g_strdup (code);
}

char **
ilv_experiment_dup_not_agreed (IlvExperiment *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  const IlvTrial *sides = self->sides;

  g_return_val_if_fail (ILV_IS_EXPERIMENT (self), NULL);

  for (guint i = 0; i < ILV_N_SIDES; i++)
    if (!ilv_trial_is_agreed (&sides[i]) && (i == 0 || g_strcmp0 (sides[0].code, sides[i].code) != 0))
      g_strv_builder_add (codes, sides[i].code);
  return g_strv_builder_end (codes);
}

void
ilv_experiment_set_python (IlvExperiment *self, IlvSide side, IlvPython *python)
{
  g_return_if_fail (ILV_IS_EXPERIMENT (self));
  g_return_if_fail (side < ILV_N_SIDES);
  g_return_if_fail (python == NULL || ILV_IS_PYTHON (python));

  g_set_object (&self->sides[side].python, python);
}

IlvWorld *
ilv_experiment_get_world (IlvExperiment *self)
{
  g_return_val_if_fail (ILV_IS_EXPERIMENT (self), NULL);

  return self->world;
}

void
ilv_experiment_run_async (IlvExperiment *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GError *error;
  GTask *task;

  g_return_if_fail (ILV_IS_EXPERIMENT (self));
  g_return_if_fail (self->workload != NULL);
  g_return_if_fail (!self->running);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_experiment_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (self->workload), g_object_unref);
  g_clear_object (&self->drawn);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_trial_drop_results (&self->sides[i]);
  self->running_side = ILV_SIDE_LEFT;
  set_running (self, TRUE);
  error = find_obstacle (self);
  if (error != NULL)
    end_run (task, error);
  else if (needs_world (self))
    ilv_world_open_async (self->world, cancellable, on_world_opened, task);
  else
    run_side (task, ILV_SIDE_LEFT);
}

gboolean
ilv_experiment_run_finish (IlvExperiment *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (ILV_IS_EXPERIMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
ilv_experiment_is_running (IlvExperiment *self)
{
  g_return_val_if_fail (ILV_IS_EXPERIMENT (self), FALSE);

  return self->running;
}

IlvSide
ilv_experiment_get_running_side (IlvExperiment *self)
{
  g_return_val_if_fail (ILV_IS_EXPERIMENT (self), ILV_SIDE_LEFT);

  return self->running_side;
}

IlvTrace *
ilv_experiment_dup_trace (IlvExperiment *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_EXPERIMENT (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  return ilv_trial_dup_trace (&self->sides[side]);
}
