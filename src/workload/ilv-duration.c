/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-duration.h"

#include <string.h>

#include "ilv-workload.h"

/* The units are powers of ten, so that decimals can be read and written exactly. */
static const struct
{
  const char *name;
  gint64 length_ns;
} units[] = {
  { "s", 1000000000 }, { "ms", 1000000 },
  { "µs", 1000 }, /* the micro sign, as keyboards have it */
  { "μs", 1000 }, /* the Greek letter, as Unicode prefers it */
  { "us", 1000 },      { "ns", 1 },
};

static gint64
find_unit (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].name, name))
      return units[i].length_ns;
  return 0;
}

static const char *
skip_digits (const char *text)
{
  while (g_ascii_isdigit (*text))
    text++;
  return text;
}

/* The digits before the point. @end stands behind them. */
static IlvDurationFault
add_whole (const char *digits, const char *end, gint64 unit_ns, gint64 *sum_ns)
{
  gint64 number = 0;

  for (; digits < end; digits++)
    {
      number = number * 10 + (*digits - '0');
      if (number > ILV_WORKLOAD_MAX_DURATION_NS / unit_ns)
        return ILV_DURATION_FAULT_LONG;
    }
  *sum_ns += number * unit_ns;
  return ILV_DURATION_FAULT_NONE;
}

/* The digits after the point. */
static IlvDurationFault
add_fraction (const char *digits, const char *end, gint64 unit_ns, gint64 *sum_ns)
{
  for (; digits < end; digits++)
    {
      unit_ns /= 10;
      if (unit_ns == 0 && *digits != '0')
        return ILV_DURATION_FAULT_FINE;
      *sum_ns += (*digits - '0') * unit_ns;
    }
  return ILV_DURATION_FAULT_NONE;
}

IlvDurationFault
ilv_duration_parse (const char *text, gint64 *duration_ns)
{
  const char *whole_end;
  const char *fraction;
  const char *fraction_end;
  const char *unit;
  gint64 unit_ns;
  gint64 sum_ns = 0;
  IlvDurationFault fault;

  g_return_val_if_fail (text != NULL && duration_ns != NULL, ILV_DURATION_FAULT_NUMBER);

  whole_end = skip_digits (text);
  fraction = *whole_end == '.' ? whole_end + 1 : whole_end;
  fraction_end = skip_digits (fraction);
  if (whole_end == text || (*whole_end == '.' && fraction_end == fraction))
    return ILV_DURATION_FAULT_NUMBER;

  unit = fraction_end;
  while (*unit == ' ' || *unit == '\t')
    unit++;
  if (*unit == '\0')
    return ILV_DURATION_FAULT_NO_UNIT;
  unit_ns = find_unit (unit);
  if (unit_ns == 0)
    return ILV_DURATION_FAULT_UNIT;

  fault = add_whole (text, whole_end, unit_ns, &sum_ns);
  if (fault == ILV_DURATION_FAULT_NONE)
    fault = add_fraction (fraction, fraction_end, unit_ns, &sum_ns);
  if (fault != ILV_DURATION_FAULT_NONE)
    return fault;
  if (sum_ns == 0)
    return ILV_DURATION_FAULT_ZERO;
  if (sum_ns > ILV_WORKLOAD_MAX_DURATION_NS)
    return ILV_DURATION_FAULT_LONG;
  *duration_ns = sum_ns;
  return ILV_DURATION_FAULT_NONE;
}

/* The largest unit that needs no more than three decimals; thousandths of a µs are exact always. */
char *
ilv_duration_format (gint64 duration_ns)
{
  g_autofree char *number = NULL;
  const char *unit = "µs";
  gint64 unit_ns = 1000;
  int thousandths;
  gsize length;

  g_return_val_if_fail (duration_ns > 0, NULL);

  if (duration_ns < 1000)
    return g_strdup_printf ("%" G_GINT64_FORMAT "ns", duration_ns);
  if (duration_ns >= 1000000000 && duration_ns % 1000000 == 0)
    {
      unit = "s";
      unit_ns = 1000000000;
    }
  else if (duration_ns >= 1000000 && duration_ns % 1000 == 0)
    {
      unit = "ms";
      unit_ns = 1000000;
    }

  thousandths = (int) (duration_ns % unit_ns / (unit_ns / 1000));
  number = g_strdup_printf ("%" G_GINT64_FORMAT ".%03d", duration_ns / unit_ns, thousandths);
  for (length = strlen (number); number[length - 1] == '0'; length--)
    number[length - 1] = '\0';
  if (number[length - 1] == '.')
    number[length - 1] = '\0';
  return g_strconcat (number, unit, NULL);
}
