/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-talk-summary.h"

#include <math.h>

#include "presentation-fixture.h"

#define SECOND_NS G_GINT64_CONSTANT (1000000000)

static void
show_for (PresentationFixture *fixture, guint slide, gint64 seconds)
{
  go_to (fixture, slide);
  fixture->now_ns += seconds * SECOND_NS;
}

/* A talk of a title, a poll with discussion, a run and its answer. */
static IlvTalkSummary *
give_talk (PresentationFixture *fixture)
{
  static const guint counts[ILV_POLL_N_ROUNDS][3] = { { 5, 4, 3 }, { 2, 10, 0 } };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) begun = g_date_time_new (zone, 2026, 11, 26, 10, 15, 0.25);

  fixture->now_ns += 5 * SECOND_NS;
  show_for (fixture, POLL, 100);
  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    for (guint j = 0; j < 3; j++)
      ilv_poll_set_count (fixture->poll, i, j, counts[i][j]);
  show_for (fixture, EXPERIMENT, 20);
  ilv_poll_set_measured (fixture->poll, 1.9);
  show_for (fixture, ANSWER, 0);
  perform (fixture, ILV_TALK_END);
  fixture->now_ns += 1000 * SECOND_NS;
  return ilv_talk_summary_new (fixture->presentation, begun);
}

static void
test_talk (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    guint number;
    const char *title;
    IlvSlideKind kind;
    gint64 seconds;
    gint64 planned_minutes;
  } slides[] = {
    { 1, "Test", ILV_SLIDE_TITLE, 5, 2 },
    { 4, "Second", ILV_SLIDE_POLL, 100, 8 },
    { 5, "Second", ILV_SLIDE_EXPERIMENT, 20, 6 },
    { 6, "Second", ILV_SLIDE_ANSWER, 0, 4 },
  };
  g_autoptr (IlvTalkSummary) summary = give_talk (fixture);

  g_assert_cmpstr (ilv_talk_summary_get_title (summary), ==, "Test");
  g_assert_cmpint (ilv_talk_summary_get_planned_ns (summary), ==, 42 * 60 * SECOND_NS);
  g_assert_cmpint (ilv_talk_summary_get_elapsed_ns (summary), ==, 125 * SECOND_NS);
  g_assert_cmpuint (ilv_talk_summary_get_n_slides (summary), ==, G_N_ELEMENTS (slides));
  g_assert_cmpuint (ilv_talk_summary_get_n_missed (summary), ==, N_SLIDES - G_N_ELEMENTS (slides));
  for (guint i = 0; i < G_N_ELEMENTS (slides); i++)
    {
      const IlvTalkSummarySlide *slide = ilv_talk_summary_get_slide (summary, i);

      g_assert_cmpuint (slide->number, ==, slides[i].number);
      g_assert_cmpstr (slide->title, ==, slides[i].title);
      g_assert_cmpint (slide->kind, ==, slides[i].kind);
      g_assert_cmpint (slide->time_ns, ==, slides[i].seconds * SECOND_NS);
      g_assert_cmpint (slide->planned_ns, ==, slides[i].planned_minutes * 60 * SECOND_NS);
    }
}

static void
test_poll (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTalkSummary) summary = give_talk (fixture);
  const IlvTalkSummaryPoll *poll = ilv_talk_summary_get_poll (summary, 0);

  g_assert_cmpuint (ilv_talk_summary_get_n_polls (summary), ==, 1);
  g_assert_cmpuint (poll->number, ==, 1);
  g_assert_cmpstr (poll->question, ==, "How fast, all of you?");
  g_assert_cmpuint (poll->n_choices, ==, 3);
  g_assert_cmpstr (poll->choices[2], ==, "More");
  g_assert_cmpuint (poll->counts[0][0], ==, 5);
  g_assert_cmpuint (poll->counts[1][1], ==, 10);
  g_assert_cmpuint (poll->totals[0], ==, 12);
  g_assert_cmpuint (poll->totals[1], ==, 12);
  g_assert_cmpint (poll->right, ==, 1);
  g_assert_cmpuint (poll->n_right[0], ==, 4);
  g_assert_cmpuint (poll->n_right[1], ==, 10);
  g_assert_cmpfloat_with_epsilon (poll->gain, 0.75, 1e-12);
}

/* What was not asked is not listed; what was, but not decided, has no right answer. */
static void
test_undecided (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTalkSummary) before = ilv_talk_summary_new (fixture->presentation, NULL);
  g_autoptr (IlvTalkSummary) after = NULL;
  const IlvTalkSummaryPoll *poll;

  g_assert_cmpuint (ilv_talk_summary_get_n_polls (before), ==, 0);
  g_assert_true (ilv_talk_summary_get_begun (before) == ilv_presentation_get_begun (fixture->presentation));
  go_to (fixture, POLL);
  after = ilv_talk_summary_new (fixture->presentation, NULL);
  g_assert_cmpuint (ilv_talk_summary_get_n_polls (after), ==, 1);
  poll = ilv_talk_summary_get_poll (after, 0);
  g_assert_cmpint (poll->right, ==, -1);
  g_assert_cmpuint (poll->n_right[0], ==, 0);
  g_assert_true (isnan (poll->gain));
}

static void
test_csv (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTalkSummary) summary = give_talk (fixture);
  g_autofree char *csv = ilv_talk_summary_to_csv (summary);

  g_assert_cmpstr (
    csv, ==,
    "record,number,choice,text,kind,begun,planned_s,time_s,first,second,right,gain\n"
    "talk,,,Test,,2026-11-26T10:15:00Z,2520.000,125.000,,,,\n"
    "slide,1,,Test,title,,120.000,5.000,,,,\n"
    "slide,4,,Second,poll,,480.000,100.000,,,,\n"
    "slide,5,,Second,experiment,,360.000,20.000,,,,\n"
    "slide,6,,Second,answer,,240.000,0.000,,,,\n"
    "poll,1,,\"How fast, all of you?\",,,,,12,12,,0.750\n"
    "choice,1,1,As fast,,,,,5,2,no,\n"
    "choice,1,2,Twice,,,,,4,10,yes,\n"
    "choice,1,3,More,,,,,3,0,no,\n");
}

/* Nothing that a lesson says is a formula, or more than one field. */
static void
test_csv_texts (void)
{
  static const struct
  {
    const char *title;
    const char *field;
  } cases[] = {
    { "=1+1", "'=1+1" },        { "+1", "'+1" },          { "-1", "'-1" },
    { "@sum", "'@sum" },        { "1 = 1", "1 = 1" },     { "A “quote”", "A “quote”" },
    { "A, B", "\"A, B\"" },     { "=\"A\"", "\"'=\"\"A\"\"\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markdown = g_strdup_printf ("# %s\n\nWords.\n", cases[i].title);
      g_autoptr (IlvLesson) lesson = talk_fixture_create_lesson_of (0, markdown);
      g_autoptr (IlvDeck) deck = ilv_deck_new (lesson, &talk_fixture_ten_lines);
      gint64 now_ns = 0;
      g_autoptr (IlvTalkClock) clock = ilv_talk_clock_new (presentation_fixture_read_time, &now_ns);
      g_autoptr (IlvPresentation) presentation = ilv_presentation_new (deck, clock);
      g_autoptr (IlvTalkSummary) summary = NULL;
      g_autofree char *csv = NULL;
      g_autofree char *line = g_strdup_printf ("\nslide,2,,%s,text,,,0.000,,,,\n", cases[i].field);

      ilv_presentation_go_to (presentation, 1);
      summary = ilv_talk_summary_new (presentation, NULL);
      csv = ilv_talk_summary_to_csv (summary);
      g_assert_nonnull (strstr (csv, line));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  presentation_fixture_add ("/talk/talk-summary/talk", test_talk);
  presentation_fixture_add ("/talk/talk-summary/poll", test_poll);
  presentation_fixture_add ("/talk/talk-summary/undecided", test_undecided);
  presentation_fixture_add ("/talk/talk-summary/csv", test_csv);
  g_test_add_func ("/talk/talk-summary/csv-texts", test_csv_texts);

  return g_test_run ();
}
