/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-heartbeat-strip.h"
#include "ilv-pulse.h"
#include "ilv-scene-moment.h"
#include "scene-fixture.h"

#define WIDTH 600
#define HEIGHT 24
#define PERIOD (10 * MS)
#define BEAT 0xff1f8a5b /* the pixels of a beat, in the light theme */

/* A beat every @step_ns for 800 ms, but none between @from_ns and @to_ns. */
static IlvTrace *
new_trace (gint64 step_ns, gint64 from_ns, gint64 to_ns)
{
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 1);

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 800 * MS);
  fixture.info->beat_period_ns = PERIOD;
  for (gint64 time_ns = 0; time_ns <= 800 * MS; time_ns += step_ns)
    if (time_ns <= from_ns || time_ns >= to_ns)
      g_array_append_val (fixture.info->beats, time_ns);

  return trace_fixture_end (&fixture);
}

static void
test_gaps (void)
{
  g_autoptr (IlvTrace) trace = new_trace (PERIOD, 200 * MS, 500 * MS);
  IlvPulseGap gap = ilv_pulse_find_longest_gap (trace);
  g_autofree char *length = ilv_scene_moment_format_length (gap.end_ns - gap.start_ns);
  IlvPulseGap usual = ilv_pulse_get_gap (trace, 3);

  g_assert_cmpint (gap.start_ns, ==, 200 * MS);
  g_assert_cmpint (gap.end_ns, ==, 500 * MS);
  g_assert_true (ilv_pulse_is_frozen (trace, gap));
  g_assert_cmpstr (length, ==, "300 ms");
  g_assert_cmpint (usual.start_ns, ==, 20 * MS);
  g_assert_cmpint (usual.end_ns, ==, 30 * MS);
  g_assert_false (ilv_pulse_is_frozen (trace, usual));
  g_assert_cmpuint (ilv_pulse_find (trace, 0), ==, 0);
  g_assert_cmpuint (ilv_pulse_find (trace, 1), ==, 1);
  g_assert_cmpuint (ilv_pulse_find (trace, 900 * MS), ==, 52);
}

/* A loop that is blocked until the run ends has a gap there. */
static void
test_gap_at_the_end (void)
{
  g_autoptr (IlvTrace) trace = new_trace (PERIOD, 400 * MS, 900 * MS);
  IlvPulseGap gap = ilv_pulse_find_longest_gap (trace);

  g_assert_cmpint (gap.start_ns, ==, 400 * MS);
  g_assert_cmpint (gap.end_ns, ==, 800 * MS);
}

static GtkWidget *
new_strip (IlvTrace *trace)
{
  GtkWidget *strip = ilv_heartbeat_strip_new ();
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();

  ilv_time_axis_set_limit_ns (axis, 800 * MS);
  ilv_heartbeat_strip_set_axis (ILV_HEARTBEAT_STRIP (strip), axis);
  ilv_scene_set_trace (ILV_SCENE (strip), trace);

  return strip;
}

static void
test_words (void)
{
  g_autoptr (IlvTrace) frozen = new_trace (PERIOD, 200 * MS, 500 * MS);
  g_autoptr (IlvTrace) regular = new_trace (PERIOD, 800 * MS, 0);
  GtkWidget *strip = g_object_ref_sink (new_strip (frozen));

  g_assert_cmpstr (ilv_scene_widget_get_description (ILV_SCENE_WIDGET (strip)), ==,
                   "The event loop was frozen for 300 ms at most.");
  ilv_scene_set_trace (ILV_SCENE (strip), regular);
  g_assert_cmpstr (ilv_scene_widget_get_description (ILV_SCENE_WIDGET (strip)), ==,
                   "The event loop came around at least every 10 ms.");
  g_object_unref (strip);
}

static void
test_hidden_without_pulse (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 1, 1);
  g_autoptr (IlvTrace) without = trace_fixture_end (&fixture);
  g_autoptr (IlvTrace) with = new_trace (PERIOD, 800 * MS, 0);
  GtkWidget *strip = g_object_ref_sink (new_strip (without));

  g_assert_false (gtk_widget_get_visible (strip));
  ilv_scene_set_trace (ILV_SCENE (strip), with);
  g_assert_true (gtk_widget_get_visible (strip));
  ilv_scene_set_trace (ILV_SCENE (strip), NULL);
  g_assert_false (gtk_widget_get_visible (strip));
  g_object_unref (strip);
}

static guint
count_nodes (IlvTrace *trace)
{
  GtkWidget *strip = new_strip (trace);
  GtkWidget *window = scene_fixture_open (strip, WIDTH, HEIGHT);
  g_autoptr (GskRenderNode) node = scene_fixture_draw (strip);
  guint n_nodes = scene_fixture_count_nodes (node);

  gtk_window_destroy (GTK_WINDOW (window));

  return n_nodes;
}

/* Every beat is a tick where there is room; a million are not more than the pixels. */
static void
test_bounded (void)
{
  g_autoptr (IlvTrace) few = new_trace (PERIOD, 800 * MS, 0);
  g_autoptr (IlvTrace) many = new_trace (800, 800 * MS, 0);
  guint n_few = count_nodes (few);
  guint n_many = count_nodes (many);

  g_assert_cmpuint (ilv_trace_get_info (many)->beats->len, >, 1000000);
  g_assert_cmpuint (n_few, >, 81);
  g_assert_cmpuint (n_few, <, 95);
  g_assert_cmpuint (n_many, >, 100);
  g_assert_cmpuint (n_many, <, WIDTH / 3 + 20);
}

/* Under the timeline's bars, which begin behind its names. */
static void
test_stands_under_the_timeline (void)
{
  g_autoptr (IlvTrace) trace = new_trace (PERIOD, 800 * MS, 0);
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *timeline = ilv_timeline_new ();
  GtkWidget *strip = ilv_heartbeat_strip_new ();
  GtkWidget *window;
  g_autofree guint32 *pixels = NULL;
  int first_beat = 0;

  ilv_time_axis_set_limit_ns (axis, 800 * MS);
  ilv_timeline_set_axis (ILV_TIMELINE (timeline), axis);
  ilv_timeline_set_trace (ILV_TIMELINE (timeline), trace);
  ilv_heartbeat_strip_set_axis (ILV_HEARTBEAT_STRIP (strip), axis);
  ilv_heartbeat_strip_set_timeline (ILV_HEARTBEAT_STRIP (strip), ILV_TIMELINE (timeline));
  ilv_scene_set_trace (ILV_SCENE (strip), trace);
  gtk_box_append (GTK_BOX (box), timeline);
  gtk_box_append (GTK_BOX (box), strip);
  window = scene_fixture_open (box, WIDTH, 200);
  pixels = scene_fixture_paint (strip, WIDTH, HEIGHT);

  /* Behind the name. */
  while (first_beat < WIDTH && pixels[HEIGHT / 2 * WIDTH + first_beat] != BEAT)
    first_beat++;
  g_assert_cmpint (first_beat, >, 40);
  g_assert_cmpint (first_beat, <, WIDTH / 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_notify (guint *n_notified)
{
  (*n_notified)++;
}

static void
test_notifies_on_change (void)
{
  GtkWidget *strip = g_object_ref_sink (ilv_heartbeat_strip_new ());
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  GtkWidget *timeline = g_object_ref_sink (ilv_timeline_new ());
  guint n_notified = 0;

  g_signal_connect_swapped (strip, "notify", G_CALLBACK (on_notify), &n_notified);
  g_object_set (strip, "axis", axis, "timeline", timeline, NULL);
  g_object_set (strip, "axis", axis, "timeline", timeline, NULL);
  g_assert_cmpuint (n_notified, ==, 2);
  g_object_unref (timeline);
  g_assert_null (ilv_heartbeat_strip_get_timeline (ILV_HEARTBEAT_STRIP (strip)));
  g_object_unref (strip);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/heartbeat-strip/gaps", test_gaps);
  g_test_add_func ("/scene/heartbeat-strip/gap-at-the-end", test_gap_at_the_end);
  g_test_add_func ("/scene/heartbeat-strip/words", test_words);
  g_test_add_func ("/scene/heartbeat-strip/hidden-without-pulse", test_hidden_without_pulse);
  g_test_add_func ("/scene/heartbeat-strip/bounded", test_bounded);
  g_test_add_func ("/scene/heartbeat-strip/stands-under-the-timeline",
                   test_stands_under_the_timeline);
  g_test_add_func ("/scene/heartbeat-strip/notifies-on-change", test_notifies_on_change);

  return g_test_run ();
}
