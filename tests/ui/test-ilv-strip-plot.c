/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-strip-plot.h"
#include "ui-test-view.h"

static const char sides[] = "Left=sequential\nRight=model\n[Task A]\nSteps=cpu 2ms\n";

static IlvStripPlot *
get_plot (ViewFixture *fixture)
{
  return ILV_STRIP_PLOT (ui_test_find (GTK_WIDGET (fixture->view), ILV_TYPE_STRIP_PLOT, 0));
}

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

static IlvPastRun *
add (IlvRunHistory *history, const char *kind, gint64 left_ms, gint64 right_ms)
{
  g_autoptr (IlvTrace) left = new_trace (left_ms * MS);
  g_autoptr (IlvTrace) right = new_trace (right_ms * MS);

  return ilv_run_history_add (history, kind, left, right);
}

static double
locate_x (IlvStripPlot *plot, IlvPastRun *run, IlvSide side)
{
  graphene_point_t point;

  g_assert_true (ilv_strip_plot_locate (plot, run, side, &point));
  return point.x;
}

/* One scale for both sides, from the shortest time to the longest; what is no run like the newest has no dot. */
static void
test_scale (void)
{
  g_autoptr (IlvRunHistory) history = ilv_run_history_new ();
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());
  GtkWidget *plot = ilv_strip_plot_new (history);
  IlvPastRun *first, *second, *third;
  graphene_point_t point;
  double least, most;

  gtk_window_set_child (GTK_WINDOW (window), plot);
  g_assert_false (gtk_widget_get_visible (plot));
  third = add (history, "other", 100, 5000);
  first = add (history, "a", 800, 400);
  g_assert_false (gtk_widget_get_visible (plot));
  second = add (history, "a", 600, 600);
  g_assert_true (gtk_widget_get_visible (plot));
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_until (gtk_widget_get_width (plot) > 300);

  least = locate_x (ILV_STRIP_PLOT (plot), first, ILV_SIDE_RIGHT);
  most = locate_x (ILV_STRIP_PLOT (plot), first, ILV_SIDE_LEFT);
  g_assert_cmpfloat (least, >, 0);
  g_assert_cmpfloat (most, <, gtk_widget_get_width (plot));
  g_assert_cmpfloat_with_epsilon (locate_x (ILV_STRIP_PLOT (plot), second, ILV_SIDE_LEFT),
                                  (least + most) / 2, 0.01);
  g_assert_cmpfloat_with_epsilon (locate_x (ILV_STRIP_PLOT (plot), second, ILV_SIDE_RIGHT),
                                  (least + most) / 2, 0.01);
  g_assert_false (ilv_strip_plot_locate (ILV_STRIP_PLOT (plot), third, ILV_SIDE_LEFT, &point));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
}

/* Without a spread, all stands in the middle. */
static void
test_equal (void)
{
  g_autoptr (IlvRunHistory) history = ilv_run_history_new ();
  g_autoptr (GtkWidget) plot = g_object_ref_sink (ilv_strip_plot_new (history));
  IlvPastRun *first = add (history, "a", 500, 500);
  IlvPastRun *second = add (history, "a", 500, 500);

  g_assert_cmpfloat (locate_x (ILV_STRIP_PLOT (plot), first, ILV_SIDE_LEFT), ==,
                     locate_x (ILV_STRIP_PLOT (plot), second, ILV_SIDE_RIGHT));
  gtk_test_accessible_assert_role (plot, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (plot, GTK_ACCESSIBLE_PROPERTY_LABEL, "How long each run took");
  gtk_test_accessible_assert_property (
    plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "Median of 2 runs like the last: left 500 ms (from 500 ms to 500 ms), right 500 ms (from 500 ms to 500 ms).");
}

static void
press (IlvStripPlot *plot, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (plot));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
}

static guint
get_shown (ViewFixture *fixture)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (view_get_actions (fixture), "show-run");

  return g_variant_get_uint32 (state);
}

/* From the shortest run to the longest, each once, and no further. */
static void
test_keys (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 last_ns = -1;
  guint seen = 0;

  for (guint i = 0; i < 4; i++)
    view_run (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_plot (fixture))));
  g_assert_cmpuint (get_shown (fixture), ==, 4);
  for (guint i = 0; i < 5; i++)
    press (get_plot (fixture), GDK_KEY_Left);
  for (guint i = 0; i < 4; i++)
    {
      gint64 time_ns = ilv_trace_get_duration_ns (view_get_trace (fixture, ILV_SIDE_LEFT));

      g_assert_cmpint (time_ns, >=, last_ns);
      last_ns = time_ns;
      seen |= 1 << get_shown (fixture);
      press (get_plot (fixture), GDK_KEY_Right);
    }
  g_assert_cmpuint (seen, ==, 0x1e);

  /* The model's times are all the same: then the keys go by the runs' numbers. */
  press (get_plot (fixture), GDK_KEY_Down);
  view_change (fixture, "show-run", g_variant_new_uint32 (2));
  press (get_plot (fixture), GDK_KEY_Left);
  g_assert_cmpuint (get_shown (fixture), ==, 1);
  press (get_plot (fixture), GDK_KEY_Left);
  g_assert_cmpuint (get_shown (fixture), ==, 1);
  press (get_plot (fixture), GDK_KEY_Right);
  press (get_plot (fixture), GDK_KEY_Right);
  g_assert_cmpuint (get_shown (fixture), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/strip-plot/scale", test_scale);
  g_test_add_func ("/ui/strip-plot/equal", test_equal);
  g_test_add ("/ui/strip-plot/keys", ViewFixture, sides, view_set_up, test_keys, view_tear_down);

  return g_test_run ();
}
