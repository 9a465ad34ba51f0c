/* SPDX-License-Identifier: GPL-3.0-or-later */

/* With text of twice the size, in each language, everything is as narrow as a phone, and nothing is cut off there or
 * on a computer. Arguments: the language, then the folder of the translations; or "qps", which nobody speaks, then
 * scripts/translations and glib-compile-resources. */

#include <locale.h>

#include "ilv-consent.h"
#include "ilv-delete-button.h"
#include "ilv-handout-dialog.h"
#include "ilv-history-row.h"
#include "ilv-history-window.h"
#include "ilv-lesson-page.h"
#include "ilv-preferences.h"
#include "ilv-run-difference.h"
#include "ilv-search-view.h"
#include "ui-test-home.h"
#include "ui-test-pseudo.h"
#include "ui-test-walk.h"

#define PHONE 360 /* px */
#define COMPUTER 1280

static const char lesson[] = "---\n[Lesson]\nTitle=Ours\n---\n\n# One\n\nText.\n";

typedef struct
{
  GSettings *settings;
  GtkWidget *window;
} Fixture;

static guint n_faults;
static int widest;

static int
get_minimum (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Who is to blame: the child that needs so much, its child that does, and so on. What needs more than its parent is a
 * page that is not shown. */
static void
print_widest (GtkWidget *widget)
{
  GtkWidget *found = widget;
  int limit;

  while (found != NULL)
    {
      g_printerr ("#   %s %s, %d px%s%s\n", gtk_widget_get_css_name (found), G_OBJECT_TYPE_NAME (found),
                  get_minimum (found), GTK_IS_LABEL (found) ? ": " : "",
                  GTK_IS_LABEL (found) ? gtk_label_get_text (GTK_LABEL (found)) : "");
      widget = found;
      limit = get_minimum (widget);
      found = NULL;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_should_layout (child) && get_minimum (child) <= limit
            && (found == NULL || get_minimum (child) > get_minimum (found)))
          found = child;
    }
}

static void
check_width (GtkWidget *window, const char *place)
{
  GtkWidget *content = ADW_IS_APPLICATION_WINDOW (window)
                         ? adw_application_window_get_content (ADW_APPLICATION_WINDOW (window))
                         : adw_window_get_content (ADW_WINDOW (window));
  int minimum = get_minimum (content);

  widest = MAX (widest, minimum);
  if (minimum <= PHONE)
    return;
  n_faults++;
  g_printerr ("# %s: needs %d px:\n", place, minimum);
  print_widest (content);
}

/* Whether @label has more lines than it has room for. The title of a window has one line, which may grow by a pixel
 * where it gives way to buttons: its dots can be of another font. */
static gboolean
is_too_low (GtkWidget *label)
{
  int height;

  if (gtk_widget_get_ancestor (label, ADW_TYPE_WINDOW_TITLE) != NULL)
    return FALSE;

  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &height);
  return height > gtk_widget_get_height (label);
}

/* (transfer full): what it is in, by the names of style sheets, the innermost last. */
static char *
describe_place (GtkWidget *widget)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    {
      g_string_prepend (path, gtk_widget_get_css_name (parent));
      g_string_prepend_c (path, ' ');
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

static void
check_labels (GtkWidget *widget, const char *place)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && (ui_test_is_cut_off (GTK_LABEL (widget)) || is_too_low (widget)))
    {
      g_autofree char *path = describe_place (widget);

      n_faults++;
      g_printerr ("# %s, %d px: cut off: “%s” in%s\n", place,
                  gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (widget))),
                  gtk_label_get_text (GTK_LABEL (widget)), path);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_labels (child, place);
}

static void
check (GtkWidget *window, const char *place)
{
  check_width (window, place);
  check_labels (window, place);
}

static void
check_when_drawn (GtkWidget *window, const char *place)
{
  ui_test_wait_until (gtk_widget_get_width (window) > 0);
  ui_test_wait_until_drawn (window);
  check (window, place);
}

static void
open_window (Fixture *fixture, int width)
{
  fixture->window = GTK_WIDGET (g_object_ref_sink (ilv_window_new (NULL, NULL, FALSE)));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 900);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait_until (gtk_widget_get_width (fixture->window) > 0);
  ui_test_wait_until_drawn (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_test_home_clear ();
  fixture->settings = g_settings_new (ILV_APPLICATION_ID);
  g_settings_reset (fixture->settings, "lesson");
  n_faults = 0;
  widest = 0;
  open_window (fixture, GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_for_the_rest ();
  g_assert_finalize_object (fixture->window);
  g_object_unref (fixture->settings);
  g_test_message ("At least %d px wide", widest);
  if (n_faults > 0)
    g_test_fail_printf ("%u faults", n_faults);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, action, NULL));
}

static void
test_welcome (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  check_when_drawn (fixture->window, "welcome");
}

static void
search (Fixture *fixture, const char *query)
{
  GtkWidget *view = ui_test_find (fixture->window, ILV_TYPE_SEARCH_VIEW, 0);
  GtkWidget *entry = ui_test_find (view, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), query);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_search (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  activate (fixture, "win.begin");
  activate (fixture, "win.search");
  check_when_drawn (fixture->window, "search");
  search (fixture, "python");
  check_when_drawn (fixture->window, "results");
  search (fixture, "xyzzy");
  check_when_drawn (fixture->window, "no results");
}

static gboolean
is_open (Fixture *fixture, const char *title)
{
  IlvLesson *open = ilv_window_get_lesson (ILV_WINDOW (fixture->window));

  return open != NULL && g_str_equal (ilv_lesson_get_title (open), title);
}

/* A lesson that can be opened, and one that cannot. */
static void
test_own_lessons (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("ilv-own-XXXXXX", NULL);
  g_autofree char *name = g_build_filename (path, "lesson.md", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  gboolean is_collapsed;

  g_assert_true (g_file_set_contents (name, lesson, -1, NULL));
  activate (fixture, "win.begin");
  ilv_window_open_file (ILV_WINDOW (fixture->window), file);
  ui_test_wait_until (is_open (fixture, "Ours"));
  is_collapsed = GPOINTER_TO_INT (data) == PHONE;
  if (is_collapsed)
    activate (fixture, "win.toggle-sidebar");
  check_when_drawn (fixture->window, "own lesson");

  g_assert_true (g_file_set_contents (name, "# One\n\n{compare}\n", -1, NULL));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_for_the_rest ();
  g_assert_finalize_object (fixture->window);
  open_window (fixture, GPOINTER_TO_INT (data));
  if (is_collapsed)
    activate (fixture, "win.toggle-sidebar");
  check_when_drawn (fixture->window, "broken lesson");
  ui_test_home_remove (folder);
}

static void
check_dialog (GtkWidget *dialog, int width, const char *place)
{
  gtk_window_set_default_size (GTK_WINDOW (dialog), MIN (width, 500), 700);
  gtk_window_present (GTK_WINDOW (dialog));
  check_when_drawn (dialog, place);
}

/* Other choices are longer. */
static void
choose_last (GtkWidget *dialog)
{
  GtkWidget *row;

  for (guint i = 0; (row = ui_test_find (dialog, ADW_TYPE_COMBO_ROW, i)) != NULL; i++)
    adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                                g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row))) - 1);
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "motion", "palette", "slide-style" };
  IlvPythons *pythons = ilv_pythons_new (fixture->settings);
  GtkWidget *dialog = ilv_preferences_new (GTK_WINDOW (fixture->window), fixture->settings, pythons);
  g_autoptr (GFile) file = ilv_run_store_get_default_file ();
  g_autoptr (IlvRunStore) store = ilv_run_store_new (file);

  ilv_preferences_set_history (ILV_PREFERENCES (dialog), store);
  check_dialog (dialog, GPOINTER_TO_INT (data), "preferences");
  choose_last (dialog);
  check_when_drawn (dialog, "other preferences");
  gtk_window_destroy (GTK_WINDOW (dialog));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  ui_test_wait_until (!ilv_pythons_is_searching (pythons));
  g_object_unref (pythons);
}

static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "print ('Hello')\n", NULL };
  GtkWindow *parent = GTK_WINDOW (fixture->window);
  g_autoptr (IlvCourse) course = ui_test_open_course ();
  GtkWidget *dialog;

  activate (fixture, "win.begin");
  dialog = ilv_handout_dialog_new (parent, course, ilv_window_get_lesson (ILV_WINDOW (parent)), NULL);
  check_dialog (dialog, GPOINTER_TO_INT (data), "handout");
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = ilv_consent_new (GTK_WIDGET (parent), codes);
  check_dialog (dialog, GPOINTER_TO_INT (data), "consent");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_added (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static void
add_run (IlvRunStore *store, const IlvRunPlace *place, const char *settings)
{
  static const char *const steps[] = { NULL };
  IlvTraceInfo *info = ilv_trace_info_new ("python-free-threaded", 2);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  const IlvSpan span = { 0, 123456789, 0, ILV_NO_WORKER, 0, ILV_NO_STEP, ILV_NO_PEER, ILV_STATE_RUNNING, 0, 0 };
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvStoredRun) run = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  ilv_trace_info_add_task (info, "A", steps);
  g_array_append_val (spans, span);
  trace = ilv_trace_new (info, spans, NULL);
  run = ilv_stored_run_new (place, "kind", g_variant_new_parsed (settings), trace, trace);
  ilv_run_store_add_async (store, run, NULL, on_added, &result);
  ui_test_wait_until (result != NULL);
  g_assert_true (ilv_run_store_add_finish (store, result, NULL));
}

static void
choose_runs (GtkWidget *dialog)
{
  GtkWidget *row;

  ui_test_wait_until (ui_test_find (dialog, ILV_TYPE_HISTORY_ROW, 1) != NULL);
  for (guint i = 0; (row = ui_test_find (dialog, ILV_TYPE_HISTORY_ROW, i)) != NULL; i++)
    ilv_history_row_set_chosen (ILV_HISTORY_ROW (row), TRUE);
  ui_test_wait_until (gtk_widget_get_visible (ui_test_find (dialog, ILV_TYPE_RUN_DIFFERENCE, 0)));
}

/* Empty, with two runs of which all is different, and asking whether to delete them. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  static const IlvRunPlace place = { "lesson", "page", "Title" };
  g_autoptr (GFile) file = ilv_run_store_get_default_file ();
  g_autoptr (IlvRunStore) store = ilv_run_store_new (file);
  GtkWidget *dialog = ilv_history_window_new (GTK_WINDOW (fixture->window), store, &place);

  check_dialog (dialog, GPOINTER_TO_INT (data), "no history");
  gtk_window_destroy (GTK_WINDOW (dialog));
  add_run (store, &place, "{'left': <'sequential'>, 'work': <int64 400000000>, 'slice': <int64 0>,"
                          " 'latency': <0.0>, 'jitter': <0.0>, 'failures': <0.0>, 'limit': <0.0>}");
  add_run (store, &place, "{'tasks': <uint32 2>, 'lines': <uint32 2>, 'processors': <uint32 2>,"
                          " 'right': <'python-subinterpreters'>, 'workers': <uint32 3>}");
  dialog = ilv_history_window_new (GTK_WINDOW (fixture->window), store, &place);
  choose_runs (dialog);
  check_dialog (dialog, GPOINTER_TO_INT (data), "history");
  g_signal_emit_by_name (ui_test_find (ui_test_find (dialog, ILV_TYPE_DELETE_BUTTON, 0), GTK_TYPE_BUTTON, 0),
                         "clicked");
  check_when_drawn (dialog, "asking before the history is deleted");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What a run leaves behind. */
static void
test_run (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GActionGroup *actions;

  activate (fixture, "win.try");
  ui_test_wait_until_drawn (fixture->window);
  actions = ilv_lesson_page_get_actions (
    ILV_LESSON_PAGE (ui_test_find (fixture->window, ILV_TYPE_LESSON_PAGE, 0)));
  ui_test_wait_until (g_action_group_get_action_enabled (actions, "stop"));
  check_when_drawn (fixture->window, "running");
  ui_test_wait_until (!g_action_group_get_action_enabled (actions, "stop"));
  check_when_drawn (fixture->window, "after a run");
}

static void
test_pages (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_walk (fixture->window, check);
}

/* A case at both widths. */
static void
add (const char *name, void (*function) (Fixture *, gconstpointer))
{
  g_autofree char *phone = g_strconcat ("/ui/large-text/phone/", name, NULL);
  g_autofree char *computer = g_strconcat ("/ui/large-text/computer/", name, NULL);

  g_test_add (phone, Fixture, GINT_TO_POINTER (PHONE), set_up, function, tear_down);
  g_test_add (computer, Fixture, GINT_TO_POINTER (COMPUTER), set_up, function, tear_down);
}

int
main (int argc, char *argv[])
{
  char *home = ui_test_home_new ();
  g_autofree char *path = g_dir_make_tmp ("ilv-large-text-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GResource) resource = NULL;
  gboolean from_right;
  int dpi, status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 3);
  g_setenv ("LANGUAGE", argv[1], TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 4)
    resource = ui_test_speak_pseudo (path, argv[2], argv[3]);
  else
    ui_test_use_translations (argv[2]);
  adw_init ();
  from_right = pango_language_from_string (argv[1]) == pango_language_from_string ("ar");
  gtk_widget_set_default_direction (from_right ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-xft-dpi",
                2 * (dpi > 0 ? dpi : 96 * 1024), NULL);
  ui_test_add_style ();
  add ("welcome", test_welcome);
  add ("search", test_search);
  add ("own-lessons", test_own_lessons);
  add ("preferences", test_preferences);
  add ("dialogs", test_dialogs);
  add ("history", test_history);
  add ("run", test_run);
  /* Where the longest texts fit, others do. */
  if (resource != NULL)
    add ("pages", test_pages);
  else
    g_test_add ("/ui/large-text/phone/pages", Fixture, GINT_TO_POINTER (PHONE), set_up, test_pages, tear_down);
  status = g_test_run ();
  if (resource != NULL)
    g_resources_unregister (resource);
  ui_test_home_remove (folder);
  ui_test_home_free (home);
  return status;
}
