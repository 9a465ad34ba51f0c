/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-markdown.h"
#include "ilv-section.h"

#include <string.h>

#define FIRST_LINE 10

/* Reads @text as if it stood in "a/lesson.md" from line 10 on. */
static GPtrArray *
read_text (const char *text, GPtrArray *faults)
{
  IlvLessonSource source;

  ilv_lesson_source_init (&source, text, "a/lesson.md", FIRST_LINE, faults);
  return ilv_markdown_read (&source);
}

static GPtrArray *
read_good_text (const char *text)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  GPtrArray *sections = read_text (text, faults);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", ((GError *) g_ptr_array_index (faults, i))->message);
  g_assert_cmpuint (faults->len, ==, 0);
  return sections;
}

static void
assert_markup_parses (const char *markup)
{
  static const GMarkupParser parser = { NULL, NULL, NULL, NULL, NULL };
  g_autofree char *document = g_strconcat ("<m>", markup, "</m>", NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, document, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
assert_block (IlvSection *section,
              guint index,
              IlvBlockKind kind,
              const char *marker,
              const char *markup)
{
  IlvBlock *block;

  g_assert_cmpuint (index, <, ilv_section_get_n_blocks (section));
  block = ilv_section_get_block (section, index);
  g_assert_cmpint (ilv_block_get_kind (block), ==, kind);
  g_assert_cmpstr (ilv_block_get_marker (block), ==, marker);
  g_assert_cmpstr (ilv_block_get_markup (block), ==, markup);
  assert_markup_parses (markup);
}

static void
test_sections (void)
{
  g_autoptr (GPtrArray) sections = read_good_text (
    "# The *first* one\n\nText.\n\n---\n\n## Second\n\n### Below\n\nMore\n\n***\n\n# Third\n");
  IlvSection *section;

  g_assert_cmpuint (sections->len, ==, 3);
  section = g_ptr_array_index (sections, 0);
  g_assert_cmpstr (ilv_section_get_title (section), ==, "The first one");
  g_assert_cmpuint (ilv_section_get_n_blocks (section), ==, 1);
  assert_block (section, 0, ILV_BLOCK_PARAGRAPH, NULL, "Text.");

  section = g_ptr_array_index (sections, 1);
  g_assert_cmpstr (ilv_section_get_title (section), ==, "Second");
  g_assert_cmpuint (ilv_section_get_n_blocks (section), ==, 2);
  assert_block (section, 0, ILV_BLOCK_HEADING, NULL, "Below");
  assert_block (section, 1, ILV_BLOCK_PARAGRAPH, NULL, "More");

  section = g_ptr_array_index (sections, 2);
  g_assert_cmpstr (ilv_section_get_title (section), ==, "Third");
  g_assert_cmpuint (ilv_section_get_n_blocks (section), ==, 0);
}

static void
test_slugs (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *slug;
  } cases[] = {
    { "# Der *erste* Teil {#the-first-part}\n", "Der erste Teil", "the-first-part" },
    { "# Ce qui reste&nbsp;? {#what-is-left}\n", "Ce qui reste\u00a0?", "what-is-left" },
    { "# الأول {#the-first}\n", "الأول", "the-first" },
    { "# 第一{#the-first}\n", "第一", "the-first" },
    { "# One\n", "One", "one" },
    { "# Sets {a} and {#b} too\n", "Sets {a} and {#b} too", "sets-a-and-b-too" },
    { "# 二 {#zwei-köche}\n", "二", "zwei-köche" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) sections = read_good_text (cases[i].text);
      IlvSection *section = g_ptr_array_index (sections, 0);

      g_assert_cmpstr (ilv_section_get_title (section), ==, cases[i].title);
      g_assert_cmpstr (ilv_section_get_slug (section), ==, cases[i].slug);
    }
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) none = read_good_text ("");
  g_autoptr (GPtrArray) blank = read_good_text ("\n  \n\n");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (blank->len, ==, 0);
}

static void
test_spans (void)
{
  static const struct
  {
    const char *text;
    const char *markup;
  } cases[] = {
    { "a *b* **c** `d` ~~e~~", "a <i>b</i> <b>c</b> <tt>d</tt> <s>e</s>" },
    { "***both***", "<i><b>both</b></i>" },
    { "1 < 2 && 3 > 2, \"x\"", "1 &lt; 2 &amp;&amp; 3 &gt; 2, &quot;x&quot;" },
    { "`<b>&amp;</b>`", "<tt>&lt;b&gt;&amp;amp;&lt;/b&gt;</tt>" },
    { "&amp; &lt; &copy", "&amp; &lt; &amp;copy" },
    { "&#65;&#x42;&#0;", "AB\uFFFD" },
    { "one\ntwo", "one two" },
    { "one\\\ntwo", "one\ntwo" },
    { "[a & b](https://x.org/?a=1&b=2)", "<a href=\"https://x.org/?a=1&amp;b=2\">a &amp; b</a>" },
    { "<https://x.org>", "<a href=\"https://x.org\">https://x.org</a>" },
    { "[*m*](mailto:a@b.c)", "<a href=\"mailto:a@b.c\"><i>m</i></a>" },
    { "[r]\n\n[r]: http://x.org", "<a href=\"http://x.org\">r</a>" },
    { "\\*no\\*", "*no*" },
    { "\x01", "&#x1;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("# T\n\n", cases[i].text, "\n", NULL);
      g_autoptr (GPtrArray) sections = read_good_text (text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (sections->len, ==, 1);
      assert_block (g_ptr_array_index (sections, 0), 0, ILV_BLOCK_PARAGRAPH, NULL,
                    cases[i].markup);
    }
}

static void
test_blocks (void)
{
  g_autoptr (GPtrArray) sections = read_good_text (
    "# T\n\n- one\n- *two*\n\n7. seven\n8. eight\n\n   still eight\n\n> said\n> so\n>\n> twice\n\n"
    "```python\nif a < b:\n\n    pass\n```\n\n~~~\nplain\n~~~\n\n    indented\n");
  IlvSection *section = g_ptr_array_index (sections, 0);

  g_assert_cmpuint (ilv_section_get_n_blocks (section), ==, 8);
  assert_block (section, 0, ILV_BLOCK_ITEM, "•", "one");
  assert_block (section, 1, ILV_BLOCK_ITEM, "•", "<i>two</i>");
  assert_block (section, 2, ILV_BLOCK_ITEM, "7.", "seven");
  assert_block (section, 3, ILV_BLOCK_ITEM, "8.", "eight\n\nstill eight");
  assert_block (section, 4, ILV_BLOCK_QUOTE, NULL, "said so\n\ntwice");
  assert_block (section, 5, ILV_BLOCK_CODE, "python", "if a &lt; b:\n\n    pass");
  assert_block (section, 6, ILV_BLOCK_CODE, NULL, "plain");
  assert_block (section, 7, ILV_BLOCK_CODE, NULL, "indented");
}

static void
test_since (void)
{
  g_autoptr (GPtrArray) sections = read_good_text (
    "# T\n\n> [!SINCE]\n> Since then:\n>\n> *more*.\n\nText\n\n> [!SINCE]\n>\n> Again\n");
  IlvSection *section = g_ptr_array_index (sections, 0);

  g_assert_cmpuint (ilv_section_get_n_blocks (section), ==, 3);
  assert_block (section, 0, ILV_BLOCK_SINCE, NULL, "Since then:\n\n<i>more</i>.");
  assert_block (section, 2, ILV_BLOCK_SINCE, NULL, "Again");
}

static void
test_notes (void)
{
  g_autoptr (GPtrArray) sections = read_good_text (
    "<!-- note: before the title -->\n# T\n\nText\n<!-- note:\n  Two\n  lines.\n\n  -- and --> "
    "<!--note:three-->\n\n---\n\n# U\n");

  g_assert_cmpuint (sections->len, ==, 2);
  g_assert_cmpstr (ilv_section_get_notes (g_ptr_array_index (sections, 0)), ==,
                   "before the title\n\nTwo\nlines.\n\n-- and\n\nthree");
  g_assert_cmpuint (ilv_section_get_n_blocks (g_ptr_array_index (sections, 0)), ==, 1);
  g_assert_null (ilv_section_get_notes (g_ptr_array_index (sections, 1)));
}

static void
test_directives (void)
{
  g_autoptr (GPtrArray) sections = read_good_text (
    "# T\n\n```predict\n[Predict]\nId=a\nKind=end\nSide=right\nQuestion=?\n```\n\n"
    "```compare\n\n[Compare]\nTitle=<T> & \"U\"\nLeft=model\nRight=sequential\n\n[Task A]\n"
    "Steps=cpu 1ms\n```\n");
  IlvSection *section = g_ptr_array_index (sections, 0);
  IlvBlock *block;

  g_assert_cmpuint (ilv_section_get_n_blocks (section), ==, 2);
  block = ilv_section_get_block (section, 0);
  g_assert_cmpint (ilv_block_get_kind (block), ==, ILV_BLOCK_PREDICT);
  g_assert_cmpstr (ilv_prediction_get_id (ilv_block_get_prediction (block)), ==, "a");

  block = ilv_section_get_block (section, 1);
  g_assert_cmpint (ilv_block_get_kind (block), ==, ILV_BLOCK_COMPARE);
  g_assert_cmpstr (ilv_comparison_get_title (ilv_block_get_comparison (block)), ==, "<T> & \"U\"");
  g_assert_true (ilv_section_get_comparison (section) == ilv_block_get_comparison (block));
}

static void
test_race_and_scene (void)
{
  g_autoptr (GPtrArray) sections = read_good_text (
    "# T\n\n```scene\n[Scene]\nKind=computer\n```\n\n```race\n[Race]\nTitle=R\n"
    "[Run 1]\nTitle=A\nStrategy=model\n[Run 2]\nTitle=B\nStrategy=sequential\n"
    "[Task A]\nSteps=cpu 1ms\n```\n");
  IlvSection *section = g_ptr_array_index (sections, 0);
  IlvBlock *block = ilv_section_get_block (section, 0);

  g_assert_cmpint (ilv_block_get_kind (block), ==, ILV_BLOCK_SCENE);
  g_assert_cmpstr (ilv_block_get_scene (block), ==, "computer");
  g_assert_null (ilv_block_get_race (block));

  block = ilv_section_get_block (section, 1);
  g_assert_cmpint (ilv_block_get_kind (block), ==, ILV_BLOCK_RACE);
  g_assert_cmpstr (ilv_race_get_title (ilv_block_get_race (block)), ==, "R");
  g_assert_true (ilv_section_get_race (section) == ilv_block_get_race (block));
  g_assert_null (ilv_section_get_comparison (section));
}

/* Each text has one fault, on the line and of the words that are named. The texts begin in
 * line 10. */
static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    guint line;
    const char *words;
  } cases[] = {
    { "\n\nText\n", 12, "title" },
    { "### T\n\nText\n", 10, "title" },
    { "Text\n\n# T\n", 10, "title" },
    { "# ?\n", 10, "letter" },
    { "# T\n\n---\n\n# U\n\n---\n\n# T!\n", 18, "“T!”" },
    { "# T {#a}\n\n---\n\n# U\n\n---\n\n# A\n", 18, "“A”" },
    { "# A\n\n---\n\n# U\n\n---\n\n# T {#a}\n", 18, "“a”" },
    { "# T {#A b}\n", 10, "“A b”" },
    { "# T {#}\n", 10, "“”" },
    { "# {#t}\n", 10, "letter" },
    { "# T\n\n---\n\n---\n\n# U\n", 14, "empty section" },
    { "# T\n\nText\n\n---\n", 14, "empty section" },
    { "---\n\n# T\n", 10, "empty section" },
    { "# T\n\nText\n---\n\nMore\n", 13, "heading" },
    { "# T\n\n![](x.png)\n", 12, "Pictures" },
    { "# T\n\nText\nmore\n![alt](x.png)\n", 14, "Pictures" },
    { "# T\n\n![r]\n\n[r]: x.png\n", 12, "Pictures" },
    { "# T\n\nText\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", 14, "Tables" },
    { "# T\n\n<div>\nx\n</div>\n", 12, "HTML" },
    { "# T\n\nSome\n<b>bold</b>\n", 13, "HTML" },
    { "# T\n\nSome\ntext <!-- note: no --> here\n", 13, "HTML" },
    { "# T\n\n<!-- not a note -->\n", 12, "note:" },
    { "# T\n\n<!-- note: a\nb --> <i>\n", 13, "HTML" },
    { "# T\n\nText\n\n<!-- note: never\n\nclosed\n", 14, "-->" },
    { "# T\n\n[a](javascript:x)\n", 12, "“javascript:x”" },
    { "# T\n\nText\n[a](file:///etc/passwd)\n", 13, "https:" },
    { "# T\n\n[a](other.md)\n", 12, "https:" },
    { "# T\n\n<ftp://x.org>\n", 12, "https:" },
    { "# T\n\n[a](https://x.org \"title\")\n", 12, "title" },
    { "# T\n\nText\n&hearts;\n", 13, "&hearts;" },
    { "# T\n\n- a\n  - b\n  - c\n", 13, "list" },
    { "# T\n\n- a\n\n      code\n", 14, "list" },
    { "# T\n\n- a\n  > b\n", 13, "list" },
    { "# T\n\n> a\n> # b\n", 13, "quotation" },
    { "# T\n\n> a\n>\n> ***\n", 14, "quotation" },
    { "# T\n\n> ```compare\n> [Compare]\n> ```\n", 12, "quotation" },
    { "# T\n\n> [!NOTE]\n> x\n", 12, "[!SINCE]" },
    { "# T\n\n> [!SINCE]\n", 12, "empty" },
    { "# T\n\nText\n\n```c\nint a;\n\n# U\n", 14, "closed" },
    { "# T\n\n```\n", 12, "closed" },
    { "# T\n\n```\n```\n\n~~~python\n", 15, "closed" },
    { "# T\n\n```scene\n[Scene]\n```\n", 13, "Kind" },
    { "# T\n\n```scene\n[Scene]\nKind=moon\n```\n", 14, "“moon”" },
    { "# T\n\n```scene\n[Scene]\nKind=computer\nSize=2\n```\n", 15, "Size" },
    { "# T\n\n```race\n[Race]\nTitle=R\n```\n", 13, "task" },
    { "# T\n\nText\n\n~~~workload\n~~~\n", 14, "“workload”" },
    { "# T\n\n```compare now\n[Compare]\n```\n", 12, "Nothing" },
    { "# T\n\n```compare\n\n\n[Compare]\nLeft=\n```\n", 16, "Left" },
    { "# T\n\n```compare\n```\n", 13, "task" },
    { "# T\n\n    indented\n\n````c\n```\n````\n\n```compare\nnonsense\n```\n", 19, "nonsense" },
    { "# T\n\n```predict\n[Predict]\nId=a\nKind=end\nSide=up\nQuestion=?\n```\n", 16, "“up”" },
    { "# T\n\n```predict\n[Predict]\nId=a\nKind=end\nSide=left\nQuestion=?\n```\n", 12,
      "“compare”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (
        (GDestroyNotify) g_error_free);
      g_autoptr (GPtrArray) sections = read_text (cases[i].text, faults);
      g_autofree char *place = g_strdup_printf ("a/lesson.md:%u: ", cases[i].line);
      const char *message;

      g_assert_nonnull (sections);
      g_test_message ("%s", cases[i].text);
      for (guint j = 0; j < faults->len; j++)
        g_test_message ("%s", ((GError *) g_ptr_array_index (faults, j))->message);
      g_assert_cmpuint (faults->len, ==, 1);
      message = ((GError *) g_ptr_array_index (faults, 0))->message;
      g_assert_true (g_str_has_prefix (message, place));
      g_assert_nonnull (strstr (message, cases[i].words));
    }
}

static void
test_all_faults (void)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GPtrArray) sections = read_text (
    "# T\n\n<div>\n\n```compare\n[Compare]\n```\n\nStill here.\n\n![a](b)\n\n---\n\nNo title\n",
    faults);
  const char *places[] = { "a/lesson.md:12: ", "a/lesson.md:15: ", "a/lesson.md:20: ",
                           "a/lesson.md:24: " };

  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < faults->len; i++)
    g_assert_true (g_str_has_prefix (((GError *) g_ptr_array_index (faults, i))->message,
                                     places[i]));

  g_assert_cmpuint (sections->len, ==, 2);
  /* Each is shown where it stands. */
  for (guint i = 0; i < ilv_section_get_n_blocks (g_ptr_array_index (sections, 0)); i++)
    {
      IlvBlock *block = ilv_section_get_block (g_ptr_array_index (sections, 0), i);

      if (i == 2 || i == 3)
        assert_block (g_ptr_array_index (sections, 0), i, ILV_BLOCK_PARAGRAPH, NULL,
                      i == 2 ? "Still here." : "a");
      else
        g_assert_cmpint (ilv_block_get_kind (block), ==, ILV_BLOCK_FAULT);
    }
  g_assert_cmpuint (ilv_section_get_n_blocks (g_ptr_array_index (sections, 0)), ==, 5);
  g_assert_cmpstr (ilv_section_get_title (g_ptr_array_index (sections, 1)), ==, "Section 2");
}

static void
test_same_prediction (void)
{
  const char *part = "```predict\n[Predict]\nId=a\nKind=end\nSide=left\nQuestion=?\n```\n\n"
                     "```compare\n[Compare]\nTitle=T\nLeft=model\nRight=model\n[Task A]\n"
                     "Steps=cpu 1ms\n```\n";
  g_autofree char *text = g_strconcat ("# T\n", part, "\n---\n\n# U\n", part, NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GPtrArray) sections = read_text (text, faults);

  g_assert_cmpuint (sections->len, ==, 2);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (g_str_has_prefix (((GError *) g_ptr_array_index (faults, 0))->message,
                                   "a/lesson.md:31: "));
}

static void
test_too_many_faults (void)
{
  GString *text = g_string_new ("# T\n\n");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GPtrArray) sections = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "<b>\n\n");
  sections = read_text (text->str, faults);
  g_string_free (text, TRUE);

  g_assert_nonnull (sections);
  g_assert_cmpuint (faults->len, ==, ILV_LESSON_SOURCE_MAX_FAULTS);
}

/* What takes a naive reader quadratic time or a deep stack; the test's time limit is the judge. */
static void
test_hostile (void)
{
  const char *parts[] = { ">", "- ", "<b>", "[", "![", "*", "_a", "`", "```\n```\n", "---\n\n",
                          "|a", "&#1;", "<!--", "<!-- note: x -->\n", "1. ", "\n", "a\n---\n",
                          "[a](b", "[a](", "> [!SINCE]\n\n", "```compare\n```\n", "# \n",
                          "*a **b " };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GString *text = g_string_new ("# T\n\n");
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (
        (GDestroyNotify) g_error_free);
      g_autoptr (GPtrArray) sections = NULL;
      gint64 start = g_get_monotonic_time ();

      while (text->len < 64 * 1024)
        g_string_append (text, parts[i]);
      sections = read_text (text->str, faults);
      g_test_message ("%.12s: %.3f s, %u faults", parts[i],
                      (g_get_monotonic_time () - start) / 1e6, faults->len);
      g_string_free (text, TRUE);
      g_assert_nonnull (sections);
      g_assert_cmpuint (faults->len, <=, ILV_LESSON_SOURCE_MAX_FAULTS);
    }
}

/* A cell that is not written costs as much as one that is: ten thousand columns and as many
 * rows. */
static void
test_wide_table (void)
{
  GString *text = g_string_new ("# T\n\n");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GPtrArray) sections = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "|a");
  g_string_append (text, "|\n");
  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "|---");
  g_string_append (text, "|\n");
  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "|x\n");
  sections = read_text (text->str, faults);
  g_string_free (text, TRUE);

  g_assert_cmpuint (sections->len, ==, 1);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (g_str_has_prefix (((GError *) g_ptr_array_index (faults, 0))->message,
                                   "a/lesson.md:12: "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/markdown/sections", test_sections);
  g_test_add_func ("/lesson/markdown/slugs", test_slugs);
  g_test_add_func ("/lesson/markdown/nothing", test_nothing);
  g_test_add_func ("/lesson/markdown/spans", test_spans);
  g_test_add_func ("/lesson/markdown/blocks", test_blocks);
  g_test_add_func ("/lesson/markdown/since", test_since);
  g_test_add_func ("/lesson/markdown/notes", test_notes);
  g_test_add_func ("/lesson/markdown/directives", test_directives);
  g_test_add_func ("/lesson/markdown/race-and-scene", test_race_and_scene);
  g_test_add_func ("/lesson/markdown/faults", test_faults);
  g_test_add_func ("/lesson/markdown/all-faults", test_all_faults);
  g_test_add_func ("/lesson/markdown/same-prediction", test_same_prediction);
  g_test_add_func ("/lesson/markdown/too-many-faults", test_too_many_faults);
  g_test_add_func ("/lesson/markdown/hostile", test_hostile);
  g_test_add_func ("/lesson/markdown/wide-table", test_wide_table);
  return g_test_run ();
}
