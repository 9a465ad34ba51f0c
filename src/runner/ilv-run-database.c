/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "ilv-run-rows.h"
#include "ilv-run-store.h"

#define LOCK_LIMIT_NS (G_GINT64_CONSTANT (5) * 1000000000)
#define OPERATIONS_A_LOOK 1000 /* of SQLite's virtual machine, some 10 µs */

struct _IlvRunDatabase
{
  GObject parent_instance;

  char *path;
  sqlite3 *connection; /* or NULL */
  gboolean is_ready;   /* its tables are there, and are ours */
  dev_t device;        /* of the file that @connection has open */
  ino_t inode;
  char *warning;
  gint64 lock_limit_ns;

  GCancellable *cancellable; /* of what is being done */
  gint64 give_up_us;         /* waiting for others */
};

G_DEFINE_FINAL_TYPE (IlvRunDatabase, ilv_run_database, G_TYPE_OBJECT)

gboolean
ilv_run_database_fail (sqlite3 *connection, GError **error)
{
  const char *path = sqlite3_db_filename (connection, NULL);
  IlvRunStoreError code = ILV_RUN_STORE_ERROR_FAILED;

  switch (sqlite3_errcode (connection))
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      code = ILV_RUN_STORE_ERROR_BROKEN;
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      code = ILV_RUN_STORE_ERROR_BUSY;
      break;
    default:
      break;
    }
  /* Translators: the name of a file, and what SQLite says, in English. */
  g_set_error (error, ILV_RUN_STORE_ERROR, code, _ ("The history of runs, %s: %s"),
               path != NULL ? path : "", sqlite3_errmsg (connection));
  return FALSE;
}

/* Called by SQLite every now and then; another value than 0 ends what it does. */
static int
on_progress (gpointer data)
{
  return g_cancellable_is_cancelled (ILV_RUN_DATABASE (data)->cancellable);
}

/* Called where the file is locked, with how often before; 0 gives up. Cancelling wakes it at once. */
static int
on_busy (gpointer data, int n_times)
{
  IlvRunDatabase *self = data;
  int wait_ms = MIN (1 + n_times, 10);
  GPollFD poll_fd;

  if (g_get_monotonic_time () >= self->give_up_us || g_cancellable_is_cancelled (self->cancellable))
    return 0;
  if (g_cancellable_make_pollfd (self->cancellable, &poll_fd))
    {
      g_poll (&poll_fd, 1, wait_ms);
      g_cancellable_release_fd (self->cancellable);
    }
  else
    g_usleep (wait_ms * 1000);
  return 1;
}

static gboolean
execute (IlvRunDatabase *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->connection, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return ilv_run_database_fail (self->connection, error);
}

static gboolean
read_number (IlvRunDatabase *self, const char *sql, int *number, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_read = sqlite3_prepare_v2 (self->connection, sql, -1, &statement, NULL) == SQLITE_OK
                     && sqlite3_step (statement) == SQLITE_ROW;

  if (is_read)
    *number = sqlite3_column_int (statement, 0);
  else
    ilv_run_database_fail (self->connection, error);
  sqlite3_finalize (statement);
  return is_read;
}

/* Whether the file of that name is still the one that is open: another program may have set it aside,
 * or a person have deleted it. */
static gboolean
is_in_place (IlvRunDatabase *self)
{
  GStatBuf file;

  return g_stat (self->path, &file) == 0 && file.st_dev == self->device && file.st_ino == self->inode;
}

static void
close_file (IlvRunDatabase *self)
{
  /* SQLite would delete the log of that name, which is by now another file's. */
  if (self->connection != NULL && !is_in_place (self))
    sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  self->is_ready = FALSE;
  g_clear_pointer (&self->connection, sqlite3_close);
}

/* Others may be making the tables too: who comes second finds them made. */
static gboolean
make_tables (IlvRunDatabase *self, GError **error)
{
  g_autofree char *sql = NULL;
  int version, n_tables;

  if (!read_number (self, "PRAGMA user_version", &version, error)
      || !read_number (self, "SELECT count (*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (version != 0)
    return TRUE;
  if (n_tables > 0)
    {
      g_set_error (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_BROKEN,
                   _ ("%s is no history of runs"), self->path);
      return FALSE;
    }
  sql = g_strdup_printf ("%s PRAGMA user_version = %d", ilv_run_rows_get_tables (),
                         ILV_RUN_DATABASE_VERSION);
  return execute (self, sql, error);
}

static gboolean
make (IlvRunDatabase *self, GError **error)
{
  /* Not within the transaction, and before there are tables; then the file shrinks when runs go. */
  if (execute (self, "PRAGMA auto_vacuum = FULL; BEGIN IMMEDIATE", error)
      && make_tables (self, error) && execute (self, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (self->connection))
    execute (self, "ROLLBACK", NULL);
  return FALSE;
}

/* Before anything is written. */
static gboolean
check_version (IlvRunDatabase *self, GError **error)
{
  int version;

  if (!read_number (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == 0)
    return make (self, error);
  if (version <= ILV_RUN_DATABASE_VERSION)
    return TRUE;
  g_set_error (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_NEWER,
               _ ("The history of runs in %s is of a newer version of Interleave. It is left as it is, "
                  "and no runs are kept."),
               self->path);
  return FALSE;
}

static gboolean
make_folder (IlvRunDatabase *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int saved_errno;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  saved_errno = errno;
  g_set_error (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_FAILED, "%s: %s", folder,
               g_strerror (saved_errno));
  return FALSE;
}

/* Nobody sets the file aside while the folder is locked. Returns what to close, or -1. */
static int
lock_folder (IlvRunDatabase *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    flock (fd, LOCK_EX);
  return fd;
}

static gboolean
connect_file (IlvRunDatabase *self, GError **error)
{
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  int fd = lock_folder (self);
  gboolean is_open = sqlite3_open_v2 (self->path, &self->connection, flags, NULL) == SQLITE_OK;
  GStatBuf file;

  if (g_stat (self->path, &file) == 0)
    {
      self->device = file.st_dev;
      self->inode = file.st_ino;
    }
  if (fd >= 0)
    close (fd);
  if (!is_open)
    return ilv_run_database_fail (self->connection, error);
  sqlite3_busy_handler (self->connection, on_busy, self);
  sqlite3_progress_handler (self->connection, OPERATIONS_A_LOOK, on_progress, self);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return TRUE;
}

static gboolean
open_file (IlvRunDatabase *self, GError **error)
{
  if (self->is_ready && is_in_place (self))
    return TRUE;
  close_file (self);
  /* With NORMAL, a power cut can cost the last runs, but breaks nothing. */
  self->is_ready = make_folder (self, error) && connect_file (self, error)
                   && check_version (self, error)
                   && execute (self,
                               "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                               "PRAGMA journal_size_limit = 1048576; PRAGMA foreign_keys = ON",
                               error);
  return self->is_ready;
}

static gboolean
attempt (IlvRunDatabase *self, IlvRunDeed deed, gpointer data, GError **error)
{
  if (!open_file (self, error))
    return FALSE;
  if (execute (self, "BEGIN IMMEDIATE", error) && deed (self->connection, data, error)
      && execute (self, "COMMIT", error))
    return TRUE;
  /* Some errors have rolled it back already. */
  if (!sqlite3_get_autocommit (self->connection))
    {
      sqlite3_progress_handler (self->connection, 0, NULL, NULL);
      execute (self, "ROLLBACK", NULL);
      sqlite3_progress_handler (self->connection, OPERATIONS_A_LOOK, on_progress, self);
    }
  return FALSE;
}

/* (transfer full): a name that is free. */
static char *
find_name_aside (IlvRunDatabase *self)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.broken-%u", self->path, i);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

/* With its log, which may hold what the file does not yet; the index is made anew from it. */
static gboolean
move_aside (IlvRunDatabase *self, GError **error)
{
  g_autofree char *name = find_name_aside (self);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *log_name = g_strconcat (name, "-wal", NULL);
  g_autofree char *index = g_strconcat (self->path, "-shm", NULL);
  int saved_errno;

  if (g_rename (self->path, name) != 0)
    {
      saved_errno = errno;
      g_set_error (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_FAILED, "%s: %s", self->path,
                   g_strerror (saved_errno));
      return FALSE;
    }
  g_rename (log, log_name);
  g_unlink (index);
  g_free (self->warning);
  self->warning = g_strdup_printf (
    /* Translators: %s is the name of a file. */
    _ ("The history of runs was damaged, and a new one was begun. The old one is kept as %s."), name);
  g_message ("%s", self->warning);
  return TRUE;
}

/* Two programs may find at once that it is broken: one sets it aside, and the other sees that another
 * file is there. */
static gboolean
set_aside (IlvRunDatabase *self, GError **error)
{
  gboolean is_done;
  int fd;

  /* The log has to stay for the one who mends the file. */
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  close_file (self);
  fd = lock_folder (self);
  is_done = !is_in_place (self) || move_aside (self, error);
  if (fd >= 0)
    close (fd);
  return is_done;
}

/* SQLite waits by itself, but not where another program opens or closes the file at that moment. */
static gboolean
attempt_again (IlvRunDatabase *self, IlvRunDeed deed, gpointer data, GError **error)
{
  for (int n_times = 0;; n_times++)
    {
      g_autoptr (GError) problem = NULL;

      if (attempt (self, deed, data, &problem))
        return TRUE;
      if (!g_error_matches (problem, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_BUSY)
          || !on_busy (self, n_times))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }
}

static void
ilv_run_database_finalize (GObject *object)
{
  IlvRunDatabase *self = ILV_RUN_DATABASE (object);

  close_file (self);
  g_free (self->path);
  g_free (self->warning);

  G_OBJECT_CLASS (ilv_run_database_parent_class)->finalize (object);
}

static void
ilv_run_database_class_init (IlvRunDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_run_database_finalize;
}

static void
ilv_run_database_init (IlvRunDatabase *self)
{
  self->lock_limit_ns = LOCK_LIMIT_NS;
}

IlvRunDatabase *
ilv_run_database_new (const char *path)
{
  IlvRunDatabase *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (ILV_TYPE_RUN_DATABASE, NULL);
  self->path = g_strdup (path);
  return self;
}

gboolean
ilv_run_database_do (IlvRunDatabase *self,
                     IlvRunDeed deed,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean is_done;

  g_return_val_if_fail (ILV_IS_RUN_DATABASE (self), FALSE);
  g_return_val_if_fail (deed != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->cancellable = cancellable;
  self->give_up_us = g_get_monotonic_time () + self->lock_limit_ns / 1000;
  is_done = attempt_again (self, deed, data, &problem);
  if (g_error_matches (problem, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_BROKEN))
    {
      g_clear_error (&problem);
      is_done = set_aside (self, &problem) && attempt_again (self, deed, data, &problem);
    }
  self->cancellable = NULL;
  if (!self->is_ready)
    close_file (self);
  if (is_done || g_cancellable_set_error_if_cancelled (cancellable, error))
    return is_done;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

char *
ilv_run_database_take_warning (IlvRunDatabase *self)
{
  g_return_val_if_fail (ILV_IS_RUN_DATABASE (self), NULL);

  return g_steal_pointer (&self->warning);
}

void
ilv_run_database_set_lock_limit (IlvRunDatabase *self, gint64 limit_ns)
{
  g_return_if_fail (ILV_IS_RUN_DATABASE (self));

  self->lock_limit_ns = limit_ns;
}
