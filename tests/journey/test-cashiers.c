/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-lesson.h"

/* Predict, run, look at the shop at its end and at its beginning, and at the same run as a timeline. */
static void
test_cashiers (void)
{
  Journey journey = { 0 };
  g_autofree char *progress = NULL;

  journey_start (&journey, "cashiers");
  journey_expect (&journey, "A shop with two lines");
  journey_read_on (&journey, 2);
  journey_expect_question (&journey);
  journey_choose (&journey, "In about half the time");
  journey_run (&journey, 1);
  journey_expect_marked (&journey);

  journey_expect_described (&journey, "10 of 10 served");
  journey_set_value (&journey, journey_is_slider, "Position of the replay", 0);
  journey_wait_until_gone (&journey, journey_is_described, "10 of 10 served");
  journey_click (&journey, "Timeline");
  journey_expect_pressed (&journey, "Timeline");
  journey_click (&journey, "Shop");
  journey_expect_pressed (&journey, "Shop");

  journey_read_on_to (&journey, 3, 6);
  journey_quit (&journey);
  progress = journey_read_progress (&journey);
  g_assert_nonnull (strstr (progress, "cashiers-sooner"));
  journey_end (&journey);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/cashiers", test_cashiers);
}
