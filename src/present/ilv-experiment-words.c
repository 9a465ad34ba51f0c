/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-experiment-words.h"

#include <glib/gi18n.h>

#include "ilv-figures.h"
#include "ilv-in-flight.h"
#include "ilv-result-text.h"
#include "ilv-summary.h"

/* What differs by less is as fast. */
#define SAME_SHARE 1.05

char *
ilv_experiment_words_describe_processors (guint n_processors)
{
  if (n_processors == 1)
    /* Translators: what stands behind the name of a strategy that runs on one processor. */
    return g_strdup (_ ("one core"));
  if (n_processors == 2)
    return g_strdup (_ ("two cores"));
  return g_strdup_printf (ngettext ("%u core", "%u cores", n_processors), n_processors);
}

char *
ilv_experiment_words_describe_length (IlvTrace *trace)
{
  g_return_val_if_fail (ILV_IS_TRACE (trace), NULL);

  return ilv_summary_format_duration (ilv_trace_get_duration_ns (trace));
}

/* What happened at once: where the tasks mostly wait for the world, that is what they share. */
static char *
describe_parallelism (IlvTrace *trace, const IlvFigures *figures)
{
  g_autoptr (GArray) requests = NULL;
  guint most;

  if (figures->own_waiting_ns > figures->running_ns)
    {
      requests = ilv_in_flight_find (trace);
      most = ilv_in_flight_get_most (requests);
      return g_strdup_printf (ngettext ("%u waiting at once", "%u waiting at once", most), most);
    }
  return g_strdup_printf (ngettext ("%u running at once", "%u running at once",
                                    figures->max_parallelism),
                          figures->max_parallelism);
}

/* @times: ≥ 1. */
static char *
describe_factor (double times, gboolean faster)
{
  g_autofree char *number = g_strdup_printf (times < 10 ? "%.2f" : "%.0f", times);

  if (times < SAME_SHARE)
    /* Translators: both sides took about the same time. */
    return g_strdup (_ ("as fast"));
  /* Translators: how many times; %s is a number, such as 1.98. There is little room. */
  return g_strdup_printf (faster ? _ ("%s× as fast") : _ ("%s× as long"), number);
}

/* (nullable) */
static char *
compare (IlvTrace *trace, IlvTrace *left)
{
  double own_ns = ilv_trace_get_duration_ns (trace);
  double left_ns = ilv_trace_get_duration_ns (left);

  if (ilv_trace_get_info (left)->outcome != ILV_TRACE_OUTCOME_FINISHED || own_ns <= 0 || left_ns <= 0)
    return NULL;
  return left_ns >= own_ns ? describe_factor (left_ns / own_ns, TRUE)
                           : describe_factor (own_ns / left_ns, FALSE);
}

char *
ilv_experiment_words_describe_side (IlvTrace *trace, IlvTrace *left)
{
  g_autofree char *at_once = NULL;
  g_autofree char *more = NULL;
  IlvFigures figures;

  g_return_val_if_fail (ILV_IS_TRACE (trace), NULL);

  switch (ilv_trace_get_info (trace)->outcome)
    {
    case ILV_TRACE_OUTCOME_RUNNING:
      return g_strdup ("");
    case ILV_TRACE_OUTCOME_STALLED:
      return g_strdup (_ ("stuck: nothing could go on"));
    case ILV_TRACE_OUTCOME_CANCELLED:
      return g_strdup (_ ("stopped before its end"));
    default:
      break;
    }
  ilv_figures_compute (&figures, trace);
  at_once = describe_parallelism (trace, &figures);
  if (left != NULL)
    more = compare (trace, left);
  else if (figures.slices > figures.n_tasks)
    more = g_strdup_printf (ngettext ("%u slice", "%u slices", figures.slices), figures.slices);
  /* Translators: two things that a side of a comparison did, such as "2 running at once" and
   * "1.98× as fast". */
  return more != NULL ? g_strdup_printf (_ ("%s · %s"), at_once, more) : g_steal_pointer (&at_once);
}

/* @sentence: (nullable). */
static void
append_sentence (GString *text, const char *sentence)
{
  if (sentence != NULL && *sentence != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

/* What both sides have to note is noted once. */
static void
append_notes (GString *text, const IlvExperimentFacts *facts)
{
  g_autofree char *left = ilv_result_text_describe_notes (facts->left);
  g_autofree char *right = ilv_result_text_describe_notes (facts->right);

  append_sentence (text, g_strdelimit (left, "\n", ' '));
  if (!g_str_equal (left, g_strdelimit (right, "\n", ' ')))
    append_sentence (text, right);
}

static char *
describe_doubts (const IlvExperimentFacts *facts, const char *caution, const char *disturbance)
{
  GString *text = g_string_new (NULL);

  append_sentence (text, caution);
  append_sentence (text, disturbance);
  append_notes (text, facts);
  return g_string_free (text, text->len == 0);
}

char *
ilv_experiment_words_describe_doubts (const IlvExperimentFacts *facts)
{
  g_autofree char *disturbance = NULL;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (ILV_IS_TRACE (facts->left) && ILV_IS_TRACE (facts->right), NULL);

  disturbance = ilv_summary_describe_disturbance (facts->left, facts->right);
  return describe_doubts (facts,
                          facts->caution != NULL ? _ ("C code stands in for Python.") : NULL,
                          /* Translators: other programs made the numbers of a run uncertain. */
                          disturbance != NULL ? _ ("Noisy: other programs ran too.") : NULL);
}

char *
ilv_experiment_words_explain_doubts (const IlvExperimentFacts *facts)
{
  g_autofree char *disturbance = NULL;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (ILV_IS_TRACE (facts->left) && ILV_IS_TRACE (facts->right), NULL);

  disturbance = ilv_summary_describe_disturbance (facts->left, facts->right);
  return describe_doubts (facts, facts->caution, disturbance);
}
