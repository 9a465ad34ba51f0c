/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "service-fixture.h"

#include <sqlite3.h>

#include "ilv-database.h"

static const char endless[]
  = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n";

typedef struct
{
  char *folder;
  char *path;
  IlvDatabase *database;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("interleave-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "shop.db", NULL);
  fixture->database = ilv_database_new (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->database);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_answer (Fixture *fixture, const char *sql, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = ilv_database_query (fixture->database, sql, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (answer, ==, text);
}

static void
assert_refused (Fixture *fixture, const char *sql, const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = ilv_database_query (fixture->database, sql, NULL, &error);

  g_assert_null (answer);
  g_assert_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_DATABASE);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("%s: “%s” is not “%s”", sql, error->message, pattern);
}

static void
test_answers (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_answer (fixture, "SELECT product, price FROM ada_orders",
                 "tea, 3.2; notebook, 7.5; compass, 12.9");
  assert_answer (fixture, "SELECT name FROM users WHERE signed_in;", "ada; edsger; tony; radia");
  assert_answer (fixture, "SELECT count (*) FROM orders", "40000");
  assert_answer (fixture, "SELECT sum (n) FROM totals", "40000");
  assert_answer (fixture, "SELECT name FROM users WHERE id = 99", "no rows");
  assert_answer (fixture, "SELECT NULL, 1", "–, 1");
  assert_answer (fixture, "SELECT id FROM orders", "1; 2; 3; 4; 5; and 39995 more");
  assert_answer (fixture, "UPDATE users SET signed_in = 1", "8 rows changed");
  assert_answer (fixture, "SELECT count (*) FROM users WHERE signed_in", "8");
}

/* What a lesson of anybody may not do. */
static void
test_refuses (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS other", other);
  g_autofree char *vacuum = g_strdup_printf ("VACUUM INTO '%s'", other);

  assert_refused (fixture, attach, "*lesson may not*");
  assert_refused (fixture, vacuum, "*");
  assert_refused (fixture, "PRAGMA journal_mode = OFF", "*lesson may not*");
  assert_refused (fixture, "SELECT load_extension ('evil')", "*");
  assert_refused (fixture, "CREATE VIRTUAL TABLE t USING fts3 (a)", "*");
  assert_refused (fixture, "SELECT 1; DROP TABLE users", "*one statement*");
  assert_refused (fixture, "", "*one statement*");
  assert_refused (fixture, "-- nothing", "*one statement*");
  assert_refused (fixture, "SELECT nonsense", "*no such column: nonsense*");
  assert_refused (fixture, "SELECT length (zeroblob (100000000))", "*too big*");
  assert_answer (fixture, "SELECT count (*) FROM users", "8");
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

static sqlite3 *
lock (Fixture *fixture)
{
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  return other;
}

static void
test_locked (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  sqlite3 *other = lock (fixture);
  gint64 begin_us = g_get_monotonic_time ();

  ilv_database_set_lock_limit (fixture->database, 300 * G_GINT64_CONSTANT (1000000));
  assert_refused (fixture, "SELECT name FROM users", "The database is locked*");
  g_assert_cmpint (g_get_monotonic_time () - begin_us, >=, 300 * 1000);
  sqlite3_close (other);
  assert_answer (fixture, "SELECT count (*) FROM users", "8");
}

typedef struct
{
  Fixture *fixture;
  const char *sql;
  GCancellable *cancellable;
  GError *error;
  gint has_begun; /* atomic */
} Query;

static gpointer
query_in_thread (gpointer data)
{
  Query *query = data;

  g_atomic_int_set (&query->has_begun, TRUE);
  g_assert_null (
    ilv_database_query (query->fixture->database, query->sql, query->cancellable, &query->error));
  return NULL;
}

static void
assert_cancels (Fixture *fixture, const char *sql)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Query query = { .fixture = fixture, .sql = sql, .cancellable = cancellable };
  GThread *thread = g_thread_new ("query", query_in_thread, &query);

  WAIT_FOR (g_atomic_int_get (&query.has_begun));
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
  g_assert_error (query.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&query.error);
}

/* Neither would end within the test's time otherwise. */
static void
test_cancel (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  for (guint i = 0; i < 5; i++)
    assert_cancels (fixture, endless);
  ilv_database_set_lock_limit (fixture->database, 3600 * G_GINT64_CONSTANT (1000000000));
  other = lock (fixture);
  for (guint i = 0; i < 5; i++)
    assert_cancels (fixture, "SELECT name FROM users");
  sqlite3_close (other);
  g_cancellable_cancel (cancellable);
  g_assert_null (ilv_database_query (fixture->database, "SELECT 1", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_vanished (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  assert_refused (fixture, "SELECT name FROM users", "*unable to open*");
  g_assert_true (g_file_set_contents (fixture->path, "This is no database, but a long text that "
                                      "only looks like one. It goes on for a while.", -1, NULL));
  assert_refused (fixture, "SELECT name FROM users", "*not a database*");
}

static void
test_cannot_be_made (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ilv_database_new ("/nowhere/shop.db", NULL, &error));
  g_assert_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_DATABASE);
}

#define ADD(name, func) g_test_add ("/service/database/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("answers", test_answers);
  ADD ("refuses", test_refuses);
  ADD ("locked", test_locked);
  ADD ("cancel", test_cancel);
  ADD ("vanished", test_vanished);
  g_test_add_func ("/service/database/cannot-be-made", test_cannot_be_made);
  return g_test_run ();
}
