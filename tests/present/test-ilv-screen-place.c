/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-screen-place.h"

#include "screen-rig.h"

typedef struct
{
  IlvScreens *screens;
  GtkWindow *window;
  IlvScreenPlace *place;
  guint n_away;
} Fixture;

static void
on_away (Fixture *fixture)
{
  fixture->n_away++;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->screens = ilv_screens_new (gdk_display_get_default (), NULL);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1280, 720);
  fixture->place = ilv_screen_place_new (fixture->screens, fixture->window);
  g_signal_connect_swapped (fixture->place, "notify::away", G_CALLBACK (on_away), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (fixture->place);
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  g_object_unref (fixture->screens);
}

static void
set_screen (Fixture *fixture, guint number)
{
  ilv_screen_place_set_screen (fixture->place,
                               ilv_screens_get_list (fixture->screens)->pdata[number]);
}

/* Whether the window covers all of the screen of that number, and no more. */
static gboolean
fills (Fixture *fixture, GtkWindow *window, guint number)
{
  GPtrArray *list = ilv_screens_get_list (fixture->screens);
  const IlvScreen *screen;

  if (number >= list->len)
    return FALSE;
  screen = list->pdata[number];
  return gtk_window_is_fullscreen (window) &&
         ilv_screens_find_window (fixture->screens, window) == number &&
         gtk_widget_get_width (GTK_WIDGET (window)) == screen->width &&
         gtk_widget_get_height (GTK_WIDGET (window)) == screen->height;
}

/* Whether it is an ordinary window on the only screen, which leaves room for others: unless the
 * compositor tiles its windows, as it does under Wayland here. */
static gboolean
is_normal (Fixture *fixture)
{
  const IlvScreen *screen = ilv_screens_get_list (fixture->screens)->pdata[0];
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->window));
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->window));

  if (gtk_window_is_fullscreen (fixture->window) ||
      ilv_screens_find_window (fixture->screens, fixture->window) != 0)
    return FALSE;
  return screen_rig_is_wayland () ||
         (width < screen->width * 3 / 4 && height < screen->height * 3 / 4);
}

static void
test_full_screen (Fixture *fixture, gconstpointer data)
{
  gboolean before = GPOINTER_TO_INT (data);

  g_assert_null (ilv_screen_place_get_screen (fixture->place));
  if (before)
    set_screen (fixture, 1);
  gtk_window_present (fixture->window);
  if (!before)
    {
      ui_test_wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->window)) > 0);
      set_screen (fixture, 1);
    }
  ui_test_wait_until (fills (fixture, fixture->window, 1));
  g_assert_false (ilv_screen_place_is_away (fixture->place));

  set_screen (fixture, 0);
  ui_test_wait_until (fills (fixture, fixture->window, 0));
  set_screen (fixture, 1);
  ui_test_wait_until (fills (fixture, fixture->window, 1));

  ilv_screen_place_set_screen (fixture->place, NULL);
  ui_test_wait_until (!gtk_window_is_fullscreen (fixture->window));
  g_assert_false (ilv_screen_place_is_away (fixture->place));
  g_assert_cmpuint (fixture->n_away, ==, 0);
}

static void
test_unplug (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_screen (fixture, 1);
  gtk_window_present (fixture->window);
  ui_test_wait_until (fills (fixture, fixture->window, 1));

  for (guint i = 1; i <= 2; i++)
    {
      screen_rig_call ("off");
      ui_test_wait_until (ilv_screen_place_is_away (fixture->place));
      ui_test_wait_until (is_normal (fixture));
      screen_rig_settle ();
      g_assert_true (is_normal (fixture));
      g_assert_cmpuint (fixture->n_away, ==, 2 * i - 1);

      screen_rig_call ("on");
      ui_test_wait_until (fills (fixture, fixture->window, 1));
      screen_rig_settle ();
      g_assert_true (fills (fixture, fixture->window, 1));
      g_assert_false (ilv_screen_place_is_away (fixture->place));
      g_assert_cmpuint (fixture->n_away, ==, 2 * i);
      g_assert_true (ilv_screen_equal (ilv_screen_place_get_screen (fixture->place),
                                       ilv_screens_get_list (fixture->screens)->pdata[1]));
    }
}

/* The talk begins before the projector is plugged in. */
static void
test_wait (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvScreen) projector =
    ilv_screen_copy (ilv_screens_get_list (fixture->screens)->pdata[1]);

  screen_rig_call ("off");
  ui_test_wait_until (ilv_screens_get_list (fixture->screens)->len == 1);
  gtk_window_present (fixture->window);
  ui_test_wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->window)) > 0);
  set_screen (fixture, 0);
  ui_test_wait_until (fills (fixture, fixture->window, 0));

  ilv_screen_place_set_screen (fixture->place, projector);
  g_assert_true (ilv_screen_place_is_away (fixture->place));
  ui_test_wait_until (is_normal (fixture));

  screen_rig_call ("on");
  ui_test_wait_until (fills (fixture, fixture->window, 1));
  g_assert_false (ilv_screen_place_is_away (fixture->place));
}

/* Two windows change places, and one does not care about the other's screen; but sway has one
 * window full screen a workspace, and so ends that of the console when the other window joins it.
 */
static void
test_two (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *console = GTK_WINDOW (gtk_window_new ());
  g_autoptr (IlvScreenPlace) place = ilv_screen_place_new (fixture->screens, console);

  ilv_screen_place_set_screen (place, ilv_screens_get_list (fixture->screens)->pdata[1]);
  set_screen (fixture, 0);
  gtk_window_present (fixture->window);
  gtk_window_present (console);
  ui_test_wait_until (fills (fixture, fixture->window, 0) && fills (fixture, console, 1));

  ilv_screen_place_set_screen (place, ilv_screens_get_list (fixture->screens)->pdata[0]);
  set_screen (fixture, 1);
  ui_test_wait_until (fills (fixture, fixture->window, 1) && fills (fixture, console, 0));

  screen_rig_call ("off");
  ui_test_wait_until (is_normal (fixture) &&
                      (screen_rig_is_wayland () || fills (fixture, console, 0)));
  g_assert_false (ilv_screen_place_is_away (place));
  screen_rig_call ("on");
  ui_test_wait_until (fills (fixture, fixture->window, 1));
  g_assert_true (screen_rig_is_wayland () || fills (fixture, console, 0));
  gtk_window_destroy (console);
}

/* Whoever leaves full screen by the window manager has it so, whatever the screens do, until it is
 * asked for again. */
static void
test_left (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_screen (fixture, 1);
  gtk_window_present (fixture->window);
  ui_test_wait_until (fills (fixture, fixture->window, 1));

  gtk_window_unfullscreen (fixture->window);
  ui_test_wait_until (!gtk_window_is_fullscreen (fixture->window));
  g_signal_emit_by_name (fixture->screens, "changed");
  screen_rig_settle ();
  screen_rig_settle ();
  g_assert_false (gtk_window_is_fullscreen (fixture->window));

  set_screen (fixture, 1);
  ui_test_wait_until (fills (fixture, fixture->window, 1));
}

/* The window may be closed first. */
static void
test_closed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_screen (fixture, 1);
  gtk_window_present (fixture->window);
  ui_test_wait_until (fills (fixture, fixture->window, 1));

  g_clear_pointer (&fixture->window, gtk_window_destroy);
  screen_rig_call ("off");
  ui_test_wait_until (ilv_screen_place_is_away (fixture->place));
  screen_rig_call ("on");
  ui_test_wait_until (!ilv_screen_place_is_away (fixture->place));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer), gboolean before)
{
  g_test_add (path, Fixture, GINT_TO_POINTER (before), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("/present/screen-place/full-screen", test_full_screen, FALSE);
  add ("/present/screen-place/full-screen-first", test_full_screen, TRUE);
  add ("/present/screen-place/unplug", test_unplug, FALSE);
  add ("/present/screen-place/wait", test_wait, FALSE);
  add ("/present/screen-place/two", test_two, FALSE);
  add ("/present/screen-place/left", test_left, FALSE);
  add ("/present/screen-place/closed", test_closed, FALSE);

  return g_test_run ();
}
