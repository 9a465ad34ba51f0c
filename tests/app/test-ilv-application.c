/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-application.h"
#include "ilv-window.h"
#include "ui-test-home.h"

typedef struct
{
  IlvApplication *application;
  char *lesson;
  guint n_windows;
} Run;

/* When the command line has been dealt with. */
static gboolean
on_idle (gpointer data)
{
  Run *run = data;
  GtkApplication *application = GTK_APPLICATION (run->application);
  GList *windows = gtk_application_get_windows (application);

  run->n_windows = g_list_length (windows);
  g_assert_true (ILV_IS_WINDOW (windows->data));
  run->lesson = g_strdup (ilv_lesson_get_id (ilv_window_get_lesson (windows->data)));
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

/* Runs the application with that lesson on its command line. */
static int
run_application (Run *run, const char *lesson)
{
  g_autofree char *option = g_strdup_printf ("--lesson=%s", lesson != NULL ? lesson : "");
  char *arguments[] = { (char *) "interleave", option, NULL };
  int status;

  run->application = ilv_application_new ();
  g_application_set_flags (G_APPLICATION (run->application),
                           g_application_get_flags (G_APPLICATION (run->application)) |
                             G_APPLICATION_NON_UNIQUE);
  g_idle_add (on_idle, run);
  status = g_application_run (G_APPLICATION (run->application), lesson != NULL ? 2 : 1, arguments);
  return status;
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
  finish (&run, "concurrency");
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
  finish (&run, "concurrency");
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
    { "app.quit", "<Control>q" },
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
  g_test_add_func ("/ui/application/lesson", test_lesson);
  g_test_add_func ("/ui/application/unknown-lesson", test_unknown_lesson);
  g_test_add_func ("/ui/application/accelerators", test_accelerators);

  status = g_test_run ();
  ui_test_home_free (home);
  return status;
}
