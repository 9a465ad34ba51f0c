/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-lesson.h"

#define DEFINITION "More than one task is under way"

/* The first of what was found: the lessons' own rows have names that begin with "Lesson". */
static gboolean
is_result (Node *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_LIST_ITEM
         && !journey_has_text (node, "Lesson ") && journey_holds (node, text);
}

static gboolean
is_entry (Node *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_ENTRY && journey_is_named (node, text);
}

static gboolean
is_undo (Node *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_PUSH_BUTTON
         && journey_has_text (node, text);
}

/* The link is in a text: Tab goes to it, Enter follows it. */
static void
look_up (Journey *journey)
{
  journey_focus_by_tab (journey, "Is more than one task under way?");
  journey_press ("Return");
  journey_expect (journey, DEFINITION);
  journey_press ("Escape");
  journey_wait_until_gone (journey, journey_has_text, DEFINITION);
}

/* Enter takes the first of what was found. */
static void
search (Journey *journey)
{
  g_autoptr (Node) row = NULL;
  g_autofree char *section = NULL;
  g_autoptr (Node) heading = NULL;

  journey_press ("ctrl+f");
  journey_wait_for_focus (journey, is_entry, "Search the course");
  journey_type ("captcha");
  row = journey_wait_for (journey, is_result, "CAPTCHA");
  section = atspi_accessible_get_name (row, NULL);
  journey_press ("Return");
  heading = journey_wait_for (journey, journey_is_heading, section);
}

static void
open_preferences (Journey *journey)
{
  g_autoptr (Node) window = NULL;

  journey_press ("ctrl+comma");
  window = journey_wait_for (journey, journey_is_window, "Preferences");
  journey_expect (journey, "Text size in percent");
  journey_press ("Escape");
  journey_wait_until_gone (journey, journey_is_window, "Preferences");
}

static void
reset_progress (Journey *journey)
{
  g_autoptr (Node) item = NULL;
  g_autoptr (Node) undo = NULL;
  g_autoptr (Action) action = NULL;

  journey_expect (journey, "2 sections seen");
  journey_press ("F10");
  item = journey_wait_for (journey, journey_is_menu_item, "Reset progress");
  journey_press ("r");
  journey_expect (journey, "Progress was reset");
  journey_wait_until_gone (journey, journey_is_named, "2 sections seen");
  undo = journey_wait_for (journey, is_undo, "Undo");
  action = atspi_accessible_get_action_iface (undo);
  g_assert_true (atspi_action_do_action (action, 0, NULL));
  journey_expect (journey, "2 sections seen");
}

/* What is there in every lesson. */
static void
test_window (void)
{
  Journey journey = { 0 };

  journey_start (&journey, "concurrency");
  journey_expect (&journey, "What this lesson is about");
  journey_focus_window ();
  look_up (&journey);
  journey_read_on (&journey, 2);
  reset_progress (&journey);
  open_preferences (&journey);
  search (&journey);
  journey_quit (&journey);
  journey_end (&journey);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/window", test_window);
}
