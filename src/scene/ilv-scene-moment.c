/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-scene-moment.h"

#include "ilv-moment-text.h"

#define MS G_GINT64_CONSTANT (1000000)

/* From here on, milliseconds are too many digits. */
#define LONG_NS (10000 * MS)

IlvTaskPhase
ilv_scene_moment_find (IlvLaneIndex *index, guint task, gint64 time_ns, const IlvSpan **span)
{
  guint n_spans = ilv_lane_index_get_n_spans (index, task);
  guint position = ilv_lane_index_find (index, task, time_ns);
  const IlvSpan *found;

  *span = NULL;
  if (n_spans == 0)
    return ILV_TASK_PHASE_BEFORE;

  if (position == n_spans)
    {
      /* The end of an open span is only what is known of it so far. */
      found = ilv_lane_index_get_span (index, task, n_spans - 1);
      if (!found->open)
        return ILV_TASK_PHASE_ENDED;
      *span = found;
      return ILV_TASK_PHASE_AT_WORK;
    }

  found = ilv_lane_index_get_span (index, task, position);
  if (found->start_ns <= time_ns)
    *span = found;
  else if (position == 0)
    return ILV_TASK_PHASE_BEFORE;

  return ILV_TASK_PHASE_AT_WORK;
}

guint
ilv_scene_moment_count_results (IlvTrace *trace, gint64 time_ns)
{
  const GPtrArray *results = ilv_trace_get_info (trace)->results;
  guint low = 0;
  guint high = results->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const IlvResult *result = g_ptr_array_index (results, middle);

      if (result->time_ns <= time_ns)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

char *
ilv_scene_moment_format_length (gint64 length_ns)
{
  gint64 tick_ns = length_ns >= LONG_NS ? 100 * MS : MS;

  return ilv_moment_text_format_tick ((length_ns + tick_ns / 2) / tick_ns * tick_ns, tick_ns,
                                      length_ns >= LONG_NS ? ILV_MOMENT_UNIT_S : ILV_MOMENT_UNIT_MS,
                                      TRUE);
}
