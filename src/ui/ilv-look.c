/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-look.h"

#include "ilv-compat.h"
#include "ilv-timeline-theme.h"

#define PROVIDER "ilv-look-provider"

/* (transfer none): the style of the program on that display; it stays there. */
static GtkCssProvider *
get_provider (GdkDisplay *display)
{
  GtkCssProvider *provider = g_object_get_data (G_OBJECT (display), PROVIDER);

  if (provider != NULL)
    return provider;

  provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_object_set_data_full (G_OBJECT (display), PROVIDER, provider, g_object_unref);
  return provider;
}

/* The titles' sizes are given in points by the theme, so that they have to be told too; and that a
 * popover has the size of the text that it belongs to. */
static void
on_text_size_changed (GSettings *settings, const char *key, GdkDisplay *display)
{
  int size = g_settings_get_int (settings, key);
  g_autofree char *css = NULL;

  if (size == 100)
    css = g_strdup ("");
  else
    css = g_strdup_printf (".lesson-content { font-size: %d%%; }\n"
                           ".lesson-content popover { font-size: 100%%; }\n"
                           ".lesson-content .title-1 { font-size: 181%%; }\n"
                           ".lesson-content .title-4 { font-size: 118%%; }\n"
                           ".lesson-content .heading { font-size: 100%%; }\n"
                           ".lesson-content .caption,\n"
                           ".lesson-content .caption-heading { font-size: 82%%; }\n",
                           size);
  ilv_compat_load_css (get_provider (display), css);
}

static void
on_motion_changed (GSettings *settings, const char *key, GdkDisplay *display)
{
  GtkSettings *system = gtk_settings_get_for_display (display);

  if (g_settings_get_enum (settings, key) == 0)
    gtk_settings_reset_property (system, "gtk-enable-animations");
  else
    g_object_set (system, "gtk-enable-animations", FALSE, NULL);
}

static void
on_palette_changed (GSettings *settings, const char *key, GdkDisplay *display G_GNUC_UNUSED)
{
  ilv_timeline_theme_set_palette ((IlvPaletteKind) g_settings_get_enum (settings, key));
}

void
ilv_look_follow (GSettings *settings, GdkDisplay *display)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (GDK_IS_DISPLAY (display));

  g_signal_connect_object (settings, "changed::text-size", G_CALLBACK (on_text_size_changed),
                           display, 0);
  g_signal_connect_object (settings, "changed::motion", G_CALLBACK (on_motion_changed), display, 0);
  g_signal_connect_object (settings, "changed::palette", G_CALLBACK (on_palette_changed), display,
                           0);
  on_text_size_changed (settings, "text-size", display);
  on_motion_changed (settings, "motion", display);
  on_palette_changed (settings, "palette", display);
}
