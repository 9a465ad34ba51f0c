/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A slide that runs its experiment: what has been measured is in both windows. */

#include "journey-hands.h"
#include "journey-talk.h"

/* Long after it would have ended. */
#define LONG_US (4 * G_USEC_PER_SEC)

static void
stop_at_once (Talk *talk)
{
  talk_press ("r s");
  g_usleep (LONG_US);
  talk_expect_exactly (talk->console, "Not run yet", TRUE);
  talk_expect (talk->audience, "running at once", FALSE);
}

static void
run (Talk *talk)
{
  journey_press ("r");
  talk_expect (talk->audience, "running at once", TRUE);
  journey_wait_until_gone (&talk->journey, journey_is_ready_button, "Stop");
  talk_expect_in_step (talk);
}

/* What has been measured is there when the slide is shown again. */
static void
come_back (Talk *talk, guint slide)
{
  journey_press ("Left");
  talk_expect_slide (talk, slide - 1);
  journey_press ("Home");
  talk_expect_slide (talk, 1);
  talk_expect (talk->audience, "running at once", FALSE);
  talk_go_to (talk, slide);
  talk_expect (talk->audience, "running at once", TRUE);
  talk_expect_in_step (talk);
}

static void
test_run (void)
{
  Talk talk = { 0 };
  guint slide;

  talk_start (&talk, "concurrency", TRUE);
  slide = talk_find_slide (&talk, "Not run yet");
  stop_at_once (&talk);
  run (&talk);
  talk_press ("bracketright backslash bracketleft k k");
  talk_expect_in_step (&talk);
  come_back (&talk, slide);
  talk_end (&talk);
  talk_quit (&talk);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/present/run", test_run);
}
