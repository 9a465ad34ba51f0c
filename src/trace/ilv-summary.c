/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-explanation.h"
#include "ilv-paragraph.h"

/* How the running spans of a trace follow one another. */
typedef struct
{
  guint tasks;      /* that ran at all */
  guint processors; /* that were seen to be used */
  guint changes;    /* from one task to another */
} Pattern;

static gboolean
is_first (GHashTable *seen, int key)
{
  return g_hash_table_add (seen, GINT_TO_POINTER (key));
}

static Pattern
find_pattern (IlvTrace *trace)
{
  g_autoptr (GHashTable) tasks = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) processors = g_hash_table_new (NULL, NULL);
  Pattern pattern = { 0, 0, 0 };
  const IlvSpan *last = NULL;
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      if (spans[i].state != ILV_STATE_RUNNING)
        continue;
      if (last != NULL && last->task != spans[i].task)
        pattern.changes++;
      last = &spans[i];
      if (is_first (tasks, last->task))
        pattern.tasks++;
      if (last->processor >= 0 && is_first (processors, last->processor))
        pattern.processors++;
    }
  return pattern;
}

/* (transfer full): "A, B and C", or "8 tasks" where the names would be too many. */
static char *
name_tasks (const IlvTraceInfo *info)
{
  const char *names[3] = { NULL, NULL, NULL };

  for (guint i = 0; i < MIN (info->tasks->len, 3); i++)
    names[i] = ilv_trace_info_get_task (info, i)->name;

  switch (info->tasks->len)
    {
    case 1:
      return g_strdup (names[0]);
    case 2:
      /* Translators: two tasks' names, as the subject of a sentence. */
      return g_strdup_printf (_("%s and %s"), names[0], names[1]);
    case 3:
      /* Translators: three tasks' names, as the subject of a sentence. */
      return g_strdup_printf (_("%s, %s and %s"), names[0], names[1], names[2]);
    default:
      /* Translators: so many tasks, as the subject of a sentence. */
      return g_strdup_printf (ngettext ("%u task", "%u tasks", info->tasks->len),
                              info->tasks->len);
    }
}

static char *
describe_waits (const IlvFigures *figures, const char *who, const char *duration)
{
  if (figures->is_model)
    /* Translators: task names, a time such as "100 ms". The number is that of the tasks. */
    return g_strdup_printf (ngettext ("%s would only wait and finish after %s.",
                                      "%s would only wait and finish after %s.",
                                      figures->n_tasks),
                            who, duration);
  /* Translators: task names, a time such as "100 ms". The number is that of the tasks. */
  return g_strdup_printf (ngettext ("%s only waited and finished after %s.",
                                    "%s only waited and finished after %s.",
                                    figures->n_tasks),
                          who, duration);
}

static char *
describe_single (const IlvFigures *figures, const char *who, const char *duration)
{
  if (figures->slices == 1 && figures->is_model)
    return g_strdup_printf (_("%s would run in one piece and finish after %s."), who, duration);
  if (figures->slices == 1)
    return g_strdup_printf (_("%s ran in one piece and finished after %s."), who, duration);
  if (figures->is_model)
    return g_strdup_printf (ngettext ("%s would run in %u slice and finish after %s.",
                                      "%s would run in %u slices and finish after %s.",
                                      figures->slices),
                            who, figures->slices, duration);
  return g_strdup_printf (ngettext ("%s ran in %u slice and finished after %s.",
                                    "%s ran in %u slices and finished after %s.",
                                    figures->slices),
                          who, figures->slices, duration);
}

static char *
describe_turns_on_one (const IlvFigures *figures, const char *who, const char *duration)
{
  if (figures->is_model)
    /* Translators: task names ("A and B"), a number, a time. */
    return g_strdup_printf (ngettext ("%s would take turns on one processor, in %u slice, and "
                                      "finish after %s; at no moment would more than one run.",
                                      "%s would take turns on one processor, in %u slices, and "
                                      "finish after %s; at no moment would more than one run.",
                                      figures->slices),
                            who, figures->slices, duration);
  /* Translators: task names ("A and B"), a number, a time. */
  return g_strdup_printf (ngettext ("%s took turns on one processor, in %u slice, and finished "
                                    "after %s; at no moment did more than one run.",
                                    "%s took turns on one processor, in %u slices, and finished "
                                    "after %s; at no moment did more than one run.",
                                    figures->slices),
                          who, figures->slices, duration);
}

static char *
describe_turns (const IlvFigures *figures, const char *who, const char *duration)
{
  if (figures->is_model)
    /* Translators: task names ("A and B"), a number, a time. */
    return g_strdup_printf (ngettext ("%s would take turns, in %u slice, and finish after %s; at "
                                      "no moment would more than one run.",
                                      "%s would take turns, in %u slices, and finish after %s; at "
                                      "no moment would more than one run.",
                                      figures->slices),
                            who, figures->slices, duration);
  /* Translators: task names ("A and B"), a number, a time. */
  return g_strdup_printf (ngettext ("%s took turns, in %u slice, and finished after %s; at no "
                                    "moment did more than one run.",
                                    "%s took turns, in %u slices, and finished after %s; at no "
                                    "moment did more than one run.",
                                    figures->slices),
                          who, figures->slices, duration);
}

/* Several tasks of which never two ran at once. */
static char *
describe_concurrent (const IlvFigures *figures,
                     const Pattern *pattern,
                     const char *who,
                     const char *duration)
{
  if (pattern->tasks < 2)
    return g_strdup_printf (figures->is_model
                              ? _("%s would finish after %s; at no moment would more than one run.")
                              : _("%s finished after %s; at no moment did more than one run."),
                            who, duration);
  if (pattern->changes < pattern->tasks)
    return g_strdup_printf (figures->is_model
                              ? _("%s would run one after the other and finish after %s; at no "
                                  "moment would more than one run.")
                              : _("%s ran one after the other and finished after %s; at no moment "
                                  "did more than one run."),
                            who, duration);
  if (pattern->processors <= 1)
    return describe_turns_on_one (figures, who, duration);
  return describe_turns (figures, who, duration);
}

static char *
describe_parallel (const IlvFigures *figures, const char *who, const char *duration)
{
  if (figures->max_parallelism >= figures->n_tasks)
    return g_strdup_printf (figures->is_model
                              ? _("%s would run at the same time, each on a processor of its own, "
                                  "and finish after %s.")
                              : _("%s ran at the same time, each on a processor of its own, and "
                                  "finished after %s."),
                            who, duration);
  if (figures->is_model)
    /* Translators: task names ("A, B and C" or "8 tasks"), how many of them, a time. */
    return g_strdup_printf (ngettext ("Of %s, up to %u would run at the same time, each on a "
                                      "processor of its own, and the last would finish after %s.",
                                      "Of %s, up to %u would run at the same time, each on a "
                                      "processor of its own, and the last would finish after %s.",
                                      figures->max_parallelism),
                            who, figures->max_parallelism, duration);
  /* Translators: task names ("A, B and C" or "8 tasks"), how many of them, a time. */
  return g_strdup_printf (ngettext ("Of %s, up to %u ran at the same time, each on a processor of "
                                    "its own, and the last finished after %s.",
                                    "Of %s, up to %u ran at the same time, each on a processor of "
                                    "its own, and the last finished after %s.",
                                    figures->max_parallelism),
                          who, figures->max_parallelism, duration);
}

static char *
describe_finished (IlvTrace *trace, const IlvFigures *figures, const char *duration)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *who = name_tasks (ilv_trace_get_info (trace));
  Pattern pattern = find_pattern (trace);

  if (figures->max_parallelism == 0)
    ilv_paragraph_take (text, describe_waits (figures, who, duration));
  else if (figures->n_tasks == 1)
    ilv_paragraph_take (text, describe_single (figures, who, duration));
  else if (figures->max_parallelism == 1)
    ilv_paragraph_take (text, describe_concurrent (figures, &pattern, who, duration));
  else
    ilv_paragraph_take (text, describe_parallel (figures, who, duration));

  /* More waiting than idle time: some of it was spent on other tasks' work or waits. */
  if (figures->n_tasks > 1 && figures->max_parallelism == 1 &&
      figures->own_waiting_ns > 1.1 * (figures->makespan_ns - figures->busy_ns))
    ilv_paragraph_take (text, g_strdup (figures->is_model
                                          ? _("While one task waits, others would go on.")
                                          : _("While one task waited, others went on.")));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_stall (const IlvTraceInfo *info, const char *duration)
{
  g_autoptr (GString) text = g_string_new (NULL);

  ilv_paragraph_take (text, g_strdup_printf (info->is_model
                                               ? _("After %s no task would be able to go on.")
                                               : _("After %s no task could go on."),
                                             duration));
  ilv_paragraph_add_text (text, info->verdict);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether the trace is of a run that is over and that other programs made noisy. */
static gboolean
measure_disturbance (IlvTrace *trace, int *percent)
{
  IlvFigures figures;

  if (trace == NULL || ilv_trace_is_live (trace))
    return FALSE;
  ilv_figures_compute (&figures, trace);
  *percent = (int) lround (100 * ilv_figures_get_strangers_share (&figures));
  return ilv_figures_is_disturbed (&figures);
}

/**
 * ilv_summary_format_duration:
 * @duration_ns: a length of time in nanoseconds
 *
 * Returns: (transfer full): the time with three digits or so, in the unit that suits it
 */
char *
ilv_summary_format_duration (gint64 duration_ns)
{
  double ns = fabs ((double) duration_ns);
  double sign = duration_ns < 0 ? -1 : 1;

  /* The limits are half of the last digit below the next unit, so that no "1000 ms" comes. */
  if (duration_ns == 0)
    return g_strdup (_("0 ms"));
  if (ns < 1000)
    /* Translators: nanoseconds */
    return g_strdup_printf (_("%.0f ns"), sign * ns);
  if (ns < 9950)
    /* Translators: microseconds */
    return g_strdup_printf (_("%.1f µs"), sign * ns / 1e3);
  if (ns < 999500)
    /* Translators: microseconds */
    return g_strdup_printf (_("%.0f µs"), sign * ns / 1e3);
  if (ns < 9950000)
    /* Translators: milliseconds */
    return g_strdup_printf (_("%.1f ms"), sign * ns / 1e6);
  if (ns < 999500000)
    /* Translators: milliseconds */
    return g_strdup_printf (_("%.0f ms"), sign * ns / 1e6);
  /* Translators: seconds */
  return g_strdup_printf (_("%.2f s"), sign * ns / 1e9);
}

/**
 * ilv_summary_format_slice_median:
 * @figures: the figures of a side
 *
 * Returns: (transfer full): the median of its time slices, or a dash
 */
char *
ilv_summary_format_slice_median (const IlvFigures *figures)
{
  g_return_val_if_fail (figures != NULL, NULL);

  if (figures->slice_median_ns < 0)
    return g_strdup ("–");
  /* Translators: milliseconds */
  return g_strdup_printf (_("%.1f ms"), (double) figures->slice_median_ns / 1e6);
}

/**
 * ilv_summary_format_slice_asked:
 * @figures: the figures of a side
 *
 * Returns: (transfer full) (nullable): what time slice was asked for, and whether that was refused
 */
char *
ilv_summary_format_slice_asked (const IlvFigures *figures)
{
  double asked_ms;

  g_return_val_if_fail (figures != NULL, NULL);

  if (figures->slice_asked_ns <= 0)
    return NULL;
  asked_ms = (double) figures->slice_asked_ns / 1e6;
  if (ilv_figures_is_slice_refused (figures))
    /* Translators: a time slice of so many milliseconds, which the kernel did not give. */
    return g_strdup_printf (_("%.0f ms, refused"), asked_ms);
  /* Translators: milliseconds */
  return g_strdup_printf (_("%.0f ms"), asked_ms);
}

/**
 * ilv_summary_describe_tasks:
 * @n_tasks: how many
 * @work_ns: the work of each
 *
 * Returns: (transfer full): a title such as "32 tasks of 100 ms"
 */
char *
ilv_summary_describe_tasks (guint n_tasks, gint64 work_ns)
{
  g_autofree char *work = ilv_summary_format_duration (work_ns);

  /* Translators: a number, and a time such as "400 ms". */
  return g_strdup_printf (ngettext ("%u task of %s", "%u tasks of %s", n_tasks), n_tasks, work);
}

/**
 * ilv_summary_describe:
 * @trace: what happened on one side
 *
 * Returns: (transfer full): what the tasks did and when they finished, in whole sentences
 */
char *
ilv_summary_describe (IlvTrace *trace)
{
  g_autofree char *duration = NULL;
  IlvFigures figures;

  g_return_val_if_fail (ILV_IS_TRACE (trace), NULL);

  ilv_figures_compute (&figures, trace);
  duration = ilv_summary_format_duration (figures.makespan_ns);
  switch (figures.outcome)
    {
    case ILV_TRACE_OUTCOME_RUNNING:
      return g_strdup_printf (_("The run is still going on, for %s so far."), duration);
    case ILV_TRACE_OUTCOME_CANCELLED:
      return g_strdup_printf (_("The run ended early, after %s, before all tasks were done."),
                              duration);
    case ILV_TRACE_OUTCOME_STALLED:
      return describe_stall (ilv_trace_get_info (trace), duration);
    case ILV_TRACE_OUTCOME_FINISHED:
    default:
      if (figures.n_tasks == 0 || figures.makespan_ns <= 0)
        return g_strdup (_("Nothing ran."));
      return describe_finished (trace, &figures, duration);
    }
}

/**
 * ilv_summary_compare:
 * @left: what happened on the left side
 * @right: what happened on the right side
 *
 * Returns: (transfer full): who was sooner, by how much and why, in whole sentences
 */
char *
ilv_summary_compare (IlvTrace *left, IlvTrace *right)
{
  g_return_val_if_fail (ILV_IS_TRACE (left), NULL);
  g_return_val_if_fail (ILV_IS_TRACE (right), NULL);

  return ilv_explanation_compare (left, right);
}

/**
 * ilv_summary_describe_disturbance:
 * @left: (nullable): what happened on the left side
 * @right: (nullable): what happened on the right side
 *
 * Returns: (transfer full) (nullable): how much other programs took; %NULL if it was little
 */
char *
ilv_summary_describe_disturbance (IlvTrace *left, IlvTrace *right)
{
  int left_percent = 0;
  int right_percent = 0;
  gboolean left_noisy = measure_disturbance (left, &left_percent);
  gboolean right_noisy = measure_disturbance (right, &right_percent);

  if (left_noisy && right_noisy)
    return g_strdup_printf (_("Other programs took %d %% of the processors’ time on the left side "
                              "and %d %% on the right, so this result is noisy."),
                            left_percent, right_percent);
  if (left_noisy)
    return g_strdup_printf (_("Other programs took %d %% of the processors’ time on the left "
                              "side, so this result is noisy."),
                            left_percent);
  if (right_noisy)
    return g_strdup_printf (_("Other programs took %d %% of the processors’ time on the right "
                              "side, so this result is noisy."),
                            right_percent);
  return NULL;
}

/**
 * ilv_summary_describe_prediction:
 * @predicted_ns: the end that the learner predicted
 * @actual_ns: the end that came
 *
 * Returns: (transfer full): the prediction beside the fact
 */
char *
ilv_summary_describe_prediction (gint64 predicted_ns, gint64 actual_ns)
{
  g_autofree char *predicted = ilv_summary_format_duration (predicted_ns);
  g_autofree char *actual = ilv_summary_format_duration (actual_ns);
  g_autofree char *difference = NULL;

  if (fabs ((double) predicted_ns - (double) actual_ns) <= 0.1 * (double) actual_ns)
    return g_strdup_printf (_("You said %s; it took %s: very close."), predicted, actual);

  difference = ilv_summary_format_duration (ABS (predicted_ns - actual_ns));
  if (actual_ns < predicted_ns)
    return g_strdup_printf (_("You said %s; it took %s: %s less than you thought."), predicted,
                            actual, difference);
  return g_strdup_printf (_("You said %s; it took %s: %s more than you thought."), predicted,
                          actual, difference);
}
