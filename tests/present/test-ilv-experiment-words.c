/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "ilv-experiment-words.h"

#define MS G_GINT64_CONSTANT (1000000)

/* Two tasks of a length each, at once or after each other, in a state. */
static IlvTrace *
create_trace (gint64 length_ns, gboolean at_once, IlvState state, IlvTraceOutcome outcome)
{
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", 2);
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (IlvSpan));

  info->outcome = outcome;
  for (guint i = 0; i < 2; i++)
    {
      IlvSpan span = { .task = i, .state = state, .processor = -1, .peer = ILV_NO_PEER };

      ilv_trace_info_add_task (info, i == 0 ? "A" : "B", NULL);
      span.start_ns = at_once ? 0 : i * length_ns;
      span.end_ns = span.start_ns + length_ns;
      if (state == ILV_STATE_RUNNING)
        span.processor = at_once ? i : 0;
      span.worker = i;
      g_array_append_val (spans, span);
    }
  return ilv_trace_new (info, spans, NULL);
}

static void
check_side (IlvTrace *trace, IlvTrace *left, const char *expected)
{
  g_autofree char *words = ilv_experiment_words_describe_side (trace, left);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_processors (void)
{
  static const char *const expected[] = { "one core", "two cores", "3 cores" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *words = ilv_experiment_words_describe_processors (i + 1);

      g_assert_cmpstr (words, ==, expected[i]);
    }
}

static void
test_sides (void)
{
  g_autoptr (IlvTrace) left
    = create_trace (100 * MS, FALSE, ILV_STATE_RUNNING, ILV_TRACE_OUTCOME_FINISHED);
  g_autoptr (IlvTrace) right
    = create_trace (100 * MS, TRUE, ILV_STATE_RUNNING, ILV_TRACE_OUTCOME_FINISHED);
  g_autofree char *length = ilv_experiment_words_describe_length (left);

  g_assert_cmpstr (length, ==, "200 ms");
  check_side (left, NULL, "1 running at once");
  check_side (right, left, "2 running at once · 2.00× as fast");
  check_side (left, right, "1 running at once · 2.00× as long");
  check_side (left, left, "1 running at once · as fast");
}

static void
test_waiting (void)
{
  g_autoptr (IlvTrace) left
    = create_trace (400 * MS, FALSE, ILV_STATE_WAITING, ILV_TRACE_OUTCOME_FINISHED);
  g_autoptr (IlvTrace) right
    = create_trace (20 * MS, TRUE, ILV_STATE_WAITING, ILV_TRACE_OUTCOME_FINISHED);

  check_side (right, left, "2 waiting at once · 40× as fast");
}

static void
check_doubts (const IlvExperimentFacts *facts, const char *expected, const char *in_full)
{
  g_autofree char *doubts = ilv_experiment_words_describe_doubts (facts);
  g_autofree char *explained = ilv_experiment_words_explain_doubts (facts);

  g_assert_cmpstr (doubts, ==, expected);
  g_assert_cmpstr (explained, ==, in_full);
}

/* What stands in comes before what was noted, and what both sides noted is said once. */
static void
test_doubts (void)
{
  g_autoptr (IlvTrace) plain
    = create_trace (100 * MS, FALSE, ILV_STATE_RUNNING, ILV_TRACE_OUTCOME_FINISHED);
  g_autoptr (IlvTrace) noted = NULL;
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", 2);
  IlvExperimentFacts facts = { .left = plain, .right = plain };

  ilv_trace_info_add_note (info, "One.");
  ilv_trace_info_add_note (info, "Two.");
  noted = ilv_trace_new (info, g_array_new (FALSE, TRUE, sizeof (IlvSpan)), NULL);
  check_doubts (&facts, NULL, NULL);
  facts.right = noted;
  check_doubts (&facts, "One. Two.", "One. Two.");
  facts.left = noted;
  check_doubts (&facts, "One. Two.", "One. Two.");
  facts.caution = "No Python.";
  check_doubts (&facts, "C code stands in for Python. One. Two.", "No Python. One. Two.");
}

/* What has no end is not compared, and nothing is with it. */
static void
test_outcomes (void)
{
  g_autoptr (IlvTrace) live
    = create_trace (100 * MS, TRUE, ILV_STATE_RUNNING, ILV_TRACE_OUTCOME_RUNNING);
  g_autoptr (IlvTrace) stalled
    = create_trace (100 * MS, TRUE, ILV_STATE_RUNNING, ILV_TRACE_OUTCOME_STALLED);
  g_autoptr (IlvTrace) cancelled
    = create_trace (100 * MS, TRUE, ILV_STATE_RUNNING, ILV_TRACE_OUTCOME_CANCELLED);
  g_autoptr (IlvTrace) finished
    = create_trace (100 * MS, TRUE, ILV_STATE_RUNNING, ILV_TRACE_OUTCOME_FINISHED);

  check_side (live, NULL, "");
  check_side (stalled, finished, "stuck: nothing could go on");
  check_side (cancelled, finished, "stopped before its end");
  check_side (finished, stalled, "2 running at once");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/experiment-words/processors", test_processors);
  g_test_add_func ("/present/experiment-words/sides", test_sides);
  g_test_add_func ("/present/experiment-words/doubts", test_doubts);
  g_test_add_func ("/present/experiment-words/waiting", test_waiting);
  g_test_add_func ("/present/experiment-words/outcomes", test_outcomes);

  return g_test_run ();
}
