/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-experiment.h"

#include <string.h>

#include "ilv-processors.h"
#include "ilv-runner-options.h"
#include "ilv-trial.h"

typedef struct
{
  IlvTrial trial;
  char *problem; /* why it could not run */
} Run;

struct _IlvRaceExperiment
{
  GObject parent_instance;

  GPtrArray *runs; /* of Run */
  IlvWorld *world;
  IlvWorkload *drawn; /* what the runs of this race do */
  gboolean running;
  guint current;
};

G_DEFINE_FINAL_TYPE (IlvRaceExperiment, ilv_race_experiment, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CURRENT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void run_next (GTask *task);

static void
run_drop_results (Run *run)
{
  ilv_trial_drop_results (&run->trial);
  g_clear_pointer (&run->problem, g_free);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  ilv_trial_clear (&run->trial);
  g_free (run->problem);
  g_free (run);
}

static Run *
get_run (IlvRaceExperiment *self, guint index)
{
  return g_ptr_array_index (self->runs, index);
}

static void
set_current (IlvRaceExperiment *self, guint current)
{
  if (self->current == current)
    return;
  self->current = current;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static void
end_race (GTask *task, GError *error)
{
  IlvRaceExperiment *self = g_task_get_source_object (task);

  self->running = FALSE;
  set_current (self, ILV_RACE_EXPERIMENT_NONE);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  IlvRaceExperiment *self = g_task_get_source_object (task);
  Run *run = get_run (self, self->current);
  g_autoptr (GError) error = NULL;

  ilv_trial_run_finish (&run->trial, source, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      end_race (task, g_steal_pointer (&error));
      return;
    }
  /* One that cannot run leaves the race to the others. */
  if (error != NULL)
    run->problem = g_strdup (error->message);
  run_next (task);
}

static void
start_run (GTask *task, Run *run)
{
  IlvRaceExperiment *self = g_task_get_source_object (task);

  ilv_trial_draw (&self->drawn, g_task_get_task_data (task), self->world);
  ilv_trial_run_async (&run->trial, self->drawn, ilv_processors_get_count (), self->world,
                       g_task_get_cancellable (task), on_run, task);
}

static void
run_next (GTask *task)
{
  IlvRaceExperiment *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    {
      end_race (task, error);
      return;
    }
  for (guint i = self->current == ILV_RACE_EXPERIMENT_NONE ? 0 : self->current + 1;
       i < self->runs->len; i++)
    {
      Run *run = get_run (self, i);

      set_current (self, i);
      run->problem = ilv_trial_describe_obstacle (&run->trial, g_task_get_task_data (task));
      if (run->problem == NULL)
        {
          start_run (task, run);
          return;
        }
    }
  end_race (task, NULL);
}

static void
on_world_open (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (ilv_world_open_finish (ILV_WORLD (source), result, &error))
    run_next (task);
  else
    end_race (task, error);
}

static void
ilv_race_experiment_dispose (GObject *object)
{
  IlvRaceExperiment *self = ILV_RACE_EXPERIMENT (object);

  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_object (&self->world);
  g_clear_object (&self->drawn);

  G_OBJECT_CLASS (ilv_race_experiment_parent_class)->dispose (object);
}

static void
ilv_race_experiment_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CURRENT:
      g_value_set_uint (value, ILV_RACE_EXPERIMENT (object)->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_race_experiment_class_init (IlvRaceExperimentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_race_experiment_dispose;
  object_class->get_property = ilv_race_experiment_get_property;

  properties[PROP_CURRENT] =
    g_param_spec_uint ("current", NULL, NULL, 0, G_MAXUINT, ILV_RACE_EXPERIMENT_NONE,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_race_experiment_init (IlvRaceExperiment *self)
{
  self->runs = g_ptr_array_new_with_free_func (run_free);
  self->world = ilv_world_new ();
  self->current = ILV_RACE_EXPERIMENT_NONE;
}

IlvRaceExperiment *
ilv_race_experiment_new (void)
{
  return g_object_new (ILV_TYPE_RACE_EXPERIMENT, NULL);
}

guint
ilv_race_experiment_add (
  IlvRaceExperiment *self, IlvStrategy strategy, guint workers, const char *code, IlvPython *python)
{
  Run *run;

  g_return_val_if_fail (ILV_IS_RACE_EXPERIMENT (self), 0);
  g_return_val_if_fail (!self->running, 0);
  g_return_val_if_fail (workers <= ILV_MAX_WORKERS, 0);

  run = g_new0 (Run, 1);
  run->trial.strategy = strategy;
  run->trial.workers = workers;
  run->trial.code = g_strdup (code);
  g_set_object (&run->trial.python, python);
  g_ptr_array_add (self->runs, run);
  return self->runs->len - 1;
}

void
ilv_race_experiment_clear (IlvRaceExperiment *self)
{
  g_return_if_fail (ILV_IS_RACE_EXPERIMENT (self));
  g_return_if_fail (!self->running);

  g_ptr_array_set_size (self->runs, 0);
}

char **
ilv_race_experiment_dup_not_agreed (IlvRaceExperiment *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  g_return_val_if_fail (ILV_IS_RACE_EXPERIMENT (self), NULL);

  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = g_ptr_array_index (self->runs, i);

      if (!ilv_trial_is_agreed (&run->trial))
        g_strv_builder_add (codes, run->trial.code);
    }
  return g_strv_builder_end (codes);
}

guint
ilv_race_experiment_get_n_runs (IlvRaceExperiment *self)
{
  g_return_val_if_fail (ILV_IS_RACE_EXPERIMENT (self), 0);

  return self->runs->len;
}

IlvWorld *
ilv_race_experiment_get_world (IlvRaceExperiment *self)
{
  g_return_val_if_fail (ILV_IS_RACE_EXPERIMENT (self), NULL);

  return self->world;
}

void
ilv_race_experiment_run_async (IlvRaceExperiment *self,
                               IlvWorkload *workload,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ILV_IS_RACE_EXPERIMENT (self));
  g_return_if_fail (ILV_IS_WORKLOAD (workload));
  g_return_if_fail (!self->running);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_race_experiment_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (workload), g_object_unref);
  g_clear_object (&self->drawn);
  for (guint i = 0; i < self->runs->len; i++)
    run_drop_results (get_run (self, i));
  self->running = TRUE;
  ilv_world_open_async (self->world, cancellable, on_world_open, task);
}

gboolean
ilv_race_experiment_run_finish (IlvRaceExperiment *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (ILV_IS_RACE_EXPERIMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
ilv_race_experiment_get_current (IlvRaceExperiment *self)
{
  g_return_val_if_fail (ILV_IS_RACE_EXPERIMENT (self), ILV_RACE_EXPERIMENT_NONE);

  return self->current;
}

gboolean
ilv_race_experiment_is_running (IlvRaceExperiment *self)
{
  g_return_val_if_fail (ILV_IS_RACE_EXPERIMENT (self), FALSE);

  return self->running;
}

IlvTrace *
ilv_race_experiment_dup_trace (IlvRaceExperiment *self, guint index)
{
  g_return_val_if_fail (ILV_IS_RACE_EXPERIMENT (self), NULL);
  g_return_val_if_fail (index < self->runs->len, NULL);

  return ilv_trial_dup_trace (&get_run (self, index)->trial);
}

const char *
ilv_race_experiment_get_problem (IlvRaceExperiment *self, guint index)
{
  g_return_val_if_fail (ILV_IS_RACE_EXPERIMENT (self), NULL);
  g_return_val_if_fail (index < self->runs->len, NULL);

  return get_run (self, index)->problem;
}

/* Whether each task has the steps of the first one. */
static gboolean
are_alike (IlvWorkload *workload)
{
  const char *const *first = ilv_workload_get_step_texts (workload, 0);

  for (guint i = 1; i < ilv_workload_get_n_tasks (workload); i++)
    if (!g_strv_equal (first, ilv_workload_get_step_texts (workload, i)))
      return FALSE;
  return TRUE;
}

/* "Pokémon 1" is the first of a group called "Pokémon". */
static char *
get_group_name (IlvWorkload *workload)
{
  const char *name = ilv_workload_get_task_name (workload, 0);

  return g_str_has_suffix (name, " 1") ? g_strndup (name, strlen (name) - 2) : g_strdup (name);
}

IlvWorkload *
ilv_race_experiment_resize_workload (IlvWorkload *workload, guint n_tasks)
{
  g_autofree char *name = NULL;
  g_autofree char *steps = NULL;
  g_autofree char *text = NULL;
  g_autoptr (IlvKeyFile) key_file = NULL;

  g_return_val_if_fail (ILV_IS_WORKLOAD (workload), NULL);
  g_return_val_if_fail (n_tasks > 0 && n_tasks <= ILV_WORKLOAD_MAX_TASKS, NULL);

  if (n_tasks == ilv_workload_get_n_tasks (workload))
    return g_object_ref (workload);
  if (!are_alike (workload))
    return NULL;
  name = get_group_name (workload);
  steps = g_strjoinv ("; ", (char **) ilv_workload_get_step_texts (workload, 0));
  text = g_strdup_printf ("[Task %s]\nCount=%u\nSteps=%s\n", name, n_tasks, steps);
  key_file = ilv_key_file_new_from_text (text, "workload", 1, NULL);
  return key_file != NULL ? ilv_workload_new_from_key_file (key_file, NULL) : NULL;
}
