/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A talk that is being given. */

#pragma once

#include "ilv-audience-window.h"
#include "ilv-presenter.h"
#include "present-test.h"

G_BEGIN_DECLS

typedef struct
{
  GtkApplication *application;
  UiTestLesson lesson;
  IlvPythons *pythons;
  GtkWindow *parent; /* (nullable) */
  IlvPresenter *presenter;
  guint n_ended;
} PresenterFixture;

static inline void
presenter_fixture_count (guint *n_calls)
{
  (*n_calls)++;
}

/* At the second section. */
static inline void
presenter_fixture_start (PresenterFixture *fixture)
{
  IlvLessonContext context = {
    .lesson = "lesson",
    .progress = fixture->lesson.progress,
    .settings = fixture->lesson.settings,
    .pythons = fixture->pythons,
  };

  fixture->presenter
    = ilv_presenter_new (fixture->application, fixture->parent, fixture->lesson.lesson, 1, &context);
  g_signal_connect_swapped (fixture->presenter, "ended", G_CALLBACK (presenter_fixture_count),
                            &fixture->n_ended);
}

static inline void
presenter_fixture_set_up (PresenterFixture *fixture, gconstpointer application)
{
  fixture->application = (GtkApplication *) application;
  ui_test_lesson_init (&fixture->lesson, PRESENT_TEST_LESSON);
  fixture->pythons = ilv_pythons_new (NULL);
  presenter_fixture_start (fixture);
}

/* Nothing of the talk is left, whether it has ended or not. */
static inline void
presenter_fixture_tear_down (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->presenter);
  g_assert_null (gtk_application_get_windows (fixture->application));
  g_clear_pointer (&fixture->parent, gtk_window_destroy);
  ui_test_wait_until (!ilv_pythons_is_searching (fixture->pythons));
  g_assert_finalize_object (fixture->pythons);
  g_settings_reset (fixture->lesson.settings, "projector-connector");
  g_settings_reset (fixture->lesson.settings, "projector-model");
  ui_test_lesson_clear (&fixture->lesson);
}

static inline IlvPresentation *
presenter_fixture_get_presentation (PresenterFixture *fixture)
{
  return ilv_presenter_get_presentation (fixture->presenter);
}

static inline void
presenter_fixture_perform (PresenterFixture *fixture, IlvTalkCommand command)
{
  ilv_presentation_perform (presenter_fixture_get_presentation (fixture), command);
}

static inline gboolean
presenter_fixture_is_alone (PresenterFixture *fixture)
{
  GtkWindow *audience = ilv_presenter_get_audience (fixture->presenter);

  return ilv_audience_window_is_alone (ILV_AUDIENCE_WINDOW (audience));
}

static inline gboolean
presenter_fixture_shows_console (PresenterFixture *fixture)
{
  GtkWindow *console = ilv_presenter_get_console (fixture->presenter);

  return console != NULL && gtk_widget_get_visible (GTK_WIDGET (console));
}

/* (transfer full): for all cases of a program. */
static inline GtkApplication *
presenter_fixture_create_application (void)
{
  GtkApplication *application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  return application;
}

#define presenter_fixture_add(path, application, function)                                         \
  g_test_add (path, PresenterFixture, application, presenter_fixture_set_up, function,             \
              presenter_fixture_tear_down)

G_END_DECLS
