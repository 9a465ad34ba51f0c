/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-help.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ilv-machine.h"

/* What the pages are called, for the viewer. */
#define HELP_URI "help:interleave"

char *
ilv_help_choose_uri (const char *const *languages, const char *folder)
{
  g_return_val_if_fail (languages != NULL, NULL);

  if (folder == NULL)
    return g_strdup (HELP_URI);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("help.%s.html", languages[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_equal (languages[i], "en"))
        break;
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_filename_to_uri (path, NULL, NULL);
    }
  {
    g_autofree char *path = g_build_filename (folder, "help.C.html", NULL);

    return g_filename_to_uri (path, NULL, NULL);
  }
}

/* (nullable): where the web pages are, if they are to be used. */
static const char *
find_folder (void)
{
  const char *folder = g_getenv ("INTERLEAVE_HELP_DIR");
  g_autoptr (GAppInfo) viewer = NULL;

  if (folder != NULL)
    return folder;
  if (ilv_machine_is_sandboxed ())
    return ILV_HELP_DIR;
  viewer = g_app_info_get_default_for_uri_scheme ("help");
  return viewer == NULL ? ILV_HELP_DIR : NULL;
}

GtkWidget *
ilv_help_window_new (GtkWindow *parent, const GError *error)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Close"));
  g_autofree char *reason = g_markup_escape_text (error->message, -1);
  /* Translators: %s is what the system said went wrong. */
  g_autofree char *text = g_strdup_printf (_ ("Nothing on this computer could show it: %s. All keys are "
                                              "listed by Ctrl+?."),
                                           reason);

  gtk_window_set_title (GTK_WINDOW (window), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (window), 460, 480);
  gtk_window_set_modal (GTK_WINDOW (window), parent != NULL);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "help-browser-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("The help could not be opened"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "window.close");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_widget_add_css_class (header, "flat");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_widget (GTK_WINDOW (window), button);
  return window;
}

static void
on_launched (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *parent = user_data;
  g_autoptr (GtkWindow) window = g_weak_ref_get (parent);
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    gtk_window_present (GTK_WINDOW (ilv_help_window_new (window, error)));
  g_weak_ref_clear (parent);
  g_free (parent);
}

void
ilv_help_show (GtkWindow *parent)
{
  g_autofree char *uri = NULL;
  g_autoptr (GdkAppLaunchContext) context = NULL;
  GWeakRef *reference;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  uri = ilv_help_choose_uri (g_get_language_names (), find_folder ());
  context = gdk_display_get_app_launch_context (gdk_display_get_default ());
  reference = g_new0 (GWeakRef, 1);
  g_weak_ref_init (reference, parent);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, on_launched,
                                           reference);
}
