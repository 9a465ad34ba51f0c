/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-style.h"

#include <adwaita.h>

#define KEY "slide-style"
#define STYLE_PATH "/io/github/interleave/Interleave/present.css"

void
ilv_slide_style_load (GdkDisplay *display)
{
  static const char key[] = "ilv-slide-style";
  g_autoptr (GtkCssProvider) provider = NULL;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE_PATH);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set_data (G_OBJECT (display), key, provider);
}

static gboolean
wants_light (GSettings *settings)
{
  g_autofree char *style = g_settings_get_string (settings, KEY);

  if (g_str_equal (style, "system"))
    return !adw_style_manager_get_dark (adw_style_manager_get_default ());
  return g_str_equal (style, "light");
}

static void
on_style_changed (GtkWidget *widget)
{
  GSettings *settings = g_object_get_data (G_OBJECT (widget), KEY);

  if (wants_light (settings))
    gtk_widget_add_css_class (widget, "light");
  else
    gtk_widget_remove_css_class (widget, "light");
}

void
ilv_slide_style_follow (GtkWidget *widget, GSettings *settings)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));

  if (settings == NULL)
    return;
  g_object_set_data_full (G_OBJECT (widget), KEY, g_object_ref (settings), g_object_unref);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (on_style_changed), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (on_style_changed), widget, G_CONNECT_SWAPPED);
  on_style_changed (widget);
}
