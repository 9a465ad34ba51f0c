/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-lesson.h"

/* Let it wait, stop it, then let it wait again and do what it asks for, once for each side. */
static void
test_waiting (void)
{
  Journey journey = { 0 };

  journey_start (&journey, "waiting");
  journey_expect (&journey, "Why take turns at all?");
  journey_read_on_to (&journey, 2, 4);
  journey_expect_question (&journey);
  journey_choose (&journey, "None: everything waits for you");

  journey_click (&journey, "Run");
  journey_expect (&journey, JOURNEY_CAPTCHA);
  journey_click (&journey, "Stop");
  journey_expect (&journey, "The run was stopped.");
  journey_wait_until_gone (&journey, journey_is_named, JOURNEY_CAPTCHA);

  journey_click (&journey, "Run");
  for (guint side = 0; side < 2; side++)
    {
      journey_expect (&journey, JOURNEY_CAPTCHA);
      journey_solve_captcha (&journey);
      journey_wait_until_gone (&journey, journey_is_named, JOURNEY_CAPTCHA);
    }
  journey_wait_until_gone (&journey, journey_is_ready_button, "Stop");
  journey_expect_marked (&journey);

  /* Nothing else went on while the left side waited for the clicks. */
  journey_expect (&journey, "Right, as you said");

  journey_read_on_to (&journey, 5, 6);
  journey_quit (&journey);
  journey_end (&journey);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/waiting", test_waiting);
}
