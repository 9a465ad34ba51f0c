/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "presentation-fixture.h"

/* The whole talk by Next alone, as a clicker gives it. */
static void
test_next (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    guint slide;
    guint step;
  } places[] = {
    { TITLE, 0 }, { FIRST, 0 },      { BEFORE, 0 },     { POLL, 0 },   { POLL, 1 },  { POLL, 2 },
    { POLL, 3 },  { EXPERIMENT, 0 }, { EXPERIMENT, 1 }, { ANSWER, 0 }, { AFTER, 0 }, { SCENE, 0 },
    { LAST, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      assert_at (fixture, places[i].slide, places[i].step);
      g_assert_true (ilv_presentation_get_next_slide (fixture->presentation)
                     == (places[i].slide == LAST
                           ? NULL
                           : ilv_deck_get_slide (fixture->deck, places[i].slide + 1)));
      perform (fixture, ILV_TALK_NEXT);
    }
  assert_performed (fixture, "run@4");
  assert_at (fixture, LAST, 0);
  g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_END);

  perform (fixture, ILV_TALK_NEXT);
  g_assert_true (ilv_presentation_is_asking (fixture->presentation));
  g_assert_false (ilv_presentation_has_ended (fixture->presentation));
  perform (fixture, ILV_TALK_NEXT);
  g_assert_true (ilv_presentation_has_ended (fixture->presentation));
  g_assert_true (ilv_talk_clock_is_paused (ilv_presentation_get_clock (fixture->presentation)));
  for (guint i = 0; i < ILV_N_TALK_COMMANDS; i++)
    g_assert_false (can (fixture, i));
  perform (fixture, ILV_TALK_FIRST);
  type (fixture, "1");
  assert_at (fixture, LAST, 0);
  g_assert_cmpstr (ilv_presentation_get_digits (fixture->presentation), ==, "");
}

static void
test_previous (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    guint slide;
    guint step;
  } places[] = {
    { SCENE, 0 }, { AFTER, 0 }, { ANSWER, 0 }, { EXPERIMENT, 0 }, { POLL, 3 },
    { POLL, 2 },  { POLL, 1 },  { POLL, 0 },   { BEFORE, 0 },     { FIRST, 0 },
    { TITLE, 0 }, { TITLE, 0 },
  };

  perform (fixture, ILV_TALK_LAST);
  perform (fixture, ILV_TALK_NEXT);
  g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_END);
  perform (fixture, ILV_TALK_PREVIOUS);
  g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_NONE);
  assert_at (fixture, LAST, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpint (can (fixture, ILV_TALK_PREVIOUS), ==, i + 1 < G_N_ELEMENTS (places));
      perform (fixture, ILV_TALK_PREVIOUS);
      assert_at (fixture, places[i].slide, places[i].step);
    }

  /* What was run cannot be taken back. */
  set_run (fixture, ILV_RUN_DONE);
  go_to (fixture, ANSWER);
  perform (fixture, ILV_TALK_PREVIOUS);
  assert_at (fixture, EXPERIMENT, 1);
  perform (fixture, ILV_TALK_PREVIOUS);
  assert_at (fixture, POLL, 3);
}

static void
test_jumps (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *digits;
    const char *shown;
    guint slide;
  } numbers[] = {
    { "5", "5", EXPERIMENT }, { "007", "7", AFTER },      { "0", "0", TITLE },
    { "10", "10", LAST },     { "99999", "9999", LAST }, { "1", "1", TITLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      type (fixture, numbers[i].digits);
      g_assert_cmpstr (ilv_presentation_get_digits (fixture->presentation), ==, numbers[i].shown);
      perform (fixture, ILV_TALK_ENTER);
      g_assert_cmpstr (ilv_presentation_get_digits (fixture->presentation), ==, "");
      assert_at (fixture, numbers[i].slide, 0);
    }
  g_assert_false (can (fixture, ILV_TALK_FIRST));
  perform (fixture, ILV_TALK_ENTER);
  assert_at (fixture, FIRST, 0);
  perform (fixture, ILV_TALK_LAST);
  assert_at (fixture, LAST, 0);
  g_assert_false (can (fixture, ILV_TALK_LAST));
  perform (fixture, ILV_TALK_FIRST);
  assert_at (fixture, TITLE, 0);
  g_assert_false (can (fixture, ILV_TALK_SECTION));
  go_to (fixture, ANSWER);
  perform (fixture, ILV_TALK_SECTION);
  assert_at (fixture, BEFORE, 0);
  g_assert_false (can (fixture, ILV_TALK_SECTION));
}

static void
test_digits (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const IlvTalkCommand others[] = {
    ILV_TALK_NEXT, ILV_TALK_PREVIOUS,     ILV_TALK_FIRST, ILV_TALK_BLACK,
    ILV_TALK_STOP, ILV_TALK_NOTES_LARGER, ILV_TALK_KEYS,  ILV_TALK_PAUSE,
  };

  go_to (fixture, POLL);
  type (fixture, "12");
  perform (fixture, ILV_TALK_ERASE);
  g_assert_cmpstr (ilv_presentation_get_digits (fixture->presentation), ==, "1");
  perform (fixture, ILV_TALK_ERASE);
  g_assert_cmpstr (ilv_presentation_get_digits (fixture->presentation), ==, "");
  assert_at (fixture, POLL, 0);
  perform (fixture, ILV_TALK_ERASE);
  assert_at (fixture, BEFORE, 0);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      type (fixture, "3");
      perform (fixture, others[i]);
      g_assert_cmpstr (ilv_presentation_get_digits (fixture->presentation), ==, "");
    }
}

/* Whatever stands before the slide goes first, and nothing is missed by that. */
static void
test_covers (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const IlvTalkCommand moves[] = { ILV_TALK_NEXT, ILV_TALK_PREVIOUS, ILV_TALK_ENTER, ILV_TALK_ERASE };
  static const IlvTalkCommand covers[] = { ILV_TALK_BLACK, ILV_TALK_WHITE, ILV_TALK_OVERVIEW };

  go_to (fixture, FIRST);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    for (guint j = 0; j < G_N_ELEMENTS (covers); j++)
      {
        perform (fixture, covers[j]);
        g_assert_true (ilv_presentation_get_cover (fixture->presentation) != ILV_COVER_NONE
                       || ilv_presentation_shows_overview (fixture->presentation));
        perform (fixture, moves[i]);
        g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_NONE);
        g_assert_false (ilv_presentation_shows_overview (fixture->presentation));
        assert_at (fixture, FIRST, 0);
      }

  perform (fixture, ILV_TALK_BLACK);
  perform (fixture, ILV_TALK_WHITE);
  g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_WHITE);
  perform (fixture, ILV_TALK_WHITE);
  g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_NONE);

  /* The end comes back from under black. */
  perform (fixture, ILV_TALK_LAST);
  perform (fixture, ILV_TALK_NEXT);
  perform (fixture, ILV_TALK_BLACK);
  g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_BLACK);
  perform (fixture, ILV_TALK_NEXT);
  g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_END);
  perform (fixture, ILV_TALK_LAST);
  g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_NONE);
}

static gboolean
get_flag (PresentationFixture *fixture, const char *property)
{
  gboolean value;

  g_object_get (fixture->presentation, property, &value, NULL);
  return value;
}

static void
test_escape (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const IlvTalkCommand everything[] = { ILV_TALK_POINTER, ILV_TALK_MAGNIFY, ILV_TALK_FREEZE,
                                               ILV_TALK_BLACK,   ILV_TALK_COUNT,   ILV_TALK_OVERVIEW };
  static const char *const order[] = { "overview", NULL,         NULL,       NULL,
                                       "frozen",   "magnifying", "pointing", NULL };

  go_to (fixture, POLL);
  for (guint i = 0; i < G_N_ELEMENTS (everything); i++)
    perform (fixture, everything[i]);
  type (fixture, "4");
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_false (ilv_presentation_is_asking (fixture->presentation));
      if (order[i] != NULL)
        g_assert_true (get_flag (fixture, order[i]));
      g_assert_cmpstr (ilv_presentation_get_digits (fixture->presentation), ==, i < 2 ? "4" : "");
      g_assert_cmpint (ilv_presentation_get_counting (fixture->presentation), ==, i < 3 ? 0 : -1);
      g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==,
                       i < 4 ? ILV_COVER_BLACK : ILV_COVER_NONE);
      perform (fixture, ILV_TALK_ESCAPE);
      if (order[i] != NULL)
        g_assert_false (get_flag (fixture, order[i]));
    }
  g_assert_true (ilv_presentation_is_asking (fixture->presentation));
  assert_at (fixture, POLL, 0);
  g_assert_cmpuint (ilv_poll_get_count (fixture->poll, 0, 0), ==, 0);
}

static void
test_asking (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const IlvTalkCommand stays[] = { ILV_TALK_ESCAPE, ILV_TALK_NEXT, ILV_TALK_PREVIOUS, ILV_TALK_ERASE,
                                          ILV_TALK_SECTION };

  go_to (fixture, FIRST);
  for (guint i = 0; i < G_N_ELEMENTS (stays); i++)
    {
      perform (fixture, ILV_TALK_ESCAPE);
      g_assert_true (ilv_presentation_is_asking (fixture->presentation));
      perform (fixture, stays[i]);
      g_assert_false (ilv_presentation_is_asking (fixture->presentation));
      assert_at (fixture, FIRST, 0);
    }

  /* Who types a number means a slide, not the end. */
  perform (fixture, ILV_TALK_ESCAPE);
  type (fixture, "5");
  g_assert_false (ilv_presentation_is_asking (fixture->presentation));
  perform (fixture, ILV_TALK_ENTER);
  assert_at (fixture, EXPERIMENT, 0);
  perform (fixture, ILV_TALK_ESCAPE);
  perform (fixture, ILV_TALK_LAST);
  g_assert_false (ilv_presentation_is_asking (fixture->presentation));

  perform (fixture, ILV_TALK_NEXT);
  perform (fixture, ILV_TALK_ESCAPE);
  g_assert_true (ilv_presentation_is_asking (fixture->presentation));
  perform (fixture, ILV_TALK_PREVIOUS);
  g_assert_false (ilv_presentation_is_asking (fixture->presentation));
  g_assert_cmpint (ilv_presentation_get_cover (fixture->presentation), ==, ILV_COVER_END);
  ilv_presentation_ask (fixture->presentation);
  perform (fixture, ILV_TALK_ENTER);
  g_assert_true (ilv_presentation_has_ended (fixture->presentation));
}

static void
test_view (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    IlvTalkCommand command;
    const char *property;
  } toggles[] = {
    { ILV_TALK_FREEZE, "frozen" },
    { ILV_TALK_POINTER, "pointing" },
    { ILV_TALK_MAGNIFY, "magnifying" },
    { ILV_TALK_OVERVIEW, "overview" },
  };
  double x, y;

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    for (guint j = 0; j < 2; j++)
      {
        g_assert_cmpint (get_flag (fixture, toggles[i].property), ==, (gboolean) j);
        perform (fixture, toggles[i].command);
        g_assert_cmpint (get_flag (fixture, toggles[i].property), ==, !j);
      }

  /* Another slide is shown whole, but frozen or pointed at as before. */
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    perform (fixture, toggles[i].command);
  go_to (fixture, FIRST);
  g_assert_true (get_flag (fixture, "frozen") && get_flag (fixture, "pointing"));
  g_assert_false (get_flag (fixture, "magnifying") || get_flag (fixture, "overview"));

  fixture->n_changes = 0;
  ilv_presentation_set_pointer (fixture->presentation, -1, 0.25);
  ilv_presentation_get_pointer (fixture->presentation, &x, &y);
  g_assert_true (x == 0 && y == 0.25);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_notes (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpuint (ilv_presentation_get_notes_size (fixture->presentation), ==, 100);
  perform (fixture, ILV_TALK_NOTES_LARGER);
  g_assert_cmpuint (ilv_presentation_get_notes_size (fixture->presentation), ==, 110);
  while (can (fixture, ILV_TALK_NOTES_LARGER))
    perform (fixture, ILV_TALK_NOTES_LARGER);
  g_assert_cmpuint (ilv_presentation_get_notes_size (fixture->presentation), ==, ILV_NOTES_SIZE_MAX);
  while (can (fixture, ILV_TALK_NOTES_SMALLER))
    perform (fixture, ILV_TALK_NOTES_SMALLER);
  g_assert_cmpuint (ilv_presentation_get_notes_size (fixture->presentation), ==, ILV_NOTES_SIZE_MIN);
}

static void
count_change (guint *n_changes)
{
  (*n_changes)++;
}

/* What changes at once is told of once. */
static void
test_notify (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint n_slides = 0, n_covers = 0;

  g_signal_connect_swapped (fixture->presentation, "notify::slide", G_CALLBACK (count_change), &n_slides);
  g_signal_connect_swapped (fixture->presentation, "notify::cover", G_CALLBACK (count_change), &n_covers);
  perform (fixture, ILV_TALK_BLACK);
  g_assert_cmpuint (n_covers, ==, 1);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  go_to (fixture, TITLE);
  g_assert_cmpuint (n_slides, ==, 0);
  g_assert_cmpuint (n_covers, ==, 2);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  go_to (fixture, SCENE);
  g_assert_cmpuint (n_slides, ==, 1);
  g_assert_cmpuint (n_covers, ==, 2);
  perform (fixture, ILV_TALK_PAUSE);
  g_assert_true (ilv_talk_clock_is_paused (ilv_presentation_get_clock (fixture->presentation)));
  perform (fixture, ILV_TALK_SWAP);
  assert_performed (fixture, "other@7");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  presentation_fixture_add ("/talk/presentation/next", test_next);
  presentation_fixture_add ("/talk/presentation/previous", test_previous);
  presentation_fixture_add ("/talk/presentation/jumps", test_jumps);
  presentation_fixture_add ("/talk/presentation/digits", test_digits);
  presentation_fixture_add ("/talk/presentation/covers", test_covers);
  presentation_fixture_add ("/talk/presentation/escape", test_escape);
  presentation_fixture_add ("/talk/presentation/asking", test_asking);
  presentation_fixture_add ("/talk/presentation/view", test_view);
  presentation_fixture_add ("/talk/presentation/notes", test_notes);
  presentation_fixture_add ("/talk/presentation/notify", test_notify);

  return g_test_run ();
}
