/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pack-shelf.h"

#include "pack-test.h"

typedef struct
{
  gboolean done;
  IlvPack *pack;
  GError *error;
} Answer;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->done = TRUE;
  ilv_pack_shelf_load_finish (ILV_PACK_SHELF (source), result, &answer->error);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->done = TRUE;
  answer->pack = ilv_pack_shelf_add_finish (ILV_PACK_SHELF (source), result, &answer->error);
}

static void
wait_for (Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

/* (transfer full): what a program that is started now has. @error: what loading says. */
static IlvPackShelf *
load (PackFixture *fixture, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "packs.ini");
  IlvPackShelf *shelf = ilv_pack_shelf_new (file, fixture->store);
  Answer answer = { 0 };

  ilv_pack_shelf_load_async (shelf, NULL, on_loaded, &answer);
  wait_for (&answer);
  if (error == NULL)
    g_assert_no_error (answer.error);
  else
    *error = answer.error;
  return shelf;
}

/* (transfer full) */
static IlvPack *
add_source (IlvPackShelf *shelf, GFile *source)
{
  Answer answer = { 0 };

  ilv_pack_shelf_add_async (shelf, source, NULL, on_added, &answer);
  wait_for (&answer);
  g_assert_no_error (answer.error);
  return answer.pack;
}

static guint
count (IlvPackShelf *shelf)
{
  return g_list_model_get_n_items (G_LIST_MODEL (shelf));
}

static void
test_keep (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) folder = pack_write (fixture, "ours/lesson.md", PACK_LESSON);
  g_autoptr (GFile) zip = pack_write_zip (fixture, "theirs.zip", PACK_LESSON);
  g_autoptr (IlvPackShelf) shelf = load (fixture, NULL);
  g_autoptr (IlvPack) ours = add_source (shelf, folder);
  g_autoptr (IlvPack) theirs = add_source (shelf, zip);
  g_autoptr (IlvPack) again = add_source (shelf, folder);
  g_autoptr (IlvPackShelf) later = NULL;
  g_autoptr (IlvPack) kept = NULL;

  g_assert_cmpuint (count (shelf), ==, 2);
  g_assert_true (g_file_delete (zip, NULL, NULL));
  later = load (fixture, NULL);
  g_assert_cmpuint (count (later), ==, 2);
  kept = g_list_model_get_item (G_LIST_MODEL (later), 1);
  g_assert_cmpstr (ilv_pack_get_id (kept), ==, ilv_pack_get_id (theirs));
  g_assert_null (ilv_pack_get_error (kept));
}

/* What is removed can be put back in its place; what was unpacked for it goes with the next start. */
static void
test_remove (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) zip = pack_write_zip (fixture, "theirs.zip", PACK_LESSON);
  g_autoptr (GFile) folder = pack_write (fixture, "ours/lesson.md", PACK_LESSON);
  g_autoptr (IlvPackShelf) shelf = load (fixture, NULL);
  g_autoptr (IlvPack) theirs = add_source (shelf, zip);
  g_autoptr (IlvPack) ours = add_source (shelf, folder);
  g_autoptr (IlvPackShelf) later = NULL;
  g_autoptr (IlvPack) first = NULL;
  guint position = ilv_pack_shelf_remove (shelf, theirs);

  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (count (shelf), ==, 1);
  g_assert_true (g_file_query_exists (ilv_pack_get_folder (theirs), NULL));
  ilv_pack_shelf_restore (shelf, theirs, position);
  ilv_pack_shelf_restore (shelf, theirs, position);
  g_assert_cmpuint (count (shelf), ==, 2);
  first = g_list_model_get_item (G_LIST_MODEL (shelf), 0);
  g_assert_true (first == theirs);

  ilv_pack_shelf_remove (shelf, theirs);
  later = load (fixture, NULL);
  g_assert_cmpuint (count (later), ==, 1);
  g_assert_false (g_file_query_exists (ilv_pack_get_folder (theirs), NULL));
}

static void
test_broken (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = pack_write (fixture, "ours/lesson.md", PACK_LESSON);
  g_autoptr (IlvPackShelf) shelf = load (fixture, NULL);
  g_autoptr (IlvPack) ours = add_source (shelf, file);
  g_autoptr (IlvPackShelf) later = NULL;
  g_autoptr (IlvPack) kept = NULL;

  g_assert_true (g_file_delete (file, NULL, NULL));
  later = load (fixture, NULL);
  g_assert_cmpuint (count (later), ==, 1);
  kept = g_list_model_get_item (G_LIST_MODEL (later), 0);
  g_assert_nonnull (ilv_pack_get_error (kept));
  g_assert_null (ilv_pack_get_course (kept));
  g_assert_cmpstr (ilv_pack_get_title (kept), ==, "Ours");
}

/* A list that cannot be read is kept under another name. */
static void
test_damaged (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = pack_write (fixture, "packs.ini", "[Pack\nno key file");
  g_autoptr (GFile) aside = g_file_get_child (fixture->folder, "packs.ini~");
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvPackShelf) shelf = load (fixture, &error);

  g_assert_error (error, ILV_PACK_ERROR, ILV_PACK_ERROR_DAMAGED);
  g_assert_cmpuint (count (shelf), ==, 0);
  g_assert_true (g_file_query_exists (aside, NULL));
}

static void
test_find (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = pack_write (fixture, "ours/lesson.md", PACK_LESSON);
  g_autoptr (IlvPackShelf) shelf = load (fixture, NULL);
  g_autoptr (IlvPack) ours = add_source (shelf, file);
  g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (ilv_pack_get_course (ours)), 0);
  g_autoptr (IlvLesson) found = NULL;
  IlvPack *pack = NULL;

  found = ilv_pack_shelf_find_lesson (shelf, ilv_lesson_get_id (lesson), &pack);
  g_assert_true (found == lesson);
  g_assert_true (pack == ours);
  g_assert_null (ilv_pack_shelf_find_lesson (shelf, "ours", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pack_add_test ("/pack/shelf/keep", test_keep);
  pack_add_test ("/pack/shelf/remove", test_remove);
  pack_add_test ("/pack/shelf/broken", test_broken);
  pack_add_test ("/pack/shelf/damaged", test_damaged);
  pack_add_test ("/pack/shelf/find", test_find);
  return g_test_run ();
}
