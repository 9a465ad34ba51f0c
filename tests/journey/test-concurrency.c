/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole ways through the lessons, as somebody goes them who uses the program by its accessibility tree
 * and the keyboard alone. */

#include "journey.h"

/* Open, read on, predict, run, read the sentence, replay, look at the table, go on, quit. */
static void
test_lesson_1 (void)
{
  Journey journey = { 0 };

  g_autofree char *progress = NULL;

  journey_start (&journey, "concurrency");
  journey_expect (&journey, "Concurrency and parallelism");

  /* Read on to the page that asks for a prediction. */
  for (guint section = 2; section <= 4; section++)
    journey_read_on (&journey, section);
  {
    g_autoptr (Node) skip = journey_wait_for (&journey, journey_is_button, "Skip");
    g_autoptr (Node) run = journey_wait_for (&journey, journey_is_button, "Run");

    /* Run waits for the prediction. */
    g_assert_false (journey_has_state (run, ATSPI_STATE_SENSITIVE));
  }

  /* Predict by the keyboard: move the flag on the right timeline. */
  journey_focus_window ();
  journey_focus_by_tab (&journey, "Right timeline");
  for (guint i = 0; i < 5; i++)
    journey_press ("Right");

  /* Run, and read what happened. */
  journey_click (&journey, "Run");
  journey_wait_until_gone (&journey, journey_is_ready_button, "Stop");
  journey_expect (&journey, "You said");
  journey_expect (&journey, "CPU time");

  /* Replay. */
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
  g_test_init (&argc, &argv, NULL);
  atspi_init ();
  g_test_add_func ("/journey/lesson-1", test_lesson_1);
  return g_test_run ();
}
