/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds of every trace that was made of a file, for tests and fuzzers. */

#pragma once

#include "ilv-import-lanes.h"
#include "ilv-trace.h"

/* Whatever a file says, a trace keeps its promises. */
G_GNUC_UNUSED static void
assert_sound (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autofree gint64 *ends = g_new0 (gint64, info->tasks->len + 1);
  gsize n_spans, n_flows;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  const IlvFlow *flows = ilv_trace_get_flows (trace, &n_flows);

  for (guint i = 0; i < info->tasks->len; i++)
    {
      ends[i] = G_MININT64;
      g_assert_true (g_utf8_validate (ilv_trace_info_get_task (info, i)->name, -1, NULL));
    }
  for (gsize i = 0; i < n_spans; i++)
    {
      const char *step = ilv_trace_info_get_step (info, spans[i].task, spans[i].step);

      g_assert_cmpuint (spans[i].task, <, info->tasks->len);
      g_assert_true (spans[i].worker == ILV_NO_WORKER || spans[i].worker < info->workers->len);
      g_assert_cmpint (spans[i].start_ns, <=, spans[i].end_ns);
      g_assert_cmpuint (spans[i].state, <, ILV_N_SPAN_STATES);
      g_assert_true (step == NULL || g_utf8_validate (step, -1, NULL));
      g_assert_true (i == 0 || spans[i - 1].start_ns < spans[i].start_ns ||
                     (spans[i - 1].start_ns == spans[i].start_ns && spans[i - 1].task <= spans[i].task));
      if (g_str_equal (info->strategy, ILV_FOREIGN_STRATEGY) && info->clock_base_ns != 0)
        g_assert_cmpint (ends[spans[i].task], <=, spans[i].start_ns);
      ends[spans[i].task] = spans[i].end_ns;
    }
  for (gsize i = 0; i < n_flows; i++)
    {
      g_assert_cmpuint (flows[i].from_task, <, info->tasks->len);
      g_assert_cmpuint (flows[i].to_task, <, info->tasks->len);
    }
}
