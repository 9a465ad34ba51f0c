/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A place of its own for the learner's data. GTest's isolated directories would hide the system's
 * icons and file types too. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): for the whole program; to be called before anything else. */
static inline char *
ui_test_home_new (void)
{
  g_autoptr (GError) error = NULL;
  char *home = g_dir_make_tmp ("ilv-home-XXXXXX", &error);

  g_assert_no_error (error);
  g_assert_true (g_setenv ("XDG_DATA_HOME", home, TRUE));
  return home;
}

static inline void
ui_test_home_remove (GFile *folder)
{
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *file;

  while (files != NULL && g_file_enumerator_iterate (files, NULL, &file, NULL, NULL) && file != NULL)
    ui_test_home_remove (file);
  g_assert_true (g_file_delete (folder, NULL, NULL));
}

/* Removes what the program has kept, for the next case. */
static inline void
ui_test_home_clear (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "interleave", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  if (g_file_query_exists (folder, NULL))
    ui_test_home_remove (folder);
}

static inline void
ui_test_home_free (char *home)
{
  g_autoptr (GFile) folder = g_file_new_for_path (home);

  ui_test_home_clear ();
  g_assert_true (g_file_delete (folder, NULL, NULL));
  g_free (home);
}

G_END_DECLS
