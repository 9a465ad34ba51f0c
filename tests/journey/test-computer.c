/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-lesson.h"

#include <stdio.h>

/* The sentence that the live figures end with. */
static gboolean
tells_tasks (Node *node, const char *text G_GNUC_UNUSED)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  guint n_tasks = 0;

  return name != NULL && sscanf (name, "Right now %u tasks exist.", &n_tasks) == 1 && n_tasks > 1;
}

/* Look at the live figures, measure the speedup, paint the picture. */
static void
test_computer (void)
{
  Journey journey = { 0 };

  journey_start (&journey, "computer");
  journey_expect (&journey, "Not one or the other");
  journey_read_on (&journey, 2);
  journey_expect (&journey, "This computer has ");
  journey_expect (&journey, "Core 0");
  g_object_unref (journey_wait_for (&journey, tells_tasks, "how many tasks exist"));

  journey_read_on_to (&journey, 3, 6);
  journey_expect (&journey, "Nothing has been measured yet.");
  journey_click (&journey, "Measure");
  journey_wait_until_gone (&journey, journey_is_named, "Nothing has been measured yet.");
  journey_wait_until_gone (&journey, journey_is_ready_button, "Stop");
  if (g_get_num_processors () > 1)
    journey_expect (&journey, "times as fast; measured: ");
  journey_expect_described (&journey, "; Measured ");

  journey_read_on (&journey, 7);
  journey_expect_question (&journey);
  journey_click (&journey, "Skip");
  journey_run (&journey, 1);
  journey_expect_described (&journey, "16 of 16 tiles are finished.");

  journey_read_on (&journey, 8);
  journey_quit (&journey);
  journey_end (&journey);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/computer", test_computer);
}
