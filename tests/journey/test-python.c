/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-lesson.h"

#define PRINT "print('typed by hand')"
#define FAIL "raise ValueError('typed to fail')"

/* What is typed becomes the first line. */
static void
type_line (const char *line)
{
  journey_press ("ctrl+Home");
  journey_type (line);
  journey_press ("Return");
}

static void
wait_until_run (Journey *journey, const char *text)
{
  journey_press ("ctrl+Return");
  journey_expect (journey, text);
  journey_wait_until_gone (journey, journey_is_ready_button, "Stop");
}

/* Change the code and run it, go back to ours, make it fail. */
static void
edit (Journey *journey)
{
  g_autofree char *ours = journey_dup_text (journey, "Code of the left side");
  g_autofree char *edited = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *failing = NULL;

  journey_focus_window ();
  journey_click (journey, "Edit");
  journey_wait_for_focus (journey, journey_is_text, "Code of the left side");
  type_line (PRINT);
  journey_expect (journey, "Edited");
  edited = journey_dup_text (journey, "Code of the left side");
  g_assert_true (g_str_has_prefix (edited, PRINT "\n"));
  g_assert_cmpstr (edited + strlen (PRINT "\n"), ==, ours);
  wait_until_run (journey, "Run 2: left");
  journey_expect (journey, "typed by hand");

  journey_click (journey, "Ours");
  journey_wait_until_gone (journey, journey_is_named, "Edited");
  restored = journey_dup_text (journey, "Code of the left side");
  g_assert_cmpstr (restored, ==, ours);

  journey_focus (journey, journey_is_text, "Code of the left side");
  type_line (FAIL);
  failing = journey_dup_text (journey, "Code of the left side");
  g_assert_true (g_str_has_prefix (failing, FAIL "\n"));
  wait_until_run (journey, "Line 1: ValueError: typed to fail");
  journey_click (journey, "Ours");
  journey_wait_until_gone (journey, journey_is_named, "Edited");
}

/* Threads and processes of a real Python, and code that is the learner's. */
static void
test_python (void)
{
  Journey journey = { 0 };

  if (!journey_has_python ())
    {
      g_test_skip ("There is no python3 of version 3.9 or newer.");
      return;
    }

  journey_start (&journey, "python");
  journey_expect (&journey, "Parallelism with a catch");
  journey_read_on_to (&journey, 2, 3);
  journey_expect_question (&journey);
  journey_choose (&journey, "At about the same time");
  journey_expect (&journey, "CPython 3.");
  journey_run (&journey, 1);
  journey_expect_marked (&journey);
  edit (&journey);

  journey_read_on_to (&journey, 4, 6);
  journey_quit (&journey);
  journey_end (&journey);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/python", test_python);
}
