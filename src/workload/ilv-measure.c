/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-measure.h"

#include <string.h>

#define LEFT "left."
#define RIGHT "right."

static const char *const names[] = {
  [ILV_MEASURE_MAKESPAN] = "makespan",
  [ILV_MEASURE_SPEEDUP] = "speedup",
  [ILV_MEASURE_MAX_PARALLELISM] = "max-parallelism",
  [ILV_MEASURE_SLICES] = "slices",
  [ILV_MEASURE_SWITCHES] = "switches",
  [ILV_MEASURE_CPU_TIME] = "cpu-time",
  [ILV_MEASURE_MAKESPAN_RATIO] = "makespan-ratio",
  [ILV_MEASURE_CPU_TIME_RATIO] = "cpu-time-ratio",
  [ILV_MEASURE_IN_FLIGHT] = "in-flight",
  [ILV_MEASURE_LOST] = "lost",
  [ILV_MEASURE_FAILURES] = "failures",
  [ILV_MEASURE_LONGEST_BEAT] = "longest-beat",
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == ILV_N_MEASURES);

const char *
ilv_measure_to_string (IlvMeasure measure)
{
  g_return_val_if_fail ((guint) measure < ILV_N_MEASURES, NULL);

  return names[measure];
}

gboolean
ilv_measure_parse (const char *text, IlvMeasure *measure, gboolean *is_right)
{
  const char *name;

  g_return_val_if_fail (text != NULL && measure != NULL && is_right != NULL, FALSE);

  *is_right = g_str_has_prefix (text, RIGHT);
  if (!*is_right && !g_str_has_prefix (text, LEFT))
    return FALSE;

  name = text + strlen (*is_right ? RIGHT : LEFT);
  for (guint i = 0; i < ILV_N_MEASURES; i++)
    if (g_str_equal (name, names[i]))
      {
        *measure = i;
        return TRUE;
      }
  return FALSE;
}
