/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-view.h"

#include "ilv-race-chart.h"
#include "ilv-race-controls.h"
#include "ilv-race-side.h"
#include "ilv-race-table.h"
#include "ilv-summary.h"
#include "ui-test-race.h"
#include "ui-test.h"

static GtkWidget *
show_race (IlvRace *race, GSettings *settings, GtkWidget **window)
{
  GtkWidget *view = ilv_race_view_new (race, settings, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  *window = gtk_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (*window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (*window), 900, 700);
  gtk_window_present (GTK_WINDOW (*window));
  return view;
}

static gboolean
can (GtkWidget *view, const char *action)
{
  return g_action_group_get_action_enabled (ilv_race_view_get_actions (ILV_RACE_VIEW (view)),
                                            action);
}

static void
run (GtkWidget *view)
{
  gtk_widget_activate_action (view, "comparison.run", NULL);
  g_assert_false (can (view, "run"));
  g_assert_true (can (view, "stop"));
}

static GtkAdjustment *
get_adjustment (GtkWidget *view, guint index)
{
  return gtk_range_get_adjustment (GTK_RANGE (ui_test_find (view, GTK_TYPE_SCALE, index)));
}

/* The names of a side have the height that they need at that width. */
static void
assert_names_have_room (GtkWidget *side, int width)
{
  GtkWidget *names = ui_test_find (side, g_type_from_name ("IlvNamesScene"), 0);
  int height;

  gtk_widget_measure (side, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (side, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (side, &(GtkAllocation){ 0, 0, width, height }, -1);
  gtk_widget_measure (names, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (names), NULL, &height, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (names), >=, height);
}

/* All four, for real, against the server. */
static void
test_run (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  GtkWidget *window;
  GtkWidget *view = show_race (race, NULL, &window);
  GtkWidget *table = ui_test_find (view, ILV_TYPE_RACE_TABLE, 0);
  GtkWidget *right = ui_test_find (view, ILV_TYPE_RACE_SIDE, 1);

  g_assert_true (can (view, "run"));
  g_assert_false (can (view, "stop"));
  g_assert_false (can (view, "play"));
  g_assert_cmpstr (ilv_race_view_get_verdict (ILV_RACE_VIEW (view)), ==, "");
  run (view);
  ui_test_wait_until (can (view, "run"));

  for (guint i = 0; i < 4; i++)
    {
      static const char *const most[] = { "1", "1", "2", "5" };

      g_assert_cmpstr (ilv_race_table_get_text (ILV_RACE_TABLE (table), i, 3), ==, most[i]);
      g_assert_cmpstr (ilv_race_table_get_text (ILV_RACE_TABLE (table), i, 4), ==, "5");
      g_assert_cmpstr (ilv_race_table_get_text (ILV_RACE_TABLE (table), i, 5), ==, "0");
    }
  g_assert_cmpstr (ilv_race_view_get_verdict (ILV_RACE_VIEW (view)), !=, "");
  g_assert_true (can (view, "play"));

  /* The first and the last are shown; another can be chosen. */
  g_assert_cmpuint (ilv_race_side_get_selected (ILV_RACE_SIDE (right)), ==, 3);
  g_assert_true (ilv_race_side_get_trace (ILV_RACE_SIDE (right)) ==
                 ilv_race_bench_get_trace (ilv_race_view_get_bench (ILV_RACE_VIEW (view)), 3));
  ilv_race_side_set_selected (ILV_RACE_SIDE (right), 2);
  g_assert_true (ilv_race_side_get_trace (ILV_RACE_SIDE (right)) ==
                 ilv_race_bench_get_trace (ilv_race_view_get_bench (ILV_RACE_VIEW (view)), 2));
  gtk_widget_activate_action (view, "comparison.previous-event", NULL);
  assert_names_have_room (right, 240);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_stop (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  GtkWidget *window;
  GtkWidget *view = show_race (race, NULL, &window);
  IlvRaceBench *bench = ilv_race_view_get_bench (ILV_RACE_VIEW (view));

  gtk_adjustment_set_value (get_adjustment (view, 0), 1000);
  gtk_adjustment_set_value (get_adjustment (view, 2), 2000);
  run (view);
  ui_test_wait_until (ilv_race_bench_get_trace (bench, 0) != NULL);
  gtk_widget_activate_action (view, "comparison.stop", NULL);
  ui_test_wait_until (can (view, "run"));
  g_assert_nonnull (ui_test_find_label (
    view, "The race was stopped. What had happened until then is still shown."));
  g_assert_cmpuint (ilv_trace_get_info (ilv_race_bench_get_trace (bench, 0))->tasks->len, ==, 1000);
  g_assert_cmpstr (ilv_race_view_get_verdict (ILV_RACE_VIEW (view)), ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The page is left in the middle of it. */
static void
test_leave (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  GtkWidget *window;
  GtkWidget *view = show_race (race, NULL, &window);

  gtk_adjustment_set_value (get_adjustment (view, 0), 1000);
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  run (view);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_wait_until (view == NULL);
}

/* Every request fails: it is said which, and why. */
static void
test_failures (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  GtkWidget *window;
  GtkWidget *view = show_race (race, NULL, &window);
  GtkWidget *table = ui_test_find (view, ILV_TYPE_RACE_TABLE, 0);

  gtk_adjustment_set_value (get_adjustment (view, 4), 100);
  run (view);
  ui_test_wait_until (can (view, "run"));
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (ilv_race_table_get_text (ILV_RACE_TABLE (table), i, 5), ==, "5");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the lesson says, and what can be chosen. */
static void
test_controls (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.interleave.Interleave");
  GtkWidget *window;
  GtkWidget *view = show_race (race, settings, &window);
  IlvRaceControls *controls = ILV_RACE_CONTROLS (ui_test_find (view, ILV_TYPE_RACE_CONTROLS, 0));
  GtkWidget *pokeapi = ui_test_find (view, GTK_TYPE_SWITCH, 0);
  IlvServerSettings server;
  g_autofree char *duration = NULL;
  g_autofree char *hint = NULL;

  g_assert_cmpuint (ilv_race_controls_get_requests (controls), ==, 5);
  g_assert_cmpuint (ilv_race_controls_get_workers (controls), ==, 2);
  ilv_race_controls_get_server (controls, &server);
  g_assert_cmpint (server.latency_ns, ==, 20000000);
  g_assert_cmpint (server.jitter_ns, ==, 5000000);
  g_assert_cmpfloat (server.failure_rate, ==, 0);
  g_assert_cmpuint (server.rate_limit, ==, 0);

  /* By keyboard, as the arrow keys do it: a step is one request. */
  g_assert_true (gtk_widget_grab_focus (ui_test_find (view, GTK_TYPE_SCALE, 0)));
  g_signal_emit_by_name (ui_test_find (view, GTK_TYPE_SCALE, 0), "move-slider",
                         GTK_SCROLL_STEP_FORWARD);
  g_assert_cmpuint (ilv_race_controls_get_requests (controls), ==, 6);
  gtk_adjustment_set_value (get_adjustment (view, 0), 5000);
  g_assert_cmpuint (ilv_race_controls_get_requests (controls), ==, 1000);

  /* Long races say so. */
  duration = ilv_summary_format_duration (G_GINT64_CONSTANT (50020000000));
  hint = g_strdup_printf ("This race will take about %s. It can be stopped.", duration);
  g_assert_nonnull (ui_test_find_label (view, hint));

  g_assert_false (ilv_race_controls_get_uses_pokeapi (controls));
  gtk_switch_set_active (GTK_SWITCH (pokeapi), TRUE);
  g_assert_true (ilv_race_controls_get_uses_pokeapi (controls));
  g_assert_true (g_settings_get_boolean (settings, "use-pokeapi"));
  g_assert_false (gtk_widget_is_sensitive (ui_test_find (view, GTK_TYPE_SCALE, 2)));
  g_assert_true (gtk_widget_is_sensitive (ui_test_find (view, GTK_TYPE_SCALE, 0)));
  g_settings_reset (settings, "use-pokeapi");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (pokeapi)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Everything that can be changed has a name for those who do not see it. */
static void
test_accessible (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  const GType types[] = { GTK_TYPE_SCALE,     GTK_TYPE_SPIN_BUTTON, GTK_TYPE_SWITCH,
                          ILV_TYPE_RACE_SIDE, ILV_TYPE_RACE_CHART,  ILV_TYPE_RACE_TABLE };
  GtkWidget *window;
  GtkWidget *view = show_race (race, NULL, &window);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget;

      g_assert_nonnull (ui_test_find (view, types[i], 0));
      for (guint j = 0; (widget = ui_test_find (view, types[i], j)) != NULL; j++)
        g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                         GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A race of different tasks, without a server: nothing is shown that would do nothing. */
static void
test_few_controls (void)
{
  g_autoptr (IlvRace) race = ui_test_read_race ("[Race]\nTitle=T\n"
                                                "[Run 1]\nTitle=One\nStrategy=sequential\n"
                                                "[Run 2]\nTitle=Two\nStrategy=event-loop\n"
                                                "[Task A]\nSteps=wait 5ms\n"
                                                "[Task B]\nSteps=wait 6ms\n");
  GtkWidget *window;
  GtkWidget *view = show_race (race, NULL, &window);

  for (guint i = 0; i < 6; i++)
    g_assert_false (gtk_widget_get_mapped (ui_test_find (view, GTK_TYPE_SCALE, i)));
  g_assert_false (gtk_widget_get_mapped (ui_test_find (view, GTK_TYPE_SWITCH, 0)));
  run (view);
  ui_test_wait_until (can (view, "run"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/race-view/run", test_run);
  g_test_add_func ("/ui/race-view/stop", test_stop);
  g_test_add_func ("/ui/race-view/leave", test_leave);
  g_test_add_func ("/ui/race-view/failures", test_failures);
  g_test_add_func ("/ui/race-view/controls", test_controls);
  g_test_add_func ("/ui/race-view/accessible", test_accessible);
  g_test_add_func ("/ui/race-view/few-controls", test_few_controls);

  return g_test_run ();
}
