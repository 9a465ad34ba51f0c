/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-last-runs.h"

#include <glib/gstdio.h>

static const IlvRunPlace place = { "concurrency", "turns", "Two tasks" };

typedef struct
{
  char *path;
  GFile *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  fixture->path = g_dir_make_tmp ("ilv-runs-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_file_new_build_filename (fixture->path, "kept", "runs", NULL);
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
  g_clear_object (&fixture->folder);
  remove_tree (fixture->path);
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
  for (guint i = 0; i < n_spans; i++)
    {
      IlvSpan span = { i * length_ns,
                       (i + 1) * length_ns,
                       0,
                       ILV_NO_WORKER,
                       0,
                       ILV_NO_STEP,
                       ILV_NO_PEER,
                       ILV_STATE_RUNNING,
                       0,
                       0 };

      g_array_append_val (spans, span);
    }
  return ilv_trace_new (info, spans, NULL);
}

static IlvLastRun *
make_run (guint n_spans, gint64 length_ns)
{
  g_autoptr (IlvTrace) left = make_trace ("sequential", n_spans, length_ns);
  g_autoptr (IlvTrace) right = make_trace ("thread-pool", n_spans, length_ns);
  IlvTrace *const sides[] = { left, right };

  return ilv_last_run_new (sides, NULL, 2);
}

static void
on_saved (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
save (IlvLastRuns *runs, const IlvRunPlace *at, IlvLastRun *run, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ilv_last_runs_save_async (runs, at, run, NULL, on_saved, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ilv_last_runs_save_finish (runs, result, error);
}

/* (transfer full): the only file there is. */
static char *
find_file (Fixture *fixture)
{
  const char *path = g_file_peek_path (fixture->folder);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  char *file;

  g_assert_nonnull (folder);
  name = g_dir_read_name (folder);
  g_assert_nonnull (name);
  file = g_build_filename (path, name, NULL);
  g_assert_null (g_dir_read_name (folder));
  return file;
}

static void
assert_duration (IlvLastRun *run, guint index, gint64 expected_ns)
{
  g_assert_nonnull (run);
  g_assert_cmpint (ilv_trace_get_duration_ns (run->traces->pdata[index]), ==, expected_ns);
}

static void
test_kept (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvLastRuns) runs = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvLastRuns) later = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvLastRun) run = make_run (3, 1000);
  g_autoptr (IlvLastRun) other = make_run (5, 1000);
  g_autoptr (IlvLastRun) loaded = NULL;
  g_autoptr (IlvLastRun) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ilv_last_runs_load (runs, &place));
  g_assert_true (save (runs, &place, run, &error));
  g_assert_no_error (error);
  loaded = ilv_last_runs_load (later, &place);
  assert_duration (loaded, 0, 3000);
  assert_duration (loaded, 1, 3000);
  g_assert_cmpuint (loaded->traces->len, ==, 2);
  g_assert_null (loaded->titles);
  g_assert_cmpstr (ilv_trace_get_info (loaded->traces->pdata[1])->strategy, ==, "thread-pool");

  g_assert_true (save (runs, &place, other, &error));
  second = ilv_last_runs_load (later, &place);
  assert_duration (second, 0, 5000);
  g_free (find_file (fixture));
}

static void
test_race (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const titles[] = { "A plain loop", "A pool: of threads", "One" };
  g_autoptr (IlvLastRuns) runs = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvLastRuns) later = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvTrace) trace = make_trace ("sequential", 2, 500);
  IlvTrace *const traces[] = { trace, trace, trace };
  g_autoptr (IlvLastRun) run = ilv_last_run_new (traces, titles, 3);
  g_autoptr (IlvLastRun) loaded = NULL;

  g_assert_true (save (runs, &place, run, NULL));
  loaded = ilv_last_runs_load (later, &place);
  assert_duration (loaded, 2, 1000);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (loaded->titles->pdata[i], ==, titles[i]);
}

/* Each place has its own, however strange its names are. */
static void
test_places (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *long_name = g_strnfill (5000, 'x');
  g_autofree char *longer_name = g_strconcat (long_name, "y", NULL);
  const IlvRunPlace places[] = {
    { "a", "b", "c" },     { "a", "b", "d" },          { "a", "bc", "c" },
    { "a-b", "", "c" },    { "../../etc", "/", "\n" }, { "日本", "語", "ي" },
    { "日", "本語", "ي" }, { long_name, "b", "c" },    { longer_name, "b", "c" },
  };
  g_autoptr (IlvLastRuns) runs = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvLastRuns) later = ilv_last_runs_new (fixture->folder);
  g_autoptr (GDir) folder = NULL;
  guint n_files = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (IlvLastRun) run = make_run (i + 1, 100);
      g_autoptr (GError) error = NULL;

      save (runs, &places[i], run, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (IlvLastRun) run = ilv_last_runs_load (later, &places[i]);

      assert_duration (run, 0, (i + 1) * 100);
    }
  folder = g_dir_open (g_file_peek_path (fixture->folder), 0, NULL);
  while (g_dir_read_name (folder) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (places));
}

static void
test_damaged (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvLastRuns) runs = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvLastRuns) later = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvLastRun) run = make_run (3, 1000);
  g_autofree char *file = NULL;
  g_autofree char *pattern = NULL;

  save (runs, &place, run, NULL);
  file = find_file (fixture);
  g_assert_true (g_file_set_contents (file, "{\"traceEvents\": [", -1, NULL));
  pattern = g_strdup_printf ("*%s*damaged*", file);
  g_test_expect_message ("ilv-runner", G_LOG_LEVEL_MESSAGE, pattern);
  g_assert_null (ilv_last_runs_load (later, &place));
  g_test_assert_expected_messages ();
}

static void
test_too_large (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvLastRuns) runs = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvLastRuns) later = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvLastRun) small = make_run (3, 1000);
  g_autoptr (IlvLastRun) large = make_run (60000, 1000);
  g_autoptr (IlvLastRun) known = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (runs, &place, small, NULL));
  g_assert_false (save (runs, &place, large, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_null (ilv_last_runs_load (later, &place));
  known = ilv_last_runs_load (runs, &place);
  g_assert_true (known == large);
}

/* The file's name is in what is said, and the run is known all the same. */
static void
test_unwritable (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->path, "kept", NULL);
  g_autoptr (IlvLastRuns) runs = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvLastRun) run = make_run (3, 1000);
  g_autoptr (IlvLastRun) known = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  g_assert_false (save (runs, &place, run, &error));
  g_assert_nonnull (strstr (error->message, path));
  known = ilv_last_runs_load (runs, &place);
  g_assert_true (known == run);
}

static void
test_no_folder (void)
{
  g_autoptr (IlvLastRuns) runs = ilv_last_runs_new (NULL);
  g_autoptr (IlvLastRun) run = make_run (1, 1);
  g_autoptr (IlvLastRun) known = NULL;

  g_assert_null (ilv_last_runs_load (runs, &place));
  ilv_last_runs_put (runs, &place, run);
  known = ilv_last_runs_load (runs, &place);
  g_assert_true (known == run);
  g_assert_true (save (runs, &place, run, NULL));
}

/* Many at once: what is left is the one that came last. */
static void
test_order (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvLastRuns) runs = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvLastRuns) later = ilv_last_runs_new (fixture->folder);
  g_autoptr (IlvLastRun) loaded = NULL;
  GAsyncResult *results[20] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (IlvLastRun) run = make_run (i + 1, 10);

      ilv_last_runs_save_async (runs, &place, run, NULL, on_saved, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (ilv_last_runs_save_finish (runs, results[i], NULL));
      g_object_unref (results[i]);
    }
  loaded = ilv_last_runs_load (later, &place);
  assert_duration (loaded, 0, 200);
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/runner/last-runs/kept", test_kept);
  add ("/runner/last-runs/race", test_race);
  add ("/runner/last-runs/places", test_places);
  add ("/runner/last-runs/damaged", test_damaged);
  add ("/runner/last-runs/too-large", test_too_large);
  add ("/runner/last-runs/unwritable", test_unwritable);
  g_test_add_func ("/runner/last-runs/no-folder", test_no_folder);
  add ("/runner/last-runs/order", test_order);

  return g_test_run ();
}
