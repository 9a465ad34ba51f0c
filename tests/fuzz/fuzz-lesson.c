/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Anything as a lesson: Markdown, front matter, and the key files in its blocks, workloads among them. */

#include <stdlib.h>

#include <glib/gstdio.h>

#include "ilv-lesson.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static char *folder_path;
static char *file_path;

static void
remove_folder (void)
{
  g_remove (file_path);
  g_rmdir (folder_path);
}

/* In memory, where there is such a folder: the file is written anew each time. */
static void
create_folder (void)
{
  folder_path = g_strdup (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm/ilv-fuzz-XXXXXX"
                                                                      : "/tmp/ilv-fuzz-XXXXXX");
  g_assert_nonnull (g_mkdtemp (folder_path));
  file_path = g_build_filename (folder_path, "lesson.md", NULL);
  atexit (remove_folder);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (IlvLesson) lesson = NULL;
  FILE *file;

  if (folder_path == NULL)
    create_folder ();
  file = g_fopen (file_path, "w");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);

  folder = g_file_new_for_path (folder_path);
  lesson = ilv_lesson_new_from_folder (folder, faults, NULL);
  g_assert_true (lesson != NULL || faults->len > 0);
  return 0;
}
