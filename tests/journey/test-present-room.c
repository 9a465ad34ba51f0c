/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the presenter does to the room's screen: black, white, frozen, a pointer, magnified. */

#include "journey-hands.h"
#include "journey-talk.h"

/* The room sees no slide and the presenter does, with a mark. */
static void
cover (Talk *talk)
{
  static const struct
  {
    const char *key;
    const char *name;
    const char *back;
  } covers[] = {
    { "b", "Black screen", "b" },
    { "period", "Black screen", "Escape" },
    { "w", "White screen", "w" },
    { "comma", "White screen", "Right" },
  };
  g_autofree char *number = g_strdup_printf ("1 / %u", talk->n_slides);

  for (guint i = 0; i < G_N_ELEMENTS (covers); i++)
    {
      journey_press (covers[i].key);
      talk_expect (talk->audience, covers[i].name, TRUE);
      talk_expect (talk->audience, number, FALSE);
      talk_expect_console_slide (talk, 1);
      journey_press (covers[i].back);
      talk_expect_slide (talk, 1);
    }
}

static void
freeze (Talk *talk)
{
  g_autofree char *number = g_strdup_printf ("2 / %u", talk->n_slides);

  journey_press ("f");
  talk_expect (talk->audience, "Frozen screen", TRUE);
  journey_press ("Right");
  talk_expect_console_slide (talk, 2);
  talk_expect (talk->audience, number, FALSE);
  journey_press ("f");
  talk_expect_slide (talk, 2);
  journey_press ("f");
  talk_expect (talk->audience, "Frozen screen", TRUE);
  journey_press ("Escape");
  talk_expect (talk->audience, "Frozen screen", FALSE);
  journey_press ("Left");
  talk_expect_slide (talk, 1);
}

/* What can be on and off is so on the console's button; Escape ends it. */
static void
point (Talk *talk)
{
  static const struct
  {
    const char *key;
    const char *button;
  } toggles[] = {
    { "l", "Pointer" },
    { "z", "Magnify" },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (toggles); i++)
    {
      const char *key = toggles[i / 2].key;
      const char *name = toggles[i / 2].button;
      g_autoptr (Node) button = NULL;

      journey_press (key);
      button = journey_wait_for (&talk->journey, journey_is_pressed_button, name);
      journey_press (i % 2 == 0 ? key : "Escape");
      journey_wait_until_gone (&talk->journey, journey_is_pressed_button, name);
    }
}

static void
test_room (void)
{
  Talk talk = { 0 };

  talk_start (&talk, "concurrency", TRUE);
  cover (&talk);
  freeze (&talk);
  point (&talk);
  talk_end (&talk);
  talk_quit (&talk);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/present/room", test_room);
}
