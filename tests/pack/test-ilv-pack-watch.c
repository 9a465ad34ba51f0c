/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pack-watch.h"

#include "pack-test.h"

static void
on_changed (guint *n_changes)
{
  (*n_changes)++;
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
pass_time (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_timeout, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* A burst of saves is one change, also of a file in a folder of the folder. */
static void
test_changes (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = pack_write (fixture, "ours/lesson.md", PACK_LESSON);
  g_autoptr (GFile) code = pack_write (fixture, "ours/code/a.py", "pass\n");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (IlvPackWatch) watch = ilv_pack_watch_new (folder);
  guint n_changes = 0;

  g_signal_connect_swapped (watch, "changed", G_CALLBACK (on_changed), &n_changes);
  for (guint i = 0; i < 10; i++)
    g_object_unref (pack_write (fixture, "ours/lesson.md", PACK_LESSON "More.\n"));
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  pass_time (500);
  g_assert_cmpuint (n_changes, <, 10);

  n_changes = 0;
  g_object_unref (pack_write (fixture, "ours/code/a.py", "pass # more\n"));
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_end (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = pack_write (fixture, "ours/lesson.md", PACK_LESSON);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  IlvPackWatch *watch = ilv_pack_watch_new (folder);

  g_object_unref (pack_write (fixture, "ours/lesson.md", PACK_LESSON "More.\n"));
  g_assert_finalize_object (watch);
  pass_time (500);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pack_add_test ("/pack/watch/changes", test_changes);
  pack_add_test ("/pack/watch/end", test_end);
  return g_test_run ();
}
