/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout.h"

#include "handout-fixture.h"

#define COMPARE                                                                                    \
  "```compare\n[Compare]\nTitle=Two tasks\nLeft=time-sliced\nRight=thread-pool\n"                  \
  "[Task Anna]\nSteps=cpu 40ms\n[Task Berta]\nSteps=cpu 40ms\n```\n"

static void
test_text (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const parts[] = {
    "Lesson",
    "About it",
    "About 7 minutes",
    "First section",
    "A bold word, an italic one, code_with_underscores and a & b < c.",
    "• an item that is so long that it needs more than one line to be told, since it goes on and "
    "on "
    "and on and does not come to its end",
    "• another item",
    "1. the first step",
    "2. the second step",
    "A heading",
    "Привет and Ünïcödé → ✓ stand in a paragraph.",
    "A quotation of somebody.",
    "Since the notes were written",
    "It has changed.",
    "print (\"<&>\")",
    "Second section",
    "A website1 has an address.",
    "Where the links lead",
    "1 https://example.org/a_(b)?c='d'&e",
    NULL,
  };
  g_autoptr (IlvHandout) handout = NULL;
  g_autofree char *text = NULL;

  handout_fixture_load (
    fixture,
    "# First section\n\nA **bold** word, an *italic* one, `code_with_underscores` and a & b < "
    "c.\n\n"
    "- an item that is so long that it needs more than one line to be told, since it goes on and "
    "on "
    "and on and does not come to its end\n- another item\n\n1. the first step\n2. the second "
    "step\n\n"
    "## A heading\n\nПривет and Ünïcödé → ✓ stand in a paragraph.\n\n> A quotation of somebody.\n\n"
    "> [!SINCE]\n> It has changed.\n\n```python\nprint (\"<&>\")\n```\n\n---\n\n# Second "
    "section\n\n"
    "A [website](https://example.org/a_(b)?c='d'&e) has an address.\n");
  handout = handout_fixture_create (fixture, FALSE);
  handout_fixture_save (fixture, handout);
  text = handout_fixture_read (fixture, 0);
  if (text != NULL)
    handout_fixture_assert_order (text, parts);
}

/* Words are found whatever direction they are written in. */
static void
test_arabic (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvHandout) handout = NULL;
  g_autofree char *text = NULL;

  handout_fixture_load (fixture, "# مهمة\n\nالتوازي هو تنفيذ مهام متعددة في نفس الوقت.\n");
  handout = handout_fixture_create (fixture, FALSE);
  handout_fixture_save (fixture, handout);
  text = handout_fixture_read (fixture, 0);
  if (text == NULL)
    return;
  if (strstr (text, "التوازي") == NULL)
    g_error ("the word is not in: %s", text);
  g_assert_nonnull (strstr (text, "متعددة"));
}

/* (transfer full): sections of numbered paragraphs of random lengths. */
static char *
create_sections (guint n_sections, guint n_paragraphs)
{
  GString *text = g_string_new (NULL);
  guint number = 0;

  for (guint i = 0; i < n_sections; i++)
    {
      g_string_append_printf (text, "%s# Section%u\n\n", i > 0 ? "\n---\n\n" : "", i + 1);
      for (guint j = 0; j < n_paragraphs; j++)
        {
          if (g_test_rand_bit ())
            g_string_append_printf (text, "## Heading%u\n\n", number);
          g_string_append_printf (text, "Begin%u", number);
          for (int words = g_test_rand_int_range (1, 60); words > 0; words--)
            g_string_append (text, " word");
          g_string_append_printf (text, " end%u.\n\n", number++);
        }
    }
  return g_string_free (text, FALSE);
}

/* The last word of a page is never one of a heading. */
static void
assert_no_heading_at_foot (const char *page)
{
  g_autofree char *text = g_strchomp (g_strdup (page));
  const char *space = strrchr (text, ' ');
  const char *last = space != NULL ? space + 1 : text;

  g_assert_false (g_str_has_prefix (last, "Heading"));
  g_assert_false (g_str_has_prefix (last, "Section"));
}

/* The page ends with @number. poppler takes single characters with spaces between them for one word
 * that is set wide, so spaces do not count. */
static void
assert_number (const char *page, const char *number)
{
  g_auto (GStrv) words = g_strsplit_set (page, " \n\f", -1);
  g_autofree char *text = g_strjoinv ("", words);

  g_assert_true (g_str_has_suffix (text, number));
}

static void
test_pages (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *sections = create_sections (6, 12);
  g_autoptr (IlvHandout) handout = NULL;
  g_autoptr (GString) body = g_string_new (NULL);
  guint n_pages;

  handout_fixture_load (fixture, sections);
  handout = handout_fixture_create (fixture, FALSE);
  handout_fixture_save (fixture, handout);
  n_pages = ilv_handout_get_n_pages (handout);
  g_assert_cmpuint (n_pages, >, 3);
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *words = g_strdup_printf ("pdftotext -f %u -l %u FILE -", i, i);
      g_autofree char *page = handout_fixture_ask (fixture, words);
      g_autofree char *number = g_strdup_printf ("%u/%u", i, n_pages);
      g_autofree char *text = NULL;

      if (page == NULL)
        return;
      assert_number (page, number);
      g_assert_nonnull (strstr (page, "Lesson"));
      g_assert_nonnull (strstr (page, "Course"));
      text = handout_fixture_read (fixture, i);
      assert_no_heading_at_foot (text);
      g_string_append (body, text);
    }
  for (guint i = 0; i < 6 * 12; i++)
    {
      g_autofree char *begin = g_strdup_printf ("Begin%u ", i);
      g_autofree char *end = g_strdup_printf ("end%u.", i);
      const char *const parts[] = { begin, end, NULL };

      handout_fixture_assert_order (body->str, parts);
    }
}

static void
test_page_count (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint last = 0;

  for (guint n = 4; n <= 64; n *= 4)
    {
      g_autofree char *sections = create_sections (2, n);
      g_autoptr (IlvHandout) handout = NULL;

      handout_fixture_load (fixture, sections);
      handout = handout_fixture_create (fixture, FALSE);
      g_assert_cmpuint (ilv_handout_get_n_pages (handout), >, last);
      last = ilv_handout_get_n_pages (handout);
    }
}

/* (transfer full): a block of code with @n_lines lines "line1" … after @n_before paragraphs. */
static char *
create_code (guint n_before, guint n_lines)
{
  GString *text = g_string_new ("# Section\n\n");

  for (guint i = 0; i < n_before; i++)
    g_string_append (text, "A line of text.\n\n");
  g_string_append (text, "```\n");
  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (text, "line%u;\n", i + 1);
  g_string_append (text, "```\n\nBehind it.\n");
  return g_string_free (text, FALSE);
}

/* Wherever it begins, it is on one page. */
static void
test_box_is_whole (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint n_before = 0; n_before < 30; n_before += 5)
    {
      g_autofree char *code = create_code (n_before, 30);
      g_autoptr (IlvHandout) handout = NULL;
      guint n_found = 0;

      handout_fixture_load (fixture, code);
      handout = handout_fixture_create (fixture, FALSE);
      handout_fixture_save (fixture, handout);
      for (guint i = 1; i <= ilv_handout_get_n_pages (handout); i++)
        {
          g_autofree char *page = handout_fixture_read (fixture, i);

          if (page == NULL)
            return;
          g_assert_true ((strstr (page, "line1;") != NULL) == (strstr (page, "line30;") != NULL));
          n_found += strstr (page, "line1;") != NULL;
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
}

static void
test_long_box (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *code = create_code (5, 300);
  g_autoptr (IlvHandout) handout = NULL;
  g_autofree char *text = NULL;

  handout_fixture_load (fixture, code);
  handout = handout_fixture_create (fixture, FALSE);
  handout_fixture_save (fixture, handout);
  text = handout_fixture_read (fixture, 0);
  if (text == NULL)
    return;
  for (guint i = 1; i < 300; i++)
    {
      g_autofree char *line = g_strdup_printf (" line%u;", i);
      g_autofree char *next = g_strdup_printf (" line%u;", i + 1);
      const char *const parts[] = { line, next, NULL };

      handout_fixture_assert_order (text, parts);
    }
}

static void
test_notes (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  handout_fixture_load (fixture,
                        "# Section\n\nText.\n\n<!-- note:\nAsk **them**\nfirst.\n\nThen:\n- tell "
                        "them.\n-->\n");
  for (gboolean with_notes = FALSE; with_notes <= TRUE; with_notes++)
    {
      g_autoptr (IlvHandout) handout = handout_fixture_create (fixture, with_notes);
      g_autofree char *text = NULL;

      handout_fixture_save (fixture, handout);
      text = handout_fixture_read (fixture, 0);
      if (text == NULL)
        return;
      g_assert_nonnull (strstr (text, "Text."));
      g_assert_true ((strstr (text, "Presenter’s notes Ask them first. Then: • tell them.") !=
                      NULL) == with_notes);
      g_assert_true ((strstr (text, "Ask") != NULL) == with_notes);
    }
}

/* The question and its answers, and not which one is right. */
static void
test_prediction (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const parts[] = { "What do you expect?", "Which one is sooner?",
                                       "The left one",        "The right one",
                                       "Two tasks",           NULL };
  g_autoptr (IlvHandout) handout = NULL;
  g_autofree char *text = NULL;

  handout_fixture_load (
    fixture, "# Section\n\n```predict\n[Predict]\nId=which\nKind=choice\n"
             "Question=Which one is sooner?\nMeasure=right.speedup\n"
             "[Choice 1]\nText=The left one\nTo=1\nExplanation=Secret\n"
             "[Choice 2]\nText=The right one\nFrom=1\nExplanation=Hidden\n```\n\n" COMPARE);
  handout = handout_fixture_create (fixture, FALSE);
  handout_fixture_save (fixture, handout);
  text = handout_fixture_read (fixture, 0);
  if (text == NULL)
    return;
  handout_fixture_assert_order (text, parts);
  g_assert_null (strstr (text, "Secret"));
  g_assert_null (strstr (text, "Hidden"));
}

static void
test_not_run (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const parts[] = { "Two tasks",
                                       "Not run yet",
                                       "Time-sliced",
                                       "Thread pool",
                                       "Anna cpu 40ms",
                                       "Berta cpu 40ms",
                                       "interleave run lesson/1",
                                       NULL };
  g_autoptr (IlvHandout) handout = NULL;
  g_autofree char *text = NULL;

  handout_fixture_load (fixture, "# Section\n\n" COMPARE);
  handout = handout_fixture_create (fixture, FALSE);
  handout_fixture_save (fixture, handout);
  text = handout_fixture_read (fixture, 0);
  if (text != NULL)
    handout_fixture_assert_order (text, parts);
}

/* (transfer full): @n_tasks tasks that take turns on one processor, or run at once on two. */
static IlvTrace *
create_trace (const char *strategy, guint processors, guint n_tasks, guint n_turns)
{
  static const char *const names[] = { "Anna", "Berta" };
  static const char *const steps[] = { "cpu 40ms", NULL };
  IlvTraceInfo *info = ilv_trace_info_new (strategy, processors);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));

  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  for (guint task = 0; task < n_tasks; task++)
    ilv_trace_info_add_task (info, names[task], steps);
  for (guint i = 0; i < n_turns * n_tasks; i++)
    {
      guint task = i % n_tasks;
      gint64 start_ns = (processors > 1 ? i / n_tasks : i) * G_GINT64_CONSTANT (4000000);
      IlvSpan span = { start_ns,
                       start_ns + 4000000,
                       task,
                       ILV_NO_WORKER,
                       processors > 1 ? task : 0,
                       0,
                       ILV_NO_PEER,
                       ILV_STATE_RUNNING,
                       0,
                       0 };

      g_array_append_val (spans, span);
    }
  return ilv_trace_new (info, spans, NULL);
}

static void
put_run (HandoutFixture *fixture)
{
  static const IlvRunPlace place = { "lesson", "section", "Two tasks" };
  g_autoptr (IlvTrace) left = create_trace ("time-sliced", 1, 2, 10);
  g_autoptr (IlvTrace) right = create_trace ("thread-pool", 2, 2, 10);
  IlvTrace *const sides[] = { left, right };
  g_autoptr (IlvLastRun) run = ilv_last_run_new (sides, NULL, 2);

  ilv_last_runs_put (fixture->runs, &place, run);
}

/* Both timelines with their figures, and the sentence. */
static void
test_run (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvHandout) handout = NULL;
  g_autofree char *text = NULL;
  g_autofree char *images = NULL;
  g_auto (GStrv) lines = NULL;

  handout_fixture_load (fixture, "# Section\n\n" COMPARE);
  put_run (fixture);
  handout = handout_fixture_create (fixture, FALSE);
  handout_fixture_save (fixture, handout);
  text = handout_fixture_read (fixture, 0);
  images = handout_fixture_ask (fixture, "pdfimages -list FILE");
  if (text == NULL || images == NULL)
    return;
  g_assert_null (strstr (text, "Not run yet"));
  g_assert_nonnull (strstr (text, "Time-sliced · 2 tasks · 1 processor"));
  g_assert_nonnull (strstr (text, "Thread pool · 2 tasks · 2 processors"));
  g_assert_nonnull (strstr (text, "Core 0"));
  g_assert_nonnull (strstr (text, "Core 1"));
  g_assert_nonnull (strstr (text, "80 ms"));
  g_assert_nonnull (strstr (text, "utilisation"));
  g_assert_nonnull (strstr (text, "2.00 times sooner"));
  /* A title and a rule are all that stand there when there are no pictures of points. */
  lines = g_strsplit (g_strchomp (images), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
}

static void
assert_within_margins (IlvHandout *handout, guint page, const IlvHandoutPaper *paper)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  ilv_handout_draw_page (handout, cr, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, paper->left - 2);
  g_assert_cmpfloat (x + width, <=, paper->width - paper->right + 2);
  g_assert_cmpfloat (y, >=, paper->top - 2);
  g_assert_cmpfloat (y + height, <=, paper->height - paper->bottom + 2);
  cairo_surface_destroy (surface);
}

/* Nothing is cut off by the paper's edge, and nothing but margin is in the margins. */
static void
test_within_margins (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *sections = create_sections (2, 10);
  g_autofree char *markdown = g_strconcat (
    "# Section\n\n" COMPARE "\nAWordThatIsSoLongThatItDoesNotFitOnTheLineAndHasToBeBrokenSomewhere"
    "ButNobodyKnowsWhereSinceItHasNoHyphenWhatsoeverAndGoesOn.\n\n```\na line of code that is so "
    "long "
    "that it does not fit on the page, not even in small letters, and so on, and so on, and "
    "on\n```\n"
    "\n---\n\n",
    sections, NULL);
  g_autoptr (IlvHandout) handout = NULL;
  IlvHandoutPaper papers[3];

  handout_fixture_load (fixture, markdown);
  put_run (fixture);
  ilv_handout_paper_init_named (&papers[0], "a4");
  ilv_handout_paper_init (&papers[1], 298, 420, 0);
  ilv_handout_paper_init (&papers[2], 842, 595, 30);
  handout = handout_fixture_create (fixture, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      ilv_handout_set_paper (handout, &papers[i]);
      while (!ilv_handout_paginate (handout))
        ;
      for (guint page = 0; page < ilv_handout_get_n_pages (handout); page++)
        assert_within_margins (handout, page, &papers[i]);
    }
}

static void
test_paper (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const papers[][2] = { { "A4", "595.276 x 841.89 pts (A4)" },
                                           { "letter", "612 x 792 pts (letter)" } };
  IlvHandoutPaper paper;

  handout_fixture_load (fixture, "# Section\n\nText.\n");
  g_assert_false (ilv_handout_paper_init_named (&paper, "a5x"));
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (IlvHandout) handout = handout_fixture_create (fixture, FALSE);
      g_autofree char *info = NULL;

      g_assert_true (ilv_handout_paper_init_named (&paper, papers[i][0]));
      ilv_handout_set_paper (handout, &paper);
      g_assert_cmpuint (ilv_handout_get_n_pages (handout), ==, 0);
      handout_fixture_save (fixture, handout);
      g_assert_cmpuint (ilv_handout_get_n_pages (handout), ==, 1);
      info = handout_fixture_ask (fixture, "pdfinfo FILE");
      if (info == NULL)
        return;
      g_assert_nonnull (strstr (info, papers[i][1]));
    }
}

/* The program's own course: its contents, all of its lessons, and their titles in the outline. */
static void
test_course (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvHandout) handout = NULL;
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;
  g_autofree char *pages = NULL;

  fixture->course = ilv_course_new_from_folder (folder, &error);
  g_assert_no_error (error);
  handout = handout_fixture_create (fixture, TRUE);
  g_assert_cmpstr (ilv_handout_get_title (handout), ==, ilv_course_get_title (fixture->course));
  handout_fixture_save (fixture, handout);
  info = handout_fixture_ask (fixture, "pdfinfo FILE");
  text = handout_fixture_read (fixture, 1);
  if (info == NULL || text == NULL)
    return;
  handout_fixture_squeeze (info);
  pages = g_strdup_printf ("Pages: %u ", ilv_handout_get_n_pages (handout));
  g_assert_nonnull (strstr (info, pages));
  g_assert_nonnull (strstr (info, "Title: Concurrency and parallelism"));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (fixture->course), i);

      g_assert_nonnull (strstr (text, ilv_lesson_get_title (lesson)));
    }
}

/* Only what was asked for, without a page of contents. */
static void
test_one_lesson (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GPtrArray) lessons = g_ptr_array_new ();
  g_autoptr (IlvHandout) handout = NULL;
  g_autofree char *text = NULL;

  fixture->course = ilv_course_new_from_folder (folder, NULL);
  g_ptr_array_add (lessons, ilv_course_find_lesson (fixture->course, "cashiers"));
  handout = ilv_handout_new (fixture->course, lessons, FALSE, NULL);
  ilv_handout_load (handout);
  g_assert_cmpstr (ilv_handout_get_title (handout), ==, "Two lines, one cashier");
  handout_fixture_save (fixture, handout);
  text = handout_fixture_read (fixture, 1);
  if (text == NULL)
    return;
  g_assert_true (g_str_has_prefix (text, "Two lines, one cashier A shop that explains your CPU"));
}

#define add(path, function)                                                                        \
  g_test_add ("/handout/" path, HandoutFixture, NULL, handout_fixture_set_up, function,            \
              handout_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("text", test_text);
  add ("arabic", test_arabic);
  add ("pages", test_pages);
  add ("page-count", test_page_count);
  add ("box-is-whole", test_box_is_whole);
  add ("long-box", test_long_box);
  add ("notes", test_notes);
  add ("prediction", test_prediction);
  add ("not-run", test_not_run);
  add ("run", test_run);
  add ("within-margins", test_within_margins);
  add ("paper", test_paper);
  add ("course", test_course);
  add ("one-lesson", test_one_lesson);

  return g_test_run ();
}
