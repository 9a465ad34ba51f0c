/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvLockTable:
 *
 * Who holds which lock of a run, and who queues up for it.
 *
 * It decides and knows no thread: whoever uses it from several has a mutex for it.
 */
typedef struct _IlvLockTable IlvLockTable;

/* (transfer full): free locks; to be freed with ilv_lock_table_free(). */
IlvLockTable *ilv_lock_table_new (guint n_locks);
void ilv_lock_table_free (IlvLockTable *self);

guint ilv_lock_table_get_n_locks (IlvLockTable *self);

/* The task that holds @lock, or -1. */
int ilv_lock_table_get_holder (IlvLockTable *self, guint lock);

/* Whether @lock was free and is now held by @task; if not, @task queues up for it. */
gboolean ilv_lock_table_take (IlvLockTable *self, guint lock, guint task);

/* Gives @lock to the first in the queue: that task, or -1 if nobody waited. */
int ilv_lock_table_pass_on (IlvLockTable *self, guint lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvLockTable, ilv_lock_table_free)

G_END_DECLS
