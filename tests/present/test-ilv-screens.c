/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-screens.h"

#include "screen-rig.h"

typedef struct
{
  GSettings *settings;
  IlvScreens *screens;
  guint n_changes;
} Fixture;

static void
on_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->settings = g_settings_new ("io.github.interleave.Interleave");
  g_settings_reset (fixture->settings, "projector-connector");
  g_settings_reset (fixture->settings, "projector-model");
  fixture->screens = ilv_screens_new (gdk_display_get_default (), fixture->settings);
  g_signal_connect_swapped (fixture->screens, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (fixture->screens);
  g_object_unref (fixture->settings);
}

static const IlvScreen *
get_screen (Fixture *fixture, guint number)
{
  return ilv_screens_get_list (fixture->screens)->pdata[number];
}

static void
assert_place (const IlvScreen *screen, int x, int width, int height)
{
  g_assert_cmpint (screen->x, ==, x);
  g_assert_cmpint (screen->y, ==, 0);
  g_assert_cmpint (screen->width, ==, width);
  g_assert_cmpint (screen->height, ==, height);
  g_assert_nonnull (screen->connector);
  g_assert_nonnull (screen->model);
  g_assert_false (screen->built_in);
}

/* Waits for the list to be of that length, and then for what may still come of it. */
static void
wait_for_list (Fixture *fixture, guint length)
{
  ui_test_wait_until (ilv_screens_get_list (fixture->screens)->len == length);
  screen_rig_settle ();
}

static void
test_list (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpuint (ilv_screens_get_list (fixture->screens)->len, ==, 2);
  assert_place (get_screen (fixture, 0), 0, 1280, 800);
  assert_place (get_screen (fixture, 1), 1280, 1920, 1080);
}

/* One signal for each change, when all is known. */
static void
test_changed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < 2; i++)
    {
      fixture->n_changes = 0;
      screen_rig_call ("off");
      wait_for_list (fixture, 1);
      g_assert_cmpuint (fixture->n_changes, ==, 1);
      assert_place (get_screen (fixture, 0), 0, 1280, 800);

      screen_rig_call ("on");
      wait_for_list (fixture, 2);
      g_assert_cmpuint (fixture->n_changes, ==, 2);
      assert_place (get_screen (fixture, 0), 0, 1280, 800);
      assert_place (get_screen (fixture, 1), 1280, 1920, 1080);
    }
}

static void
test_monitor (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvScreen) projector = ilv_screen_copy (get_screen (fixture, 1));

  for (guint nth = 0; nth < 2; nth++)
    {
      g_autoptr (GdkMonitor) monitor = screen_rig_get_monitor (nth);

      g_assert_true (ilv_screens_find_monitor (fixture->screens, get_screen (fixture, nth)) ==
                     monitor);
    }

  screen_rig_unplug ();
  /* Whether it has been told or not. */
  g_assert_null (ilv_screens_find_monitor (fixture->screens, projector));
  wait_for_list (fixture, 1);
  g_assert_null (ilv_screens_find_monitor (fixture->screens, projector));
  screen_rig_plug ();
  wait_for_list (fixture, 2);
}

static void
test_window (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  g_assert_cmpuint (ilv_screens_find_window (fixture->screens, NULL), ==, ILV_SCREEN_NONE);
  g_assert_cmpuint (ilv_screens_find_window (fixture->screens, window), ==, ILV_SCREEN_NONE);

  gtk_window_present (window);
  for (guint nth = 2; nth > 0; nth--)
    {
      g_autoptr (GdkMonitor) monitor = screen_rig_get_monitor (nth - 1);

      gtk_window_fullscreen_on_monitor (window, monitor);
      ui_test_wait_until (ilv_screens_find_window (fixture->screens, window) == nth - 1);
      gtk_window_unfullscreen (window);
      ui_test_wait_until (!gtk_window_is_fullscreen (window));
    }

  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  g_assert_cmpuint (ilv_screens_find_window (fixture->screens, window), ==, ILV_SCREEN_NONE);
  gtk_window_destroy (window);
}

static void
assert_choice (Fixture *fixture, GtkWindow *window, guint audience, guint console)
{
  IlvScreenChoice choice = ilv_screens_choose (fixture->screens, window);

  g_assert_cmpuint (choice.audience, ==, audience);
  g_assert_cmpuint (choice.console, ==, console);
}

static void
test_choice (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  g_autoptr (GdkMonitor) laptop = screen_rig_get_monitor (0);
  g_autoptr (IlvScreens) forgetful = ilv_screens_new (gdk_display_get_default (), NULL);

  gtk_window_fullscreen_on_monitor (window, laptop);
  gtk_window_present (window);
  ui_test_wait_until (ilv_screens_find_window (fixture->screens, window) == 0);
  assert_choice (fixture, window, 1, 0);

  ilv_screens_remember (fixture->screens, get_screen (fixture, 0));
  assert_choice (fixture, window, 0, 1);
  ilv_screens_remember (forgetful, get_screen (fixture, 0));
  g_assert_cmpuint (ilv_screens_choose (forgetful, window).audience, ==, 1);

  screen_rig_call ("off");
  wait_for_list (fixture, 1);
  assert_choice (fixture, window, 0, ILV_SCREEN_NONE);
  screen_rig_call ("on");
  wait_for_list (fixture, 2);
  assert_choice (fixture, window, 0, 1);
  gtk_window_destroy (window);
}

/* It is found again after it was away, and by who asks next time. */
static void
test_remember (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  g_autoptr (GdkMonitor) laptop = screen_rig_get_monitor (0);
  g_autoptr (IlvScreens) later = NULL;
  g_autofree char *connector = NULL;
  g_autofree char *model = NULL;

  gtk_window_fullscreen_on_monitor (window, laptop);
  gtk_window_present (window);
  ui_test_wait_until (ilv_screens_find_window (fixture->screens, window) == 0);

  ilv_screens_remember (fixture->screens, get_screen (fixture, 1));
  connector = g_settings_get_string (fixture->settings, "projector-connector");
  g_assert_cmpstr (connector, ==, get_screen (fixture, 1)->connector);
  model = g_settings_get_string (fixture->settings, "projector-model");
  g_assert_cmpstr (model, ==, get_screen (fixture, 1)->model);

  screen_rig_unplug ();
  screen_rig_plug ();
  later = ilv_screens_new (gdk_display_get_default (), fixture->settings);
  g_assert_cmpuint (ilv_screens_choose (later, window).audience, ==, 1);
  g_assert_cmpuint (ilv_screens_choose (later, window).console, ==, 0);
  gtk_window_destroy (window);
}

static void
test_mirror (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvScreenChoice choice;

  if (screen_rig_is_wayland ())
    {
      g_test_skip ("The compositor has no mirrors");
      return;
    }

  screen_rig_call ("mirror");
  ui_test_wait_until (get_screen (fixture, 1)->x == 0);
  g_assert_cmpuint (ilv_screens_get_list (fixture->screens)->len, ==, 2);
  choice = ilv_screens_choose (fixture->screens, NULL);
  g_assert_cmpuint (choice.audience, !=, ILV_SCREEN_NONE);
  g_assert_cmpuint (choice.console, ==, ILV_SCREEN_NONE);

  screen_rig_call ("on");
  ui_test_wait_until (get_screen (fixture, 1)->x == 1280);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("/present/screens/list", test_list);
  add ("/present/screens/changed", test_changed);
  add ("/present/screens/monitor", test_monitor);
  add ("/present/screens/window", test_window);
  add ("/present/screens/choice", test_choice);
  add ("/present/screens/remember", test_remember);
  add ("/present/screens/mirror", test_mirror);

  return g_test_run ();
}
