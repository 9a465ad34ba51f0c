/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-execution.h"
#include "ilv-gil.h"

G_BEGIN_DECLS

/**
 * IlvBlockingMode:
 * @ILV_BLOCKING_SLEEP: whoever awaits a task sleeps until another worker has ended it
 * @ILV_BLOCKING_CALL: whoever awaits a task that has not begun runs it, as calling a function does
 */
typedef enum
{
  ILV_BLOCKING_SLEEP,
  ILV_BLOCKING_CALL,
} IlvBlockingMode;

/* Carries a task out from its first step to its last in the calling thread, which sleeps wherever
 * the task has to wait. With @gil (nullable) it holds that lock whenever it computes. A task that
 * fails has ended, too; %FALSE if the run was stopped before its end. */
gboolean ilv_blocking_task_run (IlvExecution *execution,
                                IlvWorker *worker,
                                guint task,
                                IlvBlockingMode mode,
                                IlvGil *gil);

G_END_DECLS
