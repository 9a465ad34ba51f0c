/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-block-part.h"
#include "ilv-course.h"
#include "talk-fixture.h"

#define PREDICT(id)                                                                                \
  "```predict\n[Predict]\nId=" id "\nKind=end\nSide=right\nQuestion=When?\n```\n\n"
#define COMPARE "```compare\n[Compare]\nLeft=time-sliced\nRight=thread-pool\n[Task A]\nSteps=cpu 1ms\n```\n\n"
#define RACE                                                                                       \
  "```race\n[Race]\nTitle=Race\n[Run 1]\nTitle=One\nStrategy=sequential\n[Run 2]\nTitle=Two\n"         \
  "Strategy=thread-pool\n[Task A]\nSteps=cpu 1ms\n```\n\n"
#define SCENE "```scene\n[Scene]\nKind=computer\n```\n\n"

/* A deck in one string: its slides' kinds as letters, with what matters of them. */
static char *
describe (IlvDeck *deck)
{
  static const char letters[] = "TtPCERSA";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ilv_deck_get_n_slides (deck); i++)
    {
      const IlvSlideParts *parts = ilv_slide_get_parts (ilv_deck_get_slide (deck, i));

      g_string_append_printf (text, "%s%c", i > 0 ? " " : "", letters[parts->kind]);
      if (parts->kind == ILV_SLIDE_TEXT)
        g_string_append_printf (text, "%u@%d", parts->blocks->len, parts->text_size);
      if (parts->poll != ILV_SLIDE_NONE)
        g_string_append_printf (text, "%u", parts->poll);
      if (parts->experiment != ILV_SLIDE_NONE)
        g_string_append_printf (text, ":%u", parts->experiment);
    }
  return g_string_free (text, FALSE);
}

static IlvDeck *
create_deck (const char *markdown)
{
  g_autoptr (IlvLesson) lesson = talk_fixture_create_lesson (markdown);

  return ilv_deck_new (lesson, &talk_fixture_ten_lines);
}

#define assert_deck(markdown, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (IlvDeck) a_deck = create_deck (markdown);                                           \
    g_autofree char *a_text = describe (a_deck);                                                   \
    g_assert_cmpstr (a_text, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

/* A paragraph of @n lines. */
static char *
lines (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, i == 0 ? "wordword wordword wo" : "wordword wordword w ");
  return g_string_free (text, FALSE);
}

/* Text blocks of so many lines each, below a title. */
static char *
paragraphs (const char *prefix, const guint *n_lines, guint n)
{
  GString *text = g_string_new ("# Title\n\n");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *paragraph = lines (n_lines[i]);

      g_string_append_printf (text, "%s%s\n\n", prefix, g_strchomp (paragraph));
    }
  return g_string_free (text, FALSE);
}

#define assert_split(prefix, expected, ...)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const guint a_lines[] = { __VA_ARGS__ };                                                       \
    g_autofree char *a_markdown = paragraphs (prefix, a_lines, G_N_ELEMENTS (a_lines));            \
    assert_deck (a_markdown, expected);                                                            \
  }                                                                                                \
  G_STMT_END

/* The largest size at which a section's text fits one slide. */
static void
test_sizes (void)
{
  assert_split ("", "T t1@56", 3);
  assert_split ("", "T t2@48", 3, 3);
  assert_split ("", "T t2@48", 4, 4);
  assert_split ("", "T t2@44", 5, 4);
  assert_split ("", "T t2@40", 5, 5);
}

/* More than one slide: as few as can be, and of the same height. */
static void
test_split (void)
{
  assert_split ("", "T t2@48 t2@48", 3, 3, 3, 3);
  assert_split ("", "T t1@48 t1@48", 8, 3);
  assert_split ("", "T t1@40 t1@48", 10, 1);
  /* Not four blocks and one, though four fit. */
  assert_split ("", "T t3@48 t2@48", 2, 2, 2, 2, 3);
  /* No line is left over for itself. */
  assert_split ("", "T t1@48 t2@48", 5, 5, 1);
}

/* What announces a list stays with it, and a heading with its text. */
static void
test_together (void)
{
  assert_deck ("# Title\n\nwordword wordword wordword wordword wordword wordword wordword wordword "
               "wordword wordword wordword wordword\n\nThese are:\n\n- one\n- two\n- three\n- four\n",
               "T t1@48 t5@48");
  assert_deck ("# Title\n\nwordword wordword wordword wordword wordword wordword wordword wordword "
               "wordword wordword wordword wordword wordword wordword wordword wordword\n\n"
               "### Heading\n\nwordword wordword wordword wordword\n",
               "T t1@48 t2@48");
}

/* A box that is too tall is made smaller, and only then torn apart, between its paragraphs. */
static void
test_box (void)
{
  g_autoptr (IlvDeck) deck = NULL;
  const IlvSlideParts *parts;

  assert_split ("> [!SINCE]\n> ", "T t1@36", 10);
  assert_split ("> [!SINCE]\n> ", "T t1@32", 11);

  deck = create_deck ("# Title\n\n> [!SINCE]\n> a a a a a a a a a b b b b b b b b b b c c c c c c c c c c d d d\n"
                      ">\n> a a a a a a a a a b b b b b b b b b b c c c c c c c c c c d d d\n"
                      ">\n> a a a a a a a a a b b b b b b b b b b c c c c c c c c c c d d d\n");
  g_assert_cmpuint (ilv_deck_get_n_slides (deck), ==, 3);
  parts = ilv_slide_get_parts (ilv_deck_get_slide (deck, 1));
  g_assert_false (parts->continued);
  g_assert_false (ilv_block_part_is_continued (parts->blocks->pdata[0]));
  parts = ilv_slide_get_parts (ilv_deck_get_slide (deck, 2));
  g_assert_true (parts->continued);
  g_assert_cmpint (ilv_block_get_kind (parts->blocks->pdata[0]), ==, ILV_BLOCK_SINCE);
  g_assert_true (ilv_block_part_is_continued (parts->blocks->pdata[0]));
  g_assert_cmpuint (parts->first, ==, 0);
  g_assert_cmpuint (parts->offset, >, 0);
}

/* Code is torn apart between lines, and keeps its language and its indent. */
static void
test_code (void)
{
  GString *markdown = g_string_new ("# Title\n\n```python\n");
  g_autoptr (IlvDeck) deck = NULL;
  const IlvSlideParts *parts;

  for (guint i = 0; i < 24; i++)
    g_string_append_printf (markdown, "    line %u\n", i);
  g_string_append (markdown, "```\n");
  deck = create_deck (markdown->str);
  g_string_free (markdown, TRUE);

  g_assert_cmpuint (ilv_deck_get_n_slides (deck), ==, 4);
  parts = ilv_slide_get_parts (ilv_deck_get_slide (deck, 2));
  g_assert_cmpstr (ilv_block_get_marker (parts->blocks->pdata[0]), ==, "python");
  g_assert_true (g_str_has_prefix (ilv_block_get_markup (parts->blocks->pdata[0]), "    line 8\n"));
  g_assert_true (g_str_has_suffix (ilv_block_get_markup (parts->blocks->pdata[0]), "    line 15"));
}

/* A single paragraph that no size helps is torn apart between sentences, with its tags. */
static void
test_sentences (void)
{
  GString *markdown = g_string_new ("# Title\n\n**");
  g_autoptr (IlvDeck) deck = NULL;
  const IlvSlideParts *parts;

  for (guint i = 0; i < 15; i++)
    g_string_append (markdown, "Wordword wordword wordword. ");
  g_string_append (markdown, "End**\n");
  deck = create_deck (markdown->str);
  g_string_free (markdown, TRUE);

  g_assert_cmpuint (ilv_deck_get_n_slides (deck), >, 2);
  for (guint i = 1; i < ilv_deck_get_n_slides (deck); i++)
    {
      parts = ilv_slide_get_parts (ilv_deck_get_slide (deck, i));
      g_assert_true (g_str_has_prefix (ilv_block_get_markup (parts->blocks->pdata[0]), "<b>"));
      g_assert_true (g_str_has_suffix (ilv_block_get_markup (parts->blocks->pdata[0]), ".</b>")
                     || i + 1 == ilv_deck_get_n_slides (deck));
    }
}

static void
test_experiments (void)
{
  assert_deck ("# A\n\nText\n\n" PREDICT ("a") COMPARE "Text\n\n---\n\n# B\n\n" COMPARE,
               "T t1@56 P0:0 E:0 A0:0 t1@56 E:1");
  assert_deck ("# A\n\n" PREDICT ("a") PREDICT ("b") COMPARE, "T P0:0 P1:0 E:0 A0:0 A1:0");
  assert_deck ("# A\n\n" PREDICT ("a") COMPARE PREDICT ("b") COMPARE,
               "T P0:0 E:0 A0:0 P1:1 E:1 A1:1");
  /* A race and a scene decide nothing. */
  assert_deck ("# A\n\n" PREDICT ("a") SCENE COMPARE, "T P0:1 S:0 E:1 A0:1");
  assert_deck ("# A\n\nText\n\n" RACE "Text\n", "T t1@56 R:0 t1@56");
}

/* What lessons should not have, and what still must not be lost. */
static void
test_faults (void)
{
  g_autoptr (IlvDeck) deck = create_deck ("# A\n\n" PREDICT ("a") "Text\n");
  guint experiment = 0;

  g_assert_cmpuint (ilv_deck_get_n_polls (deck), ==, 1);
  g_assert_nonnull (ilv_deck_get_prediction (deck, 0, &experiment));
  g_assert_cmpuint (experiment, ==, ILV_SLIDE_NONE);
  assert_deck ("# A\n\n" PREDICT ("a") "Text\n", "T P0 t1@56");
  assert_deck ("# A\n\n" COMPARE PREDICT ("a"), "T E:0 P0:0 A0:0");
  assert_deck ("# A\n\n" COMPARE "---\n\n# B\n\n" PREDICT ("a"), "T E:0 P0");
  assert_deck ("# A\n\n---\n\n# B\n\nText\n", "T t0@48 t1@56");
}

/* Slides know where they are in their section. */
static void
test_parts (void)
{
  g_autoptr (IlvDeck) deck = create_deck ("# A\n\nText\n\n" COMPARE "Text\n\n---\n\n# B\n\nText\n");
  static const guint parts[] = { 0, 0, 1, 2, 0 };
  static const guint n_parts[] = { 1, 3, 3, 3, 1 };

  g_assert_cmpuint (ilv_deck_get_n_slides (deck), ==, G_N_ELEMENTS (parts));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const IlvSlideParts *slide = ilv_slide_get_parts (ilv_deck_get_slide (deck, i));

      g_assert_cmpuint (slide->part, ==, parts[i]);
      g_assert_cmpuint (slide->n_parts, ==, n_parts[i]);
    }
  g_assert_cmpuint (ilv_deck_find_section (deck, 0), ==, 1);
  g_assert_cmpuint (ilv_deck_find_section (deck, 1), ==, 4);
}

/* Another format has other slides, and the talk goes on at the same words. */
static void
test_find_like (void)
{
  g_autofree char *text = paragraphs ("", (const guint[]){ 3, 3, 3, 3 }, 4);
  g_autofree char *markdown = g_strconcat (text, PREDICT ("a") COMPARE "Text\n", NULL);
  g_autoptr (IlvLesson) lesson = talk_fixture_create_lesson (markdown);
  IlvDeckMeasure narrow = talk_fixture_ten_lines;
  g_autoptr (IlvDeck) deck = NULL, narrow_deck = NULL;
  g_autofree char *description = NULL, *narrow_description = NULL;
  static const guint like[] = { 0, 1, 3, 5, 6, 7, 8 };

  narrow.height = 120;
  deck = ilv_deck_new (lesson, &talk_fixture_ten_lines);
  narrow_deck = ilv_deck_new (lesson, &narrow);
  description = describe (deck);
  narrow_description = describe (narrow_deck);
  g_assert_cmpstr (description, ==, "T t2@48 t2@48 P0:0 E:0 A0:0 t1@56");
  g_assert_cmpstr (narrow_description, ==, "T t1@40 t1@40 t1@40 t1@40 P0:0 E:0 A0:0 t1@56");
  for (guint i = 0; i < G_N_ELEMENTS (like); i++)
    g_assert_cmpuint (ilv_deck_find_like (narrow_deck, ilv_deck_get_slide (deck, i)), ==, like[i]);
  g_assert_cmpuint (ilv_deck_find_like (deck, ilv_deck_get_slide (narrow_deck, 4)), ==, 2);
  g_assert_cmpuint (ilv_deck_find_like (deck, ilv_deck_get_slide (narrow_deck, 6)), ==, 4);
}

static int
measure_at_random (IlvBlock *block, int text_size, int width, gpointer data)
{
  guint hash = g_str_hash (ilv_block_get_markup (block)) % *(guint *) data;

  return talk_fixture_measure (block, text_size, width, NULL) + (int) hash;
}

/* The text without blanks, which a split may take away. */
static void
append_text (GString *text, IlvBlock *block)
{
  const char *markup = ilv_block_get_markup (block);

  for (; *markup != '\0'; markup++)
    {
      /* A tag that is open at a split is closed and opened again. */
      if (*markup == '<')
        markup = strchr (markup, '>');
      else if (strchr (" \n", *markup) == NULL)
        g_string_append_c (text, *markup);
    }
}

static void
append_section (GString *text, IlvSection *section)
{
  for (guint i = 0; i < ilv_section_get_n_blocks (section); i++)
    if (ilv_block_get_markup (ilv_section_get_block (section, i)) != NULL)
      append_text (text, ilv_section_get_block (section, i));
}

static void
check_all_text (IlvLesson *lesson, const IlvDeckMeasure *measure)
{
  g_autoptr (IlvDeck) deck = ilv_deck_new (lesson, measure);
  g_autoptr (GString) wanted = g_string_new (NULL), got = g_string_new (NULL);
  guint n_experiments = 0;

  for (guint i = 0; i < ilv_lesson_get_n_sections (lesson); i++)
    append_section (wanted, ilv_lesson_get_section (lesson, i));
  for (guint i = 0; i < ilv_deck_get_n_slides (deck); i++)
    {
      IlvSlide *slide = ilv_deck_get_slide (deck, i);
      const IlvSlideParts *parts = ilv_slide_get_parts (slide);

      g_assert_cmpuint (ilv_deck_find_like (deck, slide), ==, i);
      for (guint j = 0; parts->blocks != NULL && j < parts->blocks->len; j++)
        append_text (got, parts->blocks->pdata[j]);
      n_experiments += parts->kind == ILV_SLIDE_EXPERIMENT || parts->kind == ILV_SLIDE_RACE ||
                       parts->kind == ILV_SLIDE_SCENE;
    }
  g_assert_cmpstr (got->str, ==, wanted->str);
  g_assert_cmpuint (n_experiments, ==, ilv_deck_get_n_experiments (deck));
}

/* Whatever text measures, all of it is on the slides, once and in order. */
static void
test_whole_course (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvCourse) course = ilv_course_new_from_folder (folder, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      for (guint j = 0; j < 20; j++)
        {
          guint most = (guint) g_test_rand_int_range (1, 300);
          IlvDeckMeasure measure = talk_fixture_ten_lines;

          measure.height = g_test_rand_int_range (30, 1500);
          measure.measure = measure_at_random;
          measure.data = &most;
          check_all_text (lesson, &measure);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/talk/deck/sizes", test_sizes);
  g_test_add_func ("/talk/deck/split", test_split);
  g_test_add_func ("/talk/deck/together", test_together);
  g_test_add_func ("/talk/deck/box", test_box);
  g_test_add_func ("/talk/deck/code", test_code);
  g_test_add_func ("/talk/deck/sentences", test_sentences);
  g_test_add_func ("/talk/deck/experiments", test_experiments);
  g_test_add_func ("/talk/deck/faults", test_faults);
  g_test_add_func ("/talk/deck/parts", test_parts);
  g_test_add_func ("/talk/deck/find-like", test_find_like);
  g_test_add_func ("/talk/deck/whole-course", test_whole_course);

  return g_test_run ();
}
