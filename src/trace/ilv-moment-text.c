/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-moment-text.h"

#include <glib/gi18n-lib.h>

/* From so many on, a number is hard to read and the next larger unit is better. */
#define MAX_NUMBER 10000

static const gint64 unit_lengths[] = { 1, 1000, 1000000, 1000000000 };

static char *
add_unit (const char *number, IlvMomentUnit unit)
{
  switch (unit)
    {
    case ILV_MOMENT_UNIT_NS:
      /* Translators: a number of nanoseconds, "5 ns". */
      return g_strdup_printf (_ ("%s ns"), number);
    case ILV_MOMENT_UNIT_US:
      /* Translators: a number of microseconds, "5 µs". */
      return g_strdup_printf (_ ("%s µs"), number);
    case ILV_MOMENT_UNIT_MS:
      /* Translators: a number of milliseconds, "5 ms". */
      return g_strdup_printf (_ ("%s ms"), number);
    case ILV_MOMENT_UNIT_S:
    default:
      /* Translators: a number of seconds, "5 s". */
      return g_strdup_printf (_ ("%s s"), number);
    }
}

IlvMomentUnit
ilv_moment_text_get_unit (gint64 tick_ns, double end_ns)
{
  IlvMomentUnit unit = ILV_MOMENT_UNIT_NS;

  while (unit < ILV_MOMENT_UNIT_S && tick_ns >= unit_lengths[unit + 1])
    unit++;
  while (unit < ILV_MOMENT_UNIT_S && end_ns / unit_lengths[unit] >= MAX_NUMBER)
    unit++;

  return unit;
}

char *
ilv_moment_text_format_tick (gint64 time_ns, gint64 tick_ns, IlvMomentUnit unit, gboolean with_unit)
{
  g_autofree char *number = NULL;
  gint64 step = unit_lengths[unit];
  int decimals = 0;

  for (; step > 1 && tick_ns % step != 0; step /= 10)
    decimals++;

  number = g_strdup_printf ("%.*f", decimals, (double) time_ns / unit_lengths[unit]);

  return with_unit ? add_unit (number, unit) : g_steal_pointer (&number);
}

char *
ilv_moment_text_format (gint64 time_ns)
{
  IlvMomentUnit unit = ILV_MOMENT_UNIT_MS;
  g_autofree char *number = NULL;

  if (time_ns >= (gint64) MAX_NUMBER * unit_lengths[ILV_MOMENT_UNIT_MS])
    unit = ILV_MOMENT_UNIT_S;
  else if (time_ns < unit_lengths[ILV_MOMENT_UNIT_MS] && time_ns != 0)
    unit = ILV_MOMENT_UNIT_US;

  number = g_strdup_printf ("%.*f", unit == ILV_MOMENT_UNIT_S ? 6 : 3,
                            (double) time_ns / unit_lengths[unit]);

  return add_unit (number, unit);
}
