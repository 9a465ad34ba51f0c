/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-measurement.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ilv-figures.h"
#include "ilv-in-flight.h"
#include "ilv-summary.h"

#define NS_PER_MS 1e6

static guint
count_in_flight (IlvTrace *trace)
{
  g_autoptr (GArray) requests = ilv_in_flight_find (trace);

  return ilv_in_flight_get_most (requests);
}

/* A task fails once, whatever else it says about it. */
static guint
count_failures (const IlvTraceInfo *info)
{
  g_autoptr (GHashTable) failed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < info->results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (info->results, i);

      if (result->kind == ILV_RESULT_FAILURE && result->task != G_MAXUINT)
        g_hash_table_add (failed, GUINT_TO_POINTER (result->task));
    }
  return g_hash_table_size (failed);
}

/* A loop that is blocked from its start or to its end has no beat there either. */
static double
find_longest_beat (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  gint64 previous_ns = 0;
  gint64 longest_ns = 0;

  if (info->beat_period_ns <= 0)
    return NAN;

  for (guint i = 0; i < info->beats->len; i++)
    {
      gint64 beat_ns = g_array_index (info->beats, gint64, i);

      longest_ns = MAX (longest_ns, beat_ns - previous_ns);
      previous_ns = beat_ns;
    }
  longest_ns = MAX (longest_ns, ilv_trace_get_duration_ns (trace) - previous_ns);
  return longest_ns / NS_PER_MS;
}

static double
divide (double dividend, double divisor)
{
  return divisor > 0 ? dividend / divisor : NAN;
}

static double
add_known (gint64 a, gint64 b)
{
  return a >= 0 && b >= 0 ? (double) a + b : NAN;
}

double
ilv_measurement_compute (IlvMeasure measure, gboolean is_right, IlvTrace *left, IlvTrace *right)
{
  IlvTrace *trace = is_right ? right : left;
  const IlvTraceInfo *info;
  IlvFigures figures;
  IlvFigures other;

  g_return_val_if_fail (ILV_IS_TRACE (left) && ILV_IS_TRACE (right), NAN);

  info = ilv_trace_get_info (trace);
  ilv_figures_compute (&figures, trace);
  ilv_figures_compute (&other, is_right ? left : right);
  switch (measure)
    {
    case ILV_MEASURE_MAKESPAN:
      return figures.makespan_ns / NS_PER_MS;
    case ILV_MEASURE_SPEEDUP:
      return figures.speedup;
    case ILV_MEASURE_MAX_PARALLELISM:
      return figures.max_parallelism;
    case ILV_MEASURE_SLICES:
      return figures.slices;
    case ILV_MEASURE_SWITCHES:
      return add_known (figures.voluntary_switches, figures.involuntary_switches);
    case ILV_MEASURE_CPU_TIME:
      return figures.cpu_time_ns / NS_PER_MS;
    case ILV_MEASURE_MAKESPAN_RATIO:
      return divide (other.makespan_ns, figures.makespan_ns);
    case ILV_MEASURE_CPU_TIME_RATIO:
      return divide (figures.cpu_time_ns, other.cpu_time_ns);
    case ILV_MEASURE_IN_FLIGHT:
      return count_in_flight (trace);
    case ILV_MEASURE_LOST:
      return info->counter_expected >= 0 && info->counter_found >= 0
               ? (double) (info->counter_expected - info->counter_found)
               : NAN;
    case ILV_MEASURE_FAILURES:
      return count_failures (info);
    case ILV_MEASURE_LONGEST_BEAT:
      return find_longest_beat (trace);
    default:
      g_return_val_if_reached (NAN);
    }
}

/* (transfer full) */
static char *
format_count (IlvMeasure measure, guint count)
{
  switch (measure)
    {
    case ILV_MEASURE_MAX_PARALLELISM:
      return g_strdup_printf (ngettext ("%u task at once", "%u tasks at once", count), count);
    case ILV_MEASURE_SLICES:
      return g_strdup_printf (ngettext ("%u slice", "%u slices", count), count);
    case ILV_MEASURE_SWITCHES:
      return g_strdup_printf (ngettext ("%u context switch", "%u context switches", count), count);
    case ILV_MEASURE_IN_FLIGHT:
      return g_strdup_printf (ngettext ("%u wait at once", "%u waits at once", count), count);
    case ILV_MEASURE_LOST:
      return g_strdup_printf (ngettext ("%u lost addition", "%u lost additions", count), count);
    default:
      return g_strdup_printf (ngettext ("%u failed task", "%u failed tasks", count), count);
    }
}

char *
ilv_measurement_format (IlvMeasure measure, double value)
{
  g_return_val_if_fail ((guint) measure < ILV_N_MEASURES, NULL);

  if (!isfinite (value))
    return g_strdup (_("unknown"));

  switch (measure)
    {
    case ILV_MEASURE_MAKESPAN:
    case ILV_MEASURE_CPU_TIME:
    case ILV_MEASURE_LONGEST_BEAT:
      return ilv_summary_format_duration ((gint64) (value * NS_PER_MS));
    case ILV_MEASURE_SPEEDUP:
    case ILV_MEASURE_MAKESPAN_RATIO:
    case ILV_MEASURE_CPU_TIME_RATIO:
      /* Translators: how many times as fast, or as much; %.2f is a number such as 1.97 */
      return g_strdup_printf (_("%.2f times"), value);
    default:
      return format_count (measure, (guint) CLAMP (value, 0, G_MAXUINT));
    }
}
