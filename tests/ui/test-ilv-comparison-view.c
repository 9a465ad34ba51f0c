/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-processors.h"
#include "ilv-side-card.h"
#include "ui-test-comparison.h"

static gint64
get_duration_ns (Fixture *fixture, IlvSide side)
{
  g_autoptr (IlvTrace) trace = ilv_experiment_dup_trace (fixture->experiment, side);

  return ilv_trace_get_duration_ns (trace);
}

static void
test_wait (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvTimeline *asked = get_timeline (fixture, ILV_SIDE_RIGHT);

  g_assert_true (shows_text (fixture, "Short"));
  g_assert_true (shows_text (fixture, "When?"));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "questions")));
  g_assert_false (is_enabled (fixture, "run"));
  g_assert_false (is_enabled (fixture, "stop"));
  g_assert_false (is_enabled (fixture, "play"));
  activate (fixture, "run");
  g_assert_false (ilv_experiment_is_running (fixture->experiment));

  g_assert_cmpint (ilv_timeline_get_ghost_ns (asked), ==, SEQUENTIAL_NS / 4);
  g_assert_true (ilv_timeline_get_ghost_editable (asked));
  g_assert_cmpint (ilv_timeline_get_ghost_ns (get_timeline (fixture, ILV_SIDE_LEFT)), ==, -1);
  g_assert_false (ilv_timeline_get_ghost_editable (get_timeline (fixture, ILV_SIDE_LEFT)));

  ilv_timeline_set_ghost_ns (asked, SEQUENTIAL_NS / 2);
  g_assert_true (is_enabled (fixture, "run"));
  g_assert_true (ilv_timeline_get_ghost_editable (asked));
  /* More work moves the flag: half of it is still half of it. */
  set_work (fixture, 400 * MS);
  g_assert_cmpint (ilv_timeline_get_ghost_ns (asked), ==, 400 * MS);
  g_assert_true (is_enabled (fixture, "run"));
}

/* Where text is read from the right, the left side is on the left all the same. */
static void
test_from_right (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *left, *right;
  graphene_rect_t left_place, right_place;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  show_view (fixture);
  left = get_part (fixture, "left");
  right = get_part (fixture, "right");
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait_until (gtk_widget_get_width (right) > 0);
  g_assert_true (gtk_widget_compute_bounds (left, fixture->window, &left_place));
  g_assert_true (gtk_widget_compute_bounds (right, fixture->window, &right_place));
  g_assert_cmpfloat (left_place.origin.x, <=, right_place.origin.x);
  g_assert_cmpint (gtk_widget_get_direction (left), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_parent (left)), ==, GTK_TEXT_DIR_LTR);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_skip (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvTimeline *asked = get_timeline (fixture, ILV_SIDE_RIGHT);

  activate (fixture, "skip");
  g_assert_true (is_enabled (fixture, "run"));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "questions")));
  g_assert_cmpint (ilv_timeline_get_ghost_ns (asked), ==, -1);
  g_assert_false (ilv_timeline_get_ghost_editable (asked));
  g_assert_true (ilv_progress_is_prediction_skipped (fixture->lesson.progress, "lesson", "end"));

  run (fixture);
  g_assert_cmpint (ilv_timeline_get_ghost_ns (asked), ==, -1);
  g_assert_false (
    ilv_progress_get_prediction (fixture->lesson.progress, "lesson", "end", NULL, NULL));

  /* It is not asked again. */
  show_view (fixture);
  g_assert_true (is_enabled (fixture, "run"));
}

static void
test_optional (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (is_enabled (fixture, "run"));
  g_settings_set_boolean (fixture->lesson.settings, "require-predictions", FALSE);
  g_assert_true (is_enabled (fixture, "run"));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "questions")));
  g_assert_true (ilv_timeline_get_ghost_editable (get_timeline (fixture, ILV_SIDE_RIGHT)));

  show_view (fixture);
  g_assert_true (is_enabled (fixture, "run"));
  run (fixture);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "questions")));
  g_assert_true (ilv_progress_is_prediction_skipped (fixture->lesson.progress, "lesson", "end"));
}

static void
test_run (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvTimeline *asked = get_timeline (fixture, ILV_SIDE_RIGHT);
  double predicted, measured;

  ilv_timeline_set_ghost_ns (asked, SEQUENTIAL_NS / 2);
  activate (fixture, "run");
  g_assert_true (ilv_experiment_is_running (fixture->experiment));
  g_assert_false (is_enabled (fixture, "run"));
  g_assert_true (is_enabled (fixture, "stop"));
  g_assert_false (gtk_widget_get_sensitive (get_part (fixture, "setup")));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "questions")));
  g_assert_true (shows_text (fixture, "Running the left side: Sequential"));
  g_assert_false (ilv_timeline_get_ghost_editable (asked));
  g_assert_cmpstr (ilv_comparison_view_get_verdict (fixture->view), ==, "");

  ui_test_wait_until (is_enabled (fixture, "run"));
  g_assert_false (is_enabled (fixture, "stop"));
  g_assert_true (gtk_widget_get_sensitive (get_part (fixture, "setup")));
  g_assert_cmpstr (ilv_comparison_view_get_verdict (fixture->view), !=, "");
  g_assert_true (shows_text (fixture, ilv_comparison_view_get_verdict (fixture->view)));
  g_assert_cmpint (ilv_timeline_get_ghost_ns (asked), ==, SEQUENTIAL_NS / 2);
  g_assert_false (ilv_timeline_get_ghost_editable (asked));

  g_assert_true (
    ilv_progress_get_prediction (fixture->lesson.progress, "lesson", "end", &predicted, &measured));
  g_assert_cmpfloat (predicted, ==, 0.5);
  g_assert_cmpfloat (measured, ==,
                     (double) get_duration_ns (fixture, ILV_SIDE_RIGHT) / SEQUENTIAL_NS);

  /* The next time, the answer is there and nothing is asked. */
  show_view (fixture);
  g_assert_true (is_enabled (fixture, "run"));
  g_assert_cmpint (ilv_timeline_get_ghost_ns (get_timeline (fixture, ILV_SIDE_RIGHT)), ==,
                   SEQUENTIAL_NS / 2);
  g_assert_false (ilv_timeline_get_ghost_editable (get_timeline (fixture, ILV_SIDE_RIGHT)));
}

static void
test_result (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 end_ns, reference_ns;

  /* Twice: nothing of the first run is left in the second. */
  for (guint i = 0; i < 2; i++)
    {
      run (fixture);
      end_ns =
        MAX (get_duration_ns (fixture, ILV_SIDE_LEFT), get_duration_ns (fixture, ILV_SIDE_RIGHT));
      g_assert_cmpint (ilv_playhead_get_end_ns (get_playhead (fixture)), ==, end_ns);
      g_assert_cmpint (ilv_playhead_get_position_ns (get_playhead (fixture)), ==, end_ns);
      g_assert_cmpint (ilv_time_axis_get_limit_ns (get_axis (fixture)), >, end_ns);
      g_assert_true (ilv_time_axis_shows_all (get_axis (fixture)));
      g_object_get (get_timeline (fixture, ILV_SIDE_RIGHT), "reference-ns", &reference_ns, NULL);
      g_assert_cmpint (reference_ns, ==, get_duration_ns (fixture, ILV_SIDE_LEFT));
      g_assert_true (is_enabled (fixture, "play"));
      for (guint side = 0; side < ILV_N_SIDES; side++)
        {
          g_autoptr (IlvTrace) trace = ilv_experiment_dup_trace (fixture->experiment, side);

          g_assert_true (ilv_timeline_get_trace (get_timeline (fixture, side)) == trace);
          g_assert_cmpint (ilv_trace_get_info (trace)->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
        }
    }
}

static gboolean
has_span (Fixture *fixture, IlvSide side)
{
  g_autoptr (IlvTrace) trace = ilv_experiment_dup_trace (fixture->experiment, side);
  gsize n_spans = 0;

  if (trace != NULL)
    ilv_trace_get_spans (trace, &n_spans);
  return n_spans > 0;
}

#define STOPPED "The run was stopped. What had happened until then is still shown."

static void
test_stop (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvTrace *shown;

  set_work (fixture, 5 * SECOND);
  activate (fixture, "run");
  ui_test_wait_until (has_span (fixture, ILV_SIDE_LEFT));
  g_assert_true (is_enabled (fixture, "stop"));
  activate (fixture, "stop");
  ui_test_wait_until (is_enabled (fixture, "run"));
  g_assert_true (shows_text (fixture, STOPPED));
  g_assert_cmpstr (ilv_comparison_view_get_verdict (fixture->view), ==, "");
  g_assert_false (is_enabled (fixture, "stop"));

  shown = ilv_timeline_get_trace (get_timeline (fixture, ILV_SIDE_LEFT));
  g_assert_nonnull (shown);
  g_assert_cmpint (ilv_trace_get_duration_ns (shown), >, 0);
  g_assert_cmpint (ilv_trace_get_duration_ns (shown), <, 10 * SECOND);
  g_assert_cmpint (ilv_trace_get_info (shown)->outcome, ==, ILV_TRACE_OUTCOME_CANCELLED);
  g_assert_null (ilv_timeline_get_trace (get_timeline (fixture, ILV_SIDE_RIGHT)));

  /* The next run has nothing of that. */
  set_work (fixture, WORK_NS);
  run (fixture);
  g_assert_false (shows_text (fixture, STOPPED));
  g_assert_cmpstr (ilv_comparison_view_get_verdict (fixture->view), !=, "");
}

/* Before anything has happened: the scale is still one that a person can read. */
static void
test_stop_at_once (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_work (fixture, 5 * SECOND);
  activate (fixture, "run");
  activate (fixture, "stop");
  ui_test_wait_until (is_enabled (fixture, "run"));
  g_assert_true (shows_text (fixture, STOPPED));
  g_assert_cmpint (ilv_time_axis_get_limit_ns (get_axis (fixture)), >, 10 * SECOND);
}

static void
test_strategy_while_running (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_work (fixture, 5 * SECOND);
  activate (fixture, "run");
  ilv_side_card_set_strategy (get_part (fixture, "left"), ILV_STRATEGY_EVENT_LOOP);
  g_assert_cmpint (ilv_experiment_get_strategy (fixture->experiment, ILV_SIDE_LEFT), ==,
                   ILV_STRATEGY_SEQUENTIAL);
  /* Until a live trace is shown, and so the text renewed. */
  ui_test_wait_until (ilv_timeline_get_trace (get_timeline (fixture, ILV_SIDE_LEFT)) != NULL);
  g_assert_true (shows_text (fixture, "Running the left side: Sequential"));
  activate (fixture, "stop");
  ui_test_wait_until (is_enabled (fixture, "run"));
}

static void
test_model (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvSetup *setup = get_part (fixture, "setup");
  GtkAdjustment *processors = GTK_ADJUSTMENT (
    gtk_widget_get_template_child (GTK_WIDGET (setup), ILV_TYPE_SETUP, "processors"));
  guint n_processors = ilv_processors_get_count ();

  g_assert_cmpfloat (gtk_adjustment_get_upper (processors), ==, n_processors);
  ilv_side_card_set_strategy (get_part (fixture, "right"), ILV_STRATEGY_MODEL);
  g_assert_cmpfloat (gtk_adjustment_get_upper (processors), ==, 1024);
  ilv_setup_set_processors (setup, 1000);
  run (fixture);
  g_assert_cmpuint (ilv_experiment_get_processors (fixture->experiment), ==, 1000);
  /* A model is exact. */
  g_assert_cmpint (get_duration_ns (fixture, ILV_SIDE_RIGHT), ==, WORK_NS);

  ilv_side_card_set_strategy (get_part (fixture, "left"), ILV_STRATEGY_MODEL);
  ilv_side_card_set_strategy (get_part (fixture, "right"), ILV_STRATEGY_THREAD_POOL);
  g_assert_cmpfloat (gtk_adjustment_get_upper (processors), ==, 1024);
  ilv_side_card_set_strategy (get_part (fixture, "left"), ILV_STRATEGY_SEQUENTIAL);
  g_assert_cmpfloat (gtk_adjustment_get_upper (processors), ==, n_processors);
  g_assert_cmpuint (ilv_setup_get_processors (setup), ==, n_processors);
}

/* All moments at which a span of either side starts or ends, once each, sorted. */
static GArray *
collect_events (Fixture *fixture)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 now_ns = -1;

  for (;;)
    {
      gint64 nearest_ns = G_MAXINT64;

      for (guint side = 0; side < ILV_N_SIDES; side++)
        {
          g_autoptr (IlvTrace) trace = ilv_experiment_dup_trace (fixture->experiment, side);
          gsize n_spans;
          const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

          for (gsize i = 0; i < n_spans; i++)
            {
              if (spans[i].start_ns > now_ns)
                nearest_ns = MIN (nearest_ns, spans[i].start_ns);
              if (spans[i].end_ns > now_ns)
                nearest_ns = MIN (nearest_ns, spans[i].end_ns);
            }
        }
      if (nearest_ns == G_MAXINT64)
        return events;
      g_array_append_val (events, nearest_ns);
      now_ns = nearest_ns;
    }
}

static void
test_events (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) events = NULL;

  g_assert_false (is_enabled (fixture, "next-event"));
  g_assert_false (is_enabled (fixture, "previous-event"));
  run (fixture);
  events = collect_events (fixture);
  g_assert_cmpuint (events->len, >, 3);

  activate (fixture, "next-event");
  g_assert_cmpint (ilv_playhead_get_position_ns (get_playhead (fixture)), ==,
                   g_array_index (events, gint64, events->len - 1));
  for (guint i = events->len - 1; i-- > 0;)
    {
      activate (fixture, "previous-event");
      g_assert_cmpint (ilv_playhead_get_position_ns (get_playhead (fixture)), ==,
                       g_array_index (events, gint64, i));
    }
  activate (fixture, "previous-event");
  g_assert_cmpint (ilv_playhead_get_position_ns (get_playhead (fixture)), ==,
                   g_array_index (events, gint64, 0));
  for (guint i = 1; i < events->len; i++)
    {
      activate (fixture, "next-event");
      g_assert_cmpint (ilv_playhead_get_position_ns (get_playhead (fixture)), ==,
                       g_array_index (events, gint64, i));
    }
}

/* An event that is out of sight is brought into it. */
static void
test_reveal (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 position_ns;

  run (fixture);
  ilv_playhead_set_position_ns (get_playhead (fixture), 0);
  ilv_time_axis_set_range (get_axis (fixture), ilv_time_axis_get_limit_ns (get_axis (fixture)) - MS,
                           ilv_time_axis_get_limit_ns (get_axis (fixture)));
  activate (fixture, "next-event");
  position_ns = ilv_playhead_get_position_ns (get_playhead (fixture));
  g_assert_cmpfloat (ilv_time_axis_get_start_ns (get_axis (fixture)), <=, position_ns);
  g_assert_cmpfloat (ilv_time_axis_get_end_ns (get_axis (fixture)), >=, position_ns);
}

static void
test_play (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvPlayhead *playhead = get_playhead (fixture);

  gtk_window_present (GTK_WINDOW (fixture->window));
  run (fixture);
  ilv_playhead_set_rate (playhead, 0.5);
  activate (fixture, "play");
  g_assert_true (ilv_playhead_is_playing (playhead));
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, 0);
  ui_test_wait_until (!ilv_playhead_is_playing (playhead));
  g_assert_cmpint (ilv_playhead_get_position_ns (playhead), ==, ilv_playhead_get_end_ns (playhead));

  ilv_playhead_set_rate (playhead, 0.0001);
  activate (fixture, "play");
  ui_test_wait_until (ilv_playhead_get_position_ns (playhead) > 0);
  activate (fixture, "play");
  g_assert_false (ilv_playhead_is_playing (playhead));
  activate (fixture, "play");
  g_assert_true (ilv_playhead_is_playing (playhead));

  /* A new run ends the replay of the old one; so does a step. */
  activate (fixture, "run");
  g_assert_false (ilv_playhead_is_playing (playhead));
  ui_test_wait_until (is_enabled (fixture, "run"));
  activate (fixture, "play");
  activate (fixture, "next-event");
  g_assert_false (ilv_playhead_is_playing (playhead));

  /* And leaving the page while it plays. */
  activate (fixture, "play");
}

static double
get_range_ns (Fixture *fixture)
{
  return ilv_time_axis_get_end_ns (get_axis (fixture)) -
         ilv_time_axis_get_start_ns (get_axis (fixture));
}

static void
test_zoom (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  double all_ns = get_range_ns (fixture);

  g_assert_cmpfloat_with_epsilon (all_ns, SEQUENTIAL_NS * 1.08, 1);
  activate (fixture, "zoom-in");
  g_assert_cmpfloat_with_epsilon (get_range_ns (fixture), all_ns / 1.5, 1);
  g_assert_cmpfloat_with_epsilon (ilv_time_axis_get_start_ns (get_axis (fixture)),
                                  (all_ns - all_ns / 1.5) / 2, 1);
  activate (fixture, "zoom-in");
  g_assert_cmpfloat_with_epsilon (get_range_ns (fixture), all_ns / 2.25, 1);
  activate (fixture, "zoom-out");
  g_assert_cmpfloat_with_epsilon (get_range_ns (fixture), all_ns / 1.5, 1);
  g_assert_false (ilv_time_axis_shows_all (get_axis (fixture)));
  activate (fixture, "zoom-fit");
  g_assert_true (ilv_time_axis_shows_all (get_axis (fixture)));
  g_assert_cmpfloat (get_range_ns (fixture), ==, all_ns);
}

static void
assert_table (Fixture *fixture, gboolean shown)
{
  static const char *const sides[] = { "left", "right" };
  g_autoptr (GVariant) state =
    g_action_group_get_action_state (ilv_comparison_view_get_actions (fixture->view), "show-table");

  g_assert_true (g_variant_get_boolean (state) == shown);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      GtkStack *views = GTK_STACK (
        gtk_widget_get_template_child (get_part (fixture, sides[i]), ILV_TYPE_SIDE_CARD, "views"));

      g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==, shown ? "table" : "timeline");
    }
}

static void
test_table (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_table (fixture, FALSE);
  activate (fixture, "show-table");
  assert_table (fixture, TRUE);
  run (fixture);
  assert_table (fixture, TRUE);
  activate (fixture, "show-table");
  assert_table (fixture, FALSE);
}

static void
test_grouping (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkDropDown *groupings = GTK_DROP_DOWN (
    gtk_widget_get_template_child (get_part (fixture, "setup"), ILV_TYPE_SETUP, "groupings"));

  gtk_drop_down_set_selected (groupings, ILV_GROUPING_TASK);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_assert_cmpint (ilv_timeline_get_grouping (get_timeline (fixture, i)), ==, ILV_GROUPING_TASK);
}

/* The tear-down waits for view and experiment to be gone, long before the work would end. */
static void
test_destroy (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvExperiment) experiment = g_object_ref (fixture->experiment);
  g_autoptr (IlvTrace) trace = NULL;

  set_work (fixture, 30 * SECOND);
  activate (fixture, "run");
  ui_test_wait_until (has_span (fixture, ILV_SIDE_LEFT));
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  ui_test_wait_until (fixture->view == NULL);
  ui_test_wait_until (!ilv_experiment_is_running (experiment));
  trace = ilv_experiment_dup_trace (experiment, ILV_SIDE_LEFT);
  g_assert_cmpint (ilv_trace_get_info (trace)->outcome, ==, ILV_TRACE_OUTCOME_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, kind, function)                                                                  \
  g_test_add ("/ui/comparison-view/" path, Fixture, GINT_TO_POINTER (kind), set_up, function,      \
              tear_down)
  ADD ("wait", WITH_PREDICTION, test_wait);
  ADD ("from-right", WITH_PREDICTION, test_from_right);
  ADD ("skip", WITH_PREDICTION, test_skip);
  ADD ("optional", WITH_PREDICTION, test_optional);
  ADD ("run", WITH_PREDICTION, test_run);
  ADD ("result", WITHOUT_PREDICTION, test_result);
  ADD ("stop", WITHOUT_PREDICTION, test_stop);
  ADD ("stop-at-once", WITHOUT_PREDICTION, test_stop_at_once);
  ADD ("strategy-while-running", WITHOUT_PREDICTION, test_strategy_while_running);
  ADD ("model", WITHOUT_PREDICTION, test_model);
  ADD ("events", WITHOUT_PREDICTION, test_events);
  ADD ("reveal", WITHOUT_PREDICTION, test_reveal);
  ADD ("play", WITHOUT_PREDICTION, test_play);
  ADD ("zoom", WITHOUT_PREDICTION, test_zoom);
  ADD ("table", WITHOUT_PREDICTION, test_table);
  ADD ("grouping", WITHOUT_PREDICTION, test_grouping);
  ADD ("destroy", WITHOUT_PREDICTION, test_destroy);
#undef ADD

  return g_test_run ();
}
