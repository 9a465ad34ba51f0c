/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For tests with two screens, which are started in a session of scripts/display-session: pulling
 * the second screen's plug, and waiting until GTK knows of it. */

#pragma once

#include "../ui/ui-test.h"

G_BEGIN_DECLS

/* Whether the session has no X. */
static inline gboolean
screen_rig_is_wayland (void)
{
  return g_strcmp0 (g_getenv ("INTERLEAVE_SCREENS"), "wayland") == 0;
}

/* GTK 4.8 loses a reference of each monitor that goes under X. They are kept where LeakSanitizer
 * finds them, so that what it reports is ours. */
static inline void
screen_rig_keep_monitors (void)
{
  static GPtrArray *kept = NULL;
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());

  if (kept == NULL)
    kept = g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    g_ptr_array_add (kept, g_list_model_get_item (monitors, i));
}

static inline void
screen_rig_call (const char *verb)
{
  const char *plug = g_getenv ("INTERLEAVE_SCREEN_PLUG");
  g_autoptr (GError) error = NULL;
  int status;

  if (plug == NULL)
    g_error ("Start this by scripts/display-session --two-screens, or --wayland.");

  screen_rig_keep_monitors ();
  g_spawn_sync (NULL, (char *[]){ (char *) plug, (char *) verb, NULL }, NULL, G_SPAWN_DEFAULT, NULL,
                NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

/* How many screens GTK knows all about. A new one is in its list before it has a name and a place.
 */
static inline guint
screen_rig_count (void)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle place;

      gdk_monitor_get_geometry (monitor, &place);
      if (gdk_monitor_get_connector (monitor) != NULL && place.width > 0)
        count++;
    }
  return count;
}

/* Lets arrive and be handled what the display has to say by now. */
static inline void
screen_rig_settle (void)
{
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline void
screen_rig_unplug (void)
{
  screen_rig_call ("off");
  ui_test_wait_until (
    g_list_model_get_n_items (gdk_display_get_monitors (gdk_display_get_default ())) == 1);
}

static inline void
screen_rig_plug (void)
{
  screen_rig_call ("on");
  ui_test_wait_until (screen_rig_count () == 2);
}

/* The screen at place @nth, from the left: 0 is the laptop's, 1 the projector's. */
static inline GdkMonitor *
screen_rig_get_monitor (guint nth)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle place;

      gdk_monitor_get_geometry (monitor, &place);
      if ((place.x > 0) == (nth > 0))
        return g_steal_pointer (&monitor);
    }
  g_assert_not_reached ();
}

G_END_DECLS
