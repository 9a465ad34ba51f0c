/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-figures-table.h"

#include <glib/gi18n-lib.h>

#include "ilv-figures.h"
#include "ilv-strategy.h"
#include "ilv-summary.h"

#define MAX_TRACES 2

/* Columns between two columns of the table. */
#define GAP 2

/* (transfer full) (nullable): a figure in words; %NULL where it says nothing. */
typedef char *(*FormatFunc) (const IlvFigures *figures);

static char *
format_count (gint64 count)
{
  return count < 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

static char *
format_present (gint64 duration_ns)
{
  return duration_ns > 0 ? ilv_summary_format_duration (duration_ns) : NULL;
}

static char *
format_makespan (const IlvFigures *figures)
{
  return ilv_summary_format_duration (figures->makespan_ns);
}

static char *
format_cpu_time (const IlvFigures *figures)
{
  return ilv_summary_format_duration (figures->cpu_time_ns);
}

static char *
format_ready (const IlvFigures *figures)
{
  return format_present (figures->ready_ns);
}

static char *
format_waiting (const IlvFigures *figures)
{
  return format_present (figures->waiting_ns);
}

static char *
format_blocked (const IlvFigures *figures)
{
  return format_present (figures->blocked_ns);
}

static char *
format_lost (const IlvFigures *figures)
{
  return format_present (figures->lost_ns);
}

static char *
format_processors (const IlvFigures *figures)
{
  return format_count (figures->processors);
}

static char *
format_slices (const IlvFigures *figures)
{
  return format_count (figures->slices);
}

static char *
format_time_slices (const IlvFigures *figures)
{
  return ilv_figures_has_time_slices (figures) ? ilv_summary_format_slice_median (figures) : NULL;
}

static char *
format_voluntary (const IlvFigures *figures)
{
  return format_count (figures->voluntary_switches);
}

static char *
format_involuntary (const IlvFigures *figures)
{
  return format_count (figures->involuntary_switches);
}

static char *
format_parallelism (const IlvFigures *figures)
{
  return format_count (figures->max_parallelism);
}

static char *
format_utilisation (const IlvFigures *figures)
{
  /* Translators: a share in per cent. */
  return g_strdup_printf (_ ("%.0f %%"), 100 * figures->utilisation);
}

static char *
format_speedup (const IlvFigures *figures)
{
  return g_strdup_printf ("%.2f", figures->speedup);
}

static const struct
{
  const char *label;
  FormatFunc format;
} rows[] = {
  { N_ ("Finished after"), format_makespan },
  { N_ ("CPU time"), format_cpu_time },
  { N_ ("Ready"), format_ready },
  { N_ ("Waiting"), format_waiting },
  { N_ ("Blocked"), format_blocked },
  { N_ ("Lost to interrupts"), format_lost },
  { N_ ("Processors"), format_processors },
  { N_ ("Running at once"), format_parallelism },
  { N_ ("Slices"), format_slices },
  { N_ ("Median time slice"), format_time_slices },
  { N_ ("Time slice asked for"), ilv_summary_format_slice_asked },
  { N_ ("Voluntary switches"), format_voluntary },
  { N_ ("Involuntary switches"), format_involuntary },
  { N_ ("Utilisation"), format_utilisation },
  { N_ ("Speedup"), format_speedup },
};

/* (transfer full): the side's name. A strategy that another version knows keeps its id. */
static char *
get_title (IlvTrace *trace)
{
  const char *id = ilv_trace_get_info (trace)->strategy;
  IlvStrategy strategy;

  return g_strdup (ilv_strategy_from_string (id, &strategy) ? ilv_strategy_get_title (strategy)
                                                            : id);
}

static guint
measure (const IlvTerminal *terminal, const char *text)
{
  g_autofree char *clean = ilv_terminal_clean_text (terminal, text);

  return ilv_terminal_measure_text (clean);
}

static void
append_row (const IlvTerminal *terminal,
            GString *output,
            const guint *widths,
            const char *label,
            char *const *values,
            guint n_values)
{
  gboolean fits = measure (terminal, label) <= widths[0];

  if (!fits)
    ilv_terminal_append_text (terminal, output, label, 0, 0);
  ilv_terminal_append_cell (terminal, output, fits ? label : "", widths[0], FALSE);
  for (guint i = 0; i < n_values; i++)
    {
      g_string_append_printf (output, "%*s", GAP, "");
      ilv_terminal_append_cell (terminal, output, values[i] != NULL ? values[i] : "-",
                                widths[1 + i], TRUE);
    }
  ilv_terminal_trim_line (output);
  g_string_append_c (output, '\n');
}

/* The columns that the labels and each of the sides need; the labels give way, onto a line of their
 * own where they must. */
static void
measure_columns (const IlvTerminal *terminal,
                 char *const *titles,
                 char *values[][MAX_TRACES],
                 guint n_traces,
                 guint *widths)
{
  guint taken = 0;

  widths[0] = 0;
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    widths[0] = MAX (widths[0], measure (terminal, _ (rows[row].label)));
  for (guint i = 0; i < n_traces; i++)
    {
      widths[1 + i] = measure (terminal, titles[i]);
      for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
        if (values[row][i] != NULL)
          widths[1 + i] = MAX (widths[1 + i], measure (terminal, values[row][i]));
      widths[1 + i] = MIN (widths[1 + i], terminal->width / 3 - GAP);
      taken += GAP + widths[1 + i];
    }
  widths[0] = MIN (widths[0], terminal->width - taken);
}

void
ilv_figures_table_append (const IlvTerminal *terminal,
                          GString *output,
                          IlvTrace *const *traces,
                          guint n_traces)
{
  char *values[G_N_ELEMENTS (rows)][MAX_TRACES] = { 0 };
  char *titles[MAX_TRACES] = { 0 };
  guint widths[1 + MAX_TRACES] = { 0 };

  g_return_if_fail (n_traces >= 1 && n_traces <= MAX_TRACES);

  for (guint i = 0; i < n_traces; i++)
    {
      IlvFigures figures;

      ilv_figures_compute (&figures, traces[i]);
      titles[i] = get_title (traces[i]);
      for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
        values[row][i] = rows[row].format (&figures);
    }

  measure_columns (terminal, titles, values, n_traces, widths);
  append_row (terminal, output, widths, "", titles, n_traces);
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      if (values[row][0] != NULL || values[row][1] != NULL)
        append_row (terminal, output, widths, _ (rows[row].label), values[row], n_traces);
      g_free (values[row][0]);
      g_free (values[row][1]);
    }
  g_free (titles[0]);
  g_free (titles[1]);
}
