/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-stall.h"

G_BEGIN_DECLS

/**
 * IlvTaskPhase:
 * @ILV_TASK_PENDING: to be spawned
 * @ILV_TASK_HELD: one by one: its turn has not come
 * @ILV_TASK_QUEUED: may begin, nobody has taken it yet
 * @ILV_TASK_ACTIVE: in execution, even while it waits
 * @ILV_TASK_ENDED: over, well or not
 *
 * How far a task of a run has come.
 */
typedef enum
{
  ILV_TASK_PENDING,
  ILV_TASK_HELD,
  ILV_TASK_QUEUED,
  ILV_TASK_ACTIVE,
  ILV_TASK_ENDED,
} IlvTaskPhase;

#define ILV_N_TASK_PHASES (ILV_TASK_ENDED + 1)

/**
 * IlvTaskTable:
 *
 * How far each task of a run has come, what it waits for, and whether it has failed.
 *
 * It knows no thread: whoever uses it from several has a mutex for it.
 */
typedef struct _IlvTaskTable IlvTaskTable;

/* (transfer full): pending tasks; to be freed with ilv_task_table_free(). */
IlvTaskTable *ilv_task_table_new (guint n_tasks);
void ilv_task_table_free (IlvTaskTable *self);

guint ilv_task_table_get_n_tasks (IlvTaskTable *self);

IlvTaskPhase ilv_task_table_get_phase (IlvTaskTable *self, guint task);
void ilv_task_table_set_phase (IlvTaskTable *self, guint task, IlvTaskPhase phase);

/* The first task in @phase, or -1. */
int ilv_task_table_find (IlvTaskTable *self, IlvTaskPhase phase);

/* Whether every task has ended. */
gboolean ilv_task_table_is_finished (IlvTaskTable *self);

gboolean ilv_task_table_has_failed (IlvTaskTable *self, guint task);
void ilv_task_table_set_failed (IlvTaskTable *self, guint task);

/* (transfer none) (nullable): what @task waits for; %NULL if it does not wait. */
const IlvStallWait *ilv_task_table_get_wait (IlvTaskTable *self, guint task);
void ilv_task_table_begin_wait (IlvTaskTable *self, const IlvStallWait *wait);
void ilv_task_table_end_wait (IlvTaskTable *self, guint task);

/* Whether nothing can go on though something is left to do: each task in execution waits, and no
 * other can begin, where @n_workers tasks can be in execution at once. */
gboolean ilv_task_table_is_stalled (IlvTaskTable *self, guint n_workers);

/* (transfer full) (element-type IlvStallWait): what ilv_stall_describe() asks for. */
GArray *ilv_task_table_get_waits (IlvTaskTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvTaskTable, ilv_task_table_free)

G_END_DECLS
