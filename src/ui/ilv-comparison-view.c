/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-view.h"

#include <glib/gi18n.h>

#include "ilv-ask-card.h"
#include "ilv-bench.h"
#include "ilv-break-row.h"
#include "ilv-comparison-guesses.h"
#include "ilv-findings.h"
#include "ilv-pair-layout.h"
#include "ilv-processors.h"
#include "ilv-replay.h"
#include "ilv-run-stack.h"
#include "ilv-server-controls.h"
#include "ilv-setup.h"
#include "ilv-side-card.h"
#include "ilv-summary.h"
#include "ilv-transport.h"

/* Room behind the end of what is known, as a factor. */
#define AXIS_MARGIN 1.08

struct _IlvComparisonView
{
  GtkWidget parent_instance;

  IlvComparison *comparison;
  IlvComparison *planned; /* the comparison, or the broken one */
  GVariant *lessons;      /* the settings of the lesson */
  GVariant *whole;        /* the settings before it was broken */
  IlvBench *bench;
  IlvRunHistory *history;
  IlvTimeAxis *axis;
  IlvPlayhead *playhead;
  IlvReplay *replay;
  GSimpleActionGroup *actions;

  GtkWidget *title;
  GtkWidget *questions;
  GtkWidget *ask;
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

/* What the strategies are called in saved settings. */
static const char *const strategy_keys[] = {
  [ILV_SIDE_LEFT] = "left",
  [ILV_SIDE_RIGHT] = "right",
};

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

/* (transfer full): all that can be set, as it is set now. */
static GVariant *
save_settings (IlvComparisonView *self)
{
  g_auto (GVariantDict) settings = G_VARIANT_DICT_INIT (NULL);

  ilv_setup_save (ILV_SETUP (self->setup), &settings);
  if (ilv_comparison_has_server (self->comparison))
    ilv_server_controls_save (ILV_SERVER_CONTROLS (self->server), &settings);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_variant_dict_insert (&settings, strategy_keys[i], "s",
                           ilv_strategy_to_string (ilv_side_card_get_strategy (get_card (self, i))));
  return g_variant_ref_sink (g_variant_dict_end (&settings));
}

static void
restore_settings (IlvComparisonView *self, GVariant *saved)
{
  g_auto (GVariantDict) settings = G_VARIANT_DICT_INIT (saved);

  /* The strategies first: a model may have more processors. */
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      const char *id;
      IlvStrategy strategy;

      if (g_variant_dict_lookup (&settings, strategy_keys[i], "&s", &id)
          && ilv_strategy_from_string (id, &strategy))
        ilv_side_card_set_strategy (get_card (self, i), strategy);
    }
  ilv_setup_restore (ILV_SETUP (self->setup), &settings);
  ilv_server_controls_restore (ILV_SERVER_CONTROLS (self->server), &settings);
}

static gboolean
is_as_planned (IlvComparisonView *self)
{
  g_autoptr (GVariant) now = NULL;

  if (self->lessons == NULL || self->planned != self->comparison)
    return TRUE;
  now = save_settings (self);
  return g_variant_equal (now, self->lessons);
}

static void
set_state (IlvComparisonView *self, const char *action, GVariant *state)
{
  g_simple_action_set_state (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)), state);
}

static void
update_actions (IlvComparisonView *self)
{
  gboolean running = ilv_bench_is_running (self->bench);
  const char *obstacle
    = ilv_comparison_guesses_get_obstacle (ILV_COMPARISON_GUESSES (self->questions));
  gboolean can_replay = !running && ilv_playhead_get_end_ns (self->playhead) > 0;

  enable (self, "run", !running && obstacle == NULL);
  enable (self, "stop", running);
  enable (self, "play", can_replay);
  enable (self, "previous-event", can_replay);
  enable (self, "next-event", can_replay);
  enable (self, "break", !running);
  enable (self, "repair", !running);
  enable (self, "show-run", !running);
  enable (self, "reset-settings", !running && !is_as_planned (self));
  gtk_widget_set_sensitive (self->setup, !running);
  gtk_widget_set_sensitive (self->server, !running);
  if (!running)
    ilv_transport_set_hint (ILV_TRANSPORT (self->transport), obstacle);
}

/* How long the tasks take one after the other, as far as it can be known before: what a prediction is a
 * share of. */
static gint64
get_sequential_ns (IlvComparisonView *self)
{
  IlvWorkload *workload = ilv_setup_get_workload (ILV_SETUP (self->setup));
  gint64 sequential_ns = ilv_workload_get_sequential_ns (workload);
  IlvServerSettings settings;

  ilv_server_controls_get_settings (ILV_SERVER_CONTROLS (self->server), &settings);
  for (guint i = 0; i < ilv_workload_get_n_tasks (workload); i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (workload, i); j++)
      if (ilv_workload_get_step (workload, i, j)->kind == ILV_STEP_GET)
        sequential_ns += settings.latency_ns;
  return sequential_ns;
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

/* The lesson's title says what the lesson runs; it may not stand above something else. */
static void
show_title (IlvComparisonView *self)
{
  IlvWorkload *planned = ilv_comparison_get_workload (self->planned);
  IlvWorkload *workload = ilv_setup_get_workload (ILV_SETUP (self->setup));
  guint n_tasks = ilv_workload_get_n_tasks (workload);
  gint64 work_ns = ilv_workload_get_work_ns (workload);
  g_autofree char *title = NULL;

  if (n_tasks == ilv_workload_get_n_tasks (planned)
      && work_ns == ilv_workload_get_work_ns (planned))
    title = g_strdup (ilv_comparison_get_title (self->comparison));
  else if (work_ns == 0)
    title = g_strdup_printf (ngettext ("%u task", "%u tasks", n_tasks), n_tasks);
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
  if (ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT) == NULL)
    extend_axis (self, get_sequential_ns (self));
  ilv_comparison_guesses_set_sequential_ns (ILV_COMPARISON_GUESSES (self->questions),
                                            get_sequential_ns (self));
  update_actions (self);
}

/* A model may have more processors than the machine. */
static void
on_strategy_changed (IlvComparisonView *self)
{
  gboolean has_model = FALSE, has_pool = FALSE;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      IlvStrategy strategy = ilv_side_card_get_strategy (get_card (self, i));

      has_model |= strategy == ILV_STRATEGY_MODEL;
      has_pool |= strategy == ILV_STRATEGY_THREAD_POOL;
    }
  ilv_setup_set_has_pool (ILV_SETUP (self->setup), has_pool);
  ilv_setup_set_max_processors (ILV_SETUP (self->setup), has_model ? ILV_MODEL_MAX_PROCESSORS
                                                                   : ilv_processors_get_count ());
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
    ilv_side_card_set_trace (get_card (self, i), NULL);
  ilv_findings_clear (ILV_FINDINGS (self->findings));
  ilv_break_row_set_repair (ILV_BREAK_ROW (self->break_row), NULL);
}

/* What was run, so that runs of the same can be told from others. */
static char *
describe_kind (IlvComparisonView *self)
{
  g_autoptr (GVariant) settings = save_settings (self);
  g_autofree char *text = g_variant_print (settings, FALSE);

  return g_strdup_printf ("%s%s", self->planned != self->comparison ? "broken " : "", text);
}

static void
keep_run (IlvComparisonView *self)
{
  g_autofree char *kind = describe_kind (self);
  IlvPastRun *run
    = ilv_run_history_add (self->history, kind, ilv_bench_get_trace (self->bench, ILV_SIDE_LEFT),
                           ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT));

  set_state (self, "show-run", g_variant_new_uint32 (ilv_past_run_get_number (run)));
}

static void
on_started (IlvComparisonView *self)
{
  clear_results (self);
  extend_axis (self, get_sequential_ns (self));
  ilv_comparison_guesses_set_running (ILV_COMPARISON_GUESSES (self->questions), TRUE);
  show_running_side (self);
  update_actions (self);
}

static void
on_watched (IlvComparisonView *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_side_card_set_trace (get_card (self, i), ilv_bench_get_trace (self->bench, i));
  if (!ilv_bench_is_running (self->bench))
    return;
  show_running_side (self);
  extend_axis (self, get_sequential_ns (self));
}

static void
show_new_results (IlvComparisonView *self)
{
  g_autofree char *prediction = ilv_comparison_guesses_describe (
    ILV_COMPARISON_GUESSES (self->questions), ilv_bench_get_trace (self->bench, ILV_SIDE_LEFT),
    ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT));

  show_results (self, prediction);
  keep_run (self);
  ilv_break_row_set_repair (ILV_BREAK_ROW (self->break_row),
                            self->planned != self->comparison
                              ? ilv_comparison_get_repair (self->planned)
                              : NULL);
}

static void
on_ended (IlvComparisonView *self, GError *error)
{
  ilv_transport_set_running (ILV_TRANSPORT (self->transport), NULL);
  ilv_comparison_guesses_set_running (ILV_COMPARISON_GUESSES (self->questions), FALSE);
  /* A run that was stopped may have no length of its own. */
  extend_axis (self, error == NULL ? 0 : get_sequential_ns (self));
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
prepare_experiment (IlvComparisonView *self)
{
  IlvExperiment *experiment = ilv_bench_get_experiment (self->bench);
  IlvServerSettings server;

  ilv_server_controls_get_settings (ILV_SERVER_CONTROLS (self->server), &server);
  ilv_world_set_server_settings (ilv_experiment_get_world (experiment), &server);
  ilv_experiment_set_workload (experiment, ilv_setup_get_workload (ILV_SETUP (self->setup)));
  ilv_experiment_set_processors (experiment, ilv_setup_get_processors (ILV_SETUP (self->setup)));
  ilv_experiment_set_workers (experiment, ilv_setup_get_workers (ILV_SETUP (self->setup)));
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_experiment_set_strategy (experiment, i, ilv_side_card_get_strategy (get_card (self, i)));
}

static void
on_run_action (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED,
               gpointer data)
{
  IlvComparisonView *self = data;

  ilv_comparison_guesses_commit (ILV_COMPARISON_GUESSES (self->questions));
  prepare_experiment (self);
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

/* What is broken is a workload of its own; mending brings back what was set before. */
static void
on_break_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  IlvComparisonView *self = data;
  gboolean broken = g_variant_get_boolean (state);

  if (broken == (self->planned != self->comparison))
    return;
  g_simple_action_set_state (action, state);
  g_clear_object (&self->planned);
  self->planned
    = g_object_ref (broken ? ilv_comparison_get_broken (self->comparison) : self->comparison);
  if (broken)
    self->whole = save_settings (self);
  ilv_setup_set_workload (ILV_SETUP (self->setup), ilv_comparison_get_workload (self->planned));
  if (!broken)
    {
      restore_settings (self, self->whole);
      g_clear_pointer (&self->whole, g_variant_unref);
    }
  update_actions (self);
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
  IlvComparisonView *self = data;

  ilv_setup_set_workload (ILV_SETUP (self->setup), ilv_comparison_get_workload (self->planned));
  restore_settings (self, self->lessons);
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
    {
      ilv_side_card_set_up (get_card (self, i), i, self->axis, self->playhead);
      g_signal_connect_swapped (get_card (self, i), "notify::strategy",
                                G_CALLBACK (on_strategy_changed), self);
    }
  ilv_transport_set_playhead (ILV_TRANSPORT (self->transport), self->playhead);
  g_signal_connect_swapped (self->questions, "changed", G_CALLBACK (update_actions), self);
  g_signal_connect_swapped (self->setup, "changed", G_CALLBACK (on_setup_changed), self);
  g_signal_connect_swapped (self->server, "changed", G_CALLBACK (on_setup_changed), self);
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
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->comparison);
  g_clear_object (&self->planned);
  g_clear_pointer (&self->lessons, g_variant_unref);
  g_clear_pointer (&self->whole, g_variant_unref);
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
show_server (IlvComparisonView *self)
{
  const IlvServerSettings settings = {
    .latency_ns = ilv_comparison_get_latency_ns (self->comparison),
    .jitter_ns = ilv_comparison_get_jitter_ns (self->comparison),
    .failure_rate = ilv_comparison_get_failure_rate (self->comparison),
    .rate_limit = ilv_comparison_get_rate_limit (self->comparison),
  };

  ilv_server_controls_set_settings (ILV_SERVER_CONTROLS (self->server), &settings);
  gtk_widget_set_visible (self->server, ilv_comparison_has_server (self->comparison));
}

static void
show_scene (IlvComparisonView *self)
{
  const char *scene = ilv_comparison_get_scene (self->comparison);

  if (scene == NULL)
    return;
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_side_card_set_scene (get_card (self, i), scene);
  /* A flag can be dragged on a timeline only. */
  g_action_group_change_action_state (
    G_ACTION_GROUP (self->actions), "show-scene",
    g_variant_new_boolean (!gtk_widget_get_visible (self->questions)));
}

/* As the lesson has it. */
static void
show_comparison (IlvComparisonView *self)
{
  IlvComparison *comparison = self->comparison;
  IlvSetup *setup = ILV_SETUP (self->setup);

  ilv_setup_set_workload (setup, ilv_comparison_get_workload (comparison));
  ilv_side_card_set_strategy (get_card (self, ILV_SIDE_LEFT), ilv_comparison_get_left (comparison));
  ilv_side_card_set_strategy (get_card (self, ILV_SIDE_RIGHT),
                              ilv_comparison_get_right (comparison));
  on_strategy_changed (self);
  ilv_setup_set_processors (setup, ilv_comparison_get_processors (comparison));
  ilv_setup_set_workers (setup, ilv_comparison_get_workers (comparison));
  show_server (self);
  show_scene (self);
  if (ilv_comparison_get_broken (comparison) != NULL)
    ilv_break_row_set_title (ILV_BREAK_ROW (self->break_row),
                             ilv_comparison_get_title (ilv_comparison_get_broken (comparison)));
  self->lessons = save_settings (self);
}

GtkWidget *
ilv_comparison_view_new (IlvComparison *comparison, IlvGuess *guess)
{
  IlvComparisonView *self;

  g_return_val_if_fail (ILV_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (guess == NULL || ILV_IS_GUESS (guess), NULL);

  self = g_object_new (ILV_TYPE_COMPARISON_VIEW, NULL);
  self->comparison = g_object_ref (comparison);
  self->planned = g_object_ref (comparison);
  if (guess != NULL)
    ilv_comparison_guesses_set_guess (
      ILV_COMPARISON_GUESSES (self->questions), guess,
      ilv_side_card_get_timeline (get_card (self, ILV_SIDE_LEFT)),
      ilv_side_card_get_timeline (get_card (self, ILV_SIDE_RIGHT)));
  show_comparison (self);
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
