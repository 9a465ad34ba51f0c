/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-report.h"

#include "ilv-figures-table.h"
#include "ilv-strategy.h"
#include "ilv-summary.h"
#include "ilv-terminal-legend.h"
#include "ilv-terminal-timeline.h"
#include "ilv-text-results.h"

#define MAX_TRACES 2

static void
append_heading (const IlvTerminal *terminal, GString *output, const char *text)
{
  const IlvTerminalStyle bold = { .bold = TRUE };

  ilv_terminal_append_style (terminal, output, &bold);
  ilv_terminal_append_text (terminal, output, text, 0, 0);
  ilv_terminal_append_style (terminal, output, NULL);
}

static void
append_side_heading (const IlvTerminal *terminal, GString *output, IlvTrace *trace)
{
  const char *id = ilv_trace_get_info (trace)->strategy;
  IlvStrategy strategy;

  if (ilv_strategy_from_string (id, &strategy))
    {
      append_heading (terminal, output, ilv_strategy_get_title (strategy));
      ilv_terminal_append_text (terminal, output, ilv_strategy_get_description (strategy), 0, 0);
    }
  else
    append_heading (terminal, output, id);
}

static void
append_timelines (const IlvTerminal *terminal,
                  GString *output,
                  IlvTrace *const *traces,
                  guint n_traces,
                  IlvGrouping grouping)
{
  IlvTerminalTimeline timelines[MAX_TRACES];
  gint64 duration_ns = 0;
  guint label_width = 0;

  for (guint i = 0; i < n_traces; i++)
    {
      IlvLaneIndex *index = ilv_lane_index_new (traces[i], grouping);

      timelines[i] = (IlvTerminalTimeline){ terminal, index, 0, 0 };
      duration_ns = MAX (duration_ns, ilv_trace_get_duration_ns (traces[i]));
      label_width = MAX (label_width, ilv_terminal_timeline_measure_labels (terminal, index));
    }
  for (guint i = 0; i < n_traces; i++)
    {
      timelines[i].duration_ns = duration_ns;
      timelines[i].label_width = label_width;
      append_side_heading (terminal, output, traces[i]);
      ilv_terminal_timeline_append (&timelines[i], output);
      g_string_append_c (output, '\n');
      g_object_unref (timelines[i].index);
    }
}

/* Every side has the same tasks, but only one may have been in some state. */
static void
append_legend (const IlvTerminal *terminal,
               GString *output,
               IlvTrace *const *traces,
               guint n_traces,
               IlvGrouping grouping)
{
  gsize before = output->len;

  ilv_terminal_legend_append (terminal, output, traces, n_traces,
                              grouping != ILV_GROUPING_PROCESSOR);
  if (output->len > before)
    g_string_append_c (output, '\n');
}

static void
append_sentence (const IlvTerminal *terminal, GString *output, const char *name, char *sentence)
{
  g_autofree char *text = sentence;
  g_autofree char *line = NULL;

  if (text == NULL)
    return;
  line = name != NULL ? g_strdup_printf ("%s: %s", name, text) : g_strdup (text);
  ilv_terminal_append_text (terminal, output, line, 0, 0);
}

static void
append_sentences (const IlvTerminal *terminal,
                  GString *output,
                  IlvTrace *const *traces,
                  guint n_traces)
{
  for (guint i = 0; i < n_traces; i++)
    {
      const IlvTraceInfo *info = ilv_trace_get_info (traces[i]);
      IlvStrategy strategy;
      const char *name = ilv_strategy_from_string (info->strategy, &strategy)
                           ? ilv_strategy_get_title (strategy)
                           : info->strategy;

      append_sentence (terminal, output, name, ilv_summary_describe (traces[i]));
      for (guint j = 0; j < info->notes->len; j++)
        append_sentence (terminal, output, name, g_strdup (g_ptr_array_index (info->notes, j)));
    }
  if (n_traces == MAX_TRACES)
    {
      g_string_append_c (output, '\n');
      append_sentence (terminal, output, NULL, ilv_summary_compare (traces[0], traces[1]));
    }
  append_sentence (
    terminal, output, NULL,
    ilv_summary_describe_disturbance (traces[0], n_traces == MAX_TRACES ? traces[1] : NULL));
}

char *
ilv_text_report_create (const IlvTerminal *terminal,
                        const char *title,
                        IlvTrace *const *traces,
                        guint n_traces,
                        IlvGrouping grouping)
{
  g_autoptr (GString) output = g_string_new (NULL);

  g_return_val_if_fail (n_traces >= 1 && n_traces <= MAX_TRACES, NULL);

  append_heading (terminal, output, title);
  g_string_append_c (output, '\n');
  append_timelines (terminal, output, traces, n_traces, grouping);
  append_legend (terminal, output, traces, n_traces, grouping);
  for (guint i = 0; i < n_traces; i++)
    ilv_text_results_append (terminal, output, traces[i]);
  ilv_figures_table_append (terminal, output, traces, n_traces);
  g_string_append_c (output, '\n');
  append_sentences (terminal, output, traces, n_traces);
  return g_string_free (g_steal_pointer (&output), FALSE);
}
