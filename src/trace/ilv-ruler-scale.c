/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-ruler-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
find_tick_ns (double axis_ns, guint n_ticks)
{
  double least_ns = axis_ns / n_ticks;
  double power = pow (10, floor (log10 (least_ns)));

  for (guint i = 0; i < 3; i++)
    {
      static const double steps[] = { 1, 2, 5 };

      if (steps[i] * power >= least_ns)
        return MAX (1, steps[i] * power);
    }
  return MAX (1, 10 * power);
}

static void
choose_unit (IlvRulerScale *self, double axis_ns)
{
  if (axis_ns >= 5e9)
    {
      self->unit_ns = 1e9;
      /* Translators: the beginning of a ruler in seconds. */
      self->zero = _ ("0 s");
    }
  else if (axis_ns >= 5e6)
    {
      self->unit_ns = 1e6;
      /* Translators: the beginning of a ruler in milliseconds. */
      self->zero = _ ("0 ms");
    }
  else if (axis_ns >= 5e3)
    {
      self->unit_ns = 1e3;
      /* Translators: the beginning of a ruler in microseconds. */
      self->zero = _ ("0 µs");
    }
  else
    {
      self->unit_ns = 1;
      /* Translators: the beginning of a ruler in nanoseconds. */
      self->zero = _ ("0 ns");
    }
}

void
ilv_ruler_scale_init (IlvRulerScale *self, double axis_ns, guint n_ticks)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (axis_ns > 0);
  g_return_if_fail (n_ticks > 0);

  self->tick_ns = find_tick_ns (axis_ns, n_ticks);
  choose_unit (self, axis_ns);
  self->decimals = (int) CLAMP (ceil (log10 (self->unit_ns / self->tick_ns) - 1e-9), 0, 3);
}

char *
ilv_ruler_scale_format (const IlvRulerScale *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (index == 0)
    return g_strdup (self->zero);
  return g_strdup_printf ("%.*f", self->decimals, index * self->tick_ns / self->unit_ns);
}
