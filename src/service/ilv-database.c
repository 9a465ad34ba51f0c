/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-database.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "ilv-world-error.h"

#define DEFAULT_LOCK_LIMIT_NS (G_GINT64_CONSTANT (2) * 1000000000)
#define TIME_LIMIT_NS (G_GINT64_CONSTANT (20) * 1000000000)
#define OPERATIONS_A_LOOK 1000 /* of SQLite's virtual machine, some 10 µs */
#define MAX_SHOWN_ROWS 5
#define MAX_VALUE_BYTES (1024 * 1024)
#define MAX_SHOWN_CHARACTERS 60

struct _IlvDatabase
{
  GObject parent_instance;

  char *path;
  gint64 lock_limit_ns; /* atomic by the mutex */
  GMutex mutex;
};

/* One query and when it has to give up. */
typedef struct
{
  sqlite3 *connection;
  GCancellable *cancellable;
  gint64 lock_limit_us;
  gint64 give_up_us; /* waiting for the lock */
  gint64 deadline_us;
} Query;

G_DEFINE_FINAL_TYPE (IlvDatabase, ilv_database, G_TYPE_OBJECT)

static const char seed_sql[]
  = "PRAGMA synchronous = OFF;" /* only for this connection */
    "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, signed_in INTEGER NOT NULL);"
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, user INTEGER NOT NULL REFERENCES users (id),"
    " product TEXT NOT NULL, price REAL NOT NULL);"
    "INSERT INTO users (name, signed_in) VALUES ('ada', 1), ('grace', 0), ('edsger', 1),"
    " ('barbara', 0), ('tony', 1), ('leslie', 0), ('donald', 0), ('radia', 1);"
    /* Ada has ordered three things; what the others have ordered only makes the table long. */
    "INSERT INTO orders (user, product, price) VALUES (1, 'tea', 3.2), (1, 'notebook', 7.5),"
    " (1, 'compass', 12.9);"
    "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 39997)"
    " INSERT INTO orders (user, product, price) SELECT 2 + n % 7,"
    " CASE n % 4 WHEN 0 THEN 'tea' WHEN 1 THEN 'pencil' WHEN 2 THEN 'lamp' ELSE 'book' END,"
    " 1 + n % 97 / 4.0 FROM numbers;"
    "CREATE VIEW ada_orders AS SELECT product, price FROM orders WHERE user = 1;"
    "CREATE VIEW totals AS SELECT users.name AS name, count (*) AS n,"
    " round (sum (orders.price), 2) AS total FROM orders JOIN users ON users.id = orders.user"
    " GROUP BY users.id;";

static gboolean
fail (Query *query, int code, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (query->cancellable, error))
    return FALSE;
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    g_set_error_literal (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_DATABASE,
                         _("The database is locked by somebody else: end what holds it, "
                           "and ask again"));
  else if (code == SQLITE_INTERRUPT)
    g_set_error_literal (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_TIMED_OUT,
                         _("The query does not end: ask for less"));
  else if (code == SQLITE_AUTH)
    g_set_error_literal (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_DATABASE,
                         _("The query asks for what a lesson may not do: use only its tables"));
  else
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_DATABASE,
                 /* Translators: what SQLite says, in English */
                 _("The database refused the query: %s"), sqlite3_errmsg (query->connection));
  return FALSE;
}

/* Called by SQLite every now and then; another value than 0 ends the query. */
static int
on_progress (gpointer data)
{
  Query *query = data;

  return g_cancellable_is_cancelled (query->cancellable)
         || g_get_monotonic_time () > query->deadline_us;
}

/* Called by SQLite where the file is locked, with how often before; 0 gives up. Cancelling wakes it
 * at once. */
static int
on_busy (gpointer data, int n_times)
{
  Query *query = data;
  GPollFD poll_fd;
  int wait_ms = MIN (1 + n_times, 10);
  gint64 now_us = g_get_monotonic_time ();

  if (n_times == 0)
    query->give_up_us = now_us + query->lock_limit_us;
  if (now_us >= query->give_up_us || on_progress (query))
    return 0;
  if (g_cancellable_make_pollfd (query->cancellable, &poll_fd))
    {
      g_poll (&poll_fd, 1, wait_ms);
      g_cancellable_release_fd (query->cancellable);
    }
  else
    g_usleep (wait_ms * 1000);
  return !on_progress (query);
}

/* Lesson packs come from anywhere: only the tables of this file are theirs, and no function that
 * reaches out of it. */
static int
authorize (gpointer data G_GNUC_UNUSED,
           int action,
           const char *detail G_GNUC_UNUSED,
           const char *function,
           const char *database G_GNUC_UNUSED,
           const char *trigger G_GNUC_UNUSED)
{
  switch (action)
    {
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
    case SQLITE_PRAGMA:
    case SQLITE_CREATE_VTABLE:
    case SQLITE_DROP_VTABLE:
      return SQLITE_DENY;
    case SQLITE_FUNCTION:
      return g_strcmp0 (function, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    default:
      return SQLITE_OK;
    }
}

static gboolean
open_connection (Query *query, const char *path, int flags, GError **error)
{
  int code = sqlite3_open_v2 (path, &query->connection,
                              flags | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    return fail (query, code, error);
  sqlite3_progress_handler (query->connection, OPERATIONS_A_LOOK, on_progress, query);
  sqlite3_busy_handler (query->connection, on_busy, query);
  sqlite3_db_config (query->connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return TRUE;
}

static void
distrust (sqlite3 *connection)
{
  sqlite3_set_authorizer (connection, authorize, NULL);
  sqlite3_limit (connection, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (connection, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  sqlite3_limit (connection, SQLITE_LIMIT_TRIGGER_DEPTH, 10);
}

static void
append_row (GString *text, sqlite3_stmt *statement)
{
  if (text->len > 0)
    g_string_append (text, "; ");
  for (int i = 0; i < sqlite3_column_count (statement); i++)
    {
      const char *value = (const char *) sqlite3_column_text (statement, i);
      g_autofree char *valid = g_utf8_make_valid (value != NULL ? value : "–", -1);
      g_autofree char *shown
        = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_SHOWN_CHARACTERS));

      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, shown);
    }
}

static char *
finish_text (Query *query, GString *text, guint n_rows, gboolean is_read_only)
{
  guint n_more = n_rows - MIN (n_rows, MAX_SHOWN_ROWS);
  int n_changed = sqlite3_changes (query->connection);

  if (!is_read_only)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d row changed", "%d rows changed", n_changed), n_changed);
  if (n_rows == 0)
    return g_strdup (_("no rows"));
  if (n_more > 0)
    g_string_append_printf (
      text, g_dngettext (GETTEXT_PACKAGE, "; and %u more", "; and %u more", n_more), n_more);
  return g_strdup (text->str);
}

static char *
run_statement (Query *query, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_rows = 0;
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    if (n_rows++ < MAX_SHOWN_ROWS)
      append_row (text, statement);
  if (code == SQLITE_DONE)
    return finish_text (query, text, n_rows, sqlite3_stmt_readonly (statement));
  fail (query, code, error);
  return NULL;
}

static char *
run_sql (Query *query, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  const char *tail = NULL;
  char *text = NULL;
  int code = sqlite3_prepare_v2 (query->connection, sql, -1, &statement, &tail);

  if (code != SQLITE_OK)
    fail (query, code, error);
  else if (statement == NULL || tail[strspn (tail, " \t\r\n;")] != '\0')
    g_set_error_literal (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_DATABASE,
                         _("A query is one statement: write for example SELECT name FROM users"));
  else
    text = run_statement (query, statement, error);
  sqlite3_finalize (statement);
  return text;
}

static void
ilv_database_finalize (GObject *object)
{
  IlvDatabase *self = ILV_DATABASE (object);

  g_free (self->path);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (ilv_database_parent_class)->finalize (object);
}

static void
ilv_database_class_init (IlvDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_database_finalize;
}

static void
ilv_database_init (IlvDatabase *self)
{
  g_mutex_init (&self->mutex);
  self->lock_limit_ns = DEFAULT_LOCK_LIMIT_NS;
}

static void
query_init (Query *query, IlvDatabase *self, GCancellable *cancellable)
{
  g_mutex_lock (&self->mutex);
  *query = (Query) {
    .cancellable = cancellable,
    .lock_limit_us = self->lock_limit_ns / 1000,
    .deadline_us = g_get_monotonic_time () + TIME_LIMIT_NS / 1000,
  };
  g_mutex_unlock (&self->mutex);
}

IlvDatabase *
ilv_database_new (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (IlvDatabase) self = g_object_new (ILV_TYPE_DATABASE, NULL);
  gboolean is_made;
  Query query;
  int code;

  self->path = g_strdup (path);
  query_init (&query, self, cancellable);
  is_made
    = open_connection (&query, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (is_made && (code = sqlite3_exec (query.connection, seed_sql, NULL, NULL, NULL)) != SQLITE_OK)
    is_made = fail (&query, code, error);
  sqlite3_close (query.connection);
  return is_made ? g_steal_pointer (&self) : NULL;
}

const char *
ilv_database_get_path (IlvDatabase *self)
{
  return self->path;
}

void
ilv_database_set_lock_limit (IlvDatabase *self, gint64 limit_ns)
{
  g_mutex_lock (&self->mutex);
  self->lock_limit_ns = limit_ns;
  g_mutex_unlock (&self->mutex);
}

char *
ilv_database_query (IlvDatabase *self,
                    const char *sql,
                    GCancellable *cancellable,
                    GError **error)
{
  char *text = NULL;
  Query query;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  query_init (&query, self, cancellable);
  if (open_connection (&query, self->path, SQLITE_OPEN_READWRITE, error))
    {
      distrust (query.connection);
      text = run_sql (&query, sql, error);
    }
  sqlite3_close (query.connection);
  return text;
}
