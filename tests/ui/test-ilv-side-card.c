/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-side-card.h"
#include "ilv-summary.h"
#include "ui-test.h"

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  GtkWidget *card;
  IlvTimeAxis *axis;
  IlvPlayhead *playhead;
  guint n_strategy;
} Fixture;

static void
on_strategy (Fixture *fixture)
{
  fixture->n_strategy++;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->axis = ilv_time_axis_new ();
  fixture->playhead = ilv_playhead_new ();
  fixture->card = g_object_ref_sink (g_object_new (ILV_TYPE_SIDE_CARD, NULL));
  ilv_side_card_set_up (ILV_SIDE_CARD (fixture->card), ILV_SIDE_RIGHT, fixture->axis,
                        fixture->playhead);
  g_signal_connect_swapped (fixture->card, "notify::strategy", G_CALLBACK (on_strategy), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->card);
  g_assert_finalize_object (fixture->playhead);
  g_assert_finalize_object (fixture->axis);
}

static gpointer
get_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->card, ILV_TYPE_SIDE_CARD, name);
}

static IlvTrace *
new_trace (IlvTraceOutcome outcome)
{
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  IlvSpan span = { .end_ns = 40 * MS, .step = ILV_NO_STEP, .peer = ILV_NO_PEER };

  ilv_trace_info_add_task (info, "A", (const char *[]){ NULL });
  ilv_trace_info_add_worker (info, "Worker 1", 0, 0);
  info->outcome = outcome;
  if (outcome == ILV_TRACE_OUTCOME_FINISHED)
    ilv_trace_info_add_note (info, "A note.");
  g_array_append_val (spans, span);
  return ilv_trace_new (info, spans, NULL);
}

static void
test_set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvTimeline *timeline = ilv_side_card_get_timeline (ILV_SIDE_CARD (fixture->card));

  g_assert_cmpint (ilv_timeline_get_side (timeline), ==, 1);
  g_assert_true (ilv_timeline_get_axis (timeline) == fixture->axis);
  g_assert_true (ilv_timeline_get_playhead (timeline) == fixture->playhead);
  gtk_test_accessible_assert_property (fixture->card, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Right side: Sequential");
  gtk_test_accessible_assert_property (timeline, GTK_ACCESSIBLE_PROPERTY_LABEL, "Right timeline");
}

static void
test_strategy (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvSideCard *card = ILV_SIDE_CARD (fixture->card);
  GtkDropDown *strategies = get_part (fixture, "strategies");

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (strategies)), ==,
                    ILV_N_STRATEGIES);
  g_assert_cmpint (ilv_side_card_get_strategy (card), ==, ILV_STRATEGY_SEQUENTIAL);
  ilv_side_card_set_strategy (card, ILV_STRATEGY_SEQUENTIAL);
  g_assert_cmpuint (fixture->n_strategy, ==, 0);

  ilv_side_card_set_strategy (card, ILV_STRATEGY_THREAD_POOL);
  g_assert_cmpuint (fixture->n_strategy, ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (strategies), ==, ILV_STRATEGY_THREAD_POOL);
  g_assert_cmpstr (gtk_label_get_label (get_part (fixture, "description")), ==,
                   ilv_strategy_get_description (ILV_STRATEGY_THREAD_POOL));
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Right side: Thread pool");
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "badge")));

  /* By hand. */
  gtk_drop_down_set_selected (strategies, ILV_STRATEGY_MODEL);
  g_assert_cmpuint (fixture->n_strategy, ==, 2);
  g_assert_cmpint (ilv_side_card_get_strategy (card), ==, ILV_STRATEGY_MODEL);
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "badge")));
}

static void
test_trace (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvSideCard *card = ILV_SIDE_CARD (fixture->card);
  IlvTimeline *timeline = ilv_side_card_get_timeline (card);
  g_autoptr (IlvTrace) live = new_trace (ILV_TRACE_OUTCOME_RUNNING);
  g_autoptr (IlvTrace) trace = new_trace (ILV_TRACE_OUTCOME_FINISHED);
  g_autofree char *sentence = ilv_summary_describe (trace);

  ilv_side_card_set_trace (card, live);
  g_assert_true (ilv_timeline_get_trace (timeline) == live);
  g_assert_cmpstr (gtk_label_get_label (get_part (fixture, "sentence")), ==, "");
  g_assert_null (ui_test_find_label (get_part (fixture, "figures"), "40 ms"));

  ilv_side_card_set_trace (card, trace);
  g_assert_true (ilv_timeline_get_trace (timeline) == trace);
  g_assert_cmpstr (gtk_label_get_label (get_part (fixture, "sentence")), ==, sentence);
  gtk_test_accessible_assert_property (timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence);
  g_assert_nonnull (ui_test_find_label (get_part (fixture, "figures"), "40 ms"));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "notes")));
  g_assert_cmpstr (gtk_label_get_label (get_part (fixture, "notes")), ==, "A note.");

  ilv_side_card_set_trace (card, NULL);
  g_assert_null (ilv_timeline_get_trace (timeline));
  g_assert_cmpstr (gtk_label_get_label (get_part (fixture, "sentence")), ==, "");
  g_assert_null (ui_test_find_label (get_part (fixture, "figures"), "40 ms"));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "notes")));
}

static void
test_table (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkStack *views = get_part (fixture, "views");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==, "timeline");
  ilv_side_card_set_shows_table (ILV_SIDE_CARD (fixture->card), TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==, "table");
  ilv_side_card_set_shows_table (ILV_SIDE_CARD (fixture->card), FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==, "timeline");
}

/* A long name, or one in large letters, does not make the window wider. */
static void
test_narrow (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = gtk_window_new ();
  int minimum, natural;

  gtk_window_set_child (GTK_WINDOW (window), fixture->card);
  ilv_side_card_set_strategy (ILV_SIDE_CARD (fixture->card), ILV_STRATEGY_PYTHON_FREE_THREADED);
  gtk_widget_measure (get_part (fixture, "strategies"), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      &natural, NULL, NULL);
  g_assert_cmpint (minimum, <, natural);
  g_assert_nonnull (ui_test_find_label (
    get_part (fixture, "strategies"), ilv_strategy_get_title (ILV_STRATEGY_PYTHON_FREE_THREADED)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/side-card/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("set-up", test_set_up);
  ADD ("strategy", test_strategy);
  ADD ("trace", test_trace);
  ADD ("table", test_table);
  ADD ("narrow", test_narrow);
#undef ADD

  return g_test_run ();
}
