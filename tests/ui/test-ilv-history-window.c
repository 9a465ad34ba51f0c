/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-history-window.h"

#include "ilv-comparison-view.h"
#include "ilv-delete-button.h"
#include "ilv-history-row.h"
#include "ilv-preferences.h"
#include "ilv-run-difference.h"
#include "ilv-run-stack.h"
#include "ui-test-home.h"
#include "ui-test-view.h"

#define LOCKED                                                                                     \
  "Title=Locked\n[Task A]\nSteps=cpu 2ms\n[Task B]\nSteps=cpu 2ms\n"                               \
  "[Break]\nTitle=Break it\nRepair=Mend it.\n[Broken A]\nSteps=cpu 1ms\n"

static const IlvRunPlace place = { "lesson", "page", "Locked" };
static const IlvRunPlace elsewhere = { "lesson", "page", "Open" };

typedef struct
{
  IlvRunStore *store;
  GtkWidget *window;
} Fixture;

static IlvTrace *
make_trace (const char *strategy, guint n_spans)
{
  static const char *const steps[] = { NULL };
  IlvTraceInfo *info = ilv_trace_info_new (strategy, 2);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));

  ilv_trace_info_add_task (info, "A", steps);
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  for (guint i = 0; i < n_spans; i++)
    {
      IlvSpan span = { i * MS, (i + 1) * MS, 0, ILV_NO_WORKER, 0, ILV_NO_STEP,
                       ILV_NO_PEER, ILV_STATE_RUNNING, 0, 0 };

      g_array_append_val (spans, span);
    }
  return ilv_trace_new (info, spans, NULL);
}

static IlvStoredRun *
make_run (const IlvRunPlace *at, guint n_spans, const char *settings)
{
  g_autoptr (IlvTrace) left = make_trace ("time-sliced", n_spans);
  g_autoptr (IlvTrace) right = make_trace ("thread-pool", n_spans);

  return ilv_stored_run_new (at, settings, g_variant_new_parsed (settings), left, right);
}

static void
on_done (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
add (IlvRunStore *store, const IlvRunPlace *at, guint n_spans, const char *settings)
{
  g_autoptr (IlvStoredRun) run = make_run (at, n_spans, settings);
  g_autoptr (GAsyncResult) result = NULL;

  ilv_run_store_add_async (store, run, NULL, on_done, &result);
  ui_test_wait_until (result != NULL);
  g_assert_true (ilv_run_store_add_finish (store, result, NULL));
}

static guint
count (IlvRunStore *store, const IlvRunPlace *at)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  ilv_run_store_list_async (store, at, NULL, on_done, &result);
  ui_test_wait_until (result != NULL);
  runs = ilv_run_store_list_finish (store, result, NULL);
  g_assert_nonnull (runs);
  return runs->len;
}

static IlvRunStore *
open_store (void)
{
  g_autoptr (GFile) file = ilv_run_store_get_default_file ();

  return ilv_run_store_new (file);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = open_store ();
  add (fixture->store, &place, 3, "{'processors': <uint32 2>}");
  add (fixture->store, &elsewhere, 9, "{'processors': <uint32 2>}");
  add (fixture->store, &place, 5, "{'processors': <uint32 4>}");
  add (fixture->store, &place, GPOINTER_TO_UINT (data), "{'processors': <uint32 4>}");
  fixture->window = ilv_history_window_new (NULL, fixture->store, &place);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_until (fixture->window == NULL);
  g_assert_finalize_object (fixture->store);
  ui_test_home_clear ();
}

static IlvHistoryRow *
get_row (Fixture *fixture, guint nth)
{
  return (IlvHistoryRow *) ui_test_find (fixture->window, ILV_TYPE_HISTORY_ROW, nth);
}

static guint
count_rows (Fixture *fixture)
{
  guint n_rows = 0;

  while (get_row (fixture, n_rows) != NULL)
    n_rows++;
  return n_rows;
}

static GtkWidget *
get_difference (Fixture *fixture)
{
  return ui_test_find (fixture->window, ILV_TYPE_RUN_DIFFERENCE, 0);
}

static void
click (GtkWidget *parent, guint nth)
{
  GtkWidget *button = ui_test_find (parent, GTK_TYPE_BUTTON, nth);

  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
test_compare (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *difference = get_difference (fixture);

  ui_test_wait_until (count_rows (fixture) == 3);
  g_assert_false (gtk_widget_get_visible (difference));
  ilv_history_row_set_chosen (get_row (fixture, 1), TRUE);
  ilv_history_row_set_chosen (get_row (fixture, 2), TRUE);
  ui_test_wait_until (gtk_widget_get_visible (difference));
  g_assert_nonnull (ui_test_find_label (difference, "Processors: 4 · 2"));
  g_assert_nonnull (ui_test_find_label (difference, "5.0 ms"));
  g_assert_nonnull (ui_test_find_label (difference, "3.0 ms"));

  /* The earliest choice goes. */
  ilv_history_row_set_chosen (get_row (fixture, 0), TRUE);
  g_assert_false (ilv_history_row_get_chosen (get_row (fixture, 1)));
  g_assert_true (ilv_history_row_get_chosen (get_row (fixture, 2)));
  g_assert_false (gtk_widget_get_visible (difference));
  ui_test_wait_until (gtk_widget_get_visible (difference));
  g_assert_nonnull (ui_test_find_label (difference, "Processors: 2 · 4"));
  ilv_history_row_set_chosen (get_row (fixture, 2), FALSE);
  g_assert_false (gtk_widget_get_visible (difference));
}

/* Choices that change faster than runs are read leave the last ones. */
static void
test_compare_fast (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_wait_until (count_rows (fixture) == 3);
  for (guint i = 0; i < 7; i++)
    ilv_history_row_set_chosen (get_row (fixture, i % 3), TRUE);
  for (guint i = 0; i < 3; i++)
    ilv_history_row_set_chosen (get_row (fixture, i), FALSE);
  ilv_history_row_set_chosen (get_row (fixture, 2), TRUE);
  ilv_history_row_set_chosen (get_row (fixture, 1), TRUE);
  ui_test_wait_until (gtk_widget_get_visible (get_difference (fixture)));
  g_assert_nonnull (ui_test_find_label (get_difference (fixture), "Processors: 2 · 4"));
}

static void
test_delete (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id;

  ui_test_wait_until (count_rows (fixture) == 3);
  id = ilv_history_row_get_run (get_row (fixture, 1))->id;
  click (GTK_WIDGET (get_row (fixture, 1)), 1);
  ui_test_wait_until (count_rows (fixture) == 2);
  g_assert_cmpuint (count (fixture->store, &place), ==, 2);
  g_assert_nonnull (ui_test_find_label (fixture->window, "Run deleted"));

  gtk_widget_activate_action (fixture->window, "history.undo", NULL);
  ui_test_wait_until (count_rows (fixture) == 3);
  g_assert_cmpint (ilv_history_row_get_run (get_row (fixture, 1))->id, ==, id);
  gtk_widget_activate_action (fixture->window, "history.undo", NULL);
  g_assert_cmpuint (count (fixture->store, &place), ==, 3);
}

/* It asks first, and only what is of this comparison goes. */
static void
test_delete_all (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *button = ui_test_find (fixture->window, ILV_TYPE_DELETE_BUTTON, 0);

  ui_test_wait_until (count_rows (fixture) == 3);
  click (button, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == ui_test_find (button, GTK_TYPE_BUTTON, 1));
  click (button, 1);
  g_assert_cmpuint (count (fixture->store, &place), ==, 3);
  click (button, 0);
  click (button, 2);
  ui_test_wait_until (count_rows (fixture) == 0);
  g_assert_cmpuint (count (fixture->store, &place), ==, 0);
  g_assert_cmpuint (count (fixture->store, &elsewhere), ==, 1);
  g_assert_false (gtk_widget_get_visible (button));
}

static void
on_show_run (IlvHistoryWindow *window G_GNUC_UNUSED, IlvStoredRun *run, gint64 *length_ns)
{
  *length_ns = ilv_trace_get_duration_ns (run->traces[ILV_SIDE_RIGHT]);
}

static void
test_show (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 length_ns = 0;

  g_signal_connect (fixture->window, "show-run", G_CALLBACK (on_show_run), &length_ns);
  ui_test_wait_until (count_rows (fixture) == 3);
  /* Of the largest, only the figures were kept. */
  click (GTK_WIDGET (get_row (fixture, 0)), 0);
  ui_test_wait_until (ui_test_find_label (
    fixture->window, "This run was too large to be kept whole: only its figures are left"));
  click (GTK_WIDGET (get_row (fixture, 2)), 0);
  ui_test_wait_until (fixture->window == NULL);
  g_assert_cmpint (length_ns, ==, 3 * MS);
}

/* Closed while it reads. */
static void
test_closed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_wait_until (count_rows (fixture) == 3);
  ilv_history_row_set_chosen (get_row (fixture, 1), TRUE);
  ilv_history_row_set_chosen (get_row (fixture, 2), TRUE);
  click (GTK_WIDGET (get_row (fixture, 1)), 1);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_until (fixture->window == NULL);
  g_assert_cmpuint (count (fixture->store, &place), ==, 2);
}

static void
test_preferences (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GSettings) settings = g_settings_new (ILV_APPLICATION_ID);
  g_autoptr (IlvPythons) pythons = ilv_pythons_new (settings);
  GtkWidget *preferences = ilv_preferences_new (NULL, settings, pythons);
  GtkWidget *button = ui_test_find (preferences, ILV_TYPE_DELETE_BUTTON, 0);
  GtkSwitch *keep
    = GTK_SWITCH (gtk_widget_get_template_child (preferences, ILV_TYPE_PREFERENCES, "keep_history"));

  ilv_preferences_set_history (ILV_PREFERENCES (preferences), fixture->store);
  gtk_window_present (GTK_WINDOW (preferences));
  g_assert_true (gtk_switch_get_active (keep));
  gtk_switch_set_active (keep, FALSE);
  g_assert_false (g_settings_get_boolean (settings, "keep-history"));
  g_settings_reset (settings, "keep-history");
  click (button, 0);
  click (button, 2);
  ui_test_wait_until (ui_test_find_label (preferences, "All runs were deleted."));
  g_assert_cmpuint (count (fixture->store, &place), ==, 0);
  g_assert_cmpuint (count (fixture->store, &elsewhere), ==, 0);
  gtk_window_destroy (GTK_WINDOW (preferences));
  ui_test_wait_until (!ilv_pythons_is_searching (pythons));
}

static void
assert_difference (const char *first, const char *second, const char *expected)
{
  g_autoptr (IlvStoredRun) one = make_run (&place, 1, first);
  g_autoptr (IlvStoredRun) other = make_run (&place, 1, second);
  g_autofree char *words = ilv_run_difference_describe (one, other);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_difference (void)
{
  assert_difference ("{'processors': <uint32 2>}", "{'processors': <uint32 2>}",
                     "Both were run with the same settings.");
  assert_difference ("{'left': <'sequential'>, 'slice': <int64 0>, 'python': <'/a'>}",
                     "{'left': <'thread-pool'>, 'slice': <int64 20000000>, 'python': <'/b'>}",
                     "Left side: Sequential · Thread pool\ntime slice: Kernel’s own · 20 ms\n"
                     "Python interpreter: /a · /b");
  assert_difference ("{'limit': <0.0>, 'failures': <5.0>, 'latency': <100.0>}",
                     "{'limit': <3.0>, 'failures': <7.0>, 'latency': <20.0>}",
                     "Latency of the server: 100 ms · 20 ms\nFailures: 5 % · 7 %\nRate limit: none · 3 a second");
  assert_difference ("{'tasks': <uint32 2>}", "{'tasks': <uint32 2>, 'workers': <uint32 3>}", "Workers: – · 3");
  assert_difference ("{'workers': <uint32 3>}", "@a{sv} {}", "Workers: 3 · –");
}

static void
test_difference_of_code (void)
{
  g_autoptr (IlvStoredRun) one = make_run (&place, 1, "@a{sv} {}");
  g_autoptr (IlvStoredRun) other = make_run (&place, 1, "@a{sv} {}");
  g_autofree char *words = NULL;
  g_autofree char *machines = NULL;
  g_autofree char *expected = NULL;

  g_free (other->kind);
  other->kind = g_strdup ("other code");
  words = ilv_run_difference_describe (one, other);
  g_assert_cmpstr (words, ==, "The code that was run is not the same.");
  g_free (other->kind);
  other->kind = g_strdup (one->kind);
  other->processors = one->processors + 1;
  g_free (other->version);
  other->version = g_strdup ("9.9");
  machines = ilv_run_difference_describe (one, other);
  expected = g_strdup_printf ("Processors of the computer: %u · %u\nVersion of Interleave: " ILV_VERSION " · 9.9",
                              one->processors, other->processors);
  g_assert_cmpstr (machines, ==, expected);
}

/* What a comparison runs is kept, unless it was broken on purpose or is not wanted. */
static void
test_kept (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GSettings *settings = fixture->lesson.settings;
  GtkWidget *stack;

  g_assert_cmpuint (count (fixture->history, &place), ==, 0);
  stack = ui_test_find (GTK_WIDGET (fixture->view), ILV_TYPE_RUN_STACK, 0);
  g_assert_false (gtk_widget_get_visible (stack));
  g_settings_set_boolean (settings, "keep-history", FALSE);
  view_run (fixture);
  g_settings_reset (settings, "keep-history");
  view_change (fixture, "break", g_variant_new_boolean (TRUE));
  view_run (fixture);
  view_change (fixture, "break", g_variant_new_boolean (FALSE));
  g_assert_cmpuint (count (fixture->history, &place), ==, 0);
  view_run (fixture);
  g_assert_cmpuint (count (fixture->history, &place), ==, 1);

  /* On the next visit it can be asked for before anything is run. */
  view_show (fixture);
  stack = ui_test_find (GTK_WIDGET (fixture->view), ILV_TYPE_RUN_STACK, 0);
  ui_test_wait_until (gtk_widget_get_visible (stack));
  g_assert_true (view_is_enabled (fixture, "history"));
}

static IlvHistoryWindow *
find_history_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ILV_IS_HISTORY_WINDOW (window))
        return ILV_HISTORY_WINDOW (window);
    }
  return NULL;
}

/* A run of an earlier day comes into the timelines. */
static void
test_shown (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Fixture window = { .store = fixture->history };

  add (fixture->history, &place, 42, "{'processors': <uint32 2>}");
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait_until (view_is_enabled (fixture, "history"));
  view_activate (fixture, "history");
  window.window = GTK_WIDGET (find_history_window ());
  ui_test_wait_until (count_rows (&window) == 1);
  click (GTK_WIDGET (get_row (&window, 0)), 0);
  ui_test_wait_until (find_history_window () == NULL);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_assert_cmpint (ilv_trace_get_duration_ns (view_get_trace (fixture, i)), ==, 42 * MS);
  g_assert_true (view_is_enabled (fixture, "play"));
}

static void
set_up_view (ViewFixture *fixture, gconstpointer data)
{
  fixture->history = open_store ();
  view_set_up (fixture, data);
}

static void
clear_home (ViewFixture *fixture, gconstpointer data)
{
  view_tear_down (fixture, data);
  ui_test_home_clear ();
}

/* So many spans has the run that is added last. */
#define TOO_LARGE 70000

#define test(path, n_spans, function)                                                                        \
  g_test_add ("/ui/history-window/" path, Fixture, GUINT_TO_POINTER (n_spans), set_up, function, tear_down)
#define view_test(path, function) \
  g_test_add ("/ui/history-window/" path, ViewFixture, LOCKED, set_up_view, function, clear_home)

int
main (int argc, char *argv[])
{
  g_autofree char *home = ui_test_home_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (home);
  int status;

  g_test_init (&argc, &argv, NULL);
  adw_init ();

  test ("compare", 7, test_compare);
  test ("compare-fast", 7, test_compare_fast);
  test ("delete", 7, test_delete);
  test ("delete-all", 7, test_delete_all);
  test ("show", TOO_LARGE, test_show);
  test ("closed", 7, test_closed);
  test ("preferences", 7, test_preferences);
  g_test_add_func ("/ui/history-window/difference", test_difference);
  g_test_add_func ("/ui/history-window/difference-of-code", test_difference_of_code);
  view_test ("kept", test_kept);
  view_test ("shown", test_shown);

  status = g_test_run ();
  ui_test_home_remove (folder);
  return status;
}
