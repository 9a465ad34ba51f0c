/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-view.h"

#include <glib/gi18n.h>

#include "ilv-ask-card.h"
#include "ilv-bench.h"
#include "ilv-break-row.h"
#include "ilv-code-layout.h"
#include "ilv-comparison-guesses.h"
#include "ilv-conditions.h"
#include "ilv-findings.h"
#include "ilv-pair-layout.h"
#include "ilv-replay.h"
#include "ilv-result-text.h"
#include "ilv-run-stack.h"
#include "ilv-side-card.h"
#include "ilv-summary.h"
#include "ilv-transport.h"

/* Room behind the end of what is known, as a factor. */
#define AXIS_MARGIN 1.08

struct _IlvComparisonView
{
  GtkWidget parent_instance;

  IlvComparison *comparison;
  IlvConditions *conditions;
  IlvBench *bench;
  IlvRunHistory *history;
  IlvTimeAxis *axis;
  IlvPlayhead *playhead;
  IlvReplay *replay;
  GSimpleActionGroup *actions;

  GtkWidget *title;
  GtkWidget *questions;
  GtkWidget *ask;
  GtkWidget *code;
  GtkWidget *left;
  GtkWidget *right;
  GtkWidget *transport;
  GtkWidget *break_row;
  GtkWidget *findings;
  GtkWidget *setup;
  GtkWidget *server;
  GtkWidget *runs;
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

static void
set_state (IlvComparisonView *self, const char *action, GVariant *state)
{
  g_simple_action_set_state (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)), state);
}

/* Why a run has to wait: something is missing, or the learner has not said yet what is expected. */
static const char *
get_obstacle (IlvComparisonView *self)
{
  const char *obstacle = ilv_conditions_get_obstacle (self->conditions);

  return obstacle != NULL
           ? obstacle
           : ilv_comparison_guesses_get_obstacle (ILV_COMPARISON_GUESSES (self->questions));
}

static void
update_actions (IlvComparisonView *self)
{
  gboolean running = ilv_bench_is_running (self->bench);
  const char *obstacle = get_obstacle (self);
  gboolean can_replay = !running && ilv_playhead_get_end_ns (self->playhead) > 0;

  enable (self, "run", !running && obstacle == NULL);
  enable (self, "stop", running);
  enable (self, "play", can_replay);
  enable (self, "previous-event", can_replay);
  enable (self, "next-event", can_replay);
  enable (self, "break", !running);
  enable (self, "repair", !running);
  enable (self, "show-run", !running);
  enable (self, "reset-settings", !running && !ilv_conditions_is_lessons (self->conditions));
  gtk_widget_set_sensitive (self->setup, !running);
  gtk_widget_set_sensitive (self->server,
                            !running && !ilv_conditions_asks_pokeapi (self->conditions));
  ilv_code_pane_set_running (ILV_CODE_PANE (self->code), running);
  if (!running)
    ilv_transport_set_hint (ILV_TRANSPORT (self->transport), obstacle);
}

/* One scale for both sides, long enough for all that is shown. */
static void
extend_axis (IlvComparisonView *self, gint64 at_least_ns)
{
  gint64 limit_ns = at_least_ns;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    if (ilv_bench_get_trace (self->bench, i) != NULL)
      limit_ns = MAX (limit_ns, ilv_trace_get_duration_ns (ilv_bench_get_trace (self->bench, i)));
  ilv_time_axis_set_limit_ns (self->axis, MAX (limit_ns * AXIS_MARGIN, 1));
}

static void
on_conditions_changed (IlvComparisonView *self)
{
  g_autofree char *title = ilv_conditions_describe (self->conditions);
  gint64 sequential_ns = ilv_conditions_get_sequential_ns (self->conditions);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  if (ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT) == NULL)
    extend_axis (self, sequential_ns);
  ilv_comparison_guesses_set_sequential_ns (ILV_COMPARISON_GUESSES (self->questions),
                                            sequential_ns);
  update_actions (self);
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
  IlvExperiment *experiment = ilv_bench_get_experiment (self->bench);
  IlvSide side = ilv_experiment_get_running_side (experiment);
  const char *title = ilv_strategy_get_title (ilv_experiment_get_strategy (experiment, side));
  /* Translators: %s is the name of a strategy, such as Thread pool. */
  g_autofree char *text
    = g_strdup_printf (side == ILV_SIDE_LEFT ? _ ("Running the left side: %s")
                                             : _ ("Running the right side: %s"),
                       title);

  ilv_transport_set_running (ILV_TRANSPORT (self->transport), text);
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

/* @prediction (nullable): what is to be said of what the learner said. */
static void
show_results (IlvComparisonView *self, const char *prediction)
{
  IlvTrace *left = ilv_bench_get_trace (self->bench, ILV_SIDE_LEFT);
  IlvTrace *right = ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT);
  g_autofree char *results = g_strjoin (" ", ilv_side_card_get_results (get_card (self, 0)),
                                        ilv_side_card_get_results (get_card (self, 1)), NULL);
  gint64 end_ns = MAX (ilv_trace_get_duration_ns (left), ilv_trace_get_duration_ns (right));

  ilv_findings_show (ILV_FINDINGS (self->findings), left, right, prediction);
  ilv_findings_announce (ILV_FINDINGS (self->findings), results);
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
    {
      ilv_side_card_set_trace (get_card (self, i), NULL);
      ilv_code_pane_set_trace (ILV_CODE_PANE (self->code), i, NULL);
    }
  ilv_findings_clear (ILV_FINDINGS (self->findings));
  ilv_break_row_set_repair (ILV_BREAK_ROW (self->break_row), NULL);
}

static void
keep_run (IlvComparisonView *self)
{
  g_autofree char *kind = ilv_conditions_describe_kind (self->conditions);
  IlvPastRun *run
    = ilv_run_history_add (self->history, kind, ilv_bench_get_trace (self->bench, ILV_SIDE_LEFT),
                           ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT));

  set_state (self, "show-run", g_variant_new_uint32 (ilv_past_run_get_number (run)));
}

static void
on_started (IlvComparisonView *self)
{
  clear_results (self);
  extend_axis (self, ilv_conditions_get_sequential_ns (self->conditions));
  ilv_comparison_guesses_set_running (ILV_COMPARISON_GUESSES (self->questions), TRUE);
  show_running_side (self);
  update_actions (self);
}

static void
on_watched (IlvComparisonView *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      IlvTrace *trace = ilv_bench_get_trace (self->bench, i);

      ilv_side_card_set_trace (get_card (self, i), trace);
      ilv_code_pane_set_trace (ILV_CODE_PANE (self->code), i, trace);
    }
  if (!ilv_bench_is_running (self->bench))
    return;
  show_running_side (self);
  extend_axis (self, ilv_conditions_get_sequential_ns (self->conditions));
}

static void
show_new_results (IlvComparisonView *self)
{
  g_autofree char *prediction = ilv_comparison_guesses_describe (
    ILV_COMPARISON_GUESSES (self->questions), ilv_bench_get_trace (self->bench, ILV_SIDE_LEFT),
    ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT));

  show_results (self, prediction);
  if (ilv_world_get_uses_pokeapi (
        ilv_experiment_get_world (ilv_bench_get_experiment (self->bench))))
    ilv_findings_show_problem (ILV_FINDINGS (self->findings),
                               ilv_result_text_get_pokeapi_remark ());
  keep_run (self);
  ilv_break_row_set_repair (ILV_BREAK_ROW (self->break_row),
                            ilv_conditions_is_broken (self->conditions)
                              ? ilv_comparison_get_repair (
                                  ilv_comparison_get_broken (self->comparison))
                              : NULL);
}

static void
on_ended (IlvComparisonView *self, GError *error)
{
  ilv_transport_set_running (ILV_TRANSPORT (self->transport), NULL);
  ilv_comparison_guesses_set_running (ILV_COMPARISON_GUESSES (self->questions), FALSE);
  /* A run that was stopped may have no length of its own. */
  extend_axis (self, error == NULL ? 0 : ilv_conditions_get_sequential_ns (self->conditions));
  if (error == NULL)
    show_new_results (self);
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

  ilv_comparison_guesses_commit (ILV_COMPARISON_GUESSES (self->questions));
  ilv_conditions_apply (self->conditions, ilv_bench_get_experiment (self->bench));
  ilv_bench_run (self->bench);
}

static void
on_stop_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  ilv_bench_stop (ILV_COMPARISON_VIEW (data)->bench);
}

static void
on_skip_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  ilv_comparison_guesses_skip (ILV_COMPARISON_GUESSES (ILV_COMPARISON_VIEW (data)->questions));
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
on_show_scene_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  IlvComparisonView *self = data;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_side_card_set_shows_scene (get_card (self, i), g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
on_show_run_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  IlvComparisonView *self = data;
  IlvPastRun *run = ilv_run_history_find (self->history, g_variant_get_uint32 (state));

  if (run == NULL)
    return;
  g_simple_action_set_state (action, state);
  ilv_playhead_set_playing (self->playhead, FALSE);
  ilv_bench_show (self->bench, ilv_past_run_get_trace (run, ILV_SIDE_LEFT),
                  ilv_past_run_get_trace (run, ILV_SIDE_RIGHT));
  extend_axis (self, 0);
  show_results (self, NULL);
  update_actions (self);
}

static void
on_break_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  ilv_conditions_set_broken (ILV_COMPARISON_VIEW (data)->conditions,
                             g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
on_repair_action (GSimpleAction *action G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED,
                  gpointer data)
{
  IlvComparisonView *self = data;

  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "break",
                                      g_variant_new_boolean (FALSE));
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "run", NULL);
}

static void
on_reset_settings_action (GSimpleAction *action G_GNUC_UNUSED,
                          GVariant *parameter G_GNUC_UNUSED,
                          gpointer data)
{
  ilv_conditions_reset (ILV_COMPARISON_VIEW (data)->conditions);
}

static void
create_actions (IlvComparisonView *self)
{
  static const GActionEntry entries[] = {
    { .name = "run", .activate = on_run_action },
    { .name = "stop", .activate = on_stop_action },
    { .name = "skip", .activate = on_skip_action },
    { .name = "repair", .activate = on_repair_action },
    { .name = "reset-settings", .activate = on_reset_settings_action },
    { .name = "break", .state = "false", .change_state = on_break_changed },
    { .name = "show-run",
      .parameter_type = "u",
      .state = "uint32 0",
      .change_state = on_show_run_changed },
    { .name = "show-scene",
      .parameter_type = "b",
      .state = "false",
      .change_state = on_show_scene_changed },
    { .name = "show-table", .state = "false", .change_state = on_show_table_changed },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  ilv_replay_add_actions (self->replay, G_ACTION_MAP (self->actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "comparison", G_ACTION_GROUP (self->actions));
}

static void
connect_bench (IlvComparisonView *self)
{
  g_signal_connect_object (self->bench, "started", G_CALLBACK (on_started), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bench, "watched", G_CALLBACK (on_watched), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bench, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
}

static void
connect_parts (IlvComparisonView *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_side_card_set_up (get_card (self, i), i, self->axis, self->playhead);
  ilv_transport_set_playhead (ILV_TRANSPORT (self->transport), self->playhead);
  g_signal_connect_swapped (self->questions, "changed", G_CALLBACK (update_actions), self);
  ilv_run_stack_set_history (ILV_RUN_STACK (self->runs), self->history);
  ilv_ask_card_set_person (
    ILV_ASK_CARD (self->ask),
    ilv_world_get_person (ilv_experiment_get_world (ilv_bench_get_experiment (self->bench))));
  g_signal_connect_swapped (self->setup, "notify::grouping", G_CALLBACK (on_grouping_changed), self);
}

/* A page that is left takes its run with it. */
static void
ilv_comparison_view_unroot (GtkWidget *widget)
{
  ilv_bench_stop (ILV_COMPARISON_VIEW (widget)->bench);
  ilv_playhead_set_playing (ILV_COMPARISON_VIEW (widget)->playhead, FALSE);

  GTK_WIDGET_CLASS (ilv_comparison_view_parent_class)->unroot (widget);
}

static void
ilv_comparison_view_dispose (GObject *object)
{
  IlvComparisonView *self = ILV_COMPARISON_VIEW (object);
  GtkWidget *child;

  if (self->bench != NULL)
    {
      ilv_bench_stop (self->bench);
      g_signal_handlers_disconnect_by_data (self->bench, self);
    }
  g_clear_object (&self->replay);
  g_clear_object (&self->conditions);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->comparison);
  g_clear_object (&self->history);
  g_clear_object (&self->bench);
  g_clear_object (&self->axis);
  g_clear_object (&self->playhead);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ilv_comparison_view_parent_class)->dispose (object);
}

static void
ilv_comparison_view_class_init (IlvComparisonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_comparison_view_dispose;
  widget_class->unroot = ilv_comparison_view_unroot;

  g_type_ensure (ILV_TYPE_ASK_CARD);
  g_type_ensure (ILV_TYPE_BREAK_ROW);
  g_type_ensure (ILV_TYPE_CODE_LAYOUT);
  g_type_ensure (ILV_TYPE_CODE_PANE);
  g_type_ensure (ILV_TYPE_COMPARISON_GUESSES);
  g_type_ensure (ILV_TYPE_FINDINGS);
  g_type_ensure (ILV_TYPE_PAIR_LAYOUT);
  g_type_ensure (ILV_TYPE_RUN_STACK);
  g_type_ensure (ILV_TYPE_SERVER_CONTROLS);
  g_type_ensure (ILV_TYPE_SIDE_CARD);
  g_type_ensure (ILV_TYPE_TRANSPORT);
  g_type_ensure (ILV_TYPE_SETUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparison");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, title);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, questions);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, ask);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, code);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, left);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, right);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, transport);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, break_row);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, findings);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, setup);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, server);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, runs);
}

static void
ilv_comparison_view_init (IlvComparisonView *self)
{
  GtkLayoutManager *layout;

  self->bench = ilv_bench_new ();
  self->history = ilv_run_history_new ();
  self->axis = ilv_time_axis_new ();
  self->playhead = ilv_playhead_new ();
  self->replay = ilv_replay_new (GTK_WIDGET (self), self->bench, self->playhead, self->axis);
  create_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  connect_bench (self);
  connect_parts (self);
}

static void
show_scene (IlvComparisonView *self)
{
  const char *scene = ilv_comparison_get_scene (self->comparison);

  if (scene == NULL)
    return;
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_side_card_set_scene (get_card (self, i), scene);
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "show-scene",
                                      g_variant_new_boolean (TRUE));
}

static void
create_conditions (IlvComparisonView *self, const IlvLessonContext *context)
{
  const IlvConditionsParts parts = {
    .cards = { get_card (self, ILV_SIDE_LEFT), get_card (self, ILV_SIDE_RIGHT) },
    .setup = ILV_SETUP (self->setup),
    .server = ILV_SERVER_CONTROLS (self->server),
    .code = ILV_CODE_PANE (self->code),
  };

  ilv_code_pane_set_up (parts.code, self->comparison, context, self->playhead,
                        G_ACTION_MAP (self->actions));
  self->conditions = ilv_conditions_new (self->comparison, context, &parts);
  g_signal_connect_swapped (self->conditions, "changed", G_CALLBACK (on_conditions_changed), self);
  on_conditions_changed (self);
}

static void
show_comparison (IlvComparisonView *self, const IlvLessonContext *context)
{
  IlvComparison *broken = ilv_comparison_get_broken (self->comparison);

  create_conditions (self, context);
  if (broken != NULL)
    ilv_break_row_set_title (ILV_BREAK_ROW (self->break_row), ilv_comparison_get_title (broken));
  show_scene (self);
  on_grouping_changed (self);
}

GtkWidget *
ilv_comparison_view_new (IlvComparison *comparison, IlvGuess *guess)
{
  IlvComparisonView *self;

  g_return_val_if_fail (ILV_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (guess == NULL || ILV_IS_GUESS (guess), NULL);

  self = ILV_COMPARISON_VIEW (ilv_comparison_view_new_in_lesson (comparison, NULL));
  if (guess != NULL)
    ilv_comparison_view_add_guess (self, guess);
  return GTK_WIDGET (self);
}

GtkWidget *
ilv_comparison_view_new_in_lesson (IlvComparison *comparison, const IlvLessonContext *context)
{
  IlvComparisonView *self;

  g_return_val_if_fail (ILV_IS_COMPARISON (comparison), NULL);

  self = g_object_new (ILV_TYPE_COMPARISON_VIEW, NULL);
  self->comparison = g_object_ref (comparison);
  show_comparison (self, context);
  return GTK_WIDGET (self);
}

void
ilv_comparison_view_add_guess (IlvComparisonView *self, IlvGuess *guess)
{
  g_return_if_fail (ILV_IS_COMPARISON_VIEW (self));
  g_return_if_fail (ILV_IS_GUESS (guess));

  ilv_comparison_guesses_add (ILV_COMPARISON_GUESSES (self->questions), guess,
                              ilv_side_card_get_timeline (get_card (self, ILV_SIDE_LEFT)),
                              ilv_side_card_get_timeline (get_card (self, ILV_SIDE_RIGHT)));
  /* A flag can be dragged on a timeline only. */
  if (ilv_guess_is_open (guess) &&
      ilv_prediction_get_kind (ilv_guess_get_prediction (guess)) == ILV_PREDICTION_END)
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "show-scene",
                                        g_variant_new_boolean (FALSE));
  update_actions (self);
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

  return ilv_bench_get_experiment (self->bench);
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
