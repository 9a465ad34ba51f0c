/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measuring on a timeline, and going to what a task does next. */

#include "ilv-range-mark.h"
#include "ilv-timeline-private.h"

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  IlvTimeAxis *axis;
  IlvTimeline *timeline;
  GtkWidget *window;
} Fixture;

static void
add_span (GArray *spans, gint64 start_ns, gint64 end_ns, guint task, IlvState state)
{
  const gboolean is_running = state == ILV_STATE_RUNNING;
  const IlvSpan span = { .start_ns = start_ns,
                         .end_ns = end_ns,
                         .task = task,
                         .worker = ILV_NO_WORKER,
                         .processor = is_running ? 0 : ILV_NO_PROCESSOR,
                         .step = ILV_NO_STEP,
                         .peer = ILV_NO_PEER,
                         .state = state };

  g_array_append_val (spans, span);
}

/* A runs, waits and runs; B waits meanwhile, runs, and is blocked. In the order of the trace:
 * 0 A runs, 1 B waits, 2 A waits, 3 B runs, 4 A runs, 5 B is blocked. */
static IlvTrace *
new_trace (void)
{
  static const char *const steps[] = { "cpu 400ms", NULL };
  IlvTraceInfo *info = ilv_trace_info_new ("event-loop", 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));

  ilv_trace_info_add_task (info, "A", steps);
  ilv_trace_info_add_task (info, "B", steps);
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  add_span (spans, 0, 100 * MS, 0, ILV_STATE_RUNNING);
  add_span (spans, 100 * MS, 500 * MS, 0, ILV_STATE_WAITING);
  add_span (spans, 500 * MS, 600 * MS, 0, ILV_STATE_RUNNING);
  add_span (spans, 0, 200 * MS, 1, ILV_STATE_WAITING);
  add_span (spans, 200 * MS, 600 * MS, 1, ILV_STATE_RUNNING);
  add_span (spans, 600 * MS, 800 * MS, 1, ILV_STATE_BLOCKED);

  return ilv_trace_new (info, spans, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTrace) trace = new_trace ();

  fixture->axis = ilv_time_axis_new ();
  ilv_time_axis_set_limit_ns (fixture->axis, 800 * MS);
  fixture->timeline = ILV_TIMELINE (ilv_timeline_new ());
  ilv_timeline_set_axis (fixture->timeline, fixture->axis);
  ilv_timeline_set_trace (fixture->timeline, trace);
  fixture->window = gtk_window_new ();
  gtk_widget_set_size_request (GTK_WIDGET (fixture->timeline), 600, 200);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->timeline));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->timeline));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->axis);
}

static void
activate (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), action, NULL);
}

static void
assert_marks (Fixture *fixture, gint64 first_ns, gint64 second_ns)
{
  g_assert_cmpint (ilv_time_axis_get_mark_ns (fixture->axis, 0), ==, first_ns);
  g_assert_cmpint (ilv_time_axis_get_mark_ns (fixture->axis, 1), ==, second_ns);
}

/* From the start of one span to the end of another. */
static void
test_keys (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_time_axis_select (fixture->axis, 0, 0);
  activate (fixture, "timeline.mark-end");
  assert_marks (fixture, -1, 100 * MS);
  activate (fixture, "timeline.mark-start");
  assert_marks (fixture, 0, 100 * MS);
  ilv_time_axis_select (fixture->axis, 0, 3);
  activate (fixture, "timeline.mark-end");
  assert_marks (fixture, 0, 600 * MS);
  activate (fixture, "timeline.measure-span");
  assert_marks (fixture, 200 * MS, 600 * MS);
  activate (fixture, "timeline.zoom-range");
  g_assert_cmpfloat (ilv_time_axis_get_start_ns (fixture->axis), ==, 200 * MS);
  g_assert_cmpfloat (ilv_time_axis_get_end_ns (fixture->axis), ==, 600 * MS);
}

/* Escape takes the marks away first, then the selection. */
static void
test_escape (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_time_axis_select (fixture->axis, 0, 3);
  activate (fixture, "timeline.measure-span");
  activate (fixture, "timeline.clear-selection");
  assert_marks (fixture, -1, -1);
  g_assert_cmpint (ilv_time_axis_get_selected_side (fixture->axis), ==, 0);
  activate (fixture, "timeline.clear-selection");
  g_assert_cmpint (ilv_time_axis_get_selected_side (fixture->axis), ==, -1);
  ilv_time_axis_set_mark (fixture->axis, 1, 5 * MS);
  activate (fixture, "timeline.clear-selection");
  assert_marks (fixture, -1, -1);
}

/* Where nothing is selected, it is the replay that one has stopped. */
static void
test_playhead (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvPlayhead) playhead = ilv_playhead_new ();

  activate (fixture, "timeline.measure-span");
  assert_marks (fixture, -1, -1);
  activate (fixture, "timeline.mark-start");
  activate (fixture, "timeline.mark-end");
  assert_marks (fixture, 0, 800 * MS);
  ilv_playhead_set_end_ns (playhead, 800 * MS);
  ilv_timeline_set_playhead (fixture->timeline, playhead);
  ilv_playhead_set_position_ns (playhead, 123 * MS);
  activate (fixture, "timeline.mark-start");
  ilv_playhead_set_position_ns (playhead, 456 * MS);
  activate (fixture, "timeline.mark-end");
  assert_marks (fixture, 123 * MS, 456 * MS);
}

/* Handles are in the ruler, where they are seen. */
static void
test_handles (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const IlvTimelineView *view = ilv_timeline_get_view (fixture->timeline);
  double x1 = ilv_timeline_view_to_x (view, 200 * MS);
  double x2 = ilv_timeline_view_to_x (view, 600 * MS);

  g_assert_cmpint (ilv_range_mark_pick (view, x1, 2), ==, -1);
  ilv_time_axis_set_marks (fixture->axis, 600 * MS, 200 * MS);
  g_assert_cmpint (ilv_range_mark_pick (view, x1 + 2, 2), ==, 1);
  g_assert_cmpint (ilv_range_mark_pick (view, x2 - 2, 2), ==, 0);
  g_assert_cmpint (ilv_range_mark_pick (view, (x1 + x2) / 2, 2), ==, -1);
  g_assert_cmpint (ilv_range_mark_pick (view, x1, view->layout.lanes_y + 2), ==, -1);
  ilv_time_axis_set_range (fixture->axis, 300 * MS, 700 * MS);
  g_assert_cmpint (ilv_range_mark_pick (view, ilv_timeline_view_to_x (view, 200 * MS), 2), ==, -1);
}

static void
assert_selected (Fixture *fixture, guint span)
{
  g_assert_cmpint (ilv_time_axis_get_selected_side (fixture->axis), ==, 0);
  g_assert_cmpuint (ilv_time_axis_get_selected_span (fixture->axis), ==, span);
}

/* Of the task that is selected, in any lane or none. */
static void
test_search (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const IlvTimelineView *view = ilv_timeline_get_view (fixture->timeline);

  ilv_time_axis_select (fixture->axis, 0, 0);
  g_assert_null (view->absent);
  activate (fixture, "timeline.next-waiting");
  assert_selected (fixture, 2);
  g_assert_cmpint (view->selected.lane, ==, -1);
  g_assert_nonnull (view->absent);
  g_assert_cmpint (view->absent->start_ns, ==, 100 * MS);
  ilv_timeline_set_grouping (fixture->timeline, ILV_GROUPING_TASK);
  g_assert_cmpint (view->selected.lane, ==, 0);
  g_assert_null (view->absent);
  activate (fixture, "timeline.next-running");
  assert_selected (fixture, 4);

  /* There is no more, and so it stays. */
  activate (fixture, "timeline.next-running");
  activate (fixture, "timeline.next-blocked");
  activate (fixture, "timeline.previous-blocked");
  assert_selected (fixture, 4);
  activate (fixture, "timeline.previous-waiting");
  assert_selected (fixture, 2);
  activate (fixture, "timeline.previous-running");
  assert_selected (fixture, 0);
}

/* Where no task is selected, any is meant: the first one that can be seen. */
static void
test_search_of_any (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_time_axis_set_range (fixture->axis, 150 * MS, 300 * MS);
  activate (fixture, "timeline.next-running");
  assert_selected (fixture, 3);
  ilv_time_axis_select (fixture->axis, -1, 0);
  activate (fixture, "timeline.previous-waiting");
  assert_selected (fixture, 2);
  ilv_time_axis_select (fixture->axis, -1, 0);
  activate (fixture, "timeline.next-blocked");
  assert_selected (fixture, 5);

  /* It comes into view. */
  g_assert_cmpfloat (ilv_time_axis_get_start_ns (fixture->axis), <=, 600 * MS);
  g_assert_cmpfloat (ilv_time_axis_get_end_ns (fixture->axis), >, 600 * MS);
}

/* In a large trace it takes several turns; the window goes on meanwhile. */
static void
test_search_far_away (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const steps[] = { "cpu 400ms", NULL };
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  const guint n_spans = 350000;
  g_autoptr (IlvTrace) trace = NULL;

  ilv_trace_info_add_task (info, "A", steps);
  for (guint i = 0; i < n_spans; i++)
    add_span (spans, i, i + 1, 0, i == n_spans - 1 ? ILV_STATE_BLOCKED : ILV_STATE_RUNNING);
  trace = ilv_trace_new (info, spans, NULL);
  ilv_timeline_set_trace (fixture->timeline, trace);
  while (ilv_timeline_is_loading (fixture->timeline))
    g_main_context_iteration (NULL, TRUE);

  ilv_time_axis_select (fixture->axis, 0, 0);
  activate (fixture, "timeline.next-blocked");
  assert_selected (fixture, 0);
  while (ilv_time_axis_get_selected_span (fixture->axis) == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_selected (fixture, n_spans - 1);

  /* What is not wanted any more is given up. */
  ilv_time_axis_select (fixture->axis, 0, 0);
  activate (fixture, "timeline.next-blocked");
  ilv_timeline_set_trace (fixture->timeline, NULL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add ("/timeline/measure/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/timeline/measure/escape", Fixture, NULL, set_up, test_escape, tear_down);
  g_test_add ("/timeline/measure/playhead", Fixture, NULL, set_up, test_playhead, tear_down);
  g_test_add ("/timeline/measure/handles", Fixture, NULL, set_up, test_handles, tear_down);

  g_test_add ("/timeline/search/task", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/timeline/search/any", Fixture, NULL, set_up, test_search_of_any, tear_down);
  g_test_add ("/timeline/search/far-away", Fixture, NULL, set_up, test_search_far_away, tear_down);

  return g_test_run ();
}
