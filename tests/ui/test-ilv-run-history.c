/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-history.h"
#include "ilv-run-thumb.h"
#include "ui-test-view.h"

static IlvTrace *
new_trace (gint64 end_ns)
{
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  IlvSpan span = { .end_ns = end_ns, .step = ILV_NO_STEP, .peer = ILV_NO_PEER };

  ilv_trace_info_add_task (info, "A", (const char *[]){ NULL });
  ilv_trace_info_add_worker (info, "Worker 1", 0, 0);
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  g_array_append_val (spans, span);
  return ilv_trace_new (info, spans, NULL);
}

static void
add (IlvRunHistory *history, const char *kind, gint64 left_ms, gint64 right_ms)
{
  g_autoptr (IlvTrace) left = new_trace (left_ms * MS);
  g_autoptr (IlvTrace) right = new_trace (right_ms * MS);

  ilv_run_history_add (history, kind, left, right);
}

/* Traces may be large: what is dropped is freed. */
static void
test_bounded (void)
{
  g_autoptr (IlvRunHistory) history = ilv_run_history_new ();
  g_autoptr (IlvTrace) right = new_trace (MS);
  IlvTrace *first = new_trace (MS);

  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  ilv_run_history_add (history, "a", first, right);
  g_object_unref (first);
  g_assert_nonnull (ilv_run_history_find (history, 1));
  for (guint i = 0; i < ILV_RUN_HISTORY_MAX; i++)
    {
      g_assert_nonnull (first);
      add (history, "a", 2, 2);
    }
  g_assert_null (first);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, ILV_RUN_HISTORY_MAX);
  g_assert_null (ilv_run_history_find (history, 1));
  g_assert_true (
    ilv_run_history_find (history, ILV_RUN_HISTORY_MAX + 1)
    == g_list_model_get_item (G_LIST_MODEL (history), 0));
  g_object_unref (ilv_run_history_find (history, ILV_RUN_HISTORY_MAX + 1));
}

static void
assert_words (IlvRunHistory *history, const char *expected)
{
  g_autofree char *words = ilv_run_history_describe (history);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (IlvRunHistory) history = ilv_run_history_new ();

  assert_words (history, NULL);
  g_assert_cmpint (ilv_run_history_get_longest_ns (history), ==, 0);
  add (history, "a", 800, 400);
  assert_words (history, NULL);
  add (history, "a", 820, 300);
  assert_words (history, "Median of 2 runs like the last: left 810 ms (from 800 ms to 820 ms), right "
                         "350 ms (from 300 ms to 400 ms).");
  add (history, "b", 900, 100);
  assert_words (history, NULL);
  add (history, "a", 700, 900);
  assert_words (history, "Median of 3 runs like the last: left 800 ms (from 700 ms to 820 ms), right "
                         "400 ms (from 300 ms to 900 ms).");
  g_assert_cmpint (ilv_run_history_get_longest_ns (history), ==, 900 * MS);
  add (history, "a", 710, 420);
  assert_words (history, "Median of 4 runs like the last: left 755 ms (the middle half from 708 ms to 805 ms, all "
                         "from 700 ms to 820 ms), right 410 ms (the middle half from 375 ms to 540 ms, all from "
                         "300 ms to 900 ms).");
}

static void
on_shown_changed (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_shown (void)
{
  g_autoptr (IlvRunHistory) history = ilv_run_history_new ();
  guint n_changes = 0;

  g_signal_connect_swapped (history, "notify::shown", G_CALLBACK (on_shown_changed), &n_changes);
  g_assert_cmpuint (ilv_run_history_get_shown (history), ==, 0);
  ilv_run_history_set_shown (history, 3);
  ilv_run_history_set_shown (history, 3);
  g_assert_cmpuint (ilv_run_history_get_shown (history), ==, 3);
  g_assert_cmpuint (n_changes, ==, 1);
}

static guint
count_thumbs (ViewFixture *fixture)
{
  guint n_thumbs = 0;

  while (ui_test_find (GTK_WIDGET (fixture->view), ILV_TYPE_RUN_THUMB, n_thumbs) != NULL)
    n_thumbs++;
  return n_thumbs;
}

/* A run that is chosen is the one that is seen, and stays the one that it was. */
static void
test_again (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTrace) first = NULL;
  IlvTrace *second;
  g_autoptr (GVariant) state = NULL;

  g_assert_false (gtk_widget_get_visible (view_get_part (fixture, "runs")));
  view_run (fixture);
  first = g_object_ref (view_get_trace (fixture, ILV_SIDE_LEFT));
  g_assert_cmpuint (count_thumbs (fixture), ==, 1);
  view_run (fixture);
  second = view_get_trace (fixture, ILV_SIDE_LEFT);
  g_assert_true (second != first);
  g_assert_cmpuint (count_thumbs (fixture), ==, 2);

  view_change (fixture, "show-run", g_variant_new_uint32 (1));
  g_assert_true (view_get_trace (fixture, ILV_SIDE_LEFT) == first);
  view_change (fixture, "show-run", g_variant_new_uint32 (77));
  g_assert_true (view_get_trace (fixture, ILV_SIDE_LEFT) == first);
  state = g_action_group_get_action_state (view_get_actions (fixture), "show-run");
  g_assert_cmpuint (g_variant_get_uint32 (state), ==, 1);

  for (guint i = 0; i < ILV_RUN_HISTORY_MAX; i++)
    view_run (fixture);
  g_assert_cmpuint (count_thumbs (fixture), ==, ILV_RUN_HISTORY_MAX);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/run-history/bounded", test_bounded);
  g_test_add_func ("/ui/run-history/words", test_words);
  g_test_add_func ("/ui/run-history/shown", test_shown);
  g_test_add ("/ui/run-history/again", ViewFixture,
              "Left=sequential\nRight=model\n[Task A]\nSteps=cpu 2ms\n", view_set_up, test_again,
              view_tear_down);

  return g_test_run ();
}
