/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <stdatomic.h>

G_BEGIN_DECLS

/* How long a task waits for the lock before it asks for it back: sys.getswitchinterval() of
 * CPython. */
#define ILV_GIL_INTERVAL_NS 5000000

/**
 * IlvGil:
 *
 * One lock that a task must hold to compute, with the rule that CPython has had since 3.2
 * (Python/ceval_gil.c): whoever waits for it asks for it back after an interval in which it has not
 * changed hands; the holder gives it up at the next point where it can, and does not take it again
 * before somebody else has had it.
 *
 * May be used from any thread.
 */
typedef struct _IlvGil IlvGil;

IlvGil *ilv_gil_new (void);
void ilv_gil_free (IlvGil *self);

/* Not 0 when the holder is to give the lock up, or everything has to end; to be read in every
 * quantum. */
atomic_int *ilv_gil_get_request (IlvGil *self);

/* Takes the lock for @task if it is free; if not, sets @holder to the task that holds it. */
gboolean ilv_gil_take (IlvGil *self, guint task, guint *holder);

/* Sleeps until the lock is free and takes it, but for one interval at most; then asks for it back.
 * Returns and sets as ilv_gil_take(). */
gboolean ilv_gil_wait (IlvGil *self, guint task, guint *holder);

/* Gives the lock up because the task has to sleep or has ended. */
void ilv_gil_drop (IlvGil *self);

/* The task that asked for the lock, for its holder. */
guint ilv_gil_get_requester (IlvGil *self);

/* Gives the lock up because it was asked for, and sleeps until another task has it. */
void ilv_gil_yield (IlvGil *self, guint task);

/* Wakes everybody: the run is to end. Nobody sleeps here from now on. */
void ilv_gil_interrupt (IlvGil *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvGil, ilv_gil_free)

G_END_DECLS
