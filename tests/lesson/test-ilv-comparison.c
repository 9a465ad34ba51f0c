/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison.h"

#include <glib/gstdio.h>

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
      guint j = ILV_N_STRATEGIES - 1 - i;
      g_autofree char *text = g_strdup_printf (
        "[Compare]\nTitle=T\nLeft=%s\nRight=%s\n%s%s" TASKS, ilv_strategy_to_string (i),
        ilv_strategy_to_string (j), i == ILV_STRATEGY_GIO ? "LeftCode=a.c\n" : "",
        j == ILV_STRATEGY_GIO ? "RightCode=a.c\n" : "");
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
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\nSlice=3ms\n" TASKS, 24, "4ms to 100ms" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\nSlice=101ms\n" TASKS, 24, "“101ms”" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\nSlice=4.5ms\n" TASKS, 24, "whole" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\nSlice=20\n" TASKS, 24, "“20ms”" },
    { "[Compare]\nTitle=T\nLeft=model\nRight=model\nSlice=\n" TASKS, 24, "Slice" },
    { "[Compare]\nTitle=T\nLeft=sequential\nRight=thread-pool\nSlice=20ms\n" TASKS, 24,
      "time-sliced" },
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
test_slice (void)
{
  static const struct
  {
    const char *text;
    gint64 slice_ns;
  } cases[] = {
    { "[Compare]\n" TASKS, 0 },
    { "[Compare]\nSlice=20ms\n" TASKS, 20000000 },
    { "[Compare]\nLeft=sequential\nRight=model\nSlice=0.1s\n" TASKS, 100000000 },
    { "[Compare]\nRight=time-sliced\nSlice=4ms\n" TASKS "[Break]\nTitle=B\n[Broken A]\nSteps=cpu 4ms\n",
      4000000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IlvComparison) comparison = read_comparison (cases[i].text, &error);
      IlvComparison *broken;

      g_assert_no_error (error);
      g_assert_cmpint (ilv_comparison_get_slice_ns (comparison), ==, cases[i].slice_ns);
      broken = ilv_comparison_get_broken (comparison);
      if (broken != NULL)
        g_assert_cmpint (ilv_comparison_get_slice_ns (broken), ==, cases[i].slice_ns);
    }
}

/* A folder with a lesson's code in it. */
static GFile *
create_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("ilv-comparison-XXXXXX", &error);
  g_autofree char *good = g_build_filename (path, "good.py", NULL);
  g_autofree char *broken = g_build_filename (path, "broken.py", NULL);
  g_autofree char *bad = g_build_filename (path, "bad.py", NULL);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (good, "print ('é')\r\n", -1, NULL));
  g_assert_true (g_file_set_contents (broken, "pass\n", -1, NULL));
  g_assert_true (g_file_set_contents (bad, "a\nb\xff\n", -1, NULL));
  return g_file_new_for_path (path);
}

static void
remove_folder (GFile *folder)
{
  static const char *const names[] = { "good.py", "broken.py", "bad.py" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, names[i]);

      g_assert_true (g_file_delete (file, NULL, NULL));
    }
  g_assert_true (g_file_delete (folder, NULL, NULL));
  g_object_unref (folder);
}

static IlvComparison *
read_in (GFile *folder, const char *text, GError **error)
{
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (text, "a/lesson.md", 20, error);

  return key_file != NULL ? ilv_comparison_new_in_folder (key_file, folder, error) : NULL;
}

static void
test_server (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvComparison) plain = read_comparison ("[Compare]\n" TASKS, &error);
  g_autoptr (IlvComparison) given = read_comparison (
    "[Compare]\nWorkers=6\nScene=names\n[Server]\nLatency=0ms\nJitter=1.5s\nFailures=0.25\n"
    "Limit=50\n" TASKS,
    &error);

  g_assert_no_error (error);
  g_assert_false (ilv_comparison_get_server (plain)->given);
  g_assert_cmpint (ilv_comparison_get_server (plain)->latency_ns, ==, 100000000);
  g_assert_cmpint (ilv_comparison_get_server (plain)->jitter_ns, ==, 0);
  g_assert_cmpfloat (ilv_comparison_get_server (plain)->failure_rate, ==, 0);
  g_assert_cmpuint (ilv_comparison_get_server (plain)->rate_limit, ==, 0);
  g_assert_cmpuint (ilv_comparison_get_workers (plain), ==, 0);
  g_assert_null (ilv_comparison_get_scene (plain));

  g_assert_true (ilv_comparison_get_server (given)->given);
  g_assert_cmpint (ilv_comparison_get_server (given)->latency_ns, ==, 0);
  g_assert_cmpint (ilv_comparison_get_server (given)->jitter_ns, ==, 1500000000);
  g_assert_cmpfloat (ilv_comparison_get_server (given)->failure_rate, ==, 0.25);
  g_assert_cmpuint (ilv_comparison_get_server (given)->rate_limit, ==, 50);
  g_assert_cmpuint (ilv_comparison_get_workers (given), ==, 6);
  g_assert_cmpstr (ilv_comparison_get_scene (given), ==, "names");
}

static void
test_code (void)
{
  GFile *folder = create_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvComparison) comparison = read_in (
    folder,
    "[Compare]\nLeft=python-threads\nRight=gio\nLeftCode=good.py\nRightCode=sign-in.c\n"
    "[Task A]\nSteps=paint 1/4\n",
    &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ilv_comparison_get_code_name (comparison, 0), ==, "good.py");
  g_assert_cmpstr (ilv_comparison_get_code (comparison, 0), ==, "print ('é')\n");
  g_assert_cmpstr (ilv_comparison_get_code_name (comparison, 1), ==, "sign-in.c");
  g_assert_cmpstr (ilv_comparison_get_code (comparison, 1), ==, "sign-in.c");
  remove_folder (folder);
}

static void
test_broken (void)
{
  GFile *folder = create_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvComparison) comparison = read_in (
    folder,
    "[Compare]\nTitle=Whole\nLeft=python-asyncio\nRight=event-loop\nLeftCode=good.py\n"
    "Processors=3\nWorkers=5\nScene=tiles\n[Server]\nLimit=9\n" TASKS
    "[Break]\nTitle=Forget it\nRepair=Remember.\nLeftCode=broken.py\n"
    "[Broken A]\nSteps=block 1s\n",
    &error);
  IlvComparison *broken;

  g_assert_no_error (error);
  broken = ilv_comparison_get_broken (comparison);
  g_assert_null (ilv_comparison_get_repair (comparison));
  g_assert_cmpstr (ilv_comparison_get_title (broken), ==, "Forget it");
  g_assert_cmpstr (ilv_comparison_get_repair (broken), ==, "Remember.");
  g_assert_cmpstr (ilv_comparison_get_code (broken, 0), ==, "pass\n");
  g_assert_null (ilv_comparison_get_code (broken, 1));
  g_assert_cmpint (ilv_comparison_get_left (broken), ==, ILV_STRATEGY_PYTHON_ASYNCIO);
  g_assert_cmpuint (ilv_comparison_get_processors (broken), ==, 3);
  g_assert_cmpuint (ilv_comparison_get_workers (broken), ==, 5);
  g_assert_cmpstr (ilv_comparison_get_scene (broken), ==, "tiles");
  g_assert_cmpuint (ilv_comparison_get_server (broken)->rate_limit, ==, 9);
  g_assert_cmpuint (ilv_workload_get_n_tasks (ilv_comparison_get_workload (broken)), ==, 1);
  g_assert_cmpstr (ilv_workload_get_step_texts (ilv_comparison_get_workload (broken), 0)[0], ==,
                   "block 1s");
  g_assert_cmpuint (ilv_workload_get_n_tasks (ilv_comparison_get_workload (comparison)), ==, 2);
  g_assert_null (ilv_comparison_get_broken (broken));
  remove_folder (folder);
}

/* Without groups of its own a broken comparison has the work of the whole one. */
static void
test_broken_code_only (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvComparison) comparison = read_comparison (
    "[Compare]\nLeft=gio\nLeftCode=a.c\n" TASKS "[Break]\nTitle=B\nLeftCode=b.c\n", &error);
  IlvComparison *broken;

  g_assert_no_error (error);
  broken = ilv_comparison_get_broken (comparison);
  g_assert_cmpstr (ilv_comparison_get_code (comparison, 0), ==, "a.c");
  g_assert_cmpstr (ilv_comparison_get_code (broken, 0), ==, "b.c");
  g_assert_null (ilv_comparison_get_repair (broken));
  g_assert_true (ilv_comparison_get_workload (broken) == ilv_comparison_get_workload (comparison));
}

static void
test_new_faults (void)
{
  static const struct
  {
    const char *text;
    guint line;
    const char *names;
  } cases[] = {
    { "[Compare]\nWorkers=0\n" TASKS, 21, "64" },
    { "[Compare]\nWorkers=65\n" TASKS, 21, "64" },
    { "[Compare]\nScene=shop\n" TASKS, 21, "cashiers" },
    { "[Compare]\n[Server]\nLatency=2.1s\n" TASKS, 22, "2s" },
    { "[Compare]\n[Server]\nLatency=100\n" TASKS, 22, "“100”" },
    { "[Compare]\n[Server]\nJitter=-1ms\n" TASKS, 22, "Jitter" },
    { "[Compare]\n[Server]\nFailures=1.1\n" TASKS, 22, "from 0 to 1" },
    { "[Compare]\n[Server]\nFailures=nan\n" TASKS, 22, "“nan”" },
    { "[Compare]\n[Server]\nFailures=0,5\n" TASKS, 22, "“0,5”" },
    { "[Compare]\n[Server]\nLimit=-1\n" TASKS, 22, "Limit" },
    { "[Compare]\n[Server]\nPort=80\n" TASKS, 22, "Port" },
    { "[Compare]\nLeftCode=good.py\n" TASKS, 21, "time-sliced" },
    { "[Compare]\nLeft=gio\n" TASKS, 20, "LeftCode" },
    { "[Compare]\nLeft=python-threads\nLeftCode=../a.py\n" TASKS, 22, "../a.py" },
    { "[Compare]\nLeft=python-threads\nLeftCode=/a.py\n" TASKS, 22, "/a.py" },
    { "[Compare]\nLeft=python-threads\nLeftCode=..\n" TASKS, 22, "“..”" },
    { "[Compare]\nLeft=python-threads\nLeftCode=none.py\n" TASKS, 22, "none.py" },
    { "[Compare]\nLeft=python-threads\nLeftCode=bad.py\n" TASKS, 22, "bad.py:2: " },
    { "[Compare]\nRight=python-threads\n[Task A]\nSteps=paint 1/4\n", 21, "Python threads" },
    { "[Compare]\n" TASKS "[Break]\nTitle=B\n", 25, "nothing" },
    { "[Compare]\n" TASKS "[Break]\n[Broken A]\nSteps=cpu 1ms\n", 25, "Title" },
    { "[Compare]\n" TASKS "[Broken A]\nSteps=cpu 1ms\n", 20, "[Break]" },
    { "[Compare]\n" TASKS "[Break]\nTitle=B\n[Broken A]\nSteps=cpu\n", 28, "cpu" },
    { "[Compare]\n" TASKS "[Break]\nTitle=B\n[Broken A]\nSteps=await C\n", 28, "[Broken C]" },
    { "[Compare]\n" TASKS "[Break]\nTitle=B\nColour=red\n", 27, "Colour" },
    { "[Compare]\nRight=python-asyncio\n" TASKS
      "[Break]\nTitle=B\n[Broken A]\nSteps=paint 1/4\n",
      21, "Python asyncio" },
  };
  GFile *folder = create_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_strdup_printf ("a/lesson.md:%u: ", cases[i].line);

      g_assert_null (read_in (folder, cases[i].text, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_nonnull (g_strstr_len (error->message, -1, cases[i].names));
    }
  remove_folder (folder);
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
  g_test_add_func ("/lesson/comparison/slice", test_slice);
  g_test_add_func ("/lesson/comparison/server", test_server);
  g_test_add_func ("/lesson/comparison/code", test_code);
  g_test_add_func ("/lesson/comparison/broken", test_broken);
  g_test_add_func ("/lesson/comparison/broken-code-only", test_broken_code_only);
  g_test_add_func ("/lesson/comparison/new-faults", test_new_faults);
  g_test_add_func ("/lesson/comparison/without-tasks", test_without_tasks);
  return g_test_run ();
}
