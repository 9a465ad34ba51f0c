/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "ilv-run-database.h"
#include "ilv-run-rows.h"

#define LONG_NS G_GINT64_CONSTANT (600000000000) /* never waited for */

static const IlvRunPlace place = { "concurrency", "turns", "Two tasks" };
static const IlvRunPlace other_place = { "concurrency", "turns", "Two “other” tasks" };

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  IlvRunStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ilv-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "made", "history.db", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->store = ilv_run_store_new (fixture->file);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->file);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static IlvTrace *
make_trace (const char *strategy, guint n_spans, gint64 length_ns)
{
  static const char *const steps[] = { NULL };
  IlvTraceInfo *info = ilv_trace_info_new (strategy, 2);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));

  ilv_trace_info_add_task (info, "A", steps);
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  info->cpu_time_ns = 77;
  info->voluntary_switches = 3;
  info->involuntary_switches = -1;
  info->slice_asked_ns = 4000000;
  for (guint i = 0; i < n_spans; i++)
    {
      IlvSpan span = { i * length_ns, (i + 1) * length_ns, 0, ILV_NO_WORKER, 0, ILV_NO_STEP,
                       ILV_NO_PEER,   ILV_STATE_RUNNING,   0, 0 };

      g_array_append_val (spans, span);
    }
  return ilv_trace_new (info, spans, NULL);
}

/* The left side takes @n_spans, the right one twice as long. */
static IlvStoredRun *
make_run (const IlvRunPlace *at, guint n_spans)
{
  g_autoptr (IlvTrace) left = make_trace ("sequential", n_spans, 1000);
  g_autoptr (IlvTrace) right = make_trace ("thread-pool", n_spans, 2000);
  GVariant *settings = g_variant_new_parsed ("{'processors': <uint32 2>, 'slice': <int64 4000000>}");

  return ilv_stored_run_new (at, "plain", settings, left, right);
}

static void
on_done (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
add (IlvRunStore *store, IlvStoredRun *run, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ilv_run_store_add_async (store, run, NULL, on_done, &result);
  wait_for (&result);
  return ilv_run_store_add_finish (store, result, error);
}

static gint64
add_new (IlvRunStore *store, const IlvRunPlace *at, guint n_spans)
{
  g_autoptr (IlvStoredRun) run = make_run (at, n_spans);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (run->id, ==, 0);
  add (store, run, &error);
  g_assert_no_error (error);
  g_assert_cmpint (run->id, >, 0);
  return run->id;
}

static GPtrArray *
list (IlvRunStore *store, const IlvRunPlace *at, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ilv_run_store_list_async (store, at, NULL, on_done, &result);
  wait_for (&result);
  return ilv_run_store_list_finish (store, result, error);
}

/* The lengths of the left sides in spans, newest first: "5 3 1". */
static void
assert_runs (IlvRunStore *store, const IlvRunPlace *at, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = list (store, at, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < runs->len; i++)
    {
      IlvStoredRun *run = runs->pdata[i];

      g_string_append_printf (found, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                              run->figures[ILV_SIDE_LEFT].makespan_ns / 1000);
      g_assert_cmpint (run->figures[ILV_SIDE_RIGHT].makespan_ns, ==,
                       2 * run->figures[ILV_SIDE_LEFT].makespan_ns);
      g_assert_null (run->traces[ILV_SIDE_LEFT]);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static IlvStoredRun *
load (IlvRunStore *store, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ilv_run_store_load_async (store, id, NULL, on_done, &result);
  wait_for (&result);
  return ilv_run_store_load_finish (store, result, error);
}

static void
remove_run (IlvRunStore *store, gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ilv_run_store_remove_async (store, id, NULL, on_done, &result);
  wait_for (&result);
  ilv_run_store_remove_finish (store, result, &error);
  g_assert_no_error (error);
}

static void
clear (IlvRunStore *store, const IlvRunPlace *at)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ilv_run_store_clear_async (store, at, NULL, on_done, &result);
  wait_for (&result);
  ilv_run_store_clear_finish (store, result, &error);
  g_assert_no_error (error);
}

/* Another program that has the file open. */
static sqlite3 *
open_file (Fixture *fixture)
{
  sqlite3 *connection;

  g_assert_cmpint (sqlite3_open (fixture->path, &connection), ==, SQLITE_OK);
  return connection;
}

static void
execute (sqlite3 *connection, const char *sql)
{
  sqlite3_exec (connection, sql, NULL, NULL, NULL);
  g_assert_cmpstr (sqlite3_errmsg (connection), ==, "not an error");
}

static char *
ask (Fixture *fixture, const char *sql)
{
  sqlite3 *connection = open_file (fixture);
  sqlite3_stmt *statement;
  char *answer;

  g_assert_cmpint (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (connection);
  return answer;
}

static void
assert_answer (Fixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *answer = ask (fixture, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static char *
dup_kept_name (Fixture *fixture, guint number)
{
  return g_strdup_printf ("%s.broken-%u", fixture->path, number);
}

/* All that is known comes back, by another store. */
static void
test_kept (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvStoredRun) run = make_run (&place, 3);
  g_autoptr (IlvRunStore) later = ilv_run_store_new (fixture->file);
  g_autoptr (IlvStoredRun) loaded = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_spans;

  add (fixture->store, run, &error);
  g_assert_no_error (error);
  loaded = load (later, run->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (loaded->id, ==, run->id);
  g_assert_cmpstr (loaded->place.lesson, ==, "concurrency");
  g_assert_cmpstr (loaded->place.section, ==, "turns");
  g_assert_cmpstr (loaded->place.title, ==, "Two tasks");
  g_assert_cmpstr (loaded->kind, ==, "plain");
  g_assert_true (g_variant_equal (loaded->settings, run->settings));
  g_assert_cmpint (loaded->made_us, ==, run->made_us);
  g_assert_cmpuint (loaded->processors, ==, run->processors);
  g_assert_cmpstr (loaded->version, ==, ILV_VERSION);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      g_assert_cmpstr (loaded->figures[i].strategy, ==, run->figures[i].strategy);
      /* All but that pointer is numbers. */
      g_assert_cmpmem (&loaded->figures[i].is_model,
                       sizeof (IlvFigures) - G_STRUCT_OFFSET (IlvFigures, is_model),
                       &run->figures[i].is_model,
                       sizeof (IlvFigures) - G_STRUCT_OFFSET (IlvFigures, is_model));
      ilv_trace_get_spans (loaded->traces[i], &n_spans);
      g_assert_cmpuint (n_spans, ==, 3);
      g_assert_cmpint (ilv_trace_get_duration_ns (loaded->traces[i]), ==, i == 0 ? 3000 : 6000);
    }
  g_assert_cmpint (loaded->figures[0].voluntary_switches, ==, 3);
  g_assert_cmpint (loaded->figures[0].involuntary_switches, ==, -1);
}

static void
test_places (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_runs (fixture->store, &place, "");
  add_new (fixture->store, &place, 1);
  add_new (fixture->store, &other_place, 2);
  add_new (fixture->store, &place, 3);
  assert_runs (fixture->store, &place, "3 1");
  assert_runs (fixture->store, &other_place, "2");
}

static void
test_removed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvStoredRun) run = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  add_new (fixture->store, &place, 1);
  id = add_new (fixture->store, &place, 2);
  add_new (fixture->store, &place, 3);
  run = load (fixture->store, id, &error);
  remove_run (fixture->store, id);
  assert_runs (fixture->store, &place, "3 1");
  g_assert_null (load (fixture->store, id, &error));
  g_assert_error (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_answer (fixture, "SELECT count (*) FROM sides", "4");

  /* It comes back in its place, and does so only once. */
  g_assert_true (add (fixture->store, run, &error));
  assert_runs (fixture->store, &place, "3 2 1");
  g_assert_false (add (fixture->store, run, &error));
  g_assert_error (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_FAILED);
  assert_runs (fixture->store, &place, "3 2 1");
}

/* The number of a run that was the last one is not given to another. */
static void
test_numbers (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 first = add_new (fixture->store, &place, 1);

  remove_run (fixture->store, first);
  g_assert_cmpint (add_new (fixture->store, &place, 1), >, first);
}

static void
test_cleared (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  add_new (fixture->store, &place, 1);
  add_new (fixture->store, &other_place, 2);
  clear (fixture->store, &place);
  assert_runs (fixture->store, &place, "");
  assert_runs (fixture->store, &other_place, "2");
  clear (fixture->store, NULL);
  assert_runs (fixture->store, &other_place, "");
  assert_answer (fixture, "SELECT count (*) FROM sides", "0");
}

static void
test_max_runs (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_run_store_set_limits (fixture->store, 3, ILV_RUN_STORE_MAX_BYTES, LONG_NS);
  add_new (fixture->store, &other_place, 9);
  for (guint i = 1; i <= 5; i++)
    {
      add_new (fixture->store, &place, i);
      assert_answer (fixture, "SELECT count (*) FROM runs", i < 2 ? "2" : "3");
    }
  assert_runs (fixture->store, &place, "5 4 3");
  assert_runs (fixture->store, &other_place, "");
}

/* As many bytes as the limit are kept, and not one more; the file gets smaller too. */
static void
test_max_bytes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *bytes = NULL;
  g_autofree char *pages_before = NULL;
  g_autofree char *pages = NULL;
  g_autoptr (IlvRunStore) stricter = ilv_run_store_new (fixture->file);

  for (guint i = 1; i <= 4; i++)
    add_new (fixture->store, &place, 2000);
  bytes = ask (fixture, "SELECT max (trace_bytes) FROM runs");
  assert_answer (fixture, "SELECT sum (length (traces)) = sum (trace_bytes) FROM runs", "1");
  pages_before = ask (fixture, "PRAGMA page_count");
  ilv_run_store_set_limits (stricter, 100, 2 * g_ascii_strtoll (bytes, NULL, 10), LONG_NS);
  add_new (stricter, &place, 2000);
  assert_runs (stricter, &place, "2000 2000");
  pages = ask (fixture, "PRAGMA page_count");
  g_assert_cmpint (atoi (pages), <, atoi (pages_before));
}

/* Of a run that is too large, the figures are left. */
static void
test_too_large (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = add_new (fixture->store, &place, 60000);
  g_autoptr (IlvStoredRun) loaded = load (fixture->store, id, NULL);

  g_assert_nonnull (loaded);
  g_assert_null (loaded->traces[ILV_SIDE_LEFT]);
  g_assert_null (loaded->traces[ILV_SIDE_RIGHT]);
  g_assert_cmpint (loaded->figures[ILV_SIDE_LEFT].makespan_ns, ==, 60000000);
  assert_answer (fixture, "SELECT trace_bytes FROM runs", "0");
}

static void
assert_only_figures (Fixture *fixture, gint64 id)
{
  g_autoptr (IlvStoredRun) loaded = NULL;

  g_test_expect_message ("ilv-runner", G_LOG_LEVEL_MESSAGE, "*Two tasks*only its figures*");
  loaded = load (fixture->store, id, NULL);
  g_test_assert_expected_messages ();
  g_assert_nonnull (loaded);
  g_assert_null (loaded->traces[ILV_SIDE_LEFT]);
  g_assert_cmpint (loaded->figures[ILV_SIDE_LEFT].makespan_ns, ==, 5000);
}

/* Zeros beyond measure, gzipped, are not unpacked. */
static GBytes *
zip_zeros (gsize n_bytes)
{
  g_autoptr (GConverter) zip
    = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, zip);
  g_autofree char *zeros = g_malloc0 (n_bytes);

  g_assert_true (g_output_stream_write_all (stream, zeros, n_bytes, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
test_damaged_traces (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = add_new (fixture->store, &place, 5);
  g_autoptr (GBytes) bomb = zip_zeros (ILV_LAST_RUNS_MAX_BYTES + 1);
  g_autoptr (IlvStoredRun) run = make_run (&place, 1);
  sqlite3 *connection = open_file (fixture);

  execute (connection, "UPDATE runs SET traces = x'1f8b0800'");
  assert_only_figures (fixture, id);
  execute (connection, "UPDATE runs SET traces = 'text', settings = '{'");
  assert_only_figures (fixture, id);
  sqlite3_close (connection);
  g_assert_false (ilv_stored_run_unpack_traces (run, bomb));
}

/* What is no database is kept beside the new one. */
static void
test_no_database (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *kept = dup_kept_name (fixture, 1);
  g_autofree char *kept_too = dup_kept_name (fixture, 2);
  g_autofree char *text = NULL;
  g_autofree char *warning = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (IlvRunStore) store = ilv_run_store_new (fixture->file);

      g_assert_true (g_file_set_contents (fixture->path, "something else", -1, NULL));
      g_test_expect_message ("ilv-runner", G_LOG_LEVEL_MESSAGE, "*damaged*broken-*");
      add_new (store, &place, 4);
      g_test_assert_expected_messages ();
      assert_runs (store, &place, "4");
      g_free (warning);
      warning = ilv_run_store_take_warning (store);
      g_assert_nonnull (strstr (warning, i == 0 ? kept : kept_too));
      g_assert_null (ilv_run_store_take_warning (store));
    }
  g_assert_true (g_file_get_contents (kept, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "something else");
  g_assert_true (g_file_test (kept_too, G_FILE_TEST_EXISTS));
}

/* It breaks while it is open. */
static void
test_broken_meanwhile (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *kept = dup_kept_name (fixture, 1);
  sqlite3 *connection;

  add_new (fixture->store, &place, 1);
  connection = open_file (fixture);
  execute (connection, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 9999"
                       " WHERE name = 'runs'; PRAGMA schema_version = 99");
  sqlite3_close (connection);
  g_test_expect_message ("ilv-runner", G_LOG_LEVEL_MESSAGE, "*damaged*broken-1*");
  add_new (fixture->store, &place, 2);
  g_test_assert_expected_messages ();
  assert_runs (fixture->store, &place, "2");
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
}

/* A run of which a side is missing is no run. */
static void
test_half_a_run (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  sqlite3 *connection;

  add_new (fixture->store, &place, 1);
  connection = open_file (fixture);
  execute (connection, "DELETE FROM sides WHERE side = 1");
  sqlite3_close (connection);
  g_test_expect_message ("ilv-runner", G_LOG_LEVEL_MESSAGE, "*damaged*broken-1*");
  assert_runs (fixture->store, &place, "");
  g_test_assert_expected_messages ();
}

/* Tables of somebody else in a file that says nothing of a version. */
static void
test_foreign (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  sqlite3 *connection;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  connection = open_file (fixture);
  execute (connection, "CREATE TABLE runs (distance INTEGER)");
  sqlite3_close (connection);
  g_test_expect_message ("ilv-runner", G_LOG_LEVEL_MESSAGE, "*damaged*broken-1*");
  add_new (fixture->store, &place, 2);
  g_test_assert_expected_messages ();
  assert_runs (fixture->store, &place, "2");
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;
  return n_files;
}

/* Nothing is written where the file is of a later version. */
static void
test_newer (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvRunStore) store = ilv_run_store_new (fixture->file);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (IlvStoredRun) run = make_run (&place, 2);
  g_autoptr (GError) error = NULL;
  sqlite3 *connection;
  gsize n_before, n_after;

  add_new (fixture->store, &place, 1);
  g_clear_object (&fixture->store);
  connection = open_file (fixture);
  execute (connection, "PRAGMA user_version = 2");
  sqlite3_close (connection);
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));

  g_assert_false (add (store, run, &error));
  g_assert_error (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);
  g_assert_null (list (store, &place, &error));
  g_assert_error (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_NEWER);
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

/* Deleted by hand while it is open: the next run begins a new one, and not one without a name. */
static void
test_deleted (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvRunStore) later = ilv_run_store_new (fixture->file);

  add_new (fixture->store, &place, 1);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  add_new (fixture->store, &place, 2);
  assert_runs (later, &place, "2");
}

static void
test_unwritable (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (IlvStoredRun) run = make_run (&place, 2);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_false (add (fixture->store, run, &error));
  g_assert_error (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, folder));
}

static void
test_busy (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvRunStore) hasty = ilv_run_store_new (fixture->file);
  g_autoptr (IlvStoredRun) run = make_run (&place, 2);
  g_autoptr (GError) error = NULL;
  sqlite3 *connection;

  add_new (fixture->store, &place, 1);
  connection = open_file (fixture);
  execute (connection, "BEGIN IMMEDIATE");
  ilv_run_store_set_limits (hasty, 10, 1000000, 0);
  g_assert_false (add (hasty, run, &error));
  g_assert_error (error, ILV_RUN_STORE_ERROR, ILV_RUN_STORE_ERROR_BUSY);
  sqlite3_close (connection);
  assert_runs (fixture->store, &place, "1");
  g_clear_error (&error);
  g_assert_true (add (hasty, run, &error));
}

/* One waits for the other, and is woken by cancelling, without having done anything. */
static void
test_cancelled (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (IlvStoredRun) run = make_run (&place, 2);
  g_autoptr (GError) error = NULL;
  sqlite3 *connection;

  ilv_run_store_set_limits (fixture->store, 10, 1000000, LONG_NS);
  add_new (fixture->store, &place, 1);
  connection = open_file (fixture);
  execute (connection, "BEGIN IMMEDIATE");
  ilv_run_store_add_async (fixture->store, run, cancellable, on_done, &result);
  ilv_run_store_clear_async (fixture->store, NULL, cancellable, on_done, &second);
  g_cancellable_cancel (cancellable);
  wait_for (&result);
  wait_for (&second);
  g_assert_false (ilv_run_store_add_finish (fixture->store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (ilv_run_store_clear_finish (fixture->store, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  sqlite3_close (connection);
  assert_runs (fixture->store, &place, "1");
}

/* Calls are carried out in their order, and what nobody waits for as well. */
static void
test_order (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 1; i <= 5; i++)
    {
      g_autoptr (IlvStoredRun) run = make_run (&place, i);

      ilv_run_store_add_async (fixture->store, run, NULL, NULL, NULL);
    }
  assert_runs (fixture->store, &place, "5 4 3 2 1");
}

/* The program itself as another one that writes, a line for each run that is kept. */
static GSubprocess *
start_writer (Fixture *fixture, const char *how)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *writer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", how,
                                          fixture->path, NULL);

  g_assert_no_error (error);
  return writer;
}

static int
write_runs (const char *path, guint n_runs)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (IlvRunStore) store = ilv_run_store_new (file);

  for (guint i = 0; i < n_runs; i++)
    {
      add_new (store, &place, 300);
      if (write (STDOUT_FILENO, "\n", 1) != 1)
        return 1;
    }
  return 0;
}

static gboolean
die_within (sqlite3 *connection, gpointer data, GError **error)
{
  IlvStoredRun *run = data;

  g_assert_true (ilv_run_rows_insert (connection, run, NULL, error));
  g_assert_cmpint (run->id, >, 0);
  raise (SIGKILL);
  return TRUE;
}

static int
write_and_die (const char *path)
{
  g_autoptr (IlvRunDatabase) database = ilv_run_database_new (path);
  g_autoptr (IlvStoredRun) run = make_run (&place, 7);

  ilv_run_database_do (database, die_within, run, NULL, NULL);
  return 1;
}

static void
assert_killed (GSubprocess *writer)
{
  g_assert_true (g_subprocess_wait (writer, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (writer));
  g_assert_cmpint (g_subprocess_get_term_sig (writer), ==, SIGKILL);
}

/* Killed when a run has been written, but not yet for good: it was never there. */
static void
test_killed_within (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GSubprocess) writer = start_writer (fixture, "--die");

      assert_killed (writer);
      assert_answer (fixture, "PRAGMA integrity_check", "ok");
      assert_answer (fixture, "SELECT count (*) FROM sides", i == 0 ? "0" : "2");
      if (i == 0)
        add_new (fixture->store, &place, 1);
      assert_runs (fixture->store, &place, "1");
    }
}

/* Killed at any moment: all that it has said to be kept is there, and whole. */
static void
test_killed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint n_told = 0;

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (GSubprocess) writer = start_writer (fixture, "--write-on");
      GInputStream *lines = g_subprocess_get_stdout_pipe (writer);
      g_autoptr (GPtrArray) runs = NULL;
      guint n_lines = 0;
      gssize n_read = 1;
      char buffer[64];

      for (; n_lines < i && n_read > 0; n_lines += n_read)
        n_read = g_input_stream_read (lines, buffer, 1, NULL, NULL);
      g_subprocess_force_exit (writer);
      while ((n_read = g_input_stream_read (lines, buffer, sizeof buffer, NULL, NULL)) > 0)
        n_lines += n_read;
      assert_killed (writer);
      n_told += n_lines;
      runs = list (fixture->store, &place, NULL);
      g_assert_nonnull (runs);
      assert_answer (fixture, "PRAGMA integrity_check", "ok");
      /* The last one may be kept without having been told. */
      g_assert_cmpuint (runs->len, >=, n_told);
      g_assert_cmpuint (runs->len, <=, n_told + 1);
      n_told = runs->len;
    }
  assert_answer (fixture, "SELECT count (*) = 2 * (SELECT count (*) FROM runs) FROM sides", "1");
  g_assert_null (ilv_run_store_take_warning (fixture->store));
}

/* Two other programs and this one, from the first moment on. */
static void
test_several (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GSubprocess) first = start_writer (fixture, "--write");
  g_autoptr (GSubprocess) second = start_writer (fixture, "--write");
  g_autoptr (IlvRunStore) store = ilv_run_store_new (fixture->file);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;

  ilv_run_store_set_limits (store, 500, ILV_RUN_STORE_MAX_BYTES, LONG_NS);
  ilv_run_store_set_limits (fixture->store, 500, ILV_RUN_STORE_MAX_BYTES, LONG_NS);
  for (guint i = 0; i < 15; i++)
    {
      add_new (store, &place, 2);
      add_new (fixture->store, &place, 2);
    }
  g_assert_true (g_subprocess_wait_check (first, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (second, NULL, &error));
  runs = list (store, &place, NULL);
  g_assert_cmpuint (runs->len, ==, 30 + 2 * 30);
  assert_answer (fixture, "PRAGMA integrity_check", "ok");
}

/* Two find at once that the file is broken: one copy is set aside, and both go on in one file. */
static void
test_several_broken (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *kept = dup_kept_name (fixture, 1);
  g_autofree char *kept_too = dup_kept_name (fixture, 2);
  g_autoptr (GSubprocess) first = NULL;
  g_autoptr (GSubprocess) second = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "something else", -1, NULL));
  first = start_writer (fixture, "--write");
  second = start_writer (fixture, "--write");
  g_assert_true (g_subprocess_wait_check (first, NULL, NULL));
  g_assert_true (g_subprocess_wait_check (second, NULL, NULL));
  runs = list (fixture->store, &place, NULL);
  g_assert_cmpuint (runs->len, ==, 2 * 30);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (kept_too, G_FILE_TEST_EXISTS));
}

#define test(path, function) \
  g_test_add ("/runner/run-store/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write-on"))
    return write_runs (argv[2], G_MAXUINT);
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_runs (argv[2], 30);
  if (argc == 3 && g_str_equal (argv[1], "--die"))
    return write_and_die (argv[2]);
  g_test_init (&argc, &argv, NULL);

  test ("kept", test_kept);
  test ("places", test_places);
  test ("removed", test_removed);
  test ("numbers", test_numbers);
  test ("cleared", test_cleared);
  test ("max-runs", test_max_runs);
  test ("max-bytes", test_max_bytes);
  test ("too-large", test_too_large);
  test ("damaged-traces", test_damaged_traces);
  test ("no-database", test_no_database);
  test ("broken-meanwhile", test_broken_meanwhile);
  test ("half-a-run", test_half_a_run);
  test ("foreign", test_foreign);
  test ("newer", test_newer);
  test ("deleted", test_deleted);
  test ("unwritable", test_unwritable);
  test ("busy", test_busy);
  test ("cancelled", test_cancelled);
  test ("order", test_order);
  test ("killed-within", test_killed_within);
  test ("killed", test_killed);
  test ("several", test_several);
  test ("several-broken", test_several_broken);
  return g_test_run ();
}
