/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-help.h"

#include <adwaita.h>

static char *
make_folder (const char *const *names)
{
  char *folder = g_dir_make_tmp ("ilv-help-XXXXXX", NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  return folder;
}

static void
assert_page (const char *folder, const char *const *languages, const char *page)
{
  g_autofree char *uri = ilv_help_choose_uri (languages, folder);
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpstr (name, ==, page);
  g_assert_cmpstr (parent, ==, folder);
}

static void
test_languages (void)
{
  g_autofree char *folder
    = make_folder ((const char *const[]) { "help.C.html", "help.de.html", "help.zh_CN.html", NULL });

  assert_page (folder, (const char *const[]) { "de_AT.UTF-8", "de_AT", "de", "C", NULL }, "help.de.html");
  assert_page (folder, (const char *const[]) { "zh_CN.UTF-8", "zh_CN", "zh", "C", NULL },
               "help.zh_CN.html");
  assert_page (folder, (const char *const[]) { "it", "C", NULL }, "help.C.html");
  assert_page (folder, (const char *const[]) { "en_GB", "en", "de", "C", NULL }, "help.C.html");
}

static void
test_viewer (void)
{
  g_autofree char *uri = ilv_help_choose_uri ((const char *const[]) { "de", "C", NULL }, NULL);

  g_assert_cmpstr (uri, ==, "help:interleave");
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

static void
test_failure (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No <viewer> & none");
  GtkWidget *window = ilv_help_window_new (NULL, error);

  g_assert_true (has_text (window, "No <viewer> & none"));
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (gtk_window_get_default_widget (GTK_WINDOW (window)), "window.close", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/app/help/languages", test_languages);
  g_test_add_func ("/app/help/viewer", test_viewer);
  g_test_add_func ("/app/help/failure", test_failure);
  return g_test_run ();
}
