/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Traces in the window: opened, dropped, broken, stopped, beside each other, closed and put back. */

#include <adwaita.h>

#include "ilv-course.h"
#include "ilv-fault-bar.h"
#include "ilv-own-traces.h"
#include "ilv-span-table.h"
#include "ilv-trace-card.h"
#include "ilv-trace-page.h"
#include "ilv-trace-row.h"
#include "ilv-trace-status.h"
#include "ilv-transport.h"
#include "ilv-window.h"
#include "ui-test-home.h"
#include "ui-test-trace.h"
#include "ui-test.h"

typedef struct
{
  GSettings *settings;
  char *folder;
  IlvWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_home_clear ();
  fixture->settings = g_settings_new (ILV_APPLICATION_ID);
  g_settings_set_string (fixture->settings, "lesson", "concurrency");
  fixture->folder = g_dir_make_tmp ("ilv-traces-XXXXXX", NULL);
  fixture->window = g_object_ref_sink (ilv_window_new (NULL, NULL, FALSE));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_for_the_rest ();
  g_assert_finalize_object (fixture->window);
  ui_test_trace_remove (fixture->folder);
  g_object_unref (fixture->settings);
}

static GtkWidget *
find (Fixture *fixture, GType type, guint nth)
{
  return ui_test_find (GTK_WIDGET (fixture->window), type, nth);
}

static IlvTracePage *
get_page (Fixture *fixture)
{
  return ILV_TRACE_PAGE (find (fixture, ILV_TYPE_TRACE_PAGE, 0));
}

/* What the page shows: "empty", "reading", "problem" or "traces". */
static const char *
get_shown (Fixture *fixture)
{
  GObject *stack = gtk_widget_get_template_child (GTK_WIDGET (get_page (fixture)), ILV_TYPE_TRACE_PAGE, "stack");

  const char *name = gtk_stack_get_visible_child_name (GTK_STACK (stack));

  if (!g_str_equal (name, "status"))
    return name;
  return ilv_trace_status_get_shown (
    ILV_TRACE_STATUS (ui_test_find (GTK_WIDGET (get_page (fixture)), ILV_TYPE_TRACE_STATUS, 0)));
}

static gboolean
is_shown (Fixture *fixture, const char *name)
{
  return get_page (fixture) != NULL && g_str_equal (get_shown (fixture), name);
}

static const char *
get_title (Fixture *fixture)
{
  GObject *title = gtk_widget_get_template_child (GTK_WIDGET (fixture->window), ILV_TYPE_WINDOW, "title");

  return adw_window_title_get_title (ADW_WINDOW_TITLE (title));
}

static guint
count_rows (Fixture *fixture)
{
  guint n = 0;

  while (find (fixture, ILV_TYPE_TRACE_ROW, n) != NULL)
    n++;
  return n;
}

static IlvTimeline *
get_timeline (Fixture *fixture, guint side)
{
  return ilv_trace_card_get_timeline (ILV_TRACE_CARD (ui_test_find (GTK_WIDGET (get_page (fixture)),
                                                                    ILV_TYPE_TRACE_CARD, side)));
}

static gboolean
is_side_seen (Fixture *fixture, guint side)
{
  return gtk_widget_get_visible (ui_test_find (GTK_WIDGET (get_page (fixture)), ILV_TYPE_TRACE_CARD, side))
         && ilv_timeline_get_trace (get_timeline (fixture, side)) != NULL;
}

static void
open_text (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GFile) file = ui_test_trace_write (fixture->folder, name, text);

  ilv_window_open_file (fixture->window, file);
}

static void
open_and_wait (Fixture *fixture, const char *name, const char *text)
{
  open_text (fixture, name, text);
  ui_test_wait_until (is_shown (fixture, "traces"));
}

static gboolean
activate (Fixture *fixture, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
}

static void
close_first (Fixture *fixture)
{
  g_signal_emit_by_name (ui_test_find (find (fixture, ILV_TYPE_TRACE_ROW, 0), GTK_TYPE_BUTTON, 0), "clicked");
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return ui_test_find_label (GTK_WIDGET (fixture->window), text) != NULL;
}

/* The name, the lanes, the scale and the replay; the lesson has gone, and comes back. */
static void
test_open (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_text (fixture, "a.json", UI_TEST_TRACE);
  g_assert_true (is_shown (fixture, "reading"));
  g_assert_null (ilv_window_get_lesson (fixture->window));
  ui_test_wait_until (is_shown (fixture, "traces"));
  g_assert_cmpstr (get_title (fixture), ==, "a.json");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (is_side_seen (fixture, 0));
  g_assert_false (is_side_seen (fixture, 1));
  g_assert_cmpint (ilv_time_axis_get_limit_ns (ilv_timeline_get_axis (get_timeline (fixture, 0))), ==, 2500000);
  g_assert_cmpint (ilv_timeline_get_grouping (get_timeline (fixture, 0)), ==, ILV_GROUPING_TASK);
  g_assert_false (gtk_widget_get_visible (ui_test_find (GTK_WIDGET (get_page (fixture)), ILV_TYPE_FAULT_BAR, 0)));

  g_assert_true (ilv_window_open_lesson (fixture->window, "concurrency"));
  g_assert_null (get_page (fixture));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_signal_emit_by_name (gtk_widget_get_parent (find (fixture, ILV_TYPE_TRACE_ROW, 0)), "row-activated",
                         find (fixture, ILV_TYPE_TRACE_ROW, 0));
  g_assert_true (is_shown (fixture, "traces"));
}

/* The same file again is the same row, with what is in it now. */
static void
test_again (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_and_wait (fixture, "a.json", UI_TEST_TRACE);
  open_text (fixture, "a.json", "[{\"ph\":\"X\",\"name\":\"a\",\"pid\":1,\"tid\":1,\"ts\":0,\"dur\":9000}]");
  ui_test_wait_until (ilv_time_axis_get_limit_ns (ilv_timeline_get_axis (get_timeline (fixture, 0))) == 9000000);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

/* A comparison of ours has both sides, and figures. */
static void
test_ours (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *ours = ui_test_trace_create_ours ();

  open_and_wait (fixture, "run.json", ours);
  g_assert_true (is_side_seen (fixture, 0));
  g_assert_true (is_side_seen (fixture, 1));
  g_assert_cmpint (ilv_timeline_get_grouping (get_timeline (fixture, 1)), ==, ILV_GROUPING_PROCESSOR);
  g_assert_cmpint (ilv_time_axis_get_limit_ns (ilv_timeline_get_axis (get_timeline (fixture, 1))), ==, 20000000);
  g_assert_true (ilv_timeline_get_axis (get_timeline (fixture, 0))
                 == ilv_timeline_get_axis (get_timeline (fixture, 1)));
}

static void
test_faults (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_and_wait (fixture, "broken.json", UI_TEST_TRACE_BROKEN);
  g_assert_true (gtk_widget_get_visible (ui_test_find (GTK_WIDGET (get_page (fixture)), ILV_TYPE_FAULT_BAR, 0)));
  g_assert_true (shows (fixture, "1 fault; what could be read is shown"));
  g_assert_true (is_side_seen (fixture, 0));
}

/* Why there is nothing and what can be done; once the file is whole, it is there. */
static void
test_no_trace (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = NULL;

  open_text (fixture, "a.json", "hello");
  ui_test_wait_until (is_shown (fixture, "problem"));
  g_assert_true (shows (fixture, "a.json cannot be opened"));
  file = ui_test_trace_write (fixture->folder, "a.json", UI_TEST_TRACE);
  g_assert_true (activate (fixture, "win.reload-trace"));
  ui_test_wait_until (is_shown (fixture, "traces"));
}

/* A trace without anything that takes time is no mistake. */
static void
test_nothing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_text (fixture, "a.json", "[]");
  ui_test_wait_until (is_shown (fixture, "problem"));
  g_assert_true (shows (fixture, "This trace shows nothing that took time"));
}

static void
test_cancel (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_text (fixture, "a.json", UI_TEST_TRACE);
  g_assert_true (is_shown (fixture, "reading"));
  g_assert_true (activate (fixture, "page.stop"));
  g_assert_true (is_shown (fixture, "problem"));
  ui_test_wait_for_the_rest ();
  g_assert_true (is_shown (fixture, "problem"));
  g_assert_false (g_action_group_get_action_enabled (ilv_trace_page_get_actions (get_page (fixture)), "stop"));
}

static void
drop (Fixture *fixture, GFile *first, GFile *second)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = NULL;

  files = g_slist_prepend (files, second);
  files = g_slist_prepend (files, first);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_slist_free (files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean is_taken = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &is_taken);
      g_assert_true (is_taken);
      return;
    }
  g_assert_not_reached ();
}

/* Two that are dropped at once, or named on the command line, are beside each other on one scale. */
static void
test_drop (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) first = ui_test_trace_write (fixture->folder, "a.json", UI_TEST_TRACE);
  g_autoptr (GFile) second = ui_test_trace_write (fixture->folder, "b.json", UI_TEST_TRACE);

  drop (fixture, first, second);
  ui_test_wait_until (is_shown (fixture, "traces") && is_side_seen (fixture, 0) && is_side_seen (fixture, 1));
  g_assert_cmpstr (get_title (fixture), ==, "a.json · b.json");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_false (g_action_get_enabled (g_action_map_lookup_action (G_ACTION_MAP (fixture->window), "compare-trace")));
}

/* A second one comes beside the first, and can be stopped. */
static void
test_compare (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *ours = ui_test_trace_create_ours ();
  g_autoptr (GFile) second = ui_test_trace_write (fixture->folder, "b.json", ours);
  IlvTraceDocument *document;

  open_and_wait (fixture, "a.json", UI_TEST_TRACE);
  g_assert_true (g_action_get_enabled (g_action_map_lookup_action (G_ACTION_MAP (fixture->window), "compare-trace")));
  document = ilv_trace_page_get_document (get_page (fixture));
  ilv_trace_document_add (document, second);
  g_assert_cmpstr (get_title (fixture), ==, "a.json · b.json");
  g_assert_true (activate (fixture, "page.stop"));
  g_assert_cmpstr (get_title (fixture), ==, "a.json");

  ilv_trace_document_add (document, second);
  ui_test_wait_until (is_side_seen (fixture, 1));
  g_assert_cmpint (ilv_time_axis_get_limit_ns (ilv_timeline_get_axis (get_timeline (fixture, 0))), ==, 20000000);
  /* Each side can show each of the three. */
  g_signal_emit_by_name (ui_test_find (GTK_WIDGET (get_page (fixture)), ILV_TYPE_TRACE_CARD, 1), "chosen", 2);
  g_assert_cmpint (ilv_time_axis_get_limit_ns (ilv_timeline_get_axis (get_timeline (fixture, 0))), ==, 10000000);
}

static void
test_table (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_and_wait (fixture, "a.json", UI_TEST_TRACE);
  g_assert_null (ui_test_find (GTK_WIDGET (get_page (fixture)), ILV_TYPE_SPAN_TABLE, 0));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "comparison.show-table", NULL));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (get_page (fixture)), ILV_TYPE_SPAN_TABLE, 0));
}

/* What is closed leaves room for what can be opened, and can be put back. */
static void
test_close (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_and_wait (fixture, "a.json", UI_TEST_TRACE);
  close_first (fixture);
  g_assert_true (is_shown (fixture, "empty"));
  g_assert_cmpstr (get_title (fixture), ==, "Your own traces");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_true (activate (fixture, "win.restore-trace"));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (is_shown (fixture, "traces"));
  g_assert_cmpstr (get_title (fixture), ==, "a.json");
}

/* Closing what is being read ends the reading; put back, it is read. */
static void
test_close_reading (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_and_wait (fixture, "a.json", UI_TEST_TRACE);
  open_text (fixture, "b.json", UI_TEST_TRACE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-trace", "u",
                              ilv_trace_document_get_id (ilv_trace_page_get_document (get_page (fixture))));
  g_assert_cmpstr (get_title (fixture), ==, "a.json");
  g_assert_true (activate (fixture, "win.restore-trace"));
  ui_test_wait_until (is_shown (fixture, "traces"));
  g_assert_cmpstr (get_title (fixture), ==, "b.json");
}

static void
test_wants (Fixture *fixture G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const traces[] = { "/a/b.json", "/a/b.JSON.GZ", "/a/b.csv", "/a/b.trace" };
  static const char *const others[] = { "/a/b.zip", "/a/lesson.md", "/a/b.ilvpack", "/a", "/a/course.ini" };

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (traces[i]);

      g_assert_true (ilv_own_traces_wants (file));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (others[i]);

      g_assert_false (ilv_own_traces_wants (file));
    }
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
  add ("/ui/own-traces/open", test_open);
  add ("/ui/own-traces/again", test_again);
  add ("/ui/own-traces/ours", test_ours);
  add ("/ui/own-traces/faults", test_faults);
  add ("/ui/own-traces/no-trace", test_no_trace);
  add ("/ui/own-traces/nothing", test_nothing);
  add ("/ui/own-traces/cancel", test_cancel);
  add ("/ui/own-traces/drop", test_drop);
  add ("/ui/own-traces/compare", test_compare);
  add ("/ui/own-traces/table", test_table);
  add ("/ui/own-traces/close", test_close);
  add ("/ui/own-traces/close-reading", test_close_reading);
  add ("/ui/own-traces/wants", test_wants);
  status = g_test_run ();
  ui_test_home_free (home);
  return status;
}
