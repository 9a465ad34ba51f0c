/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-progress.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define HEAD "[Progress]\nVersion=1\n\n"
#define TAIL "\n# end\n"

#define SAMPLE                                                                                     \
  HEAD "[Lesson concurrency]\nSeen=one;two;\n\n[Prediction concurrency/parallel-end]\n"            \
       "Predicted=0.5\nMeasured=0.5125\n\n[Prediction concurrency/other]\nSkipped=true\n" TAIL

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ilv-progress-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "progress.ini", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        empty_folder (child);
      g_assert_cmpint (g_remove (child), ==, 0);
    }
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  empty_folder (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
write_bytes (Fixture *fixture, const char *bytes, gssize length)
{
  g_autoptr (GError) error = NULL;

  /* GLib waits for the disk only where it replaces a file. */
  g_unlink (fixture->path);
  g_file_set_contents (fixture->path, bytes, length, &error);
  g_assert_no_error (error);
}

static char *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *bytes;

  g_file_get_contents (path, &bytes, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
save (IlvProgress *progress)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ilv_progress_save_now (progress, &error));
  g_assert_no_error (error);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static void
assert_new (IlvProgress *progress)
{
  g_assert_cmpuint (ilv_progress_count_sections_seen (progress, "concurrency"), ==, 0);
  g_assert_false (ilv_progress_is_section_seen (progress, "concurrency", "one"));
  g_assert_false (
    ilv_progress_get_prediction (progress, "concurrency", "parallel-end", NULL, NULL));
  g_assert_false (ilv_progress_is_prediction_skipped (progress, "concurrency", "other"));
}

/* All of SAMPLE. */
static void
assert_sample (IlvProgress *progress)
{
  double predicted = 0.0;
  double measured = 0.0;

  g_assert_cmpuint (ilv_progress_count_sections_seen (progress, "concurrency"), ==, 2);
  g_assert_true (ilv_progress_is_section_seen (progress, "concurrency", "one"));
  g_assert_true (ilv_progress_is_section_seen (progress, "concurrency", "two"));
  g_assert_false (ilv_progress_is_section_seen (progress, "concurrency", "three"));
  g_assert_true (
    ilv_progress_get_prediction (progress, "concurrency", "parallel-end", &predicted, &measured));
  g_assert_cmpfloat (predicted, ==, 0.5);
  g_assert_cmpfloat (measured, ==, 0.5125);
  g_assert_false (
    ilv_progress_is_prediction_skipped (progress, "concurrency", "parallel-end"));
  g_assert_true (ilv_progress_is_prediction_skipped (progress, "concurrency", "other"));
}

/* That the file was set aside as it was, under the name with that number, and said so. */
static void
assert_set_aside (Fixture *fixture, IlvProgress *progress, guint number, const char *bytes)
{
  g_autofree char *path = g_strdup_printf ("%s.damaged-%u", fixture->path, number);
  g_autofree char *kept = read_bytes (path);

  g_assert_cmpstr (kept, ==, bytes);
  g_assert_nonnull (ilv_progress_get_warning (progress));
  g_assert_nonnull (strstr (ilv_progress_get_warning (progress), path));
}

static void
count_call (IlvProgress *progress G_GNUC_UNUSED, guint *n_calls)
{
  (*n_calls)++;
}

static void
test_new (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvProgress) progress = ilv_progress_new (fixture->file);

  g_assert_null (ilv_progress_get_warning (progress));
  assert_new (progress);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_default_file (void)
{
  g_autoptr (GFile) file = ilv_progress_get_default_file ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "interleave", "progress.ini",
                                            NULL);

  g_assert_cmpstr (g_file_peek_path (file), ==, path);
}

static void
test_load (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvProgress) progress = NULL;

  write_bytes (fixture, SAMPLE, -1);
  progress = ilv_progress_new (fixture->file);
  g_assert_null (ilv_progress_get_warning (progress));
  assert_sample (progress);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *ids[] = { "concurrency", "my [own] lesson", "a=b;c\\d", "Übung/1", "\n", "Progress" };
  g_autoptr (IlvProgress) progress = ilv_progress_new (fixture->file);
  g_autoptr (IlvProgress) again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ilv_progress_set_section_seen (progress, ids[i], ids[i]);
      ilv_progress_set_section_seen (progress, ids[i], "first");
      ilv_progress_set_prediction (progress, ids[i], ids[i], 1.0 / (i + 3), -1.0);
      ilv_progress_skip_prediction (progress, ids[i], "skipped");
    }
  save (progress);

  again = ilv_progress_new (fixture->file);
  g_assert_null (ilv_progress_get_warning (again));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      double predicted = 0.0;
      double measured = 0.0;

      g_assert_cmpuint (ilv_progress_count_sections_seen (again, ids[i]), ==, 2);
      g_assert_true (ilv_progress_is_section_seen (again, ids[i], ids[i]));
      g_assert_true (ilv_progress_is_section_seen (again, ids[i], "first"));
      g_assert_true (ilv_progress_get_prediction (again, ids[i], ids[i], &predicted, &measured));
      g_assert_cmpfloat (predicted, ==, 1.0 / (i + 3));
      g_assert_cmpfloat (measured, ==, -1.0);
      g_assert_true (ilv_progress_is_prediction_skipped (again, ids[i], "skipped"));
    }
}

static void
test_changed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvProgress) progress = ilv_progress_new (fixture->file);
  guint n_calls = 0;

  g_signal_connect (progress, "changed", G_CALLBACK (count_call), &n_calls);

  ilv_progress_set_section_seen (progress, "a", "one");
  g_assert_cmpuint (n_calls, ==, 1);
  ilv_progress_set_section_seen (progress, "a", "one");
  g_assert_cmpuint (n_calls, ==, 1);

  ilv_progress_set_prediction (progress, "a", "p", 0.5, -1.0);
  g_assert_cmpuint (n_calls, ==, 2);
  ilv_progress_set_prediction (progress, "a", "p", 0.5, -1.0);
  g_assert_cmpuint (n_calls, ==, 2);
  ilv_progress_set_prediction (progress, "a", "p", 0.5, 0.6);
  g_assert_cmpuint (n_calls, ==, 3);

  ilv_progress_skip_prediction (progress, "a", "q");
  g_assert_cmpuint (n_calls, ==, 4);
  ilv_progress_skip_prediction (progress, "a", "q");
  g_assert_cmpuint (n_calls, ==, 4);
}

/* An answer takes the place of a skip, and a skip never that of an answer. */
static void
test_skip (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvProgress) progress = ilv_progress_new (fixture->file);
  double measured = 0.0;

  ilv_progress_skip_prediction (progress, "a", "p");
  g_assert_true (ilv_progress_is_prediction_skipped (progress, "a", "p"));
  g_assert_false (ilv_progress_get_prediction (progress, "a", "p", NULL, NULL));

  ilv_progress_set_prediction (progress, "a", "p", 0.5, 0.75);
  g_assert_false (ilv_progress_is_prediction_skipped (progress, "a", "p"));

  ilv_progress_skip_prediction (progress, "a", "p");
  g_assert_false (ilv_progress_is_prediction_skipped (progress, "a", "p"));
  g_assert_true (ilv_progress_get_prediction (progress, "a", "p", NULL, &measured));
  g_assert_cmpfloat (measured, ==, 0.75);

  ilv_progress_set_prediction (progress, "a", "p", 0.25, -1.0);
  g_assert_true (ilv_progress_get_prediction (progress, "a", "p", NULL, &measured));
  g_assert_cmpfloat (measured, ==, -1.0);
}

static void
test_save (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "deep", "er", "progress.ini", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (IlvProgress) progress = ilv_progress_new (file);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  struct stat before;
  struct stat after;

  ilv_progress_set_section_seen (progress, "a", "one");
  save (progress);
  first = read_bytes (path);
  g_assert_cmpstr (first, ==, "[Lesson a]\nSeen=one;\n\n[Progress]\nVersion=1\n\n# end\n");
  g_assert_cmpint (stat (folder, &before), ==, 0);
  g_assert_cmpint (before.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (path, &before), ==, 0);
  g_assert_cmpint (before.st_mode & 0777, ==, 0600);

  /* Nothing has changed: the disk is left alone. */
  save (progress);
  g_assert_cmpint (stat (path, &after), ==, 0);
  g_assert_cmpint (before.st_ino, ==, after.st_ino);

  /* Replaced, not written into: another file, and no other file left behind. */
  ilv_progress_set_setting (progress, "a", "one", "workers", "4");
  save (progress);
  second = read_bytes (path);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpint (stat (path, &after), ==, 0);
  g_assert_cmpint (before.st_ino, !=, after.st_ino);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
count_changed (IlvProgress *progress G_GNUC_UNUSED, guint *n_changed)
{
  (*n_changed)++;
}

static void
assert_setting (IlvProgress *progress, const char *key, const char *expected)
{
  g_autofree char *value = ilv_progress_get_setting (progress, "a/b", "one", key);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_settings (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvProgress) progress = ilv_progress_new (fixture->file);
  g_autoptr (IlvProgress) again = NULL;
  guint n_changed = 0;

  g_signal_connect (progress, "changed", G_CALLBACK (count_changed), &n_changed);
  assert_setting (progress, "code", NULL);
  ilv_progress_set_setting (progress, "a/b", "one", "code", NULL);
  g_assert_cmpuint (n_changed, ==, 0);
  ilv_progress_set_setting (progress, "a/b", "one", "code", "def f():\n\treturn '\\n;é'\n  ");
  ilv_progress_set_setting (progress, "a/b", "one", "workers", "4");
  ilv_progress_set_setting (progress, "a/b", "one", "workers", "4");
  ilv_progress_set_setting (progress, "a/b", "one", "old", "x");
  ilv_progress_set_setting (progress, "a/b", "one", "old", NULL);
  g_assert_cmpuint (n_changed, ==, 4);
  save (progress);

  again = ilv_progress_new (fixture->file);
  g_assert_null (ilv_progress_get_warning (again));
  assert_setting (again, "code", "def f():\n\treturn '\\n;é'\n  ");
  assert_setting (again, "workers", "4");
  assert_setting (again, "old", NULL);
}

static void
test_bad_setting (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvProgress) progress = NULL;

  write_bytes (fixture, HEAD "[Settings a%2Fb/one]\nworkers=4\ncode=bad \\q escape\n" TAIL, -1);
  progress = ilv_progress_new (fixture->file);
  g_assert_nonnull (ilv_progress_get_warning (progress));
  assert_setting (progress, "workers", "4");
  assert_setting (progress, "code", NULL);
}

static void
test_reset (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvProgress) progress = NULL;
  g_autofree char *empty = NULL;
  double measured;

  write_bytes (fixture, "[Badges]\nFirst=yes\n\n" SAMPLE, -1);
  progress = ilv_progress_new (fixture->file);
  g_assert_false (ilv_progress_undo_reset (progress));
  ilv_progress_set_setting (progress, "a/b", "one", "workers", "4");

  ilv_progress_reset (progress);
  g_assert_cmpuint (ilv_progress_count_sections_seen (progress, "concurrency"), ==, 0);
  g_assert_false (
    ilv_progress_get_prediction (progress, "concurrency", "parallel-end", NULL, NULL));
  g_assert_false (ilv_progress_is_prediction_skipped (progress, "concurrency", "other"));
  assert_setting (progress, "workers", NULL);
  save (progress);
  empty = read_bytes (fixture->path);
  g_assert_cmpstr (empty, ==, "[Badges]\nFirst=yes\n\n[Progress]\nVersion=1\n\n# end\n");

  ilv_progress_set_section_seen (progress, "concurrency", "three");
  g_assert_true (ilv_progress_undo_reset (progress));
  g_assert_false (ilv_progress_undo_reset (progress));
  g_assert_cmpuint (ilv_progress_count_sections_seen (progress, "concurrency"), ==, 2);
  g_assert_true (ilv_progress_is_section_seen (progress, "concurrency", "two"));
  g_assert_true (
    ilv_progress_get_prediction (progress, "concurrency", "parallel-end", NULL, &measured));
  g_assert_cmpfloat (measured, ==, 0.5125);
  g_assert_true (ilv_progress_is_prediction_skipped (progress, "concurrency", "other"));
  assert_setting (progress, "workers", "4");
  save (progress);
}

static void
count_failed (IlvProgress *progress G_GNUC_UNUSED, const char *message, guint *n_failed)
{
  g_assert_cmpstr (message, !=, "");
  (*n_failed)++;
}

static void
test_save_fails (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->path, "in", "a", "file", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (IlvProgress) progress = NULL;
  g_autoptr (GError) error = NULL;
  guint n_failed = 0;

  progress = ilv_progress_new (file);
  write_bytes (fixture, "mine", -1);
  ilv_progress_set_section_seen (progress, "a", "one");
  g_signal_connect (progress, "save-failed", G_CALLBACK (count_failed), &n_failed);
  g_assert_false (ilv_progress_save_now (progress, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_true (ilv_progress_is_section_seen (progress, "a", "one"));

  /* It is tried again. */
  g_assert_false (ilv_progress_save_now (progress, NULL));
  g_assert_cmpuint (n_failed, ==, 2);
}

/* What is asked for while something is written comes after it; nobody waits for the disk. */
static void
test_save_in_thread (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvProgress) progress = ilv_progress_new (fixture->file);
  guint n_seen = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *section = g_strdup_printf ("section-%u", i);

      ilv_progress_set_section_seen (progress, "a", section);
      ilv_progress_save (progress);
    }
  while (n_seen < 20)
    {
      g_autoptr (IlvProgress) reader = ilv_progress_new (fixture->file);

      g_assert_null (ilv_progress_get_warning (reader));
      g_assert_cmpuint (ilv_progress_count_sections_seen (reader, "a"), >=, n_seen);
      n_seen = ilv_progress_count_sections_seen (reader, "a");
      g_main_context_iteration (NULL, FALSE);
    }
}

/* What a thread has not written yet is not lost. */
static void
test_save_and_go (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 1; i <= 20; i++)
    {
      IlvProgress *progress = ilv_progress_new (fixture->file);
      g_autofree char *section = g_strdup_printf ("section-%u", i);

      g_assert_cmpuint (ilv_progress_count_sections_seen (progress, "a"), ==, i - 1);
      ilv_progress_set_section_seen (progress, "a", section);
      ilv_progress_save (progress);
      g_assert_finalize_object (progress);
    }
}

static void
test_save_in_thread_fails (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->path, "in", "a", "file", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (IlvProgress) progress = ilv_progress_new (file);
  guint n_failed = 0;

  write_bytes (fixture, "mine", -1);
  g_signal_connect (progress, "save-failed", G_CALLBACK (count_failed), &n_failed);
  ilv_progress_set_section_seen (progress, "a", "one");

  /* It is tried again when it is asked for again, and not before. */
  for (guint i = 1; i <= 2; i++)
    {
      ilv_progress_save (progress);
      while (n_failed < i)
        g_main_context_iteration (NULL, TRUE);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpuint (n_failed, ==, i);
    }
}

static void
test_unknown_kept (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvProgress) progress = NULL;
  g_autofree char *bytes = NULL;

  write_bytes (fixture,
               "[Progress]\nVersion=1\nTheme=dark\n\n[Lesson a]\nSeen=one;\nBookmark=7\n\n"
               "[Badges]\nFirst=yes\nFirst[de]=ja\n" TAIL,
               -1);
  progress = ilv_progress_new (fixture->file);
  g_assert_null (ilv_progress_get_warning (progress));
  ilv_progress_set_section_seen (progress, "a", "two");
  save (progress);

  bytes = read_bytes (fixture->path);
  g_assert_cmpstr (bytes, ==,
                   "[Progress]\nVersion=1\nTheme=dark\n\n[Lesson a]\nSeen=one;two;\n"
                   "Bookmark=7\n\n[Badges]\nFirst=yes\nFirst[de]=ja\n" TAIL);
}

static void
test_damaged (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const cases[] = {
    "",
    "\n",
    "nonsense",
    "[Progress]\nVersion=1\n",
    TAIL,
    "[Lesson concurrency]\nSeen=one;\n" TAIL,
    "[Progress]\nVersion=0\n" TAIL,
    "[Progress]\nVersion=2\n" TAIL,
    "[Progress]\nVersion=one\n" TAIL,
    HEAD "[Lesson concurrency]\nnonsense\n" TAIL,
    HEAD "[Lesson concurrency\nSeen=one;\n" TAIL,
    HEAD "[Lesson concurrency]\nSeen=\xff;\n" TAIL,
    SAMPLE "more",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IlvProgress) progress = NULL;
      g_autoptr (IlvProgress) again = NULL;

      g_test_message ("%u", i);
      write_bytes (fixture, cases[i], -1);
      progress = ilv_progress_new (fixture->file);
      assert_new (progress);
      assert_set_aside (fixture, progress, i + 1, cases[i]);
      g_assert_false (g_file_query_exists (fixture->file, NULL));

      ilv_progress_set_section_seen (progress, "a", "one");
      save (progress);
      again = ilv_progress_new (fixture->file);
      g_assert_null (ilv_progress_get_warning (again));
      g_assert_true (ilv_progress_is_section_seen (again, "a", "one"));

      /* The files of before are still there. */
      g_assert_cmpuint (count_files (fixture), ==, i + 2);
    }
}

static void
test_cut_off (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged-1", NULL);
  guint n_whole = 0;

  for (gsize length = 0; length <= strlen (SAMPLE); length++)
    {
      g_autofree char *bytes = g_strndup (SAMPLE, length);
      g_autoptr (IlvProgress) progress = NULL;

      write_bytes (fixture, bytes, length);
      progress = ilv_progress_new (fixture->file);
      if (ilv_progress_get_warning (progress) == NULL)
        {
          assert_sample (progress);
          n_whole++;
          continue;
        }
      assert_new (progress);
      assert_set_aside (fixture, progress, 1, bytes);
      g_assert_cmpint (g_remove (aside), ==, 0);
    }

  /* Only the last line's end can be missing. */
  g_assert_cmpuint (n_whole, ==, 2);
}

static void
test_bad_values (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const bad[] = {
    "[Prediction concurrency/bad]\nPredicted=abc\n",
    "[Prediction concurrency/bad]\nPredicted=\n",
    "[Prediction concurrency/bad]\nPredicted=-0.5\n",
    "[Prediction concurrency/bad]\nPredicted=inf\n",
    "[Prediction concurrency/bad]\nPredicted=nan\n",
    "[Prediction concurrency/bad]\nMeasured=0,5\n",
    "[Prediction concurrency/bad]\nSkipped=perhaps\n",
    "[Lesson bad]\nSeen=a\\qb\\qc;\n",
    "[Lesson bad]\nSeen=a\\\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *bytes = g_strconcat (bad[i], SAMPLE, NULL);
      g_autoptr (IlvProgress) progress = NULL;
      g_autoptr (IlvProgress) again = NULL;
      g_autofree char *left = NULL;

      write_bytes (fixture, bytes, -1);
      progress = ilv_progress_new (fixture->file);
      assert_sample (progress);
      assert_set_aside (fixture, progress, i + 1, bytes);
      g_assert_false (ilv_progress_get_prediction (progress, "concurrency", "bad", NULL, NULL));
      g_assert_cmpuint (ilv_progress_count_sections_seen (progress, "bad"), ==, 0);

      /* Until it is saved the file itself is left alone too. */
      left = read_bytes (fixture->path);
      g_assert_cmpstr (left, ==, bytes);

      save (progress);
      again = ilv_progress_new (fixture->file);
      g_assert_null (ilv_progress_get_warning (again));
      assert_sample (again);
    }
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_strconcat (fixture->path, ".damaged-1", NULL);
  g_autofree char *pipe = g_strconcat (fixture->path, ".damaged-2", NULL);
  g_autofree char *link = g_strconcat (fixture->path, ".damaged-3", NULL);
  g_autofree char *large = g_strconcat (fixture->path, ".damaged-4", NULL);
  const char *paths[] = { folder, pipe, link, large };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (IlvProgress) progress = NULL;

      if (i == 0)
        g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
      else if (i == 1)
        g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
      else if (i == 2)
        g_assert_cmpint (symlink ("progress.ini", fixture->path), ==, 0);
      else
        {
          write_bytes (fixture, SAMPLE, -1);
          g_assert_cmpint (truncate (fixture->path, 1024 * 1024 * 1024), ==, 0);
        }

      progress = ilv_progress_new (fixture->file);
      assert_new (progress);
      g_assert_nonnull (strstr (ilv_progress_get_warning (progress), paths[i]));
      g_assert_cmpuint (count_files (fixture), ==, i + 1);
      g_assert_true (g_file_test (paths[i], G_FILE_TEST_EXISTS) ||
                     g_file_test (paths[i], G_FILE_TEST_IS_SYMLINK));
    }
}

static void
assert_locked (Fixture *fixture, const char *bytes)
{
  g_autoptr (IlvProgress) progress = ilv_progress_new (fixture->file);
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;

  g_assert_nonnull (strstr (ilv_progress_get_warning (progress), fixture->path));
  ilv_progress_set_section_seen (progress, "a", "one");
  g_assert_true (ilv_progress_is_section_seen (progress, "a", "one"));
  g_assert_false (ilv_progress_save_now (progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);

  left = read_bytes (fixture->path);
  g_assert_cmpstr (left, ==, bytes);
}

/* All the names are taken: the same as a folder that cannot be written into, also for root. */
static void
test_cannot_set_aside (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *partly = g_strconcat ("[Prediction a/b]\nPredicted=abc\n", SAMPLE, NULL);

  for (guint i = 1; i <= 1000; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s.damaged-%u", fixture->path, i);

      g_assert_cmpint (symlink ("nowhere", path), ==, 0);
    }

  write_bytes (fixture, "nonsense", -1);
  assert_locked (fixture, "nonsense");
  write_bytes (fixture, partly, -1);
  assert_locked (fixture, partly);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write anywhere");
      return;
    }

  write_bytes (fixture, "nonsense", -1);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_locked (fixture, "nonsense");
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
test_garbage (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint run = 0; run < 500; run++)
    {
      g_autofree char *bytes = g_strdup (SAMPLE);
      guint n_changes = g_test_rand_int_range (1, 4);
      g_autoptr (IlvProgress) progress = NULL;

      for (guint i = 0; i < n_changes; i++)
        bytes[g_test_rand_int_range (0, strlen (SAMPLE))] = g_test_rand_int_range (0, 256);
      write_bytes (fixture, bytes, strlen (SAMPLE));
      progress = ilv_progress_new (fixture->file);
      g_assert_cmpuint (ilv_progress_count_sections_seen (progress, "concurrency"), <, 10);
      if (run % 20 == 0)
        save (progress);
      empty_folder (fixture->folder);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/progress/default-file", test_default_file);

#define ADD(name, func)                                                                            \
  g_test_add ("/lesson/progress/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("new", test_new);
  ADD ("load", test_load);
  ADD ("round-trip", test_round_trip);
  ADD ("changed", test_changed);
  ADD ("skip", test_skip);
  ADD ("save", test_save);
  ADD ("settings", test_settings);
  ADD ("bad-setting", test_bad_setting);
  ADD ("reset", test_reset);
  ADD ("save-fails", test_save_fails);
  ADD ("save-in-thread", test_save_in_thread);
  ADD ("save-and-go", test_save_and_go);
  ADD ("save-in-thread-fails", test_save_in_thread_fails);
  ADD ("unknown-kept", test_unknown_kept);
  ADD ("damaged", test_damaged);
  ADD ("cut-off", test_cut_off);
  ADD ("bad-values", test_bad_values);
  ADD ("not-a-file", test_not_a_file);
  ADD ("cannot-set-aside", test_cannot_set_aside);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("garbage", test_garbage);
  return g_test_run ();
}
