/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-strategy.h"
#include "ilv-trace.h"
#include "ilv-workload.h"

G_BEGIN_DECLS

/* (transfer full): the record of a run in which nothing has happened yet: the workload's tasks, and as
 * many processors as @strategy may use of @processors. It is for scenes, which show who waits. */
IlvTrace *ilv_planned_trace_new (IlvWorkload *workload, IlvStrategy strategy, guint processors);

G_END_DECLS
