/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-hands.h"

/* More than there are on any page. */
#define MAX_TABS 200
#define MAX_ANSWERS 8

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiValue, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

static gboolean
is_focused (Node *node)
{
  atspi_accessible_clear_cache (node);
  return journey_has_state (node, ATSPI_STATE_FOCUSED);
}

static void
act (Node *node)
{
  g_autoptr (Action) action = atspi_accessible_get_action_iface (node);

  g_assert_nonnull (action);
  g_assert_true (atspi_action_do_action (action, 0, NULL));
}

void
journey_click (Journey *journey, const char *name)
{
  g_autoptr (Node) button = journey_wait_for (journey, journey_is_ready_button, name);

  act (button);
}

static void
run_xdotool (const char *command, const char *option, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) xdotool
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", command, option, text, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (xdotool, NULL, &error));
  g_assert_no_error (error);
}

void
journey_press (const char *keys)
{
  run_xdotool ("key", "--clearmodifiers", keys);
}

void
journey_type (const char *text)
{
  run_xdotool ("type", "--delay=15", text);
}

void
journey_focus_window (void)
{
  g_autoptr (GSubprocess) xdotool
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL, "xdotool", "search", "--sync",
                        "--onlyvisible", "--class", "interleave", "windowfocus", "--sync", NULL);

  g_assert_nonnull (xdotool);
  g_subprocess_wait (xdotool, NULL, NULL);
}

/* Whether it has the focus and keeps it: an earlier press of a key may still be on its way. */
static gboolean
has_come_to (Node *node)
{
  if (!is_focused (node))
    return FALSE;
  g_usleep (100000);
  return is_focused (node);
}

static gboolean
has_come_to_one_of (Node *parent)
{
  int n_children = atspi_accessible_get_child_count (parent, NULL);

  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (Node) child = atspi_accessible_get_child_at_index (parent, i, NULL);

      if (child != NULL && has_come_to (child))
        return TRUE;
    }
  return FALSE;
}

static void
press_until (const char *key, guint max, gboolean (*is_done) (Node *node), Node *node)
{
  for (guint i = 0; i < max; i++)
    {
      if (is_done (node))
        return;
      journey_press (key);
      g_usleep (30000);
    }
  g_error ("%s did not move the focus to where it should be", key);
}

/* GTK 4.8 lets nobody set the focus through the tree, so walk there as a person does. */
void
journey_focus (Journey *journey, Match match, const char *text)
{
  g_autoptr (Node) node = journey_wait_for (journey, match, text);

  press_until ("Tab", MAX_TABS, has_come_to, node);
}

void
journey_focus_by_tab (Journey *journey, const char *text)
{
  journey_focus (journey, journey_has_text, text);
}

/* Presses Tab until a part of it has the focus, such as the button of a list. */
void
journey_focus_within (Journey *journey, Match match, const char *text)
{
  g_autoptr (Node) node = journey_wait_for (journey, match, text);

  press_until ("Tab", MAX_TABS, has_come_to_one_of, node);
}

void
journey_wait_for_focus (Journey *journey, Match match, const char *text)
{
  g_autoptr (Node) node = journey_wait_for (journey, match, text);

  journey_wait_for_state (node, ATSPI_STATE_FOCUSED);
}

void
journey_choose (Journey *journey, const char *answer)
{
  g_autoptr (Node) node = journey_wait_for (journey, journey_is_check, answer);
  g_autoptr (Node) group = atspi_accessible_get_parent (node, NULL);

  /* Tab enters the group; the arrow keys move in it. */
  journey_focus_window ();
  press_until ("Tab", MAX_TABS, has_come_to_one_of, group);
  press_until ("Down", MAX_ANSWERS, has_come_to, node);
  journey_press ("space");
  journey_wait_for_state (node, ATSPI_STATE_CHECKED);
}

void
journey_toggle (Journey *journey, const char *name)
{
  g_autoptr (Node) node = journey_wait_for (journey, journey_is_check, name);

  act (node);
}

void
journey_set_value (Journey *journey, Match match, const char *name, double value)
{
  g_autoptr (Node) node = journey_wait_for (journey, match, name);
  g_autoptr (AtspiValue) slider = atspi_accessible_get_value_iface (node);

  g_assert_nonnull (slider);
  g_assert_true (atspi_value_set_current_value (slider, value, NULL));
}

char *
journey_dup_text (Journey *journey, const char *name)
{
  g_autoptr (Node) node = journey_wait_for (journey, journey_is_text, name);
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (node);

  g_assert_nonnull (text);
  return atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
}
