/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A presentation with what is run and asked on its slides, and its times. */

#include "presentation-fixture.h"

#define MINUTE_NS (G_GINT64_CONSTANT (60) * 1000000000)

static void
test_run_by_next (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  go_to (fixture, EXPERIMENT);
  perform (fixture, ILV_TALK_NEXT);
  assert_performed (fixture, "run@4");
  assert_at (fixture, EXPERIMENT, 1);

  set_run (fixture, ILV_RUN_GOING);
  g_assert_true (ilv_presentation_is_waiting (fixture->presentation));
  g_assert_false (can (fixture, ILV_TALK_NEXT) || can (fixture, ILV_TALK_ENTER) || can (fixture, ILV_TALK_RUN));
  perform (fixture, ILV_TALK_NEXT);
  perform (fixture, ILV_TALK_ENTER);
  assert_at (fixture, EXPERIMENT, 1);

  /* What covers it can be taken away all the same. */
  perform (fixture, ILV_TALK_BLACK);
  g_assert_false (ilv_presentation_is_waiting (fixture->presentation));
  perform (fixture, ILV_TALK_NEXT);
  g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_NONE);
  g_assert_true (ilv_presentation_is_waiting (fixture->presentation));

  set_run (fixture, ILV_RUN_DONE);
  g_assert_false (ilv_presentation_is_waiting (fixture->presentation));
  assert_performed (fixture, "");
  perform (fixture, ILV_TALK_NEXT);
  assert_at (fixture, ANSWER, 0);
}

/* What cannot be run, or was stopped, holds nobody up. */
static void
test_run_without_result (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  go_to (fixture, EXPERIMENT);
  perform (fixture, ILV_TALK_NEXT);
  perform (fixture, ILV_TALK_NEXT);
  assert_at (fixture, ANSWER, 0);

  go_to (fixture, EXPERIMENT);
  perform (fixture, ILV_TALK_RUN);
  set_run (fixture, ILV_RUN_GOING);
  assert_performed (fixture, "run@4 run@4");
  perform (fixture, ILV_TALK_STOP);
  assert_performed (fixture, "stop@4");
  set_run (fixture, ILV_RUN_NONE);
  assert_at (fixture, EXPERIMENT, 1);
  g_assert_true (can (fixture, ILV_TALK_RUN));
  g_assert_false (can (fixture, ILV_TALK_STOP));
  perform (fixture, ILV_TALK_NEXT);
  assert_at (fixture, ANSWER, 0);
}

/* Whoever leaves a run stops it, while its slide is still there. */
static void
test_leave_run (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    IlvTalkCommand command;
    const char *digits;
    guint slide;
    guint step;
  } ways[] = {
    { ILV_TALK_PREVIOUS, "", POLL, 3 }, { ILV_TALK_FIRST, "", TITLE, 0 },  { ILV_TALK_LAST, "", LAST, 0 },
    { ILV_TALK_ENTER, "6", ANSWER, 0 }, { ILV_TALK_ENTER, "8", SCENE, 0 }, { ILV_TALK_SECTION, "", BEFORE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      go_to (fixture, EXPERIMENT);
      set_run (fixture, ILV_RUN_GOING);
      assert_at (fixture, EXPERIMENT, 1);
      type (fixture, ways[i].digits);
      g_assert_true (can (fixture, ways[i].command));
      perform (fixture, ways[i].command);
      assert_performed (fixture, "stop@4");
      assert_at (fixture, ways[i].slide, ways[i].step);
      set_run (fixture, ILV_RUN_NONE);
    }

  go_to (fixture, EXPERIMENT);
  set_run (fixture, ILV_RUN_GOING);
  type (fixture, "5");
  perform (fixture, ILV_TALK_ENTER);
  assert_performed (fixture, "");
  assert_at (fixture, EXPERIMENT, 1);
  perform (fixture, ILV_TALK_END);
  assert_performed (fixture, "stop@4");
  g_assert_true (ilv_presentation_has_ended (fixture->presentation));
}

static void
test_run_elsewhere (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const guint without[] = { TITLE, FIRST, BEFORE, POLL, AFTER, SCENE, LAST };

  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    {
      go_to (fixture, without[i]);
      g_assert_false (can (fixture, ILV_TALK_RUN));
      perform (fixture, ILV_TALK_RUN);
    }
  assert_performed (fixture, "");

  /* The answer shows no run, so that one is shown first; under black nobody would see it. */
  go_to (fixture, ANSWER);
  perform (fixture, ILV_TALK_BLACK);
  perform (fixture, ILV_TALK_RUN);
  assert_performed (fixture, "run@4");
  assert_at (fixture, EXPERIMENT, 1);
  g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_NONE);

  g_assert_false (can (fixture, ILV_TALK_PLAY) || can (fixture, ILV_TALK_ZOOM_IN));
  g_assert_true (can (fixture, ILV_TALK_SETTINGS));
  set_run (fixture, ILV_RUN_GOING);
  g_assert_true (!can (fixture, ILV_TALK_PLAY) && can (fixture, ILV_TALK_ZOOM_OUT));
  set_run (fixture, ILV_RUN_DONE);
  g_assert_true (can (fixture, ILV_TALK_PLAY) && can (fixture, ILV_TALK_ZOOM_FIT));
  perform (fixture, ILV_TALK_PLAY);
  assert_performed (fixture, "other@4");
  go_to (fixture, FIRST);
  g_assert_false (can (fixture, ILV_TALK_PLAY) || can (fixture, ILV_TALK_ZOOM_IN)
                  || can (fixture, ILV_TALK_SETTINGS));
}

static void
test_rounds (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const int rounds[ILV_N_POLL_STEPS] = { 0, -1, 1, -1 };

  g_assert_cmpint (ilv_presentation_get_round (fixture->presentation), ==, -1);
  g_assert_null (ilv_presentation_get_current_poll (fixture->presentation));
  g_assert_false (can (fixture, ILV_TALK_REVEAL) || can (fixture, ILV_TALK_COUNT));
  go_to (fixture, POLL);
  for (guint step = 0; step < ILV_N_POLL_STEPS; step++)
    {
      g_assert_cmpint (ilv_presentation_get_round (fixture->presentation), ==, rounds[step]);
      g_assert_cmpint (can (fixture, ILV_TALK_COUNT), ==, rounds[step] >= 0);
      g_assert_true (ilv_presentation_get_current_poll (fixture->presentation) == fixture->poll);
      for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
        g_assert_cmpint (ilv_poll_is_revealed (fixture->poll, i), ==, step == ILV_POLL_COMPARE);
      perform (fixture, ILV_TALK_NEXT);
    }
}

static void
test_reveal (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const guint rounds[] = { 0, 0, 1 };

  go_to (fixture, POLL);
  for (guint step = 0; step < G_N_ELEMENTS (rounds); step++)
    {
      for (guint i = 0; i < 2; i++)
        {
          perform (fixture, ILV_TALK_REVEAL);
          g_assert_cmpint (ilv_poll_is_revealed (fixture->poll, rounds[step]), ==, i == 0);
          g_assert_false (ilv_poll_is_revealed (fixture->poll, 1 - rounds[step]));
        }
      perform (fixture, ILV_TALK_NEXT);
    }
  for (guint i = 0; i < 2; i++)
    {
      perform (fixture, ILV_TALK_REVEAL);
      g_assert_cmpint (ilv_poll_is_revealed (fixture->poll, 0), ==, i == 1);
      g_assert_cmpint (ilv_poll_is_revealed (fixture->poll, 1), ==, i == 1);
    }
}

static void
test_count (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  go_to (fixture, POLL);
  perform (fixture, ILV_TALK_COUNT);
  g_assert_cmpint (ilv_presentation_get_counting (fixture->presentation), ==, 0);
  type (fixture, "012");
  perform (fixture, ILV_TALK_ENTER);
  g_assert_cmpint (ilv_presentation_get_counting (fixture->presentation), ==, 1);
  g_assert_cmpstr (ilv_presentation_get_digits (fixture->presentation), ==, "");
  g_assert_cmpuint (ilv_poll_get_count (fixture->poll, 0, 0), ==, 12);

  /* It was thirteen. */
  perform (fixture, ILV_TALK_ERASE);
  g_assert_cmpint (ilv_presentation_get_counting (fixture->presentation), ==, 0);
  g_assert_cmpstr (ilv_presentation_get_digits (fixture->presentation), ==, "12");
  perform (fixture, ILV_TALK_ERASE);
  type (fixture, "3");
  perform (fixture, ILV_TALK_PAUSE);
  perform (fixture, ILV_TALK_ENTER);
  g_assert_cmpuint (ilv_poll_get_count (fixture->poll, 0, 0), ==, 13);
  perform (fixture, ILV_TALK_ENTER);
  type (fixture, "7");
  perform (fixture, ILV_TALK_ENTER);
  g_assert_cmpint (ilv_presentation_get_counting (fixture->presentation), ==, -1);
  g_assert_cmpuint (ilv_poll_get_count (fixture->poll, 0, 1), ==, 0);
  g_assert_cmpuint (ilv_poll_get_count (fixture->poll, 0, 2), ==, 7);
  g_assert_cmpuint (ilv_poll_get_total (fixture->poll, 1), ==, 0);
  assert_at (fixture, POLL, 0);

  /* Whoever goes on keeps what was typed; whoever leaves it, does not. */
  perform (fixture, ILV_TALK_COUNT);
  g_assert_false (can (fixture, ILV_TALK_ERASE));
  type (fixture, "14");
  perform (fixture, ILV_TALK_ESCAPE);
  g_assert_cmpint (ilv_presentation_get_counting (fixture->presentation), ==, 0);
  perform (fixture, ILV_TALK_ESCAPE);
  g_assert_cmpint (ilv_presentation_get_counting (fixture->presentation), ==, -1);
  g_assert_cmpuint (ilv_poll_get_count (fixture->poll, 0, 0), ==, 13);
  perform (fixture, ILV_TALK_COUNT);
  type (fixture, "15");
  perform (fixture, ILV_TALK_NEXT);
  assert_at (fixture, POLL, 1);
  g_assert_cmpint (ilv_presentation_get_counting (fixture->presentation), ==, -1);
  g_assert_cmpuint (ilv_poll_get_count (fixture->poll, 0, 0), ==, 15);

  perform (fixture, ILV_TALK_NEXT);
  perform (fixture, ILV_TALK_COUNT);
  type (fixture, "3");
  perform (fixture, ILV_TALK_COUNT);
  g_assert_cmpint (ilv_presentation_get_counting (fixture->presentation), ==, -1);
  g_assert_cmpuint (ilv_poll_get_count (fixture->poll, 1, 0), ==, 3);
}

static void
test_pace (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    guint slide;
    gint64 minutes;
    gint64 pace;
  } cases[] = {
    { TITLE, 0, 0 },   { TITLE, 2, 0 },       { TITLE, 3, -1 },  { POLL, 10, 0 }, { POLL, 18, 0 },
    { POLL, 20, -2 },  { EXPERIMENT, 10, 8 }, { LAST, 42, 0 },   { LAST, 50, -8 },
  };
  gint64 begun_ns = fixture->now_ns;

  g_assert_cmpint (ilv_presentation_get_planned_ns (fixture->presentation), ==, 42 * MINUTE_NS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      go_to (fixture, cases[i].slide);
      fixture->now_ns = begun_ns + cases[i].minutes * MINUTE_NS;
      g_assert_cmpint (ilv_presentation_get_pace_ns (fixture->presentation), ==, cases[i].pace * MINUTE_NS);
    }

  /* From the second section on: without the title and the first. */
  ilv_presentation_begin (fixture->presentation, BEFORE);
  begun_ns = fixture->now_ns;
  g_assert_cmpint (ilv_presentation_get_planned_ns (fixture->presentation), ==, 36 * MINUTE_NS);
  fixture->now_ns = begun_ns + 5 * MINUTE_NS;
  g_assert_cmpint (ilv_presentation_get_pace_ns (fixture->presentation), ==, -MINUTE_NS);
  perform (fixture, ILV_TALK_NEXT);
  g_assert_cmpint (ilv_presentation_get_pace_ns (fixture->presentation), ==, 0);
  perform (fixture, ILV_TALK_PAUSE);
  fixture->now_ns += 60 * MINUTE_NS;
  go_to (fixture, EXPERIMENT);
  g_assert_cmpint (ilv_presentation_get_pace_ns (fixture->presentation), ==, 7 * MINUTE_NS);
}

static void
test_times (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->now_ns += 10;
  go_to (fixture, POLL);
  fixture->now_ns += 5;
  perform (fixture, ILV_TALK_NEXT);
  fixture->now_ns += 5;
  go_to (fixture, TITLE);
  fixture->now_ns += 1;
  g_assert_cmpint (ilv_presentation_get_time_on_ns (fixture->presentation, TITLE), ==, 11);
  g_assert_cmpint (ilv_presentation_get_time_on_ns (fixture->presentation, POLL), ==, 10);
  g_assert_cmpint (ilv_presentation_get_time_on_ns (fixture->presentation, FIRST), ==, 0);
  g_assert_false (ilv_presentation_was_shown (fixture->presentation, FIRST));

  ilv_talk_clock_restart (ilv_presentation_get_clock (fixture->presentation));
  fixture->now_ns += 4;
  g_assert_cmpint (ilv_presentation_get_time_on_ns (fixture->presentation, TITLE), ==, 15);

  perform (fixture, ILV_TALK_RESTART);
  g_assert_cmpint (ilv_presentation_get_time_on_ns (fixture->presentation, TITLE), ==, 0);
  g_assert_true (ilv_presentation_was_shown (fixture->presentation, TITLE));
  g_assert_false (ilv_presentation_was_shown (fixture->presentation, POLL));
}

/* The clock, polls, runs and times of a talk are not those of a format. */
static void
test_deck (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvDeck) other = ilv_deck_new (fixture->lesson, &talk_fixture_ten_lines);

  set_run (fixture, ILV_RUN_DONE);
  go_to (fixture, POLL);
  perform (fixture, ILV_TALK_NEXT);
  perform (fixture, ILV_TALK_NEXT);
  ilv_poll_set_count (fixture->poll, 0, 1, 6);
  fixture->now_ns += 30;
  ilv_presentation_set_deck (fixture->presentation, other);
  fixture->now_ns += 12;
  assert_at (fixture, POLL, 2);
  g_assert_true (ilv_presentation_get_deck (fixture->presentation) == other);
  g_assert_true (ilv_presentation_get_slide (fixture->presentation) == ilv_deck_get_slide (other, POLL));
  g_assert_true (ilv_presentation_get_current_poll (fixture->presentation) == fixture->poll);
  g_assert_cmpuint (ilv_poll_get_count (fixture->poll, 0, 1), ==, 6);
  g_assert_cmpint (ilv_presentation_get_run_state (fixture->presentation, COMPARISON), ==, ILV_RUN_DONE);
  g_assert_cmpint (ilv_presentation_get_time_on_ns (fixture->presentation, POLL), ==, 42);
  assert_performed (fixture, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  presentation_fixture_add ("/talk/presentation/run-by-next", test_run_by_next);
  presentation_fixture_add ("/talk/presentation/run-without-result", test_run_without_result);
  presentation_fixture_add ("/talk/presentation/leave-run", test_leave_run);
  presentation_fixture_add ("/talk/presentation/run-elsewhere", test_run_elsewhere);
  presentation_fixture_add ("/talk/presentation/rounds", test_rounds);
  presentation_fixture_add ("/talk/presentation/reveal", test_reveal);
  presentation_fixture_add ("/talk/presentation/count", test_count);
  presentation_fixture_add ("/talk/presentation/pace", test_pace);
  presentation_fixture_add ("/talk/presentation/times", test_times);
  presentation_fixture_add ("/talk/presentation/deck", test_deck);

  return g_test_run ();
}
