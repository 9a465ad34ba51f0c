/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pack-archive.h"

#include "pack-test.h"

/* Unpacks @file into a folder of its own, of which nothing may have been left. */
static gboolean
unpack (PackFixture *fixture, GFile *file, GError **error)
{
  g_autoptr (GFile) place = g_file_get_child (fixture->folder, "place");
  g_autoptr (GBytes) zip = g_file_load_bytes (file, NULL, NULL, NULL);

  ilv_pack_delete_folder (place);
  g_file_make_directory (place, NULL, NULL);
  return ilv_pack_archive_unpack (zip, place, NULL, error);
}

static void
assert_refused (PackFixture *fixture, GFile *file, IlvPackError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (unpack (fixture, file, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, ILV_PACK_ERROR, (int) code);
}

static void
test_names (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = {
    "../outside", "/outside", "a/../../outside", "a//b", "a/./b", "..", "C:\\outside", "a\\..\\outside", "a\nb", "c:d",
  };
  g_autoptr (GFile) outside = g_file_get_child (fixture->folder, "outside");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = NULL;
      struct archive *zip = pack_begin_zip (fixture, "evil.zip", &file);

      pack_add (zip, "lesson.md", AE_IFREG, PACK_LESSON, strlen (PACK_LESSON));
      pack_add (zip, names[i], AE_IFREG, "x", 1);
      pack_end_zip (zip);
      assert_refused (fixture, file, ILV_PACK_ERROR_UNSAFE);
      g_assert_false (g_file_query_exists (outside, NULL));
    }
}

static void
test_links (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = NULL;
  struct archive *zip = pack_begin_zip (fixture, "evil.zip", &file);

  pack_add (zip, "lesson.md", AE_IFLNK, "/etc/passwd", 0);
  pack_end_zip (zip);
  assert_refused (fixture, file, ILV_PACK_ERROR_UNSAFE);
}

static void
test_twice (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = NULL;
  struct archive *zip = pack_begin_zip (fixture, "evil.zip", &file);

  pack_add (zip, "lesson.md", AE_IFREG, "a", 1);
  pack_add (zip, "Lesson.md", AE_IFREG, "b", 1);
  pack_end_zip (zip);
  assert_refused (fixture, file, ILV_PACK_ERROR_UNSAFE);
}

/* A megabyte of zeros takes a thousandth in a zip file. */
static void
test_bomb (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *zeros = g_malloc0 (ILV_PACK_MAX_FILE_BYTES + 1);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) many = NULL;
  struct archive *zip = pack_begin_zip (fixture, "bomb.zip", &file);

  pack_add (zip, "lesson.md", AE_IFREG, zeros, ILV_PACK_MAX_FILE_BYTES + 1);
  pack_end_zip (zip);
  assert_refused (fixture, file, ILV_PACK_ERROR_TOO_LARGE);

  zip = pack_begin_zip (fixture, "bombs.zip", &many);
  for (guint i = 0; i <= ILV_PACK_MAX_BYTES / ILV_PACK_MAX_FILE_BYTES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      pack_add (zip, name, AE_IFREG, zeros, ILV_PACK_MAX_FILE_BYTES);
    }
  pack_end_zip (zip);
  assert_refused (fixture, many, ILV_PACK_ERROR_TOO_LARGE);
}

static void
test_numbers (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) many = NULL;
  g_autoptr (GFile) deep = NULL;
  struct archive *zip = pack_begin_zip (fixture, "many.zip", &many);

  for (guint i = 0; i <= ILV_PACK_MAX_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      pack_add (zip, name, AE_IFREG, "", 0);
    }
  pack_end_zip (zip);
  assert_refused (fixture, many, ILV_PACK_ERROR_TOO_LARGE);

  zip = pack_begin_zip (fixture, "deep.zip", &deep);
  pack_add (zip, "1/2/3/4/5/6/7/8/9", AE_IFREG, "", 0);
  pack_end_zip (zip);
  assert_refused (fixture, deep, ILV_PACK_ERROR_TOO_LARGE);
}

/* Nothing of a zip file that is cut off anywhere, or has another byte anywhere, harms anybody. */
static void
test_damaged (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = pack_write_zip (fixture, "good.zip", PACK_LESSON);
  g_autoptr (GFile) place = g_file_get_child (fixture->folder, "place");
  g_autofree char *zip = NULL;
  gsize size;

  g_assert_true (g_file_load_contents (file, NULL, &zip, &size, NULL, NULL));
  for (gsize i = 0; i < size; i++)
    {
      g_autofree char *changed = g_memdup2 (zip, size);
      g_autoptr (GBytes) cut = g_bytes_new (zip, i);
      g_autoptr (GBytes) other = NULL;

      changed[i] = (char) g_test_rand_int ();
      other = g_bytes_new (changed, size);
      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (GError) error = NULL;

          ilv_pack_delete_folder (place);
          g_file_make_directory (place, NULL, NULL);
          if (!ilv_pack_archive_unpack (j == 0 ? cut : other, place, NULL, &error))
            g_assert_nonnull (error);
        }
    }
}

static void
test_round_trip (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) lesson = pack_write (fixture, "mine/lesson.md", PACK_LESSON);
  g_autoptr (GFile) code = pack_write (fixture, "mine/code/Ü.py", "pass\n");
  g_autoptr (GFile) hidden = pack_write (fixture, "mine/.git/config", "secret");
  g_autoptr (GFile) backup = pack_write (fixture, "mine/lesson.md~", "old");
  g_autoptr (GFile) folder = g_file_get_child (fixture->folder, "mine");
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "mine.ilvpack");
  g_autoptr (GFile) unpacked = g_file_resolve_relative_path (fixture->folder, "place/mine/code/Ü.py");
  g_autoptr (GFile) not_there = g_file_resolve_relative_path (fixture->folder, "place/mine/.git");
  g_autoptr (GFile) nor_this = g_file_resolve_relative_path (fixture->folder, "place/mine/lesson.md~");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (ilv_pack_archive_write (folder, file, NULL, &error));
  g_assert_no_error (error);
  unpack (fixture, file, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (unpacked, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "pass\n");
  g_assert_false (g_file_query_exists (not_there, NULL));
  g_assert_false (g_file_query_exists (nor_this, NULL));
}

/* A pack that cannot be written leaves the one that was there. */
static void
test_keep (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) lesson = pack_write (fixture, "mine/lesson.md", PACK_LESSON);
  g_autoptr (GFile) file = pack_write (fixture, "mine.ilvpack", "the old one");
  g_autoptr (GFile) folder = g_file_get_child (fixture->folder, "mine");
  g_autoptr (GFile) link = g_file_get_child (folder, "link");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_make_symbolic_link (link, "/etc/passwd", NULL, NULL));
  g_assert_false (ilv_pack_archive_write (folder, file, NULL, &error));
  g_assert_error (error, ILV_PACK_ERROR, ILV_PACK_ERROR_UNSAFE);
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "the old one");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pack_add_test ("/pack/archive/names", test_names);
  pack_add_test ("/pack/archive/links", test_links);
  pack_add_test ("/pack/archive/twice", test_twice);
  pack_add_test ("/pack/archive/bomb", test_bomb);
  pack_add_test ("/pack/archive/numbers", test_numbers);
  pack_add_test ("/pack/archive/damaged", test_damaged);
  pack_add_test ("/pack/archive/round-trip", test_round_trip);
  pack_add_test ("/pack/archive/keep", test_keep);
  return g_test_run ();
}
