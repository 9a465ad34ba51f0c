/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A lesson that is presented, with a clock that stands still until a test moves it. */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"
#include "ilv-slide-measure.h"
#include "ilv-stage-set.h"
#include "ui-test-lesson.h"

G_BEGIN_DECLS

#define PRESENT_TEST_SECOND G_GINT64_CONSTANT (1000000000)

/* A title, a text with notes, a comparison with a prediction and other notes, and a text without. */
#define PRESENT_TEST_LESSON                                                                        \
  "# Words\n\nSome text.\n\n<!-- note:\nSay *this* first,\nthen wait.\n\nThen that.\n-->\n\n---\n\n"    \
  "# Who is sooner?\n\n```predict\n[Predict]\nId=sooner\nKind=choice\nQuestion=Which side?\n"      \
  "Measure=right.makespan-ratio\n[Choice 1]\nText=Left\nTo=0.8\nExplanation=No.\n[Choice 2]\n"    \
  "Text=Both\nFrom=0.8\nExplanation=Yes.\n```\n\n"                                                \
  "```compare\n[Compare]\nLeft=sequential\nRight=thread-pool\n[Task A]\nSteps=cpu 4ms\n[Task B]\n"  \
  "Steps=cpu 4ms\n```\n\n<!-- note:\nLet everyone vote.\n-->\n\n---\n\n# Take away\n\nThe end.\n"

typedef struct
{
  UiTestLesson lesson;
  gint64 now_ns;
  IlvTalkClock *clock;
  IlvPresentation *presentation;
  IlvPythons *pythons;
  IlvStageSet *stages;
} PresentFixture;

static inline gint64
present_test_now (gpointer data)
{
  return ((PresentFixture *) data)->now_ns;
}

static inline void
present_test_set_up (PresentFixture *fixture, gconstpointer data)
{
  IlvLessonContext context = { .lesson = "lesson" };
  g_autoptr (IlvDeck) deck = NULL;

  ui_test_lesson_init (&fixture->lesson, data != NULL ? data : PRESENT_TEST_LESSON);
  deck = ilv_slide_measure_create_deck (fixture->lesson.lesson, 1920);
  fixture->clock = ilv_talk_clock_new (present_test_now, fixture);
  fixture->presentation = ilv_presentation_new (deck, fixture->clock);
  fixture->pythons = ilv_pythons_new (NULL);
  context.progress = fixture->lesson.progress;
  context.settings = fixture->lesson.settings;
  context.pythons = fixture->pythons;
  fixture->stages = ilv_stage_set_new (fixture->presentation, &context);
}

static inline void
present_test_tear_down (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->stages);
  g_assert_finalize_object (fixture->presentation);
  g_assert_finalize_object (fixture->clock);
  ui_test_wait_until (!ilv_pythons_is_searching (fixture->pythons));
  /* Widgets that were on a screen go a little later. */
  ui_test_wait_until (G_OBJECT (fixture->pythons)->ref_count == 1);
  g_assert_finalize_object (fixture->pythons);
  ui_test_lesson_clear (&fixture->lesson);
}

/* Goes to the first slide of that kind. */
static inline void
present_test_show (PresentFixture *fixture, IlvSlideKind kind)
{
  IlvDeck *deck = ilv_presentation_get_deck (fixture->presentation);
  guint slide = 0;

  while (ilv_slide_get_kind (ilv_deck_get_slide (deck, slide)) != kind)
    g_assert_cmpuint (++slide, <, ilv_deck_get_n_slides (deck));
  ilv_presentation_go_to (fixture->presentation, slide);
}

#define present_test_add_lesson(path, lesson, function)                                            \
  g_test_add (path, PresentFixture, lesson, present_test_set_up, function, present_test_tear_down)

#define present_test_add(path, function) present_test_add_lesson (path, NULL, function)

G_END_DECLS
