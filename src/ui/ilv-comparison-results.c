/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-results.h"

#include <glib/gi18n.h>

#include "ilv-result-text.h"
#include "ilv-summary.h"

/* Room behind the end of what is known, as a factor. */
#define AXIS_MARGIN 1.08

struct _IlvComparisonResults
{
  GObject parent_instance;

  IlvComparisonParts parts;
  IlvRunHistory *history;
};

G_DEFINE_FINAL_TYPE (IlvComparisonResults, ilv_comparison_results, G_TYPE_OBJECT)

/* Where the left side ended, marked on the right one. */
static void
show_reference (IlvComparisonResults *self, IlvTrace *left)
{
  gint64 end_ns = ilv_trace_get_duration_ns (left);
  g_autofree char *duration = ilv_summary_format_duration (end_ns);
  /* Translators: a mark on the right timeline where the left one ended; %s is a time. */
  g_autofree char *label = g_strdup_printf (_ ("left: %s"), duration);

  ilv_timeline_set_reference (ilv_side_card_get_timeline (self->parts.cards[ILV_SIDE_RIGHT]),
                              end_ns, label);
}

/* @prediction (nullable): what is to be said of what the learner said. */
static void
show_results (IlvComparisonResults *self, const char *prediction)
{
  IlvTrace *left = ilv_bench_get_trace (self->parts.bench, ILV_SIDE_LEFT);
  IlvTrace *right = ilv_bench_get_trace (self->parts.bench, ILV_SIDE_RIGHT);
  gint64 end_ns = MAX (ilv_trace_get_duration_ns (left), ilv_trace_get_duration_ns (right));

  ilv_findings_show (self->parts.findings, left, right, prediction);
  show_reference (self, left);
  ilv_playhead_set_end_ns (self->parts.playhead, end_ns);
  ilv_playhead_set_position_ns (self->parts.playhead, end_ns);
}

static void
ilv_comparison_results_dispose (GObject *object)
{
  IlvComparisonResults *self = ILV_COMPARISON_RESULTS (object);

  g_clear_object (&self->history);

  G_OBJECT_CLASS (ilv_comparison_results_parent_class)->dispose (object);
}

static void
ilv_comparison_results_class_init (IlvComparisonResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_comparison_results_dispose;
}

static void
ilv_comparison_results_init (IlvComparisonResults *self)
{
  self->history = ilv_run_history_new ();
}

IlvComparisonResults *
ilv_comparison_results_new (const IlvComparisonParts *parts)
{
  IlvComparisonResults *self = g_object_new (ILV_TYPE_COMPARISON_RESULTS, NULL);

  self->parts = *parts;
  return self;
}

IlvRunHistory *
ilv_comparison_results_get_history (IlvComparisonResults *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_RESULTS (self), NULL);

  return self->history;
}

void
ilv_comparison_results_extend_axis (IlvComparisonResults *self, gint64 at_least_ns)
{
  gint64 limit_ns = at_least_ns;

  g_return_if_fail (ILV_IS_COMPARISON_RESULTS (self));

  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      IlvTrace *trace = ilv_bench_get_trace (self->parts.bench, i);

      if (trace != NULL)
        limit_ns = MAX (limit_ns, ilv_trace_get_duration_ns (trace));
    }
  ilv_time_axis_set_limit_ns (self->parts.axis, MAX (limit_ns * AXIS_MARGIN, 1));
}

void
ilv_comparison_results_clear (IlvComparisonResults *self)
{
  g_return_if_fail (ILV_IS_COMPARISON_RESULTS (self));

  ilv_playhead_set_end_ns (self->parts.playhead, 0);
  ilv_timeline_set_reference (ilv_side_card_get_timeline (self->parts.cards[ILV_SIDE_RIGHT]), -1,
                              NULL);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      ilv_side_card_set_trace (self->parts.cards[i], NULL);
      ilv_code_pane_set_trace (self->parts.code, i, NULL);
    }
  ilv_findings_clear (self->parts.findings);
  ilv_break_row_set_repair (self->parts.break_row, NULL);
}

void
ilv_comparison_results_follow (IlvComparisonResults *self)
{
  g_return_if_fail (ILV_IS_COMPARISON_RESULTS (self));

  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      IlvTrace *trace = ilv_bench_get_trace (self->parts.bench, i);

      ilv_side_card_set_trace (self->parts.cards[i], trace);
      ilv_code_pane_set_trace (self->parts.code, i, trace);
    }
}

IlvPastRun *
ilv_comparison_results_show_new (IlvComparisonResults *self,
                                 const char *kind,
                                 const char *repair)
{
  g_autofree char *prediction = NULL;
  IlvTrace *left, *right;
  IlvWorld *world;

  g_return_val_if_fail (ILV_IS_COMPARISON_RESULTS (self), NULL);

  left = ilv_bench_get_trace (self->parts.bench, ILV_SIDE_LEFT);
  right = ilv_bench_get_trace (self->parts.bench, ILV_SIDE_RIGHT);
  world = ilv_experiment_get_world (ilv_bench_get_experiment (self->parts.bench));
  prediction = ilv_comparison_guesses_describe (self->parts.questions, left, right);
  show_results (self, prediction);
  if (ilv_world_get_uses_pokeapi (world))
    ilv_findings_show_problem (self->parts.findings, ilv_result_text_get_pokeapi_remark ());
  ilv_break_row_set_repair (self->parts.break_row, repair);
  return ilv_run_history_add (self->history, kind, left, right);
}

void
ilv_comparison_results_announce (IlvComparisonResults *self)
{
  g_autofree char *results = NULL;

  g_return_if_fail (ILV_IS_COMPARISON_RESULTS (self));

  results = g_strjoin (" ", ilv_side_card_get_results (self->parts.cards[ILV_SIDE_LEFT]),
                       ilv_side_card_get_results (self->parts.cards[ILV_SIDE_RIGHT]), NULL);
  ilv_findings_announce (self->parts.findings, results);
}

void
ilv_comparison_results_announce_spread (IlvComparisonResults *self)
{
  g_autofree char *words = NULL;

  g_return_if_fail (ILV_IS_COMPARISON_RESULTS (self));

  words = ilv_run_history_describe (self->history);
  if (words != NULL)
    ilv_findings_announce (self->parts.findings, words);
}

void
ilv_comparison_results_show_past (IlvComparisonResults *self, IlvPastRun *run)
{
  g_return_if_fail (ILV_IS_COMPARISON_RESULTS (self));
  g_return_if_fail (ILV_IS_PAST_RUN (run));

  ilv_playhead_set_playing (self->parts.playhead, FALSE);
  ilv_bench_show (self->parts.bench, ilv_past_run_get_trace (run, ILV_SIDE_LEFT),
                  ilv_past_run_get_trace (run, ILV_SIDE_RIGHT));
  ilv_comparison_results_extend_axis (self, 0);
  show_results (self, NULL);
  ilv_comparison_results_announce (self);
}

void
ilv_comparison_results_show_error (IlvComparisonResults *self, const GError *error)
{
  const char *problem;

  g_return_if_fail (ILV_IS_COMPARISON_RESULTS (self));
  g_return_if_fail (error != NULL);

  problem = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
              ? _ ("The run was stopped. What had happened until then is still shown.")
              : error->message;
  ilv_findings_show_problem (self->parts.findings, problem);
}
