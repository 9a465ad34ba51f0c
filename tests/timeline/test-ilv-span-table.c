/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-list.h"
#include "ilv-span-table.h"

#define MS G_GINT64_CONSTANT (1000000)

static IlvTrace *
new_trace (guint n_spans)
{
  IlvTraceInfo *info = ilv_trace_info_new ("sequential", 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  const char *steps[] = { NULL };

  ilv_trace_info_add_task (info, "A", steps);
  ilv_trace_info_add_worker (info, "Worker 1", 0, 0);
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  for (guint i = 0; i < n_spans; i++)
    {
      IlvSpan span = { .start_ns = i * MS,
                       .end_ns = (i + 1) * MS,
                       .processor = i % 2 == 0 ? 0 : ILV_NO_PROCESSOR,
                       .worker = i % 2 == 0 ? 0 : ILV_NO_WORKER,
                       .step = ILV_NO_STEP,
                       .peer = ILV_NO_PEER,
                       .state = i % 2 == 0 ? ILV_STATE_RUNNING : ILV_STATE_WAITING };

      g_array_append_val (spans, span);
    }

  return ilv_trace_new (info, spans, NULL);
}

static GtkWidget *
find_column_view (IlvSpanTable *table)
{
  GtkWidget *scrolled_window = gtk_widget_get_first_child (GTK_WIDGET (table));

  return gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled_window));
}

static GtkSingleSelection *
find_selection (IlvSpanTable *table)
{
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (find_column_view (table)));

  return GTK_SINGLE_SELECTION (model);
}

/* The first label with that text below the widget. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
count_items_changed (
  G_GNUC_UNUSED GListModel *model, guint position, guint removed, guint added, guint *counts)
{
  g_assert_cmpuint (position, ==, 0);
  counts[0] += removed;
  counts[1] += added;
}

static void
test_list (void)
{
  g_autoptr (IlvTrace) trace = new_trace (5);
  IlvSpanList *list = ilv_span_list_new ();
  GListModel *model = G_LIST_MODEL (list);
  guint counts[2] = { 0, 0 };
  const IlvSpan *spans;
  gsize n_spans;

  g_signal_connect (list, "items-changed", G_CALLBACK (count_items_changed), counts);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  g_assert_null (g_list_model_get_item (model, 0));

  ilv_span_list_set_trace (list, trace);
  ilv_span_list_set_trace (list, trace);
  g_assert_cmpuint (counts[0], ==, 0);
  g_assert_cmpuint (counts[1], ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 5);

  spans = ilv_trace_get_spans (trace, &n_spans);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (IlvSpanItem) item = g_list_model_get_item (model, i);

      g_assert_true (ilv_span_item_get_span (item) == &spans[i]);
      g_assert_true (ilv_span_item_get_trace (item) == trace);
    }
  g_assert_null (g_list_model_get_item (model, 5));

  ilv_span_list_set_trace (list, NULL);
  g_assert_cmpuint (counts[0], ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);

  g_assert_finalize_object (list);
}

/* An item that somebody holds keeps its span alive. */
static void
test_item_outlives_list (void)
{
  IlvTrace *trace = new_trace (3);
  IlvSpanList *list = ilv_span_list_new ();
  IlvSpanItem *item;

  ilv_span_list_set_trace (list, trace);
  item = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_assert_finalize_object (list);
  g_object_unref (trace);

  g_assert_cmpint (ilv_span_item_get_span (item)->start_ns, ==, 2 * MS);
  g_assert_finalize_object (item);
}

static void
assert_selected (IlvTimeAxis *axis, int side, guint span)
{
  g_assert_cmpint (ilv_time_axis_get_selected_side (axis), ==, side);
  if (side >= 0)
    g_assert_cmpuint (ilv_time_axis_get_selected_span (axis), ==, span);
}

static void
test_selection (void)
{
  g_autoptr (IlvTrace) trace = new_trace (20);
  g_autoptr (IlvTrace) longer = new_trace (30);
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  IlvSpanTable *table = g_object_ref_sink (ILV_SPAN_TABLE (ilv_span_table_new ()));
  GtkSingleSelection *selection = find_selection (table);

  ilv_span_table_set_trace (table, trace);
  ilv_span_table_set_axis (table, axis);
  ilv_span_table_set_side (table, 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  assert_selected (axis, -1, 0);

  gtk_single_selection_set_selected (selection, 7);
  assert_selected (axis, 1, 7);
  ilv_time_axis_select (axis, 1, 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);

  /* The other side's span is not ours. */
  ilv_time_axis_select (axis, 0, 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  assert_selected (axis, 0, 3);
  ilv_time_axis_select (axis, 1, 12);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 12);

  /* A trace that grew keeps what is selected. */
  ilv_span_table_set_trace (table, longer);
  assert_selected (axis, 1, 12);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 12);

  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  assert_selected (axis, -1, 0);

  g_assert_finalize_object (table);
}

static void
test_cells (void)
{
  g_autoptr (IlvTrace) trace = new_trace (20);
  IlvSpanTable *table = ILV_SPAN_TABLE (ilv_span_table_new ());
  GtkWidget *window = gtk_window_new ();
  const char *const texts[] = { "A",    "running",  "waiting", "Worker 1", "Core 0",
                                "–",    "3.000 ms", "Task",    "State",    "Worker",
                                "Core", "From",     "To",      "Length" };

  ilv_span_table_set_trace (table, trace);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 400);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (table));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (table));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (find_label (GTK_WIDGET (table), texts[i]) == NULL)
      g_error ("no cell says \"%s\"", texts[i]);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_rows (GtkWidget *widget, guint *n_labels)
{
  if (GTK_IS_LABEL (widget))
    (*n_labels)++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_rows (child, n_labels);
}

/* Rows are made for what can be seen, however many spans there are. */
static void
test_million_spans (void)
{
  g_autoptr (IlvTrace) trace = new_trace (1000000);
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  IlvSpanTable *table = ILV_SPAN_TABLE (ilv_span_table_new ());
  GtkWidget *window = gtk_window_new ();
  guint n_labels = 0;

  ilv_span_table_set_axis (table, axis);
  ilv_span_table_set_trace (table, trace);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 400);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (table));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (table));

  ilv_time_axis_select (axis, 0, 999998);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (table));
  while (find_label (GTK_WIDGET (table), "999998.000 ms") == NULL)
    g_main_context_iteration (NULL, TRUE);

  count_rows (GTK_WIDGET (table), &n_labels);
  g_assert_cmpuint (n_labels, <, 7 * 1000);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/span-list/items", test_list);
  g_test_add_func ("/timeline/span-list/item-outlives-list", test_item_outlives_list);
  g_test_add_func ("/timeline/span-table/selection", test_selection);
  g_test_add_func ("/timeline/span-table/cells", test_cells);
  g_test_add_func ("/timeline/span-table/million-spans", test_million_spans);

  return g_test_run ();
}
