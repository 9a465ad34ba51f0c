/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the presenter alone has: notes, timer, overview, all keys, settings, and the console itself. */

#include "journey-hands.h"
#include "journey-talk.h"

static void
change_notes (Talk *talk)
{
  talk_expect_exactly (talk->console, "100 %", TRUE);
  journey_press ("plus");
  talk_expect_exactly (talk->console, "110 %", TRUE);
  journey_press ("equal");
  talk_expect_exactly (talk->console, "120 %", TRUE);
  talk_press ("minus minus");
  talk_expect_exactly (talk->console, "100 %", TRUE);
}

/* The pause lasts over changes of the slide. */
static void
pause_timer (Talk *talk)
{
  journey_press ("t");
  talk_expect_exactly (talk->console, "Paused", TRUE);
  journey_press ("Right");
  talk_expect_slide (talk, 2);
  talk_expect_exactly (talk->console, "Paused", TRUE);
  journey_press ("End");
  talk_expect_slide (talk, talk->n_slides);
  talk_expect_exactly (talk->console, "Paused", TRUE);
  journey_press ("t");
  talk_expect_exactly (talk->console, "Elapsed", TRUE);
  journey_press ("Home");
  talk_expect_slide (talk, 1);
}

/* All slides, for the presenter only: the room goes on to see the slide. */
static void
look_over (Talk *talk)
{
  g_autofree char *tile = g_strdup_printf ("Slide 3 of %u: ", talk->n_slides);

  journey_press ("o");
  talk_expect (talk->console, tile, TRUE);
  talk_expect_exactly (talk->audience, "All slides", FALSE);
  talk_expect_slide (talk, 1);
  talk_press ("Right Right Return");
  talk_expect_slide (talk, 3);
  talk_expect (talk->console, tile, FALSE);

  /* Typing searches; Escape leaves the search, then the overview. */
  journey_press ("o");
  talk_expect (talk->console, tile, TRUE);
  journey_type ("making progress by switching");
  journey_press ("Return");
  talk_expect (talk->audience, "Making progress by switching", TRUE);
  talk_expect_in_step (talk);
  journey_press ("o");
  talk_expect (talk->console, tile, TRUE);
  journey_press ("Escape");
  talk_expect (talk->console, tile, FALSE);
  journey_press ("Home");
  talk_expect_slide (talk, 1);
}

static void
show_keys (Talk *talk)
{
  g_autoptr (Node) window = NULL;

  journey_press ("question");
  window = journey_wait_for (&talk->journey, journey_has_text, "Go to the slide whose number was typed");
  journey_press ("Escape");
  journey_wait_until_gone (&talk->journey, journey_has_text, "Go to the slide whose number was typed");
}

/* They are where there is something to set. */
static void
open_settings (Talk *talk)
{
  g_autoptr (Node) setting = NULL;

  talk_find_slide (talk, "Not run yet");
  journey_press ("e");
  setting = journey_wait_for (&talk->journey, journey_is_number, "Number of tasks");
  journey_press ("Escape");
  journey_wait_until_gone (&talk->journey, journey_is_number, "Number of tasks");
}

static void
hide_console (Talk *talk)
{
  journey_press ("c");
  journey_wait_until_gone (&talk->journey, journey_is_named, "Presenter console");
  journey_press ("c");
  talk_find_console (talk);
  journey_press ("Home");
  talk_expect_slide (talk, 1);
}

static void
test_console (void)
{
  Talk talk = { 0 };

  talk_start (&talk, "concurrency", TRUE);
  change_notes (&talk);
  pause_timer (&talk);
  look_over (&talk);
  show_keys (&talk);
  open_settings (&talk);
  hide_console (&talk);
  talk_end (&talk);
  talk_quit (&talk);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/present/console", test_console);
}
