/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-course.h"

#include <string.h>

#include <glib/gstdio.h>

static IlvCourse *
load_built_in (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GError) error = NULL;
  IlvCourse *course = ilv_course_new_from_folder (folder, &error);

  g_assert_no_error (error);
  return course;
}

static void
test_built_in (void)
{
  static const struct
  {
    const char *id;
    const char *title;
    const char *summary;
  } lessons[] = {
    { "concurrency", "Concurrency and parallelism", "Taking turns, or at the same time" },
    { "cashiers", "Two lines, one cashier", "A shop that explains your CPU" },
    { "computer", "Your computer does both", "2, 4, 8 cores · hundreds of tasks" },
    { "python", "Python and its lock", "Threads, processes and the GIL" },
    { "waiting", "Why waiting is the point", "Files, networks and you" },
    { "async", "async and await", "Deciding what comes after what" },
    { "pokemon", "Twenty Pokémon", "One by one, or all at once" },
  };
  g_autoptr (IlvCourse) course = load_built_in ();

  g_assert_cmpstr (ilv_course_get_title (course), ==, "Concurrency and parallelism");
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (course)) == ILV_TYPE_LESSON);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (course)), ==, G_N_ELEMENTS (lessons));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (course), G_N_ELEMENTS (lessons)));

  for (guint i = 0; i < G_N_ELEMENTS (lessons); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      g_assert_cmpstr (ilv_lesson_get_id (lesson), ==, lessons[i].id);
      g_assert_cmpstr (ilv_lesson_get_title (lesson), ==, lessons[i].title);
      g_assert_cmpstr (ilv_lesson_get_summary (lesson), ==, lessons[i].summary);
      g_assert_cmpuint (ilv_lesson_get_minutes (lesson), >, 0);
      g_assert_cmpstr (ilv_lesson_get_source (lesson), !=, "");
      g_assert_true (ilv_lesson_is_written (lesson));
      g_assert_cmpuint (ilv_lesson_get_number (lesson), ==, i + 1);
      g_assert_cmpstr (ilv_lesson_get_course_title (lesson), ==, ilv_course_get_title (course));
      g_assert_true (ilv_course_find_lesson (course, lessons[i].id) == lesson);
    }
  g_assert_null (ilv_course_find_lesson (course, "Concurrency"));
}

static void
test_neighbours (void)
{
  g_autoptr (IlvCourse) course = load_built_in ();
  g_autoptr (IlvCourse) other = load_built_in ();
  IlvLesson *first = ilv_course_find_lesson (course, "concurrency");
  IlvLesson *second = ilv_course_find_lesson (course, "cashiers");
  IlvLesson *last = ilv_course_find_lesson (course, "pokemon");

  g_assert_true (ilv_course_get_first (course) == first);
  g_assert_true (ilv_course_get_next (course, first) == second);
  g_assert_null (ilv_course_get_next (course, last));
  g_assert_true (ilv_course_get_written_before (course, second) == first);
  g_assert_null (ilv_course_get_written_before (course, first));
  g_assert_null (ilv_course_get_next (other, first));
  g_assert_null (ilv_course_get_written_before (other, second));
}

/* What the window and the terminal build on. */
static void
test_first_lesson (void)
{
  g_autoptr (IlvCourse) course = load_built_in ();
  IlvLesson *lesson = ilv_course_find_lesson (course, "concurrency");
  IlvSection *section = ilv_lesson_find_section (lesson, NULL);
  IlvComparison *comparison;
  IlvPrediction *prediction = NULL;
  gboolean since = FALSE;

  for (guint i = 0; i < ilv_lesson_get_n_sections (lesson); i++)
    g_assert_nonnull (ilv_section_get_notes (ilv_lesson_get_section (lesson, i)));

  g_assert_cmpstr (ilv_section_get_slug (section), ==, "taking-turns-or-at-the-same-time");
  comparison = ilv_section_get_comparison (section);
  g_assert_cmpint (ilv_comparison_get_left (comparison), ==, ILV_STRATEGY_TIME_SLICED);
  g_assert_cmpint (ilv_comparison_get_right (comparison), ==, ILV_STRATEGY_THREAD_POOL);
  g_assert_cmpuint (ilv_comparison_get_processors (comparison), ==, 2);
  g_assert_true (ilv_workload_is_uniform (ilv_comparison_get_workload (comparison)));
  g_assert_cmpint (ilv_workload_get_work_ns (ilv_comparison_get_workload (comparison)), ==,
                   800000000);

  for (guint i = 0; i < ilv_section_get_n_blocks (section) && prediction == NULL; i++)
    prediction = ilv_block_get_prediction (ilv_section_get_block (section, i));
  g_assert_cmpstr (ilv_prediction_get_id (prediction), ==, "parallel-end");
  g_assert_true (ilv_prediction_is_right_side (prediction));

  section = ilv_lesson_get_section (lesson, ilv_lesson_get_n_sections (lesson) - 1);
  for (guint i = 0; i < ilv_section_get_n_blocks (section); i++)
    since |= ilv_block_get_kind (ilv_section_get_block (section, i)) == ILV_BLOCK_SINCE;
  g_assert_true (since);
}

static guint
count_predictions (IlvLesson *lesson)
{
  guint n_predictions = 0;

  for (guint i = 0; i < ilv_lesson_get_n_sections (lesson); i++)
    {
      IlvSection *section = ilv_lesson_get_section (lesson, i);

      for (guint j = 0; j < ilv_section_get_n_blocks (section); j++)
        if (ilv_block_get_prediction (ilv_section_get_block (section, j)) != NULL)
          n_predictions++;
    }
  return n_predictions;
}

/* Who predicts first learns more: each lesson asks at least twice. */
static void
test_predictions (void)
{
  g_autoptr (IlvCourse) course = load_built_in ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      g_test_message ("%s", ilv_lesson_get_id (lesson));
      if (ilv_lesson_is_written (lesson))
        g_assert_cmpuint (count_predictions (lesson), >=, 2);
    }
}

/* "Lesson 2, `cashiers`." */
static IlvLesson *
find_named_lesson (IlvCourse *course, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "`", 3);
  IlvLesson *lesson;

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  lesson = ilv_course_find_lesson (course, parts[1]);
  g_assert_nonnull (lesson);
  return lesson;
}

/* "| statement | 2 Title of the section; and more |", where the lesson's id may stand before the 2. */
static void
assert_row (IlvCourse *course, IlvLesson *lesson, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, " | ", 3);
  const char *place = cells[1];
  char *rest = NULL;
  guint64 number;

  g_test_message ("%s", line);
  if (*place == '`')
    {
      lesson = find_named_lesson (course, place);
      place = strchr (place + 1, '`') + 1;
    }
  number = g_ascii_strtoull (place, &rest, 10);
  g_assert_cmpuint (number, >=, 1);
  g_assert_cmpuint (number, <=, ilv_lesson_get_n_sections (lesson));
  g_assert_true (g_str_has_prefix (
    g_strstrip (rest), ilv_section_get_title (ilv_lesson_get_section (lesson, number - 1))));
}

/* Each statement of the notes has a section that there is. */
static void
test_coverage (void)
{
  g_autoptr (IlvCourse) course = load_built_in ();
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "..", "docs", "notes-coverage.md", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  IlvLesson *lesson = NULL;
  guint n_rows = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Lesson ") && strchr (lines[i], '`') != NULL)
      lesson = find_named_lesson (course, lines[i]);
    else if (g_str_has_prefix (lines[i], "| ") && !g_str_has_prefix (lines[i], "| ---") &&
             !g_str_has_prefix (lines[i], "| statement"))
      {
        assert_row (course, lesson, lines[i]);
        n_rows++;
      }
  g_assert_cmpuint (n_rows, >, 30);
}

static void
assert_error_begins (const char *text, const char *beginning)
{
  g_autofree char *root = g_dir_make_tmp ("ilv-course-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (root, "course.ini", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (root);
  g_autoptr (GError) error = NULL;

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_null (ilv_course_new_from_folder (folder, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, beginning));

  g_unlink (path);
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

static void
test_faults (void)
{
  assert_error_begins (NULL, "course.ini:1: ");
  assert_error_begins ("", "course.ini:1: ");
  assert_error_begins ("\xff", "course.ini:1: ");
  assert_error_begins ("[Course]\nLessons=a\n", "course.ini:1: [Course]: ");
  assert_error_begins ("[Course]\nTitle=T\n", "course.ini:1: [Course]: ");
  assert_error_begins ("[Course]\nTitle=T\nLessons=\n", "course.ini:3: Lessons: ");
  assert_error_begins ("[Course]\nTitle=T\nLessons=;\n", "course.ini:3: Lessons: ");
  assert_error_begins ("[Course]\nTitle=T\nLessons=../a\n", "course.ini:3: Lessons: ");
  assert_error_begins ("[Course]\nTitle=T\nLessons=..\n", "course.ini:3: Lessons: ");
  assert_error_begins ("[Course]\nTitle=T\nColour=red\nLessons=a\n", "course.ini:3: Colour: ");
  assert_error_begins ("[Course]\nTitle=T\nLessons=missing\n", "missing/lesson.md:1: ");
}

static void
test_twice (void)
{
  g_autofree char *root = g_dir_make_tmp ("ilv-course-XXXXXX", NULL);
  g_autofree char *course = g_build_filename (root, "course.ini", NULL);
  g_autofree char *child = g_build_filename (root, "a", NULL);
  g_autofree char *lesson = g_build_filename (child, "lesson.md", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (root);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (child, 0700), ==, 0);
  g_assert_true (g_file_set_contents (course, "[Course]\nTitle=T\nLessons=a;a\n", -1, NULL));
  g_assert_true (g_file_set_contents (lesson, "---\n[Lesson]\nTitle=A\n---\n", -1, NULL));

  g_assert_null (ilv_course_new_from_folder (folder, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "course.ini:3: Lessons: "));

  g_unlink (lesson);
  g_unlink (course);
  g_rmdir (child);
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

static void
test_language (void)
{
  static const struct
  {
    const char *language;
    const char *title;
  } cases[] = { { "C", "T" }, { "de_AT", "D" }, { "en:de", "T" }, { "fr", "T" }, { "fr:de", "D" } };
  g_autofree char *root = g_dir_make_tmp ("ilv-course-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (root, "course.ini", NULL);
  g_autofree char *child = g_build_filename (root, "a", NULL);
  g_autofree char *lesson = g_build_filename (child, "lesson.md", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (root);

  g_assert_cmpint (g_mkdir (child, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "[Course]\nTitle=T\nTitle[de]=D\nLessons=a\n", -1, NULL));
  g_assert_true (g_file_set_contents (lesson, "---\n[Lesson]\nTitle=A\n---\n", -1, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IlvCourse) course = NULL;

      g_setenv ("LANGUAGE", cases[i].language, TRUE);
      course = ilv_course_new_from_folder (folder, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ilv_course_get_title (course), ==, cases[i].title);
    }
  g_unsetenv ("LANGUAGE");

  g_unlink (lesson);
  g_unlink (file);
  g_rmdir (child);
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/course/built-in", test_built_in);
  g_test_add_func ("/lesson/course/neighbours", test_neighbours);
  g_test_add_func ("/lesson/course/first-lesson", test_first_lesson);
  g_test_add_func ("/lesson/course/predictions", test_predictions);
  g_test_add_func ("/lesson/course/coverage", test_coverage);
  g_test_add_func ("/lesson/course/faults", test_faults);
  g_test_add_func ("/lesson/course/twice", test_twice);
  g_test_add_func ("/lesson/course/language", test_language);
  return g_test_run ();
}
