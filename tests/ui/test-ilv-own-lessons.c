/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lesson packs in the window: opened, edited, taken away, put back, and asked before they run. */

#include <adwaita.h>
#include <string.h>

#include "ilv-consent.h"
#include "ilv-course.h"
#include "ilv-fault-bar.h"
#include "ilv-lesson-row.h"
#include "ilv-pack-list.h"
#include "ilv-pack-row.h"
#include "ilv-trust.h"
#include "ilv-window.h"
#include "ui-test-home.h"
#include "ui-test.h"

#define LESSON(title, text) "---\n[Lesson]\nTitle=" title "\n---\n\n# One\n\n" text "\n"

typedef struct
{
  GSettings *settings;
  char *folder;
  GFile *lesson;
  IlvWindow *window;
} Fixture;

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_home_clear ();
  fixture->settings = g_settings_new (ILV_APPLICATION_ID);
  g_settings_set_string (fixture->settings, "lesson", "concurrency");
  fixture->folder = g_dir_make_tmp ("ilv-own-XXXXXX", NULL);
  write_file (fixture, "lesson.md", LESSON ("Ours", "Before."));
  fixture->lesson = g_file_new_build_filename (fixture->folder, "lesson.md", NULL);
  fixture->window = g_object_ref_sink (ilv_window_new (NULL, NULL, FALSE));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_for_the_rest ();
  g_assert_finalize_object (fixture->window);
  ui_test_home_remove (folder);
  g_object_unref (fixture->lesson);
  g_object_unref (fixture->settings);
  g_free (fixture->folder);
}

static gboolean
is_open (Fixture *fixture, const char *title)
{
  IlvLesson *lesson = ilv_window_get_lesson (fixture->window);

  return lesson != NULL && g_str_equal (ilv_lesson_get_title (lesson), title);
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return ui_test_find_label (GTK_WIDGET (fixture->window), text) != NULL;
}

static void
open_window_anew (Fixture *fixture, gboolean expects_file)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
  fixture->window = g_object_ref_sink (ilv_window_new (NULL, NULL, expects_file));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
open_lesson (Fixture *fixture)
{
  ilv_window_open_file (fixture->window, fixture->lesson);
  ui_test_wait_until (is_open (fixture, "Ours"));
}

static guint
count_rows (Fixture *fixture, GType type)
{
  GtkWidget *list = ui_test_find (GTK_WIDGET (fixture->window), ILV_TYPE_PACK_LIST, 0);
  guint n = 0;

  while (ui_test_find (list, type, n) != NULL)
    n++;
  return n;
}

static void
remove_pack (Fixture *fixture)
{
  GtkWidget *list = ui_test_find (GTK_WIDGET (fixture->window), ILV_TYPE_PACK_LIST, 0);
  GtkWidget *row = ui_test_find (list, GTK_TYPE_LIST_BOX_ROW, 0);
  GtkWidget *button = ui_test_find (row, GTK_TYPE_BUTTON, 0);

  g_signal_emit_by_name (button, "clicked");
}

static void
test_open (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_lesson (fixture);
  ui_test_wait_until (shows (fixture, "Before."));
  g_assert_cmpuint (count_rows (fixture, ILV_TYPE_LESSON_ROW), ==, 1);
}

/* Where the person left off is a lesson of a pack, too. */
static void
test_again (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_lesson (fixture);
  open_window_anew (fixture, FALSE);
  ui_test_wait_until (is_open (fixture, "Ours"));
  g_assert_cmpuint (count_rows (fixture, ILV_TYPE_LESSON_ROW), ==, 1);
}

/* A window for a file shows nothing before it, and what it would have shown if it cannot be opened. */
static void
test_expected (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) nothing = g_file_new_build_filename (fixture->folder, "nothing.zip", NULL);

  open_window_anew (fixture, TRUE);
  g_assert_null (ilv_window_get_lesson (fixture->window));
  open_lesson (fixture);

  g_settings_set_string (fixture->settings, "lesson", "cashiers");
  open_window_anew (fixture, TRUE);
  g_assert_null (ilv_window_get_lesson (fixture->window));
  ilv_window_open_file (fixture->window, nothing);
  ui_test_wait_until (is_open (fixture, "Two lines, one cashier"));
}

/* The page follows what is saved; what is wrong is said above and where it stands. */
static void
test_live (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *bar = ui_test_find (GTK_WIDGET (fixture->window), ILV_TYPE_FAULT_BAR, 0);

  open_lesson (fixture);
  g_assert_false (gtk_widget_get_visible (bar));
  write_file (fixture, "lesson.md", LESSON ("Ours", "After.\n\n<b>\n"));
  ui_test_wait_until (shows (fixture, "After."));
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_true (shows (fixture, "There is 1 fault in this lesson"));

  /* Nothing can be shown: the last state stays. */
  write_file (fixture, "lesson.md", "no front matter");
  ui_test_wait_until (shows (fixture, "What was saved last cannot be shown"));
  g_assert_true (shows (fixture, "After."));

  write_file (fixture, "lesson.md", LESSON ("Ours", "At last."));
  ui_test_wait_until (shows (fixture, "At last."));
  g_assert_false (gtk_widget_get_visible (bar));
}

static void
test_remove (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_lesson (fixture);
  remove_pack (fixture);
  g_assert_true (is_open (fixture, "Concurrency and parallelism"));
  g_assert_cmpuint (count_rows (fixture, ILV_TYPE_LESSON_ROW), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore-pack", NULL));
  g_assert_cmpuint (count_rows (fixture, ILV_TYPE_LESSON_ROW), ==, 1);
  g_assert_true (g_file_query_exists (fixture->lesson, NULL));
}

/* A title is no markup. */
static void
test_title (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  write_file (fixture, "lesson.md", LESSON ("A & <B>", "Text."));
  ilv_window_open_file (fixture->window, fixture->lesson);
  ui_test_wait_until (is_open (fixture, "A & <B>"));
  remove_pack (fixture);
  g_assert_true (shows (fixture, "“A &amp; &lt;B&gt;” was taken off your lessons"));
}

/* What cannot be opened is said, and changes nothing. */
static void
test_fail (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) nothing = g_file_new_build_filename (fixture->folder, "nothing.zip", NULL);
  GtkRevealer *warning
    = GTK_REVEALER (gtk_widget_get_template_child (GTK_WIDGET (fixture->window), ILV_TYPE_WINDOW, "warning"));

  ilv_window_open_file (fixture->window, nothing);
  ui_test_wait_until (gtk_revealer_get_reveal_child (warning));
  g_assert_true (is_open (fixture, "Concurrency and parallelism"));
  g_assert_cmpuint (count_rows (fixture, GTK_TYPE_LIST_BOX_ROW), ==, 0);
}

/* A pack that has gone stays in the list, says why, and can be tried again. */
static void
test_gone (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *list;

  open_lesson (fixture);
  g_assert_true (g_file_delete (fixture->lesson, NULL, NULL));
  open_window_anew (fixture, FALSE);
  ui_test_wait_until (count_rows (fixture, ILV_TYPE_PACK_ROW) == 1);
  g_assert_true (is_open (fixture, "Concurrency and parallelism"));

  list = ui_test_find (GTK_WIDGET (fixture->window), ILV_TYPE_PACK_LIST, 0);
  g_signal_emit_by_name (ui_test_find (list, GTK_TYPE_LIST_BOX, 0), "row-activated",
                         ui_test_find (list, ILV_TYPE_PACK_ROW, 0));
  g_assert_true (shows (fixture, "This lesson cannot be opened"));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "page.run", NULL));
  write_file (fixture, "lesson.md", LESSON ("Ours", "Back."));
  g_signal_emit_by_name (
    gtk_widget_get_template_child (GTK_WIDGET (fixture->window), ILV_TYPE_WINDOW, "error_button"), "clicked");
  ui_test_wait_until (is_open (fixture, "Ours"));
}

static GtkWidget *
find_consent (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ILV_IS_CONSENT (window))
        return window;
    }
  return NULL;
}

static void
run (Fixture *fixture)
{
  ui_test_wait_until (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "page.run", NULL)
                      && find_consent () != NULL);
}

/* Python of a pack does not run before it was shown and agreed to. */
static void
test_consent (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *code = "open('ran', 'w').close()\n";
  g_autofree char *python = g_find_program_in_path ("python3");
  GtkWidget *consent;

  if (python == NULL)
    {
      g_test_skip ("There is no Python.");
      return;
    }
  write_file (fixture, "a.py", code);
  write_file (fixture, "lesson.md",
              LESSON ("Ours", "```compare\n[Compare]\nTitle=T\nLeft=python-threads\nRight=model\nLeftCode=a.py\n"
                              "[Task A]\nSteps=cpu 1ms\n```"));
  open_lesson (fixture);
  run (fixture);
  gtk_window_close (GTK_WINDOW (find_consent ()));
  ui_test_wait_until (find_consent () == NULL);
  g_assert_false (ilv_trust_is_agreed (ilv_trust_get_default (), code));

  run (fixture);
  consent = find_consent ();
  g_signal_emit_by_name (ui_test_find (consent, GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_true (ilv_trust_is_agreed (ilv_trust_get_default (), code));
  g_assert_cmpuint (ilv_trust_get_n_agreed (ilv_trust_get_default ()), ==, 0);
  ui_test_wait_until (find_consent () == NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "page.stop", NULL);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  char *home = ui_test_home_new ();
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/ui/own-lessons/open", test_open);
  add ("/ui/own-lessons/again", test_again);
  add ("/ui/own-lessons/expected", test_expected);
  add ("/ui/own-lessons/title", test_title);
  add ("/ui/own-lessons/live", test_live);
  add ("/ui/own-lessons/remove", test_remove);
  add ("/ui/own-lessons/fail", test_fail);
  add ("/ui/own-lessons/gone", test_gone);
  add ("/ui/own-lessons/consent", test_consent);
  status = g_test_run ();
  ui_test_home_free (home);
  return status;
}
