/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-conditions.h"

#include <glib/gi18n.h>

#include "ilv-comparison-store.h"
#include "ilv-kernel-slice.h"
#include "ilv-planned-trace.h"
#include "ilv-pokeapi-setting.h"
#include "ilv-processors.h"
#include "ilv-strategy-offer.h"
#include "ilv-summary.h"

struct _IlvConditions
{
  GObject parent_instance;

  IlvComparison *comparison;
  IlvComparison *planned; /* the comparison, or the broken one */
  IlvConditionsParts parts;
  IlvComparisonStore *store;
  IlvPythons *pythons;
  GSettings *settings; /* the program's, or NULL */
  GListModel *interpreters;
  GVariant *lessons; /* the settings of the lesson */
  GVariant *whole;   /* the settings before it was broken */
  char *obstacle;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (IlvConditions, ilv_conditions, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* As the learner left it the last time. */
static void
load_kept (IlvConditions *self)
{
  g_autoptr (GVariant) saved = ilv_comparison_store_get_settings (self->store);

  if (saved != NULL)
    ilv_conditions_parts_restore (&self->parts, saved);
}

static void
keep (IlvConditions *self)
{
  g_autoptr (GVariant) settings = NULL;

  if (self->planned != self->comparison)
    return;
  if (!ilv_conditions_is_lessons (self))
    settings = ilv_conditions_parts_save (&self->parts, self->comparison);
  ilv_comparison_store_set_settings (self->store, settings);
}

static IlvStrategy
get_effective_strategy (IlvConditions *self, IlvSide side)
{
  return ilv_strategy_offer_get_stand_in (ilv_side_card_get_strategy (self->parts.cards[side]),
                                          self->interpreters);
}

static gboolean
is_searching (IlvConditions *self)
{
  return self->pythons != NULL && ilv_pythons_is_searching (self->pythons);
}

static char *
find_obstacle (IlvConditions *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      IlvStrategy strategy = ilv_side_card_get_strategy (self->parts.cards[i]);
      guint offered;

      if (ilv_strategy_is_python (strategy) && is_searching (self))
        return g_strdup (_ ("Looking for Python…"));
      if (ilv_strategy_offer_is_missing (strategy, self->interpreters))
        return ilv_strategy_offer_describe_caution (strategy, self->interpreters);
      offered = ilv_strategy_offer_find (self->comparison,
                                         ilv_setup_get_workload (self->parts.setup),
                                         self->interpreters);
      if ((offered & (1u << strategy)) == 0)
        return ilv_workload_describe_obstacle (ilv_setup_get_workload (self->parts.setup),
                                               strategy);
    }
  return NULL;
}

static void
show_remarks (IlvConditions *self, IlvSide side)
{
  IlvPython *python = ilv_code_pane_get_python (self->parts.code, side);
  g_autofree char *caution = ilv_conditions_dup_caution (self, side);

  ilv_side_card_set_remarks (self->parts.cards[side],
                             python != NULL ? ilv_python_get_title (python) : NULL, caution);
}

static void
show_limits (IlvConditions *self)
{
  gboolean has_model = FALSE, has_pool = FALSE, has_slices = FALSE;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      IlvStrategy strategy = get_effective_strategy (self, i);

      has_model |= strategy == ILV_STRATEGY_MODEL;
      has_pool |= strategy == ILV_STRATEGY_THREAD_POOL;
      has_slices |= strategy == ILV_STRATEGY_TIME_SLICED;
    }
  ilv_setup_set_has_pool (self->parts.setup, has_pool);
  ilv_slice_control_set_use (ilv_setup_get_slice (self->parts.setup), has_slices, has_model,
                             has_slices ? ilv_kernel_slice_get_refusal () : NULL);
  /* A model may have more processors than the machine. */
  ilv_setup_set_max_processors (self->parts.setup, has_model ? ILV_MODEL_MAX_PROCESSORS
                                                             : ilv_processors_get_count ());
}

/* A file of the lesson does not follow the controls; the other side is to do the same as it. */
static void
show_fixed (IlvConditions *self)
{
  gboolean fixed = ilv_code_pane_has_file (self->parts.code);
  IlvWorkload *planned = ilv_comparison_get_workload (self->planned);

  ilv_setup_set_fixed (self->parts.setup, fixed);
  if (fixed && ilv_setup_get_workload (self->parts.setup) != planned)
    ilv_setup_set_workload (self->parts.setup, planned);
}

/* Who will come is seen before the run, when it is to be predicted what becomes of them. */
static void
show_plan (IlvConditions *self, IlvSide side)
{
  g_autoptr (IlvTrace) plan = NULL;

  if (ilv_comparison_get_scene (self->comparison) == NULL)
    return;
  plan = ilv_conditions_dup_plan (self, side);
  ilv_side_card_set_plan (self->parts.cards[side], plan);
}

static void
update (IlvConditions *self)
{
  IlvWorkload *workload = ilv_setup_get_workload (self->parts.setup);
  IlvStrategy strategies[ILV_N_SIDES];

  if (self->filling)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      strategies[i] = ilv_side_card_get_strategy (self->parts.cards[i]);
      ilv_side_card_set_offered (
        self->parts.cards[i],
        ilv_strategy_offer_find (self->comparison, workload, self->interpreters));
    }
  show_limits (self);
  ilv_code_pane_update (self->parts.code, self->planned, workload, strategies);
  show_fixed (self);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      show_remarks (self, i);
      show_plan (self, i);
    }
  g_free (self->obstacle);
  self->obstacle = find_obstacle (self);
  self->filling = FALSE;
}

static void
on_changed (IlvConditions *self)
{
  if (self->filling)
    return;
  update (self);
  keep (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* An interpreter was chosen, or code was edited: all else is as it was. */
static void
on_code_changed (IlvConditions *self)
{
  if (self->filling)
    return;
  for (guint i = 0; i < ILV_N_SIDES; i++)
    show_remarks (self, i);
  keep (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ilv_conditions_dispose (GObject *object)
{
  IlvConditions *self = ILV_CONDITIONS (object);

  g_clear_object (&self->comparison);
  g_clear_object (&self->planned);
  g_clear_object (&self->store);
  g_clear_object (&self->pythons);
  g_clear_object (&self->settings);
  g_clear_object (&self->interpreters);
  g_clear_pointer (&self->lessons, g_variant_unref);
  g_clear_pointer (&self->whole, g_variant_unref);
  g_clear_pointer (&self->obstacle, g_free);

  G_OBJECT_CLASS (ilv_conditions_parent_class)->dispose (object);
}

static void
ilv_conditions_class_init (IlvConditionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_conditions_dispose;

  /**
   * IlvConditions::changed:
   *
   * Something that a run depends on has been changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_conditions_init (IlvConditions *self G_GNUC_UNUSED)
{
}

static void
take_context (IlvConditions *self, const IlvLessonContext *context)
{
  if (context != NULL)
    {
      g_set_object (&self->pythons, context->pythons);
      g_set_object (&self->settings, context->settings);
    }
  self->store = ilv_comparison_store_new (self->comparison, context);
  if (self->pythons != NULL)
    self->interpreters = g_object_ref (ilv_pythons_get_model (self->pythons));
  else
    self->interpreters = G_LIST_MODEL (g_list_store_new (ILV_TYPE_PYTHON));
}

static void
connect_parts (IlvConditions *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_signal_connect_object (self->parts.cards[i], "notify::strategy", G_CALLBACK (on_changed),
                             self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parts.setup, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parts.setup, "notify::grouping", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parts.server, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parts.code, "changed", G_CALLBACK (on_code_changed), self,
                           G_CONNECT_SWAPPED);
  if (self->pythons != NULL)
    g_signal_connect_object (self->pythons, "notify::searching", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::" ILV_POKEAPI_SETTING,
                             G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

IlvConditions *
ilv_conditions_new (IlvComparison *comparison,
                    const IlvLessonContext *context,
                    const IlvConditionsParts *parts)
{
  IlvConditions *self;

  g_return_val_if_fail (ILV_IS_COMPARISON (comparison), NULL);

  self = g_object_new (ILV_TYPE_CONDITIONS, NULL);
  self->comparison = g_object_ref (comparison);
  self->planned = g_object_ref (comparison);
  self->parts = *parts;
  take_context (self, context);
  ilv_conditions_parts_show (&self->parts, comparison);
  self->lessons = ilv_conditions_parts_save (&self->parts, self->comparison);
  load_kept (self);
  update (self);
  connect_parts (self);
  return self;
}

void
ilv_conditions_apply (IlvConditions *self, IlvExperiment *experiment)
{
  IlvServerSettings server;

  g_return_if_fail (ILV_IS_CONDITIONS (self));

  ilv_server_controls_get_settings (self->parts.server, &server);
  ilv_world_set_server_settings (ilv_experiment_get_world (experiment), &server);
  ilv_world_set_uses_pokeapi (ilv_experiment_get_world (experiment),
                              ilv_conditions_asks_pokeapi (self));
  ilv_experiment_set_workload (experiment, ilv_setup_get_workload (self->parts.setup));
  ilv_experiment_set_processors (experiment, ilv_setup_get_processors (self->parts.setup));
  ilv_experiment_set_workers (experiment, ilv_setup_get_workers (self->parts.setup));
  ilv_experiment_set_slice_ns (experiment, ilv_slice_control_get_slice_ns (
                                             ilv_setup_get_slice (self->parts.setup)));
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      IlvStrategy strategy = get_effective_strategy (self, i);
      g_autofree char *code
        = ilv_strategy_has_code (strategy) ? ilv_code_pane_dup_code (self->parts.code, i) : NULL;

      ilv_experiment_set_strategy (experiment, i, strategy);
      ilv_experiment_set_code (experiment, i, code);
      ilv_experiment_set_python (experiment, i, ilv_code_pane_get_python (self->parts.code, i));
    }
}

const char *
ilv_conditions_get_obstacle (IlvConditions *self)
{
  g_return_val_if_fail (ILV_IS_CONDITIONS (self), NULL);

  return self->obstacle;
}

gboolean
ilv_conditions_is_searching (IlvConditions *self)
{
  g_return_val_if_fail (ILV_IS_CONDITIONS (self), FALSE);

  return self->obstacle != NULL && is_searching (self);
}

gboolean
ilv_conditions_asks_pokeapi (IlvConditions *self)
{
  g_return_val_if_fail (ILV_IS_CONDITIONS (self), FALSE);

  return ilv_pokeapi_setting_applies (self->settings,
                                      ilv_setup_get_workload (self->parts.setup));
}

IlvStrategy
ilv_conditions_get_strategy (IlvConditions *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_CONDITIONS (self), ILV_STRATEGY_SEQUENTIAL);
  g_return_val_if_fail (side < ILV_N_SIDES, ILV_STRATEGY_SEQUENTIAL);

  return get_effective_strategy (self, side);
}

char *
ilv_conditions_dup_caution (IlvConditions *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_CONDITIONS (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  if (is_searching (self))
    return NULL;
  return ilv_strategy_offer_describe_caution (ilv_side_card_get_strategy (self->parts.cards[side]),
                                              self->interpreters);
}

IlvGrouping
ilv_conditions_get_grouping (IlvConditions *self)
{
  g_return_val_if_fail (ILV_IS_CONDITIONS (self), ILV_GROUPING_PROCESSOR);

  return ilv_setup_get_grouping (self->parts.setup);
}

IlvTrace *
ilv_conditions_dup_plan (IlvConditions *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_CONDITIONS (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  return ilv_planned_trace_new (ilv_setup_get_workload (self->parts.setup),
                                get_effective_strategy (self, side),
                                ilv_setup_get_processors (self->parts.setup));
}

gboolean
ilv_conditions_can_repeat (IlvConditions *self)
{
  IlvWorkload *workload;

  g_return_val_if_fail (ILV_IS_CONDITIONS (self), FALSE);

  workload = ilv_setup_get_workload (self->parts.setup);
  for (guint i = 0; i < ilv_workload_get_n_tasks (workload); i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (workload, i); j++)
      if (ilv_workload_get_step (workload, i, j)->kind == ILV_STEP_ASK)
        return FALSE;
  return !ilv_conditions_asks_pokeapi (self);
}

gint64
ilv_conditions_get_sequential_ns (IlvConditions *self)
{
  IlvWorkload *workload;
  IlvServerSettings server;
  gint64 sequential_ns;

  g_return_val_if_fail (ILV_IS_CONDITIONS (self), 0);

  workload = ilv_setup_get_workload (self->parts.setup);
  sequential_ns = ilv_workload_get_sequential_ns (workload);
  ilv_server_controls_get_settings (self->parts.server, &server);
  for (guint i = 0; i < ilv_workload_get_n_tasks (workload); i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (workload, i); j++)
      if (ilv_workload_get_step (workload, i, j)->kind == ILV_STEP_GET)
        sequential_ns += server.latency_ns;
  return sequential_ns;
}

char *
ilv_conditions_describe (IlvConditions *self)
{
  IlvWorkload *workload, *planned;
  guint n_tasks;
  gint64 work_ns;

  g_return_val_if_fail (ILV_IS_CONDITIONS (self), NULL);

  workload = ilv_setup_get_workload (self->parts.setup);
  planned = ilv_comparison_get_workload (self->planned);
  n_tasks = ilv_workload_get_n_tasks (workload);
  work_ns = ilv_workload_get_work_ns (workload);
  /* The lesson's title says what the lesson runs; it may not stand above something else. */
  if (n_tasks == ilv_workload_get_n_tasks (planned)
      && work_ns == ilv_workload_get_work_ns (planned))
    return g_strdup (ilv_comparison_get_title (self->comparison));
  if (work_ns == 0)
    return g_strdup_printf (ngettext ("%u task", "%u tasks", n_tasks), n_tasks);
  return ilv_summary_describe_tasks (n_tasks, work_ns / n_tasks);
}

GVariant *
ilv_conditions_dup_settings (IlvConditions *self)
{
  g_autoptr (GVariant) saved = NULL;
  g_auto (GVariantDict) dict = { 0 };

  g_return_val_if_fail (ILV_IS_CONDITIONS (self), NULL);

  saved = ilv_conditions_parts_save (&self->parts, self->comparison);
  g_variant_dict_init (&dict, saved);
  /* How it is looked at is not what is run. */
  g_variant_dict_remove (&dict, "lanes");
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

char *
ilv_conditions_describe_kind (IlvConditions *self)
{
  g_autoptr (GVariant) settings = NULL;
  GString *kind;

  g_return_val_if_fail (ILV_IS_CONDITIONS (self), NULL);

  settings = ilv_conditions_dup_settings (self);
  kind = g_string_new (self->planned != self->comparison ? "broken " : "");
  g_variant_print_string (settings, kind, FALSE);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      g_autofree char *code = ilv_code_pane_dup_code (self->parts.code, i);
      IlvPython *python = ilv_code_pane_get_python (self->parts.code, i);

      if (code != NULL)
        g_string_append_printf (kind, " %08x", g_str_hash (code));
      if (python != NULL)
        g_string_append_printf (kind, " %s", ilv_python_get_path (python));
    }
  return g_string_free (kind, FALSE);
}

gboolean
ilv_conditions_is_broken (IlvConditions *self)
{
  g_return_val_if_fail (ILV_IS_CONDITIONS (self), FALSE);

  return self->planned != self->comparison;
}

void
ilv_conditions_set_broken (IlvConditions *self, gboolean broken)
{
  g_return_if_fail (ILV_IS_CONDITIONS (self));
  g_return_if_fail (!broken || ilv_comparison_get_broken (self->comparison) != NULL);

  if (broken == ilv_conditions_is_broken (self))
    return;
  if (broken)
    self->whole = ilv_conditions_parts_save (&self->parts, self->comparison);
  g_clear_object (&self->planned);
  self->planned
    = g_object_ref (broken ? ilv_comparison_get_broken (self->comparison) : self->comparison);
  self->filling = TRUE;
  ilv_setup_set_workload (self->parts.setup, ilv_comparison_get_workload (self->planned));
  if (!broken)
    {
      ilv_conditions_parts_restore (&self->parts, self->whole);
      g_clear_pointer (&self->whole, g_variant_unref);
    }
  self->filling = FALSE;
  on_changed (self);
}

gboolean
ilv_conditions_is_lessons (IlvConditions *self)
{
  g_autoptr (GVariant) now = NULL;

  g_return_val_if_fail (ILV_IS_CONDITIONS (self), TRUE);

  if (ilv_conditions_is_broken (self))
    return TRUE;
  now = ilv_conditions_parts_save (&self->parts, self->comparison);
  return g_variant_equal (now, self->lessons);
}

void
ilv_conditions_reset (IlvConditions *self)
{
  g_return_if_fail (ILV_IS_CONDITIONS (self));

  self->filling = TRUE;
  ilv_setup_set_workload (self->parts.setup, ilv_comparison_get_workload (self->planned));
  ilv_conditions_parts_restore (&self->parts, self->lessons);
  self->filling = FALSE;
  on_changed (self);
}
