/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-view.h"

#include <glib/gi18n.h>

#include "ilv-findings.h"
#include "ilv-notice.h"
#include "ilv-pair-layout.h"
#include "ilv-processors.h"
#include "ilv-record-buffer.h"
#include "ilv-replay.h"
#include "ilv-setup.h"
#include "ilv-side-card.h"
#include "ilv-summary.h"
#include "ilv-transport.h"

/* Room behind the end of what is known, as a factor. */
#define AXIS_MARGIN 1.08

/* Watching a run takes processor time from it: it is watched so often, but never for more than one in
 * so many parts of the time. */
#define REFRESH_MS 100
#define REFRESH_SHARE 25

/* Where the flag stands before it is moved: at nobody's answer. */
#define GUESS_START 0.25

struct _IlvComparisonView
{
  GtkWidget parent_instance;

  IlvComparison *comparison;
  IlvExperiment *experiment;
  IlvGuess *guess;
  IlvTimeAxis *axis;
  IlvPlayhead *playhead;
  IlvReplay *replay;
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  guint refresh_source;
  gint64 watched_ns; /* the main thread's CPU time, spent on snapshots and drawing, at the last look */
  gboolean placing_ghost;

  GtkWidget *title;
  GtkWidget *questions;
  GtkWidget *question;
  GtkWidget *left;
  GtkWidget *right;
  GtkWidget *transport;
  GtkWidget *findings;
  GtkWidget *setup;
};

G_DEFINE_FINAL_TYPE (IlvComparisonView, ilv_comparison_view, GTK_TYPE_WIDGET)

static IlvSideCard *
get_card (IlvComparisonView *self, IlvSide side)
{
  return ILV_SIDE_CARD (side == ILV_SIDE_LEFT ? self->left : self->right);
}

static void
enable (IlvComparisonView *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)), enabled);
}

/* What a side shows; asking the experiment would take a snapshot of a run that goes on. */
static IlvTrace *
get_trace (IlvComparisonView *self, IlvSide side)
{
  return ilv_timeline_get_trace (ilv_side_card_get_timeline (get_card (self, side)));
}

static void
update_actions (IlvComparisonView *self)
{
  gboolean running = ilv_experiment_is_running (self->experiment);
  gboolean waits = self->guess != NULL && ilv_guess_must_wait (self->guess);
  gboolean can_replay = !running && ilv_playhead_get_end_ns (self->playhead) > 0;

  enable (self, "run", !running && !waits);
  enable (self, "stop", running);
  enable (self, "play", can_replay);
  enable (self, "previous-event", can_replay);
  enable (self, "next-event", can_replay);
  gtk_widget_set_sensitive (self->setup, !running);
  gtk_widget_set_visible (self->questions, self->guess != NULL && ilv_guess_is_open (self->guess));
  if (!running)
    ilv_transport_set_hint (ILV_TRANSPORT (self->transport),
                            waits ? _ ("First say what you expect: drag the flag, or skip.") : NULL);
}

/* The time that one processor needs for one task after the other: what a prediction is a share of. */
static gint64
get_sequential_ns (IlvComparisonView *self)
{
  return ilv_workload_get_sequential_ns (ilv_setup_get_workload (ILV_SETUP (self->setup)));
}

static IlvTimeline *
get_asked_timeline (IlvComparisonView *self)
{
  IlvPrediction *prediction = ilv_guess_get_prediction (self->guess);

  return ilv_side_card_get_timeline (
    get_card (self, ilv_prediction_is_right_side (prediction) ? ILV_SIDE_RIGHT : ILV_SIDE_LEFT));
}

static void
place_ghost (IlvComparisonView *self)
{
  double share;
  gboolean open;

  if (self->guess == NULL)
    return;
  open = ilv_guess_is_open (self->guess);
  share = ilv_guess_get_share (self->guess);
  if (open && share < 0)
    share = GUESS_START;
  self->placing_ghost = TRUE;
  ilv_timeline_set_ghost_ns (get_asked_timeline (self),
                             share < 0 ? -1 : (gint64) (share * get_sequential_ns (self)));
  ilv_timeline_set_ghost_editable (get_asked_timeline (self),
                                   open && !ilv_experiment_is_running (self->experiment));
  self->placing_ghost = FALSE;
}

static void
on_ghost_moved (IlvComparisonView *self)
{
  if (self->placing_ghost || !ilv_guess_is_open (self->guess))
    return;
  ilv_guess_set_share (self->guess, (double) ilv_timeline_get_ghost_ns (get_asked_timeline (self))
                                      / get_sequential_ns (self));
}

static void
on_guess_changed (IlvComparisonView *self)
{
  place_ghost (self);
  update_actions (self);
}

/* One scale for both sides, long enough for all that is shown. */
static void
extend_axis (IlvComparisonView *self, gint64 at_least_ns)
{
  gint64 limit_ns = at_least_ns;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    if (get_trace (self, i) != NULL)
      limit_ns = MAX (limit_ns, ilv_trace_get_duration_ns (get_trace (self, i)));
  ilv_time_axis_set_limit_ns (self->axis, MAX (limit_ns * AXIS_MARGIN, 1));
}

/* The lesson's title says what the lesson runs; it may not stand above something else. */
static void
show_title (IlvComparisonView *self)
{
  IlvWorkload *planned = ilv_comparison_get_workload (self->comparison);
  IlvWorkload *workload = ilv_setup_get_workload (ILV_SETUP (self->setup));
  guint n_tasks = ilv_workload_get_n_tasks (workload);
  gint64 work_ns = ilv_workload_get_work_ns (workload);
  g_autofree char *title = NULL;

  if (n_tasks == ilv_workload_get_n_tasks (planned)
      && work_ns == ilv_workload_get_work_ns (planned))
    title = g_strdup (ilv_comparison_get_title (self->comparison));
  else
    title = ilv_summary_describe_tasks (n_tasks, work_ns / n_tasks);
  gtk_label_set_label (GTK_LABEL (self->title), title);
}

static void
on_setup_changed (IlvComparisonView *self)
{
  if (ilv_setup_get_workload (ILV_SETUP (self->setup)) == NULL)
    return;
  show_title (self);
  if (get_trace (self, ILV_SIDE_RIGHT) == NULL)
    extend_axis (self, get_sequential_ns (self));
  place_ghost (self);
}

/* A model may have more processors than the machine. */
static void
on_strategy_changed (IlvComparisonView *self)
{
  gboolean has_model = FALSE;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    has_model |= ilv_side_card_get_strategy (get_card (self, i)) == ILV_STRATEGY_MODEL;
  ilv_setup_set_max_processors (ILV_SETUP (self->setup), has_model ? ILV_MODEL_MAX_PROCESSORS
                                                                   : ilv_processors_get_count ());
}

static void
on_grouping_changed (IlvComparisonView *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_timeline_set_grouping (ilv_side_card_get_timeline (get_card (self, i)),
                               ilv_setup_get_grouping (ILV_SETUP (self->setup)));
}

static void
show_running_side (IlvComparisonView *self)
{
  IlvSide side = ilv_experiment_get_running_side (self->experiment);
  const char *title = ilv_strategy_get_title (ilv_experiment_get_strategy (self->experiment, side));
  /* Translators: %s is the name of a strategy, such as Thread pool. */
  g_autofree char *text
    = g_strdup_printf (side == ILV_SIDE_LEFT ? _ ("Running the left side: %s")
                                             : _ ("Running the right side: %s"),
                       title);

  ilv_transport_set_running (ILV_TRANSPORT (self->transport), text);
}

static void
show_traces (IlvComparisonView *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      g_autoptr (IlvTrace) trace = ilv_experiment_dup_trace (self->experiment, i);

      ilv_side_card_set_trace (get_card (self, i), trace);
    }
}

static gboolean
on_refresh (gpointer data)
{
  IlvComparisonView *self = data;
  gint64 now_ns = ilv_clock_thread_cpu_time_ns ();
  gint64 cost_ms = (now_ns - self->watched_ns) / 1000000;

  self->watched_ns = now_ns;
  show_running_side (self);
  show_traces (self);
  extend_axis (self, get_sequential_ns (self));
  self->refresh_source
    = g_timeout_add (MAX (REFRESH_MS, cost_ms * REFRESH_SHARE), on_refresh, self);
  return G_SOURCE_REMOVE;
}

/* (transfer full) (nullable): what the learner said beside what was measured, which is kept. */
static char *
describe_guess (IlvComparisonView *self, IlvTrace *traces[])
{
  double share = self->guess != NULL ? ilv_guess_get_share (self->guess) : -1;
  gint64 sequential_ns = get_sequential_ns (self);
  gint64 actual_ns;

  if (share < 0)
    return NULL;
  actual_ns = ilv_trace_get_duration_ns (
    traces[ilv_prediction_is_right_side (ilv_guess_get_prediction (self->guess))]);
  ilv_guess_set_measured (self->guess, (double) actual_ns / sequential_ns);
  return ilv_summary_describe_prediction (share * sequential_ns, actual_ns);
}

/* Where the left side ended, marked on the right one. */
static void
show_reference (IlvComparisonView *self, IlvTrace *left)
{
  gint64 end_ns = ilv_trace_get_duration_ns (left);
  g_autofree char *duration = ilv_summary_format_duration (end_ns);
  /* Translators: a mark on the right timeline where the left one ended; %s is a time. */
  g_autofree char *label = g_strdup_printf (_ ("left: %s"), duration);

  ilv_timeline_set_reference (ilv_side_card_get_timeline (get_card (self, ILV_SIDE_RIGHT)), end_ns,
                              label);
}

static void
show_results (IlvComparisonView *self)
{
  g_autoptr (IlvTrace) left = ilv_experiment_dup_trace (self->experiment, ILV_SIDE_LEFT);
  g_autoptr (IlvTrace) right = ilv_experiment_dup_trace (self->experiment, ILV_SIDE_RIGHT);
  g_autofree char *prediction = describe_guess (self, (IlvTrace *[]){ left, right });
  gint64 end_ns = MAX (ilv_trace_get_duration_ns (left), ilv_trace_get_duration_ns (right));

  ilv_findings_show (ILV_FINDINGS (self->findings), left, right, prediction);
  show_reference (self, left);
  ilv_playhead_set_end_ns (self->playhead, end_ns);
  ilv_playhead_set_position_ns (self->playhead, end_ns);
}

static void
clear_results (IlvComparisonView *self)
{
  ilv_playhead_set_end_ns (self->playhead, 0);
  ilv_timeline_set_reference (ilv_side_card_get_timeline (get_card (self, ILV_SIDE_RIGHT)), -1, NULL);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_side_card_set_trace (get_card (self, i), NULL);
  ilv_findings_clear (ILV_FINDINGS (self->findings));
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvComparisonView) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = ilv_experiment_run_finish (ILV_EXPERIMENT (source), result, &error);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->cancellable);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) == NULL)
    return;

  ilv_transport_set_running (ILV_TRANSPORT (self->transport), NULL);
  show_traces (self);
  /* A run that was stopped may have no length of its own. */
  extend_axis (self, done ? 0 : get_sequential_ns (self));
  if (done)
    show_results (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ilv_findings_show_problem (
      ILV_FINDINGS (self->findings),
      _ ("The run was stopped. What had happened until then is still shown."));
  else
    ilv_findings_show_problem (ILV_FINDINGS (self->findings), error->message);
  update_actions (self);
}

static void
on_run_action (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED,
               gpointer data)
{
  IlvComparisonView *self = data;

  if (self->guess != NULL)
    ilv_guess_commit (self->guess);
  clear_results (self);
  ilv_experiment_set_workload (self->experiment,
                               ilv_setup_get_workload (ILV_SETUP (self->setup)));
  ilv_experiment_set_processors (self->experiment,
                                 ilv_setup_get_processors (ILV_SETUP (self->setup)));
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_experiment_set_strategy (self->experiment, i,
                                 ilv_side_card_get_strategy (get_card (self, i)));
  self->cancellable = g_cancellable_new ();
  ilv_experiment_run_async (self->experiment, self->cancellable, on_run, g_object_ref (self));
  extend_axis (self, get_sequential_ns (self));
  place_ghost (self);
  show_running_side (self);
  update_actions (self);
  self->watched_ns = ilv_clock_thread_cpu_time_ns ();
  self->refresh_source = g_timeout_add (REFRESH_MS, on_refresh, self);
}

static void
on_stop_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  g_cancellable_cancel (ILV_COMPARISON_VIEW (data)->cancellable);
}

static void
on_skip_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  IlvComparisonView *self = data;

  if (self->guess != NULL)
    ilv_guess_skip (self->guess);
}

static void
on_play_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  ilv_replay_toggle (ILV_COMPARISON_VIEW (data)->replay);
}

static void
on_step_action (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  ilv_replay_step (ILV_COMPARISON_VIEW (data)->replay,
                   g_str_equal (g_action_get_name (G_ACTION (action)), "next-event"));
}

static void
on_zoom_action (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvComparisonView *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  double middle_ns
    = (ilv_time_axis_get_start_ns (self->axis) + ilv_time_axis_get_end_ns (self->axis)) / 2;

  if (g_str_equal (name, "zoom-fit"))
    ilv_time_axis_show_all (self->axis);
  else
    ilv_time_axis_zoom (self->axis, g_str_equal (name, "zoom-in") ? 1.5 : 1 / 1.5, middle_ns);
}

static void
on_show_table_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  IlvComparisonView *self = data;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_side_card_set_shows_table (get_card (self, i), g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
create_actions (IlvComparisonView *self)
{
  static const GActionEntry entries[] = {
    { .name = "run", .activate = on_run_action },
    { .name = "stop", .activate = on_stop_action },
    { .name = "skip", .activate = on_skip_action },
    { .name = "play", .activate = on_play_action },
    { .name = "previous-event", .activate = on_step_action },
    { .name = "next-event", .activate = on_step_action },
    { .name = "zoom-in", .activate = on_zoom_action },
    { .name = "zoom-out", .activate = on_zoom_action },
    { .name = "zoom-fit", .activate = on_zoom_action },
    { .name = "show-table", .state = "false", .change_state = on_show_table_changed },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "comparison", G_ACTION_GROUP (self->actions));
}

static void
connect_parts (IlvComparisonView *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      ilv_side_card_set_up (get_card (self, i), i, self->axis, self->playhead);
      g_signal_connect_swapped (get_card (self, i), "notify::strategy",
                                G_CALLBACK (on_strategy_changed), self);
    }
  ilv_transport_set_playhead (ILV_TRANSPORT (self->transport), self->playhead);
  g_signal_connect_swapped (self->setup, "changed", G_CALLBACK (on_setup_changed), self);
  g_signal_connect_swapped (self->setup, "notify::grouping", G_CALLBACK (on_grouping_changed), self);
}

/* A page that is left takes its run with it. */
static void
ilv_comparison_view_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (ILV_COMPARISON_VIEW (widget)->cancellable);
  ilv_playhead_set_playing (ILV_COMPARISON_VIEW (widget)->playhead, FALSE);

  GTK_WIDGET_CLASS (ilv_comparison_view_parent_class)->unroot (widget);
}

static void
ilv_comparison_view_dispose (GObject *object)
{
  IlvComparisonView *self = ILV_COMPARISON_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->guess != NULL)
    g_signal_handlers_disconnect_by_data (self->guess, self);
  g_clear_object (&self->replay);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->guess);
  g_clear_object (&self->comparison);
  g_clear_object (&self->experiment);
  g_clear_object (&self->axis);
  g_clear_object (&self->playhead);
  g_clear_object (&self->actions);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ilv_comparison_view_parent_class)->dispose (object);
}

static void
ilv_comparison_view_class_init (IlvComparisonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_comparison_view_dispose;
  widget_class->unroot = ilv_comparison_view_unroot;

  g_type_ensure (ILV_TYPE_FINDINGS);
  g_type_ensure (ILV_TYPE_PAIR_LAYOUT);
  g_type_ensure (ILV_TYPE_SIDE_CARD);
  g_type_ensure (ILV_TYPE_TRANSPORT);
  g_type_ensure (ILV_TYPE_SETUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparison");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, title);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, questions);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, left);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, right);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, transport);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, findings);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, setup);
}

static void
ilv_comparison_view_init (IlvComparisonView *self)
{
  GtkLayoutManager *layout;

  self->experiment = ilv_experiment_new ();
  self->axis = ilv_time_axis_new ();
  self->playhead = ilv_playhead_new ();
  self->replay
    = ilv_replay_new (GTK_WIDGET (self), self->experiment, self->playhead, self->axis);
  create_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->question = ilv_notice_new (ILV_NOTICE_QUESTION, _ ("Skip"), "comparison.skip");
  gtk_box_append (GTK_BOX (self->questions), self->question);
  connect_parts (self);
}

static void
set_guess (IlvComparisonView *self, IlvGuess *guess)
{
  self->guess = g_object_ref (guess);
  ilv_notice_set_text (ILV_NOTICE (self->question),
                       ilv_prediction_get_question (ilv_guess_get_prediction (guess)));
  g_signal_connect_swapped (guess, "notify::open", G_CALLBACK (on_guess_changed), self);
  g_signal_connect_swapped (guess, "notify::must-wait", G_CALLBACK (update_actions), self);
  g_signal_connect_swapped (get_asked_timeline (self), "notify::ghost-ns",
                            G_CALLBACK (on_ghost_moved), self);
}

GtkWidget *
ilv_comparison_view_new (IlvComparison *comparison, IlvGuess *guess)
{
  IlvComparisonView *self;

  g_return_val_if_fail (ILV_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (guess == NULL || ILV_IS_GUESS (guess), NULL);

  self = g_object_new (ILV_TYPE_COMPARISON_VIEW, NULL);
  self->comparison = g_object_ref (comparison);
  ilv_side_card_set_strategy (get_card (self, ILV_SIDE_LEFT), ilv_comparison_get_left (comparison));
  ilv_side_card_set_strategy (get_card (self, ILV_SIDE_RIGHT),
                              ilv_comparison_get_right (comparison));
  if (guess != NULL)
    set_guess (self, guess);
  on_strategy_changed (self);
  ilv_setup_set_workload (ILV_SETUP (self->setup), ilv_comparison_get_workload (comparison));
  ilv_setup_set_processors (ILV_SETUP (self->setup), ilv_comparison_get_processors (comparison));
  update_actions (self);
  return GTK_WIDGET (self);
}

GActionGroup *
ilv_comparison_view_get_actions (IlvComparisonView *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

IlvExperiment *
ilv_comparison_view_get_experiment (IlvComparisonView *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_VIEW (self), NULL);

  return self->experiment;
}

const char *
ilv_comparison_view_get_verdict (IlvComparisonView *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_VIEW (self), NULL);

  return ilv_findings_get_verdict (ILV_FINDINGS (self->findings));
}

GtkWidget *
ilv_comparison_view_get_timeline (IlvComparisonView *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_VIEW (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  return GTK_WIDGET (ilv_side_card_get_timeline (get_card (self, side)));
}
