/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-scheme.h"

#include "ilv-scene-resources.h"

#define STYLES "/io/github/interleave/Interleave/styles/"

/* GtkSourceView (5.6) reads schemes from files only, so they are put where it finds them. They are small, and
 * written once in a long time: when they are not there or are of another version. */
static gboolean
put_file (const char *folder, const char *name)
{
  g_autofree char *resource = g_strconcat (STYLES, name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ilv_scene_get_resource (), resource, 0, NULL);
  g_autofree char *there = NULL;
  gsize length = 0;

  if (bytes == NULL)
    return FALSE;
  if (g_file_get_contents (path, &there, &length, NULL) && length == g_bytes_get_size (bytes)
      && memcmp (there, g_bytes_get_data (bytes, NULL), length) == 0)
    return TRUE;
  return g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
}

/* Once for the whole program; without a place to write, code looks as the platform says. */
static void
put_files (GtkSourceStyleSchemeManager *manager)
{
  static gsize done = 0;
  g_autofree char *folder = NULL;

  if (!g_once_init_enter (&done))
    return;
  folder = g_build_filename (g_get_user_cache_dir (), "interleave", "styles", NULL);
  if (g_mkdir_with_parents (folder, 0700) == 0 && put_file (folder, "interleave.xml")
      && put_file (folder, "interleave-dark.xml"))
    gtk_source_style_scheme_manager_prepend_search_path (manager, folder);
  g_once_init_leave (&done, 1);
}

GtkSourceStyleScheme *
ilv_code_scheme_get (gboolean dark)
{
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  GtkSourceStyleScheme *scheme;

  put_files (manager);
  scheme
    = gtk_source_style_scheme_manager_get_scheme (manager, dark ? "interleave-dark" : "interleave");
  if (scheme == NULL)
    scheme = gtk_source_style_scheme_manager_get_scheme (manager, dark ? "Adwaita-dark" : "Adwaita");
  return scheme;
}
