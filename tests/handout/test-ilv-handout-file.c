/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *path;
  char *name;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->path = g_dir_make_tmp ("ilv-file-XXXXXX", NULL);
  fixture->name = g_build_filename (fixture->path, "handout.pdf", NULL);
  fixture->file = g_file_new_for_path (fixture->name);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (fixture->path, name, NULL);

      g_assert_cmpint (g_remove (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->name);
  g_free (fixture->path);
}

static gboolean
save (GFile *file, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ilv_handout_file_write (file, bytes, error);
}

static void
assert_contents (Fixture *fixture, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GDir) folder = g_dir_open (fixture->path, 0, NULL);
  const char *name;

  g_assert_true (g_file_get_contents (fixture->name, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
  /* Nothing half written is left. */
  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_false (g_str_has_prefix (name, "handout.pdf."));
}

static void
test_replace (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (save (fixture->file, "one", &error));
  g_assert_no_error (error);
  assert_contents (fixture, "one");
  g_assert_cmpint (g_chmod (fixture->name, 0640), ==, 0);
  g_assert_true (save (fixture->file, "two", &error));
  assert_contents (fixture, "two");
  g_assert_cmpint (g_stat (fixture->name, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
}

/* A link stays one. */
static void
test_link (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *link = g_build_filename (fixture->path, "link", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);

  g_assert_true (save (fixture->file, "one", NULL));
  g_assert_cmpint (symlink (fixture->name, link), ==, 0);
  g_assert_true (save (file, "two", NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_contents (fixture, "two");
}

static void
assert_refused (GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (file, "text", &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, G_IO_ERROR);
  g_assert_nonnull (strstr (error->message, g_file_peek_path (file)));
}

static void
test_refused (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->path);
  g_autoptr (GFile) missing = g_file_get_child (fixture->file, "below-a-file.pdf");
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");

  g_assert_true (save (fixture->file, "one", NULL));
  assert_refused (folder);
  assert_refused (missing);
  if (g_file_query_exists (full, NULL))
    assert_refused (full);
  assert_contents (fixture, "one");
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/handout/file/replace", test_replace);
  add ("/handout/file/link", test_link);
  add ("/handout/file/refused", test_refused);

  return g_test_run ();
}
