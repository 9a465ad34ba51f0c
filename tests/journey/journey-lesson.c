/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-lesson.h"

#define TRAFFIC_LIGHT "three lamps"
#define N_PICTURES 9

void
journey_read_on (Journey *journey, guint section)
{
  g_autofree char *number = g_strdup_printf ("Section %u of ", section);
  g_autoptr (Node) dot = journey_wait_for (journey, journey_has_text, number);
  g_autofree char *name = atspi_accessible_get_name (dot, NULL);
  g_autoptr (Node) heading = NULL;

  journey_click (journey, "Next");
  heading = journey_wait_for (journey, journey_is_heading, strstr (name, ": ") + 2);
  journey_print_turns (journey, name);
}

void
journey_read_on_to (Journey *journey, guint from, guint to)
{
  for (guint section = from; section <= to; section++)
    journey_read_on (journey, section);
}

void
journey_expect_question (Journey *journey)
{
  g_autoptr (Node) skip = journey_wait_for (journey, journey_is_ready_button, "Skip");

  g_assert_false (journey_is_there (journey, journey_is_ready_button, "Run"));
}

void
journey_run (Journey *journey, guint number)
{
  g_autofree char *past = g_strdup_printf ("Run %u: left", number);

  journey_print_turns (journey, "before the run");
  journey_click (journey, "Run");
  journey_expect (journey, past);
  journey_wait_until_gone (journey, journey_is_ready_button, "Stop");
  journey_print_turns (journey, "run");
}

void
journey_expect_marked (Journey *journey)
{
  journey_expect (journey, "Measured in this run: ");
  if (journey_is_there (journey, journey_is_named, "Right, as you said"))
    return;
  journey_expect (journey, "Your answer");
  journey_expect (journey, "Right in this run");
}

void
journey_expect_described (Journey *journey, const char *text)
{
  g_autoptr (Node) node = journey_wait_for (journey, journey_is_described, text);

  g_assert_nonnull (node);
}

void
journey_expect_pressed (Journey *journey, const char *name)
{
  g_autoptr (Node) node = journey_wait_for (journey, journey_is_pressed_button, name);

  g_assert_nonnull (node);
}

gboolean
journey_has_python (void)
{
  g_autoptr (GSubprocess) python
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "python3", "-c",
                        "import sys; sys.exit(sys.version_info < (3, 9))", NULL);

  return python != NULL && g_subprocess_wait_check (python, NULL, NULL);
}

void
journey_solve_captcha (Journey *journey)
{
  for (guint i = 1; i <= N_PICTURES; i++)
    {
      g_autofree char *number = g_strdup_printf ("Picture %u: ", i);
      g_autoptr (Node) picture = journey_wait_for (journey, journey_has_text, number);
      g_autofree char *name = atspi_accessible_get_name (picture, NULL);

      if (strstr (name, TRAFFIC_LIGHT) == NULL)
        continue;
      journey_click (journey, name);
      journey_expect_pressed (journey, name);
    }
  journey_click (journey, "Verify");
}
