/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-course.h"
#include "ilv-lesson-page.h"
#include "ilv-progress.h"
#include "ilv-search-view.h"
#include "ilv-sidebar.h"
#include "ilv-window.h"
#include "ui-test-home.h"
#include "ui-test.h"

typedef struct
{
  IlvCourse *course;
  GSettings *settings;
  IlvWindow *window;
} Fixture;

static gpointer
get_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->window), ILV_TYPE_WINDOW, name);
}

static void
close_window (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
  fixture->window = NULL;
}

static void
open_window (Fixture *fixture)
{
  if (fixture->window != NULL)
    close_window (fixture);
  fixture->window = g_object_ref_sink (ilv_window_new (NULL, NULL, FALSE));
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GError) error = NULL;

  fixture->course = ilv_course_new_from_folder (folder, &error);
  g_assert_no_error (error);
  fixture->settings = g_settings_new (ILV_APPLICATION_ID);
  g_settings_set_string (fixture->settings, "lesson", "concurrency");
  g_settings_reset (fixture->settings, "section");
  ui_test_home_clear ();
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  close_window (fixture);
  g_assert_finalize_object (fixture->settings);
  g_assert_finalize_object (fixture->course);
}

/* The first lesson that is written, or is not. */
static IlvLesson *
find_lesson (Fixture *fixture, gboolean is_written)
{
  guint n_lessons = g_list_model_get_n_items (G_LIST_MODEL (fixture->course));

  for (guint i = 0; i < n_lessons; i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (fixture->course), i);

      if (ilv_lesson_is_written (lesson) == is_written)
        return lesson;
    }
  return NULL;
}

static void
assert_lesson (Fixture *fixture, const char *id)
{
  g_assert_cmpstr (ilv_lesson_get_id (ilv_window_get_lesson (fixture->window)), ==, id);
  g_assert_cmpstr (adw_window_title_get_title (get_part (fixture, "title")), ==,
                   ilv_lesson_get_title (ilv_window_get_lesson (fixture->window)));
}

static const char *
get_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (get_part (fixture, "stack"));
}

static IlvLessonPage *
get_page (Fixture *fixture)
{
  return ILV_LESSON_PAGE (adw_bin_get_child (get_part (fixture, "place")));
}

static gboolean
activate (Fixture *fixture, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
}

/* How many sections the file says were seen; it is written in a thread. */
static guint
count_saved (const char *lesson)
{
  g_autoptr (GFile) file = ilv_progress_get_default_file ();
  g_autoptr (IlvProgress) progress = ilv_progress_new (file);

  g_assert_null (ilv_progress_get_warning (progress));
  return ilv_progress_count_sections_seen (progress, lesson);
}

static void
test_first (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkListBox *list;

  open_window (fixture);
  assert_lesson (fixture, "concurrency");
  g_assert_cmpstr (get_shown (fixture), ==, "lesson");
  g_assert_cmpuint (ilv_lesson_page_get_section (get_page (fixture)), ==, 0);
  g_assert_false (gtk_revealer_get_reveal_child (get_part (fixture, "warning")));

  list = GTK_LIST_BOX (ui_test_find (get_part (fixture, "sidebar"), GTK_TYPE_LIST_BOX, 0));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 0);
}

/* The first time there is something to do at once, or to be passed over. */
static void
test_welcome (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_settings_reset (fixture->settings, "lesson");
  open_window (fixture);
  g_assert_cmpstr (get_shown (fixture), ==, "welcome");
  g_assert_null (ilv_window_get_lesson (fixture->window));
  g_assert_true (activate (fixture, "win.begin"));
  assert_lesson (fixture, "concurrency");
  g_assert_cmpuint (ilv_lesson_page_get_section (get_page (fixture)), ==, 0);

  g_settings_reset (fixture->settings, "lesson");
  open_window (fixture);
  g_assert_true (activate (fixture, "win.try"));
  assert_lesson (fixture, "concurrency");
  g_assert_cmpuint (ilv_lesson_page_get_section (get_page (fixture)), >, 0);
  /* It runs: it can be stopped. */
  ui_test_wait_until (
    g_action_group_get_action_enabled (ilv_lesson_page_get_actions (get_page (fixture)), "stop"));
  g_assert_true (activate (fixture, "page.stop"));
  ui_test_wait_until (
    !g_action_group_get_action_enabled (ilv_lesson_page_get_actions (get_page (fixture)), "stop"));
}

static void
test_planned (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvLesson *lesson = find_lesson (fixture, FALSE);
  const char *description;

  if (lesson == NULL)
    {
      g_test_skip ("All lessons are written");
      open_window (fixture);
      return;
    }

  open_window (fixture);
  g_assert_true (ilv_window_open_lesson (fixture->window, ilv_lesson_get_id (lesson)));
  assert_lesson (fixture, ilv_lesson_get_id (lesson));
  g_assert_cmpstr (get_shown (fixture), ==, "planned");
  description = adw_status_page_get_description (get_part (fixture, "planned"));
  g_assert_nonnull (strstr (description, "not written yet"));
  g_assert_false (activate (fixture, "page.next"));

  g_assert_true (gtk_widget_get_visible (get_part (fixture, "previous")));
  g_signal_emit_by_name (get_part (fixture, "previous"), "clicked");
  g_assert_cmpstr (get_shown (fixture), ==, "lesson");
  g_assert_true (ilv_lesson_is_written (ilv_window_get_lesson (fixture->window)));
}

/* Nothing but what was asked for counts as seen. */
static void
test_asked_for (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->window = g_object_ref_sink (ilv_window_new (NULL, "cashiers", FALSE));
  assert_lesson (fixture, "cashiers");
  ui_test_wait_until (count_saved ("cashiers") == 1);
  g_assert_cmpuint (count_saved ("concurrency"), ==, 0);
}

static void
test_unknown (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_window (fixture);
  g_assert_false (ilv_window_open_lesson (fixture->window, "no-such-lesson"));
  assert_lesson (fixture, "concurrency");

  /* Nor does one that a newer version had. */
  g_settings_set_string (fixture->settings, "lesson", "no-such-lesson");
  g_settings_set_uint (fixture->settings, "section", 3);
  open_window (fixture);
  assert_lesson (fixture, "concurrency");
  g_assert_cmpuint (ilv_lesson_page_get_section (get_page (fixture)), ==, 0);
}

static void
test_next_lesson (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvLesson) second = g_list_model_get_item (G_LIST_MODEL (fixture->course), 1);
  guint n_sections;

  open_window (fixture);
  n_sections = ilv_lesson_get_n_sections (ilv_window_get_lesson (fixture->window));
  for (guint i = 0; i < n_sections; i++)
    {
      assert_lesson (fixture, "concurrency");
      g_assert_cmpuint (ilv_lesson_page_get_section (get_page (fixture)), ==, i);
      g_assert_true (activate (fixture, "page.next"));
    }
  assert_lesson (fixture, ilv_lesson_get_id (second));
}

static void
test_last_lesson (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint n_lessons = g_list_model_get_n_items (G_LIST_MODEL (fixture->course));
  g_autoptr (IlvLesson) last =
    g_list_model_get_item (G_LIST_MODEL (fixture->course), n_lessons - 1);

  open_window (fixture);
  g_assert_true (ilv_window_open_lesson (fixture->window, ilv_lesson_get_id (last)));
  for (guint i = 0; i < ilv_lesson_get_n_sections (last); i++)
    activate (fixture, "page.next");
  assert_lesson (fixture, ilv_lesson_get_id (last));
}

static void
test_remember (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_window (fixture);
  g_assert_true (activate (fixture, "page.next"));
  g_assert_true (activate (fixture, "page.next"));
  open_window (fixture);
  assert_lesson (fixture, "concurrency");
  g_assert_cmpuint (ilv_lesson_page_get_section (get_page (fixture)), ==, 2);

  /* Opened by name it begins at its beginning. */
  g_assert_true (ilv_window_open_lesson (fixture->window, "concurrency"));
  g_assert_cmpuint (ilv_lesson_page_get_section (get_page (fixture)), ==, 0);
}

static void
test_activate_in_sidebar (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvLesson) second = g_list_model_get_item (G_LIST_MODEL (fixture->course), 1);
  GtkListBox *list;

  open_window (fixture);
  list = GTK_LIST_BOX (ui_test_find (get_part (fixture, "sidebar"), GTK_TYPE_LIST_BOX, 0));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  assert_lesson (fixture, ilv_lesson_get_id (second));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 1);
}

static void
test_damaged_progress (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = ilv_progress_get_default_file ();
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GError) error = NULL;

  g_file_make_directory_with_parents (folder, NULL, &error);
  g_assert_no_error (error);
  g_file_replace_contents (file, "\001garbage", 8, NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);

  open_window (fixture);
  g_assert_true (gtk_revealer_get_reveal_child (get_part (fixture, "warning")));
  g_assert_nonnull (
    strstr (gtk_label_get_label (get_part (fixture, "warning_label")), "set aside"));
  /* The program works on all the same. */
  assert_lesson (fixture, "concurrency");
  g_assert_true (activate (fixture, "page.next"));
  ui_test_wait_until (count_saved ("concurrency") == 2);

  g_signal_emit_by_name (ui_test_find (get_part (fixture, "warning"), GTK_TYPE_BUTTON, 0),
                         "clicked");
  g_assert_false (gtk_revealer_get_reveal_child (get_part (fixture, "warning")));
}

static void
test_actions (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GActionGroup *actions;
  g_autoptr (GVariant) shown = NULL;
  g_autoptr (GVariant) required = NULL;

  open_window (fixture);
  actions = G_ACTION_GROUP (fixture->window);
  shown = g_action_group_get_action_state (actions, "toggle-sidebar");
  g_assert_true (g_variant_get_boolean (shown));
  g_action_group_activate_action (actions, "toggle-sidebar", NULL);
  g_clear_pointer (&shown, g_variant_unref);
  shown = g_action_group_get_action_state (actions, "toggle-sidebar");
  g_assert_false (g_variant_get_boolean (shown));

  required = g_action_group_get_action_state (actions, "require-predictions");
  g_assert_true (g_variant_get_boolean (required));
  g_action_group_activate_action (actions, "require-predictions", NULL);
  g_assert_false (g_settings_get_boolean (fixture->settings, "require-predictions"));
  g_settings_reset (fixture->settings, "require-predictions");
}

/* Every section of every lesson that is written can be shown: nothing is said on stderr. */
static void
test_all_sections (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint n_lessons = g_list_model_get_n_items (G_LIST_MODEL (fixture->course));

  open_window (fixture);
  for (guint i = 0; i < n_lessons; i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (fixture->course), i);

      g_assert_true (ilv_window_open_lesson (fixture->window, ilv_lesson_get_id (lesson)));
      for (guint section = 1; section < ilv_lesson_get_n_sections (lesson); section++)
        {
          g_assert_true (activate (fixture, "page.next"));
          g_assert_cmpuint (ilv_lesson_page_get_section (get_page (fixture)), ==, section);
        }
    }
}

/* The first result of its kind; its row is activated as by Enter. */
static void
activate_hit (Fixture *fixture, IlvSearchKind kind)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (fixture->window), ILV_TYPE_SEARCH_VIEW, 0);
  GtkWidget *row;

  for (guint i = 0; (row = ui_test_find (view, GTK_TYPE_LIST_BOX_ROW, i)) != NULL; i++)
    if (ilv_search_hit_get_kind (g_object_get_data (G_OBJECT (row), "hit")) == kind)
      {
        g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
        return;
      }
  g_assert_not_reached ();
}

static void
search (Fixture *fixture, const char *query)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (fixture->window), ILV_TYPE_SEARCH_VIEW, 0);
  GtkWidget *entry = ui_test_find (view, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), query);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_search (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvSidebar *sidebar;
  GtkStack *stack;

  open_window (fixture);
  sidebar = get_part (fixture, "sidebar");
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_false (ilv_sidebar_is_searching (sidebar));
  g_assert_true (activate (fixture, "win.search"));
  g_assert_true (ilv_sidebar_is_searching (sidebar));
  stack = GTK_STACK (gtk_widget_get_template_child (
    ui_test_find (GTK_WIDGET (sidebar), ILV_TYPE_SEARCH_VIEW, 0), ILV_TYPE_SEARCH_VIEW, "stack"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "begin");

  search (fixture, "xyzzy");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  search (fixture, "TAKING turns, or at");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "found");
  activate_hit (fixture, ILV_SEARCH_SECTION);
  assert_lesson (fixture, "concurrency");
  g_assert_cmpuint (ilv_lesson_page_get_section (get_page (fixture)), >, 0);
  search (fixture, "pokémon");
  activate_hit (fixture, ILV_SEARCH_LESSON);
  assert_lesson (fixture, "pokemon");

  g_signal_emit_by_name (ui_test_find (GTK_WIDGET (sidebar), GTK_TYPE_SEARCH_ENTRY, 0),
                         "stop-search");
  g_assert_false (ilv_sidebar_is_searching (sidebar));
}

static void
test_reset (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_window (fixture);
  g_assert_true (ilv_window_open_lesson (fixture->window, "concurrency"));
  g_assert_true (activate (fixture, "page.next"));
  g_assert_true (activate (fixture, "page.next"));
  ui_test_wait_until (count_saved ("concurrency") == 3);

  /* The section that is open is seen at once. */
  g_assert_true (activate (fixture, "win.reset-progress"));
  g_assert_cmpuint (ilv_lesson_page_get_section (get_page (fixture)), ==, 2);
  ui_test_wait_until (count_saved ("concurrency") == 1);
  g_assert_true (activate (fixture, "win.undo-reset"));
  g_assert_cmpuint (ilv_lesson_page_get_section (get_page (fixture)), ==, 2);
  ui_test_wait_until (count_saved ("concurrency") == 3);
}

static void
test_save_fails (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "interleave", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  open_window (fixture);
  g_assert_true (ilv_window_open_lesson (fixture->window, "concurrency"));
  g_assert_false (gtk_revealer_get_reveal_child (get_part (fixture, "warning")));
  ui_test_wait_until (count_saved ("concurrency") == 1);

  /* Where the folder should be is a file. */
  ui_test_home_clear ();
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_true (activate (fixture, "page.next"));
  ui_test_wait_until (gtk_revealer_get_reveal_child (get_part (fixture, "warning")));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  char *home = ui_test_home_new ();
  int status;

  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/window/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("first", test_first);
  ADD ("welcome", test_welcome);
  ADD ("planned", test_planned);
  ADD ("asked-for", test_asked_for);
  ADD ("unknown", test_unknown);
  ADD ("next-lesson", test_next_lesson);
  ADD ("last-lesson", test_last_lesson);
  ADD ("remember", test_remember);
  ADD ("activate-in-sidebar", test_activate_in_sidebar);
  ADD ("damaged-progress", test_damaged_progress);
  ADD ("search", test_search);
  ADD ("reset", test_reset);
  ADD ("save-fails", test_save_fails);
  ADD ("actions", test_actions);
  ADD ("all-sections", test_all_sections);
#undef ADD

  status = g_test_run ();
  ui_test_home_free (home);
  return status;
}
