/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-terminal-ruler.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* Columns that a label has, with the space after it. */
#define MIN_TICK_COLUMNS 8

typedef struct
{
  gint64 length_ns;
  const char *name;
} Unit;

static const Unit units[] = {
  { 1000000000, N_ ("s") },
  { 1000000, N_ ("ms") },
  { 1000, N_ ("µs") },
  { 1, N_ ("ns") },
};

/* The smallest 1, 2 or 5 times a power of ten that takes enough columns. */
static gint64
choose_step (double column_ns)
{
  static const int factors[] = { 1, 2, 5 };
  gint64 power = 1;

  while (power <= G_MAXINT64 / 50)
    {
      for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
        if (factors[i] * power >= column_ns * MIN_TICK_COLUMNS)
          return factors[i] * power;
      power *= 10;
    }
  return power;
}

static const Unit *
choose_unit (gint64 step_ns)
{
  const Unit *unit = units;

  while (unit->length_ns > step_ns)
    unit++;
  return unit;
}

static void
append_spaces_to (GString *output, guint *column, guint target)
{
  for (; *column < target; (*column)++)
    g_string_append_c (output, ' ');
}

static void
append_labels (
  const IlvTerminal *terminal, GString *output, guint n_columns, double column_ns, gint64 step_ns)
{
  const Unit *unit = choose_unit (step_ns);
  guint column = 0;

  for (gint64 at_ns = 0; floor (at_ns / column_ns) < n_columns; at_ns += step_ns)
    {
      guint target = floor (at_ns / column_ns);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, at_ns / unit->length_ns);
      /* Translators: the first mark of a ruler: a number and a unit of time, such as "0 ms". */
      g_autofree char *first = g_strdup_printf (_ ("%s %s"), number, _ (unit->name));
      g_autofree char *label = ilv_terminal_clean_text (terminal, at_ns == 0 ? first : number);

      if (target + ilv_terminal_measure_text (label) > n_columns)
        break;
      append_spaces_to (output, &column, target);
      g_string_append (output, label);
      column += ilv_terminal_measure_text (label);
    }
}

void
ilv_terminal_ruler_append (
  const IlvTerminal *terminal, GString *output, guint indent, guint n_columns, gint64 duration_ns)
{
  double column_ns = (double) MAX (duration_ns, 1) / n_columns;
  gint64 step_ns = choose_step (column_ns);
  gint64 next_ns = 0;
  guint column = 0;

  append_spaces_to (output, &column, indent);
  append_labels (terminal, output, n_columns, column_ns, step_ns);
  g_string_append_c (output, '\n');

  column = 0;
  append_spaces_to (output, &column, indent);
  for (guint i = 0; i < n_columns; i++)
    {
      gboolean tick = floor (next_ns / column_ns) == i;

      g_string_append (output, terminal->unicode ? (tick ? (i == 0 ? "├" : "┼") : "─")
                                                 : (tick ? "|" : "-"));
      if (tick)
        next_ns += step_ns;
    }
  g_string_append_c (output, '\n');
}
