/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lock-table.h"

typedef struct
{
  int holder;   /* or -1 */
  GQueue queue; /* of GUINT_TO_POINTER (task) */
} LockState;

struct _IlvLockTable
{
  guint n_locks;
  LockState *locks;
};

IlvLockTable *
ilv_lock_table_new (guint n_locks)
{
  IlvLockTable *self = g_new0 (IlvLockTable, 1);

  self->n_locks = n_locks;
  self->locks = g_new0 (LockState, n_locks);
  for (guint i = 0; i < n_locks; i++)
    {
      self->locks[i].holder = -1;
      g_queue_init (&self->locks[i].queue);
    }
  return self;
}

void
ilv_lock_table_free (IlvLockTable *self)
{
  for (guint i = 0; i < self->n_locks; i++)
    g_queue_clear (&self->locks[i].queue);
  g_free (self->locks);
  g_free (self);
}

guint
ilv_lock_table_get_n_locks (IlvLockTable *self)
{
  return self->n_locks;
}

int
ilv_lock_table_get_holder (IlvLockTable *self, guint lock)
{
  g_return_val_if_fail (lock < self->n_locks, -1);

  return self->locks[lock].holder;
}

gboolean
ilv_lock_table_take (IlvLockTable *self, guint lock, guint task)
{
  g_return_val_if_fail (lock < self->n_locks, FALSE);

  if (self->locks[lock].holder < 0)
    {
      self->locks[lock].holder = (int) task;
      return TRUE;
    }
  g_queue_push_tail (&self->locks[lock].queue, GUINT_TO_POINTER (task));
  return FALSE;
}

int
ilv_lock_table_pass_on (IlvLockTable *self, guint lock)
{
  LockState *state;

  g_return_val_if_fail (lock < self->n_locks, -1);

  state = &self->locks[lock];
  if (g_queue_is_empty (&state->queue))
    state->holder = -1;
  else
    state->holder = GPOINTER_TO_INT (g_queue_pop_head (&state->queue));
  return state->holder;
}
