/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-range-bar.h"
#include "ilv-range-figures.h"
#include "ui-test.h"

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  IlvTimeAxis *axis;
  GtkWidget *left;
  GtkWidget *right;
  GtkWidget *bar;
} Fixture;

static void
add_span (GArray *spans, gint64 start_ns, gint64 end_ns, guint task, IlvState state)
{
  const gboolean is_running = state == ILV_STATE_RUNNING;
  const IlvSpan span = { .start_ns = start_ns,
                         .end_ns = end_ns,
                         .task = task,
                         .worker = task,
                         .processor = is_running ? (gint16) task : ILV_NO_PROCESSOR,
                         .step = ILV_NO_STEP,
                         .peer = ILV_NO_PEER,
                         .state = state };

  g_array_append_val (spans, span);
}

/* A runs for 400 ms; B waits for half of it and then runs. */
static IlvTrace *
new_trace (void)
{
  static const char *const steps[] = { "cpu 400ms", NULL };
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", 2);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));

  ilv_trace_info_add_task (info, "A", steps);
  ilv_trace_info_add_task (info, "B", steps);
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  add_span (spans, 0, 400 * MS, 0, ILV_STATE_RUNNING);
  add_span (spans, 0, 200 * MS, 1, ILV_STATE_WAITING);
  add_span (spans, 200 * MS, 400 * MS, 1, ILV_STATE_RUNNING);
  return ilv_trace_new (info, spans, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->axis = ilv_time_axis_new ();
  fixture->left = g_object_ref_sink (ilv_timeline_new ());
  fixture->right = g_object_ref_sink (ilv_timeline_new ());
  fixture->bar = g_object_ref_sink (g_object_new (ILV_TYPE_RANGE_BAR, NULL));
  ilv_time_axis_set_limit_ns (fixture->axis, 400 * MS);
  ilv_timeline_set_axis (ILV_TIMELINE (fixture->left), fixture->axis);
  ilv_timeline_set_axis (ILV_TIMELINE (fixture->right), fixture->axis);
  ilv_range_bar_set_timelines (ILV_RANGE_BAR (fixture->bar), ILV_TIMELINE (fixture->left),
                               ILV_TIMELINE (fixture->right));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->bar);
  g_assert_finalize_object (fixture->left);
  g_assert_finalize_object (fixture->right);
  g_assert_finalize_object (fixture->axis);
}

static void
set_trace (GtkWidget *timeline)
{
  g_autoptr (IlvTrace) trace = new_trace ();

  ilv_timeline_set_trace (ILV_TIMELINE (timeline), trace);
}

static void
wait_for_figures (Fixture *fixture)
{
  ui_test_wait_until (!ilv_range_bar_is_computing (ILV_RANGE_BAR (fixture->bar)));
}

static GtkWidget *
get_line (Fixture *fixture, const char *beginning)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = ui_test_find (fixture->bar, GTK_TYPE_LABEL, i);

      if (label == NULL
          || (gtk_widget_get_visible (label)
              && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (label)), beginning)))
        return label;
    }
}

static void
assert_line (Fixture *fixture, const char *line)
{
  g_autofree char *word = g_strndup (line, strcspn (line, ": "));
  GtkWidget *label = get_line (fixture, word);

  g_assert_nonnull (label);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, line);
}

/* It is there while there is a range, and follows it. */
static void
test_one_side (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_trace (fixture->left);
  g_assert_false (gtk_widget_get_visible (fixture->bar));
  ilv_time_axis_set_mark (fixture->axis, 0, 300 * MS);
  g_assert_false (gtk_widget_get_visible (fixture->bar));
  ilv_time_axis_set_mark (fixture->axis, 1, 100 * MS);
  g_assert_true (gtk_widget_get_visible (fixture->bar));
  wait_for_figures (fixture);
  assert_line (fixture, "Range: 200.000 ms, from 100.000 ms to 300.000 ms");
  assert_line (fixture, "running 300 ms · ready 0 ms · waiting 100 ms · blocked 0 ms · utilisation 75 % · "
                        "2 slices · at most 2 at once");

  /* The last one of many is what is shown. */
  for (guint i = 0; i < 50; i++)
    ilv_time_axis_set_marks (fixture->axis, 0, (i + 1) * MS);
  wait_for_figures (fixture);
  assert_line (fixture, "Range: 50.000 ms, from 0.000 ms to 50.000 ms");
  assert_line (fixture, "running 50 ms · ready 0 ms · waiting 50 ms · blocked 0 ms · utilisation 50 % · "
                        "1 slice · at most 1 at once");
  ilv_time_axis_set_marks (fixture->axis, -1, -1);
  g_assert_false (gtk_widget_get_visible (fixture->bar));
}

static void
test_two_sides (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_time_axis_set_marks (fixture->axis, 0, 100 * MS);
  g_assert_false (ilv_range_bar_is_computing (ILV_RANGE_BAR (fixture->bar)));
  g_assert_null (get_line (fixture, "running"));

  /* A trace that comes later is measured too. */
  set_trace (fixture->left);
  set_trace (fixture->right);
  wait_for_figures (fixture);
  g_assert_nonnull (get_line (fixture, "Left: running 100 ms"));
  g_assert_nonnull (get_line (fixture, "Right: running 100 ms"));
}

static void
test_actions (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_trace (fixture->left);
  ilv_time_axis_set_marks (fixture->axis, 100 * MS, 200 * MS);
  wait_for_figures (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->bar, "range.zoom", NULL));
  g_assert_cmpfloat (ilv_time_axis_get_start_ns (fixture->axis), ==, 100 * MS);
  g_assert_cmpfloat (ilv_time_axis_get_end_ns (fixture->axis), ==, 200 * MS);
  g_assert_true (gtk_widget_activate_action (fixture->bar, "range.clear", NULL));
  g_assert_false (ilv_time_axis_has_marks (fixture->axis));
  g_assert_false (gtk_widget_get_visible (fixture->bar));
}

/* Whoever closes the page does not wait for figures, nor do they find what is gone. */
static void
test_gone_while_computing (void)
{
  Fixture fixture;

  set_up (&fixture, NULL);
  set_trace (fixture.left);
  ilv_time_axis_set_marks (fixture.axis, 100 * MS, 200 * MS);
  g_assert_true (ilv_range_bar_is_computing (ILV_RANGE_BAR (fixture.bar)));
  ilv_time_axis_set_marks (fixture.axis, 100 * MS, 300 * MS);
  g_assert_finalize_object (fixture.left);
  g_assert_finalize_object (fixture.right);
  wait_for_figures (&fixture);
  g_assert_finalize_object (fixture.bar);
  g_assert_finalize_object (fixture.axis);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add ("/ui/range-bar/one-side", Fixture, NULL, set_up, test_one_side, tear_down);
  g_test_add ("/ui/range-bar/two-sides", Fixture, NULL, set_up, test_two_sides, tear_down);
  g_test_add ("/ui/range-bar/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add_func ("/ui/range-bar/gone-while-computing", test_gone_while_computing);

  return g_test_run ();
}
