/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One lesson, from its first section to its last, by the keyboard and the accessibility tree alone: everything
 * that can be used is named and reached, and what a run brought is told. The lesson is the last argument. */

#include "journey-audit.h"
#include "journey-lesson.h"

#include <stdio.h>

static const char *lesson;

/* The first dot says how many there are. */
static guint
count_sections (Journey *journey)
{
  g_autoptr (Node) dot = journey_wait_for (journey, journey_has_text, "Section 1 of ");
  g_autofree char *name = atspi_accessible_get_name (dot, NULL);
  guint n_sections = 0;

  g_assert_cmpint (sscanf (name, "Section 1 of %u: ", &n_sections), ==, 1);
  return n_sections;
}

/* Whether one of the lines that were told stands on the page too, to be read again. */
static gboolean
is_on_page (Journey *journey, const char *told)
{
  g_auto (GStrv) lines = g_strsplit (told, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* Its first sentence, if results follow it. */
      char *end = strstr (lines[i], ". ");
      g_autofree char *sentence = g_strndup (lines[i], end != NULL ? (gsize) (end - lines[i]) : strlen (lines[i]));

      if (sentence[0] != '\0' && journey_is_there (journey, journey_has_text, sentence))
        {
          g_test_message ("told: %s", lines[i]);
          return TRUE;
        }
      g_test_message ("not of a run: %s", lines[i]);
    }
  return FALSE;
}

/* Other descriptions may change too, such as a button's; what the run brought must be among them. */
static void
run_by (Journey *journey, const char *button)
{
  gboolean is_heard = FALSE;

  journey_focus_window ();
  journey_focus (journey, journey_is_ready_button, button);
  journey_audit_forget_words ();
  journey_press ("space");
  while (journey_is_there (journey, journey_is_ready_button, "Stop") || !is_heard)
    {
      g_autofree char *told = journey_audit_dup_words ();

      if (told != NULL)
        is_heard = is_on_page (journey, told) || is_heard;
      else if (journey_is_there (journey, journey_is_named, JOURNEY_CAPTCHA))
        {
          /* Nothing is told of the run until this is done. */
          journey_solve_captcha (journey);
          journey_wait_until_gone (journey, journey_is_named, JOURNEY_CAPTCHA);
          is_heard = FALSE;
        }
    }
}

/* Returns how much there is to run. */
static guint
try_experiments (Journey *journey)
{
  static const char *const buttons[] = { "Run", "Measure" };
  guint n_runs = 0;

  if (journey_is_there (journey, journey_is_ready_button, "Skip"))
    {
      g_autoptr (Node) run = NULL;

      journey_click (journey, "Skip");
      run = journey_wait_for (journey, journey_is_ready_button, "Run");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (journey_is_there (journey, journey_is_ready_button, buttons[i]))
      {
        run_by (journey, buttons[i]);
        n_runs++;
      }
  return n_runs;
}

static void
test_lesson (void)
{
  Journey journey = { 0 };
  guint n_sections, n_runs, n_all = 0;

  journey_audit_listen ();
  journey_start (&journey, lesson);
  n_sections = count_sections (&journey);
  for (guint i = 1; i <= n_sections; i++)
    {
      if (i > 1)
        journey_read_on (&journey, i);
      g_test_message ("section %u", i);
      journey_focus_window ();
      journey_audit_names (&journey);
      journey_audit_focus (&journey);
      n_runs = try_experiments (&journey);
      n_all += n_runs;
      if (n_runs > 0)
        journey_audit_names (&journey);
    }
  g_assert_cmpuint (n_all, >, 0);
  journey_quit (&journey);
  journey_end (&journey);
}

int
main (int argc, char *argv[])
{
  lesson = argv[argc - 1];
  return journey_main (argc - 1, argv, "/journey/everyone", test_lesson);
}
