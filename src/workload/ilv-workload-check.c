/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-workload-check.h"

#include <glib/gi18n-lib.h>

#define NO_TASK G_MAXUINT

typedef struct
{
  IlvKeyFile *key_file;
  GPtrArray *groups;
  GPtrArray *tasks;
  GPtrArray *lock_names;
} Check;

static const IlvWorkloadTask *
get_task (const Check *self, guint task)
{
  return g_ptr_array_index (self->tasks, task);
}

static const char *
get_group (const Check *self, guint task)
{
  return g_ptr_array_index (self->groups, task);
}

static char *
make_text (const Check *self, IlvStepKind kind, guint target)
{
  IlvStep step = { .kind = kind, .target = target };

  return ilv_workload_make_step_text (self->tasks, self->lock_names, &step);
}

/* A step that takes or gives back a lock, where @held is the set of those that the task holds. */
static gboolean
check_lock_step (const Check *self,
                 guint task,
                 const IlvStep *step,
                 GHashTable *held,
                 GError **error)
{
  gpointer id = GUINT_TO_POINTER (step->target);
  g_autofree char *lock = NULL;
  g_autofree char *unlock = NULL;

  if (step->kind == ILV_STEP_LOCK ? g_hash_table_add (held, id) : g_hash_table_remove (held, id))
    return TRUE;

  lock = make_text (self, ILV_STEP_LOCK, step->target);
  unlock = make_text (self, ILV_STEP_UNLOCK, step->target);
  if (step->kind == ILV_STEP_LOCK)
    ilv_key_file_set_meaning_error (self->key_file, error, get_group (self, task), "Steps",
                                    _("“%s” takes a lock that the task already holds; write “%s” "
                                      "before it"),
                                    lock, unlock);
  else
    ilv_key_file_set_meaning_error (self->key_file, error, get_group (self, task), "Steps",
                                    _("“%s” gives back a lock that the task does not hold; write "
                                      "“%s” before it"),
                                    unlock, lock);
  return FALSE;
}

static gboolean
check_locks_given_back (const Check *self, guint task, GHashTable *held, GError **error)
{
  GArray *steps = get_task (self, task)->steps;

  for (guint i = 0; i < steps->len && g_hash_table_size (held) > 0; i++)
    {
      const IlvStep *step = &g_array_index (steps, IlvStep, i);
      g_autofree char *lock = NULL;
      g_autofree char *unlock = NULL;

      if (step->kind != ILV_STEP_LOCK ||
          !g_hash_table_contains (held, GUINT_TO_POINTER (step->target)))
        continue;
      lock = make_text (self, ILV_STEP_LOCK, step->target);
      unlock = make_text (self, ILV_STEP_UNLOCK, step->target);
      ilv_key_file_set_meaning_error (self->key_file, error, get_group (self, task), "Steps",
                                      _("“%s” takes a lock that is never given back; write “%s” "
                                        "after it"),
                                      lock, unlock);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_locks (const Check *self, guint task, GError **error)
{
  GArray *steps = get_task (self, task)->steps;
  g_autoptr (GHashTable) held = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const IlvStep *step = &g_array_index (steps, IlvStep, i);

      if ((step->kind == ILV_STEP_LOCK || step->kind == ILV_STEP_UNLOCK) &&
          !check_lock_step (self, task, step, held, error))
        return FALSE;
    }
  return check_locks_given_back (self, task, held, error);
}

static gboolean
check_target (const Check *self,
              guint task,
              const IlvStep *step,
              guint *spawners,
              GError **error)
{
  g_autofree char *text = NULL;

  if (step->kind != ILV_STEP_AWAIT && step->kind != ILV_STEP_SPAWN)
    return TRUE;
  if (step->target == task)
    {
      text = make_text (self, step->kind, step->target);
      ilv_key_file_set_meaning_error (self->key_file, error, get_group (self, task), "Steps",
                                      _("“%s” names the task itself; name another"), text);
      return FALSE;
    }
  if (step->kind == ILV_STEP_AWAIT)
    return TRUE;
  if (spawners[step->target] != NO_TASK)
    {
      text = make_text (self, step->kind, step->target);
      ilv_key_file_set_meaning_error (self->key_file, error, get_group (self, task), "Steps",
                                      _("“%s” starts a task that “%s” has started already; take "
                                        "one of the two out"),
                                      text, get_task (self, spawners[step->target])->name);
      return FALSE;
    }
  spawners[step->target] = task;
  return TRUE;
}

/* Each task has one spawner at most. So from one that never starts, following the spawners leads
 * into a circle. */
static gboolean
check_started (const Check *self, guint task, const guint *spawners, GError **error)
{
  guint n_hops = 0;

  for (guint at = task; spawners[at] != NO_TASK; at = spawners[at])
    if (++n_hops > self->tasks->len)
      {
        ilv_key_file_set_meaning_error (self->key_file, error, get_group (self, task), NULL,
                                        _("“%s” never starts, because “%s”, which is to start it, "
                                          "never starts either; take a “spawn” out"),
                                        get_task (self, task)->name,
                                        get_task (self, spawners[task])->name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_targets (const Check *self, GError **error)
{
  g_autofree guint *spawners = g_new (guint, self->tasks->len);

  for (guint i = 0; i < self->tasks->len; i++)
    spawners[i] = NO_TASK;
  for (guint i = 0; i < self->tasks->len; i++)
    {
      GArray *steps = get_task (self, i)->steps;

      for (guint j = 0; j < steps->len; j++)
        if (!check_target (self, i, &g_array_index (steps, IlvStep, j), spawners, error))
          return FALSE;
    }
  for (guint i = 0; i < self->tasks->len; i++)
    if (!check_started (self, i, spawners, error))
      return FALSE;
  return TRUE;
}

gboolean
ilv_workload_check (IlvKeyFile *key_file,
                    GPtrArray *groups,
                    GPtrArray *tasks,
                    GPtrArray *lock_names,
                    GError **error)
{
  const Check self = { key_file, groups, tasks, lock_names };

  for (guint i = 0; i < tasks->len; i++)
    if (i == 0 || get_task (&self, i)->steps != get_task (&self, i - 1)->steps)
      if (!check_locks (&self, i, error))
        return FALSE;
  return check_targets (&self, error);
}
