/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-actions.h"

#include "ilv-consent.h"

struct _IlvComparisonActions
{
  GObject parent_instance;

  GActionMap *map;
  IlvRunSeries *series; /* unowned */
  IlvComparisonParts parts;
  IlvConditions *conditions;     /* unowned */
  IlvComparisonResults *results; /* unowned */
};

G_DEFINE_FINAL_TYPE (IlvComparisonActions, ilv_comparison_actions, G_TYPE_OBJECT)

static void
enable (IlvComparisonActions *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->map, action)),
                               enabled);
}

static void
run (IlvComparisonActions *self, guint n_runs)
{
  IlvExperiment *experiment = ilv_bench_get_experiment (self->parts.bench);
  g_auto (GStrv) codes = NULL;

  ilv_conditions_apply (self->conditions, experiment);
  codes = ilv_experiment_dup_not_agreed (experiment);
  if (!ilv_consent_check (GTK_WIDGET (self->parts.cards[0]), (const char *const *) codes,
                          G_ACTION_GROUP (self->map)))
    return;
  ilv_comparison_guesses_commit (self->parts.questions);
  ilv_run_series_start (self->series, n_runs);
}

static void
on_run_action (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED,
               gpointer data)
{
  run (data, 1);
}

static void
on_repeat_action (GSimpleAction *action G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED,
                  gpointer data)
{
  run (data, ILV_RUN_SERIES_LENGTH);
}

static void
on_stop_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  ilv_run_series_stop (ILV_COMPARISON_ACTIONS (data)->series);
}

static void
on_skip_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  ilv_comparison_guesses_skip (ILV_COMPARISON_ACTIONS (data)->parts.questions);
}

static void
on_show_table_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  IlvComparisonActions *self = data;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_side_card_set_shows_table (self->parts.cards[i], g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
on_show_scene_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  IlvComparisonActions *self = data;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_side_card_set_shows_scene (self->parts.cards[i], g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
on_show_run_changed (GSimpleAction *action G_GNUC_UNUSED, GVariant *state, gpointer data)
{
  IlvComparisonActions *self = data;
  IlvPastRun *run = ilv_run_history_find (ilv_comparison_results_get_history (self->results),
                                          g_variant_get_uint32 (state));

  if (run == NULL)
    return;
  ilv_comparison_actions_set_shown_run (self, run);
  ilv_comparison_results_show_past (self->results, run);
  ilv_comparison_actions_update (self);
}

static void
on_break_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  ilv_conditions_set_broken (ILV_COMPARISON_ACTIONS (data)->conditions,
                             g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
on_repair_action (GSimpleAction *action G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED,
                  gpointer data)
{
  GActionGroup *group = G_ACTION_GROUP (ILV_COMPARISON_ACTIONS (data)->map);

  g_action_group_change_action_state (group, "break", g_variant_new_boolean (FALSE));
  g_action_group_activate_action (group, "run", NULL);
}

static void
on_reset_settings_action (GSimpleAction *action G_GNUC_UNUSED,
                          GVariant *parameter G_GNUC_UNUSED,
                          gpointer data)
{
  ilv_conditions_reset (ILV_COMPARISON_ACTIONS (data)->conditions);
}

static const GActionEntry entries[] = {
  { .name = "run", .activate = on_run_action },
  { .name = "repeat", .activate = on_repeat_action },
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

static void
ilv_comparison_actions_dispose (GObject *object)
{
  IlvComparisonActions *self = ILV_COMPARISON_ACTIONS (object);

  /* Others may still hold the map. */
  if (self->map != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
      g_action_map_remove_action (self->map, entries[i].name);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (ilv_comparison_actions_parent_class)->dispose (object);
}

static void
ilv_comparison_actions_class_init (IlvComparisonActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_comparison_actions_dispose;
}

static void
ilv_comparison_actions_init (IlvComparisonActions *self G_GNUC_UNUSED)
{
}

IlvComparisonActions *
ilv_comparison_actions_new (GActionMap *map,
                            IlvRunSeries *series,
                            const IlvComparisonParts *parts,
                            IlvConditions *conditions,
                            IlvComparisonResults *results)
{
  IlvComparisonActions *self = g_object_new (ILV_TYPE_COMPARISON_ACTIONS, NULL);

  self->map = g_object_ref (map);
  self->series = series;
  self->parts = *parts;
  self->conditions = conditions;
  self->results = results;
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  return self;
}

void
ilv_comparison_actions_update (IlvComparisonActions *self)
{
  gboolean running, can_run, can_replay;

  g_return_if_fail (ILV_IS_COMPARISON_ACTIONS (self));

  running = ilv_run_series_is_active (self->series) || ilv_bench_is_running (self->parts.bench);
  can_run = !running && ilv_comparison_actions_get_obstacle (self) == NULL;
  can_replay = !running && ilv_playhead_get_end_ns (self->parts.playhead) > 0;
  enable (self, "run", can_run);
  enable (self, "repeat", can_run && ilv_conditions_can_repeat (self->conditions));
  enable (self, "stop", running);
  enable (self, "play", can_replay);
  enable (self, "previous-event", can_replay);
  enable (self, "next-event", can_replay);
  enable (self, "break", !running);
  enable (self, "repair", !running);
  enable (self, "show-run", !running);
  enable (self, "reset-settings", !running && !ilv_conditions_is_lessons (self->conditions));
}

/* Something is missing, or the learner has not said yet what is expected. */
const char *
ilv_comparison_actions_get_obstacle (IlvComparisonActions *self)
{
  const char *obstacle;

  g_return_val_if_fail (ILV_IS_COMPARISON_ACTIONS (self), NULL);

  obstacle = ilv_conditions_get_obstacle (self->conditions);
  return obstacle != NULL ? obstacle : ilv_comparison_guesses_get_obstacle (self->parts.questions);
}

void
ilv_comparison_actions_set_shown_run (IlvComparisonActions *self, IlvPastRun *run)
{
  g_return_if_fail (ILV_IS_COMPARISON_ACTIONS (self));
  g_return_if_fail (ILV_IS_PAST_RUN (run));

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (self->map, "show-run")),
                             g_variant_new_uint32 (ilv_past_run_get_number (run)));
  ilv_run_history_set_shown (ilv_comparison_results_get_history (self->results),
                             ilv_past_run_get_number (run));
}
