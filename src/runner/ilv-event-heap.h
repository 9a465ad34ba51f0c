/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvEvent:
 * @time_ns: when it happens
 * @task: to which task
 *
 * Something that will happen in virtual time.
 */
typedef struct
{
  gint64 time_ns;
  guint task;
} IlvEvent;

/**
 * IlvEventHeap:
 *
 * A binary heap of events: the earliest comes out first, and of those at one moment the one of the
 * task with the lowest index, so that the order never depends on how they were put in.
 */
typedef struct _IlvEventHeap IlvEventHeap;

IlvEventHeap *ilv_event_heap_new (void);
void ilv_event_heap_free (IlvEventHeap *self);

void ilv_event_heap_push (IlvEventHeap *self, gint64 time_ns, guint task);

/* Whether there is an event; @event is the first. */
gboolean ilv_event_heap_peek (IlvEventHeap *self, IlvEvent *event);

/* Takes the first event out; there must be one. */
void ilv_event_heap_pop (IlvEventHeap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvEventHeap, ilv_event_heap_free)

G_END_DECLS
