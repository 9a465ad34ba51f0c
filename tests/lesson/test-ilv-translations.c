/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The course that comes with the program, in each language that it is translated to: without a fault,
 * and the same sections, questions and runs under the same names. scripts/translations compares the
 * files; this reads them as the program does. */

#include "ilv-course.h"

static const char *const languages[] = { ILV_LANGUAGES };

static IlvCourse *
load (const char *language)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GError) error = NULL;
  IlvCourse *course;

  g_setenv ("LANGUAGE", language, TRUE);
  course = ilv_course_new_from_folder (folder, &error);
  g_unsetenv ("LANGUAGE");
  g_assert_no_error (error);
  return course;
}

static void
compare_workloads (IlvWorkload *english, IlvWorkload *translated)
{
  g_assert_cmpuint (ilv_workload_get_n_tasks (english), ==, ilv_workload_get_n_tasks (translated));
}

static void
compare_blocks (IlvBlock *english, IlvBlock *translated)
{
  g_assert_cmpint (ilv_block_get_kind (english), ==, ilv_block_get_kind (translated));
  switch (ilv_block_get_kind (english))
    {
    case ILV_BLOCK_PREDICT:
      g_assert_cmpstr (ilv_prediction_get_id (ilv_block_get_prediction (english)), ==,
                       ilv_prediction_get_id (ilv_block_get_prediction (translated)));
      break;
    case ILV_BLOCK_COMPARE:
      compare_workloads (ilv_comparison_get_workload (ilv_block_get_comparison (english)),
                         ilv_comparison_get_workload (ilv_block_get_comparison (translated)));
      break;
    case ILV_BLOCK_RACE:
      compare_workloads (ilv_race_get_workload (ilv_block_get_race (english)),
                         ilv_race_get_workload (ilv_block_get_race (translated)));
      break;
    default:
      break;
    }
}

static void
compare_lessons (IlvLesson *english, IlvLesson *translated)
{
  g_assert_cmpstr (ilv_lesson_get_id (english), ==, ilv_lesson_get_id (translated));
  g_assert_cmpuint (ilv_lesson_get_minutes (english), ==, ilv_lesson_get_minutes (translated));
  g_assert_cmpuint (ilv_lesson_get_n_sections (english), ==, ilv_lesson_get_n_sections (translated));
  for (guint i = 0; i < ilv_lesson_get_n_sections (english); i++)
    {
      IlvSection *section = ilv_lesson_get_section (english, i);
      IlvSection *other = ilv_lesson_get_section (translated, i);

      g_assert_cmpstr (ilv_section_get_slug (section), ==, ilv_section_get_slug (other));
      g_assert_cmpuint (ilv_section_get_n_blocks (section), ==, ilv_section_get_n_blocks (other));
      for (guint j = 0; j < ilv_section_get_n_blocks (section); j++)
        compare_blocks (ilv_section_get_block (section, j), ilv_section_get_block (other, j));
    }
}

static void
test_language (gconstpointer data)
{
  const char *language = data;
  g_autoptr (IlvCourse) english = load ("C");
  g_autoptr (IlvCourse) translated = load (language);
  guint n_lessons = g_list_model_get_n_items (G_LIST_MODEL (english));

  g_assert_cmpstr (ilv_course_get_title (english), !=, ilv_course_get_title (translated));
  g_assert_cmpuint (n_lessons, ==, g_list_model_get_n_items (G_LIST_MODEL (translated)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ilv_course_get_glossary (english))), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (ilv_course_get_glossary (translated))));
  for (guint i = 0; i < n_lessons; i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (english), i);
      g_autoptr (IlvLesson) other = g_list_model_get_item (G_LIST_MODEL (translated), i);

      compare_lessons (lesson, other);
      /* All in another language, not some of it for want of a file. */
      g_assert_cmpstr (ilv_lesson_get_summary (lesson), !=, ilv_lesson_get_summary (other));
    }
}

static void
test_none (void)
{
  g_test_skip ("no language is listed in po/LINGUAS");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/lesson/translations/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_language);
    }
  if (languages[0] == NULL)
    g_test_add_func ("/lesson/translations/none", test_none);
  return g_test_run ();
}
