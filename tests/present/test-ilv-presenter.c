/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A talk on one screen; for two see test-ilv-presenter-screens.c. */

#include "ilv-slide-format.h"
#include "presenter-fixture.h"

/* The room's window alone, on all of the screen, with slides of its format, at the section. */
static void
test_start (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvPresentation *presentation = ilv_presenter_get_presentation (fixture->presenter);
  GtkWindow *audience = ilv_presenter_get_audience (fixture->presenter);
  IlvDeck *deck;

  ui_test_wait_until (gtk_window_is_fullscreen (audience));
  ui_test_wait_until (gtk_widget_get_width (GTK_WIDGET (audience)) == 1280
                      && gtk_widget_get_height (GTK_WIDGET (audience)) == 1024);
  g_assert_false (presenter_fixture_shows_console (fixture));
  g_assert_true (presenter_fixture_is_alone (fixture));
  deck = ilv_presentation_get_deck (presentation);
  g_assert_cmpint (ilv_deck_get_slide_width (deck), ==, ilv_slide_format_get_width (1280, 1024));
  g_assert_cmpuint (ilv_slide_get_parts (ilv_presentation_get_slide (presentation))->section, ==, 1);
  g_assert_cmpuint (ilv_presentation_get_slide_number (presentation), ==, ilv_deck_find_section (deck, 1));
}

static void
test_console (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *console;

  for (guint i = 0; i < 2; i++)
    {
      presenter_fixture_perform (fixture, ILV_TALK_CONSOLE);
      g_assert_true (presenter_fixture_shows_console (fixture));
      /* It may lie below. */
      g_assert_true (presenter_fixture_is_alone (fixture));
      presenter_fixture_perform (fixture, ILV_TALK_CONSOLE);
      g_assert_false (presenter_fixture_shows_console (fixture));
    }

  presenter_fixture_perform (fixture, ILV_TALK_CONSOLE);
  console = ilv_presenter_get_console (fixture->presenter);
  gtk_window_close (console);
  g_assert_false (presenter_fixture_shows_console (fixture));
  g_assert_true (console == ilv_presenter_get_console (fixture->presenter));
  g_assert_false (ilv_presentation_has_ended (ilv_presenter_get_presentation (fixture->presenter)));
}

/* With one screen, the other window comes to the front. */
static void
test_swap (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *audience = ilv_presenter_get_audience (fixture->presenter);

  ui_test_wait_until (gtk_window_is_active (audience));
  presenter_fixture_perform (fixture, ILV_TALK_SWAP);
  ui_test_wait_until (gtk_window_is_active (ilv_presenter_get_console (fixture->presenter)));
  presenter_fixture_perform (fixture, ILV_TALK_SWAP);
  ui_test_wait_until (gtk_window_is_active (audience));
  g_assert_true (presenter_fixture_shows_console (fixture));
  presenter_fixture_perform (fixture, ILV_TALK_SWAP);
  ui_test_wait_until (gtk_window_is_active (ilv_presenter_get_console (fixture->presenter)));
}

static void
test_end (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  presenter_fixture_perform (fixture, ILV_TALK_CONSOLE);
  presenter_fixture_perform (fixture, ILV_TALK_END);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
  g_assert_null (ilv_presenter_get_audience (fixture->presenter));
  g_assert_null (ilv_presenter_get_console (fixture->presenter));
  g_assert_null (gtk_application_get_windows (fixture->application));
  ilv_presenter_end (fixture->presenter);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
}

/* Whoever starts it can let go of it at any time. */
static void
test_drop (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  presenter_fixture_perform (fixture, ILV_TALK_CONSOLE);
  g_assert_cmpuint (fixture->n_ended, ==, 0);
}

/* A window of another format gets other slides, and the talk goes on where it is. */
static void
test_format (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvPresentation *presentation = ilv_presenter_get_presentation (fixture->presenter);
  GtkWindow *audience = ilv_presenter_get_audience (fixture->presenter);

  ui_test_wait_until (gtk_window_is_fullscreen (audience));
  presenter_fixture_perform (fixture, ILV_TALK_NEXT);
  presenter_fixture_perform (fixture, ILV_TALK_BLACK);
  gtk_window_set_default_size (audience, 960, 540);
  gtk_window_unfullscreen (audience);
  ui_test_wait_until (ilv_deck_get_slide_width (ilv_presentation_get_deck (presentation)) == 1920);
  g_assert_cmpuint (ilv_slide_get_parts (ilv_presentation_get_slide (presentation))->section, ==, 1);
  g_assert_cmpint (ilv_presentation_get_cover (presentation), ==, ILV_COVER_BLACK);
}

int
main (int argc, char *argv[])
{
  GtkApplication *application;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = presenter_fixture_create_application ();

  presenter_fixture_add ("/present/presenter/start", application, test_start);
  presenter_fixture_add ("/present/presenter/console", application, test_console);
  presenter_fixture_add ("/present/presenter/swap", application, test_swap);
  presenter_fixture_add ("/present/presenter/end", application, test_end);
  presenter_fixture_add ("/present/presenter/drop", application, test_drop);
  presenter_fixture_add ("/present/presenter/format", application, test_format);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
