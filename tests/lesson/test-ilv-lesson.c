/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-course.h"
#include "ilv-lesson-file.h"
#include "ilv-lesson.h"
#include "ilv-progress.h"

#include <string.h>

#include <glib/gstdio.h>

#define FRONT_MATTER "---\n[Lesson]\nTitle=A lesson\n---\n"

typedef struct
{
  char *root;
  GFile *folder; /* ROOT/mine */
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("ilv-lesson-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_file_new_build_filename (fixture->root, "mine", NULL);
  g_assert_true (g_file_make_directory (fixture->folder, NULL, NULL));
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (fixture->folder), 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GFile) child = g_file_get_child (fixture->folder, name);

      g_assert_true (g_file_delete (child, NULL, NULL));
    }
  g_assert_true (g_file_delete (fixture->folder, NULL, NULL));
  g_assert_cmpint (g_rmdir (fixture->root), ==, 0);
  g_object_unref (fixture->folder);
  g_free (fixture->root);
}

static void
write_file (Fixture *fixture, const char *name, const char *text, gssize length)
{
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, name);
  g_autoptr (GError) error = NULL;

  /* GLib waits for the disk only where it replaces a file. */
  g_unlink (g_file_peek_path (file));
  g_file_set_contents (g_file_peek_path (file), text, length, &error);
  g_assert_no_error (error);
}

static IlvLesson *
load_text (Fixture *fixture, const char *text, GError **error)
{
  write_file (fixture, "lesson.md", text, -1);
  return ilv_lesson_new_from_folder (fixture->folder, NULL, error);
}

static void
test_front_matter (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvLesson) lesson = load_text (
    fixture,
    "---\n# a comment\n[Lesson]\nTitle=Über A & B\nSummary=Short\nMinutes=12\n"
    "Source=Part 1\n---  \n",
    &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ilv_lesson_get_id (lesson), ==, "mine");
  g_assert_cmpstr (ilv_lesson_get_title (lesson), ==, "Über A & B");
  g_assert_cmpstr (ilv_lesson_get_summary (lesson), ==, "Short");
  g_assert_cmpstr (ilv_lesson_get_source (lesson), ==, "Part 1");
  g_assert_cmpuint (ilv_lesson_get_minutes (lesson), ==, 12);
  g_assert_false (ilv_lesson_is_written (lesson));
  g_assert_cmpuint (ilv_lesson_get_n_sections (lesson), ==, 0);
  g_assert_null (ilv_lesson_find_section (lesson, NULL));
  g_assert_null (ilv_lesson_find_section (lesson, "1"));
}

static void
test_least_front_matter (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvLesson) lesson = load_text (fixture, "---\n[Lesson]\nTitle=T\n---", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ilv_lesson_get_summary (lesson), ==, "");
  g_assert_cmpstr (ilv_lesson_get_source (lesson), ==, "");
  g_assert_cmpuint (ilv_lesson_get_minutes (lesson), ==, 0);
}

static void
test_find_section (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvLesson) lesson = load_text (
    fixture,
    FRONT_MATTER "# One\n\n---\n\n# Two and more\n\n```compare\n[Compare]\nTitle=T\nLeft=model\n"
                 "Right=model\n[Task A]\nSteps=cpu 1ms\n```\n\n---\n\n# 1\n",
    &error);

  g_assert_no_error (error);
  g_assert_true (ilv_lesson_is_written (lesson));
  g_assert_cmpuint (ilv_lesson_get_n_sections (lesson), ==, 3);
  g_assert_true (ilv_lesson_find_section (lesson, NULL) == ilv_lesson_get_section (lesson, 1));
  g_assert_true (ilv_lesson_find_section (lesson, "2") == ilv_lesson_get_section (lesson, 1));
  g_assert_true (ilv_lesson_find_section (lesson, "two-and-more") ==
                 ilv_lesson_get_section (lesson, 1));
  g_assert_true (ilv_lesson_find_section (lesson, "one") == ilv_lesson_get_section (lesson, 0));
  g_assert_cmpuint (ilv_lesson_get_section_index (lesson, ilv_lesson_get_section (lesson, 2)), ==, 2);

  /* A number is a number first. */
  g_assert_true (ilv_lesson_find_section (lesson, "1") == ilv_lesson_get_section (lesson, 0));
  g_assert_null (ilv_lesson_find_section (lesson, "0"));
  g_assert_null (ilv_lesson_find_section (lesson, "4"));
  g_assert_null (ilv_lesson_find_section (lesson, ""));
  g_assert_null (ilv_lesson_find_section (lesson, "Two and more"));
}

/* Lines are counted from the top of the file, whatever ends them. */
static void
test_line_ends (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *ends[] = { "\n", "\r\n", "\r" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_auto (GStrv) lines = g_strsplit (FRONT_MATTER "# T\n\n![](a)\n", "\n", -1);
      g_autofree char *joined = g_strjoinv (ends[i], lines);
      g_autofree char *text = g_strconcat (i == 1 ? "\xef\xbb\xbf" : "", joined, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (load_text (fixture, text, &error));
      g_assert_error (error, ILV_LESSON_ERROR, ILV_LESSON_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, "mine/lesson.md:7: Pictures"));
    }
}

static void
test_faults (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "mine/lesson.md:1: A lesson begins" },
    { "# T\n", "mine/lesson.md:1: A lesson begins" },
    { "---\n[Lesson]\nTitle=T\n", "mine/lesson.md:1: A lesson begins" },
    { "----\n[Lesson]\nTitle=T\n----\n", "mine/lesson.md:1: A lesson begins" },
    { "---\n---\n", "mine/lesson.md:2: " },
    { "---\nTitle=T\n---\n", "mine/lesson.md:2: " },
    { "---\n[Lesson]\nTitle=T\nMinutes=long\n---\n", "mine/lesson.md:4: Minutes: " },
    { "---\n[Lesson]\nTitle=T\nMinutes=-1\n---\n", "mine/lesson.md:4: Minutes: " },
    { "---\n[Lesson]\n\nTitel=T\n---\n", "mine/lesson.md:2: [Lesson]: " },
    { "---\n[Lesson]\nTitle=T\nAuthor=A\n---\n", "mine/lesson.md:4: Author: " },
    { FRONT_MATTER "\n\n# T\n\n```compare\n[Compare]\nLeft=\n```\n",
      "mine/lesson.md:11: Left: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load_text (fixture, cases[i].text, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

static void
test_all_faults (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvLesson) lesson = NULL;
  const char *places[] = { "mine/lesson.md:4: ", "mine/lesson.md:8: ", "mine/lesson.md:12: " };

  write_file (fixture, "lesson.md",
              "---\n[Lesson]\nTitle=T\nMinutes=x\n---\n# T\n\n<div>\n\nText\n\n![](a)\n", -1);
  lesson = ilv_lesson_new_from_folder (fixture->folder, faults, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ilv_lesson_get_title (lesson), ==, "T");
  g_assert_cmpuint (ilv_lesson_get_n_sections (lesson), ==, 1);
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < faults->len; i++)
    g_assert_true (g_str_has_prefix (((GError *) g_ptr_array_index (faults, i))->message,
                                     places[i]));
}

static void
test_unreadable (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) child = g_file_get_child (fixture->folder, "lesson.md");

  g_assert_null (ilv_lesson_new_from_folder (fixture->folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "mine/lesson.md:1: "));

  g_assert_true (g_file_make_directory (child, NULL, NULL));
  g_assert_null (ilv_lesson_new_from_folder (fixture->folder, faults, NULL));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_error (((GError *) g_ptr_array_index (faults, 0)), G_IO_ERROR,
                  G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_encoding (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const struct
  {
    const char *bytes;
    gsize length;
  } cases[] = {
    { FRONT_MATTER "# T\n\nna\xefve\n", strlen (FRONT_MATTER "# T\n\nna\xefve\n") },
    { FRONT_MATTER "# T\n\na\0b\n", strlen (FRONT_MATTER "# T\n\na") + 3 },
    { FRONT_MATTER "# T\n\n\xf0\x9f\x98", strlen (FRONT_MATTER "# T\n\n\xf0\x9f\x98") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      write_file (fixture, "lesson.md", cases[i].bytes, cases[i].length);
      g_assert_null (ilv_lesson_new_from_folder (fixture->folder, NULL, &error));
      g_assert_error (error, ILV_LESSON_ERROR, ILV_LESSON_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, "mine/lesson.md:7: "));
    }
}

static void
test_size (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = g_malloc (ILV_LESSON_FILE_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvLesson) lesson = NULL;

  memset (text, '\n', ILV_LESSON_FILE_MAX_BYTES + 1);
  memcpy (text, FRONT_MATTER, strlen (FRONT_MATTER));

  write_file (fixture, "lesson.md", text, ILV_LESSON_FILE_MAX_BYTES);
  lesson = ilv_lesson_new_from_folder (fixture->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (lesson);

  write_file (fixture, "lesson.md", text, ILV_LESSON_FILE_MAX_BYTES + 1);
  g_assert_null (ilv_lesson_new_from_folder (fixture->folder, NULL, &error));
  g_assert_error (error, ILV_LESSON_ERROR, ILV_LESSON_ERROR_TOO_LARGE);
  g_assert_true (g_str_has_prefix (error->message, "mine/lesson.md:1: "));
}

static void
test_language (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *language;
    const char *title;
  } cases[] = {
    { "de", "Deutsch" },         { "de_AT", "Deutsch" }, { "pt_BR", "Brasil" },
    { "pt", "English" },         { "en:de", "English" }, { "fr:de:en", "Deutsch" },
    { "en_GB:de", "English" },
  };

  write_file (fixture, "lesson.md", "---\n[Lesson]\nTitle=English\n---\n", -1);
  write_file (fixture, "lesson.de.md", "---\n[Lesson]\nTitle=Deutsch\n---\n", -1);
  write_file (fixture, "lesson.pt_BR.md", "---\n[Lesson]\nTitle=Brasil\n---\n", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IlvLesson) lesson = NULL;

      g_setenv ("LANGUAGE", cases[i].language, TRUE);
      lesson = ilv_lesson_new_from_folder (fixture->folder, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ilv_lesson_get_title (lesson), ==, cases[i].title);
    }

  /* Its faults name the file that they are in. */
  write_file (fixture, "lesson.de.md", "", -1);
  g_setenv ("LANGUAGE", "de", TRUE);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (ilv_lesson_new_from_folder (fixture->folder, NULL, &error));
    g_assert_true (g_str_has_prefix (error->message, "mine/lesson.de.md:1: "));
  }
  g_unsetenv ("LANGUAGE");
}

static IlvSection *
load_first_section (Fixture *fixture, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvLesson) lesson = NULL;

  g_setenv ("LANGUAGE", language, TRUE);
  lesson = ilv_lesson_new_from_folder (fixture->folder, NULL, &error);
  g_unsetenv ("LANGUAGE");
  g_assert_no_error (error);
  return g_object_ref (ilv_lesson_get_section (lesson, 0));
}

/* What was read in one language has been read in the others. */
static void
test_progress_in_languages (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "progress.ini");
  g_autoptr (IlvProgress) progress = ilv_progress_new (file);
  g_autoptr (IlvSection) english = NULL;
  g_autoptr (IlvSection) chinese = NULL;

  write_file (fixture, "lesson.md", FRONT_MATTER "# Taking turns\n\nText\n", -1);
  write_file (fixture, "lesson.zh_CN.md",
              "---\n[Lesson]\nTitle=课\nOriginal=0123456789abcdef\n---\n# 轮流 {#taking-turns}\n\n文\n",
              -1);
  english = load_first_section (fixture, "C");
  chinese = load_first_section (fixture, "zh_CN");

  g_assert_cmpstr (ilv_section_get_title (chinese), ==, "轮流");
  ilv_progress_set_section_seen (progress, "mine", ilv_section_get_slug (english));
  g_assert_true (ilv_progress_is_section_seen (progress, "mine", ilv_section_get_slug (chinese)));
}

static void
mutate (GString *text, const char *words[], gsize n_words)
{
  gsize at = g_test_rand_int_range (0, text->len + 1);
  gsize length = g_test_rand_int_range (1, 200);
  const char *word = words[g_test_rand_int_range (0, n_words)];
  const char byte = g_test_rand_int_range (0, 256);
  g_autofree char *part = NULL;

  length = MIN (length, text->len - at);
  part = g_strndup (text->str + at, length);
  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      g_string_erase (text, at, length);
      break;
    case 1:
      g_string_insert (text, g_test_rand_int_range (0, text->len + 1), part);
      break;
    case 2:
      g_string_overwrite_len (text, at, &byte, 1);
      break;
    case 3:
      g_string_truncate (text, at);
      break;
    default:
      g_string_insert (text, at, word);
      break;
    }
}

static gboolean
fault_names_line (GError *fault, guint n_lines)
{
  const char *prefix = "mine/lesson.md:";
  guint64 line;
  char *end;

  if (!g_str_has_prefix (fault->message, prefix))
    return FALSE;
  line = g_ascii_strtoull (fault->message + strlen (prefix), &end, 10);
  return line >= 1 && line <= n_lines && g_str_has_prefix (end, ": ") &&
         g_utf8_validate (fault->message, -1, NULL);
}

static void
walk (IlvLesson *lesson)
{
  static const GMarkupParser parser = { NULL, NULL, NULL, NULL, NULL };

  for (guint i = 0; i < ilv_lesson_get_n_sections (lesson); i++)
    {
      IlvSection *section = ilv_lesson_get_section (lesson, i);

      g_assert_true (g_utf8_validate (ilv_section_get_title (section), -1, NULL));
      for (guint j = 0; j < ilv_section_get_n_blocks (section); j++)
        {
          const char *markup = ilv_block_get_markup (ilv_section_get_block (section, j));
          g_autofree char *document = g_strconcat ("<m>", markup, "</m>", NULL);
          g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL,
                                                                                NULL);
          g_autoptr (GError) error = NULL;

          g_markup_parse_context_parse (context, document, -1, &error);
          g_assert_no_error (error);
        }
    }
}

static void
test_garbage (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *words[] = { "---\n", "\n---\n\n", "```", "```compare\n", "<!-- note:", "-->", "[",
                          "](", "> ", "- ", "# ", "*", "&#0;", "&x;", "<b>", "|a|\n|-|\n", "![",
                          "\r", "[Task A]\n", "Steps=", "\\q", "    ", "\t", "\u2028", "~~~\n" };
  g_autoptr (GFile) file = g_file_new_for_uri (ILV_COURSE_URI "/concurrency/lesson.md");
  g_autofree char *original = NULL;
  guint n_whole = 0;
  guint n_faulty = 0;

  g_assert_true (g_file_load_contents (file, NULL, &original, NULL, NULL, NULL));

  for (guint run = 0; run < 1500; run++)
    {
      g_autoptr (GString) text = g_string_new (original);
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (
        (GDestroyNotify) g_error_free);
      g_autoptr (IlvLesson) lesson = NULL;
      guint n_mutations = g_test_rand_int_range (1, 8);
      guint n_lines = 1;

      for (guint i = 0; i < n_mutations; i++)
        mutate (text, words, G_N_ELEMENTS (words));
      for (gsize i = 0; i < text->len; i++)
        n_lines += text->str[i] == '\n' || text->str[i] == '\r';

      write_file (fixture, "lesson.md", text->str, text->len);
      lesson = ilv_lesson_new_from_folder (fixture->folder, faults, NULL);

      g_assert_true (lesson != NULL || faults->len > 0);
      for (guint i = 0; i < faults->len; i++)
        g_assert_true (fault_names_line (g_ptr_array_index (faults, i), n_lines));
      if (lesson != NULL)
        walk (lesson);
      n_whole += faults->len == 0;
      n_faulty += faults->len > 0;
    }

  /* The mutations do harm, but not so much that nothing of the reader is reached. */
  g_test_message ("%u whole, %u faulty", n_whole, n_faulty);
  g_assert_cmpuint (n_whole, >, 50);
  g_assert_cmpuint (n_faulty, >, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/lesson/lesson/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("front-matter", test_front_matter);
  ADD ("least-front-matter", test_least_front_matter);
  ADD ("find-section", test_find_section);
  ADD ("line-ends", test_line_ends);
  ADD ("faults", test_faults);
  ADD ("all-faults", test_all_faults);
  ADD ("unreadable", test_unreadable);
  ADD ("encoding", test_encoding);
  ADD ("size", test_size);
  ADD ("language", test_language);
  ADD ("progress-in-languages", test_progress_in_languages);
  ADD ("garbage", test_garbage);
  return g_test_run ();
}
