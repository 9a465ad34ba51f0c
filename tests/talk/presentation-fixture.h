/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A talk for tests, with a clock that they set. */

#pragma once

#include "ilv-presentation.h"
#include "talk-fixture.h"

G_BEGIN_DECLS

/* Of this lesson of 42 minutes, with the weights of the slides beside their names. */
#define PRESENTATION_FIXTURE_LESSON                                                                \
  "# First\n\nWords.\n\n---\n\n"                                                                   \
  "# Second\n\nBefore.\n\n"                                                                        \
  "```predict\n[Predict]\nId=fast\nKind=choice\nQuestion=How fast?\nRoom=How fast, all of you?\n"  \
  "Measure=right.makespan-ratio\n[Choice 1]\nText=As fast\nTo=1.5\nExplanation=E1\n"               \
  "[Choice 2]\nText=Twice\nFrom=1.5\nTo=2.5\nExplanation=E2\n"                                     \
  "[Choice 3]\nText=More\nFrom=2.5\nExplanation=E3\n```\n\n"                                       \
  "```compare\n[Compare]\nTitle=C\nLeft=sequential\nRight=thread-pool\nProcessors=2\n"             \
  "[Task A]\nSteps=cpu 5ms\n[Task B]\nSteps=cpu 5ms\n```\n\nAfter.\n\n---\n\n"                      \
  "# Third\n\n```scene\n[Scene]\nKind=computer\n```\n\n---\n\n# Last\n\nThe end.\n"

enum
{
  TITLE,      /* 1 */
  FIRST,      /* 2 */
  BEFORE,     /* 2 */
  POLL,       /* 4 */
  EXPERIMENT, /* 3 */
  ANSWER,     /* 2 */
  AFTER,      /* 2 */
  SCENE,      /* 3 */
  LAST,       /* 2 */
  N_SLIDES,
};

#define COMPARISON 0 /* the number of its experiment */

typedef struct
{
  gint64 now_ns;
  IlvLesson *lesson;
  IlvDeck *deck;
  IlvPresentation *presentation;
  IlvPoll *poll;
  GString *performed; /* names of what was asked for, and the slide at that moment */
  guint n_changes;    /* of what can be done */
} PresentationFixture;

static inline gint64
presentation_fixture_read_time (gpointer data)
{
  return *(gint64 *) data;
}

static inline void
presentation_fixture_on_performed (PresentationFixture *fixture, guint command)
{
  g_string_append_printf (fixture->performed, "%s%s@%u", fixture->performed->len > 0 ? " " : "",
                          command == ILV_TALK_RUN    ? "run"
                          : command == ILV_TALK_STOP ? "stop"
                                                     : "other",
                          ilv_presentation_get_slide_number (fixture->presentation));
}

static inline void
presentation_fixture_on_changed (PresentationFixture *fixture)
{
  fixture->n_changes++;
}

static inline void
presentation_fixture_set_up (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const IlvSlideKind kinds[] = {
    ILV_SLIDE_TITLE,  ILV_SLIDE_TEXT, ILV_SLIDE_TEXT,  ILV_SLIDE_POLL, ILV_SLIDE_EXPERIMENT,
    ILV_SLIDE_ANSWER, ILV_SLIDE_TEXT, ILV_SLIDE_SCENE, ILV_SLIDE_TEXT,
  };
  g_autoptr (IlvTalkClock) clock = NULL;

  fixture->lesson = talk_fixture_create_lesson_of (42, PRESENTATION_FIXTURE_LESSON);
  fixture->deck = ilv_deck_new (fixture->lesson, &talk_fixture_ten_lines);
  g_assert_cmpuint (ilv_deck_get_n_slides (fixture->deck), ==, N_SLIDES);
  for (guint i = 0; i < N_SLIDES; i++)
    g_assert_cmpint (ilv_slide_get_kind (ilv_deck_get_slide (fixture->deck, i)), ==, kinds[i]);

  fixture->now_ns = 1000;
  clock = ilv_talk_clock_new (presentation_fixture_read_time, &fixture->now_ns);
  fixture->presentation = ilv_presentation_new (fixture->deck, clock);
  fixture->poll = ilv_presentation_get_poll (fixture->presentation, 0);
  fixture->performed = g_string_new (NULL);
  g_signal_connect_swapped (fixture->presentation, "performed",
                            G_CALLBACK (presentation_fixture_on_performed), fixture);
  g_signal_connect_swapped (fixture->presentation, "commands-changed",
                            G_CALLBACK (presentation_fixture_on_changed), fixture);
}

static inline void
presentation_fixture_tear_down (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_string_free (fixture->performed, TRUE);
  g_assert_finalize_object (fixture->presentation);
  g_assert_finalize_object (fixture->deck);
  g_object_unref (fixture->lesson);
}

static inline void
perform (PresentationFixture *fixture, IlvTalkCommand command)
{
  ilv_presentation_perform (fixture->presentation, command);
}

static inline gboolean
can (PresentationFixture *fixture, IlvTalkCommand command)
{
  return ilv_presentation_can_perform (fixture->presentation, command);
}

static inline void
type (PresentationFixture *fixture, const char *digits)
{
  for (; *digits != '\0'; digits++)
    ilv_presentation_type_digit (fixture->presentation, (guint) g_ascii_digit_value (*digits));
}

static inline void
go_to (PresentationFixture *fixture, guint slide)
{
  ilv_presentation_go_to (fixture->presentation, slide);
}

static inline void
set_run (PresentationFixture *fixture, IlvRunState state)
{
  ilv_presentation_set_run_state (fixture->presentation, COMPARISON, state);
}

#define assert_at(fixture, slide, step)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpuint (ilv_presentation_get_slide_number ((fixture)->presentation), ==, (slide));   \
    g_assert_cmpuint (ilv_presentation_get_step ((fixture)->presentation), ==, (step));            \
  }                                                                                                \
  G_STMT_END

/* What was asked for since the last time. */
#define assert_performed(fixture, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpstr ((fixture)->performed->str, ==, (expected));                                   \
    g_string_truncate ((fixture)->performed, 0);                                                   \
  }                                                                                                \
  G_STMT_END

#define presentation_fixture_add(path, function)                                                   \
  g_test_add (path, PresentationFixture, NULL, presentation_fixture_set_up, function,              \
              presentation_fixture_tear_down)

G_END_DECLS
