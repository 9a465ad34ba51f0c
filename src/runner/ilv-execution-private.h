/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-execution.h"
#include "ilv-lock-table.h"
#include "ilv-task-table.h"

G_BEGIN_DECLS

/* What the two files of an execution share: ilv-execution.c is the run from its start to its
 * answer, ilv-execution-tasks.c is what tasks do to each other in it. */

struct _IlvExecution
{
  gatomicrefcount ref_count;
  gatomicrefcount holds;

  GTask *result;
  IlvWorkload *workload;
  IlvRecorder *recorder;
  gulong cancelled_handler;
  const IlvExecutionFuncs *funcs;
  gpointer data;
  GDestroyNotify destroy;
  guint n_workers;
  gboolean one_by_one;
  gboolean stops_io;
  IlvWorld *world;          /* or NULL */
  GCancellable *io_stopped; /* cancelled when the run is stopped */
  atomic_int stop;
  atomic_int_least64_t counter;
  atomic_int_least64_t n_additions;
  atomic_bool adds; /* whether any task added to the counter */

  GMutex mutex; /* for all that follows */
  IlvTaskTable *tasks;
  IlvLockTable *locks;
  GCond *sleepers; /* one for each task */
  GArray *woken;   /* of guint: tasks whose threads are to be woken */
  GSource *stall_source;
  char *verdict;
  gint64 stopped_ns;
  guint turn; /* one by one: the task whose end the next one waits for */
};

/* With the execution locked. Says that nothing can go on, and why: @verdict (transfer full) is
 * shown for a moment, then the run is ended. */
void ilv_execution_set_stalled (IlvExecution *self, char *verdict);

G_END_DECLS
