/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison.h"

#define TASKS "[Task A]\nSteps=cpu 400ms\n[Task B]\nSteps=cpu 400ms\n"

static IlvComparison *
read_comparison (const char *text, GError **error)
{
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (text, "a/lesson.md", 20, error);

  return key_file != NULL ? ilv_comparison_new_from_key_file (key_file, error) : NULL;
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvComparison) comparison = read_comparison (
    "[Compare]\nTitle=Two tasks\nLeft=time-sliced\nRight=thread-pool\nProcessors=4\n" TASKS,
    &error);
  IlvWorkload *workload;

  g_assert_no_error (error);
  g_assert_cmpstr (ilv_comparison_get_title (comparison), ==, "Two tasks");
  g_assert_cmpint (ilv_comparison_get_left (comparison), ==, ILV_STRATEGY_TIME_SLICED);
  g_assert_cmpint (ilv_comparison_get_right (comparison), ==, ILV_STRATEGY_THREAD_POOL);
  g_assert_cmpuint (ilv_comparison_get_processors (comparison), ==, 4);

  workload = ilv_comparison_get_workload (comparison);
  g_assert_cmpuint (ilv_workload_get_n_tasks (workload), ==, 2);
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 1), ==, "B");
  g_assert_cmpint (ilv_workload_get_work_ns (workload), ==, 800000000);
}

static void
test_every_strategy (void)
{
  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    {
      g_autofree char *text = g_strdup_printf (
        "[Compare]\nTitle=T\nLeft=%s\nRight=%s\n" TASKS, ilv_strategy_to_string (i),
        ilv_strategy_to_string (ILV_N_STRATEGIES - 1 - i));
      g_autoptr (GError) error = NULL;
      g_autoptr (IlvComparison) comparison = read_comparison (text, &error);

      g_assert_no_error (error);
      g_assert_cmpint (ilv_comparison_get_left (comparison), ==, i);
      g_assert_cmpint (ilv_comparison_get_right (comparison), ==, ILV_N_STRATEGIES - 1 - i);
      g_assert_cmpuint (ilv_comparison_get_processors (comparison), ==, 2);
    }
}

static void
test_least (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvComparison) comparison = read_comparison ("[Compare]\n" TASKS, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ilv_comparison_get_title (comparison), ==, "Time-sliced beside Thread pool");
  g_assert_cmpint (ilv_comparison_get_left (comparison), ==, ILV_STRATEGY_TIME_SLICED);
  g_assert_cmpint (ilv_comparison_get_right (comparison), ==, ILV_STRATEGY_THREAD_POOL);
  g_assert_cmpuint (ilv_comparison_get_processors (comparison), ==, 2);
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
    { "[Compare]\nTitle=T\nLeft=\nRight=model\n" TASKS, 22, "Left" },
    { "[Compare]\nTitle=T\nLeft=threads\nRight=model\n" TASKS, 22, "thread-pool" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=Model\n" TASKS, 23, "“Model”" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\nProcessors=0\n" TASKS, 24, "1024" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\nProcessors=1025\n" TASKS, 24, "1024" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\nProcessors=two\n" TASKS, 24, "two" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\nCores=2\n" TASKS, 24, "Cores" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\n[Tasks]\n", 24, "Tasks" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\n[Task A]\nSteps=cpu 4\n", 25, "Steps" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\n[Task A]\nSteps=cpu 4ms\nWork=1\n", 26,
      "Work" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_strdup_printf ("a/lesson.md:%u: ", cases[i].line);

      g_assert_null (read_comparison (cases[i].text, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_nonnull (g_strstr_len (error->message, -1, cases[i].names));
    }
}

static void
test_without_tasks (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_comparison ("[Compare]\nTitle=T\nLeft=model\nRight=model\n", &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "a/lesson.md:2"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/comparison/whole", test_whole);
  g_test_add_func ("/lesson/comparison/every-strategy", test_every_strategy);
  g_test_add_func ("/lesson/comparison/least", test_least);
  g_test_add_func ("/lesson/comparison/faults", test_faults);
  g_test_add_func ("/lesson/comparison/without-tasks", test_without_tasks);
  return g_test_run ();
}
