/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-fixture.h"

#include <locale.h>

/* What the window of these tests ends with. */
#define WINDOW_STATUS 7

static const char trial_lesson[] = "---\n[Lesson]\nTitle=Trial\n---\n# Text\n\nSome text.\n";

static void
test_help (void)
{
  g_auto (Result) result = { 0 };

  run ("present --help", ILV_CLI_EXIT_OK, &result);
  assert_contains (result.output, "interleave present [OPTION…] LESSON[/SECTION]\n");
  assert_contains (result.output, "Escape");
  assert_lines (result.output, 80);
}

static void
test_usage (void)
{
  static const struct
  {
    const char *arguments;
    const char *said;
  } cases[] = {
    { "present", "Which lesson? “interleave list” lists them\nTry interleave present --help\n" },
    { "present ''",
      "There is no lesson “”; there are: concurrency cashiers computer python waiting async pokemon\n"
      "Try interleave present --help\n" },
    { "present nothing/1", "There is no lesson “nothing”; there are: concurrency " },
    { "present concurrency/999",
      "The lesson “Concurrency and parallelism” has no section “999”; there are: concurrency/" },
    { "present concurrency/", "has no section “”; there are: concurrency/" },
    { "present concurrency/1/2", "has no section “1/2”; there are: concurrency/" },
    { "present concurrency 2", "Try interleave present --help\n" },
    { "present --frobnicate", "Try interleave present --help\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = { 0 };

      run (cases[i].arguments, ILV_CLI_EXIT_USAGE, &result);
      g_assert_cmpstr (result.output, ==, "");
      assert_contains (result.errors, cases[i].said);
      assert_contains (result.errors, "\nTry interleave present --help\n");
    }
}

/* The window is opened by whoever has one, and its exit status is that of the program. */
static void
test_present (void)
{
  static const char *const places[] = { "concurrency", "concurrency/2", "waiting/1" };
  g_auto (Result) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *arguments = g_strconcat ("present ", places[i], NULL);
      g_autofree char *shown = g_strconcat ("interleave --present=", places[i], "\n", NULL);

      run (arguments, WINDOW_STATUS, &result);
      g_assert_cmpstr (result.output, ==, shown);
      g_assert_cmpstr (result.errors, ==, "");
    }
}

static void
test_other_course (void)
{
  g_auto (Result) result = { 0 };

  run_lesson (trial_lesson, "present trial/text", WINDOW_STATUS, &result);
  g_assert_cmpstr (result.output, ==, "interleave --present=trial/text\n");
  run_lesson (trial_lesson, "present later", ILV_CLI_EXIT_FAILED, &result);
  g_assert_cmpstr (result.output, ==, "");
  assert_contains (result.errors, "“Later” is not written yet");
}

/* In place of the window: what it would have been opened with. */
static int
show_window (int argc, char *argv[])
{
  g_autofree char *line = g_strjoinv (" ", argv);

  g_assert_cmpint (argc, ==, (int) g_strv_length (argv));
  g_assert_cmpstr (g_get_prgname (), ==, "interleave");
  printf ("%s\n", line);
  return WINDOW_STATUS;
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  if (argc > 1 && strcmp (argv[1], "--cli") == 0)
    return ilv_cli_run (argc - 1, argv + 1, show_window);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/present-command/help", test_help);
  g_test_add_func ("/cli/present-command/usage", test_usage);
  g_test_add_func ("/cli/present-command/present", test_present);
  g_test_add_func ("/cli/present-command/other-course", test_other_course);
  return g_test_run ();
}
