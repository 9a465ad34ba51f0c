/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-cli.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>

#include <json-glib/json-glib.h>

#include "cli-fixture.h"
#include "ilv-strategy.h"

#define FRONT "---\n[Lesson]\nTitle=Trial\n---\n"
#define COMPARE(tasks)                                                                             \
  "```compare\n[Compare]\nTitle=Two tasks\nLeft=model\nRight=model\nProcessors=2\n" tasks "```\n"
#define EQUAL_TASKS "[Task A]\nSteps=cpu 400ms\n[Task B]\nSteps=cpu 400ms\n"
#define LOCKED_TASKS                                                                               \
  "[Task A]\nSteps=lock L;cpu 10ms;lock M;unlock M;unlock L\n"                                     \
  "[Task B]\nSteps=lock M;cpu 10ms;lock L;unlock L;unlock M\n"

static const char trial_lesson[] =
  FRONT "# Text\n\nNothing to run.\n\n---\n\n"
        "# Equal\n\n" COMPARE (EQUAL_TASKS) "\n---\n\n"
                                            "# Stuck\n\n" COMPARE (LOCKED_TASKS);

/* Steps that bring something, with a variant that is broken. */
static const char world_lesson[]
  = FRONT "# World\n\n```compare\n[Compare]\nTitle=Steps\nLeft=event-loop\nRight=thread-pool\n"
          "[Server]\nLatency=1ms\n"
          "[Task A]\nSteps=lock L; add 10; unlock L; get /api/v2/pokemon/25\n"
          "[Task B]\nSteps=get /nowhere\n"
          "[Break]\nTitle=Ask\n[Broken A]\nSteps=ask traffic-lights\n```\n\n---\n\n"
          "# Race\n\n```race\n[Race]\nTitle=Two ways\n[Server]\nLatency=1ms\n"
          "[Run 1]\nTitle=In turn\nStrategy=await-loop\n[Run 2]\nTitle=At once\nStrategy=event-loop\n"
          "[Task A]\nCount=3\nSteps=get /api/v2/pokemon/{n}\n```\n";

static void
run_trial (const char *arguments, int status, Result *result)
{
  run_lesson (trial_lesson, arguments, status, result);
}

static void
assert_wants (const char *argument, gboolean wanted)
{
  char *argv[] = { (char *) "interleave", (char *) argument, NULL };

  g_assert_cmpint (ilv_cli_wants (argument != NULL ? 2 : 1, argv), ==, wanted);
}

static void
test_wants (void)
{
  assert_wants (NULL, FALSE);
  assert_wants ("--gapplication-service", FALSE);
  assert_wants ("--gapplication-app-id=x", FALSE);
  assert_wants ("--display=:1", FALSE);
  assert_wants ("--lesson=concurrency", FALSE);
  assert_wants ("--present=concurrency/1", FALSE);
  assert_wants ("./my-lesson", FALSE);
  assert_wants ("/tmp", FALSE);
  assert_wants ("my-lesson.ilvpack", FALSE);
  assert_wants ("--", FALSE);
  assert_wants ("present", TRUE);
  assert_wants ("run", TRUE);
  assert_wants ("handout", TRUE);
  assert_wants ("list", TRUE);
  assert_wants ("check", TRUE);
  assert_wants ("help", TRUE);
  assert_wants ("--help", TRUE);
  assert_wants ("-h", TRUE);
  assert_wants ("--version", TRUE);
  assert_wants ("concurrency", TRUE);
  assert_wants ("", TRUE);
  assert_wants ("--frobnicate", TRUE);
}

static void
test_help (void)
{
  static const char *const asking[] = { "--help", "-h", "help" };
  static const char *const asking_run[] = { "run --help", "help run", "--help run", "run -h x y" };
  g_auto (Result) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (asking); i++)
    {
      run (asking[i], ILV_CLI_EXIT_OK, &result);
      assert_contains (result.output, "interleave run LESSON[/SECTION]\n");
      assert_contains (result.output, "interleave handout [LESSON…] --output FILE.pdf\n");
      assert_contains (result.output, "interleave present LESSON[/SECTION]\n");
      assert_contains (result.output, "interleave list\n");
      assert_contains (result.output, "interleave check FOLDER\n");
      assert_lines (result.output, 80);
      g_assert_cmpstr (result.errors, ==, "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (asking_run); i++)
    {
      run (asking_run[i], ILV_CLI_EXIT_OK, &result);
      for (guint j = 0; j < ILV_N_STRATEGIES; j++)
        assert_contains (result.output, ilv_strategy_to_string (j));
      assert_contains (result.output, "interleave run [OPTION…] LESSON[/SECTION]\n");
      assert_contains (result.output, "--left=STRATEGY");
      assert_contains (result.output, "--width=N");
      g_assert_cmpstr (result.errors, ==, "");
    }
  run ("check --help", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "interleave check [OPTION…] FOLDER\n");
  run ("list --help", ILV_CLI_EXIT_OK, &result);
}

static void
test_version (void)
{
  g_auto (Result) result = { 0 };

  run ("--version", ILV_CLI_EXIT_OK, &result);
  g_assert_cmpstr (result.output, ==, "interleave " ILV_VERSION "\n");
}

static void
test_usage (void)
{
  static const struct
  {
    const char *arguments;
    const char *said;
  } cases[] = {
    { "frobnicate", "the commands are: run present handout list new check pack info\nTry interleave --help\n" },
    { "''", "the commands are: run present handout list new check pack info\nTry interleave --help\n" },
    { "--frobnicate", "the commands are: run present handout list new check pack info\nTry interleave --help\n" },
    { "help frobnicate", "the commands are: run present handout list new check pack info\nTry interleave --help\n" },
    { "run", "Try interleave run --help\n" },
    { "run ''",
      "there are: concurrency cashiers computer python waiting async pokemon\n"
      "Try interleave run --help\n" },
    { "run nothing",
      "there are: concurrency cashiers computer python waiting async pokemon\n"
      "Try interleave run --help\n" },
    { "run concurrency again", "Try interleave run --help\n" },
    { "run concurrency --frobnicate", "Try interleave run --help\n" },
    { "run concurrency --left", "Try interleave run --help\n" },
    { "run concurrency --left quick",
      "--left cannot be “quick”; it can be one of: sequential, event-loop, await-loop, time-sliced, "
      "thread-pool, gil, gio, python-threads, python-processes, python-asyncio, "
      "python-subinterpreters, python-free-threaded, model\nTry interleave run --help\n" },
    { "run concurrency --right ''", "--right cannot be “”; it can be one of: " },
    { "run concurrency --processors 0",
      "--processors cannot be “0”; it can be a whole number from 1 to 1024\n" },
    { "run concurrency --processors 1025", "from 1 to 1024\n" },
    { "run concurrency --processors 99999999999999999999", "from 1 to 1024\n" },
    { "run concurrency --processors=-1", "from 1 to 1024\n" },
    { "run concurrency --workers 0", "from 1 to 64\n" },
    { "run concurrency --workers 65", "from 1 to 64\n" },
    { "run concurrency --slice 3ms",
      "--slice cannot be “3ms”; it can be whole milliseconds from 4ms to 100ms, such as 20ms\n" },
    { "run concurrency --repeat 0", "--repeat cannot be “0”; it can be a whole number from 1 to 1000\n" },
    { "run concurrency --repeat 3 --format json",
      "--repeat tells how far the runs lie apart, which only text says; leave --format out\n" },
    { "run pokemon/the-race --repeat 2", "--repeat is for a comparison" },
    { "run concurrency --slice 20", "--slice cannot be “20”; it can be" },
    { "run concurrency --slice 4.5ms", "--slice cannot be “4.5ms”; it can be" },
    { "run concurrency --slice 20ms --left sequential --right thread-pool",
      "--slice is for time-sliced and model, and neither side is one; leave it out\n" },
    { "run concurrency --latency 3s", "--latency cannot be “3s”; it can be 0 or a time of up to 2 s" },
    { "run concurrency --jitter -1ms", "--jitter cannot be “-1ms”; it can be 0 or a time" },
    { "run concurrency --failures 1.1", "--failures cannot be “1.1”; it can be a number from 0 to 1" },
    { "run concurrency --failures half", "it can be a number from 0 to 1, such as 0.1\n" },
    { "run concurrency --limit 10001", "from 0 to 10000\n" },
    { "run concurrency --tasks 0", "from 1 to 1000\n" },
    { "run concurrency --tasks 2.5", "from 1 to 1000\n" },
    { "run concurrency --tasks two", "from 1 to 1000\n" },
    { "run concurrency --work 400", "--work cannot be “400”; it can be a time" },
    { "run concurrency --work 0ms", "--work cannot be “0ms”; it can be a time" },
    { "run concurrency --work 2h", "--work cannot be “2h”; it can be a time" },
    { "run concurrency --work -1s", "--work cannot be “-1s”; it can be a time" },
    { "run concurrency --group core", "it can be one of: processor, worker, task\n" },
    { "run concurrency --format yaml", "it can be one of: text, json, csv, svg, png\n" },
    { "run concurrency --from 1ms --to 2ms", "--from and --to are for pictures" },
    { "run concurrency --format svg --from 2ms --to 1ms", "--to has to be later than --from\n" },
    { "run concurrency --format svg --from soon", "--from cannot be “soon”; it can be 0 or a time" },
    { "run concurrency --width 39", "from 40 to 1000\n" },
    { "run concurrency --width 1001", "from 40 to 1000\n" },
    { "run concurrency/999", "those to run are: concurrency/" },
    { "run concurrency/", "those to run are: concurrency/" },
    { "run concurrency/no-such-section", "those to run are: concurrency/" },
    { "list concurrency", "Try interleave list --help\n" },
    { "list --all", "Try interleave list --help\n" },
    { "check", "Try interleave check --help\n" },
    { "check a b", "Try interleave check --help\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = { 0 };

      run (cases[i].arguments, ILV_CLI_EXIT_USAGE, &result);
      g_assert_cmpstr (result.output, ==, "");
      assert_contains (result.errors, cases[i].said);
      assert_contains (result.errors, "\nTry interleave ");
    }
}

static void
test_list (void)
{
  g_auto (Result) result = { 0 };

  run ("list", ILV_CLI_EXIT_OK, &result);
  g_assert_true (g_str_has_prefix (result.output, "concurrency: Concurrency and parallelism\n"));
  assert_contains (result.output, "\n  concurrency/taking-turns-or-at-the-same-time: ");
  assert_contains (result.output, "\npokemon: ");
  g_assert_null (strstr (result.output, "(planned)\n"));
  assert_lines (result.output, 80);

  run_trial ("list", ILV_CLI_EXIT_OK, &result);
  g_assert_cmpstr (result.output, ==,
                   "trial: Trial\n"
                   "  trial/equal: Two tasks\n"
                   "  trial/stuck: Two tasks\n"
                   "later: Later (planned)\n");
}

/* The model is deterministic, so that all is known but the sentences, which are another room's. */
static void
test_text (void)
{
  static const char side[] = "Model\n"
                             "Nothing runs: a scheduler computes what should\n"
                             "happen\n"
                             "       0 ms      100       200       300\n"
                             "       ├─────────┼─────────┼─────────┼──────────\n"
                             "Core 0 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
                             "Core 1 BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB\n"
                             "\n";
  static const char figures[] = "                       Model   Model\n"
                                "Finished after        400 ms  400 ms\n"
                                "CPU time              800 ms  800 ms\n"
                                "Processors                 2       2\n"
                                "Running at once            2       2\n"
                                "Slices                     2       2\n"
                                "Voluntary switches         0       0\n"
                                "Involuntary switches       0       0\n"
                                "Utilisation            100 %   100 %\n"
                                "Speedup                 2.00    2.00\n"
                                "\n"
                                "Model: A and B ";
  g_autofree char *expected = g_strconcat ("Two tasks\n\n", side, side, figures, NULL);
  g_auto (Result) result = { 0 };

  run_trial ("run trial --width 48", ILV_CLI_EXIT_OK, &result);
  assert_lines (result.output, 48);
  result.output[MIN (strlen (expected), strlen (result.output))] = '\0';
  g_assert_cmpstr (result.output, ==, expected);
}

static void
test_widths (void)
{
  static const guint widths[] = { 40, 57, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint group = 0; group < 3; group++)
      {
        static const char *const groups[] = { "processor", "worker", "task" };
        g_autofree char *arguments = g_strdup_printf (
          "run trial --tasks 9 --processors 3 --width %u --group %s", widths[i], groups[group]);
        g_auto (Result) result = { 0 };

        run_trial (arguments, ILV_CLI_EXIT_OK, &result);
        assert_lines (result.output, widths[i]);
        g_assert_true (g_str_has_prefix (result.output, "9 tasks of 400 ms\n"));
      }
}

static void
test_ascii (void)
{
  g_auto (GStrv) environment = create_environment ();
  g_auto (Result) result = { 0 };

  environment = g_environ_setenv (environment, "LC_ALL", "C", TRUE);
  run_with (environment, "run concurrency --left model --right model", ILV_CLI_EXIT_OK, &result);
  g_assert_true (g_str_is_ascii (result.output));
  assert_contains (result.output, "|----");
  run_with (environment, "list", ILV_CLI_EXIT_OK, &result);
  g_assert_true (g_str_is_ascii (result.output));
  run_with (environment, "frobnicate", ILV_CLI_EXIT_USAGE, &result);
  g_assert_true (g_str_is_ascii (result.errors));
}

static JsonObject *
get_side (JsonObject *root, guint side)
{
  JsonObject *other = json_object_get_object_member (root, "otherData");

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (other, "sides")), ==, 2);
  return json_array_get_object_element (json_object_get_array_member (other, "sides"), side);
}

/* Real tasks, if only short ones, on both sides. */
static void
test_json (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_auto (Result) result = { 0 };
  JsonObject *root;

  run ("run concurrency --left sequential --right thread-pool --tasks 3 --work 20ms --format json",
       ILV_CLI_EXIT_OK, &result);
  g_assert_cmpstr (result.errors, ==, "");
  json_parser_load_from_data (parser, result.output, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "traceEvents")), >,
                    6);
  g_assert_cmpstr (json_object_get_string_member (get_side (root, 0), "strategy"), ==,
                   "sequential");
  g_assert_cmpstr (json_object_get_string_member (get_side (root, 1), "strategy"), ==,
                   "thread-pool");
  for (guint side = 0; side < 2; side++)
    g_assert_cmpint (json_object_get_int_member (get_side (root, side), "makespan_ns"), >, 0);
}

/* The model's runs are all the same. */
static void
test_repeat (void)
{
  g_auto (Result) result = { 0 };

  run_trial ("run trial --processors 1 --repeat 4 --width 200", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "\n\nMedian of 4 runs like the last: left ");
  run_trial ("run trial --processors 1 --repeat 1 --width 200", ILV_CLI_EXIT_OK, &result);
  g_assert_null (strstr (result.output, "Median of"));
}

/* The model is exact, and follows what is asked; the kernel is asked too, whatever it says. */
static void
test_slice (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_auto (Result) result = { 0 };
  JsonObject *root;

  run_trial ("run trial --processors 1 --slice 25ms --width 80", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output,
                   "Median time slice     25.0 ms  25.0 ms\n"
                   "Time slice asked for    25 ms    25 ms\n");
  run_trial ("run trial --processors 1", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "Median time slice     4.0 ms  4.0 ms\n");

  run ("run concurrency --left time-sliced --right model --tasks 2 --work 20ms --processors 1 "
       "--slice 5ms --format json",
       ILV_CLI_EXIT_OK, &result);
  json_parser_load_from_data (parser, result.output, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  for (guint side = 0; side < 2; side++)
    g_assert_cmpint (json_object_get_int_member (get_side (root, side), "slice_asked_ns"), ==,
                     5000000);
  g_assert_cmpint (json_object_get_int_member (get_side (root, 1), "slice_median_ns"), ==, 5000000);
  g_assert_cmpint (json_object_get_int_member (get_side (root, 1), "time_slices"), ==, 6);
}

static void
test_formats (void)
{
  g_auto (Result) result = { 0 };

  run_trial ("run trial --format csv", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, ",");
  g_assert_cmpuint (strcspn (result.output, "\n"), >, 10);
  run_trial ("run trial --format svg", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "<svg");
  assert_contains (result.output, "</svg>");
  run_trial ("run trial --format svg --from 0 --to 1ms --group task", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "</svg>");
  run_trial ("run trial --format png", ILV_CLI_EXIT_OK, &result);
  g_assert_cmpmem (result.output, 4, "\x89PNG", 4);
  run_trial ("run trial --format json --processors 1024 --tasks 1000", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "\"traceEvents\"");
}

static void
test_stalled (void)
{
  g_auto (Result) result = { 0 };

  run_trial ("run trial/stuck", ILV_CLI_EXIT_FAILED, &result);
  assert_contains (result.output, "Core 0 ");
  assert_contains (result.output, "no task would be able to go on");
  run_trial ("run trial/3 --group task --left time-sliced", ILV_CLI_EXIT_FAILED, &result);
  assert_contains (result.output, "no task could go on");
  assert_contains (result.output, "x = ");
}

static void
test_sections (void)
{
  g_auto (Result) result = { 0 };

  run_trial ("run trial/2", ILV_CLI_EXIT_OK, &result);
  run_trial ("run trial/equal", ILV_CLI_EXIT_OK, &result);
  run_trial ("run trial/text", ILV_CLI_EXIT_USAGE, &result);
  assert_contains (result.errors, "those to run are: trial/2 trial/3\n");
  run_trial ("run later", ILV_CLI_EXIT_FAILED, &result);
  assert_contains (result.errors, "“Later” is not written yet\n");
  run_trial ("run later/1", ILV_CLI_EXIT_FAILED, &result);
  run_trial ("run trial/stuck --tasks 3", ILV_CLI_EXIT_USAGE, &result);
  assert_contains (result.errors, "equal tasks");
  run_trial ("run trial/stuck --work 3s", ILV_CLI_EXIT_USAGE, &result);
}

static void
test_results (void)
{
  g_auto (Result) result = { 0 };

  run_lesson (world_lesson, "run trial", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "\nEvent loop\n  ");
  assert_contains (result.output, "\nThread pool\n  ");
  assert_contains (result.output, "  A: pikachu\n");
  assert_contains (result.output, "  B failed: ");
  assert_contains (result.output, "  The shared counter is right: 10\n");

  /* All fail, and those that do are no failure of the program. */
  run_lesson (world_lesson, "run trial --failures 1 --latency 0 --workers 3 --right gil",
              ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "  A failed: ");
}

static void
test_race (void)
{
  g_auto (Result) result = { 0 };

  run_lesson (world_lesson, "run trial/race", ILV_CLI_EXIT_OK, &result);
  g_assert_true (g_str_has_prefix (result.output, "Two ways\n\nIn turn: "));
  assert_contains (result.output, "ms\nAt once: ");
  assert_contains (result.output, "“In turn”");
  assert_contains (result.output, "\nAwait in a loop\n  A 1: bulbasaur\n  A 2: ivysaur\n");
  run_lesson (world_lesson, "run trial/race --tasks 1", ILV_CLI_EXIT_USAGE, &result);
  assert_contains (result.errors, "a race of equal tasks");
  run_lesson (world_lesson, "run trial/race --left gil", ILV_CLI_EXIT_USAGE, &result);
  assert_contains (result.errors, "leave --left, --right");
  run_lesson (world_lesson, "run trial/race --slice 20ms", ILV_CLI_EXIT_USAGE, &result);
  run_lesson (world_lesson, "run trial/race --broken", ILV_CLI_EXIT_USAGE, &result);
}

static void
test_race_formats (void)
{
  g_auto (Result) result = { 0 };

  run_lesson (world_lesson, "run trial/race --format json", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "{\"name\": \"In turn: await-loop\"}");
  assert_contains (result.output, "{\"name\": \"At once: event-loop\"}");
  run_lesson (world_lesson, "run trial/race --format csv", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "\nIn turn,A 1,ready,");
  assert_contains (result.output, "\nAt once,A 3,waiting,");
  run_lesson (world_lesson, "run trial/race --format svg", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, ">In turn</tspan>");
  assert_contains (result.output, ">At once</tspan>");
}

static void
test_race_is_listed (void)
{
  g_auto (Result) result = { 0 };

  run_lesson (world_lesson, "list", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "\n  trial/world: Steps\n  trial/race: Two ways\n");
  run_lesson (world_lesson, "run trial/nowhere", ILV_CLI_EXIT_USAGE, &result);
  assert_contains (result.errors, "those to run are: trial/1 trial/2\n");
}

static void
test_broken (void)
{
  g_auto (Result) result = { 0 };

  run_lesson (world_lesson, "run trial --broken --answer three", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "  A: three\n");
  run_lesson (world_lesson, "run trial --broken", ILV_CLI_EXIT_FAILED, &result);
  assert_contains (result.errors, "write --answer TEXT");
  run_trial ("run trial --broken", ILV_CLI_EXIT_USAGE, &result);
  assert_contains (result.errors, "nothing to break");
}

static void
check_folder (const char *folder, int status, Result *result)
{
  g_autofree char *arguments = g_strdup_printf ("check %s", folder);

  run (arguments, status, result);
}

/* Each line is "file:line: what", and there are @n of them. */
static void
assert_faults (const char *errors, guint n)
{
  g_auto (GStrv) lines = g_strsplit (errors, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, n + 1);
  for (guint i = 0; i < n; i++)
    g_assert_true (g_regex_match_simple ("^[^:]+:[0-9]+: .", lines[i], 0, 0));
  g_assert_cmpstr (lines[n], ==, "");
}

static void
test_check_lesson (void)
{
  g_autofree char *folder = create_folder ();
  g_auto (Result) result = { 0 };

  check_folder (folder, ILV_CLI_EXIT_FAILED, &result);
  assert_contains (result.errors, "holds neither lesson.md nor course.ini\n");
  g_assert_cmpstr (result.output, ==, "");

  write_file (folder, "lesson.md", trial_lesson);
  check_folder (folder, ILV_CLI_EXIT_OK, &result);
  g_assert_cmpstr (result.output, ==, "lesson “Trial”: 3 sections, 2 comparisons, no faults\n");
  g_assert_cmpstr (result.errors, ==, "");

  write_file (folder, "lesson.md",
              FRONT "# One\n\n```compare\n[Compare]\nTitle=T\n```\n\n---\n\n"
                    "# Two\n\n```predict\n[Predict]\nKind=x\n```\n");
  check_folder (folder, ILV_CLI_EXIT_FAILED, &result);
  assert_faults (result.errors, 2);
  g_assert_cmpstr (result.output, ==, "");

  remove_file (folder, "lesson.md");
  remove_file (folder, "");
  check_folder (folder, ILV_CLI_EXIT_FAILED, &result);
  assert_contains (result.errors, "There is no folder “");
}

static void
test_check_course (void)
{
  g_autofree char *folder = create_folder ();
  g_auto (Result) result = { 0 };

  write_file (folder, "course.ini", "[Course]\nTitle=Trial\nLessons=one;two\n");
  write_file (folder, "one/lesson.md", trial_lesson);
  write_file (folder, "two/lesson.md", "---\n[Lesson]\nTitle=Second\n---\n# A\n\nText\n");
  check_folder (folder, ILV_CLI_EXIT_OK, &result);
  g_assert_cmpstr (result.output, ==,
                   "lesson “Trial”: 3 sections, 2 comparisons, no faults\n"
                   "lesson “Second”: 1 section, 0 comparisons, no faults\n");

  /* All faults of all lessons, though the course stops at its first. */
  write_file (folder, "one/lesson.md", FRONT "# One\n\n```compare\nx\n```\n");
  write_file (folder, "two/lesson.md", FRONT "# One\n\n```compare\nx\n```\n");
  check_folder (folder, ILV_CLI_EXIT_FAILED, &result);
  assert_faults (result.errors, 2);
  assert_contains (result.errors, "one/lesson.md:");
  assert_contains (result.errors, "two/lesson.md:");

  write_file (folder, "course.ini", "[Course]\nTitle=Trial\nLessons=one;one\nx=y\n");
  check_folder (folder, ILV_CLI_EXIT_FAILED, &result);
  assert_faults (result.errors, 3);
  g_assert_true (g_str_has_prefix (result.errors, "course.ini:"));

  remove_file (folder, "course.ini");
  remove_file (folder, "one/lesson.md");
  remove_file (folder, "two/lesson.md");
  remove_file (folder, "one");
  remove_file (folder, "two");
  remove_file (folder, "");
}

/* Runs with standard output at @fd, which is closed, and returns standard error. */
static char *
run_into (int fd, const char *arguments)
{
  g_auto (GStrv) environment = create_environment ();
  int errors;
  GPid pid = spawn (arguments, environment, fd, -1, NULL, &errors);
  char *text = read_all (errors);

  close (fd);
  wait_for (pid, arguments, ILV_CLI_EXIT_FAILED, text);
  return text;
}

/* A reader that is gone is no reason to say anything; a full disk is. */
static void
test_closed_output (void)
{
  static const char *const arguments[] = { "list", "--help", "run --help", "--version",
                                           "run concurrency --left model --right model" };

  for (guint i = 0; i < G_N_ELEMENTS (arguments); i++)
    {
      g_autofree char *gone = NULL;
      g_autofree char *full = NULL;
      int fds[2];

      g_assert_cmpint (pipe2 (fds, O_CLOEXEC), ==, 0);
      close (fds[0]);
      gone = run_into (fds[1], arguments[i]);
      g_assert_cmpstr (gone, ==, "");

      full = run_into (open ("/dev/full", O_WRONLY | O_CLOEXEC), arguments[i]);
      assert_contains (full, "Cannot write: ");
    }
}

/* Runs on a terminal whose own end is put into @own_fd. */
static GPid
spawn_on_terminal (const char *arguments, const char *variable, const char *value, int *own_fd)
{
  g_auto (GStrv) environment = create_environment ();
  int terminal;
  GPid pid;

  *own_fd = posix_openpt (O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (*own_fd, >=, 0);
  g_assert_cmpint (grantpt (*own_fd), ==, 0);
  g_assert_cmpint (unlockpt (*own_fd), ==, 0);
  terminal = open (ptsname (*own_fd), O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (terminal, >=, 0);

  environment = g_environ_setenv (environment, "TERM", "xterm-256color", TRUE);
  environment = g_environ_setenv (environment, "COLORTERM", "truecolor", TRUE);
  if (variable != NULL)
    environment = g_environ_setenv (environment, variable, value, TRUE);
  pid = spawn (arguments, environment, terminal, terminal, NULL, NULL);
  close (terminal);
  return pid;
}

static void
test_interrupted (void)
{
  static const char arguments[] = "run concurrency --work 1000s";
  g_autoptr (GString) text = g_string_new (NULL);
  int fd;
  GPid pid = spawn_on_terminal (arguments, NULL, NULL, &fd);

  read_until (fd, text, "Running: ");
  g_assert_cmpint (kill (pid, SIGINT), ==, 0);
  read_until (fd, text, NULL);
  close (fd);
  wait_for (pid, arguments, ILV_CLI_EXIT_FAILED, text->str);
  assert_contains (text->str, "\r\033[KRunning: Time-sliced… ");
  assert_contains (text->str, "2 tasks of 1000.00 s");
  assert_contains (text->str, "The run ended early, after ");
  assert_contains (text->str, "interleave: Cancelled\r\n");
}

static char *
run_on_terminal (const char *variable, const char *value)
{
  static const char arguments[] = "run concurrency --left model --right model";
  int fd;
  GPid pid = spawn_on_terminal (arguments, variable, value, &fd);
  char *text = read_all (fd);

  wait_for (pid, arguments, ILV_CLI_EXIT_OK, text);
  return text;
}

/* What is shown in colours on a terminal, and what people and terminals can do against it. Progress
 * is no colour and may move the cursor, but not on a dumb terminal. */
static void
test_coloured (void)
{
  g_autofree char *true_colour = run_on_terminal (NULL, NULL);
  g_autofree char *indexed = run_on_terminal ("COLORTERM", "");
  g_autofree char *empty = run_on_terminal ("NO_COLOR", "");
  g_autofree char *no_colour = run_on_terminal ("NO_COLOR", "1");
  g_autofree char *dumb = run_on_terminal ("TERM", "dumb");

  assert_contains (true_colour, "\033[0;1m");
  assert_contains (true_colour, ";48;2;");
  assert_contains (indexed, ";48;5;");
  g_assert_null (strstr (indexed, ";48;2;"));
  assert_contains (empty, ";48;2;");
  g_assert_null (strstr (no_colour, "\033[0"));
  assert_contains (no_colour, "Core 0 AAA");
  g_assert_null (strchr (dumb, '\033'));
  assert_contains (dumb, "Core 0 AAA");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  if (argc > 1 && strcmp (argv[1], "--cli") == 0)
    return ilv_cli_run (argc - 1, argv + 1, NULL);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/cli/wants", test_wants);
  g_test_add_func ("/cli/cli/help", test_help);
  g_test_add_func ("/cli/cli/version", test_version);
  g_test_add_func ("/cli/cli/usage", test_usage);
  g_test_add_func ("/cli/cli/list", test_list);
  g_test_add_func ("/cli/cli/text", test_text);
  g_test_add_func ("/cli/cli/widths", test_widths);
  g_test_add_func ("/cli/cli/ascii", test_ascii);
  g_test_add_func ("/cli/cli/json", test_json);
  g_test_add_func ("/cli/cli/formats", test_formats);
  g_test_add_func ("/cli/cli/slice", test_slice);
  g_test_add_func ("/cli/cli/repeat", test_repeat);
  g_test_add_func ("/cli/cli/results", test_results);
  g_test_add_func ("/cli/cli/race", test_race);
  g_test_add_func ("/cli/cli/race/formats", test_race_formats);
  g_test_add_func ("/cli/cli/race/is-listed", test_race_is_listed);
  g_test_add_func ("/cli/cli/broken", test_broken);
  g_test_add_func ("/cli/cli/stalled", test_stalled);
  g_test_add_func ("/cli/cli/sections", test_sections);
  g_test_add_func ("/cli/cli/check-lesson", test_check_lesson);
  g_test_add_func ("/cli/cli/check-course", test_check_course);
  g_test_add_func ("/cli/cli/closed-output", test_closed_output);
  g_test_add_func ("/cli/cli/interrupted", test_interrupted);
  g_test_add_func ("/cli/cli/coloured", test_coloured);
  return g_test_run ();
}
