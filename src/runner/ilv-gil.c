/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-gil.h"

#define NOBODY (-1)

struct _IlvGil
{
  atomic_int request;

  GMutex mutex; /* for all that follows */
  GCond freed;
  GCond switched;
  int holder;      /* or NOBODY */
  int last_holder; /* or NOBODY */
  guint n_switches;
  guint requester;
  gboolean interrupted;
};

IlvGil *
ilv_gil_new (void)
{
  IlvGil *self = g_new0 (IlvGil, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->freed);
  g_cond_init (&self->switched);
  self->holder = NOBODY;
  self->last_holder = NOBODY;
  return self;
}

void
ilv_gil_free (IlvGil *self)
{
  g_cond_clear (&self->freed);
  g_cond_clear (&self->switched);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

atomic_int *
ilv_gil_get_request (IlvGil *self)
{
  return &self->request;
}

static gboolean
take_locked (IlvGil *self, guint task, guint *holder)
{
  if (self->holder != NOBODY)
    {
      *holder = self->holder;
      return FALSE;
    }
  self->holder = task;
  if (self->last_holder != (int) task)
    {
      self->last_holder = task;
      self->n_switches++;
      g_cond_broadcast (&self->switched);
    }
  if (!self->interrupted)
    atomic_store (&self->request, 0);
  return TRUE;
}

gboolean
ilv_gil_take (IlvGil *self, guint task, guint *holder)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return take_locked (self, task, holder);
}

gboolean
ilv_gil_wait (IlvGil *self, guint task, guint *holder)
{
  gint64 deadline_us = g_get_monotonic_time () + ILV_GIL_INTERVAL_NS / 1000;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  guint n_switches = self->n_switches;
  gboolean in_time = TRUE;

  while (self->holder != NOBODY && in_time && !self->interrupted)
    in_time = g_cond_wait_until (&self->freed, &self->mutex, deadline_us);
  if (self->holder != NOBODY && !in_time && n_switches == self->n_switches)
    {
      self->requester = task;
      atomic_store (&self->request, 1);
    }
  return take_locked (self, task, holder);
}

static void
drop_locked (IlvGil *self)
{
  self->holder = NOBODY;
  g_cond_signal (&self->freed);
}

void
ilv_gil_drop (IlvGil *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  drop_locked (self);
}

guint
ilv_gil_get_requester (IlvGil *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->requester;
}

void
ilv_gil_yield (IlvGil *self, guint task)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  drop_locked (self);
  while (self->last_holder == (int) task && !self->interrupted)
    g_cond_wait (&self->switched, &self->mutex);
}

void
ilv_gil_interrupt (IlvGil *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->interrupted = TRUE;
  atomic_store (&self->request, 1);
  g_cond_broadcast (&self->freed);
  g_cond_broadcast (&self->switched);
}
