/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-planned-trace.h"

IlvTrace *
ilv_planned_trace_new (IlvWorkload *workload, IlvStrategy strategy, guint processors)
{
  gboolean is_parallel = strategy == ILV_STRATEGY_MODEL || ilv_strategy_is_parallel (strategy);
  IlvTraceInfo *info;

  g_return_val_if_fail (ILV_IS_WORKLOAD (workload), NULL);

  info = ilv_trace_info_new (ilv_strategy_to_string (strategy), is_parallel ? processors : 1);
  for (guint i = 0; i < ilv_workload_get_n_tasks (workload); i++)
    ilv_trace_info_add_task (info, ilv_workload_get_task_name (workload, i), NULL);
  return ilv_trace_new (info, g_array_new (FALSE, FALSE, sizeof (IlvSpan)), NULL);
}
