/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-lesson.h"

static gboolean
shows_await_loop (Node *node, const char *text)
{
  return journey_is_list (node, text) && journey_holds (node, "A loop with await");
}

/* All at once: the names arrive. */
static void
fetch_names (Journey *journey)
{
  journey_expect_question (journey);
  journey_choose (journey, "Nearly all twenty, or all of them");
  journey_run (journey, 1);
  journey_expect_marked (journey);
  journey_expect_described (journey, "20 of 20 names after ");
}

/* Four ways, with a few names; then two of them side by side. */
static void
race (Journey *journey)
{
  journey_set_value (journey, journey_is_number, "Number of requests", 4);
  journey_set_value (journey, journey_is_number, "Latency of the server in milliseconds", 50);
  journey_click (journey, "Run");
  journey_expect (journey, "Answers: 4");
  journey_expect_described (journey, "4 of 4 names after ");
  journey_wait_until_gone (journey, journey_is_ready_button, "Stop");
  g_assert_false (journey_is_there (journey, journey_is_named, "Finished after: –"));

  journey_focus_window ();
  journey_focus_within (journey, journey_is_list, "First run to compare");
  journey_press ("space");
  journey_press ("Down");
  journey_press ("Return");
  g_object_unref (journey_wait_for (journey, shows_await_loop, "First run to compare"));
}

static void
test_pokemon (void)
{
  Journey journey = { 0 };

  journey_start (&journey, "pokemon");
  journey_expect (&journey, "Names from the web");
  journey_read_on_to (&journey, 2, 4);
  fetch_names (&journey);
  journey_read_on_to (&journey, 5, 6);
  race (&journey);
  journey_read_on_to (&journey, 7, 8);
  journey_quit (&journey);
  journey_end (&journey);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/pokemon", test_pokemon);
}
