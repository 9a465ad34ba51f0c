/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-workload.h"

G_BEGIN_DECLS

/**
 * IlvStallKind:
 * @ILV_STALL_LOCK: waits for a lock
 * @ILV_STALL_TASK: waits for the end of another task
 * @ILV_STALL_WORKER: may go on, but there is no free worker that would execute it
 *
 * What a task waits for when nothing can go on.
 */
typedef enum
{
  ILV_STALL_LOCK,
  ILV_STALL_TASK,
  ILV_STALL_WORKER,
} IlvStallKind;

/**
 * IlvStallWait:
 * @task: index of the task that waits
 * @kind: for what
 * @target: index of the lock or of the task that is waited for
 * @peer: index of the task that holds the lock now, or -1; of the other kinds not read
 *
 * One task's part in a stall.
 */
typedef struct
{
  guint task;
  IlvStallKind kind;
  guint target;
  int peer;
} IlvStallWait;

/* (transfer full): who waits for whom, in translated sentences. @waits holds one entry for each
 * task that has started and not ended. Tasks that wait for each other in a circle come first; after
 * six tasks it says only how many more wait. */
char *ilv_stall_describe (IlvWorkload *workload, const IlvStallWait *waits, guint n_waits);

G_END_DECLS
