/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-model.h"

#include <glib/gi18n-lib.h>

#include "ilv-duration.h"
#include "ilv-scheduler.h"
#include "ilv-stall.h"
#include "ilv-strategy.h"

static IlvTraceInfo *
make_info (IlvWorkload *workload, const IlvModelSettings *settings)
{
  guint processors = settings->processors;
  IlvTraceInfo *info = ilv_trace_info_new (ilv_strategy_to_string (ILV_STRATEGY_MODEL), processors);

  info->is_model = TRUE;
  info->slice_asked_ns = settings->quantum_ns;
  for (guint i = 0; i < ilv_workload_get_n_tasks (workload); i++)
    ilv_trace_info_add_task (info, ilv_workload_get_task_name (workload, i),
                             ilv_workload_get_step_texts (workload, i));
  for (guint i = 0; i < processors; i++)
    {
      /* Translators: the name of a processor in a model, such as “Core 0” */
      g_autofree char *name = g_strdup_printf (_("Core %u"), i);

      ilv_trace_info_add_worker (info, name, 0, i);
    }
  return info;
}

/* The quantum that keeps the computing within bounds. Tasks that have a processor each never give
 * way, so that their quantum need never end. */
static gint64
choose_quantum (IlvWorkload *workload, const IlvModelSettings *settings, IlvTraceInfo *info)
{
  gint64 work_ns = ilv_workload_get_work_ns (workload);
  gint64 wanted_ns = settings->quantum_ns > 0 ? settings->quantum_ns : ILV_MODEL_QUANTUM_NS;
  gint64 quantum_ns = wanted_ns;
  g_autofree char *duration = NULL;
  g_autofree char *note = NULL;

  if (ilv_workload_get_n_tasks (workload) <= settings->processors)
    return G_MAXINT64;
  while (work_ns / quantum_ns > ILV_MODEL_MAX_QUANTA)
    quantum_ns *= 2;
  if (quantum_ns == wanted_ns)
    return quantum_ns;

  duration = ilv_duration_format (quantum_ns);
  /* Translators: %s is a length of time, such as 8ms */
  note = g_strdup_printf (_("There is so much work that the model gives each task %s at a time."),
                          duration);
  ilv_trace_info_add_note (info, note);
  return quantum_ns;
}

/* Says who waits for whom, in words and in the present spans. */
static char *
end_stalled (IlvWorkload *workload, IlvScheduler *scheduler)
{
  g_autoptr (GArray) waits = ilv_scheduler_list_waits (scheduler);
  IlvSpanLog *log = ilv_scheduler_get_log (scheduler);

  for (guint i = 0; i < waits->len; i++)
    {
      const IlvStallWait *wait = &g_array_index (waits, IlvStallWait, i);

      if (wait->kind == ILV_STALL_LOCK)
        ilv_span_log_set_peer (log, wait->task, wait->peer);
    }
  ilv_span_log_end (log, ilv_scheduler_get_now_ns (scheduler) + ILV_MODEL_STALL_SHOWN_NS);
  return ilv_stall_describe (workload, &g_array_index (waits, IlvStallWait, 0), waits->len);
}

static IlvTrace *
make_trace (IlvWorkload *workload, IlvScheduler *scheduler, IlvTraceInfo *info)
{
  IlvSpanLog *log = ilv_scheduler_get_log (scheduler);

  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  if (!ilv_scheduler_is_finished (scheduler))
    {
      info->outcome = ILV_TRACE_OUTCOME_STALLED;
      info->verdict = end_stalled (workload, scheduler);
    }
  info->cpu_time_ns = ilv_span_log_get_running_ns (log);
  info->voluntary_switches = ilv_scheduler_get_voluntary_switches (scheduler);
  info->involuntary_switches = ilv_scheduler_get_involuntary_switches (scheduler);
  return ilv_trace_new (ilv_trace_info_ref (info), ilv_span_log_steal_spans (log),
                        ilv_scheduler_steal_flows (scheduler));
}

IlvTrace *
ilv_model_run (IlvWorkload *workload, const IlvModelSettings *settings, GCancellable *cancellable)
{
  g_autoptr (IlvTraceInfo) info = NULL;
  g_autoptr (IlvScheduler) scheduler = NULL;
  IlvModelSettings bounded;

  g_return_val_if_fail (ILV_IS_WORKLOAD (workload), NULL);
  g_return_val_if_fail (settings != NULL, NULL);
  g_return_val_if_fail (settings->processors >= 1, NULL);
  g_return_val_if_fail (settings->processors <= ILV_MODEL_MAX_PROCESSORS, NULL);
  g_return_val_if_fail (settings->quantum_ns >= 0, NULL);
  g_return_val_if_fail (settings->switch_cost_ns >= 0, NULL);
  g_return_val_if_fail (settings->switch_cost_ns <= ILV_MODEL_MAX_SWITCH_COST_NS, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  info = make_info (workload, settings);
  bounded = *settings;
  bounded.quantum_ns = choose_quantum (workload, settings, info);
  scheduler = ilv_scheduler_new (workload, &bounded);
  if (!ilv_scheduler_run (scheduler, cancellable))
    return NULL;
  return make_trace (workload, scheduler, info);
}
