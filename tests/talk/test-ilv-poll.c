/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-poll.h"

#include <math.h>

#include "talk-fixture.h"

#define CHOICE                                                                                     \
  "[Predict]\nId=a\nKind=choice\nQuestion=?\nMeasure=right.makespan-ratio\n[Choice 1]\nText=One\n" \
  "To=1.5\nExplanation=E1\n[Choice 2]\nText=Two\nFrom=1.5\nTo=2.5\nExplanation=E2\n"               \
  "[Choice 3]\nText=More\nFrom=2.5\nExplanation=E3\n"
#define END "[Predict]\nId=b\nKind=end\nSide=right\nQuestion=Drag the flag.\nRoom=When?\n"

static IlvPoll *
create_poll (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (text, "a/lesson.md", 1, &error);
  g_autoptr (IlvPrediction) prediction = NULL;

  g_assert_no_error (error);
  prediction = ilv_prediction_new_from_key_file (key_file, &error);
  g_assert_no_error (error);
  return ilv_poll_new (prediction, G_GINT64_CONSTANT (800000000), 2);
}

static void
count_change (guint *n_changes)
{
  (*n_changes)++;
}

/* Each change is told of once, and what changes nothing, not at all. */
static void
test_counts (void)
{
  g_autoptr (IlvPoll) poll = create_poll (CHOICE);
  guint n_changes = 0;

  g_signal_connect_swapped (poll, "changed", G_CALLBACK (count_change), &n_changes);
  g_assert_cmpuint (ilv_poll_get_n_choices (poll), ==, 3);
  ilv_poll_set_count (poll, 0, 1, 12);
  ilv_poll_set_count (poll, 0, 1, 12);
  ilv_poll_add (poll, 0, 2, 1);
  ilv_poll_add (poll, 0, 2, -1);
  ilv_poll_add (poll, 0, 2, -1);
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_cmpuint (ilv_poll_get_count (poll, 0, 1), ==, 12);
  g_assert_cmpuint (ilv_poll_get_count (poll, 0, 2), ==, 0);
  ilv_poll_set_count (poll, 1, 0, 123456);
  g_assert_cmpuint (ilv_poll_get_count (poll, 1, 0), ==, ILV_POLL_MAX_COUNT);
  ilv_poll_add (poll, 1, 0, G_MAXINT);
  g_assert_cmpuint (ilv_poll_get_count (poll, 1, 0), ==, ILV_POLL_MAX_COUNT);
  ilv_poll_add (poll, 1, 0, G_MININT);
  g_assert_cmpuint (ilv_poll_get_count (poll, 1, 0), ==, 0);
  g_assert_cmpuint (ilv_poll_get_total (poll, 0), ==, 12);
  g_assert_cmpuint (ilv_poll_get_total (poll, 1), ==, 0);
  g_assert_cmpuint (ilv_poll_get_largest (poll), ==, 12);
}

static void
test_reset (void)
{
  g_autoptr (IlvPoll) poll = create_poll (CHOICE);
  guint n_changes = 0;

  ilv_poll_set_count (poll, 0, 0, 3);
  ilv_poll_set_count (poll, 0, 1, 4);
  ilv_poll_set_count (poll, 1, 1, 5);
  ilv_poll_set_revealed (poll, 0, TRUE);
  g_signal_connect_swapped (poll, "changed", G_CALLBACK (count_change), &n_changes);
  ilv_poll_reset_round (poll, 0);
  ilv_poll_reset_round (poll, 0);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (ilv_poll_get_total (poll, 0), ==, 0);
  g_assert_cmpuint (ilv_poll_get_total (poll, 1), ==, 5);
  g_assert_false (ilv_poll_is_revealed (poll, 0));
}

static void
test_measured (void)
{
  g_autoptr (IlvPoll) poll = create_poll (CHOICE);
  guint n_changes = 0;

  g_signal_connect_swapped (poll, "changed", G_CALLBACK (count_change), &n_changes);
  g_assert_true (isnan (ilv_poll_get_measured (poll)));
  g_assert_cmpint (ilv_poll_get_right (poll), ==, -1);
  ilv_poll_set_measured (poll, NAN);
  g_assert_cmpuint (n_changes, ==, 0);
  ilv_poll_set_measured (poll, 1.9);
  ilv_poll_set_measured (poll, 1.9);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpint (ilv_poll_get_right (poll), ==, 1);
  g_assert_cmpstr (ilv_poll_get_choice (poll, 1), ==, "Two");
  g_assert_cmpstr (ilv_poll_get_explanation (poll, 1), ==, "E2");
  ilv_poll_set_measured (poll, NAN);
  g_assert_cmpint (ilv_poll_get_right (poll), ==, -1);
}

/* A room has no flag to drag. */
static void
test_end (void)
{
  static const struct
  {
    double measured_ms;
    int right;
  } cases[] = { { 1, 0 }, { 412, 0 }, { 499.9, 0 }, { 500, 1 }, { 640, 1 }, { 812, 2 }, { 1900, 3 } };
  g_autoptr (IlvPoll) poll = create_poll (END);

  g_assert_cmpstr (ilv_poll_get_question (poll), ==, "When?");
  g_assert_cmpuint (ilv_poll_get_n_choices (poll), ==, 4);
  g_assert_cmpstr (ilv_poll_get_choice (poll, 1), ==, "About 600 ms");
  g_assert_cmpint (ilv_poll_get_right (poll), ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ilv_poll_set_measured (poll, cases[i].measured_ms * 1e6);
      g_assert_cmpint (ilv_poll_get_right (poll), ==, cases[i].right);
    }
}

/* (transfer full): the poll of @end that a comparison of @tasks decides. */
static IlvPoll *
create_poll_of (const char *tasks)
{
  g_autofree char *markdown = g_strdup_printf (
    "# T\n\n```predict\n" END "```\n\n```compare\n[Compare]\nTitle=C\nLeft=sequential\n"
    "Right=thread-pool\nProcessors=2\n%s```\n", tasks);
  g_autoptr (IlvLesson) lesson = talk_fixture_create_lesson (markdown);
  g_autoptr (IlvDeck) deck = ilv_deck_new (lesson, &talk_fixture_ten_lines);

  g_assert_cmpuint (ilv_deck_get_n_polls (deck), ==, 1);
  return ilv_poll_new_for_comparison (ilv_deck_get_prediction (deck, 0, NULL),
                                      ilv_block_get_comparison (ilv_deck_get_experiment (deck, 0)));
}

static void
test_comparison (void)
{
  static const struct
  {
    const char *tasks;
    const char *texts[6];
  } cases[] = {
    { "[Task A]\nSteps=cpu 300ms\n[Task B]\nSteps=cpu 100ms\n",
      { "About 200 ms", "About 300 ms", "About 400 ms", "Longer" } },
    { "[Task A]\nCount=16\nSteps=paint {n}/16\n",
      { "Less than 450 ms", "About 600 ms", "About 900 ms", "About 1.2 s", "Longer" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IlvPoll) poll = create_poll_of (cases[i].tasks);

      g_assert_cmpuint (ilv_poll_get_n_choices (poll), ==, g_strv_length ((char **) cases[i].texts));
      for (guint j = 0; j < ilv_poll_get_n_choices (poll); j++)
        g_assert_cmpstr (ilv_poll_get_choice (poll, j), ==, cases[i].texts[j]);
    }
}

static void
test_most_wrong (void)
{
  g_autoptr (IlvPoll) poll = create_poll (CHOICE);

  ilv_poll_set_count (poll, 0, 0, 9);
  ilv_poll_set_count (poll, 0, 1, 20);
  ilv_poll_set_count (poll, 0, 2, 9);
  g_assert_cmpint (ilv_poll_get_most_wrong (poll), ==, -1);
  ilv_poll_set_measured (poll, 2);
  g_assert_cmpint (ilv_poll_get_most_wrong (poll), ==, 0);
  ilv_poll_set_count (poll, 1, 1, 30);
  g_assert_cmpint (ilv_poll_get_most_wrong (poll), ==, -1);
  ilv_poll_set_count (poll, 1, 2, 1);
  g_assert_cmpint (ilv_poll_get_most_wrong (poll), ==, 2);
}

static void
set_counts (IlvPoll *poll, guint round, guint wrong, guint right)
{
  ilv_poll_set_count (poll, round, 0, wrong);
  ilv_poll_set_count (poll, round, 1, right);
}

static void
test_gain (void)
{
  g_autoptr (IlvPoll) poll = create_poll (CHOICE);

  set_counts (poll, 0, 12, 4);
  set_counts (poll, 1, 4, 12);
  g_assert_true (isnan (ilv_poll_get_gain (poll)));
  ilv_poll_set_measured (poll, 2);
  g_assert_cmpfloat_with_epsilon (ilv_poll_get_gain (poll), 2 / 3.0, 1e-12);
  set_counts (poll, 1, 16, 0);
  g_assert_cmpfloat_with_epsilon (ilv_poll_get_gain (poll), -1 / 3.0, 1e-12);
  set_counts (poll, 1, 0, 0);
  g_assert_true (isnan (ilv_poll_get_gain (poll)));
  set_counts (poll, 0, 0, 16);
  set_counts (poll, 1, 0, 16);
  g_assert_true (isnan (ilv_poll_get_gain (poll)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/talk/poll/counts", test_counts);
  g_test_add_func ("/talk/poll/reset", test_reset);
  g_test_add_func ("/talk/poll/measured", test_measured);
  g_test_add_func ("/talk/poll/end", test_end);
  g_test_add_func ("/talk/poll/comparison", test_comparison);
  g_test_add_func ("/talk/poll/most-wrong", test_most_wrong);
  g_test_add_func ("/talk/poll/gain", test_gain);

  return g_test_run ();
}
