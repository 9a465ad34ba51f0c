/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      size -= written;
    }
  return TRUE;
}

/* Closes @fd in any case, and keeps the first error. */
static gboolean
close_file (int fd, gboolean is_good)
{
  int saved_errno = errno;

  if (close (fd) != 0 && is_good)
    return FALSE;
  errno = saved_errno;
  return is_good;
}

/* What is no file, such as a pipe, cannot be replaced. */
static gboolean
write_into (const char *path, GBytes *bytes)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  return fd >= 0 && close_file (fd, write_all (fd, bytes));
}

static gboolean
write_beside (const char *path, GBytes *bytes, const GStatBuf *old)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  gboolean is_good;
  int saved_errno;

  if (fd < 0)
    return FALSE;
  is_good = write_all (fd, bytes) && fsync (fd) == 0;
  /* Where the rights cannot be kept, those of a new file will do. */
  if (old != NULL && fchmod (fd, old->st_mode & 0777) != 0)
    errno = 0;
  if (close_file (fd, is_good) && g_rename (temporary, path) == 0)
    return TRUE;
  saved_errno = errno;
  g_unlink (temporary);
  errno = saved_errno;
  return FALSE;
}

static gboolean
write_local (const char *path, GBytes *bytes)
{
  GStatBuf old;
  /* A link stays, and what it leads to is written. */
  char *target = realpath (path, NULL);
  gboolean is_good;

  if (g_stat (path, &old) != 0)
    is_good = write_beside (path, bytes, NULL);
  else if (!S_ISREG (old.st_mode) || target == NULL)
    is_good = write_into (path, bytes);
  else
    is_good = write_beside (target, bytes, &old);
  free (target);
  return is_good;
}

gboolean
ilv_handout_file_write (GFile *file, GBytes *bytes, GError **error)
{
  const char *path;
  int saved_errno;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  path = g_file_peek_path (file);
  if (path == NULL)
    {
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);

      return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                      error);
    }
  if (write_local (path, bytes))
    return TRUE;
  saved_errno = errno;
  /* Translators: the name of a file, and why it cannot be written. */
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), _ ("Cannot write “%s”: %s"),
               path, g_strerror (saved_errno));
  return FALSE;
}
