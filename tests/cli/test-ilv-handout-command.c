/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-fixture.h"

#include <locale.h>

#include <glib/gstdio.h>

/* Where the user's data are, and what is written. */
static char *home;

#define FRONT "---\n[Lesson]\nTitle=Trial\n---\n"
#define MODEL                                                                                      \
  "```compare\n[Compare]\nTitle=Two tasks\nLeft=model\nRight=sequential\nProcessors=2\n"           \
  "[Task A]\nSteps=cpu 2ms\n[Task B]\nSteps=cpu 2ms\n```\n"
#define RACE                                                                                       \
  "```race\n[Race]\nTitle=Two ways\n[Server]\nLatency=1ms\n[Run 1]\nTitle=In turn\n"               \
  "Strategy=await-loop\n[Run 2]\nTitle=At once\nStrategy=event-loop\n"                             \
  "[Task A]\nCount=3\nSteps=get /api/v2/pokemon/{n}\n```\n"
#define ASKING                                                                                     \
  "```compare\n[Compare]\nTitle=Somebody\nLeft=event-loop\nRight=event-loop\n"                     \
  "[Task A]\nSteps=ask traffic-lights\n```\n"

/* (transfer full): the path of a file at home. */
static char *
get_path (const char *name)
{
  return g_build_filename (home, name, NULL);
}

/* (transfer full) (nullable): the text of a PDF; %NULL where nothing can read it. */
static char *
read_pdf (const char *name)
{
  g_autofree char *path = get_path (name);
  const char *argv[] = { "pdftotext", path, "-", NULL };
  /* What ThreadSanitizer needs before us is nothing for others. */
  g_auto (GStrv) environment = g_environ_unsetenv (g_get_environ (), "LD_PRELOAD");
  g_autofree char *program_path = g_find_program_in_path (argv[0]);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  if (program_path == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }
  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}

static void
assert_files (const char *const *expected)
{
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_autofree char *path = get_path (expected[i]);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  /* Nothing else, and nothing that is half written. */
  g_assert_cmpint (g_rmdir (home), ==, 0);
  g_assert_cmpint (g_mkdir (home, 0700), ==, 0);
}

static const char *const one_file[] = { "a.pdf", NULL };
static const char *const no_files[] = { NULL };

/* (transfer full): @format with the path of the file a.pdf in it. */
static char *
create_arguments (const char *format)
{
  g_auto (GStrv) parts = g_strsplit (format, "FILE", -1);
  g_autofree char *path = get_path ("a.pdf");

  return g_strjoinv (path, parts);
}

static void
test_help (void)
{
  g_auto (Result) result = { 0 };

  run ("handout --help", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "interleave handout [OPTION…] [LESSON…] --output FILE.pdf\n");
  assert_contains (result.output, "--notes");
  assert_contains (result.output, "--paper=PAPER");
  assert_contains (result.output, "--run");
}

static void
test_lesson (void)
{
  g_autofree char *arguments = create_arguments ("handout cashiers cashiers --output FILE");
  g_auto (Result) result = { 0 };
  g_autofree char *text = NULL;

  run (arguments, ILV_CLI_EXIT_OK, &result);
  g_assert_cmpstr (result.output, ==, "");
  g_assert_cmpstr (result.errors, ==, "");
  text = read_pdf ("a.pdf");
  assert_files (one_file);
  if (text == NULL)
    return;
  assert_contains (text, "A shop that explains your CPU");
  g_assert_null (strstr (text, "Handout of the course"));
  g_assert_null (strstr (text, "Presenter’s notes"));
}

static void
test_course (void)
{
  g_autofree char *arguments = create_arguments ("handout -o FILE --notes --paper letter");
  g_auto (Result) result = { 0 };
  g_autofree char *text = NULL;

  run (arguments, ILV_CLI_EXIT_OK, &result);
  text = read_pdf ("a.pdf");
  assert_files (one_file);
  if (text == NULL)
    return;
  assert_contains (text, "Handout of the course");
  assert_contains (text, "A shop that explains your CPU");
  assert_contains (text, "Presenter’s notes");
}

/* Everything is run, and what cannot be is said. */
static void
test_run (void)
{
  static const char lesson[] = FRONT "# Page\n\n" MODEL "\n" ASKING "\n---\n\n# Race\n\n" RACE;
  g_autofree char *arguments = create_arguments ("handout trial --run -o FILE");
  g_autofree char *answered = create_arguments ("handout trial --run --answer 3 -o FILE");
  g_auto (Result) result = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *answered_text = NULL;

  run_lesson (lesson, arguments, ILV_CLI_EXIT_OK, &result);
  assert_contains (result.errors, "Somebody: Somebody has to answer a question");
  text = read_pdf ("a.pdf");
  run_lesson (lesson, answered, ILV_CLI_EXIT_OK, &result);
  g_assert_null (strstr (result.errors, "Somebody"));
  answered_text = read_pdf ("a.pdf");
  assert_files (one_file);
  if (text == NULL || answered_text == NULL)
    return;
  assert_contains (text, "CPU time");
  assert_contains (text, "At once");
  assert_contains (text, "Not run yet");
  g_assert_null (strstr (answered_text, "Not run yet"));
}

/* Without being asked to it runs nothing. */
static void
test_not_run (void)
{
  g_autofree char *arguments = create_arguments ("handout trial -o FILE");
  g_auto (Result) result = { 0 };
  g_autofree char *text = NULL;

  run_lesson (FRONT "# Page\n\n" MODEL, arguments, ILV_CLI_EXIT_OK, &result);
  text = read_pdf ("a.pdf");
  assert_files (one_file);
  if (text != NULL)
    assert_contains (text, "Not run yet");
}

static void
test_usage (void)
{
  static const struct
  {
    const char *arguments;
    const char *said;
  } cases[] = {
    { "handout", "Where to? Write --output FILE.pdf\nTry interleave handout --help\n" },
    { "handout cashiers", "Where to? Write --output FILE.pdf\n" },
    { "handout -o ''", "Where to? Write --output FILE.pdf\n" },
    { "handout --output", "Try interleave handout --help\n" },
    { "handout nothing -o FILE",
      "There is no lesson “nothing”; there are: concurrency cashiers computer python waiting async "
      "pokemon\nTry interleave handout --help\n" },
    { "handout -o FILE --paper a9", "“a9” is no paper; there are: a4 letter\n" },
    { "handout -o FILE --frobnicate", "Try interleave handout --help\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *arguments = create_arguments (cases[i].arguments);
      g_auto (Result) result = { 0 };

      run (arguments, ILV_CLI_EXIT_USAGE, &result);
      assert_contains (result.errors, cases[i].said);
      g_assert_cmpstr (result.output, ==, "");
    }
  assert_files (no_files);
}

static void
test_unwritten (void)
{
  g_autofree char *arguments = create_arguments ("handout trial later -o FILE");
  g_auto (Result) result = { 0 };

  run_lesson (FRONT "# Page\n\nText.\n", arguments, ILV_CLI_EXIT_FAILED, &result);
  assert_contains (result.errors, "interleave: The lesson “Later” is not written yet\n");
  assert_files (no_files);
}

/* The file is named, and nothing of it is left. */
static void
test_unwritable (void)
{
  g_autofree char *arguments = create_arguments ("handout cashiers -o FILE/b.pdf");
  g_autofree char *folder = g_strdup_printf ("handout cashiers -o %s", home);
  g_autofree char *said = create_arguments ("Cannot write “FILE/b.pdf”: ");
  g_autofree char *folder_said = g_strdup_printf ("Cannot write “%s”: ", home);
  g_auto (Result) result = { 0 };

  run (arguments, ILV_CLI_EXIT_FAILED, &result);
  assert_contains (result.errors, said);
  run (folder, ILV_CLI_EXIT_FAILED, &result);
  assert_contains (result.errors, folder_said);
  run ("handout cashiers -o /dev/full", ILV_CLI_EXIT_FAILED, &result);
  assert_contains (result.errors, "Cannot write “/dev/full”: ");
  assert_files (no_files);
}

int
main (int argc, char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  if (argc > 1 && strcmp (argv[1], "--cli") == 0)
    return ilv_cli_run (argc - 1, argv + 1, NULL);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  home = create_folder ();
  g_assert_true (g_setenv ("XDG_DATA_HOME", home, TRUE));
  /* Paper is made without a display. */
  g_unsetenv ("DISPLAY");
  g_unsetenv ("WAYLAND_DISPLAY");

  g_test_add_func ("/cli/handout/help", test_help);
  g_test_add_func ("/cli/handout/lesson", test_lesson);
  g_test_add_func ("/cli/handout/course", test_course);
  g_test_add_func ("/cli/handout/run", test_run);
  g_test_add_func ("/cli/handout/not-run", test_not_run);
  g_test_add_func ("/cli/handout/usage", test_usage);
  g_test_add_func ("/cli/handout/unwritten", test_unwritten);
  g_test_add_func ("/cli/handout/unwritable", test_unwritable);
  status = g_test_run ();
  g_rmdir (home);
  g_free (home);
  return status;
}
