/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-experiment.h"

#include <glib/gi18n-lib.h>

#include "ilv-figures.h"
#include "ilv-handout-figures.h"
#include "ilv-handout-legend.h"
#include "ilv-handout-timeline.h"
#include "ilv-piece-list.h"
#include "ilv-race-summary.h"
#include "ilv-summary.h"

/* All in points. */
#define GAP 13
#define SIDE_GAP 11
#define LINE_GAP 3
#define SIDE_ROOM 126
#define RACE_ROOM 56

/* So many tasks are told by their steps; of more, the first ones. */
#define MAX_TASKS 6

static void
begin_card (IlvHandoutBuilder *builder, const char *label, const char *title)
{
  ilv_handout_flow_add_gap (builder->flow, GAP);
  ilv_handout_flow_begin_box (builder->flow, ILV_HANDOUT_FRAME_CARD, 0);
  ilv_handout_builder_add_text (builder, ILV_HANDOUT_FONT_CAPTION, ILV_HANDOUT_INK_DIM, label);
  ilv_handout_flow_keep (builder->flow, ILV_HANDOUT_KEEP_TIGHT);
  ilv_handout_flow_add_gap (builder->flow, 1);
  ilv_handout_builder_add_text (builder, ILV_HANDOUT_FONT_HEADING, ILV_HANDOUT_INK_TEXT, title);
  ilv_handout_flow_keep (builder->flow, ILV_HANDOUT_KEEP_TIGHT);
}

static void
end_card (IlvHandoutBuilder *builder)
{
  ilv_handout_flow_end_box (builder->flow);
  ilv_handout_flow_add_gap (builder->flow, GAP);
}

/* "Thread pool · 2 tasks · 2 processors" */
static void
add_side_title (IlvHandoutBuilder *builder, const IlvHandoutRun *run, guint index)
{
  const IlvTraceInfo *info = ilv_trace_get_info (ilv_handout_run_get_trace (run, index));
  g_autofree char *tasks =
    g_strdup_printf (ngettext ("%u task", "%u tasks", info->tasks->len), info->tasks->len);
  g_autofree char *processors = g_strdup_printf (
    ngettext ("%u processor", "%u processors", info->processors), info->processors);
  g_autofree char *markup = g_markup_printf_escaped (
    "<b>%s</b> · %s · %s%s%s", ilv_handout_run_get_title (run, index), tasks, processors,
    info->interpreter != NULL ? " · " : "", info->interpreter != NULL ? info->interpreter : "");

  ilv_handout_flow_add_gap (builder->flow, SIDE_GAP);
  ilv_handout_builder_add_markup (builder, ILV_HANDOUT_FONT_SMALL, ILV_HANDOUT_INK_TEXT, markup);
  ilv_handout_flow_keep (builder->flow, ILV_HANDOUT_KEEP_TIGHT);
  ilv_handout_flow_add_gap (builder->flow, LINE_GAP);
}

/* Of a race only what differs: when a run finished and what of it was work. */
static void
add_run_title (IlvHandoutBuilder *builder, const IlvHandoutRun *run, guint index)
{
  IlvTrace *trace = ilv_handout_run_get_trace (run, index);
  guint failures = ilv_trace_info_count_failures (ilv_trace_get_info (trace));
  g_autofree char *duration = NULL;
  g_autofree char *cpu_time = NULL;
  g_autofree char *failed = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  IlvFigures figures;

  ilv_figures_compute (&figures, trace);
  duration = ilv_summary_format_duration (figures.makespan_ns);
  cpu_time = ilv_summary_format_duration (figures.cpu_time_ns);
  if (failures > 0)
    failed = g_strdup_printf (ngettext (" · %u failure", " · %u failures", failures), failures);
  /* Translators: two lengths of time: when a run ended, and what of it was work. */
  text = g_strdup_printf (_ ("finished after %s · CPU time %s"), duration, cpu_time);
  markup = g_markup_printf_escaped ("<b>%s</b> · %s%s", ilv_handout_run_get_title (run, index),
                                    text, failed != NULL ? failed : "");
  ilv_handout_flow_add_gap (builder->flow, SIDE_GAP);
  ilv_handout_builder_add_markup (builder, ILV_HANDOUT_FONT_SMALL, ILV_HANDOUT_INK_TEXT, markup);
  ilv_handout_flow_keep (builder->flow, ILV_HANDOUT_KEEP_TIGHT);
  ilv_handout_flow_add_gap (builder->flow, LINE_GAP);
}

/* (transfer full) (nullable) */
static char *
describe_run (const IlvHandoutRun *run)
{
  guint n_traces = run->run->traces->len;
  g_autofree IlvRacer *racers = NULL;

  if (run->run->titles == NULL)
    return n_traces == 2 ? ilv_summary_compare (ilv_handout_run_get_trace (run, 0),
                                                ilv_handout_run_get_trace (run, 1))
                         : ilv_summary_describe (ilv_handout_run_get_trace (run, 0));
  racers = g_new0 (IlvRacer, n_traces);
  for (guint i = 0; i < n_traces; i++)
    racers[i] =
      (IlvRacer){ ilv_handout_run_get_title (run, i), ilv_handout_run_get_trace (run, i) };
  return ilv_race_summary_compare (racers, n_traces);
}

static void
add_verdict (IlvHandoutBuilder *builder, const IlvHandoutRun *run)
{
  g_autofree char *verdict = describe_run (run);
  g_auto (GStrv) paragraphs = verdict != NULL ? g_strsplit (verdict, "\n", -1) : NULL;

  if (verdict == NULL || verdict[0] == '\0')
    return;
  ilv_handout_flow_add_gap (builder->flow, SIDE_GAP);
  ilv_handout_flow_begin_box (builder->flow, ILV_HANDOUT_FRAME_VERDICT, builder->measure);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (paragraphs[i][0] != '\0')
      {
        ilv_handout_flow_add_gap (builder->flow, LINE_GAP);
        ilv_handout_builder_add_text (builder, ILV_HANDOUT_FONT_SMALL, ILV_HANDOUT_INK_TEXT,
                                      paragraphs[i]);
      }
  ilv_handout_flow_end_box (builder->flow);
}

static void
add_run (IlvHandoutBuilder *builder, const IlvHandoutRun *run, gboolean is_race)
{
  guint n_traces = run->run->traces->len;

  for (guint i = 0; i < n_traces; i++)
    {
      if (is_race)
        add_run_title (builder, run, i);
      else
        add_side_title (builder, run, i);
      ilv_handout_timeline_add (builder->flow, run, i, is_race ? RACE_ROOM : SIDE_ROOM);
      if (is_race)
        continue;
      ilv_handout_flow_keep (builder->flow, ILV_HANDOUT_KEEP_TIGHT);
      ilv_handout_flow_add_gap (builder->flow, LINE_GAP);
      ilv_handout_figures_add (builder->flow, ilv_handout_run_get_trace (run, i));
    }
  ilv_handout_flow_add_gap (builder->flow, SIDE_GAP);
  ilv_handout_legend_add (builder->flow, run);
  add_verdict (builder, run);
}

static void
add_line (IlvHandoutBuilder *builder, IlvHandoutInk ink, const char *markup)
{
  ilv_handout_flow_add_gap (builder->flow, LINE_GAP);
  ilv_handout_builder_add_markup (builder, ILV_HANDOUT_FONT_SMALL, ink, markup);
}

static void
add_not_run (IlvHandoutBuilder *builder)
{
  g_autofree char *markup = g_markup_printf_escaped ("<i>%s</i>", _ ("Not run yet"));

  add_line (builder, ILV_HANDOUT_INK_DIM, markup);
  ilv_handout_flow_add_gap (builder->flow, SIDE_GAP / 2.0);
}

static void
add_strategy (IlvHandoutBuilder *builder, const char *title, IlvStrategy strategy)
{
  g_autofree char *markup =
    g_markup_printf_escaped ("<b>%s</b> · %s", title, ilv_strategy_get_description (strategy));

  add_line (builder, ILV_HANDOUT_INK_TEXT, markup);
}

/* What the tasks do: "A: cpu 400ms". */
static void
add_tasks (IlvHandoutBuilder *builder, IlvWorkload *workload)
{
  guint n_tasks = ilv_workload_get_n_tasks (workload);
  guint n_shown = n_tasks <= MAX_TASKS ? n_tasks : MAX_TASKS - 2;

  ilv_handout_flow_add_gap (builder->flow, SIDE_GAP / 2.0);
  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *steps =
        g_strjoinv ("; ", (char **) ilv_workload_get_step_texts (workload, i));
      g_autofree char *markup = g_markup_printf_escaped (
        "<b>%s</b> <tt>%s</tt>", ilv_workload_get_task_name (workload, i), steps);

      add_line (builder, ILV_HANDOUT_INK_TEXT, markup);
    }
  if (n_shown < n_tasks)
    {
      g_autofree char *text = g_strdup_printf (
        ngettext ("and %u more task", "and %u more tasks", n_tasks - n_shown), n_tasks - n_shown);

      add_line (builder, ILV_HANDOUT_INK_DIM, text);
    }
}

static void
add_command (IlvHandoutBuilder *builder, const char *place)
{
  /* Translators: %s is a command to type. */
  const char *format = _ ("To run it: %s");
  g_autofree char *command = g_markup_printf_escaped ("<tt>interleave run %s</tt>", place);
  g_autofree char *escaped = g_markup_escape_text (format, -1);
  g_auto (GStrv) parts = g_strsplit (escaped, "%s", 2);
  g_autofree char *markup = g_strjoinv (command, parts);

  ilv_handout_flow_add_gap (builder->flow, SIDE_GAP / 2.0);
  add_line (builder, ILV_HANDOUT_INK_DIM, markup);
}

/* What a person reads: of C, the text of the piece that runs. */
static void
add_code (IlvHandoutBuilder *builder, IlvStrategy strategy, const char *name, const char *code)
{
  g_autofree char *piece = NULL;

  if (code == NULL)
    return;
  if (strategy == ILV_STRATEGY_GIO)
    piece = ilv_piece_dup_code (code);
  if (strategy != ILV_STRATEGY_GIO || piece != NULL)
    ilv_handout_builder_add_code (builder, name, piece != NULL ? piece : code);
}

void
ilv_handout_experiment_add_comparison (IlvHandoutBuilder *builder,
                                       IlvComparison *comparison,
                                       const IlvHandoutRun *run,
                                       const char *place)
{
  IlvStrategy left = ilv_comparison_get_left (comparison);
  IlvStrategy right = ilv_comparison_get_right (comparison);
  const char *left_code = ilv_comparison_get_code (comparison, 0);
  const char *right_code = ilv_comparison_get_code (comparison, 1);

  begin_card (builder, _ ("Experiment"), ilv_comparison_get_title (comparison));
  if (run != NULL)
    add_run (builder, run, FALSE);
  else
    {
      add_not_run (builder);
      add_strategy (builder, ilv_strategy_get_title (left), left);
      add_strategy (builder, ilv_strategy_get_title (right), right);
      add_tasks (builder, ilv_comparison_get_workload (comparison));
      add_command (builder, place);
    }
  end_card (builder);
  add_code (builder, left, ilv_comparison_get_code_name (comparison, 0), left_code);
  if (g_strcmp0 (left_code, right_code) != 0)
    add_code (builder, right, ilv_comparison_get_code_name (comparison, 1), right_code);
}

void
ilv_handout_experiment_add_race (IlvHandoutBuilder *builder,
                                 IlvRace *race,
                                 const IlvHandoutRun *run,
                                 const char *place)
{
  begin_card (builder, _ ("Race"), ilv_race_get_title (race));
  if (run != NULL)
    add_run (builder, run, TRUE);
  else
    {
      add_not_run (builder);
      for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
        add_strategy (builder, ilv_race_get_run (race, i)->title,
                      ilv_race_get_run (race, i)->strategy);
      add_tasks (builder, ilv_race_get_workload (race));
      add_command (builder, place);
    }
  end_card (builder);
  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    {
      const IlvRaceRun *way = ilv_race_get_run (race, i);

      add_code (builder, way->strategy, way->code_name, way->code);
    }
}
