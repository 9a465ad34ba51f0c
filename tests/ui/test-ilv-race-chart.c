/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-mark.h"
#include "ilv-race-chart.h"
#include "ilv-race-table.h"
#include "ui-test.h"

#define MS G_GINT64_CONSTANT (1000000)

static const char *const titles[] = { "A plain loop", "All at once", NULL };

/* @n_requests of 10 ms, @at_once of them at a time; the last of them fails. */
static IlvTrace *
make_trace (guint n_requests, guint at_once)
{
  IlvTraceInfo *info = ilv_trace_info_new ("sequential", 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));

  for (guint i = 0; i < n_requests; i++)
    {
      gint64 start_ns = i / at_once * 10 * MS;
      IlvSpan span = { .start_ns = start_ns,
                       .end_ns = start_ns + 10 * MS,
                       .task = i,
                       .worker = ILV_NO_WORKER,
                       .processor = ILV_NO_PROCESSOR,
                       .peer = ILV_NO_PEER,
                       .state = ILV_STATE_WAITING };

      ilv_trace_info_add_task (info, "T", (const char *const[]){ "get /", NULL });
      ilv_trace_info_add_result (info, span.end_ns, i, 0,
                                 i + 1 == n_requests ? ILV_RESULT_FAILURE : ILV_RESULT_TEXT,
                                 "Pikachu", NULL);
      g_array_append_val (spans, span);
    }
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  info->cpu_time_ns = 5 * MS;
  return ilv_trace_new (info, spans, NULL);
}

static void
assert_described (GtkWidget *chart, const char *expected)
{
  g_autofree char *text
    = ilv_race_lanes_describe (ilv_race_chart_get_lanes (ILV_RACE_CHART (chart)));

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
on_drawn (GtkWidget *widget G_GNUC_UNUSED, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  return ++*(guint *) data < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Where a title and its figures have no room beside each other they have a line each. */
static void
test_narrow (void)
{
  GtkWidget *chart = g_object_ref_sink (ilv_race_chart_new ());
  int narrow, wide;

  ilv_race_lanes_set_titles (ilv_race_chart_get_lanes (ILV_RACE_CHART (chart)), titles);
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, 20, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, 1000, &wide, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide);
  g_assert_finalize_object (chart);
}

/* So are long ones in German, on a phone. */
static void
test_long_titles (void)
{
  GtkWidget *chart = g_object_ref_sink (ilv_race_chart_new ());
  g_autoptr (PangoLayout) text
    = ilv_mark_create_text (chart, "Ein Pool von sechs Threads  389 ms · 6 auf einmal");
  int narrow, height, width;

  ilv_race_lanes_set_titles (ilv_race_chart_get_lanes (ILV_RACE_CHART (chart)), titles);
  pango_layout_get_pixel_size (text, &width, NULL);
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, 20, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, width - 20, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, narrow);
  g_assert_finalize_object (chart);
}

/* A few requests, and so many that they become an area. */
static void
test_chart (void)
{
  GtkWidget *chart = ilv_race_chart_new ();
  GtkWidget *window = gtk_window_new ();
  g_autoptr (IlvTrace) loop = make_trace (4, 1);
  g_autoptr (IlvTrace) many = make_trace (1000, 500);
  guint n_frames = 0;

  gtk_window_set_child (GTK_WINDOW (window), chart);
  gtk_window_present (GTK_WINDOW (window));
  assert_described (chart, "");
  ilv_race_lanes_set_titles (ilv_race_chart_get_lanes (ILV_RACE_CHART (chart)), titles);
  assert_described (chart, "A plain loop: not run yet\nAll at once: not run yet");
  ilv_race_lanes_set_trace (ilv_race_chart_get_lanes (ILV_RACE_CHART (chart)), 0, loop);
  assert_described (chart, "A plain loop: 40 ms · 1 at once\nAll at once: not run yet");
  ilv_race_lanes_set_trace (ilv_race_chart_get_lanes (ILV_RACE_CHART (chart)), 1, many);
  assert_described (chart, "A plain loop: 40 ms · 1 at once\nAll at once: 20 ms · 500 at once");
  gtk_widget_add_tick_callback (chart, on_drawn, &n_frames, NULL);
  ui_test_wait_until (n_frames == 3);
  ilv_race_lanes_set_titles (ilv_race_chart_get_lanes (ILV_RACE_CHART (chart)), titles);
  assert_described (chart, "A plain loop: not run yet\nAll at once: not run yet");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_row (GtkWidget *table, guint run, const char *const *cells)
{
  for (guint column = 0; cells[column] != NULL; column++)
    g_assert_cmpstr (ilv_race_table_get_text (ILV_RACE_TABLE (table), run, column), ==,
                     cells[column]);
}

static void
test_table (void)
{
  GtkWidget *table = g_object_ref_sink (ilv_race_table_new ());
  g_autoptr (IlvTrace) many = make_trace (6, 3);

  ilv_race_table_set_titles (ILV_RACE_TABLE (table), titles);
  ilv_race_table_set_trace (ILV_RACE_TABLE (table), 1, many);
  assert_row (table, 0, (const char *const[]){ "A plain loop", "–", "–", "–", "–", "–", NULL });
  assert_row (table, 1,
              (const char *const[]){ "All at once", "20 ms", "5.0 ms", "3", "5", "1", NULL });
  g_assert_null (ilv_race_table_get_text (ILV_RACE_TABLE (table), 2, 0));
  ilv_race_table_set_trace (ILV_RACE_TABLE (table), 1, NULL);
  assert_row (table, 1, (const char *const[]){ "All at once", "–", NULL });
  ilv_race_table_set_titles (ILV_RACE_TABLE (table), titles + 1);
  assert_row (table, 0, (const char *const[]){ "All at once", "–", NULL });
  g_assert_null (ilv_race_table_get_text (ILV_RACE_TABLE (table), 1, 0));
  g_assert_finalize_object (table);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/race-chart/chart", test_chart);
  g_test_add_func ("/ui/race-chart/narrow", test_narrow);
  g_test_add_func ("/ui/race-chart/long-titles", test_long_titles);
  g_test_add_func ("/ui/race-chart/table", test_table);

  return g_test_run ();
}
