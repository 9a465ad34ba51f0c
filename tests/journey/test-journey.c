/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One whole way through lesson 1, as somebody goes it who uses the program by its accessibility tree
 * and the keyboard alone: open, read on, predict, run, read the sentence, replay, look at the table,
 * go on, quit. The program is the real one, in a process of its own. */

#include <atspi/atspi.h>
#include <gio/gio.h>

#define DEADLINE_S 60

/* Names of our own, since not every version of the library says how its objects are freed. */
typedef AtspiAccessible Node;
typedef AtspiStateSet States;
typedef AtspiAction Action;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Node, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (States, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Action, g_object_unref)

typedef struct
{
  GSubprocess *process;
  Node *application;
  char *data_folder;
} Journey;

typedef gboolean (*Match) (Node *node, const char *text);

static gboolean
has_text (Node *node, const char *text)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  return name != NULL && strstr (name, text) != NULL;
}

static gboolean
is_named (Node *node, const char *text)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  return g_strcmp0 (name, text) == 0;
}

static gboolean
has_state (Node *node, AtspiStateType state)
{
  g_autoptr (States) states = atspi_accessible_get_state_set (node);

  return states != NULL && atspi_state_set_contains (states, state);
}

static gboolean
is_table (Node *node, const char *text G_GNUC_UNUSED)
{
  AtspiRole role = atspi_accessible_get_role (node, NULL);

  return role == ATSPI_ROLE_TABLE || role == ATSPI_ROLE_TREE_TABLE;
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
  if (depth > 0 && !has_state (node, ATSPI_STATE_VISIBLE))
    return NULL;
  if (match (node, text))
    return g_object_ref (node);
  /* A table is found, but not searched: it may have any number of rows. */
  if (is_table (node, NULL))
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

static Node *
find_application (void)
{
  Node *desktop = atspi_get_desktop (0);
  Node *found = NULL;

  atspi_accessible_clear_cache (desktop);
  for (int i = 0; found == NULL && i < atspi_accessible_get_child_count (desktop, NULL); i++)
    {
      g_autoptr (Node) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && is_named (child, "interleave")
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

  if (node == NULL || depth > 50)
    return;
  name = atspi_accessible_get_name (node, NULL);
  role = atspi_accessible_get_role_name (node, NULL);
  g_printerr ("# %*s[%s] %s%s\n", depth * 2, "", role, name,
              has_state (node, ATSPI_STATE_VISIBLE) ? "" : " (hidden)");
  if (is_table (node, NULL))
    return;
  for (int i = 0; i < atspi_accessible_get_child_count (node, NULL); i++)
    {
      g_autoptr (Node) child = atspi_accessible_get_child_at_index (node, i, NULL);

      dump (child, depth + 1);
    }
}

/* Waits until a node is there; fails with the whole tree printed when it does not come. */
static Node *
wait_for (Journey *journey, Match match, const char *text)
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

static void
wait_until_gone (Journey *journey, Match match, const char *text)
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

static gboolean
is_button (Node *node, const char *text)
{
  AtspiRole role = atspi_accessible_get_role (node, NULL);

  return (role == ATSPI_ROLE_PUSH_BUTTON || role == ATSPI_ROLE_TOGGLE_BUTTON)
         && is_named (node, text);
}

static gboolean
is_ready_button (Node *node, const char *text)
{
  return is_button (node, text) && has_state (node, ATSPI_STATE_SENSITIVE);
}

static void
click (Journey *journey, const char *name)
{
  g_autoptr (Node) button = wait_for (journey, is_ready_button, name);
  g_autoptr (Action) action = atspi_accessible_get_action_iface (button);

  g_assert_nonnull (action);
  g_assert_true (atspi_action_do_action (action, 0, NULL));
}

static gboolean
is_heading (Node *node, const char *text)
{
  return atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_HEADING && is_named (node, text);
}

/* Clicks "Next" and waits for the section of that number. Its title is told by its page dot. */
static void
read_on (Journey *journey, guint section)
{
  g_autofree char *number = g_strdup_printf ("Section %u of ", section);
  g_autoptr (Node) dot = wait_for (journey, has_text, number);
  g_autofree char *name = atspi_accessible_get_name (dot, NULL);
  g_autoptr (Node) heading = NULL;

  click (journey, "Next");
  heading = wait_for (journey, is_heading, strstr (name, ": ") + 2);
}

static void
expect (Journey *journey, const char *text)
{
  g_autoptr (Node) node = wait_for (journey, has_text, text);

  g_assert_nonnull (node);
}

static void
press (const char *keys)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) xdotool = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool",
                                                      "key", "--clearmodifiers", keys, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (xdotool, NULL, &error));
  g_assert_no_error (error);
}

static void
focus_window (void)
{
  g_autoptr (GSubprocess) xdotool
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL, "xdotool", "search", "--sync",
                        "--onlyvisible", "--class", "interleave", "windowfocus", "--sync", NULL);

  g_assert_nonnull (xdotool);
  g_subprocess_wait (xdotool, NULL, NULL);
}

/* GTK 4.8 lets nobody set the focus through the tree, so walk there as a person does. */
static void
focus_by_tab (Journey *journey, const char *text)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (Node) node = wait_for (journey, has_text, text);

      if (has_state (node, ATSPI_STATE_FOCUSED))
        return;
      press ("Tab");
      g_usleep (50000);
    }
  g_error ("“%s” did not get the focus", text);
}

static void
start (Journey *journey)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;
  gint64 end_us = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;

  journey->data_folder = g_dir_make_tmp ("interleave-journey-XXXXXX", &error);
  g_assert_no_error (error);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", journey->data_folder, TRUE);
  journey->process
    = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("ILV_PROGRAM"), NULL);
  g_assert_no_error (error);
  while (journey->application == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      journey->application = find_application ();
      g_usleep (50000);
    }
}

static void
delete_folder (const char *path)
{
  g_autoptr (GSubprocess) process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-r", path, NULL);

  g_subprocess_wait (process, NULL, NULL);
}

/* The accessibility library warns while applications come and go; that is no fault of this program. */
static gboolean
is_fatal (const char *domain,
          GLogLevelFlags level G_GNUC_UNUSED,
          const char *message G_GNUC_UNUSED,
          gpointer data G_GNUC_UNUSED)
{
  return g_strcmp0 (domain, "dbind") != 0;
}

static void
test_lesson_1 (void)
{
  Journey journey = { 0 };

  g_test_log_set_fatal_handler (is_fatal, NULL);

  start (&journey);
  expect (&journey, "Concurrency and parallelism");

  /* Read on to the page that asks for a prediction. */
  for (guint section = 2; section <= 4; section++)
    read_on (&journey, section);
  {
    g_autoptr (Node) skip = wait_for (&journey, is_button, "Skip");
    g_autoptr (Node) run = wait_for (&journey, is_button, "Run");

    /* Run waits for the prediction. */
    g_assert_false (has_state (run, ATSPI_STATE_SENSITIVE));
  }

  /* Predict by the keyboard: move the flag on the right timeline. */
  focus_window ();
  focus_by_tab (&journey, "Right timeline");
  for (guint i = 0; i < 5; i++)
    press ("Right");

  /* Run, and read what happened. */
  click (&journey, "Run");
  wait_until_gone (&journey, is_ready_button, "Stop");
  expect (&journey, "You said");
  expect (&journey, "CPU time");

  /* Replay. */
  click (&journey, "Play");
  click (&journey, "Pause");
  click (&journey, "Next event");

  /* The same as a table. */
  click (&journey, "Show as table");
  {
    g_autoptr (Node) table = wait_for (&journey, is_table, "a table");

    g_assert_nonnull (table);
  }
  click (&journey, "Show as table");

  /* On to the next section, by the keyboard, and out. */
  press ("alt+Right");
  expect (&journey, "A little of A, a little of B");
  press ("ctrl+q");
  g_assert_true (g_subprocess_wait_check (journey.process, NULL, NULL));

  {
    /* What the learner said is kept. */
    g_autofree char *path
      = g_build_filename (journey.data_folder, "interleave", "progress.ini", NULL);
    g_autofree char *text = NULL;

    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    g_assert_nonnull (strstr (text, "parallel-end"));
  }
  delete_folder (journey.data_folder);
  g_free (journey.data_folder);
  g_clear_object (&journey.application);
  g_clear_object (&journey.process);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  atspi_init ();
  g_test_add_func ("/journey/lesson-1", test_lesson_1);
  return g_test_run ();
}
