/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-conditions-parts.h"

#include "ilv-processors.h"

/* What the strategies are called in saved settings. */
static const char *const strategy_keys[] = {
  [ILV_SIDE_LEFT] = "left",
  [ILV_SIDE_RIGHT] = "right",
};

static void
show_server (const IlvConditionsParts *self, IlvComparison *comparison)
{
  const IlvLessonServer *server = ilv_comparison_get_server (comparison);
  const IlvServerSettings settings = {
    .latency_ns = server->latency_ns,
    .jitter_ns = server->jitter_ns,
    .failure_rate = server->failure_rate,
    .rate_limit = server->rate_limit,
  };

  ilv_server_controls_set_settings (self->server, &settings);
  gtk_widget_set_visible (GTK_WIDGET (self->server), server->given);
}

void
ilv_conditions_parts_show (const IlvConditionsParts *self, IlvComparison *comparison)
{
  IlvStrategy left = ilv_comparison_get_left (comparison);
  IlvStrategy right = ilv_comparison_get_right (comparison);

  ilv_setup_set_workload (self->setup, ilv_comparison_get_workload (comparison));
  ilv_side_card_set_strategy (self->cards[ILV_SIDE_LEFT], left);
  ilv_side_card_set_strategy (self->cards[ILV_SIDE_RIGHT], right);
  /* A model may have more processors than the machine. */
  ilv_setup_set_max_processors (self->setup,
                                left == ILV_STRATEGY_MODEL || right == ILV_STRATEGY_MODEL
                                  ? ILV_MODEL_MAX_PROCESSORS
                                  : ilv_processors_get_count ());
  /* Who waits for the world is on no processor. */
  ilv_setup_set_grouping (self->setup, ilv_setup_waits_for_world (self->setup)
                                         ? ILV_GROUPING_TASK
                                         : ILV_GROUPING_PROCESSOR);
  ilv_setup_set_processors (self->setup, ilv_comparison_get_processors (comparison));
  ilv_setup_set_workers (self->setup, ilv_comparison_get_workers (comparison));
  ilv_slice_control_set_slice_ns (ilv_setup_get_slice (self->setup),
                                  ilv_comparison_get_slice_ns (comparison));
  show_server (self, comparison);
}

GVariant *
ilv_conditions_parts_save (const IlvConditionsParts *self, IlvComparison *comparison)
{
  g_auto (GVariantDict) settings = G_VARIANT_DICT_INIT (NULL);
  const char *python = ilv_interpreter_choice_get_chosen (ilv_code_pane_get_choice (self->code));

  ilv_setup_save (self->setup, &settings);
  if (ilv_comparison_get_server (comparison)->given)
    ilv_server_controls_save (self->server, &settings);
  if (python != NULL)
    g_variant_dict_insert (&settings, "python", "s", python);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_variant_dict_insert (&settings, strategy_keys[i], "s",
                           ilv_strategy_to_string (ilv_side_card_get_strategy (self->cards[i])));
  return g_variant_ref_sink (g_variant_dict_end (&settings));
}

void
ilv_conditions_parts_restore (const IlvConditionsParts *self, GVariant *saved)
{
  g_auto (GVariantDict) settings = G_VARIANT_DICT_INIT (saved);
  const char *python = NULL;

  /* The strategies first: a model may have more processors. */
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      const char *id;
      IlvStrategy strategy;

      if (g_variant_dict_lookup (&settings, strategy_keys[i], "&s", &id)
          && ilv_strategy_from_string (id, &strategy))
        ilv_side_card_set_strategy (self->cards[i], strategy);
    }
  ilv_setup_restore (self->setup, &settings);
  ilv_server_controls_restore (self->server, &settings);
  g_variant_dict_lookup (&settings, "python", "&s", &python);
  ilv_interpreter_choice_set_chosen (ilv_code_pane_get_choice (self->code), python);
}
