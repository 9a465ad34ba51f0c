/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-lesson.h"

#define REPAIR "The await in front of the database is missing."

/* Sign in, ask, show: with the awaits in place, without one, and repaired. */
static void
test_async (void)
{
  Journey journey = { 0 };

  if (!journey_has_python ())
    {
      g_test_skip ("There is no python3 of version 3.9 or newer.");
      return;
    }

  journey_start (&journey, "async");
  journey_expect (&journey, "Two words");
  journey_read_on_to (&journey, 2, 3);
  journey_expect_question (&journey);
  journey_choose (&journey, "One");
  journey_run (&journey, 1);
  journey_expect (&journey, "Right, as you said");
  g_assert_false (journey_is_there (&journey, journey_has_text, REPAIR));

  /* Python itself says what is wrong. */
  journey_toggle (&journey, "Forget to await");
  journey_expect (&journey, "sign_in_forgotten.py");
  journey_click (&journey, "Run");
  journey_expect (&journey, REPAIR);
  journey_expect (&journey, "was never awaited");

  journey_click (&journey, "Repair and run again");
  journey_wait_until_gone (&journey, journey_has_text, REPAIR);
  journey_wait_until_gone (&journey, journey_has_text, "sign_in_forgotten.py");
  journey_wait_until_gone (&journey, journey_has_text, "was never awaited");
  journey_wait_until_gone (&journey, journey_is_ready_button, "Stop");

  journey_read_on_to (&journey, 4, 6);
  journey_quit (&journey);
  journey_end (&journey);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/async", test_async);
}
