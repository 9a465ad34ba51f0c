/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "service-fixture.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ilv-file-store.h"

static IlvFileStore *
make_store (void)
{
  g_autoptr (GError) error = NULL;
  IlvFileStore *store = ilv_file_store_new (NULL, &error);

  g_assert_no_error (error);
  return store;
}

static char *
get_path (IlvFileStore *store, const char *name)
{
  return g_build_filename (ilv_file_store_get_path (store), name, NULL);
}

static void
assert_reads (IlvFileStore *store, const char *name, const char *size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ilv_file_store_read (store, name, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, size);
}

static void
assert_writes (IlvFileStore *store, const char *argument, const char *name, gint64 bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ilv_file_store_write (store, argument, NULL, &error);
  g_autofree char *path = get_path (store, name);
  GStatBuf info;

  g_assert_no_error (error);
  g_assert_nonnull (text);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, bytes);
}

static void
assert_refused (IlvFileStore *store, gboolean writes, const char *argument, const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = writes ? ilv_file_store_write (store, argument, NULL, &error)
                                 : ilv_file_store_read (store, argument, NULL, &error);

  g_assert_null (text);
  g_assert_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_FILE);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("%s: “%s” is not “%s”", argument, error->message, pattern);
}

static void
test_files (void)
{
  IlvFileStore *store = make_store ();

  assert_reads (store, "notes.txt", "64 KiB");
  assert_reads (store, "song.flac", "4 MiB");
  assert_reads (store, "photo.raw", "16 MiB");
  assert_writes (store, "a.raw 8 MiB", "a.raw", 8 << 20);
  assert_reads (store, "a.raw", "8 MiB");
  assert_writes (store, "a.raw 100 KiB", "a.raw", 100 << 10);
  assert_reads (store, "a.raw", "100 KiB");
  assert_writes (store, "b.raw", "b.raw", 1 << 20);
  assert_writes (store, "c.raw 300 KiB", "c.raw", 300 << 10);
  g_assert_finalize_object (store);
}

static void
test_refuses (void)
{
  g_autoptr (IlvFileStore) store = make_store ();
  g_autofree char *link = get_path (store, "link");
  g_autofree char *pipe = get_path (store, "pipe");

  assert_refused (store, FALSE, "nothing.txt", "There is no file “nothing.txt”*");
  assert_refused (store, FALSE, "../notes.txt", "*no name of a file*");
  assert_refused (store, FALSE, "", "*no name of a file*");
  assert_refused (store, FALSE, ".lock", "*no name of a file*");
  assert_refused (store, TRUE, "/tmp/a", "*no name of a file*");
  assert_refused (store, TRUE, "a 65 MiB", "“65 MiB” is no size*");
  assert_refused (store, TRUE, "a 99999999999999999999 KiB", "*is no size*");
  assert_refused (store, TRUE, "a 18014398509481985 MiB", "*is no size*");
  assert_refused (store, TRUE, "a 0 MiB", "*is no size*");
  assert_refused (store, TRUE, "a 8 GiB", "*is no size*");
  assert_refused (store, TRUE, "a 8", "*is no size*");

  /* What a script may have put there. */
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  assert_refused (store, FALSE, "link", "*cannot be used*");
  assert_refused (store, TRUE, "link 1 KiB", "*cannot be used*");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (store, FALSE, "pipe", "*cannot be used*");
  assert_refused (store, TRUE, "pipe", "*cannot be used*");
}

/* A file goes away, and then the whole folder. */
static void
test_vanished (void)
{
  g_autoptr (IlvFileStore) store = make_store ();
  g_autofree char *path = get_path (store, "notes.txt");

  g_assert_cmpint (g_remove (path), ==, 0);
  assert_refused (store, FALSE, "notes.txt", "There is no file “notes.txt”*");
  remove_all (ilv_file_store_get_path (store));
  assert_refused (store, FALSE, "photo.raw", "There is no file*");
  assert_refused (store, TRUE, "a.raw", "*");
  ilv_file_store_close (store);
}

typedef struct
{
  IlvFileStore *store;
  GCancellable *cancellable;
  GError *error;
  gint n_done; /* atomic */
} Writing;

/* Without end, until it is stopped. */
static gpointer
write_in_thread (gpointer data)
{
  Writing *writing = data;
  char *text;

  while ((text = ilv_file_store_write (writing->store, "big.raw 2 MiB", writing->cancellable,
                                       &writing->error))
         != NULL)
    {
      g_free (text);
      g_atomic_int_inc (&writing->n_done);
    }
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (IlvFileStore) store = make_store ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Writing writing = { .store = store, .cancellable = cancellable };
  GThread *thread = g_thread_new ("writing", write_in_thread, &writing);

  WAIT_FOR (g_atomic_int_get (&writing.n_done) >= 1);
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
  g_assert_error (writing.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&writing.error);
}

/* Closing stops those who write, and nothing is left. */
static void
test_close (void)
{
  g_autoptr (IlvFileStore) store = make_store ();
  g_autofree char *folder = g_strdup (ilv_file_store_get_path (store));
  Writing writing[3] = { 0 };
  GThread *threads[3];

  for (guint i = 0; i < 3; i++)
    {
      writing[i].store = store;
      threads[i] = g_thread_new ("writing", write_in_thread, &writing[i]);
    }
  WAIT_FOR (g_atomic_int_get (&writing[0].n_done) >= 1);
  ilv_file_store_close (store);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  for (guint i = 0; i < 3; i++)
    {
      g_thread_join (threads[i]);
      g_assert_nonnull (writing[i].error);
      g_clear_error (&writing[i].error);
    }
  ilv_file_store_close (store);
  g_assert_null (ilv_file_store_read (store, "notes.txt", NULL, &writing[0].error));
  g_assert_error (writing[0].error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_CLOSED);
  g_clear_error (&writing[0].error);
}

/* What a crash has left is removed the next time; what somebody still uses is not. */
static void
test_leftovers (void)
{
  g_autoptr (IlvFileStore) used = make_store ();
  g_autofree char *parent = g_path_get_dirname (ilv_file_store_get_path (used));
  g_autofree char *left = g_build_filename (parent, "world-left", NULL);
  g_autofree char *deep = g_build_filename (left, "folder", "file", NULL);
  g_autofree char *deep_folder = g_path_get_dirname (deep);
  g_autofree char *kept = g_build_filename (parent, "kept", NULL);
  g_autofree char *target = g_build_filename (kept, "target", NULL);
  g_autofree char *link = g_build_filename (left, "link", NULL);
  g_autoptr (IlvFileStore) next = NULL;

  g_assert_cmpint (g_mkdir_with_parents (deep_folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (deep, "left", -1, NULL));
  g_assert_cmpint (g_mkdir (kept, 0700), ==, 0);
  g_assert_true (g_file_set_contents (target, "kept", -1, NULL));
  g_assert_cmpint (symlink (kept, link), ==, 0);
  next = make_store ();
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (target, G_FILE_TEST_EXISTS));
  assert_reads (used, "notes.txt", "64 KiB");
}

static void
test_no_place (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ilv_file_store_new (cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_autofree char *cache = init_test (&argc, &argv);
  int status;

  g_test_add_func ("/service/file-store/files", test_files);
  g_test_add_func ("/service/file-store/refuses", test_refuses);
  g_test_add_func ("/service/file-store/vanished", test_vanished);
  g_test_add_func ("/service/file-store/cancel", test_cancel);
  g_test_add_func ("/service/file-store/close", test_close);
  g_test_add_func ("/service/file-store/leftovers", test_leftovers);
  g_test_add_func ("/service/file-store/no-place", test_no_place);
  status = g_test_run ();
  remove_all (cache);
  return status;
}
