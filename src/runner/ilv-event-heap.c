/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-event-heap.h"

struct _IlvEventHeap
{
  GArray *events; /* of IlvEvent; the children of i are 2 i + 1 and 2 i + 2 */
};

static IlvEvent *
get_event (IlvEventHeap *self, guint index)
{
  return &g_array_index (self->events, IlvEvent, index);
}

static gboolean
is_before (IlvEventHeap *self, guint one, guint other)
{
  const IlvEvent *first = get_event (self, one);
  const IlvEvent *second = get_event (self, other);

  if (first->time_ns != second->time_ns)
    return first->time_ns < second->time_ns;
  return first->task < second->task;
}

static void
swap (IlvEventHeap *self, guint one, guint other)
{
  IlvEvent event = *get_event (self, one);

  *get_event (self, one) = *get_event (self, other);
  *get_event (self, other) = event;
}

IlvEventHeap *
ilv_event_heap_new (void)
{
  IlvEventHeap *self = g_new0 (IlvEventHeap, 1);

  self->events = g_array_new (FALSE, FALSE, sizeof (IlvEvent));
  return self;
}

void
ilv_event_heap_free (IlvEventHeap *self)
{
  g_clear_pointer (&self->events, g_array_unref);
  g_free (self);
}

void
ilv_event_heap_push (IlvEventHeap *self, gint64 time_ns, guint task)
{
  IlvEvent event = { time_ns, task };
  guint at;

  g_return_if_fail (self != NULL);

  g_array_append_val (self->events, event);
  for (at = self->events->len - 1; at > 0 && is_before (self, at, (at - 1) / 2); at = (at - 1) / 2)
    swap (self, at, (at - 1) / 2);
}

gboolean
ilv_event_heap_peek (IlvEventHeap *self, IlvEvent *event)
{
  g_return_val_if_fail (self != NULL && event != NULL, FALSE);

  if (self->events->len == 0)
    return FALSE;
  *event = *get_event (self, 0);
  return TRUE;
}

void
ilv_event_heap_pop (IlvEventHeap *self)
{
  guint at = 0;

  g_return_if_fail (self != NULL && self->events->len > 0);

  g_array_remove_index_fast (self->events, 0);
  while (TRUE)
    {
      guint first = at;

      for (guint child = 2 * at + 1; child <= 2 * at + 2 && child < self->events->len; child++)
        if (is_before (self, child, first))
          first = child;
      if (first == at)
        return;
      swap (self, at, first);
      at = first;
    }
}
