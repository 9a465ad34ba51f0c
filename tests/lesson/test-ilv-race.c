/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race.h"

#define TASKS "[Task P]\nCount=3\nSteps=get /api/v2/pokemon/{random}\n"
#define RUNS                                                                                       \
  "[Run 1]\nTitle=Loop\nStrategy=sequential\n"                                                     \
  "[Run 2]\nTitle=Pool\nStrategy=thread-pool\nWorkers=6\n"
#define LINE "[Run 9]\nTitle=X\nStrategy="

static IlvRace *
read_race (const char *text, GError **error)
{
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (text, "a/lesson.md", 20, error);

  return key_file != NULL ? ilv_race_new_from_key_file (key_file, NULL, error) : NULL;
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvRace) race = read_race (
    "[Race]\nTitle=Three\n[Server]\nLatency=20ms\n" RUNS
    "[Run 3]\nTitle=C\nStrategy=gio\nCode=all.c\n" TASKS,
    &error);
  const IlvRaceRun *run;

  g_assert_no_error (error);
  g_assert_cmpstr (ilv_race_get_title (race), ==, "Three");
  g_assert_cmpuint (ilv_race_get_n_runs (race), ==, 3);
  g_assert_true (ilv_race_get_server (race)->given);
  g_assert_cmpint (ilv_race_get_server (race)->latency_ns, ==, 20000000);
  g_assert_cmpuint (ilv_workload_get_n_tasks (ilv_race_get_workload (race)), ==, 3);

  run = ilv_race_get_run (race, 1);
  g_assert_cmpstr (run->title, ==, "Pool");
  g_assert_cmpint (run->strategy, ==, ILV_STRATEGY_THREAD_POOL);
  g_assert_cmpuint (run->workers, ==, 6);
  g_assert_null (run->code);

  run = ilv_race_get_run (race, 2);
  g_assert_cmpuint (run->workers, ==, 0);
  g_assert_cmpstr (run->code, ==, "all.c");
  g_assert_cmpstr (run->code_name, ==, "all.c");
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
    { "[Race]\n" RUNS TASKS, 20, "Title" },
    { "[Race]\nTitle=R\n" RUNS, 20, "task" },
    { "[Race]\nTitle=R\n" LINE "model\n" TASKS, 20, "2 runs" },
    { "[Race]\nTitle=R\n" RUNS LINE "fast\n" TASKS, 31, "“fast”" },
    { "[Race]\nTitle=R\n" RUNS LINE "model\nWorkers=65\n" TASKS, 32, "64" },
    { "[Race]\nTitle=R\n" RUNS LINE "model\nCode=a.py\n" TASKS, 32, "model" },
    { "[Race]\nTitle=R\n" RUNS LINE "gio\n" TASKS, 29, "Code" },
    { "[Race]\nTitle=R\n" RUNS "[Run 3]\nTitle=X\n" TASKS, 29, "Strategy" },
    { "[Race]\nTitle=R\n" RUNS "[Run 3]\nStrategy=model\n" TASKS, 29, "Title" },
    { "[Race]\nTitle=R\nLeft=model\n" RUNS TASKS, 22, "Left" },
    { "[Race]\nTitle=R\n" RUNS LINE "python-threads\n[Task A]\nSteps=paint 1/4\n", 31, "paint" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_strdup_printf ("a/lesson.md:%u: ", cases[i].line);

      g_assert_null (read_race (cases[i].text, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_nonnull (g_strstr_len (error->message, -1, cases[i].names));
    }
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new ("[Race]\nTitle=R\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= ILV_RACE_MAX_RUNS; i++)
    g_string_append_printf (text, "[Run %u]\nTitle=X\nStrategy=model\n", i);
  g_string_append (text, TASKS);
  g_assert_null (read_race (text->str, &error));
  g_assert_error (error, ILV_WORKLOAD_ERROR, ILV_WORKLOAD_ERROR_MEANING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/race/whole", test_whole);
  g_test_add_func ("/lesson/race/faults", test_faults);
  g_test_add_func ("/lesson/race/too-many", test_too_many);
  return g_test_run ();
}
