/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-task-table.h"

typedef struct
{
  IlvTaskPhase phase;
  gboolean failed;
  gboolean waiting;
  IlvStallWait wait;
} TaskState;

struct _IlvTaskTable
{
  guint n_tasks;
  TaskState *tasks;
  guint n_in_phase[ILV_N_TASK_PHASES];
  guint n_waiting;
};

IlvTaskTable *
ilv_task_table_new (guint n_tasks)
{
  IlvTaskTable *self = g_new0 (IlvTaskTable, 1);

  self->n_tasks = n_tasks;
  self->tasks = g_new0 (TaskState, n_tasks);
  self->n_in_phase[ILV_TASK_PENDING] = n_tasks;
  return self;
}

void
ilv_task_table_free (IlvTaskTable *self)
{
  g_free (self->tasks);
  g_free (self);
}

guint
ilv_task_table_get_n_tasks (IlvTaskTable *self)
{
  return self->n_tasks;
}

IlvTaskPhase
ilv_task_table_get_phase (IlvTaskTable *self, guint task)
{
  g_return_val_if_fail (task < self->n_tasks, ILV_TASK_ENDED);

  return self->tasks[task].phase;
}

void
ilv_task_table_set_phase (IlvTaskTable *self, guint task, IlvTaskPhase phase)
{
  g_return_if_fail (task < self->n_tasks);

  self->n_in_phase[self->tasks[task].phase]--;
  self->n_in_phase[phase]++;
  self->tasks[task].phase = phase;
}

int
ilv_task_table_find (IlvTaskTable *self, IlvTaskPhase phase)
{
  for (guint i = 0; i < self->n_tasks; i++)
    if (self->tasks[i].phase == phase)
      return (int) i;
  return -1;
}

gboolean
ilv_task_table_is_finished (IlvTaskTable *self)
{
  return self->n_in_phase[ILV_TASK_ENDED] == self->n_tasks;
}

gboolean
ilv_task_table_has_failed (IlvTaskTable *self, guint task)
{
  g_return_val_if_fail (task < self->n_tasks, FALSE);

  return self->tasks[task].failed;
}

void
ilv_task_table_set_failed (IlvTaskTable *self, guint task)
{
  g_return_if_fail (task < self->n_tasks);

  self->tasks[task].failed = TRUE;
}

const IlvStallWait *
ilv_task_table_get_wait (IlvTaskTable *self, guint task)
{
  g_return_val_if_fail (task < self->n_tasks, NULL);

  return self->tasks[task].waiting ? &self->tasks[task].wait : NULL;
}

void
ilv_task_table_begin_wait (IlvTaskTable *self, const IlvStallWait *wait)
{
  g_return_if_fail (wait->task < self->n_tasks);
  g_return_if_fail (!self->tasks[wait->task].waiting);

  self->tasks[wait->task].waiting = TRUE;
  self->tasks[wait->task].wait = *wait;
  self->n_waiting++;
}

void
ilv_task_table_end_wait (IlvTaskTable *self, guint task)
{
  g_return_if_fail (task < self->n_tasks);
  g_return_if_fail (self->tasks[task].waiting);

  self->tasks[task].waiting = FALSE;
  self->n_waiting--;
}

/* Sleeping for a time is no waiting here, and so counts as going on. */
gboolean
ilv_task_table_is_stalled (IlvTaskTable *self, guint n_workers)
{
  guint n_active = self->n_in_phase[ILV_TASK_ACTIVE];
  gboolean can_go_on = n_active > self->n_waiting;
  gboolean can_begin = self->n_in_phase[ILV_TASK_QUEUED] > 0 && n_active < n_workers;

  return !can_go_on && !can_begin && !ilv_task_table_is_finished (self);
}

GArray *
ilv_task_table_get_waits (IlvTaskTable *self)
{
  GArray *waits = g_array_new (FALSE, FALSE, sizeof (IlvStallWait));

  for (guint i = 0; i < self->n_tasks; i++)
    {
      const TaskState *state = &self->tasks[i];
      IlvStallWait wait = { .task = i, .kind = ILV_STALL_WORKER, .peer = -1 };

      if (state->waiting)
        g_array_append_val (waits, state->wait);
      else if (state->phase == ILV_TASK_QUEUED)
        g_array_append_val (waits, wait);
    }
  return waits;
}
