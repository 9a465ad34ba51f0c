/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-style.h"

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
