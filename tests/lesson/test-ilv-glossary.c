/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-glossary.h"

#include <string.h>

#include "ilv-lesson.h"

static void
write_file (GFile *folder, const char *name, const char *text)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                           &error);
  g_assert_no_error (error);
}

static void
remove_file (GFile *folder, const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  g_assert_true (g_file_delete (file, NULL, NULL));
}

static GFile *
create_folder (const char *text)
{
  g_autofree char *path = g_dir_make_tmp ("ilv-glossary-XXXXXX", NULL);
  GFile *folder = g_file_new_for_path (path);

  if (text != NULL)
    write_file (folder, "glossary.ini", text);
  return folder;
}

static IlvGlossary *
read_glossary (const char *text, GError **error)
{
  g_autoptr (GFile) folder = create_folder (text);
  IlvGlossary *glossary = ilv_glossary_new_from_folder (folder, error);

  if (text != NULL)
    remove_file (folder, "glossary.ini");
  g_assert_true (g_file_delete (folder, NULL, NULL));
  return glossary;
}

#define TERM "[gil]\nTitle=GIL\nDefinition=A <lock>.\nSource="

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvGlossary) glossary = read_glossary (
    TERM "PEP 703, https://peps.python.org/pep-0703/\n"
         "[context-switch]\nTitle=Context switch\nDefinition=B.\nSource=A book\n",
    &error);
  g_autoptr (IlvTerm) second = NULL;
  IlvTerm *term;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (glossary)), ==, 2);
  second = g_list_model_get_item (G_LIST_MODEL (glossary), 1);
  g_assert_true (ilv_glossary_find (glossary, "context-switch") == second);
  g_assert_null (ilv_glossary_find (glossary, "GIL"));

  term = ilv_glossary_find (glossary, "gil");
  g_assert_cmpstr (ilv_term_get_id (term), ==, "gil");
  g_assert_cmpstr (ilv_term_get_title (term), ==, "GIL");
  g_assert_cmpstr (ilv_term_get_definition (term), ==, "A <lock>.");
}

static void
test_absent (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvGlossary) glossary = read_glossary (NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (glossary)), ==, 0);
}

static void
test_sources (void)
{
  static const struct
  {
    const char *source;
    const char *markup;
  } cases[] = {
    { "A & B, ch. 4", "A &amp; B, ch. 4" },
    { "PEP 703, https://x.org/?a&b", "<a href=\"https://x.org/?a&amp;b\">PEP 703</a>" },
    { "PEP 703: https://x.org", "<a href=\"https://x.org\">PEP 703</a>" },
    { "https://x.org", "<a href=\"https://x.org\">https://x.org</a>" },
    { "see javascript:alert(1)", "see javascript:alert(1)" },
    { "https://x.org says so", "https://x.org says so" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IlvTerm) term = ilv_term_new ("a", "A", "D", cases[i].source);
      g_autofree char *markup = ilv_term_make_source_markup (term);

      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    guint line;
    const char *names;
  } cases[] = {
    { "[GIL]\nTitle=A\nDefinition=B\nSource=C\n", 1, "“GIL”" },
    { "\n[gil]\nDefinition=B\nSource=C\n", 2, "Title" },
    { "[gil]\nTitle=A\nSource=C\n", 1, "Definition" },
    { "[gil]\nTitle=A\nDefinition=B\n", 1, "Source" },
    { TERM "C\nSee=D\n", 5, "See" },
    { TERM "\n", 4, "Source" },
    { "nonsense\n", 1, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_strdup_printf ("glossary.ini:%u: ", cases[i].line);

      g_assert_null (read_glossary (cases[i].text, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_nonnull (strstr (error->message, cases[i].names));
    }
}

static void
test_language (void)
{
  g_autoptr (GFile) folder = create_folder (TERM "A\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvGlossary) french = NULL;
  g_autoptr (IlvGlossary) german = NULL;

  write_file (folder, "glossary.fr.ini", "[gil]\nTitle=Verrou\nDefinition=B.\nSource=A\n");
  g_setenv ("LANGUAGE", "fr_CA", TRUE);
  french = ilv_glossary_new_from_folder (folder, &error);
  g_assert_no_error (error);
  g_setenv ("LANGUAGE", "de", TRUE);
  german = ilv_glossary_new_from_folder (folder, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (ilv_term_get_title (ilv_glossary_find (french, "gil")), ==, "Verrou");
  g_assert_cmpstr (ilv_term_get_title (ilv_glossary_find (german, "gil")), ==, "GIL");

  write_file (folder, "glossary.de.ini", "[gil]\nTitle=Sperre\n");
  g_assert_null (ilv_glossary_new_from_folder (folder, &error));
  g_assert_true (g_str_has_prefix (error->message, "glossary.de.ini:1: "));

  g_unsetenv ("LANGUAGE");
  remove_file (folder, "glossary.de.ini");
  remove_file (folder, "glossary.fr.ini");
  remove_file (folder, "glossary.ini");
  g_assert_true (g_file_delete (folder, NULL, NULL));
}

/* A lesson may link to the words of the course that it lies in, and to no others. */
static void
test_links (void)
{
  g_autoptr (GFile) course = create_folder (TERM "C\n");
  g_autoptr (GFile) folder = g_file_get_child (course, "a");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (IlvLesson) lesson = NULL;
  const char *markup;

  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  write_file (folder, "lesson.md",
              "---\n[Lesson]\nTitle=T\n---\n# A\n\n[the lock](term:gil)\n\n"
              "[no](term:pipe)\n\n[bad](term:GIL)\n");
  lesson = ilv_lesson_new_from_folder (folder, faults, NULL);
  markup = ilv_block_get_markup (ilv_section_get_block (ilv_lesson_get_section (lesson, 0), 0));
  g_assert_cmpstr (markup, ==, "<a href=\"term:gil\">the lock</a>");
  g_assert_cmpstr (ilv_glossary_parse_link ("term:gil"), ==, "gil");
  g_assert_null (ilv_glossary_parse_link ("https://x.org"));
  g_assert_cmpuint (faults->len, ==, 2);
  g_assert_true (g_str_has_prefix (((GError *) faults->pdata[0])->message, "a/lesson.md:9: “term:pipe”"));
  g_assert_true (g_str_has_prefix (((GError *) faults->pdata[1])->message, "a/lesson.md:11: “term:GIL”"));

  remove_file (folder, "lesson.md");
  remove_file (course, "a");
  remove_file (course, "glossary.ini");
  g_assert_true (g_file_delete (course, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/glossary/whole", test_whole);
  g_test_add_func ("/lesson/glossary/absent", test_absent);
  g_test_add_func ("/lesson/glossary/sources", test_sources);
  g_test_add_func ("/lesson/glossary/faults", test_faults);
  g_test_add_func ("/lesson/glossary/language", test_language);
  g_test_add_func ("/lesson/glossary/links", test_links);
  return g_test_run ();
}
