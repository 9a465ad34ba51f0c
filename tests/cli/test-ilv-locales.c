/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands in a locale with decimal commas: people get theirs, programs do not, and what is typed
 * or stands in lessons is the same everywhere. */

#include "cli-fixture.h"

#include <locale.h>

#include <json-glib/json-glib.h>

#define LOCALE "de_DE.UTF-8"

#define MODELS "run concurrency --left model --right model --tasks 3 --work 20.5ms "

#define LESSON                                                                                      \
  "---\n[Lesson]\nTitle=T\n---\n# One\n\n```race\n[Race]\nTitle=R\n[Server]\nLatency=1.5ms\n"        \
  "Failures=0.5\n[Run 1]\nTitle=A\nStrategy=sequential\n[Run 2]\nTitle=B\nStrategy=event-loop\n"     \
  "[Task P]\nCount=2\nSteps=get /api/v2/pokemon/1\n```\n"

static gboolean
has_locale (void)
{
  g_autofree char *former = g_strdup (setlocale (LC_ALL, NULL));
  gboolean found = setlocale (LC_ALL, LOCALE) != NULL;

  setlocale (LC_ALL, former);
  if (!found)
    g_test_skip ("there is no locale " LOCALE ": the package “locales” and localedef make it");
  return found;
}

static void
run_in (const char *locale, const char *arguments, int status, Result *result)
{
  g_auto (GStrv) environment = create_environment ();

  environment = g_environ_setenv (environment, "LC_ALL", locale, TRUE);
  run_with (environment, arguments, status, result);
}

static void
test_people (void)
{
  g_auto (Result) result = { 0 };

  if (!has_locale ())
    return;
  run_in (LOCALE, MODELS, ILV_CLI_EXIT_OK, &result);
  g_assert_true (g_regex_match_simple ("[0-9],[0-9]", result.output, 0, 0));
  g_assert_false (g_regex_match_simple ("[0-9]\\.[0-9]", result.output, 0, 0));
}

/* What a model computes is the same each time. */
static void
test_programs (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_auto (Result) plain = { 0 };
  g_auto (Result) local = { 0 };

  if (!has_locale ())
    return;
  run_in ("C.UTF-8", MODELS "--format csv", ILV_CLI_EXIT_OK, &plain);
  run_in (LOCALE, MODELS "--format csv", ILV_CLI_EXIT_OK, &local);
  g_assert_cmpstr (plain.output, ==, local.output);

  run_in (LOCALE, MODELS "--format svg", ILV_CLI_EXIT_OK, &local);
  g_assert_true (g_regex_match_simple (" x=\"[0-9.]+\"", local.output, 0, 0));
  g_assert_false (g_regex_match_simple (" (x|y|width|height)=\"[0-9]+,", local.output, 0, 0));

  run_in (LOCALE, MODELS "--format json", ILV_CLI_EXIT_OK, &local);
  json_parser_load_from_data (parser, local.output, -1, &error);
  g_assert_no_error (error);
}

static void
test_input (void)
{
  g_auto (Result) result = { 0 };
  g_auto (GStrv) environment = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *arguments = NULL;

  if (!has_locale ())
    return;
  run_in (LOCALE, "run concurrency --work 20,5ms", ILV_CLI_EXIT_USAGE, &result);
  run_in (LOCALE, "run pokemon/the-race --failures 0,5", ILV_CLI_EXIT_USAGE, &result);

  folder = create_folder ();
  write_file (folder, "lesson.md", LESSON);
  arguments = g_strconcat ("check ", folder, NULL);
  run_in (LOCALE, arguments, ILV_CLI_EXIT_OK, &result);
  remove_file (folder, "lesson.md");
  remove_file (folder, "");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  if (argc > 1 && strcmp (argv[1], "--cli") == 0)
    return ilv_cli_run (argc - 1, argv + 1, NULL);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/locales/people", test_people);
  g_test_add_func ("/cli/locales/programs", test_programs);
  g_test_add_func ("/cli/locales/input", test_input);
  return g_test_run ();
}
