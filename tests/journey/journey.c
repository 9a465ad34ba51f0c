/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey.h"

#include <stdio.h>

#include "journey-hands.h"

/* Under a sanitizer, with others at work on the machine, a long run takes its time. */
#define DEADLINE_S 90

gboolean
journey_has_text (Node *node, const char *text)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  return name != NULL && strstr (name, text) != NULL;
}

gboolean
journey_is_named (Node *node, const char *text)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  return g_strcmp0 (name, text) == 0;
}

gboolean
journey_has_state (Node *node, AtspiStateType state)
{
  g_autoptr (States) states = atspi_accessible_get_state_set (node);

  return states != NULL && atspi_state_set_contains (states, state);
}

gboolean
journey_is_described (Node *node, const char *text)
{
  g_autofree char *description = atspi_accessible_get_description (node, NULL);

  return description != NULL && strstr (description, text) != NULL;
}

gboolean
journey_is_table (Node *node, const char *text G_GNUC_UNUSED)
{
  AtspiRole role = atspi_accessible_get_role (node, NULL);

  return role == ATSPI_ROLE_TABLE || role == ATSPI_ROLE_TREE_TABLE;
}

gboolean
journey_is_button (Node *node, const char *text)
{
  AtspiRole role = atspi_accessible_get_role (node, NULL);

  return (role == ATSPI_ROLE_PUSH_BUTTON || role == ATSPI_ROLE_TOGGLE_BUTTON)
         && journey_is_named (node, text);
}

gboolean
journey_is_ready_button (Node *node, const char *text)
{
  return journey_is_button (node, text) && journey_has_state (node, ATSPI_STATE_SENSITIVE);
}

gboolean
journey_is_pressed_button (Node *node, const char *text)
{
  return journey_is_button (node, text)
         && (journey_has_state (node, ATSPI_STATE_PRESSED)
             || journey_has_state (node, ATSPI_STATE_CHECKED));
}

/* What can be checked: one of several answers, or a switch, whose role is newer than GTK 4.8. */
gboolean
journey_is_check (Node *node, const char *text)
{
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);
  const char *const roles[] = { "check box", "radio button", "switch", NULL };

  return role != NULL && g_strv_contains (roles, role) && journey_is_named (node, text);
}

gboolean
journey_is_heading (Node *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_HEADING && journey_is_named (node, text);
}

gboolean
journey_is_slider (Node *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_SLIDER && journey_is_named (node, text);
}

gboolean
journey_is_number (Node *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_SPIN_BUTTON
         && journey_is_named (node, text);
}

gboolean
journey_is_list (Node *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_COMBO_BOX && journey_is_named (node, text);
}

gboolean
journey_is_menu_item (Node *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_MENU_ITEM
         && journey_is_named (node, text);
}

gboolean
journey_is_window (Node *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_FRAME && journey_is_named (node, text);
}

gboolean
journey_is_text (Node *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_TEXT && journey_is_named (node, text);
}

/* The first node in the order of the tree that matches. What is hidden is passed over with all that it
 * holds; GTK 4.8 says of no widget but the window that it is showing. */
static Node *
find (Node *node, Match match, const char *text, guint depth)
{
  int n_children;

  if (node == NULL || depth > 50)
    return NULL;
  atspi_accessible_clear_cache (node);
  if (depth > 0 && !journey_has_state (node, ATSPI_STATE_VISIBLE))
    return NULL;
  if (match (node, text))
    return g_object_ref (node);
  /* A table is found, but not searched: it may have any number of rows. */
  if (journey_is_table (node, NULL))
    return NULL;

  n_children = atspi_accessible_get_child_count (node, NULL);
  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (Node) child = atspi_accessible_get_child_at_index (node, i, NULL);
      Node *found = find (child, match, text, depth + 1);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
journey_holds (Node *node, const char *text)
{
  g_autoptr (Node) found = find (node, journey_has_text, text, 0);

  return found != NULL;
}

static Node *
find_application (void)
{
  Node *desktop = atspi_get_desktop (0);
  Node *found = NULL;

  atspi_accessible_clear_cache (desktop);
  for (int i = 0; found == NULL && i < atspi_accessible_get_child_count (desktop, NULL); i++)
    {
      g_autoptr (Node) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && journey_is_named (child, "interleave")
          && atspi_accessible_get_child_count (child, NULL) > 0)
        found = g_steal_pointer (&child);
    }
  g_object_unref (desktop);
  return found;
}

static void
dump (Node *node, guint depth)
{
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;
  g_autofree char *description = NULL;

  if (node == NULL || depth > 50)
    return;
  name = atspi_accessible_get_name (node, NULL);
  role = atspi_accessible_get_role_name (node, NULL);
  description = atspi_accessible_get_description (node, NULL);
  g_printerr ("# %*s[%s] %s%s%s%s\n", depth * 2, "", role, name,
              description != NULL && description[0] != '\0' ? " — " : "",
              description != NULL ? description : "",
              journey_has_state (node, ATSPI_STATE_VISIBLE) ? "" : " (hidden)");
  if (journey_is_table (node, NULL))
    return;
  for (int i = 0; i < atspi_accessible_get_child_count (node, NULL); i++)
    {
      g_autoptr (Node) child = atspi_accessible_get_child_at_index (node, i, NULL);

      dump (child, depth + 1);
    }
}

/* Waits until a node is there; fails with the whole tree printed when it does not come. */
Node *
journey_wait_for (Journey *journey, Match match, const char *text)
{
  gint64 end_us = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end_us)
    {
      Node *found = find (journey->application, match, text, 0);

      if (found != NULL)
        return found;
      g_usleep (50000);
    }
  dump (journey->application, 0);
  g_error ("“%s” did not appear", text);
}

void
journey_wait_until_gone (Journey *journey, Match match, const char *text)
{
  gint64 end_us = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end_us)
    {
      g_autoptr (Node) found = find (journey->application, match, text, 0);

      if (found == NULL)
        return;
      g_usleep (50000);
    }
  g_error ("“%s” did not go away", text);
}

void
journey_wait_for_state (Node *node, AtspiStateType state)
{
  gint64 end_us = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;

  while (!journey_has_state (node, state))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_usleep (50000);
      atspi_accessible_clear_cache (node);
    }
}

gboolean
journey_is_there (Journey *journey, Match match, const char *text)
{
  g_autoptr (Node) node = find (journey->application, match, text, 0);

  return node != NULL;
}

void
journey_expect (Journey *journey, const char *text)
{
  g_autoptr (Node) node = journey_wait_for (journey, journey_has_text, text);

  g_assert_nonnull (node);
}

/* The accessibility library warns while applications come and go; that is no fault of this program. */
static void
pass_over (const char *domain G_GNUC_UNUSED,
           GLogLevelFlags level G_GNUC_UNUSED,
           const char *message G_GNUC_UNUSED,
           gpointer data G_GNUC_UNUSED)
{
}

static gboolean
is_fatal (const char *domain,
          GLogLevelFlags level G_GNUC_UNUSED,
          const char *message G_GNUC_UNUSED,
          gpointer data G_GNUC_UNUSED)
{
  return g_strcmp0 (domain, "dbind") != 0;
}

static char *
get_turns_path (Journey *journey)
{
  return g_build_filename (journey->data_folder, "turns", NULL);
}

/* One line of what the program says of its turns. */
typedef struct
{
  gint64 clock_us;
  gint64 work_us;
  const char *source;
} Turn;

/* Returns: whether @line is whole. */
static gboolean
read_turn (const char *line, Turn *turn)
{
  gint64 end_us;
  int source = 0;

  if (sscanf (line, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "%n", &end_us,
              &turn->clock_us, &turn->work_us, &source)
      != 3)
    return FALSE;
  turn->source = line + source;
  return TRUE;
}

static void
print_turn (const char *phase, const char *what, const Turn *turn)
{
  if (turn->source != NULL)
    g_test_message ("%s: longest %s: %.1f ms of work in %.1f ms, for:%s", phase, what,
                    turn->work_us / 1000.0, turn->clock_us / 1000.0, turn->source);
}

void
journey_print_turns (Journey *journey, const char *phase)
{
  g_autofree char *path = get_turns_path (journey);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Turn turn, longest = { 0 }, longest_frame = { 0 };
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return;
  lines = g_strsplit (text + MIN (journey->n_turns_read, length), "\n", -1);
  journey->n_turns_read = length;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!read_turn (lines[i], &turn))
        continue;
      if (turn.work_us > longest.work_us)
        longest = turn;
      if (strstr (turn.source, "frame_clock") != NULL && turn.work_us > longest_frame.work_us)
        longest_frame = turn;
    }
  print_turn (phase, "turn", &longest);
  print_turn (phase, "frame", &longest_frame);
}

void
journey_start (Journey *journey, const char *lesson)
{
  g_autofree char *option = g_strconcat ("--lesson=", lesson, NULL);
  g_autofree char *turns = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;
  gint64 end_us = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;

  g_log_set_handler ("dbind", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, pass_over, NULL);
  g_test_log_set_fatal_handler (is_fatal, NULL);
  journey->data_folder = g_dir_make_tmp ("interleave-journey-XXXXXX", &error);
  g_assert_no_error (error);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", journey->data_folder, TRUE);
  turns = get_turns_path (journey);
  g_subprocess_launcher_setenv (launcher, "INTERLEAVE_TURNS", turns, TRUE);
  journey->process
    = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("ILV_PROGRAM"), option, NULL);
  g_assert_no_error (error);
  while (journey->application == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      journey->application = find_application ();
      g_usleep (50000);
    }
  journey_print_turns (journey, "start");
}

static void
delete_folder (const char *path)
{
  g_autoptr (GSubprocess) process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-r", path, NULL);

  g_subprocess_wait (process, NULL, NULL);
}

void
journey_quit (Journey *journey)
{
  journey_print_turns (journey, "before the end");
  journey_press ("ctrl+q");
  g_assert_true (g_subprocess_wait_check (journey->process, NULL, NULL));
  g_clear_object (&journey->process);
}

void
journey_end (Journey *journey)
{
  delete_folder (journey->data_folder);
  g_clear_pointer (&journey->data_folder, g_free);
  g_clear_object (&journey->application);
}

char *
journey_read_progress (Journey *journey)
{
  g_autofree char *path
    = g_build_filename (journey->data_folder, "interleave", "progress.ini", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

int
journey_main (int argc, char *argv[], const char *name, GTestFunc test)
{
  g_test_init (&argc, &argv, NULL);
  atspi_init ();
  g_test_add_func (name, test);
  return g_test_run ();
}
