/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-talk-text.h"
#include "present-test.h"

#define assert_text(expression, text)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *got = (expression);                                                           \
    g_assert_cmpstr (got, ==, text);                                                               \
  }                                                                                                \
  G_STMT_END

static void
test_time (void)
{
  assert_text (ilv_talk_text_format_time (-5), "0:00");
  assert_text (ilv_talk_text_format_time (7 * PRESENT_TEST_SECOND + 999999999), "0:07");
  assert_text (ilv_talk_text_format_time (767 * PRESENT_TEST_SECOND), "12:47");
  assert_text (ilv_talk_text_format_time (3599 * PRESENT_TEST_SECOND), "59:59");
  assert_text (ilv_talk_text_format_time (3723 * PRESENT_TEST_SECOND), "1:02:03");
}

static void
test_pace (void)
{
  assert_text (ilv_talk_text_format_pace (0), "On time");
  assert_text (ilv_talk_text_format_pace (-PRESENT_TEST_SECOND + 1), "On time");
  assert_text (ilv_talk_text_format_pace (70 * PRESENT_TEST_SECOND), "1:10 ahead");
  assert_text (ilv_talk_text_format_pace (-40 * PRESENT_TEST_SECOND), "0:40 behind");
  assert_text (ilv_talk_text_format_planned (45 * 60 * PRESENT_TEST_SECOND), "Planned 45 min");
  assert_text (ilv_talk_text_format_planned (0), "No time planned");
}

static void
assert_next (PresentFixture *fixture, const char *next, const char *after)
{
  assert_text (ilv_talk_text_describe_next (fixture->presentation), next);
  assert_text (ilv_talk_text_describe_after (fixture->presentation), after);
}

static void
go_on (PresentFixture *fixture)
{
  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
}

/* What is said is what Next then does, from the first slide to the end. */
static void
test_next (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvPresentation *presentation = fixture->presentation;

  assert_next (fixture, "Next section", "Words");
  go_on (fixture);
  assert_next (fixture, "First show of hands", "Who is sooner?");
  go_on (fixture);
  assert_next (fixture, "Discussion with the neighbours", "Then: The experiment");
  go_on (fixture);
  assert_next (fixture, "Second show of hands", "Then: The experiment");
  go_on (fixture);
  assert_next (fixture, "Both shows of hands, side by side", "Then: The experiment");
  go_on (fixture);
  assert_next (fixture, "The experiment", "Who is sooner?");
  go_on (fixture);
  assert_next (fixture, "Starts the run", "Then: The answer");
  go_on (fixture);
  ilv_presentation_set_run_state (presentation, 0, ILV_RUN_GOING);
  assert_next (fixture, "Waits for the run to end", "Then: The answer");
  ilv_presentation_set_run_state (presentation, 0, ILV_RUN_DONE);
  assert_next (fixture, "The answer", "Who is sooner?");
  go_on (fixture);
  assert_next (fixture, "Next section", "Take away");
  go_on (fixture);
  assert_next (fixture, "The end of the talk", "");
  go_on (fixture);
  assert_next (fixture, "Asks whether to end", "");
  go_on (fixture);
  assert_next (fixture, "Ends the talk", "");
}

/* What covers the slide is taken away first. */
static void
test_away (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_presentation_perform (fixture->presentation, ILV_TALK_BLACK);
  assert_next (fixture, "Shows the slide again", "Then: Words");
  ilv_presentation_perform (fixture->presentation, ILV_TALK_OVERVIEW);
  assert_next (fixture, "Leaves the overview", "Then: Words");
  ilv_presentation_ask (fixture->presentation);
  assert_next (fixture, "Goes on with the talk", "Then: Words");
}

static void
test_cover (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvPresentation *presentation = fixture->presentation;

  assert_text (ilv_talk_text_describe_cover (presentation), NULL);
  ilv_presentation_perform (presentation, ILV_TALK_FREEZE);
  assert_text (ilv_talk_text_describe_cover (presentation), "Frozen: the room sees a still picture");
  ilv_presentation_perform (presentation, ILV_TALK_BLACK);
  assert_text (ilv_talk_text_describe_cover (presentation), "The room sees black");
  ilv_presentation_perform (presentation, ILV_TALK_WHITE);
  assert_text (ilv_talk_text_describe_cover (presentation), "The room sees white");
}

static void
test_typing (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_text (ilv_talk_text_describe_typing (fixture->presentation), NULL);
  ilv_presentation_type_digit (fixture->presentation, 1);
  ilv_presentation_type_digit (fixture->presentation, 2);
  assert_text (ilv_talk_text_describe_typing (fixture->presentation), "Go to 12 ⏎");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/talk-text/time", test_time);
  g_test_add_func ("/present/talk-text/pace", test_pace);
  present_test_add ("/present/talk-text/next", test_next);
  present_test_add ("/present/talk-text/away", test_away);
  present_test_add ("/present/talk-text/cover", test_cover);
  present_test_add ("/present/talk-text/typing", test_typing);

  return g_test_run ();
}
