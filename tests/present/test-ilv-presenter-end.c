/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing of a talk is left when it has ended, in the middle of whatever it was. */

#include "presenter-fixture.h"

/* Each of them is ended in both ways: by the presenter, and by whoever has begun the talk. */
static const struct
{
  IlvSlideKind kind;
  IlvTalkCommand commands[3]; /* up to ILV_TALK_NEXT */
} moments[] = {
  { ILV_SLIDE_TITLE, { ILV_TALK_NEXT } },
  { ILV_SLIDE_TEXT, { ILV_TALK_CONSOLE, ILV_TALK_NEXT } },
  { ILV_SLIDE_TEXT, { ILV_TALK_CONSOLE, ILV_TALK_CONSOLE, ILV_TALK_NEXT } },
  { ILV_SLIDE_POLL, { ILV_TALK_CONSOLE, ILV_TALK_COUNT, ILV_TALK_NEXT } },
  { ILV_SLIDE_EXPERIMENT, { ILV_TALK_CONSOLE, ILV_TALK_RUN, ILV_TALK_NEXT } },
  { ILV_SLIDE_EXPERIMENT, { ILV_TALK_RUN, ILV_TALK_FREEZE, ILV_TALK_NEXT } },
  { ILV_SLIDE_EXPERIMENT, { ILV_TALK_SETTINGS, ILV_TALK_RUN, ILV_TALK_NEXT } },
  { ILV_SLIDE_ANSWER, { ILV_TALK_OVERVIEW, ILV_TALK_NEXT } },
  { ILV_SLIDE_TEXT, { ILV_TALK_KEYS, ILV_TALK_BLACK, ILV_TALK_NEXT } },
  { ILV_SLIDE_TEXT, { ILV_TALK_MAGNIFY, ILV_TALK_ESCAPE, ILV_TALK_NEXT } },
  { ILV_SLIDE_TEXT, { ILV_TALK_ESCAPE, ILV_TALK_NEXT } },
};

static void
on_gone (gpointer data, GObject *object G_GNUC_UNUSED)
{
  (*(guint *) data)--;
}

static void
watch (gpointer object, guint *n_alive)
{
  (*n_alive)++;
  g_object_weak_ref (object, on_gone, n_alive);
}

/* Whatever shows slides or runs experiments keeps the presentation. */
static void
watch_talk (PresenterFixture *fixture, guint *n_alive)
{
  watch (presenter_fixture_get_presentation (fixture), n_alive);
  for (GList *link = gtk_application_get_windows (fixture->application); link != NULL; link = link->next)
    watch (link->data, n_alive);
}

static void
go_to (PresenterFixture *fixture, IlvSlideKind kind)
{
  IlvPresentation *presentation = presenter_fixture_get_presentation (fixture);
  IlvDeck *deck = ilv_presentation_get_deck (presentation);
  guint slide = 0;

  while (ilv_slide_get_kind (ilv_deck_get_slide (deck, slide)) != kind)
    g_assert_cmpuint (++slide, <, ilv_deck_get_n_slides (deck));
  ilv_presentation_go_to (presentation, slide);
}

static gboolean
is_drawn (PresenterFixture *fixture)
{
  GtkWidget *audience = GTK_WIDGET (ilv_presenter_get_audience (fixture->presenter));

  return gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (audience)) > 1;
}

static void
give_talk (PresenterFixture *fixture, guint moment, gboolean ends)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n_alive = 0;

  ui_test_wait_until (is_drawn (fixture));
  go_to (fixture, moments[moment].kind);
  for (guint i = 0; moments[moment].commands[i] != ILV_TALK_NEXT; i++)
    presenter_fixture_perform (fixture, moments[moment].commands[i]);
  g_main_context_iteration (NULL, FALSE);
  watch_talk (fixture, &n_alive);
  g_assert_cmpuint (n_alive, >=, 3);
  if (ends)
    presenter_fixture_perform (fixture, ILV_TALK_END);
  g_assert_finalize_object (fixture->presenter);
  ui_test_wait_until (n_alive == 0);
  g_assert_cmpuint (g_list_model_get_n_items (toplevels), ==, 0);
}

static void
test_everything_goes (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (moments); i++)
    {
      give_talk (fixture, i / 2, i % 2 == 0);
      presenter_fixture_start (fixture);
    }
  g_assert_cmpuint (fixture->n_ended, ==, G_N_ELEMENTS (moments));
}

/* The window that it was started from may go first. */
static void
test_parent_goes_first (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->presenter);
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->parent);
  presenter_fixture_start (fixture);
  g_clear_pointer (&fixture->parent, gtk_window_destroy);
  give_talk (fixture, 0, TRUE);
  presenter_fixture_start (fixture);
}

int
main (int argc, char *argv[])
{
  GtkApplication *application;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = presenter_fixture_create_application ();

  presenter_fixture_add ("/present/presenter-end/everything-goes", application, test_everything_goes);
  presenter_fixture_add ("/present/presenter-end/parent-goes-first", application,
                         test_parent_goes_first);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
