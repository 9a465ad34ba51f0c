/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static const char *const developers[] = { "The Interleave contributors", NULL };

void
ilv_compat_get_widget_colour (GtkWidget *widget, GdkRGBA *colour)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (colour != NULL);

#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, colour);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
#endif
}

gboolean
ilv_compat_is_high_contrast (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (!adw_is_initialized ())
    return FALSE;

  return adw_style_manager_get_high_contrast (
    adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
}

void
ilv_compat_watch_theme (GtkWidget *widget, IlvCompatThemeFunc callback)
{
  AdwStyleManager *manager;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (callback != NULL);

  if (!adw_is_initialized ())
    return;

  manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (callback), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (callback), widget,
                           G_CONNECT_SWAPPED);
}

void
ilv_compat_announce (GtkWidget *widget, const char *message)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

#if GTK_CHECK_VERSION(4, 14, 0)
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  /* With GTK_A11Y=test GTK (4.24) calls a function that this kind of context does not have. */
  if (context == NULL || g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    return;

  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

void
ilv_compat_show_about (GtkWindow *parent)
{
  const char *comments = _ ("Learn concurrency and parallelism by running real tasks");

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

#if ADW_CHECK_VERSION(1, 5, 0)
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", "Interleave", "application-icon", ILV_APPLICATION_ID,
                "developer-name", developers[0], "developers", developers, "version", ILV_VERSION,
                "comments", comments, "license-type", GTK_LICENSE_GPL_3_0, NULL);
  adw_dialog_present (dialog, parent != NULL ? GTK_WIDGET (parent) : NULL);
#else
  GtkWidget *window = adw_about_window_new ();

  g_object_set (window, "application-name", "Interleave", "application-icon", ILV_APPLICATION_ID,
                "developer-name", developers[0], "developers", developers, "version", ILV_VERSION,
                "comments", comments, "license-type", GTK_LICENSE_GPL_3_0, "transient-for", parent,
                "modal", parent != NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
#endif
}
