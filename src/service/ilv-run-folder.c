/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ilv-world-error.h"

#define LOCK_NAME ".lock"
#define FOLDER_PREFIX "world-"

static gboolean
fail (GError **error, const char *path, int code)
{
  g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_FILE,
               /* Translators: a folder, and the reason as the system says it */
               _("There is no place for a run’s files in %s: %s"), path, g_strerror (code));
  return FALSE;
}

/* Removes a folder with all that is in it, and follows no link. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_unlink (child) != 0 && g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
    }
  g_rmdir (path);
}

static int
take_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, LOCK_NAME, NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

/* Removes what programs that run no more have left behind. */
static void
remove_leftovers (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);
      int lock;

      if (!g_str_has_prefix (name, FOLDER_PREFIX) || (lock = take_lock (path)) < 0)
        continue;
      remove_folder (path);
      close (lock);
    }
}

static gboolean
make_folder (IlvRunFolder *self, const char *parent, GError **error)
{
  g_autofree char *path = g_build_filename (parent, FOLDER_PREFIX "XXXXXX", NULL);

  if (g_mkdtemp_full (path, 0700) == NULL)
    return fail (error, parent, errno);
  self->path = g_steal_pointer (&path);
  self->lock = take_lock (self->path);
  self->fd = open (self->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return self->fd >= 0 || fail (error, self->path, errno);
}

/* The lock of the parent keeps another program from taking a folder that has no lock yet for a
 * leftover. */
gboolean
ilv_run_folder_make (IlvRunFolder *self, GError **error)
{
  g_autofree char *parent = NULL;
  g_autofree char *lock_path = NULL;
  gboolean is_made;
  int lock;

  *self = (IlvRunFolder) { NULL, -1, -1 };
  parent = g_build_filename (g_get_user_cache_dir (), "interleave", NULL);
  lock_path = g_build_filename (parent, LOCK_NAME, NULL);
  if (g_mkdir_with_parents (parent, 0700) != 0)
    return fail (error, parent, errno);
  lock = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0 || flock (lock, LOCK_EX) != 0)
    {
      int code = errno;

      if (lock >= 0)
        close (lock);
      return fail (error, lock_path, code);
    }
  remove_leftovers (parent);
  is_made = make_folder (self, parent, error);
  close (lock);
  return is_made;
}

void
ilv_run_folder_remove (IlvRunFolder *self)
{
  if (self->path != NULL)
    remove_folder (self->path);
  if (self->fd >= 0)
    close (self->fd);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  *self = (IlvRunFolder) { NULL, -1, -1 };
}
