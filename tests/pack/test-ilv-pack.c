/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pack-test.h"

static IlvPack *
open_pack (PackFixture *fixture, GFile *source)
{
  g_autoptr (GError) error = NULL;
  IlvPack *pack = ilv_pack_open (source, fixture->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ilv_pack_get_course (pack))), >, 0);
  return pack;
}

static void
assert_fails (PackFixture *fixture, GFile *source, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ilv_pack_open (source, fixture->store, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, domain, code);
}

static char *
dup_lesson_id (IlvPack *pack)
{
  g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (ilv_pack_get_course (pack)), 0);

  return g_strdup (ilv_lesson_get_id (lesson));
}

/* A file of the lesson is as good as its folder, and the same pack. */
static void
test_folder (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = pack_write (fixture, "ours/lesson.md", PACK_LESSON);
  g_autoptr (GFile) folder = g_file_get_child (fixture->folder, "ours");
  g_autoptr (IlvPack) by_folder = open_pack (fixture, folder);
  g_autoptr (IlvPack) by_file = open_pack (fixture, file);
  g_autofree char *id = dup_lesson_id (by_folder);

  g_assert_cmpstr (ilv_pack_get_title (by_folder), ==, "Ours");
  g_assert_cmpstr (ilv_pack_get_id (by_folder), ==, ilv_pack_get_id (by_file));
  g_assert_true (g_file_equal (ilv_pack_get_folder (by_folder), folder));
  g_assert_null (ilv_pack_get_unpacked (by_folder));
  g_assert_cmpuint (ilv_pack_get_faults (by_folder)->len, ==, 0);
  g_assert_true (g_str_has_prefix (id, "ours."));
}

/* Two folders of one name do not share their progress. */
static void
test_ids (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) one = pack_write (fixture, "1/ours/lesson.md", PACK_LESSON);
  g_autoptr (GFile) two = pack_write (fixture, "2/ours/lesson.md", PACK_LESSON);
  g_autoptr (IlvPack) first = open_pack (fixture, one);
  g_autoptr (IlvPack) second = open_pack (fixture, two);
  g_autofree char *first_id = dup_lesson_id (first);
  g_autofree char *second_id = dup_lesson_id (second);

  g_assert_cmpstr (first_id, !=, second_id);
}

static void
test_zip (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = pack_write_zip (fixture, "ours.zip", PACK_LESSON);
  g_autoptr (IlvPack) pack = open_pack (fixture, file);
  g_autoptr (IlvPack) again = open_pack (fixture, file);
  g_autoptr (IlvPack) later = NULL;

  g_assert_true (g_file_has_prefix (ilv_pack_get_folder (pack), fixture->store));
  g_assert_cmpstr (ilv_pack_get_unpacked (pack), ==, ilv_pack_get_unpacked (again));

  /* What was unpacked stays when the file has gone. */
  g_assert_true (g_file_delete (file, NULL, NULL));
  later = ilv_pack_reopen (file, ilv_pack_get_unpacked (pack), fixture->store, NULL, NULL);
  g_assert_nonnull (later);
  g_assert_cmpstr (ilv_pack_get_id (later), ==, ilv_pack_get_id (pack));
  g_assert_null (ilv_pack_reopen (file, "../store", fixture->store, NULL, NULL));
}

static void
test_course (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) course
    = pack_write (fixture, "c/course.ini", "[Course]\nTitle=Two of ours\nLessons=one;two;\n");
  g_autoptr (GFile) one = pack_write (fixture, "c/one/lesson.md", PACK_LESSON);
  g_autoptr (GFile) two = pack_write (fixture, "c/two/lesson.md", "---\n[Lesson]\nTitle=2\n---\n\n# A\n\n<b>\n");
  g_autoptr (IlvPack) pack = open_pack (fixture, course);

  g_assert_cmpstr (ilv_pack_get_title (pack), ==, "Two of ours");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ilv_pack_get_course (pack))), ==, 2);
  g_assert_cmpuint (ilv_pack_get_faults (pack)->len, ==, 1);
}

/* A lesson of the course cannot lie outside of it. */
static void
test_outside (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "../outside", "/etc", "a/../../outside", "link" };
  g_autoptr (GFile) outside = pack_write (fixture, "outside/lesson.md", PACK_LESSON);
  g_autoptr (GFile) target = g_file_get_parent (outside);
  g_autoptr (GFile) link = g_file_resolve_relative_path (fixture->folder, "c/link");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strdup_printf ("[Course]\nTitle=T\nLessons=%s\n", names[i]);
      g_autoptr (GFile) course = pack_write (fixture, "c/course.ini", text);
      g_autoptr (GError) error = NULL;

      g_file_make_symbolic_link (link, g_file_peek_path (target), NULL, NULL);
      g_assert_null (ilv_pack_open (course, fixture->store, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (error);
    }
}

/* Code of a lesson cannot lie outside of it. */
static void
test_code_outside (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "../secret.py", "/etc/passwd", "link.py" };
  g_autoptr (GFile) secret = pack_write (fixture, "secret.py", "secret");
  g_autoptr (GFile) link = g_file_resolve_relative_path (fixture->folder, "ours/link.py");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strdup_printf (PACK_LESSON "\n```compare\n[Compare]\nTitle=T\nLeft=python-threads\n"
                                                           "Right=thread-pool\nLeftCode=%s\n[Task A]\n"
                                                           "Steps=cpu 1ms\n```\n",
                                               names[i]);
      g_autoptr (GFile) lesson = pack_write (fixture, "ours/lesson.md", text);
      g_autoptr (IlvPack) pack = NULL;

      g_file_make_symbolic_link (link, g_file_peek_path (secret), NULL, NULL);
      pack = open_pack (fixture, lesson);
      g_assert_cmpuint (ilv_pack_get_faults (pack)->len, ==, 1);
      g_test_message ("%s", ((GError *) ilv_pack_get_faults (pack)->pdata[0])->message);
    }
}

static void
test_errors (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) nothing = g_file_get_child (fixture->folder, "nothing");
  g_autoptr (GFile) text = pack_write (fixture, "text.zip", "no zip file");
  g_autoptr (GFile) newer
    = pack_write (fixture, "newer/lesson.md", "---\n[Lesson]\nFormat=99\nTitle=T\n---\n\n# A\n\nB\n");

  assert_fails (fixture, nothing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_fails (fixture, text, ILV_PACK_ERROR, ILV_PACK_ERROR_DAMAGED);
  assert_fails (fixture, fixture->folder, ILV_PACK_ERROR, ILV_PACK_ERROR_NOT_A_PACK);
  assert_fails (fixture, newer, ILV_LESSON_ERROR, ILV_LESSON_ERROR_NEWER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pack_add_test ("/pack/pack/folder", test_folder);
  pack_add_test ("/pack/pack/ids", test_ids);
  pack_add_test ("/pack/pack/zip", test_zip);
  pack_add_test ("/pack/pack/course", test_course);
  pack_add_test ("/pack/pack/outside", test_outside);
  pack_add_test ("/pack/pack/code-outside", test_code_outside);
  pack_add_test ("/pack/pack/errors", test_errors);
  return g_test_run ();
}
