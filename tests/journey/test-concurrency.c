/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-lesson.h"

#define SLOWEST "1/100×"

static gboolean
is_slowest (Node *node, const char *text)
{
  return journey_is_list (node, text) && journey_holds (node, SLOWEST);
}

/* So slowly that the replay does not come to its end before it is paused. */
static void
replay_slowly (Journey *journey)
{
  const char *speeds = "Speed of the replay";

  journey_focus_window ();
  journey_focus_within (journey, journey_is_list, speeds);
  journey_press ("space");
  journey_press ("End");
  journey_press ("Return");
  g_object_unref (journey_wait_for (journey, is_slowest, speeds));
}

/* Open, read on, predict, run, read the sentence, replay, look at the table, go on, quit. */
static void
test_concurrency (void)
{
  Journey journey = { 0 };
  g_autofree char *progress = NULL;

  journey_start (&journey, "concurrency");
  journey_expect (&journey, "Concurrency and parallelism");

  /* Read on to the page that asks for a prediction. */
  journey_read_on_to (&journey, 2, 4);
  journey_expect_question (&journey);

  /* Predict by the keyboard: move the flag on the right timeline. */
  journey_focus_window ();
  journey_focus_by_tab (&journey, "Right timeline");
  for (guint i = 0; i < 5; i++)
    journey_press ("Right");

  /* Run, and read what happened. */
  journey_run (&journey, 1);
  journey_expect (&journey, "You said");
  journey_expect (&journey, "CPU time");

  /* Replay. */
  replay_slowly (&journey);
  journey_click (&journey, "Play");
  journey_click (&journey, "Pause");
  journey_click (&journey, "Next event");

  /* The same as a table. */
  journey_click (&journey, "Show as table");
  {
    g_autoptr (Node) table = journey_wait_for (&journey, journey_is_table, "a table");

    g_assert_nonnull (table);
  }
  journey_click (&journey, "Show as table");

  /* On to the next section, by the keyboard, and out. */
  journey_press ("alt+Right");
  journey_expect (&journey, "A little of A, a little of B");
  journey_quit (&journey);

  /* What the learner said is kept. */
  progress = journey_read_progress (&journey);
  g_assert_nonnull (strstr (progress, "parallel-end"));
  journey_end (&journey);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/concurrency", test_concurrency);
}
