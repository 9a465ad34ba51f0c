/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A prediction that a room makes: two shows of hands, which it sees when the presenter wants it, the run
 * that decides, the answer, and what is left of all that when the talk is over. */

#include "journey-hands.h"
#include "journey-talk.h"

/* Typed choice after choice; the same key leaves that. */
static void
count (Talk *talk, const char *first, const char *second)
{
  g_autofree char *keys = g_strdup_printf ("h %s Return %s h", first, second);

  talk_press (keys);
  talk_expect_exactly (talk->console, "17 votes", TRUE);
}

static void
vote (Talk *talk)
{
  talk_find_slide (talk, "0 votes");
  talk_expect_exactly (talk->console, "First show of hands", TRUE);
  count (talk, "1 2", "5");
  talk_expect_exactly (talk->audience, "12 · 71 %", FALSE);
  journey_press ("v");
  talk_expect_exactly (talk->audience, "12 · 71 %", TRUE);
  talk_expect_exactly (talk->audience, "5 · 29 %", TRUE);
  talk_expect_in_step (talk);
  journey_press ("v");
  talk_expect_exactly (talk->audience, "12 · 71 %", FALSE);

  journey_press ("Right");
  talk_expect_exactly (talk->console, "The room discusses", TRUE);
  journey_press ("Right");
  talk_expect_exactly (talk->console, "Second show of hands", TRUE);
  count (talk, "3", "1 4");
  talk_expect_exactly (talk->audience, "14 · 82 %", FALSE);
}

/* Both are beside each other, the run decides, and the answer is marked. */
static void
decide (Talk *talk)
{
  static const char *const hands[] = { "12 · 71 %", "5 · 29 %", "3 · 18 %", "14 · 82 %" };

  journey_press ("Right");
  talk_expect_exactly (talk->console, "Both shows of hands", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (hands); i++)
    talk_expect_exactly (talk->audience, hands[i], TRUE);
  talk_expect_in_step (talk);

  journey_press ("Right");
  talk_expect_exactly (talk->console, "Not run yet", TRUE);
  journey_press ("Right");
  talk_expect (talk->audience, "running at once", TRUE);
  journey_wait_until_gone (&talk->journey, journey_is_ready_button, "Stop");
  talk_expect_in_step (talk);

  journey_press ("Right");
  talk_expect_exactly (talk->console, "Votes", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (hands); i++)
    talk_expect_exactly (talk->audience, hands[i], TRUE);
  talk_expect_in_step (talk);
}

static void
read_summary (Talk *talk)
{
  g_autoptr (Node) title = journey_wait_for (&talk->journey, journey_is_named, "How the talk went");

  journey_expect (&talk->journey, "12 → 3");
  journey_expect (&talk->journey, "5 → 14");
  journey_expect (&talk->journey, "Time on each slide");
  journey_press ("Escape");
  journey_wait_until_gone (&talk->journey, journey_is_named, "How the talk went");
}

static void
test_poll (void)
{
  Talk talk = { 0 };

  talk_start (&talk, "concurrency", TRUE);
  vote (&talk);
  decide (&talk);
  talk_end (&talk);
  read_summary (&talk);
  talk_quit (&talk);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/present/poll", test_poll);
}
