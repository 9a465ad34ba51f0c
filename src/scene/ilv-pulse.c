/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pulse.h"

/* Timers are late on a busy machine; so many periods they are not. */
#define FROZEN_PERIODS 4

static const GArray *
get_beats (IlvTrace *trace)
{
  return ilv_trace_get_info (trace)->beats;
}

gboolean
ilv_pulse_exists (IlvTrace *trace)
{
  g_return_val_if_fail (ILV_IS_TRACE (trace), FALSE);

  return ilv_trace_get_info (trace)->beat_period_ns > 0 && get_beats (trace)->len > 0;
}

guint
ilv_pulse_find (IlvTrace *trace, gint64 time_ns)
{
  const GArray *beats;
  guint low = 0;
  guint high;

  g_return_val_if_fail (ILV_IS_TRACE (trace), 0);

  beats = get_beats (trace);
  high = beats->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (beats, gint64, middle) < time_ns)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

IlvPulseGap
ilv_pulse_get_gap (IlvTrace *trace, guint index)
{
  IlvPulseGap gap = { 0, 0 };
  const GArray *beats;

  g_return_val_if_fail (ILV_IS_TRACE (trace), gap);

  beats = get_beats (trace);
  g_return_val_if_fail (index <= beats->len, gap);

  if (index > 0)
    gap.start_ns = g_array_index (beats, gint64, index - 1);
  gap.end_ns = index < beats->len ? g_array_index (beats, gint64, index)
                                  : MAX (ilv_trace_get_duration_ns (trace), gap.start_ns);

  return gap;
}

gboolean
ilv_pulse_is_frozen (IlvTrace *trace, IlvPulseGap gap)
{
  g_return_val_if_fail (ILV_IS_TRACE (trace), FALSE);

  return gap.end_ns - gap.start_ns > FROZEN_PERIODS * ilv_trace_get_info (trace)->beat_period_ns;
}

IlvPulseGap
ilv_pulse_find_longest_gap (IlvTrace *trace)
{
  IlvPulseGap longest = { 0, 0 };

  g_return_val_if_fail (ILV_IS_TRACE (trace), longest);

  for (guint i = 0; i <= get_beats (trace)->len; i++)
    {
      IlvPulseGap gap = ilv_pulse_get_gap (trace, i);

      if (gap.end_ns - gap.start_ns > longest.end_ns - longest.start_ns)
        longest = gap;
    }

  return longest;
}
