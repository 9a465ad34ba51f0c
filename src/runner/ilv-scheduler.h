/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-model.h"
#include "ilv-span-log.h"

G_BEGIN_DECLS

/**
 * IlvScheduler:
 *
 * The model's discrete-event scheduler: keeps the rules that ilv_model_run() names, one moment at
 * which anything comes about after the other. Its work is the number of events times the logarithm
 * of the number of tasks. It serves one run.
 */
typedef struct _IlvScheduler IlvScheduler;

IlvScheduler *ilv_scheduler_new (IlvWorkload *workload, const IlvModelSettings *settings);
void ilv_scheduler_free (IlvScheduler *self);

/* Goes on until nothing more can come about; %FALSE if @cancellable was cancelled before that. */
gboolean ilv_scheduler_run (IlvScheduler *self, GCancellable *cancellable);

/* Whether all tasks have ended. */
gboolean ilv_scheduler_is_finished (IlvScheduler *self);

/* (transfer full) (element-type IlvStallWait): what each task that has started and not ended waits
 * for, when nothing more can come about. */
GArray *ilv_scheduler_list_waits (IlvScheduler *self);

/* The last moment at which anything came about. */
gint64 ilv_scheduler_get_now_ns (IlvScheduler *self);

/* (transfer none) */
IlvSpanLog *ilv_scheduler_get_log (IlvScheduler *self);

/* (transfer full) (element-type IlvFlow); for once, after the run. */
GArray *ilv_scheduler_steal_flows (IlvScheduler *self);

/* How often a task gave its processor up to wait. */
gint64 ilv_scheduler_get_voluntary_switches (IlvScheduler *self);

/* After how many quanta another task got the processor. */
gint64 ilv_scheduler_get_involuntary_switches (IlvScheduler *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvScheduler, ilv_scheduler_free)

G_END_DECLS
