/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-view.h"

#include <glib/gi18n.h>

#include "ilv-ask-card.h"
#include "ilv-code-layout.h"
#include "ilv-comparison-actions.h"
#include "ilv-export-actions.h"
#include "ilv-history-window.h"
#include "ilv-pair-layout.h"
#include "ilv-range-bar.h"
#include "ilv-replay.h"
#include "ilv-run-keeper.h"
#include "ilv-run-stack.h"
#include "ilv-transport.h"

struct _IlvComparisonView
{
  GtkWidget parent_instance;

  IlvComparison *comparison;
  IlvConditions *conditions;
  IlvBench *bench;
  IlvRunSeries *series;
  IlvTimeAxis *axis;
  IlvPlayhead *playhead;
  IlvReplay *replay;
  IlvComparisonResults *results;
  IlvComparisonActions *actions;
  IlvExportActions *exports;
  IlvRunKeeper *keeper;
  GSimpleActionGroup *group;
  gboolean lasting;
  guint n_built;

  GtkWidget *title;
  GtkWidget *questions;
  GtkWidget *ask;
  GtkWidget *body;
  GtkWidget *pair;
  GtkWidget *code;
  GtkWidget *left;
  GtkWidget *right;
  GtkWidget *transport;
  GtkWidget *range_bar;
  GtkWidget *break_row;
  GtkWidget *findings;
  GtkWidget *setup;
  GtkWidget *server;
  GtkWidget *runs;
};

static void implement_gradual (IlvGradualInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvComparisonView,
                               ilv_comparison_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_GRADUAL, implement_gradual))

/* The longest scale that a run begins with. */
#define FIRST_LENGTH_NS G_GINT64_CONSTANT (2000000000)

static IlvSideCard *
get_card (IlvComparisonView *self, IlvSide side)
{
  return ILV_SIDE_CARD (side == ILV_SIDE_LEFT ? self->left : self->right);
}

static IlvComparisonParts
get_parts (IlvComparisonView *self)
{
  return (IlvComparisonParts){
    .bench = self->bench,
    .axis = self->axis,
    .playhead = self->playhead,
    .cards = { get_card (self, ILV_SIDE_LEFT), get_card (self, ILV_SIDE_RIGHT) },
    .code = ILV_CODE_PANE (self->code),
    .questions = ILV_COMPARISON_GUESSES (self->questions),
    .findings = ILV_FINDINGS (self->findings),
    .break_row = ILV_BREAK_ROW (self->break_row),
  };
}

/* The sides that are seen, unless they still run. */
static void
update_exports (IlvComparisonView *self)
{
  IlvTrace *traces[ILV_N_SIDES];
  gboolean running = ilv_bench_is_running (self->bench);

  if (self->exports == NULL)
    return;
  for (guint i = 0; i < ILV_N_SIDES; i++)
    traces[i] = ilv_timeline_get_trace (ilv_side_card_get_timeline (get_card (self, i)));
  ilv_export_actions_set_seen (self->exports, traces, NULL, running ? 0 : ILV_N_SIDES);
}

static void
update (IlvComparisonView *self)
{
  gboolean running = ilv_run_series_is_active (self->series);

  update_exports (self);

  ilv_comparison_actions_update (self->actions);
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->group), "history")),
    !running && ilv_run_keeper_get_history (self->keeper) != NULL);
  gtk_widget_set_sensitive (self->setup, !running);
  gtk_widget_set_sensitive (self->server,
                            !running && !ilv_conditions_asks_pokeapi (self->conditions));
  ilv_code_pane_set_running (ILV_CODE_PANE (self->code), running);
  if (!running)
    ilv_transport_set_hint (ILV_TRANSPORT (self->transport),
                            ilv_comparison_actions_get_obstacle (self->actions));
}

static void
on_conditions_changed (IlvComparisonView *self)
{
  g_autofree char *title = ilv_conditions_describe (self->conditions);
  gint64 sequential_ns = ilv_conditions_get_sequential_ns (self->conditions);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  if (ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT) == NULL)
    ilv_comparison_results_extend_axis (self->results, sequential_ns);
  ilv_comparison_guesses_set_sequential_ns (ILV_COMPARISON_GUESSES (self->questions),
                                            sequential_ns);
  update (self);
}

static void
on_grouping_changed (IlvComparisonView *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_timeline_set_grouping (ilv_side_card_get_timeline (get_card (self, i)),
                               ilv_setup_get_grouping (ILV_SETUP (self->setup)));
}

/* (transfer full) */
static char *
describe_running_side (IlvComparisonView *self, IlvSide side, const char *title)
{
  guint n_runs = ilv_run_series_get_n_runs (self->series);

  if (n_runs > 1)
    /* Translators: which of several runs goes on, how many there are, and the name of a strategy, such as
     * Thread pool. */
    return g_strdup_printf (side == ILV_SIDE_LEFT ? _ ("Run %u of %u, left side: %s")
                                                  : _ ("Run %u of %u, right side: %s"),
                            ilv_run_series_get_number (self->series), n_runs, title);
  /* Translators: %s is the name of a strategy, such as Thread pool. */
  return g_strdup_printf (side == ILV_SIDE_LEFT ? _ ("Running the left side: %s")
                                                : _ ("Running the right side: %s"),
                          title);
}

static void
show_running_side (IlvComparisonView *self)
{
  IlvExperiment *experiment = ilv_bench_get_experiment (self->bench);
  IlvSide side = ilv_experiment_get_running_side (experiment);
  const char *title = ilv_strategy_get_title (ilv_experiment_get_strategy (experiment, side));
  g_autofree char *text = describe_running_side (self, side, title);

  ilv_transport_set_running (ILV_TRANSPORT (self->transport), text);
}

/* Tasks that would take minutes one after the other may be over in a moment: then the scale grows with the
 * run. */
static gint64
get_running_length_ns (IlvComparisonView *self)
{
  gint64 length_ns = FIRST_LENGTH_NS;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      IlvTrace *trace = ilv_bench_get_trace (self->bench, i);

      while (trace != NULL && length_ns < ilv_trace_get_duration_ns (trace))
        length_ns *= 2;
    }
  return MIN (length_ns, ilv_conditions_get_sequential_ns (self->conditions));
}

static void
on_started (IlvComparisonView *self)
{
  ilv_time_axis_set_marks (self->axis, -1, -1);
  ilv_comparison_results_clear (self->results);
  ilv_comparison_results_extend_axis (self->results, get_running_length_ns (self));
  ilv_comparison_guesses_set_running (ILV_COMPARISON_GUESSES (self->questions), TRUE);
  show_running_side (self);
  update (self);
}

static void
on_watched (IlvComparisonView *self)
{
  ilv_comparison_results_follow (self->results);
  if (!ilv_bench_is_running (self->bench))
    return;
  show_running_side (self);
  ilv_comparison_results_extend_axis (self->results, get_running_length_ns (self));
}

static void
show_new_results (IlvComparisonView *self)
{
  g_autofree char *kind = ilv_conditions_describe_kind (self->conditions);
  const char *repair = ilv_conditions_is_broken (self->conditions)
                         ? ilv_comparison_get_repair (ilv_comparison_get_broken (self->comparison))
                         : NULL;

  ilv_comparison_actions_set_shown_run (
    self->actions, ilv_comparison_results_show_new (self->results, kind, repair));
  if (ilv_run_series_get_n_runs (self->series) == 1)
    ilv_comparison_results_announce (self->results);
  else if (!ilv_run_series_is_active (self->series))
    ilv_comparison_results_announce_spread (self->results);
}

static void
on_earlier_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvComparisonView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = ilv_run_store_list_finish (ILV_RUN_STORE (source), result, &error);

  if (runs == NULL)
    g_message ("The history of runs cannot be read: %s", error->message);
  else if (self->keeper != NULL)
    ilv_run_stack_set_has_earlier (ILV_RUN_STACK (self->runs), runs->len > 0);
}

static void
look_for_earlier (IlvComparisonView *self)
{
  IlvRunStore *history = ilv_run_keeper_get_history (self->keeper);

  if (history != NULL)
    ilv_run_store_list_async (history, ilv_run_keeper_get_place (self->keeper), NULL, on_earlier_listed,
                              g_object_ref (self));
}

static void
on_show_earlier (IlvComparisonView *self, IlvStoredRun *run)
{
  /* It has no number among the runs of today. */
  g_autoptr (IlvPastRun) past
    = ilv_past_run_new (0, run->kind, run->traces[ILV_SIDE_LEFT], run->traces[ILV_SIDE_RIGHT]);

  ilv_comparison_actions_set_shown_run (self->actions, past);
  ilv_comparison_results_show_past (self->results, past);
  ilv_comparison_actions_update (self->actions);
}

static void
on_history_action (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvComparisonView *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window = ilv_history_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              ilv_run_keeper_get_history (self->keeper),
                                              ilv_run_keeper_get_place (self->keeper));

  g_signal_connect_object (window, "show-run", G_CALLBACK (on_show_earlier), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "unmap", G_CALLBACK (look_for_earlier), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* What was broken on purpose is not what the lesson shows. */
static void
keep_run (IlvComparisonView *self)
{
  IlvTrace *const traces[] = { ilv_bench_get_trace (self->bench, ILV_SIDE_LEFT),
                               ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT) };
  g_autofree char *kind = NULL;
  g_autoptr (GVariant) settings = NULL;

  if (ilv_conditions_is_broken (self->conditions))
    return;
  ilv_run_keeper_keep (self->keeper, traces, NULL, G_N_ELEMENTS (traces));
  kind = ilv_conditions_describe_kind (self->conditions);
  settings = ilv_conditions_dup_settings (self->conditions);
  ilv_run_keeper_add (self->keeper, kind, settings, traces[ILV_SIDE_LEFT], traces[ILV_SIDE_RIGHT]);
  look_for_earlier (self);
}

static void
on_ended (IlvComparisonView *self, GError *error)
{
  /* Between two runs, Stop stays where it is. */
  if (!ilv_run_series_is_active (self->series))
    ilv_transport_set_running (ILV_TRANSPORT (self->transport), NULL);
  ilv_comparison_guesses_set_running (ILV_COMPARISON_GUESSES (self->questions), FALSE);
  /* A run that was stopped may have no length of its own. */
  ilv_comparison_results_extend_axis (
    self->results, error == NULL ? 0 : ilv_conditions_get_sequential_ns (self->conditions));
  if (error == NULL)
    {
      show_new_results (self);
      keep_run (self);
    }
  else
    ilv_comparison_results_show_error (self->results, error);
  update (self);
}

/* It may be stopped between two runs. */
static void
on_series_active_changed (IlvComparisonView *self)
{
  if (ilv_run_series_is_active (self->series) || ilv_bench_is_running (self->bench))
    return;
  ilv_transport_set_running (ILV_TRANSPORT (self->transport), NULL);
  update (self);
}

static void
connect_bench (IlvComparisonView *self)
{
  g_signal_connect_object (self->series, "notify::active", G_CALLBACK (on_series_active_changed), self,
                           G_CONNECT_SWAPPED);
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
  ilv_range_bar_set_timelines (ILV_RANGE_BAR (self->range_bar),
                               ilv_side_card_get_timeline (get_card (self, ILV_SIDE_LEFT)),
                               ilv_side_card_get_timeline (get_card (self, ILV_SIDE_RIGHT)));
  ilv_transport_set_playhead (ILV_TRANSPORT (self->transport), self->playhead);
  g_signal_connect_swapped (self->questions, "changed", G_CALLBACK (update), self);
  ilv_run_stack_set_history (ILV_RUN_STACK (self->runs),
                             ilv_comparison_results_get_history (self->results));
  ilv_ask_card_set_person (
    ILV_ASK_CARD (self->ask),
    ilv_world_get_person (ilv_experiment_get_world (ilv_bench_get_experiment (self->bench))));
  g_signal_connect_swapped (self->setup, "notify::grouping", G_CALLBACK (on_grouping_changed), self);
}

/* A page that is left takes its run with it. */
static void
ilv_comparison_view_unroot (GtkWidget *widget)
{
  IlvComparisonView *self = ILV_COMPARISON_VIEW (widget);

  if (!self->lasting)
    {
      ilv_run_series_stop (self->series);
      ilv_playhead_set_playing (self->playhead, FALSE);
    }

  GTK_WIDGET_CLASS (ilv_comparison_view_parent_class)->unroot (widget);
}

static void
ilv_comparison_view_dispose (GObject *object)
{
  IlvComparisonView *self = ILV_COMPARISON_VIEW (object);
  GtkWidget *child;

  if (self->bench != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->series, self);
      g_signal_handlers_disconnect_by_data (self->bench, self);
      ilv_run_series_stop (self->series);
    }
  g_clear_object (&self->replay);
  /* Others may still hold the group. */
  if (self->group != NULL)
    g_action_map_remove_action (G_ACTION_MAP (self->group), "history");
  g_clear_object (&self->actions);
  if (self->exports != NULL)
    g_object_run_dispose (G_OBJECT (self->exports));
  g_clear_object (&self->exports);
  g_clear_object (&self->keeper);
  g_clear_object (&self->conditions);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->comparison);
  g_clear_object (&self->results);
  g_clear_object (&self->series);
  g_clear_object (&self->bench);
  g_clear_object (&self->axis);
  g_clear_object (&self->playhead);
  g_clear_object (&self->group);

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
  g_type_ensure (ILV_TYPE_COMPARISON_GUESSES);
  g_type_ensure (ILV_TYPE_FINDINGS);
  g_type_ensure (ILV_TYPE_PAIR_LAYOUT);
  g_type_ensure (ILV_TYPE_RANGE_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparison");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, title);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, questions);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, ask);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, body);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, pair);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, range_bar);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, break_row);
  gtk_widget_class_bind_template_child (widget_class, IlvComparisonView, findings);
}

static void
ilv_comparison_view_init (IlvComparisonView *self)
{
  GtkLayoutManager *layout;

  self->bench = ilv_bench_new ();
  self->series = ilv_run_series_new (self->bench);
  self->axis = ilv_time_axis_new ();
  self->playhead = ilv_playhead_new ();
  self->replay = ilv_replay_new (GTK_WIDGET (self), self->bench, self->playhead, self->axis);
  self->group = g_simple_action_group_new ();
  ilv_replay_add_actions (self->replay, G_ACTION_MAP (self->group));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "comparison", G_ACTION_GROUP (self->group));
  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  /* Texts and lessons speak of the left and the right side: they are where these words say. */
  gtk_widget_set_direction (self->pair, GTK_TEXT_DIR_LTR);
}

static void
create_code (IlvComparisonView *self, const IlvLessonContext *context G_GNUC_UNUSED)
{
  self->code = g_object_new (ILV_TYPE_CODE_PANE, NULL);
  gtk_box_prepend (GTK_BOX (self->body), self->code);
}

static GtkWidget *
create_card (IlvComparisonView *self)
{
  GtkWidget *card = g_object_new (ILV_TYPE_SIDE_CARD, "visible", FALSE, NULL);

  gtk_box_append (GTK_BOX (self->pair), card);
  return card;
}

static void
create_left (IlvComparisonView *self, const IlvLessonContext *context G_GNUC_UNUSED)
{
  self->left = create_card (self);
}

static void
create_right (IlvComparisonView *self, const IlvLessonContext *context G_GNUC_UNUSED)
{
  self->right = create_card (self);
}

static void
create_transport (IlvComparisonView *self, const IlvLessonContext *context G_GNUC_UNUSED)
{
  self->transport = g_object_new (ILV_TYPE_TRANSPORT, "visible", FALSE, NULL);
  ilv_transport_set_has_repeat (ILV_TRANSPORT (self->transport), TRUE);
  gtk_box_append (GTK_BOX (self->body), self->transport);
}

static void
create_setup (IlvComparisonView *self, const IlvLessonContext *context G_GNUC_UNUSED)
{
  self->setup = g_object_new (ILV_TYPE_SETUP, "visible", FALSE, NULL);
  gtk_widget_set_parent (self->setup, GTK_WIDGET (self));
}

/* These show themselves when there is something to see. */
static void
create_server_and_runs (IlvComparisonView *self, const IlvLessonContext *context G_GNUC_UNUSED)
{
  self->server = g_object_new (ILV_TYPE_SERVER_CONTROLS, "visible", FALSE, NULL);
  gtk_widget_set_parent (self->server, GTK_WIDGET (self));
  self->runs = g_object_new (ILV_TYPE_RUN_STACK, NULL);
  gtk_widget_set_parent (self->runs, GTK_WIDGET (self));
}

static void
connect_all (IlvComparisonView *self, const IlvLessonContext *context G_GNUC_UNUSED)
{
  IlvComparisonParts parts = get_parts (self);

  self->results = ilv_comparison_results_new (&parts);
  self->exports = ilv_export_actions_new (G_ACTION_MAP (self->group),
                                          ilv_side_card_get_timeline (get_card (self, ILV_SIDE_LEFT)),
                                          ilv_transport_get_export_button (ILV_TRANSPORT (self->transport)));
  ilv_export_actions_set_title (self->exports, ilv_comparison_get_title (self->comparison));
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_signal_connect_object (ilv_side_card_get_timeline (get_card (self, i)), "notify::trace",
                             G_CALLBACK (update_exports), self, G_CONNECT_SWAPPED);
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
  g_action_group_change_action_state (G_ACTION_GROUP (self->group), "show-scene",
                                      g_variant_new_boolean (TRUE));
}

static void
set_up_history (IlvComparisonView *self, const IlvLessonContext *context)
{
  static const GActionEntry entry = { .name = "history", .activate = on_history_action };

  self->keeper = ilv_run_keeper_new (context, ilv_comparison_get_title (self->comparison));
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), &entry, 1, self);
  look_for_earlier (self);
}

static void
set_up_code (IlvComparisonView *self, const IlvLessonContext *context)
{
  ilv_code_pane_set_up (ILV_CODE_PANE (self->code), self->comparison, context, self->playhead,
                        G_ACTION_MAP (self->group));
}

/* It takes several turns. */
static void
prepare_code (IlvComparisonView *self, const IlvLessonContext *context G_GNUC_UNUSED)
{
  if (ilv_code_pane_prepare (ILV_CODE_PANE (self->code)))
    self->n_built--;
}

static void
create_conditions (IlvComparisonView *self, const IlvLessonContext *context)
{
  const IlvComparisonParts parts = get_parts (self);
  const IlvConditionsParts controls = {
    .cards = { parts.cards[ILV_SIDE_LEFT], parts.cards[ILV_SIDE_RIGHT] },
    .setup = ILV_SETUP (self->setup),
    .server = ILV_SERVER_CONTROLS (self->server),
    .code = parts.code,
  };

  self->conditions = ilv_conditions_new (self->comparison, context, &controls);
  self->actions = ilv_comparison_actions_new (G_ACTION_MAP (self->group), self->series, &parts,
                                              self->conditions, self->results);
  g_signal_connect_swapped (self->conditions, "changed", G_CALLBACK (on_conditions_changed), self);
  on_conditions_changed (self);
}

static void
show_comparison (IlvComparisonView *self, const IlvLessonContext *context G_GNUC_UNUSED)
{
  IlvComparison *broken = ilv_comparison_get_broken (self->comparison);

  if (broken != NULL)
    ilv_break_row_set_title (ILV_BREAK_ROW (self->break_row), ilv_comparison_get_title (broken));
  show_scene (self);
  on_grouping_changed (self);
}

static gboolean
build_next (IlvGradual *gradual, const IlvLessonContext *context)
{
  static void (*const parts[]) (IlvComparisonView *, const IlvLessonContext *)
    = { create_code, create_left, create_right, create_transport,  create_setup,   create_server_and_runs,
        connect_all, set_up_history, set_up_code, prepare_code, create_conditions, show_comparison };

  IlvComparisonView *self = ILV_COMPARISON_VIEW (gradual);

  g_return_val_if_fail (self->n_built < G_N_ELEMENTS (parts), FALSE);

  parts[self->n_built++] (self, context);
  return self->n_built < G_N_ELEMENTS (parts);
}

static gboolean
unfold_next (IlvGradual *gradual)
{
  IlvComparisonView *self = ILV_COMPARISON_VIEW (gradual);
  GtkWidget *const parts[] = { self->body, self->left, self->right, self->transport, self->setup };

  return ilv_gradual_show_next (parts, G_N_ELEMENTS (parts));
}

static void
implement_gradual (IlvGradualInterface *iface)
{
  iface->build = build_next;
  iface->unfold = unfold_next;
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

  self = ILV_COMPARISON_VIEW (ilv_comparison_view_new_unbuilt (comparison));
  ilv_gradual_complete (ILV_GRADUAL (self), context);
  return GTK_WIDGET (self);
}

GtkWidget *
ilv_comparison_view_new_unbuilt (IlvComparison *comparison)
{
  IlvComparisonView *self;

  g_return_val_if_fail (ILV_IS_COMPARISON (comparison), NULL);

  self = g_object_new (ILV_TYPE_COMPARISON_VIEW, NULL);
  self->comparison = g_object_ref (comparison);
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
    g_action_group_change_action_state (G_ACTION_GROUP (self->group), "show-scene",
                                        g_variant_new_boolean (FALSE));
  update (self);
}

void
ilv_comparison_view_set_lasting (IlvComparisonView *self, gboolean lasting)
{
  g_return_if_fail (ILV_IS_COMPARISON_VIEW (self));

  self->lasting = lasting;
}

IlvBench *
ilv_comparison_view_get_bench (IlvComparisonView *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_VIEW (self), NULL);

  return self->bench;
}

IlvTimeAxis *
ilv_comparison_view_get_axis (IlvComparisonView *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_VIEW (self), NULL);

  return self->axis;
}

IlvPlayhead *
ilv_comparison_view_get_playhead (IlvComparisonView *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_VIEW (self), NULL);

  return self->playhead;
}

IlvReplay *
ilv_comparison_view_get_replay (IlvComparisonView *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_VIEW (self), NULL);

  return self->replay;
}

IlvConditions *
ilv_comparison_view_get_conditions (IlvComparisonView *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_VIEW (self), NULL);

  return self->conditions;
}

IlvCodePane *
ilv_comparison_view_get_code (IlvComparisonView *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_VIEW (self), NULL);

  return ILV_CODE_PANE (self->code);
}

GActionGroup *
ilv_comparison_view_get_actions (IlvComparisonView *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_VIEW (self), NULL);

  return G_ACTION_GROUP (self->group);
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
