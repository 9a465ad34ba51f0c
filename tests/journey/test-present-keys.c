/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A talk on two screens, by the keys that go from slide to slide; clickers send some of them. */

#include "journey-hands.h"
#include "journey-talk.h"

static void
step (Talk *talk)
{
  static const struct
  {
    const char *next;
    const char *previous;
  } keys[] = {
    { "Right", "Left" },        { "Down", "Up" }, { "space", "BackSpace" },
    { "Page_Down", "Page_Up" }, { "n", "p" },     { "Return", "KP_Left" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      journey_press (keys[i].next);
      talk_expect_slide (talk, 2);
      journey_press (keys[i].previous);
      talk_expect_slide (talk, 1);
    }
  talk_expect_in_step (talk);
}

static void
jump (Talk *talk)
{
  journey_press ("End");
  talk_expect_slide (talk, talk->n_slides);
  talk_expect_in_step (talk);
  journey_press ("Home");
  talk_expect_slide (talk, 1);
  talk_press ("1 2");
  talk_expect (talk->console, "12", TRUE);
  journey_press ("Return");
  talk_expect_slide (talk, 12);
  /* A digit is taken back, and a number that there is none of means the last. */
  talk_press ("9 9 BackSpace 8 Return");
  talk_expect_slide (talk, talk->n_slides);
}

/* While it goes on: this section again, and all of it again. */
static void
begin_again (Talk *talk)
{
  talk_press ("3 Return");
  talk_expect_slide (talk, 3);
  journey_press ("F5");
  talk_expect_slide (talk, 2);
  talk_press ("3 Return");
  talk_expect_slide (talk, 3);
  journey_press ("shift+F5");
  talk_expect_slide (talk, 1);
}

/* A clicker goes on until the talk is over, and then has to be asked twice. */
static void
end_by_clicker (Talk *talk)
{
  journey_press ("End");
  talk_expect_slide (talk, talk->n_slides);
  journey_press ("Page_Down");
  talk_expect (talk->audience, "End of the presentation", TRUE);
  journey_press ("Page_Down");
  talk_expect (talk->console, "End the presentation?", TRUE);
  journey_press ("Page_Up");
  talk_expect (talk->console, "End the presentation?", FALSE);
  journey_press ("Page_Up");
  talk_expect_slide (talk, talk->n_slides);
}

/* Escape stays, the second time Enter ends. */
static void
stay (Talk *talk)
{
  journey_press ("Escape");
  talk_expect (talk->console, "End the presentation?", TRUE);
  journey_press ("Escape");
  talk_expect (talk->console, "End the presentation?", FALSE);
}

static void
test_keys (void)
{
  Talk talk = { 0 };

  talk_start (&talk, "concurrency", TRUE);
  step (&talk);
  jump (&talk);
  begin_again (&talk);
  end_by_clicker (&talk);
  stay (&talk);
  talk_end (&talk);
  journey_expect (&talk.journey, "What this lesson is about");
  talk_quit (&talk);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/present/keys", test_keys);
}
