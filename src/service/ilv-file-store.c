/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-file-store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "ilv-run-folder.h"
#include "ilv-world-error.h"

#define CHUNK (256 * 1024)
#define DEFAULT_SIZE (1024 * 1024)
#define MAX_SIZE (G_GUINT64_CONSTANT (64) * 1024 * 1024)

struct _IlvFileStore
{
  GObject parent_instance;

  IlvRunFolder folder;

  GMutex mutex;
  GCond idle;
  guint n_users;
  gboolean is_closed;
};

typedef struct
{
  const char *name;
  guint64 size;
} SeedFile;

static const SeedFile seed_files[] = {
  { "notes.txt", 64 * 1024 },
  { "song.flac", 4 * 1024 * 1024 },
  { "photo.raw", 16 * 1024 * 1024 },
};

G_DEFINE_FINAL_TYPE (IlvFileStore, ilv_file_store, G_TYPE_OBJECT)

static gboolean
fail (GError **error, const char *name, int code)
{
  if (code == ENOENT)
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_FILE,
                 _("There is no file “%s”: write it first, or read notes.txt"), name);
  else if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_FILE,
                 _("The disk is full: “%s” could not be written. Make room on it"), name);
  else
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_FILE,
                 /* Translators: a file’s name, and the reason as the system says it */
                 _("“%s” cannot be used: %s"), name, g_strerror (code));
  return FALSE;
}

static gboolean
enter (IlvFileStore *self, GError **error)
{
  gboolean is_open;

  g_mutex_lock (&self->mutex);
  is_open = !self->is_closed;
  if (is_open)
    self->n_users++;
  g_mutex_unlock (&self->mutex);
  if (!is_open)
    g_set_error_literal (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_CLOSED,
                         _("The run’s files are gone: start the run again"));
  return is_open;
}

static void
leave (IlvFileStore *self)
{
  g_mutex_lock (&self->mutex);
  if (--self->n_users == 0)
    g_cond_broadcast (&self->idle);
  g_mutex_unlock (&self->mutex);
}

/* Between two pieces of work: whether to go on. */
static gboolean
may_go_on (IlvFileStore *self, GCancellable *cancellable, GError **error)
{
  gboolean is_closed;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_mutex_lock (&self->mutex);
  is_closed = self->is_closed;
  g_mutex_unlock (&self->mutex);
  if (is_closed)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The run is over");
  return !is_closed;
}

/* No name leads out of the folder, nor to what is not a file for lessons. */
static gboolean
check_name (const char *name, GError **error)
{
  if (*name != '\0' && *name != '.' && strchr (name, '/') == NULL)
    return TRUE;
  g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_FILE,
               _("“%s” is no name of a file: write for example notes.txt"), name);
  return FALSE;
}

/* A symbolic link or a pipe that a script has put there is not followed and does not block. */
static int
open_file (IlvFileStore *self, const char *name, int flags, GError **error)
{
  struct stat info;
  int fd = openat (self->folder.fd, name, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);

  if (fd < 0)
    {
      fail (error, name, errno);
      return -1;
    }
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    return fd;
  close (fd);
  fail (error, name, EINVAL);
  return -1;
}

/* Text lines for .txt, else bytes that no disk can press together. */
static void
fill_chunk (char *chunk, const char *name)
{
  static const char line[] = "Concurrency is about dealing with many things at once.\n";
  guint64 state = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  gboolean is_text = g_str_has_suffix (name, ".txt");

  for (gsize i = 0; i < CHUNK; i++)
    if (is_text)
      chunk[i] = line[i % (sizeof line - 1)];
    else
      {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        chunk[i] = state >> 32;
      }
}

static gboolean
write_chunk (int fd, const char *name, const char *chunk, gsize size, GError **error)
{
  gsize done = 0;

  while (done < size)
    {
      gssize n = write (fd, chunk + done, size - done);

      if (n < 0 && errno != EINTR)
        return fail (error, name, errno);
      done += MAX (n, 0);
    }
  return TRUE;
}

/* Where it @waits for the disk, each chunk goes down before the next, so that the last sync has
 * little to do and cancelling need not wait for it. */
static gboolean
write_all (IlvFileStore *self,
           int fd,
           const char *name,
           guint64 size,
           gboolean waits,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);

  fill_chunk (chunk, name);
  for (guint64 done = 0; done < size; done += CHUNK)
    {
      gsize n = MIN (CHUNK, size - done);

      if (!may_go_on (self, cancellable, error) || !write_chunk (fd, name, chunk, n, error))
        return FALSE;
      sync_file_range (fd, done, n,
                       waits ? SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE
                                 | SYNC_FILE_RANGE_WAIT_AFTER
                             : SYNC_FILE_RANGE_WRITE);
    }
  return may_go_on (self, cancellable, error)
         && (!waits || fdatasync (fd) == 0 || fail (error, name, errno));
}

static gboolean
read_all (IlvFileStore *self,
          int fd,
          const char *name,
          guint64 *size,
          GCancellable *cancellable,
          GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  gssize n;

  *size = 0;
  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  do
    {
      if (!may_go_on (self, cancellable, error))
        return FALSE;
      n = read (fd, chunk, CHUNK);
      if (n < 0 && errno != EINTR)
        return fail (error, name, errno);
      *size += MAX (n, 0);
    }
  while (n != 0);
  return TRUE;
}

/* "copy.raw 8 MiB". */
static gboolean
parse_argument (const char *argument, char **name, guint64 *size, GError **error)
{
  g_auto (GStrv) words = g_strsplit (argument, " ", 2);
  char *unit = NULL;

  *size = DEFAULT_SIZE;
  if (words[0] == NULL || !check_name (words[0], error))
    return FALSE;
  if (words[1] != NULL)
    {
      *size = g_ascii_strtoull (words[1], &unit, 10);
      *size *= *size > MAX_SIZE ? 1 : g_str_equal (unit, " MiB") ? 1024 * 1024 : 1024;
      if (*size < 1 || *size > MAX_SIZE
          || !(g_str_equal (unit, " MiB") || g_str_equal (unit, " KiB")))
        {
          g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_FILE,
                       _("“%s” is no size: write for example “8 MiB”, 64 MiB at most"), words[1]);
          return FALSE;
        }
    }
  *name = g_strdup (words[0]);
  return TRUE;
}

static char *
format_size (guint64 size)
{
  guint kib = size / 1024;

  if (kib == 0)
    return g_strdup_printf (_("%u bytes"), (guint) size);
  /* Translators: the size of a file, in units of 1024 × 1024 and of 1024 bytes */
  return kib % 1024 == 0 ? g_strdup_printf (_("%u MiB"), kib / 1024)
                         : g_strdup_printf (_("%u KiB"), kib);
}

static gboolean
write_seed_files (IlvFileStore *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (seed_files); i++)
    {
      const SeedFile *seed = &seed_files[i];
      int fd = open_file (self, seed->name, O_WRONLY | O_CREAT | O_TRUNC, error);
      gboolean is_written
        = fd >= 0 && write_all (self, fd, seed->name, seed->size, FALSE, cancellable, error);

      if (fd >= 0)
        close (fd);
      if (!is_written)
        return FALSE;
    }
  return TRUE;
}

static void
ilv_file_store_dispose (GObject *object)
{
  ilv_file_store_close (ILV_FILE_STORE (object));

  G_OBJECT_CLASS (ilv_file_store_parent_class)->dispose (object);
}

static void
ilv_file_store_finalize (GObject *object)
{
  IlvFileStore *self = ILV_FILE_STORE (object);

  g_cond_clear (&self->idle);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (ilv_file_store_parent_class)->finalize (object);
}

static void
ilv_file_store_class_init (IlvFileStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_file_store_dispose;
  object_class->finalize = ilv_file_store_finalize;
}

static void
ilv_file_store_init (IlvFileStore *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->idle);
  self->folder = (IlvRunFolder) { NULL, -1, -1 };
}

IlvFileStore *
ilv_file_store_new (GCancellable *cancellable, GError **error)
{
  g_autoptr (IlvFileStore) self = g_object_new (ILV_TYPE_FILE_STORE, NULL);

  if (!ilv_run_folder_make (&self->folder, error) || !write_seed_files (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ilv_file_store_close (IlvFileStore *self)
{
  g_mutex_lock (&self->mutex);
  self->is_closed = TRUE;
  while (self->n_users > 0)
    g_cond_wait (&self->idle, &self->mutex);
  g_mutex_unlock (&self->mutex);
  ilv_run_folder_remove (&self->folder);
}

const char *
ilv_file_store_get_path (IlvFileStore *self)
{
  return self->folder.path;
}

char *
ilv_file_store_read (IlvFileStore *self,
                     const char *name,
                     GCancellable *cancellable,
                     GError **error)
{
  guint64 size = 0;
  gboolean is_read = FALSE;
  int fd;

  if (!check_name (name, error) || !enter (self, error))
    return NULL;
  fd = open_file (self, name, O_RDONLY, error);
  if (fd >= 0)
    {
      is_read = read_all (self, fd, name, &size, cancellable, error);
      close (fd);
    }
  leave (self);
  return is_read ? format_size (size) : NULL;
}

char *
ilv_file_store_write (IlvFileStore *self,
                      const char *argument,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *name = NULL;
  guint64 size;
  gboolean is_written = FALSE;
  int fd;

  if (!parse_argument (argument, &name, &size, error) || !enter (self, error))
    return NULL;
  fd = open_file (self, name, O_WRONLY | O_CREAT | O_TRUNC, error);
  if (fd >= 0)
    {
      is_written = write_all (self, fd, name, size, TRUE, cancellable, error);
      close (fd);
    }
  leave (self);
  return is_written ? format_size (size) : NULL;
}
