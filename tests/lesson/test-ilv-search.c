/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-search.h"

#include <glib/gstdio.h>

#include "ilv-search-text.h"

static const char *const files[][2] = {
  { "course.ini", "[Course]\nTitle=C\nLessons=a;b\n" },
  { "glossary.ini", "[task]\nTitle=Task\nDefinition=A piece of work.\nSource=S\n"
                    "[pokemon]\nTitle=Pokémon\nDefinition=A <creature>.\nSource=S\n" },
  { "a/lesson.md", "---\n[Lesson]\nTitle=Threads and tasks\nSummary=Who runs?\n---\n"
                   "# First\n\nEach **task** has *one* worker.\n\n---\n\n"
                   "# The task itself\n\nNothing here.\n\n---\n\n# Third\n\nÉtude & Übung.\n" },
  { "b/lesson.md", "---\n[Lesson]\nTitle=Waiting\n---\n# Fourth\n\nA worker waits for a task.\n" },
};

static IlvCourse *
create_course (void)
{
  g_autofree char *root = g_dir_make_tmp ("ilv-search-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (root);
  g_autoptr (GError) error = NULL;
  IlvCourse *course;

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (root, files[i][0], NULL);
      g_autofree char *parent = g_path_get_dirname (path);

      g_mkdir_with_parents (parent, 0700);
      g_assert_true (g_file_set_contents (path, files[i][1], -1, NULL));
    }
  course = ilv_course_new_from_folder (folder, &error);
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (root, files[i][0], NULL);
      g_autofree char *parent = g_path_get_dirname (path);

      g_assert_cmpint (g_unlink (path), ==, 0);
      if (!g_str_equal (parent, root))
        g_assert_cmpint (g_rmdir (parent), ==, 0);
    }
  g_assert_cmpint (g_rmdir (root), ==, 0);
  return course;
}

static void
assert_hit (IlvSearch *search, guint index, IlvSearchKind kind, const char *title)
{
  g_autoptr (IlvSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (search), index);

  g_assert_nonnull (hit);
  g_assert_cmpint (ilv_search_hit_get_kind (hit), ==, kind);
  g_assert_cmpstr (ilv_search_hit_get_title (hit), ==, title);
}

static void
assert_snippet (IlvSearch *search, guint index, const char *snippet)
{
  g_autoptr (IlvSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (search), index);

  g_assert_cmpstr (ilv_search_hit_get_snippet (hit), ==, snippet);
}

static void
assert_n_hits (IlvSearch *search, const char *query, guint n_hits)
{
  ilv_search_set_query (search, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, n_hits);
}

static void
test_order (void)
{
  g_autoptr (IlvCourse) course = create_course ();
  g_autoptr (IlvSearch) search = ilv_search_new (course);
  g_autoptr (IlvSearchHit) hit = NULL;

  assert_n_hits (search, "TASK", 5);
  assert_hit (search, 0, ILV_SEARCH_LESSON, "Threads and tasks");
  assert_hit (search, 1, ILV_SEARCH_SECTION, "The task itself");
  assert_hit (search, 2, ILV_SEARCH_SECTION, "First");
  assert_hit (search, 3, ILV_SEARCH_SECTION, "Fourth");
  assert_hit (search, 4, ILV_SEARCH_TERM, "Task");
  assert_snippet (search, 0, "Who runs?");
  assert_snippet (search, 2, "Each <b>task</b> has one worker.");
  assert_snippet (search, 4, "A piece of work.");

  hit = g_list_model_get_item (G_LIST_MODEL (search), 1);
  g_assert_cmpstr (ilv_lesson_get_id (ilv_search_hit_get_lesson (hit)), ==, "a");
  g_assert_cmpuint (ilv_search_hit_get_section (hit), ==, 1);
  g_assert_null (ilv_search_hit_get_term (hit));
}

static void
test_words (void)
{
  g_autoptr (IlvCourse) course = create_course ();
  g_autoptr (IlvSearch) search = ilv_search_new (course);

  assert_n_hits (search, "  worker   task ", 2);
  assert_n_hits (search, "worker task missing", 0);
  assert_n_hits (search, "", 0);
  assert_n_hits (search, " ", 0);

  assert_n_hits (search, "pokemon", 1);
  assert_snippet (search, 0, "A &lt;creature&gt;.");
  assert_n_hits (search, "POKÉMON", 1);
  assert_n_hits (search, "etude ubung", 1);
  assert_snippet (search, 0, "<b>Étude</b> &amp; Übung.");
  assert_n_hits (search, "E\314\201tude", 1);
  assert_n_hits (search, "<b>", 0);
}

static void
count_changes (GListModel *model G_GNUC_UNUSED,
               guint position,
               guint removed,
               guint added,
               guint *last)
{
  g_assert_cmpuint (position, ==, 0);
  last[0] = removed;
  last[1] = added;
}

static void
test_changes (void)
{
  g_autoptr (IlvCourse) course = create_course ();
  g_autoptr (IlvSearch) search = ilv_search_new (course);
  guint last[2] = { 9, 9 };

  g_signal_connect (search, "items-changed", G_CALLBACK (count_changes), last);
  ilv_search_set_query (search, "task");
  g_assert_cmpuint (last[0], ==, 0);
  g_assert_cmpuint (last[1], ==, 5);
  ilv_search_set_query (search, "pokemon");
  g_assert_cmpuint (last[0], ==, 5);
  g_assert_cmpuint (last[1], ==, 1);
}

static void
test_snippets (void)
{
  static const char *const words[] = { "needle", NULL };
  static const struct
  {
    const char *text;
    const char *snippet;
  } cases[] = {
    { "", "" },
    { "short", "short" },
    { "needle", "<b>needle</b>" },
    { "Nèédle", "<b>Nèédle</b>" },
    { "one two three four five six seven eight needle nine",
      "…five six seven eight <b>needle</b> nine" },
    { "needle one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
      "fifteen",
      "<b>needle</b> one two three four five six seven eight nine ten eleven twelve thirteen "
      "fourteen…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *snippet = ilv_search_text_make_snippet (cases[i].text, words);

      g_assert_cmpstr (snippet, ==, cases[i].snippet);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/search/order", test_order);
  g_test_add_func ("/lesson/search/words", test_words);
  g_test_add_func ("/lesson/search/changes", test_changes);
  g_test_add_func ("/lesson/search/snippets", test_snippets);
  return g_test_run ();
}
