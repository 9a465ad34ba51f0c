/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-talk-times.h"
#include "presentation-fixture.h"

typedef struct
{
  gint64 now_ns;
  IlvLesson *lesson;
  IlvDeck *wide;   /* title, a slide of text, a scene */
  IlvDeck *narrow; /* the text on two slides */
  IlvTalkTimes *times;
} Fixture;

enum
{
  WIDE_TEXT = 1,
  WIDE_SCENE,
  NARROW_TEXT = 1,
  NARROW_TEXT_2,
  NARROW_SCENE,
};

static const IlvDeckMeasure three_lines = {
  .slide_width = 1440,
  .width = 1000,
  .height = 120,
  .measure = talk_fixture_measure,
};

static void
fixture_set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTalkClock) clock
    = ilv_talk_clock_new (presentation_fixture_read_time, &fixture->now_ns);

  fixture->lesson = talk_fixture_create_lesson_of (
    0, "# T\n\nOne line.\n\nOne line.\n\nOne line.\n\nOne line.\n\n"
       "```scene\n[Scene]\nKind=computer\n```\n");
  fixture->wide = ilv_deck_new (fixture->lesson, &talk_fixture_ten_lines);
  fixture->narrow = ilv_deck_new (fixture->lesson, &three_lines);
  g_assert_cmpuint (ilv_deck_get_n_slides (fixture->wide), ==, 3);
  g_assert_cmpuint (ilv_deck_get_n_slides (fixture->narrow), ==, 4);
  fixture->times = ilv_talk_times_new (fixture->wide, clock);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->times);
  g_object_unref (fixture->narrow);
  g_object_unref (fixture->wide);
  g_object_unref (fixture->lesson);
}

static void
show_for (Fixture *fixture, guint slide, gint64 time_ns)
{
  ilv_talk_times_show (fixture->times, slide);
  fixture->now_ns += time_ns;
}

static void
test_never (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->now_ns = 100;
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (ilv_talk_times_get (fixture->times, i), ==, -1);
  show_for (fixture, WIDE_TEXT, 0);
  g_assert_cmpint (ilv_talk_times_get (fixture->times, WIDE_TEXT), ==, 0);
}

/* Nothing is planned for a lesson that says nothing. */
static void
test_no_plan (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_for (fixture, WIDE_TEXT, 1000);
  g_assert_cmpint (ilv_talk_times_get_planned_ns (fixture->times), ==, 0);
  g_assert_cmpint (ilv_talk_times_get_planned_on_ns (fixture->times, WIDE_TEXT), ==, 0);
  g_assert_cmpint (ilv_talk_times_get_pace_ns (fixture->times, WIDE_TEXT), ==, 0);
}

/* No time is lost by a change of the format, and none is counted twice. */
static void
test_formats (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_for (fixture, WIDE_SCENE, 7);
  show_for (fixture, WIDE_TEXT, 10);
  ilv_talk_times_set_deck (fixture->times, fixture->narrow);
  fixture->now_ns += 3;
  g_assert_cmpint (ilv_talk_times_get (fixture->times, NARROW_TEXT), ==, 13);
  g_assert_cmpint (ilv_talk_times_get (fixture->times, NARROW_TEXT_2), ==, -1);
  g_assert_cmpint (ilv_talk_times_get (fixture->times, NARROW_SCENE), ==, 7);

  show_for (fixture, NARROW_TEXT_2, 20);
  ilv_talk_times_set_deck (fixture->times, fixture->wide);
  fixture->now_ns += 1;
  g_assert_cmpint (ilv_talk_times_get (fixture->times, WIDE_TEXT), ==, 34);
  g_assert_cmpint (ilv_talk_times_get (fixture->times, WIDE_SCENE), ==, 7);
  g_assert_cmpint (ilv_talk_times_get (fixture->times, 0), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/talk/talk-times/never", test_never);
  ADD ("/talk/talk-times/no-plan", test_no_plan);
  ADD ("/talk/talk-times/formats", test_formats);

  return g_test_run ();
}
