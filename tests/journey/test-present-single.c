/* SPDX-License-Identifier: GPL-3.0-or-later */

/* With one screen there is the room's window, and the console on a key. */

#include "journey-hands.h"
#include "journey-talk.h"

static void
test_single (void)
{
  Talk talk = { 0 };

  talk_start (&talk, "concurrency", FALSE);
  g_assert_false (journey_is_there (&talk.journey, journey_is_named, "Presenter console"));
  journey_press ("Right");
  talk_expect_slide (&talk, 2);
  journey_press ("c");
  talk_find_console (&talk);
  talk_expect_slide (&talk, 2);
  talk_expect_in_step (&talk);
  journey_press ("Right");
  talk_expect_slide (&talk, 3);
  journey_press ("c");
  journey_wait_until_gone (&talk.journey, journey_is_named, "Presenter console");
  g_clear_object (&talk.console);
  journey_press ("Left");
  talk_expect_slide (&talk, 2);

  /* The overview covers the room's window then, and so does the question. */
  journey_press ("o");
  talk_expect (talk.audience, "Slide 1 of ", TRUE);
  talk_press ("Left Return");
  talk_expect_slide (&talk, 1);
  talk_end (&talk);
  talk_quit (&talk);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/present/single", test_single);
}
