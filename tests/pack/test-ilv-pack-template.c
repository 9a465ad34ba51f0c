/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pack-template.h"

#include "pack-test.h"

/* The lesson to begin from has no fault, and something to run in most of its sections. */
static void
test_faultless (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) folder = g_file_get_child (fixture->folder, "mine");
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvPack) pack = NULL;
  g_autoptr (IlvLesson) lesson = NULL;
  guint n_to_run = 0;

  g_assert_true (ilv_pack_template_write (folder, &error));
  g_assert_no_error (error);
  pack = ilv_pack_open (folder, fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ilv_pack_get_faults (pack)->len, ==, 0);
  lesson = g_list_model_get_item (G_LIST_MODEL (ilv_pack_get_course (pack)), 0);
  for (guint i = 0; i < ilv_lesson_get_n_sections (lesson); i++)
    n_to_run += ilv_section_get_comparison (ilv_lesson_get_section (lesson, i)) != NULL;
  g_assert_cmpuint (n_to_run, >=, 2);
}

static void
test_not_empty (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = pack_write (fixture, "mine/lesson.md", "mine");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_false (ilv_pack_template_write (folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY);
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pack_add_test ("/pack/template/faultless", test_faultless);
  pack_add_test ("/pack/template/not-empty", test_not_empty);
  return g_test_run ();
}
