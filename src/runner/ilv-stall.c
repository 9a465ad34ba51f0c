/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-stall.h"

#include <glib/gi18n-lib.h>

#define MAX_NAMED 6

typedef struct
{
  IlvWorkload *workload;
  const IlvStallWait **waits; /* by task; %NULL where it does not wait */
  gboolean *told;             /* by task */
  guint n_tasks;
  guint n_told;
  GString *text;
} Stall;

/* The task that has to move before @task can, or -1. */
static int
get_next (const Stall *self, guint task)
{
  const IlvStallWait *wait = self->waits[task];

  if (wait == NULL || wait->kind == ILV_STALL_WORKER)
    return -1;
  return wait->kind == ILV_STALL_LOCK ? wait->peer : (int) wait->target;
}

/* Each task waits for one other at most, so following them for as many hops as there are tasks
 * leads back to a task of a circle if it is in one. */
static gboolean
is_in_circle (const Stall *self, guint task)
{
  int at = get_next (self, task);

  for (guint i = 0; i < self->n_tasks && at >= 0 && at != (int) task; i++)
    at = get_next (self, at);
  return at == (int) task;
}

static char *
make_lock_sentence (const Stall *self, const IlvStallWait *wait)
{
  const char *name = ilv_workload_get_task_name (self->workload, wait->task);
  const char *lock = ilv_workload_get_lock_name (self->workload, wait->target);

  if (wait->peer < 0)
    /* Translators: a task waits for a lock: “A waits for the lock L.” */
    return g_strdup_printf (_("%s waits for the lock %s."), name, lock);
  if (wait->peer == (int) wait->task)
    return g_strdup_printf (_("%s waits for the lock %s, which it holds itself."), name, lock);
  /* Translators: a task, a lock and another task: “A waits for the lock L, which B holds.” */
  return g_strdup_printf (_("%s waits for the lock %s, which %s holds."), name, lock,
                          ilv_workload_get_task_name (self->workload, wait->peer));
}

/* When nothing can go on, each task that has started waits or has ended, and nobody waits for one
 * that has ended. */
static char *
make_task_sentence (const Stall *self, const IlvStallWait *wait)
{
  const char *name = ilv_workload_get_task_name (self->workload, wait->task);
  const char *target = ilv_workload_get_task_name (self->workload, wait->target);

  if (wait->target == wait->task)
    return g_strdup_printf (_("%s waits for itself."), name);
  if (self->waits[wait->target] == NULL)
    /* Translators: both are tasks: “A waits for B, which has not started.” */
    return g_strdup_printf (_("%s waits for %s, which has not started."), name, target);
  /* Translators: both are tasks: “A waits for B.” */
  return g_strdup_printf (_("%s waits for %s."), name, target);
}

static char *
make_sentence (const Stall *self, const IlvStallWait *wait)
{
  switch (wait->kind)
    {
    case ILV_STALL_LOCK:
      return make_lock_sentence (self, wait);
    case ILV_STALL_TASK:
      return make_task_sentence (self, wait);
    case ILV_STALL_WORKER:
      /* Translators: a task waits for a thread that could execute it */
      return g_strdup_printf (_("%s waits for a free worker."),
                              ilv_workload_get_task_name (self->workload, wait->task));
    default:
      g_assert_not_reached ();
    }
}

static void
add_sentence (Stall *self, const char *sentence)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, ' ');
  g_string_append (self->text, sentence);
}

/* Tells of a task, of the one that it waits for, and so on. */
static void
tell_chain (Stall *self, guint task)
{
  int at = task;

  while (at >= 0 && self->waits[at] != NULL && !self->told[at] && self->n_told < MAX_NAMED)
    {
      g_autofree char *sentence = make_sentence (self, self->waits[at]);

      add_sentence (self, sentence);
      self->told[at] = TRUE;
      self->n_told++;
      at = get_next (self, at);
    }
}

char *
ilv_stall_describe (IlvWorkload *workload, const IlvStallWait *waits, guint n_waits)
{
  g_autofree const IlvStallWait **waits_by_task = NULL;
  g_autofree gboolean *told = NULL;
  Stall self = { 0 };

  g_return_val_if_fail (ILV_IS_WORKLOAD (workload), NULL);
  g_return_val_if_fail (waits != NULL || n_waits == 0, NULL);

  self.workload = workload;
  self.n_tasks = ilv_workload_get_n_tasks (workload);
  self.waits = waits_by_task = g_new0 (const IlvStallWait *, self.n_tasks);
  self.told = told = g_new0 (gboolean, self.n_tasks);
  self.text = g_string_new (NULL);
  for (guint i = 0; i < n_waits; i++)
    self.waits[waits[i].task] = &waits[i];

  for (guint i = 0; i < self.n_tasks && self.n_told < MAX_NAMED; i++)
    if (is_in_circle (&self, i))
      tell_chain (&self, i);
  for (guint i = 0; i < self.n_tasks; i++)
    tell_chain (&self, i);
  if (n_waits > self.n_told)
    {
      g_autofree char *more =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more task waits.",
                                        "%u more tasks wait.", n_waits - self.n_told),
                           n_waits - self.n_told);

      add_sentence (&self, more);
    }
  return g_string_free (self.text, FALSE);
}
