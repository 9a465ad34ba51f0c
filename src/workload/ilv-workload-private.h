/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-workload.h"

G_BEGIN_DECLS

/**
 * IlvWorkloadTask:
 * @name: its name
 * @steps: (element-type IlvStep): its steps; tasks of one group share them
 * @texts: (element-type utf8) (nullable): their texts and a %NULL; made by the workload
 * @spawned: whether another task starts it; found by the workload
 *
 * A task of a workload, and of one that is being read.
 */
typedef struct
{
  char *name;
  GArray *steps;
  GPtrArray *texts;
  gboolean spawned;
} IlvWorkloadTask;

IlvWorkloadTask *ilv_workload_task_new (const char *name);
void ilv_workload_task_free (IlvWorkloadTask *self);

/* (transfer full): an array of IlvStep that owns their arguments. */
GArray *ilv_workload_steps_new (void);

/* Takes both over: @tasks of #IlvWorkloadTask, which make sense together, and the locks' names. */
IlvWorkload *ilv_workload_new_from_parts (GPtrArray *tasks, GPtrArray *lock_names);

/* (transfer full): the text of a step. */
char *ilv_workload_make_step_text (GPtrArray *tasks, GPtrArray *lock_names, const IlvStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvWorkloadTask, ilv_workload_task_free)

G_END_DECLS
