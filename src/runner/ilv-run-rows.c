/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-rows.h"

#include <glib/gi18n-lib.h>

#include "ilv-run-database.h"
#include "ilv-run-store.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

typedef enum
{
  FIELD_INT,
  FIELD_INT64,
  FIELD_DOUBLE,
} FieldKind;

#define FIELD(name, kind) { #name, FIELD_##kind, G_STRUCT_OFFSET (IlvFigures, name) }

/* The figures of a side, each in a column of its own. */
static const struct
{
  const char *column;
  FieldKind kind;
  gsize offset;
} fields[] = {
  FIELD (is_model, INT),
  FIELD (outcome, INT),
  FIELD (n_tasks, INT),
  FIELD (processors, INT),
  FIELD (makespan_ns, INT64),
  FIELD (cpu_time_ns, INT64),
  FIELD (running_ns, INT64),
  FIELD (ready_ns, INT64),
  FIELD (waiting_ns, INT64),
  FIELD (blocked_ns, INT64),
  FIELD (strangers_ns, INT64),
  FIELD (lost_ns, INT64),
  FIELD (slices, INT),
  FIELD (voluntary_switches, INT64),
  FIELD (involuntary_switches, INT64),
  FIELD (max_parallelism, INT),
  FIELD (mean_parallelism, DOUBLE),
  FIELD (utilisation, DOUBLE),
  FIELD (speedup, DOUBLE),
  FIELD (busy_ns, INT64),
  FIELD (own_waiting_ns, INT64),
  FIELD (slice_asked_ns, INT64),
  FIELD (slice_given_ns, INT64),
  FIELD (time_slices, INT),
  FIELD (slice_median_ns, INT64),
};

/* The columns of a side, in what is read and what is written. */
enum
{
  SIDE_RUN,
  SIDE_NUMBER,
  SIDE_STRATEGY,
  SIDE_FIRST_FIELD,
};

#define RUN_COLUMNS "id, lesson, section, title, made_us, kind, settings, processors, version"

enum
{
  COLUMN_ID,
  COLUMN_LESSON,
  COLUMN_SECTION,
  COLUMN_TITLE,
  COLUMN_MADE,
  COLUMN_KIND,
  COLUMN_SETTINGS,
  COLUMN_PROCESSORS,
  COLUMN_VERSION,
  COLUMN_TRACE_BYTES, /* of what is written */
  COLUMN_TRACES,
};

static char *
create_tables (void)
{
  GString *sql = g_string_new (
    /* Ids are never used again, so that a run that was deleted can be put back. */
    "CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, lesson TEXT NOT NULL,"
    " section TEXT NOT NULL, title TEXT NOT NULL, made_us INTEGER NOT NULL, kind TEXT NOT NULL,"
    " settings TEXT, processors INTEGER NOT NULL, version TEXT NOT NULL,"
    " trace_bytes INTEGER NOT NULL, traces BLOB);"
    "CREATE INDEX runs_by_place ON runs (lesson, section, title);"
    "CREATE TABLE sides (run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,"
    " side INTEGER NOT NULL, strategy TEXT NOT NULL");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_string_append_printf (sql, ", %s %s NOT NULL", fields[i].column,
                            fields[i].kind == FIELD_DOUBLE ? "REAL" : "INTEGER");
  g_string_append (sql, ", PRIMARY KEY (run, side));");
  return g_string_free (sql, FALSE);
}

const char *
ilv_run_rows_get_tables (void)
{
  static gsize sql = 0;

  if (g_once_init_enter (&sql))
    g_once_init_leave (&sql, (gsize) create_tables ());
  return (const char *) sql;
}

/* (transfer full) */
static sqlite3_stmt *
prepare (sqlite3 *connection, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL) != SQLITE_OK)
    ilv_run_database_fail (connection, error);
  return statement;
}

static gboolean
finish (sqlite3 *connection, sqlite3_stmt *statement, GError **error)
{
  return sqlite3_step (statement) == SQLITE_DONE || ilv_run_database_fail (connection, error);
}

static void
bind_text (sqlite3_stmt *statement, int column, const char *text)
{
  sqlite3_bind_text (statement, column + 1, text, -1, SQLITE_TRANSIENT);
}

static void
bind_place (sqlite3_stmt *statement, int first, const IlvRunPlace *place)
{
  bind_text (statement, first, place->lesson);
  bind_text (statement, first + 1, place->section);
  bind_text (statement, first + 2, place->title);
}

/* (transfer full): "" for what is no text. */
static char *
dup_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

static void
bind_run (sqlite3_stmt *statement, IlvStoredRun *run, GBytes *packed)
{
  gsize size = 0;
  gconstpointer bytes = packed != NULL ? g_bytes_get_data (packed, &size) : NULL;

  if (run->id != 0)
    sqlite3_bind_int64 (statement, COLUMN_ID + 1, run->id);
  bind_place (statement, COLUMN_LESSON, &run->place);
  sqlite3_bind_int64 (statement, COLUMN_MADE + 1, run->made_us);
  bind_text (statement, COLUMN_KIND, run->kind);
  if (run->settings != NULL)
    {
      g_autofree char *text = g_variant_print (run->settings, TRUE);

      bind_text (statement, COLUMN_SETTINGS, text);
    }
  sqlite3_bind_int64 (statement, COLUMN_PROCESSORS + 1, run->processors);
  bind_text (statement, COLUMN_VERSION, run->version);
  sqlite3_bind_int64 (statement, COLUMN_TRACE_BYTES + 1, size);
  if (bytes != NULL)
    sqlite3_bind_blob64 (statement, COLUMN_TRACES + 1, bytes, size, SQLITE_STATIC);
}

static void
bind_field (sqlite3_stmt *statement, guint field, const IlvFigures *figures)
{
  gconstpointer value = G_STRUCT_MEMBER_P (figures, fields[field].offset);
  int position = SIDE_FIRST_FIELD + field + 1;

  if (fields[field].kind == FIELD_INT)
    sqlite3_bind_int64 (statement, position, *(const int *) value);
  else if (fields[field].kind == FIELD_INT64)
    sqlite3_bind_int64 (statement, position, *(const gint64 *) value);
  else
    sqlite3_bind_double (statement, position, *(const double *) value);
}

static void
read_field (sqlite3_stmt *statement, guint field, IlvFigures *figures)
{
  gpointer value = G_STRUCT_MEMBER_P (figures, fields[field].offset);
  int column = SIDE_FIRST_FIELD + field;

  if (fields[field].kind == FIELD_INT)
    *(int *) value = sqlite3_column_int (statement, column);
  else if (fields[field].kind == FIELD_INT64)
    *(gint64 *) value = sqlite3_column_int64 (statement, column);
  else
    *(double *) value = sqlite3_column_double (statement, column);
}

static gboolean
insert_side (sqlite3 *connection, IlvStoredRun *run, IlvSide side, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO sides VALUES (?, ?, ?");
  g_autoptr (sqlite3_stmt) statement = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ")");
  statement = prepare (connection, sql->str, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, SIDE_RUN + 1, run->id);
  sqlite3_bind_int (statement, SIDE_NUMBER + 1, side);
  bind_text (statement, SIDE_STRATEGY, run->strategies[side]);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    bind_field (statement, i, &run->figures[side]);
  return finish (connection, statement, error);
}

gboolean
ilv_run_rows_insert (sqlite3 *connection, IlvStoredRun *run, GBytes *packed, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = prepare (connection,
               "INSERT INTO runs (" RUN_COLUMNS ", trace_bytes, traces)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               error);

  if (statement == NULL)
    return FALSE;
  bind_run (statement, run, packed);
  if (!finish (connection, statement, error))
    return FALSE;
  run->id = sqlite3_last_insert_rowid (connection);
  for (guint side = 0; side < ILV_N_SIDES; side++)
    if (!insert_side (connection, run, side, error))
      return FALSE;
  return TRUE;
}

gboolean
ilv_run_rows_trim (sqlite3 *connection, guint max_runs, gint64 max_bytes, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = prepare (connection,
               "DELETE FROM runs WHERE id IN (SELECT id FROM (SELECT id, row_number () OVER newest AS n,"
               " sum (trace_bytes) OVER newest AS bytes FROM runs WINDOW newest AS (ORDER BY id DESC))"
               " WHERE n > ? OR bytes > ?)",
               error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, max_runs);
  sqlite3_bind_int64 (statement, 2, max_bytes);
  return finish (connection, statement, error);
}

/* (transfer full) */
static IlvStoredRun *
read_run (sqlite3_stmt *statement)
{
  IlvStoredRun *run = ilv_stored_run_new_empty ();
  const char *settings = (const char *) sqlite3_column_text (statement, COLUMN_SETTINGS);

  run->id = sqlite3_column_int64 (statement, COLUMN_ID);
  run->place = (IlvRunPlace){ dup_text (statement, COLUMN_LESSON), dup_text (statement, COLUMN_SECTION),
                              dup_text (statement, COLUMN_TITLE) };
  run->made_us = sqlite3_column_int64 (statement, COLUMN_MADE);
  run->kind = dup_text (statement, COLUMN_KIND);
  if (settings != NULL)
    run->settings = g_variant_parse (G_VARIANT_TYPE_VARDICT, settings, NULL, NULL, NULL);
  run->processors = sqlite3_column_int64 (statement, COLUMN_PROCESSORS);
  run->version = dup_text (statement, COLUMN_VERSION);
  return run;
}

/* Both sides, or none. */
static gboolean
read_sides (sqlite3 *connection, IlvStoredRun *run, GError **error)
{
  int code;
  g_autoptr (sqlite3_stmt) statement
    = prepare (connection, "SELECT * FROM sides WHERE run = ? ORDER BY side", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, run->id);
  for (guint side = 0; side < ILV_N_SIDES; side++)
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_DONE)
        g_set_error (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_BROKEN,
                     _ ("%s is no history of runs"), sqlite3_db_filename (connection, NULL));
      if (code != SQLITE_ROW)
        return code != SQLITE_DONE && ilv_run_database_fail (connection, error);
      run->strategies[side] = dup_text (statement, SIDE_STRATEGY);
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        read_field (statement, i, &run->figures[side]);
      run->figures[side].strategy = run->strategies[side];
    }
  return TRUE;
}

GPtrArray *
ilv_run_rows_list (sqlite3 *connection, const IlvRunPlace *place, GError **error)
{
  g_autoptr (GPtrArray) runs
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ilv_stored_run_unref);
  g_autoptr (sqlite3_stmt) statement
    = prepare (connection,
               "SELECT " RUN_COLUMNS " FROM runs WHERE lesson = ? AND section = ? AND title = ?"
               " ORDER BY id DESC",
               error);
  int code;

  if (statement == NULL)
    return NULL;
  bind_place (statement, 0, place);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_ptr_array_add (runs, read_run (statement));
      if (!read_sides (connection, runs->pdata[runs->len - 1], error))
        return NULL;
    }
  if (code == SQLITE_DONE)
    return g_steal_pointer (&runs);
  ilv_run_database_fail (connection, error);
  return NULL;
}

static void
read_traces (sqlite3_stmt *statement, int column, IlvStoredRun *run)
{
  gconstpointer bytes = sqlite3_column_blob (statement, column);
  g_autoptr (GBytes) packed = NULL;

  if (bytes == NULL)
    return;
  packed = g_bytes_new (bytes, sqlite3_column_bytes (statement, column));
  if (!ilv_stored_run_unpack_traces (run, packed))
    g_message ("The traces of a run of “%s” are damaged: only its figures are left", run->place.title);
}

IlvStoredRun *
ilv_run_rows_load (sqlite3 *connection, gint64 id, GError **error)
{
  g_autoptr (IlvStoredRun) run = NULL;
  g_autoptr (sqlite3_stmt) statement
    = prepare (connection, "SELECT " RUN_COLUMNS ", traces FROM runs WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  switch (sqlite3_step (statement))
    {
    case SQLITE_ROW:
      run = read_run (statement);
      read_traces (statement, COLUMN_VERSION + 1, run);
      return read_sides (connection, run, error) ? g_steal_pointer (&run) : NULL;
    case SQLITE_DONE:
      g_set_error_literal (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_NOT_FOUND,
                           _ ("This run is no longer kept"));
      return NULL;
    default:
      ilv_run_database_fail (connection, error);
      return NULL;
    }
}

gboolean
ilv_run_rows_delete (sqlite3 *connection, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = prepare (connection, "DELETE FROM runs WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return finish (connection, statement, error);
}

gboolean
ilv_run_rows_clear (sqlite3 *connection, const IlvRunPlace *place, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = prepare (connection,
               place != NULL ? "DELETE FROM runs WHERE lesson = ? AND section = ? AND title = ?"
                             : "DELETE FROM runs",
               error);

  if (statement == NULL)
    return FALSE;
  if (place != NULL)
    bind_place (statement, 0, place);
  return finish (connection, statement, error);
}
