/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-workload-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ilv-duration.h"
#include "ilv-workload-reader.h"

#define RANDOM_MARK "{random}"

struct _IlvWorkload
{
  GObject parent_instance;

  GPtrArray *tasks;      /* of IlvWorkloadTask */
  GPtrArray *lock_names; /* of char * */
};

G_DEFINE_FINAL_TYPE (IlvWorkload, ilv_workload, G_TYPE_OBJECT)

G_DEFINE_QUARK (ilv-workload-error-quark, ilv_workload_error)

static const IlvWorkloadTask *
get_task (IlvWorkload *self, guint task)
{
  return g_ptr_array_index (self->tasks, task);
}

static GPtrArray *
make_texts (IlvWorkload *self, GArray *steps)
{
  GPtrArray *texts = g_ptr_array_new_full (steps->len + 1, g_free);

  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (texts, ilv_workload_make_step_text (self->tasks, self->lock_names,
                                                         &g_array_index (steps, IlvStep, i)));
  g_ptr_array_add (texts, NULL);
  return texts;
}

/* Tasks of one group have the same steps, and so the same texts. */
static void
fill_in_texts (IlvWorkload *self)
{
  IlvWorkloadTask *previous = NULL;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      IlvWorkloadTask *task = g_ptr_array_index (self->tasks, i);

      if (previous != NULL && previous->steps == task->steps)
        task->texts = g_ptr_array_ref (previous->texts);
      else
        task->texts = make_texts (self, task->steps);
      previous = task;
    }
}

static void
fill_in_spawned (IlvWorkload *self)
{
  for (guint i = 0; i < self->tasks->len; i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (self, i); j++)
      {
        const IlvStep *step = ilv_workload_get_step (self, i, j);

        if (step->kind == ILV_STEP_SPAWN)
          {
            IlvWorkloadTask *target = g_ptr_array_index (self->tasks, step->target);

            target->spawned = TRUE;
          }
      }
}

/* As spreadsheets count their columns: A … Z, AA, AB …. */
static char *
make_uniform_name (guint index)
{
  GString *name = g_string_new (NULL);

  for (guint rest = index + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (name, 'A' + (rest - 1) % 26);
  return g_string_free (name, FALSE);
}

static gint64
sum_durations (IlvWorkload *self, gboolean with_waits)
{
  gint64 sum_ns = 0;

  for (guint i = 0; i < self->tasks->len; i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (self, i); j++)
      {
        const IlvStep *step = ilv_workload_get_step (self, i, j);

        if (with_waits || ilv_step_kind_is_work (step->kind))
          sum_ns += ilv_step_estimate_ns (step, 0);
      }
  return sum_ns;
}

static void
step_clear (gpointer data)
{
  IlvStep *step = data;

  g_clear_pointer (&step->argument, g_free);
}

/* A number that was not drawn before, while there are such. */
static guint
draw_number (GRand *rand, guint maximum, GHashTable *drawn)
{
  guint number;

  if (g_hash_table_size (drawn) >= maximum)
    g_hash_table_remove_all (drawn);
  do
    number = g_rand_int_range (rand, 1, maximum + 1);
  while (!g_hash_table_add (drawn, GUINT_TO_POINTER (number)));
  return number;
}

static gboolean
has_random (const IlvStep *step)
{
  return step->kind == ILV_STEP_GET && strstr (step->argument, RANDOM_MARK) != NULL;
}

static gboolean
needs_draw (IlvWorkload *self)
{
  for (guint i = 0; i < self->tasks->len; i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (self, i); j++)
      if (has_random (ilv_workload_get_step (self, i, j)))
        return TRUE;
  return FALSE;
}

static GArray *
draw_steps (GArray *steps, GRand *rand, guint maximum, GHashTable *drawn)
{
  GArray *copy = ilv_workload_steps_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      IlvStep step = g_array_index (steps, IlvStep, i);

      step.argument = g_strdup (step.argument);
      if (has_random (&step))
        {
          g_autofree char *number = g_strdup_printf ("%u", draw_number (rand, maximum, drawn));
          GString *argument = g_string_new (step.argument);

          g_string_replace (argument, RANDOM_MARK, number, 0);
          g_free (step.argument);
          step.argument = g_string_free (argument, FALSE);
        }
      g_array_append_val (copy, step);
    }
  return copy;
}

static gboolean
can_do (IlvStrategy strategy, IlvStepKind kind)
{
  return kind != ILV_STEP_PAINT || !ilv_strategy_is_python (strategy);
}

static void
ilv_workload_finalize (GObject *object)
{
  IlvWorkload *self = ILV_WORKLOAD (object);

  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->lock_names, g_ptr_array_unref);

  G_OBJECT_CLASS (ilv_workload_parent_class)->finalize (object);
}

static void
ilv_workload_class_init (IlvWorkloadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_workload_finalize;
}

static void
ilv_workload_init (IlvWorkload *self G_GNUC_UNUSED)
{
}

IlvWorkloadTask *
ilv_workload_task_new (const char *name)
{
  IlvWorkloadTask *self = g_new0 (IlvWorkloadTask, 1);

  self->name = g_strdup (name);
  return self;
}

void
ilv_workload_task_free (IlvWorkloadTask *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self);
}

char *
ilv_workload_make_step_text (GPtrArray *tasks, GPtrArray *lock_names, const IlvStep *step)
{
  const char *word = ilv_step_kind_to_string (step->kind);
  g_autofree char *duration = NULL;
  g_autofree char *number = NULL;
  const char *argument = NULL;

  switch (step->kind)
    {
    case ILV_STEP_CPU:
    case ILV_STEP_WAIT:
    case ILV_STEP_BLOCK:
      argument = duration = ilv_duration_format (step->duration_ns);
      break;
    case ILV_STEP_GET:
    case ILV_STEP_READ:
    case ILV_STEP_WRITE:
    case ILV_STEP_QUERY:
    case ILV_STEP_ASK:
      argument = step->argument;
      break;
    case ILV_STEP_PAINT:
      argument = number = g_strdup_printf ("%u/%u", step->target + 1, step->count);
      break;
    case ILV_STEP_ADD:
      argument = number = g_strdup_printf ("%u", step->target);
      break;
    case ILV_STEP_LOCK:
    case ILV_STEP_UNLOCK:
      argument = g_ptr_array_index (lock_names, step->target);
      break;
    case ILV_STEP_AWAIT:
    case ILV_STEP_SPAWN:
      argument = ((IlvWorkloadTask *) g_ptr_array_index (tasks, step->target))->name;
      break;
    default:
      g_assert_not_reached ();
    }
  return g_strconcat (word, " ", argument, NULL);
}

IlvWorkload *
ilv_workload_new_from_parts (GPtrArray *tasks, GPtrArray *lock_names)
{
  IlvWorkload *self = g_object_new (ILV_TYPE_WORKLOAD, NULL);

  self->tasks = tasks;
  self->lock_names = lock_names;
  fill_in_texts (self);
  fill_in_spawned (self);
  return self;
}

IlvWorkload *
ilv_workload_new_from_key_file (IlvKeyFile *key_file, GError **error)
{
  return ilv_workload_new_from_groups (key_file, "Task", error);
}

IlvWorkload *
ilv_workload_new_from_groups (IlvKeyFile *key_file, const char *prefix, GError **error)
{
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GPtrArray) lock_names = NULL;

  g_return_val_if_fail (ILV_IS_KEY_FILE (key_file), NULL);
  g_return_val_if_fail (prefix != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) ilv_workload_task_free);
  lock_names = g_ptr_array_new_with_free_func (g_free);
  if (!ilv_workload_reader_read (key_file, prefix, tasks, lock_names, error))
    return NULL;
  return ilv_workload_new_from_parts (g_steal_pointer (&tasks), g_steal_pointer (&lock_names));
}

IlvWorkload *
ilv_workload_new_uniform (guint n_tasks, gint64 work_ns)
{
  GPtrArray *tasks;
  g_autoptr (GArray) steps = NULL;
  IlvStep step = { .kind = ILV_STEP_CPU, .duration_ns = work_ns };

  g_return_val_if_fail (n_tasks >= 1 && n_tasks <= ILV_WORKLOAD_MAX_TASKS, NULL);
  g_return_val_if_fail (work_ns > 0 && work_ns <= ILV_WORKLOAD_MAX_DURATION_NS, NULL);

  steps = ilv_workload_steps_new ();
  g_array_append_val (steps, step);
  tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) ilv_workload_task_free);
  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *name = make_uniform_name (i);
      IlvWorkloadTask *task = ilv_workload_task_new (name);

      task->steps = g_array_ref (steps);
      g_ptr_array_add (tasks, task);
    }
  return ilv_workload_new_from_parts (tasks, g_ptr_array_new_with_free_func (g_free));
}

GArray *
ilv_workload_steps_new (void)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (IlvStep));

  g_array_set_clear_func (steps, step_clear);
  return steps;
}

IlvWorkload *
ilv_workload_draw (IlvWorkload *self, GRand *rand, guint maximum)
{
  g_autoptr (GHashTable) drawn = NULL;
  GPtrArray *tasks;
  GPtrArray *lock_names;

  g_return_val_if_fail (ILV_IS_WORKLOAD (self), NULL);
  g_return_val_if_fail (rand != NULL, NULL);
  g_return_val_if_fail (maximum > 0, NULL);

  if (!needs_draw (self))
    return g_object_ref (self);
  drawn = g_hash_table_new (NULL, NULL);
  tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) ilv_workload_task_free);
  for (guint i = 0; i < self->tasks->len; i++)
    {
      IlvWorkloadTask *task = ilv_workload_task_new (get_task (self, i)->name);

      task->steps = draw_steps (get_task (self, i)->steps, rand, maximum, drawn);
      g_ptr_array_add (tasks, task);
    }
  lock_names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->lock_names->len; i++)
    g_ptr_array_add (lock_names, g_strdup (g_ptr_array_index (self->lock_names, i)));
  return ilv_workload_new_from_parts (tasks, lock_names);
}

char *
ilv_workload_describe_obstacle (IlvWorkload *self, IlvStrategy strategy)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (self), NULL);

  for (guint i = 0; i < self->tasks->len; i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (self, i); j++)
      if (!can_do (strategy, ilv_workload_get_step (self, i, j)->kind))
        return g_strdup_printf (
          /* Translators: the name of a task, the text of a step such as “paint 3/16”, and the name
           * of a strategy such as Python threads. */
          _("Task “%s” has the step “%s”, which “%s” cannot do; choose another strategy."),
          get_task (self, i)->name, ilv_workload_get_step_texts (self, i)[j],
          ilv_strategy_get_title (strategy));
  return NULL;
}

guint
ilv_workload_get_n_tasks (IlvWorkload *self)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (self), 0);

  return self->tasks->len;
}

const char *
ilv_workload_get_task_name (IlvWorkload *self, guint task)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (self), NULL);
  g_return_val_if_fail (task < self->tasks->len, NULL);

  return get_task (self, task)->name;
}

guint
ilv_workload_get_n_steps (IlvWorkload *self, guint task)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (self), 0);
  g_return_val_if_fail (task < self->tasks->len, 0);

  return get_task (self, task)->steps->len;
}

const IlvStep *
ilv_workload_get_step (IlvWorkload *self, guint task, guint step)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (self), NULL);
  g_return_val_if_fail (task < self->tasks->len, NULL);
  g_return_val_if_fail (step < get_task (self, task)->steps->len, NULL);

  return &g_array_index (get_task (self, task)->steps, IlvStep, step);
}

const char *const *
ilv_workload_get_step_texts (IlvWorkload *self, guint task)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (self), NULL);
  g_return_val_if_fail (task < self->tasks->len, NULL);

  return (const char *const *) get_task (self, task)->texts->pdata;
}

gboolean
ilv_workload_is_spawned (IlvWorkload *self, guint task)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (self), FALSE);
  g_return_val_if_fail (task < self->tasks->len, FALSE);

  return get_task (self, task)->spawned;
}

guint
ilv_workload_get_n_locks (IlvWorkload *self)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (self), 0);

  return self->lock_names->len;
}

const char *
ilv_workload_get_lock_name (IlvWorkload *self, guint lock)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (self), NULL);
  g_return_val_if_fail (lock < self->lock_names->len, NULL);

  return g_ptr_array_index (self->lock_names, lock);
}

gboolean
ilv_workload_is_uniform (IlvWorkload *self)
{
  gint64 work_ns = 0;

  g_return_val_if_fail (ILV_IS_WORKLOAD (self), FALSE);

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const IlvStep *step;

      if (ilv_workload_get_n_steps (self, i) != 1)
        return FALSE;
      step = ilv_workload_get_step (self, i, 0);
      if (step->kind != ILV_STEP_CPU || (i > 0 && step->duration_ns != work_ns))
        return FALSE;
      work_ns = step->duration_ns;
    }
  return TRUE;
}

gint64
ilv_workload_get_work_ns (IlvWorkload *self)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (self), 0);

  return sum_durations (self, FALSE);
}

gint64
ilv_workload_get_sequential_ns (IlvWorkload *self)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (self), 0);

  return sum_durations (self, TRUE);
}

char *
ilv_workload_to_text (IlvWorkload *self)
{
  g_autoptr (GKeyFile) key_file = NULL;

  g_return_val_if_fail (ILV_IS_WORKLOAD (self), NULL);

  key_file = g_key_file_new ();
  for (guint i = 0; i < self->tasks->len; i++)
    {
      g_autofree char *group = g_strconcat ("Task ", get_task (self, i)->name, NULL);
      g_autofree char *steps = g_strjoinv ("; ", (char **) ilv_workload_get_step_texts (self, i));

      g_key_file_set_string (key_file, group, "Steps", steps);
    }
  return g_key_file_to_data (key_file, NULL, NULL);
}
