/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "ilv-python.h"

#define DEADLINE_US (60 * G_USEC_PER_SEC)

/* A folder of programs that are named like interpreters, and nothing else in PATH. */
typedef struct
{
  char *folder;
  char *path;
  GListModel *found;
  GError *error;
  gboolean done;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = g_dir_make_tmp ("ilv-test-XXXXXX", NULL);
  fixture->path = g_strdup (g_getenv ("PATH"));
  g_setenv ("PATH", fixture->folder, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_setenv ("PATH", fixture->path, TRUE);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->found);
  g_clear_error (&fixture->error);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
add_program (Fixture *fixture, const char *name, const char *script)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, script, -1, NULL));
  g_assert_no_errno (g_chmod (path, 0700));
}

/* Adds a program that says of itself what an interpreter of that kind would. */
static void
add_fake (Fixture *fixture,
          const char *name,
          const char *version,
          guint number,
          const char *real,
          gboolean free_threaded)
{
  g_autofree char *script = g_strdup_printf (
    "#!/bin/sh\necho noise\n"
    "echo '{\"interleave\": 1, \"implementation\": \"cpython\", \"version\": \"%s\","
    " \"number\": %u, \"executable\": \"%s/%s\", \"real\": \"%s\","
    " \"free_threaded\": %s, \"interpreters\": %s}'\n",
    version, number, fixture->folder, name, real, free_threaded ? "true" : "false",
    number >= 0x030c0000 ? "true" : "false");

  add_program (fixture, name, script);
}

static void
on_found (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->found = ilv_python_find_finish (result, &fixture->error);
  fixture->done = TRUE;
}

static void
find (Fixture *fixture, const char *const *more, GCancellable *cancellable)
{
  gint64 deadline_us = g_get_monotonic_time () + DEADLINE_US;

  ilv_python_find_async (more, cancellable, on_found, fixture);
  while (!fixture->done && g_get_monotonic_time () < deadline_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (fixture->done);
}

static void
check_title (Fixture *fixture, guint index, const char *title)
{
  g_autoptr (IlvPython) python = g_list_model_get_item (fixture->found, index);

  g_assert_nonnull (python);
  g_assert_cmpstr (ilv_python_get_title (python), ==, title);
}

static void
test_none (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  find (fixture, NULL, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->found), ==, 0);
  g_assert_null (ilv_python_choose (fixture->found, ILV_STRATEGY_PYTHON_THREADS));
}

/* Newest first, each once, without those that are too old or none. */
static void
test_several (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvPython *python;

  add_fake (fixture, "python3", "3.11.2", 0x030b02f0, "/one", FALSE);
  add_fake (fixture, "python3.11", "3.11.2", 0x030b02f0, "/one", FALSE);
  add_fake (fixture, "python3.14t", "3.14.0", 0x030e00f0, "/two", TRUE);
  add_fake (fixture, "python3.14", "3.14.0", 0x030e00f0, "/three", FALSE);
  add_fake (fixture, "python3.9", "3.8.9", 0x030809f0, "/four", FALSE);
  add_program (fixture, "python3.10", "#!/bin/sh\necho '{\"interleave\": '\n");
  add_program (fixture, "python3.12", "#!/bin/sh\necho 'pyenv: no such command' >&2\nexit 127\n");
  add_program (fixture, "python3.13", "this is no program");
  add_program (fixture, "python3.15", "#!/bin/sh\nwhile :; do echo '{\"interleave\": 1}'; done\n");
  find (fixture, NULL, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->found), ==, 3);
  check_title (fixture, 0, "CPython 3.14.0");
  check_title (fixture, 1, "CPython 3.14.0, free-threaded");
  check_title (fixture, 2, "CPython 3.11.2");

  python = ilv_python_choose (fixture->found, ILV_STRATEGY_PYTHON_THREADS);
  g_assert_cmpstr (ilv_python_get_title (python), ==, "CPython 3.14.0");
  python = ilv_python_choose (fixture->found, ILV_STRATEGY_PYTHON_FREE_THREADED);
  g_assert_cmpstr (ilv_python_get_title (python), ==, "CPython 3.14.0, free-threaded");
  python = ilv_python_choose (fixture->found, ILV_STRATEGY_PYTHON_SUBINTERPRETERS);
  g_assert_cmpstr (ilv_python_get_title (python), ==, "CPython 3.14.0");
}

/* One that never answers is given up; what it has started, too. */
static void
test_hanging (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  add_program (fixture, "python3", "#!/bin/sh\nwhile :; do :; done\n");
  add_fake (fixture, "python3.11", "3.11.2", 0x030b02f0, "/one", FALSE);
  find (fixture, NULL, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->found), ==, 1);
}

static void
test_more_paths (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *more[] = { fixture->folder, "/nowhere", NULL };

  add_fake (fixture, "python3.11", "3.11.2", 0x030b02f0, "/one", FALSE);
  g_setenv ("PATH", "/nowhere", TRUE);
  find (fixture, more, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->found), ==, 1);
  g_assert_null (ilv_python_choose (fixture->found, ILV_STRATEGY_PYTHON_SUBINTERPRETERS));
  g_assert_null (ilv_python_choose (fixture->found, ILV_STRATEGY_PYTHON_FREE_THREADED));
}

static void
test_cancel (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  add_program (fixture, "python3", "#!/bin/sh\nwhile :; do :; done\n");
  ilv_python_find_async (NULL, cancellable, on_found, fixture);
  g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is really there answers, too. */
static void
test_real (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvPython) python = NULL;

  g_setenv ("PATH", fixture->path, TRUE);
  find (fixture, NULL, NULL);
  g_assert_no_error (fixture->error);
  python = g_list_model_get_item (fixture->found, 0);
  if (python == NULL)
    {
      g_test_skip ("There is no Python interpreter.");
      return;
    }
  g_assert_true (g_path_is_absolute (ilv_python_get_path (python)));
  g_assert_true (g_file_test (ilv_python_get_path (python), G_FILE_TEST_IS_EXECUTABLE));
  g_assert_true (g_str_has_prefix (ilv_python_get_title (python), "CPython 3."));
}

int
main (int argc, char *argv[])
{
  /* What stands before this program under ThreadSanitizer is nothing for interpreters. */
  g_unsetenv ("LD_PRELOAD");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/runner/python/none", Fixture, NULL, set_up, test_none, tear_down);
  g_test_add ("/runner/python/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/runner/python/hanging", Fixture, NULL, set_up, test_hanging, tear_down);
  g_test_add ("/runner/python/more-paths", Fixture, NULL, set_up, test_more_paths, tear_down);
  g_test_add ("/runner/python/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/runner/python/real", Fixture, NULL, set_up, test_real, tear_down);

  return g_test_run ();
}
