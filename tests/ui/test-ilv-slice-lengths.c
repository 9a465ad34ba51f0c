/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slice-lengths.h"
#include "ui-test.h"

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  IlvTimeAxis *axis;
  GtkWidget *window;
  GtkWidget *timeline;
  GtkWidget *lengths;
} Fixture;

/* A runs for 3 ms, for 4 ms and for 15 ms. */
static IlvTrace *
new_trace (void)
{
  static const gint64 edges[][2] = { { 0, 3 * MS }, { 5 * MS, 9 * MS }, { 10 * MS, 25 * MS } };
  static const char *const steps[] = { "cpu 22ms", NULL };
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));

  ilv_trace_info_add_task (info, "A", steps);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      const IlvSpan span = { .start_ns = edges[i][0],
                             .end_ns = edges[i][1],
                             .worker = ILV_NO_WORKER,
                             .step = ILV_NO_STEP,
                             .peer = ILV_NO_PEER,
                             .state = ILV_STATE_RUNNING };

      g_array_append_val (spans, span);
    }
  return ilv_trace_new (info, spans, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (IlvTrace) trace = new_trace ();

  fixture->axis = ilv_time_axis_new ();
  ilv_time_axis_set_limit_ns (fixture->axis, 25 * MS);
  fixture->timeline = ilv_timeline_new ();
  ilv_timeline_set_axis (ILV_TIMELINE (fixture->timeline), fixture->axis);
  ilv_timeline_set_trace (ILV_TIMELINE (fixture->timeline), trace);
  fixture->lengths = g_object_new (ILV_TYPE_SLICE_LENGTHS, NULL);
  ilv_slice_lengths_set_timeline (ILV_SLICE_LENGTHS (fixture->lengths), ILV_TIMELINE (fixture->timeline));
  gtk_box_append (GTK_BOX (box), fixture->timeline);
  gtk_box_append (GTK_BOX (box), fixture->lengths);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->axis);
}

static const char *
read_summary (Fixture *fixture)
{
  IlvSliceLengths *lengths = ILV_SLICE_LENGTHS (fixture->lengths);

  ilv_slice_lengths_set_open (lengths, FALSE);
  ilv_slice_lengths_set_open (lengths, TRUE);
  ui_test_wait_until (*ilv_slice_lengths_get_summary (lengths) != '\0');
  return ilv_slice_lengths_get_summary (lengths);
}

static void
assert_label (GtkWidget *grid, int column, int row, const char *text)
{
  GtkWidget *label = gtk_grid_get_child_at (GTK_GRID (grid), column, row);

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, text);
}

/* A row for each length, those without slices between others too. */
static void
test_rows (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *grid = ui_test_find (fixture->lengths, GTK_TYPE_GRID, 0);

  g_assert_cmpstr (ilv_slice_lengths_get_summary (ILV_SLICE_LENGTHS (fixture->lengths)), ==, "");
  g_assert_cmpstr (read_summary (fixture), ==, "3 slices, from 3.0 ms to 15 ms long; the most are in 2.0 ms – 5.0 ms.");
  assert_label (grid, 0, 0, "2.0 ms – 5.0 ms");
  assert_label (grid, 2, 0, "2");
  assert_label (grid, 2, 1, "0");
  assert_label (grid, 0, 2, "10 ms – 20 ms");
  assert_label (grid, 2, 2, "1");
  g_assert_null (gtk_grid_get_child_at (GTK_GRID (grid), 0, 3));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (gtk_grid_get_child_at (GTK_GRID (grid), 1, 2))),
                     ==, 0.5);
}

static void
test_range (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_time_axis_set_marks (fixture->axis, 6 * MS, 9 * MS);
  g_assert_cmpstr (read_summary (fixture), ==,
                   "1 slice in the marked range, from 4.0 ms to 4.0 ms long; the most are in 2.0 ms – 5.0 ms.");
  ilv_time_axis_set_marks (fixture->axis, 3 * MS, 5 * MS);
  g_assert_cmpstr (read_summary (fixture), ==, "Nothing ran in the marked range.");
}

/* What is shown belongs to the trace that is shown. */
static void
test_new_trace (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *popover = ui_test_find (fixture->lengths, GTK_TYPE_POPOVER, 0);

  read_summary (fixture);
  g_assert_true (gtk_widget_get_visible (popover));
  ilv_timeline_set_trace (ILV_TIMELINE (fixture->timeline), NULL);
  ui_test_wait_until (!gtk_widget_get_visible (popover));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add ("/ui/slice-lengths/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/ui/slice-lengths/range", Fixture, NULL, set_up, test_range, tear_down);
  g_test_add ("/ui/slice-lengths/new-trace", Fixture, NULL, set_up, test_new_trace, tear_down);

  return g_test_run ();
}
