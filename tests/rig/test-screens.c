/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a session with two screens promises to the tests that run in it. */

#include "screen-rig.h"

static void
assert_place (guint nth, int x, int width, int height)
{
  g_autoptr (GdkMonitor) monitor = screen_rig_get_monitor (nth);
  GdkRectangle place;

  gdk_monitor_get_geometry (monitor, &place);
  g_assert_cmpint (place.x, ==, x);
  g_assert_cmpint (place.y, ==, 0);
  g_assert_cmpint (place.width, ==, width);
  g_assert_cmpint (place.height, ==, height);
  g_assert_nonnull (gdk_monitor_get_connector (monitor));
  g_assert_nonnull (gdk_monitor_get_model (monitor));
}

static void
test_system (void)
{
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (gdk_display_get_default ()), ==,
                   screen_rig_is_wayland () ? "GdkWaylandDisplay" : "GdkX11Display");
}

static void
test_two (void)
{
  g_assert_cmpuint (screen_rig_count (), ==, 2);
  assert_place (0, 0, 1280, 800);
  assert_place (1, 1280, 1920, 1080);
}

static void
test_plug (void)
{
  for (guint i = 0; i < 3; i++)
    {
      screen_rig_unplug ();
      assert_place (0, 0, 1280, 800);
      screen_rig_plug ();
      assert_place (0, 0, 1280, 800);
      assert_place (1, 1280, 1920, 1080);
    }
}

/* Under X it is the connector of before; under Wayland another, but the same model. */
static void
test_names (void)
{
  g_autoptr (GdkMonitor) before = screen_rig_get_monitor (1);
  g_autofree char *connector = g_strdup (gdk_monitor_get_connector (before));
  g_autofree char *model = g_strdup (gdk_monitor_get_model (before));
  g_autoptr (GdkMonitor) after = NULL;

  screen_rig_unplug ();
  g_assert_false (gdk_monitor_is_valid (before));
  screen_rig_plug ();
  after = screen_rig_get_monitor (1);
  g_assert_true (gdk_monitor_is_valid (after));
  g_assert_cmpstr (gdk_monitor_get_model (after), ==, model);
  if (screen_rig_is_wayland ())
    g_assert_cmpstr (gdk_monitor_get_connector (after), !=, connector);
  else
    g_assert_cmpstr (gdk_monitor_get_connector (after), ==, connector);
}

static gboolean
is_on (GtkWidget *window, GdkMonitor *monitor)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkRectangle place;

  gdk_monitor_get_geometry (monitor, &place);
  return gdk_display_get_monitor_at_surface (gdk_display_get_default (), surface) == monitor &&
         gtk_widget_get_width (window) == place.width &&
         gtk_widget_get_height (window) == place.height;
}

static void
test_full_screen (void)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_present (GTK_WINDOW (window));
  for (guint nth = 0; nth < 2; nth++)
    {
      g_autoptr (GdkMonitor) monitor = screen_rig_get_monitor (nth);

      gtk_window_fullscreen_on_monitor (GTK_WINDOW (window), monitor);
      ui_test_wait_until (is_on (window, monitor));
      gtk_window_unfullscreen (GTK_WINDOW (window));
      ui_test_wait_until (!gtk_window_is_fullscreen (GTK_WINDOW (window)));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rig/screens/system", test_system);
  g_test_add_func ("/rig/screens/two", test_two);
  g_test_add_func ("/rig/screens/plug", test_plug);
  g_test_add_func ("/rig/screens/names", test_names);
  g_test_add_func ("/rig/screens/full-screen", test_full_screen);

  return g_test_run ();
}
