/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-folder.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "ilv-python-resources.h"

#define RESOURCES "/io/github/interleave/Interleave/python/interleave"

/* How long the end of the program waits for folders that are being removed. */
#define LONGEST_REMOVAL_US (5 * G_USEC_PER_SEC)

static GMutex removal_mutex;
static GCond removal_cond;
static guint n_removals;

static void
wait_for_removals (void)
{
  gint64 deadline_us = g_get_monotonic_time () + LONGEST_REMOVAL_US;

  g_mutex_lock (&removal_mutex);
  while (n_removals > 0 && g_cond_wait_until (&removal_cond, &removal_mutex, deadline_us))
    continue;
  g_mutex_unlock (&removal_mutex);
}

static gboolean
write_resource (const char *folder, const char *name, GError **error)
{
  g_autofree char *resource = g_build_path ("/", RESOURCES, name, NULL);
  g_autofree char *path = g_build_filename (folder, "interleave", name, NULL);
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (ilv_python_get_resource (), resource, 0, error);

  return bytes != NULL
         && g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                 error);
}

static gboolean
fill (const char *folder, const char *code, GError **error)
{
  g_autofree char *script = g_build_filename (folder, ILV_PYTHON_SCRIPT, NULL);
  g_autofree char *package = g_build_filename (folder, "interleave", NULL);
  g_auto (GStrv) names
    = g_resource_enumerate_children (ilv_python_get_resource (), RESOURCES, 0, error);

  if (names == NULL || !g_file_set_contents (script, code, -1, error))
    return FALSE;
  if (g_mkdir (package, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", package,
                   g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; names[i] != NULL; i++)
    if (!write_resource (folder, names[i], error))
      return FALSE;
  return TRUE;
}

/* Links are removed, not followed. */
static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

char *
ilv_python_folder_new (const char *code, GError **error)
{
  char *folder = g_dir_make_tmp ("interleave-python-XXXXXX", error);

  if (folder != NULL && !fill (folder, code, error))
    {
      ilv_python_folder_remove (folder);
      return NULL;
    }
  return folder;
}

void
ilv_python_folder_remove (char *folder)
{
  remove_all (folder);
  g_free (folder);
}

void
ilv_python_folder_announce_removal (void)
{
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      atexit (wait_for_removals);
      g_once_init_leave (&registered, 1);
    }
  g_mutex_lock (&removal_mutex);
  n_removals++;
  g_mutex_unlock (&removal_mutex);
}

void
ilv_python_folder_remove_announced (char *folder)
{
  ilv_python_folder_remove (folder);
  g_mutex_lock (&removal_mutex);
  n_removals--;
  g_cond_broadcast (&removal_cond);
  g_mutex_unlock (&removal_mutex);
}
