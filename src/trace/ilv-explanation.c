/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-explanation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-contender.h"
#include "ilv-paragraph.h"
#include "ilv-run-name.h"
#include "ilv-summary.h"

/* Ends nearer than this, by the longer, are called the same. */
#define TIE_SHARE 0.03

/* CPU times nearer than this, by the longer, are called the same. */
#define SAME_WORK_SHARE 0.05

/* A cause is named when it makes up this share of the time gained. */
#define CAUSE_SHARE 0.25

/* Why one side ended sooner. A makespan is running time, less what ran at the same time, plus the
 * time in which no task ran: so the three gains add up to the whole one exactly. */
typedef struct
{
  gint64 total_ns;
  gint64 parallel_ns; /* more ran at the same time */
  gint64 idle_ns;     /* less time passed in which no task ran */
  gint64 running_ns;  /* the tasks were on processors for less time */
} Gain;

static gboolean
is_near (gint64 one_ns, gint64 other_ns, double share)
{
  double longer = MAX (one_ns, other_ns);

  return fabs ((double) one_ns - (double) other_ns) <= share * longer;
}

static Gain
find_gain (const IlvContender *sooner, const IlvContender *later)
{
  const IlvFigures *less = &sooner->figures;
  const IlvFigures *more = &later->figures;

  return (Gain){ more->makespan_ns - less->makespan_ns,
                 (less->running_ns - less->busy_ns) - (more->running_ns - more->busy_ns),
                 ilv_contender_get_idle_ns (later) - ilv_contender_get_idle_ns (sooner),
                 more->running_ns - less->running_ns };
}

static gboolean
is_cause (gint64 part_ns, const Gain *gain)
{
  return part_ns > 0 && part_ns >= CAUSE_SHARE * gain->total_ns;
}

/* Sentences on both sides */

static char *
explain_work (const IlvContender *left, const IlvContender *right)
{
  gint64 left_ns = left->figures.cpu_time_ns;
  gint64 right_ns = right->figures.cpu_time_ns;
  gint64 makespan_ns = MAX (left->figures.makespan_ns, right->figures.makespan_ns);
  g_autofree char *left_text = ilv_summary_format_duration (left_ns);
  g_autofree char *right_text = ilv_summary_format_duration (right_ns);
  g_autofree char *mean_text = ilv_summary_format_duration (left_ns + (right_ns - left_ns) / 2);

  /* Of tasks that hardly do anything but wait, the work is not the matter. */
  if (MAX (left_ns, right_ns) < makespan_ns / 10)
    return NULL;
  if (!is_near (left_ns, right_ns, SAME_WORK_SHARE))
    return g_strdup_printf (_("The CPU time differed: %s on the left side and %s on the right."),
                            left_text, right_text);
  if (left->figures.is_model || right->figures.is_model)
    return g_strdup_printf (_("The work would not shrink: it is about %s of CPU time on both "
                              "sides."),
                            mean_text);
  return g_strdup_printf (_("The work did not shrink: both sides used about %s of CPU time."),
                          mean_text);
}

/* (nullable): what kept the tasks from running at the same time, whatever the strategy. */
static char *
explain_limit (const IlvContender *sooner, const IlvContender *later)
{
  const IlvContender *sides[] = { sooner, later };
  gboolean is_single[2];
  gboolean is_spare[2];

  if (sooner->figures.n_tasks == 1 && later->figures.n_tasks == 1)
    return g_strdup (_("A single task uses one processor, however many there are."));

  for (guint i = 0; i < 2; i++)
    {
      const IlvFigures *figures = &sides[i]->figures;
      gboolean chose = figures->n_tasks > 1 && !ilv_run_name_is_single (figures->strategy);

      is_single[i] = chose && figures->processors == 1 && figures->max_parallelism <= 1;
      is_spare[i] = chose && figures->processors > figures->n_tasks;
    }
  if (is_single[0] && is_single[1])
    return g_strdup (_("Both sides had one processor, so nothing could run at the same time."));
  if (is_single[0] || is_single[1])
    return ilv_contender_tell_one_processor (sides[is_single[0] ? 0 : 1]);
  if (is_spare[0] || is_spare[1])
    return ilv_contender_tell_spare_processors (sides[is_spare[0] ? 0 : 1]);
  return NULL;
}

/* Sentences on a side that was sooner */

static char *
tell_sooner (const IlvContender *sooner, const IlvContender *later)
{
  double ratio = (double) later->figures.makespan_ns / sooner->figures.makespan_ns;
  g_autofree char *sooner_text = ilv_summary_format_duration (sooner->figures.makespan_ns);
  g_autofree char *later_text = ilv_summary_format_duration (later->figures.makespan_ns);
  const char *format;

  if (sooner->figures.is_model)
    /* Translators: a run, a ratio, another run, the time of each. */
    format = _("%s would finish %.2f times sooner than %s: after %s instead of %s.");
  else if (later->figures.is_model)
    /* Translators: a run, a ratio, another run (the model), the time of each. */
    format = _("%s finished %.2f times sooner than %s would: after %s instead of %s.");
  else
    /* Translators: a run, a ratio, another run, the time of each. */
    format = _("%s finished %.2f times sooner than %s: after %s instead of %s.");

  return g_strdup_printf (format, sooner->subject, ratio, later->object, sooner_text, later_text);
}

/* That more tasks ran at the same time than on the other side, where none or some did. */
static char *
explain_more_at_once (const IlvFigures *more, const IlvFigures *less)
{
  guint n = more->max_parallelism;

  if (less->max_parallelism > 1 && more->is_model)
    return g_strdup_printf (ngettext ("Up to %u task would run at the same time instead of %u.",
                                      "Up to %u tasks would run at the same time instead of %u.",
                                      n),
                            n, less->max_parallelism);
  if (less->max_parallelism > 1)
    return g_strdup_printf (ngettext ("Up to %u task ran at the same time instead of %u.",
                                      "Up to %u tasks ran at the same time instead of %u.", n),
                            n, less->max_parallelism);
  if (more->is_model)
    return g_strdup_printf (ngettext ("Up to %u task would run at the same time, each on a "
                                      "processor of its own.",
                                      "Up to %u tasks would run at the same time, each on a "
                                      "processor of its own.",
                                      n),
                            n);
  return g_strdup_printf (ngettext ("Up to %u task ran at the same time, each on a processor of "
                                    "its own.",
                                    "Up to %u tasks ran at the same time, each on a processor of "
                                    "its own.",
                                    n),
                          n);
}

static char *
explain_parallelism (const IlvFigures *more, const IlvFigures *less)
{
  if (more->max_parallelism <= less->max_parallelism)
    return g_strdup_printf (more->is_model
                              ? _("On average %.2f processors would be busy instead of %.2f.")
                              : _("On average %.2f processors were busy instead of %.2f."),
                            more->mean_parallelism, less->mean_parallelism);
  if (less->max_parallelism <= 1 && more->max_parallelism == 2 && more->n_tasks == 2)
    return g_strdup (more->is_model
                       ? _("Two tasks would run at the same time, each on a processor of its own.")
                       : _("Two tasks ran at the same time, each on a processor of its own."));
  return explain_more_at_once (more, less);
}

static char *
explain_overlapping_waits (const IlvContender *sooner)
{
  if (sooner->figures.max_parallelism > 1)
    return g_strdup (sooner->figures.is_model
                       ? _("The waits would overlap: while one task waits, others go on.")
                       : _("The waits overlapped: while one task waited, others went on."));
  return g_strdup (sooner->figures.is_model
                     ? _("The waits would overlap: while one task waits, others go on, although no "
                         "more than one would run at any moment.")
                     : _("The waits overlapped: while one task waited, others went on, although no "
                         "more than one ran at any moment."));
}

static char *
explain_idleness (const IlvContender *sooner, const IlvContender *later, const Gain *gain)
{
  g_autofree char *sooner_text = ilv_summary_format_duration (ilv_contender_get_idle_ns (sooner));
  g_autofree char *later_text = ilv_summary_format_duration (ilv_contender_get_idle_ns (later));
  gint64 overlap_ns = sooner->figures.own_waiting_ns - ilv_contender_get_idle_ns (sooner);

  if (sooner->figures.n_tasks > 1 && later->figures.own_waiting_ns > 0 &&
      overlap_ns >= gain->idle_ns / 2)
    return explain_overlapping_waits (sooner);
  return g_strdup_printf (sooner->figures.is_model
                            ? _("Less time would pass in which no task runs: %s instead of %s.")
                            : _("Less time passed in which no task ran: %s instead of %s."),
                          sooner_text, later_text);
}

static char *
explain_running (const IlvContender *sooner, const IlvContender *later)
{
  g_autofree char *sooner_text = ilv_summary_format_duration (sooner->figures.running_ns);
  g_autofree char *later_text = ilv_summary_format_duration (later->figures.running_ns);

  return g_strdup_printf (sooner->figures.is_model
                            ? _("The tasks would be on processors for less time: %s in all instead "
                                "of %s.")
                            : _("The tasks were on processors for less time: %s in all instead of "
                                "%s."),
                          sooner_text, later_text);
}

static void
explain_sooner (GString *text, const IlvContender *sooner, const IlvContender *later)
{
  Gain gain = find_gain (sooner, later);
  guint sooner_most = sooner->figures.max_parallelism;
  guint later_most = later->figures.max_parallelism;
  gint64 strangers_ns = later->figures.strangers_ns / MAX (1, later->figures.processors);

  ilv_paragraph_take (text, tell_sooner (sooner, later));
  if (is_cause (gain.parallel_ns, &gain) && sooner_most > 1)
    {
      ilv_paragraph_take (text, explain_parallelism (&sooner->figures, &later->figures));
      if (later_most == 1 && later->figures.n_tasks > 1)
        ilv_paragraph_take (text, ilv_contender_tell_one_at_most (later));
    }
  if (is_cause (gain.idle_ns, &gain))
    ilv_paragraph_take (text, explain_idleness (sooner, later, &gain));
  if (is_cause (gain.running_ns, &gain))
    ilv_paragraph_take (text, explain_running (sooner, later));
  if (later_most > 1 && later_most > sooner_most)
    ilv_paragraph_take (text, ilv_contender_tell_useless_parallelism (later));
  if (ilv_figures_is_disturbed (&later->figures) && is_cause (strangers_ns, &gain))
    ilv_paragraph_take (text, ilv_contender_tell_disturbance (later));
}

/* Sentences on sides that ended together */

static char *
tell_tie (const IlvContender *left, const IlvContender *right)
{
  gboolean is_swapped = left->figures.is_model && !right->figures.is_model;
  const IlvContender *first = is_swapped ? right : left;
  const IlvContender *second = is_swapped ? left : right;
  g_autofree char *first_text = ilv_summary_format_duration (first->figures.makespan_ns);
  g_autofree char *second_text = ilv_summary_format_duration (second->figures.makespan_ns);
  const char *format;

  if (first->figures.is_model)
    /* Translators: two runs (of the model), the time of each. */
    format = _("%s and %s would take about the same time: %s and %s.");
  else if (second->figures.is_model)
    /* Translators: a run, the model, the time of each. */
    format = _("%s took about the same time as %s would: %s and %s.");
  else
    /* Translators: two runs, the time of each. */
    format = _("%s and %s took about the same time: %s and %s.");

  return g_strdup_printf (format, first->subject, second->object, first_text, second_text);
}

/* One side ran several tasks at the same time and the other did not, and yet they ended
 * together. */
static void
explain_useless (GString *text, const IlvContender *parallel, const IlvContender *other)
{
  ilv_paragraph_take (text, ilv_contender_tell_useless_parallelism (parallel));
  if (ilv_figures_is_disturbed (&parallel->figures))
    ilv_paragraph_take (text, ilv_contender_tell_disturbance (parallel));
  else if (ilv_contender_get_idle_ns (parallel) > parallel->figures.makespan_ns / 2 &&
           other->figures.own_waiting_ns > 0)
    ilv_paragraph_take (text, g_strdup (_("Most of the time passed in waiting, which more "
                                          "processors do not shorten.")));
}

static gboolean
has_overlapping_waits (const IlvContender *self)
{
  return self->figures.n_tasks > 1
         && self->figures.own_waiting_ns > 1.1 * ilv_contender_get_idle_ns (self);
}

static char *
explain_both_parallel (guint left_most, guint right_most, gboolean are_models)
{
  if (left_most == right_most && are_models)
    return g_strdup_printf (ngettext ("On both sides up to %u task would run at the same time, "
                                      "each on a processor of its own.",
                                      "On both sides up to %u tasks would run at the same time, "
                                      "each on a processor of its own.",
                                      left_most),
                            left_most);
  if (left_most == right_most)
    return g_strdup_printf (ngettext ("On both sides up to %u task ran at the same time, each on a "
                                      "processor of its own.",
                                      "On both sides up to %u tasks ran at the same time, each on "
                                      "a processor of its own.",
                                      left_most),
                            left_most);
  return g_strdup_printf (ngettext ("Up to %u task ran at the same time on the left side and up to "
                                    "%u on the right.",
                                    "Up to %u tasks ran at the same time on the left side and up "
                                    "to %u on the right.",
                                    left_most),
                          left_most, right_most);
}

static void
explain_tie (GString *text, const IlvContender *left, const IlvContender *right)
{
  guint left_most = left->figures.max_parallelism;
  guint right_most = right->figures.max_parallelism;

  ilv_paragraph_take (text, tell_tie (left, right));
  if (left_most > 1 && right_most > 1)
    ilv_paragraph_take (text, explain_both_parallel (left_most, right_most,
                                                       left->figures.is_model &&
                                                         right->figures.is_model));
  else if (left_most > 1)
    explain_useless (text, left, right);
  else if (right_most > 1)
    explain_useless (text, right, left);
  else if (has_overlapping_waits (left) && has_overlapping_waits (right))
    ilv_paragraph_take (text, g_strdup (_("On both sides the waits overlapped: while one task "
                                          "waited, others went on.")));
  else if (left->figures.n_tasks > 1 && right->figures.n_tasks > 1)
    ilv_paragraph_take (text, g_strdup (_("On neither side did more than one task run at any "
                                          "moment.")));
}

/* Sentences on sides that have no end to compare */

static char *
explain_cancelled (const IlvContender *left, const IlvContender *right)
{
  gboolean is_left = left->figures.outcome == ILV_TRACE_OUTCOME_CANCELLED;
  gboolean is_right = right->figures.outcome == ILV_TRACE_OUTCOME_CANCELLED;

  if (is_left && is_right)
    return g_strdup (_("Both sides were stopped before their end, so they cannot be compared."));
  return g_strdup_printf (_("%s was stopped before its end, so the two sides cannot be compared."),
                          is_left ? left->subject : right->subject);
}

static void
explain_one_stalled (GString *text, const IlvContender *stalled, const IlvContender *finished)
{
  g_autofree char *stalled_text = ilv_summary_format_duration (stalled->figures.makespan_ns);
  g_autofree char *finished_text = ilv_summary_format_duration (finished->figures.makespan_ns);

  /* Translators: a run ("The thread pool") and a time. */
  ilv_paragraph_take (text, g_strdup_printf (finished->figures.is_model
                                               ? _("%s would finish after %s.")
                                               : _("%s finished after %s."),
                                             finished->subject, finished_text));
  /* Translators: a run ("The thread pool") and a time. */
  ilv_paragraph_take (text, g_strdup_printf (stalled->figures.is_model
                                               ? _("%s would come to a standstill after %s: no "
                                                   "task could go on.")
                                               : _("%s came to a standstill after %s: no task "
                                                   "could go on."),
                                             stalled->subject, stalled_text));
  ilv_paragraph_add_text (text, stalled->info->verdict);
  ilv_paragraph_take (text, g_strdup (_("Whether tasks come to a standstill can depend on the "
                                        "order in which they get their turns.")));
}

static void
explain_stalled (GString *text, const IlvContender *left, const IlvContender *right)
{
  if (left->figures.outcome != ILV_TRACE_OUTCOME_STALLED)
    {
      explain_one_stalled (text, right, left);
      return;
    }
  if (right->figures.outcome != ILV_TRACE_OUTCOME_STALLED)
    {
      explain_one_stalled (text, left, right);
      return;
    }

  ilv_paragraph_take (text, g_strdup (_("Neither side could finish: on both a moment came when no "
                                        "task could go on.")));
  ilv_paragraph_add_text (text, left->info->verdict);
  if (g_strcmp0 (left->info->verdict, right->info->verdict) != 0)
    ilv_paragraph_add_text (text, right->info->verdict);
}

static void
explain_finished (GString *text, const IlvContender *left, const IlvContender *right)
{
  gint64 left_ns = left->figures.makespan_ns;
  gint64 right_ns = right->figures.makespan_ns;
  const IlvContender *sooner = right_ns < left_ns ? right : left;
  const IlvContender *later = sooner == left ? right : left;

  if (left_ns <= 0 || right_ns <= 0)
    {
      ilv_paragraph_take (text, g_strdup (_("There is nothing to compare: on one side nothing "
                                            "ran.")));
      return;
    }

  if (is_near (left_ns, right_ns, TIE_SHARE))
    explain_tie (text, left, right);
  else
    explain_sooner (text, sooner, later);
  ilv_paragraph_take (text, explain_limit (sooner, later));
  ilv_paragraph_take (text, explain_work (left, right));
}

/**
 * ilv_explanation_compare:
 * @left: what happened on the left side
 * @right: what happened on the right side
 *
 * Composes the sentences from the figures of both sides, and from nothing else.
 *
 * Returns: (transfer full): the explanation
 */
char *
ilv_explanation_compare (IlvTrace *left, IlvTrace *right)
{
  g_autoptr (GString) text = g_string_new (NULL);
  IlvContender sides[2];
  IlvTraceOutcome outcomes[2];

  ilv_contender_init (&sides[0], left);
  ilv_contender_init (&sides[1], right);
  ilv_contender_tell_apart (&sides[0], &sides[1]);
  outcomes[0] = sides[0].figures.outcome;
  outcomes[1] = sides[1].figures.outcome;

  if (outcomes[0] == ILV_TRACE_OUTCOME_RUNNING || outcomes[1] == ILV_TRACE_OUTCOME_RUNNING)
    ilv_paragraph_take (text, g_strdup (_("There is nothing to compare yet: a run is still going "
                                          "on.")));
  else if (outcomes[0] == ILV_TRACE_OUTCOME_CANCELLED || outcomes[1] == ILV_TRACE_OUTCOME_CANCELLED)
    ilv_paragraph_take (text, explain_cancelled (&sides[0], &sides[1]));
  else if (outcomes[0] == ILV_TRACE_OUTCOME_STALLED || outcomes[1] == ILV_TRACE_OUTCOME_STALLED)
    explain_stalled (text, &sides[0], &sides[1]);
  else
    explain_finished (text, &sides[0], &sides[1]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
