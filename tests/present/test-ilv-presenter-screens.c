/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A talk on two screens, one of which comes and goes. */

#include "presenter-fixture.h"
#include "screen-rig.h"

#define LAPTOP 0
#define PROJECTOR 1

/* Whether the window covers all of that screen, with the frame that it has where nothing composites. */
static gboolean
fills (GtkWindow *window, guint nth)
{
  g_autoptr (GdkMonitor) monitor = NULL;
  GdkSurface *surface;
  GdkRectangle place;

  if (window == NULL || !gtk_widget_get_mapped (GTK_WIDGET (window)) || screen_rig_count () <= nth)
    return FALSE;
  monitor = screen_rig_get_monitor (nth);
  surface = gtk_native_get_surface (GTK_NATIVE (window));
  gdk_monitor_get_geometry (monitor, &place);
  return gdk_display_get_monitor_at_surface (gdk_display_get_default (), surface) == monitor
         && gtk_window_is_fullscreen (window)
         && gdk_surface_get_width (surface) == place.width
         && gdk_surface_get_height (surface) == place.height;
}

static void
assert_placed (PresenterFixture *fixture, guint audience, guint console)
{
  ui_test_wait_until (fills (ilv_presenter_get_audience (fixture->presenter), audience));
  ui_test_wait_until (fills (ilv_presenter_get_console (fixture->presenter), console));
  g_assert_true (presenter_fixture_shows_console (fixture));
  g_assert_false (presenter_fixture_is_alone (fixture));
}

static int
get_format (PresenterFixture *fixture)
{
  return ilv_deck_get_slide_width (
    ilv_presentation_get_deck (presenter_fixture_get_presentation (fixture)));
}

static void
test_start (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_placed (fixture, PROJECTOR, LAPTOP);
  g_assert_cmpint (get_format (fixture), ==, 1920);
}

/* The slides follow the format of the screen that the room sees. */
static void
test_swap (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_placed (fixture, PROJECTOR, LAPTOP);
  presenter_fixture_perform (fixture, ILV_TALK_SWAP);
  assert_placed (fixture, LAPTOP, PROJECTOR);
  ui_test_wait_until (get_format (fixture) == 1728);
  presenter_fixture_perform (fixture, ILV_TALK_SWAP);
  assert_placed (fixture, PROJECTOR, LAPTOP);
  ui_test_wait_until (get_format (fixture) == 1920);
}

/* Where a compositor shows one window full screen at a time, as sway does, the audience's window is out
 * of sight meanwhile, and not told of what it is. */
static gboolean
has_fallen_back (GtkWindow *audience)
{
  return screen_rig_is_wayland () || !gtk_window_is_fullscreen (audience);
}

/* The talk goes on while the projector is away, and returns to it. */
static void
test_unplug (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvPresentation *presentation = presenter_fixture_get_presentation (fixture);
  GtkWindow *audience = ilv_presenter_get_audience (fixture->presenter);
  guint slide = ilv_presentation_get_slide_number (presentation);

  assert_placed (fixture, PROJECTOR, LAPTOP);
  for (guint i = 0; i < 2; i++)
    {
      screen_rig_unplug ();
      ui_test_wait_until (has_fallen_back (audience));
      ui_test_wait_until (presenter_fixture_is_alone (fixture));
      ui_test_wait_until (fills (ilv_presenter_get_console (fixture->presenter), LAPTOP));
      presenter_fixture_perform (fixture, ILV_TALK_BLACK);
      screen_rig_plug ();
      assert_placed (fixture, PROJECTOR, LAPTOP);
      g_assert_cmpint (ilv_presentation_get_cover (presentation), ==, ILV_COVER_BLACK);
      presenter_fixture_perform (fixture, ILV_TALK_BLACK);
    }
  g_assert_cmpuint (ilv_slide_get_parts (ilv_presentation_get_slide (presentation))->section, ==, 1);
  ui_test_wait_until (get_format (fixture) == 1920);
  g_assert_cmpuint (ilv_presentation_get_slide_number (presentation), ==, slide);
  g_assert_cmpuint (fixture->n_ended, ==, 0);
}

/* The presenter's window is on the laptop. */
static void
set_up (PresenterFixture *fixture, gconstpointer application)
{
  g_autoptr (GdkMonitor) monitor = screen_rig_get_monitor (LAPTOP);

  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->parent);
  ui_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->parent)));
  gtk_window_fullscreen_on_monitor (fixture->parent, monitor);
  ui_test_wait_until (fills (fixture->parent, LAPTOP));
  presenter_fixture_set_up (fixture, application);
}

/* A talk that began without a projector. */
static void
set_up_single (PresenterFixture *fixture, gconstpointer application)
{
  screen_rig_unplug ();
  set_up (fixture, application);
}

static void
test_plug (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_wait_until (fills (ilv_presenter_get_audience (fixture->presenter), LAPTOP));
  g_assert_true (presenter_fixture_is_alone (fixture));
  g_assert_false (presenter_fixture_shows_console (fixture));
  screen_rig_plug ();
  assert_placed (fixture, PROJECTOR, LAPTOP);
  ui_test_wait_until (get_format (fixture) == 1920);
}

/* The screen that the room had last time is the room's again. */
static void
test_remember (PresenterFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_placed (fixture, PROJECTOR, LAPTOP);
  presenter_fixture_perform (fixture, ILV_TALK_SWAP);
  assert_placed (fixture, LAPTOP, PROJECTOR);
  g_assert_finalize_object (fixture->presenter);
  presenter_fixture_start (fixture);
  assert_placed (fixture, LAPTOP, PROJECTOR);
}

#define add(path, application, set_up, function)                                                   \
  g_test_add (path, PresenterFixture, application, set_up, function, presenter_fixture_tear_down)

int
main (int argc, char *argv[])
{
  GtkApplication *application;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = presenter_fixture_create_application ();

  add ("/present/presenter-screens/start", application, set_up, test_start);
  add ("/present/presenter-screens/swap", application, set_up, test_swap);
  add ("/present/presenter-screens/unplug", application, set_up, test_unplug);
  add ("/present/presenter-screens/plug", application, set_up_single, test_plug);
  add ("/present/presenter-screens/remember", application, set_up, test_remember);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
