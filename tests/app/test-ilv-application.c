/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-application.h"
#include "ilv-audience-window.h"
#include "ilv-window.h"
#include "ui-test-home.h"

typedef struct
{
  IlvApplication *application;
  char *lesson;
  guint n_windows;
  gboolean has_audience;
} Run;

/* When the command line has been dealt with. */
static gboolean
on_idle (gpointer data)
{
  Run *run = data;
  GtkApplication *application = GTK_APPLICATION (run->application);
  GList *windows = gtk_application_get_windows (application);
  IlvLesson *lesson;

  run->n_windows = g_list_length (windows);
  g_assert_true (ILV_IS_WINDOW (windows->data));
  lesson = ilv_window_get_lesson (windows->data);

  /* The first start is a welcome. */
  run->lesson = g_strdup (lesson != NULL ? ilv_lesson_get_id (lesson) : "none");
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

/* Runs the application with that option on its command line. */
static int
run_with_option (Run *run, const char *name, const char *value, GSourceFunc when_idle)
{
  g_autofree char *option = g_strdup_printf ("--%s=%s", name, value != NULL ? value : "");
  char *arguments[] = { (char *) "interleave", option, NULL };
  int status;

  run->application = ilv_application_new ();
  g_application_set_flags (G_APPLICATION (run->application),
                           g_application_get_flags (G_APPLICATION (run->application)) |
                             G_APPLICATION_NON_UNIQUE);
  g_idle_add (when_idle, run);
  status = g_application_run (G_APPLICATION (run->application), value != NULL ? 2 : 1, arguments);
  return status;
}

static int
run_application (Run *run, const char *lesson)
{
  return run_with_option (run, "lesson", lesson, on_idle);
}

static void
finish (Run *run, const char *lesson)
{
  GtkWindow *window;

  g_assert_cmpuint (run->n_windows, ==, 1);
  g_assert_cmpstr (run->lesson, ==, lesson);
  g_free (run->lesson);
  /* Quitting leaves them to the end of the process. */
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (run->application))) != NULL)
    gtk_window_destroy (window);
  g_assert_finalize_object (run->application);
}

/* Whether this is the process that the case runs in: there is one application in each. */
static gboolean
is_own_process (void)
{
  if (g_test_subprocess ())
    return TRUE;
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  return FALSE;
}

static void
test_open (void)
{
  Run run = { 0 };

  if (!is_own_process ())
    return;
  g_assert_cmpint (run_application (&run, NULL), ==, 0);
  finish (&run, "none");
}

static void
test_lesson (void)
{
  Run run = { 0 };

  if (!is_own_process ())
    return;
  g_assert_cmpint (run_application (&run, "waiting"), ==, 0);
  finish (&run, "waiting");
}

static void
test_unknown_lesson (void)
{
  Run run = { 0 };

  if (!is_own_process ())
    {
      g_test_trap_assert_stderr ("*There is no lesson “no-such-lesson”.\n*");
      return;
    }
  /* The window is opened all the same, and its end is no failure. */
  g_assert_cmpint (run_application (&run, "no-such-lesson"), ==, EXIT_SUCCESS);
  finish (&run, "none");
}

/* The keys that the window of all keys names, as accelerators that GTK would write so. */
static GHashTable *
read_known_keys (void)
{
  g_autoptr (GBytes) bytes
    = g_resources_lookup_data ("/io/github/interleave/Interleave/gtk/help-overlay.ui", 0, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("name=\"accelerator\">([^<]+)<", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_regex_match (regex, g_bytes_get_data (bytes, NULL), 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *text = g_match_info_fetch (match, 1);
      g_autoptr (GString) plain = g_string_new (text);
      g_auto (GStrv) parts = NULL;

      g_string_replace (plain, "&lt;", "<", 0);
      g_string_replace (plain, "&gt;", ">", 0);
      parts = g_strsplit (plain->str, " ", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        {
          GdkModifierType modifiers;
          guint keyval;

          g_assert_true (gtk_accelerator_parse (parts[i], &keyval, &modifiers));
          g_hash_table_add (keys, gtk_accelerator_name (keyval, modifiers));
        }
    }
  return keys;
}

static gboolean
on_idle_keys (gpointer data)
{
  GtkApplication *application = GTK_APPLICATION (((Run *) data)->application);
  g_autoptr (GHashTable) known = read_known_keys ();
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);

  g_assert_cmpuint (g_strv_length (actions), >, 5);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        if (!g_hash_table_contains (known, keys[j]))
          g_error ("The window of all keys does not name %s, which is %s", keys[j], actions[i]);
    }
  return on_idle (data);
}

/* Each key of the program is named in the window of all keys. */
static void
test_keys (void)
{
  Run run = { 0 };

  if (!is_own_process ())
    return;
  g_assert_cmpint (run_with_option (&run, "lesson", "concurrency", on_idle_keys), ==, 0);
  finish (&run, "concurrency");
}

static IlvWindow *
find_window (GtkApplication *application)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (ILV_IS_WINDOW (link->data))
      return link->data;
  return NULL;
}

/* (nullable) */
static GtkWindow *
find_audience (GtkApplication *application)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (ILV_IS_AUDIENCE_WINDOW (link->data))
      return link->data;
  return NULL;
}

static gboolean
on_presented (gpointer data)
{
  Run *run = data;
  GtkApplication *application = GTK_APPLICATION (run->application);

  run->n_windows = g_list_length (gtk_application_get_windows (application));
  run->lesson = g_strdup_printf ("%s/%u",
                                 ilv_lesson_get_id (ilv_window_get_lesson (find_window (application))),
                                 ilv_window_get_section (find_window (application)));
  run->has_audience = find_audience (application) != NULL;
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

static void
assert_presents (const char *place, const char *shown)
{
  Run run = { 0 };

  g_assert_cmpint (run_with_option (&run, "present", place, on_presented), ==, 0);
  g_assert_true (run.has_audience);
  g_assert_null (find_audience (GTK_APPLICATION (run.application)));
  g_assert_cmpstr (run.lesson, ==, shown);
  run.n_windows = 1;
  finish (&run, shown);
}

static void
test_present (void)
{
  if (is_own_process ())
    assert_presents ("waiting", "waiting/0");
}

static void
test_present_section (void)
{
  if (is_own_process ())
    assert_presents ("concurrency/3", "concurrency/2");
}

static void
test_present_nothing (void)
{
  Run run = { 0 };

  if (!is_own_process ())
    {
      g_test_trap_assert_stderr ("*There is no “waiting/999” to present.\n*");
      return;
    }
  g_assert_cmpint (run_with_option (&run, "present", "waiting/999", on_presented), ==, 0);
  g_assert_false (run.has_audience);
  finish (&run, "waiting/0");
}

/* The course is where the talk has ended. */
static gboolean
end_talk (gpointer data)
{
  Run *run = data;
  GtkApplication *application = GTK_APPLICATION (run->application);
  GtkWindow *audience = find_audience (application);

  g_assert_nonnull (audience);
  gtk_window_close (audience);
  gtk_window_close (audience);
  return on_presented (data);
}

static void
test_end (void)
{
  Run run = { 0 };

  if (!is_own_process ())
    return;
  g_assert_cmpint (run_with_option (&run, "present", "concurrency/3", end_talk), ==, 0);
  g_assert_false (run.has_audience);
  run.n_windows = 1;
  finish (&run, "concurrency/2");
}

/* What is presented closes with the window that it came from. */
static gboolean
close_window (gpointer data)
{
  Run *run = data;

  gtk_window_close (GTK_WINDOW (find_window (GTK_APPLICATION (run->application))));
  run->n_windows = g_list_length (gtk_application_get_windows (GTK_APPLICATION (run->application)));
  return G_SOURCE_REMOVE;
}

static void
test_close (void)
{
  Run run = { 0 };

  if (!is_own_process ())
    return;
  g_assert_cmpint (run_with_option (&run, "present", "concurrency/3", close_window), ==, 0);
  g_assert_cmpuint (run.n_windows, ==, 0);
  g_assert_finalize_object (run.application);
}

static void
test_no_display (void)
{
  static const char *const names[] = { "DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_RUNTIME_DIR" };
  Run run = { 0 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_failed ();
      g_test_trap_assert_stderr ("There is no display to open a window on.*\n");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_unsetenv (names[i]);
  run_application (&run, NULL);
}

static void
test_accelerators (void)
{
  static const struct
  {
    const char *action;
    const char *key;
  } keys[] = {
    { "page.next", "Page_Down" }, { "page.next", "<Alt>Right" }, { "page.back", "Page_Up" },
    { "page.run", "<Control>r" }, { "page.stop", "Escape" },     { "win.toggle-sidebar", "F9" },
    { "app.quit", "<Control>q" },  { "win.present", "F5" },      { "win.present-from-start", "<Shift>F5" },
  };
  Run run = { 0 };

  if (!is_own_process ())
    return;
  g_assert_cmpint (run_application (&run, NULL), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_auto (GStrv) accels =
        gtk_application_get_accels_for_action (GTK_APPLICATION (run.application), keys[i].action);

      g_assert_true (g_strv_contains ((const char *const *) accels, keys[i].key));
    }
  finish (&run, run.lesson);
}

int
main (int argc, char *argv[])
{
  char *home = ui_test_home_new ();
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/application/open", test_open);
  g_test_add_func ("/ui/application/keys", test_keys);
  g_test_add_func ("/ui/application/lesson", test_lesson);
  g_test_add_func ("/ui/application/unknown-lesson", test_unknown_lesson);
  g_test_add_func ("/ui/application/accelerators", test_accelerators);
  g_test_add_func ("/ui/application/present/lesson", test_present);
  g_test_add_func ("/ui/application/present/section", test_present_section);
  g_test_add_func ("/ui/application/present/nothing", test_present_nothing);
  g_test_add_func ("/ui/application/present/end", test_end);
  g_test_add_func ("/ui/application/present/close", test_close);
  g_test_add_func ("/ui/application/no-display", test_no_display);

  status = g_test_run ();
  ui_test_home_free (home);
  return status;
}
