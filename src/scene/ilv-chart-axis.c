/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-chart-axis.h"

#include <math.h>

double
ilv_chart_axis_get_step (double end, guint max_ticks)
{
  double smallest, power;

  g_return_val_if_fail (end > 0 && isfinite (end), 1);
  g_return_val_if_fail (max_ticks >= 1, end);

  smallest = end / max_ticks;
  power = pow (10, floor (log10 (smallest)));

  /* Forgiving, since 0.3 / 3 is a little more than 0.1. */
  for (;; power *= 10)
    for (guint i = 0; i < 3; i++)
      {
        static const double rounds[] = { 1, 2, 5 };

        if (rounds[i] * power >= smallest * (1 - 1e-9))
          return rounds[i] * power;
      }
}

double
ilv_chart_axis_get_end (double end, double step)
{
  g_return_val_if_fail (step > 0, end);

  return ceil (end / step - 1e-9) * step;
}

double
ilv_chart_axis_get_log_place (double x, double from, double to)
{
  g_return_val_if_fail (x > 0 && from > 0 && to >= from, 0);

  if (from == to)
    return 0.5;

  return (log2 (x) - log2 (from)) / (log2 (to) - log2 (from));
}

char *
ilv_chart_axis_format (double value)
{
  double hundredths = round (value * 100);

  if (fmod (hundredths, 100) == 0)
    return g_strdup_printf ("%.0f", value);
  if (fmod (hundredths, 10) == 0)
    return g_strdup_printf ("%.1f", value);
  return g_strdup_printf ("%.2f", value);
}
