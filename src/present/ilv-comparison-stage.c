/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-stage.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ilv-code-slide.h"
#include "ilv-experiment-slide.h"
#include "ilv-experiment-words.h"
#include "ilv-measurement.h"
#include "ilv-summary.h"

struct _IlvComparisonStage
{
  GObject parent_instance;

  IlvComparison *comparison;
  IlvComparisonView *view;
  IlvBench *bench;           /* the view's */
  IlvConditions *conditions; /* the view's */
  IlvTrace *plans[ILV_N_SIDES];
  GPtrArray *on_screen; /* the views that are, unowned */
  char *kind;           /* of the run that is known */
  char *problem;        /* of the last run, or NULL */
  guint code_lines[ILV_N_SIDES];
  gboolean running;     /* until all is known of the run */
  gboolean wanted;      /* to be run as soon as it is known that it can be */
  gboolean outdated;    /* the run that is known is not what is set */
};

static void stage_interface_init (IlvStageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvComparisonStage, ilv_comparison_stage, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_STAGE, stage_interface_init))

static void
activate (IlvComparisonStage *self, const char *action)
{
  g_action_group_activate_action (ilv_comparison_view_get_actions (self->view), action, NULL);
}

/* Any view that is on a screen has a clock; two of them would make the replay twice as fast. */
static void
choose_clock (IlvComparisonStage *self)
{
  ilv_replay_set_widget (ilv_comparison_view_get_replay (self->view),
                         self->on_screen->len > 0 ? self->on_screen->pdata[0] : NULL);
}

static void
on_view_mapped (IlvComparisonStage *self, GtkWidget *view)
{
  g_ptr_array_add (self->on_screen, view);
  choose_clock (self);
}

static void
on_view_unmapped (IlvComparisonStage *self, GtkWidget *view)
{
  g_ptr_array_remove (self->on_screen, view);
  choose_clock (self);
}

static void
add_view (IlvComparisonStage *self, GtkWidget *view)
{
  g_signal_connect_object (view, "map", G_CALLBACK (on_view_mapped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "unmap", G_CALLBACK (on_view_unmapped), self, G_CONNECT_SWAPPED);
}

static void
make_plans (IlvComparisonStage *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      g_clear_object (&self->plans[i]);
      self->plans[i] = ilv_conditions_dup_plan (self->conditions, i);
    }
}

static void
take_kind (IlvComparisonStage *self)
{
  g_free (self->kind);
  self->kind = ilv_conditions_describe_kind (self->conditions);
  self->outdated = FALSE;
}

static void
on_conditions_changed (IlvComparisonStage *self)
{
  g_autofree char *kind = ilv_conditions_describe_kind (self->conditions);

  self->outdated = self->kind != NULL && !g_str_equal (kind, self->kind);
  make_plans (self);
  ilv_stage_emit_changed (ILV_STAGE (self));
  if (self->wanted && !ilv_conditions_is_searching (self->conditions))
    ilv_stage_run (ILV_STAGE (self));
}

static void
on_started (IlvComparisonStage *self)
{
  self->running = TRUE;
  g_clear_pointer (&self->problem, g_free);
  take_kind (self);
  ilv_stage_emit_changed (ILV_STAGE (self));
}

/* Either the run goes on, or somebody went back to an earlier one. */
static void
on_watched (IlvComparisonStage *self)
{
  if (!self->running)
    {
      g_clear_pointer (&self->problem, g_free);
      take_kind (self);
    }
  else if (!ilv_bench_is_running (self->bench))
    return;
  ilv_stage_emit_changed (ILV_STAGE (self));
}

static void
on_ended (IlvComparisonStage *self, GError *error)
{
  self->running = FALSE;
  if (error != NULL)
    self->problem = g_strdup (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                                ? _ ("The run was stopped.")
                                : error->message);
  ilv_stage_emit_changed (ILV_STAGE (self));
}

static GtkWidget *
ilv_comparison_stage_create_view (IlvStage *stage, IlvSlideKind kind)
{
  IlvComparisonStage *self = ILV_COMPARISON_STAGE (stage);
  GtkWidget *view = kind == ILV_SLIDE_CODE ? ilv_code_slide_new (self)
                                           : ilv_experiment_slide_new (self);

  add_view (self, view);
  return view;
}

static void
ilv_comparison_stage_run (IlvStage *stage)
{
  IlvComparisonStage *self = ILV_COMPARISON_STAGE (stage);

  self->wanted = ilv_conditions_is_searching (self->conditions);
  activate (self, "run");
}

static void
ilv_comparison_stage_stop (IlvStage *stage)
{
  IlvComparisonStage *self = ILV_COMPARISON_STAGE (stage);

  self->wanted = FALSE;
  activate (self, "stop");
  ilv_playhead_set_playing (ilv_comparison_view_get_playhead (self->view), FALSE);
}

static gboolean
ilv_comparison_stage_is_running (IlvStage *stage)
{
  return ILV_COMPARISON_STAGE (stage)->running;
}

static gboolean
ilv_comparison_stage_has_result (IlvStage *stage)
{
  IlvComparisonStage *self = ILV_COMPARISON_STAGE (stage);

  return !self->running && self->problem == NULL
         && ilv_comparison_stage_get_trace (self, ILV_SIDE_LEFT) != NULL
         && ilv_comparison_stage_get_trace (self, ILV_SIDE_RIGHT) != NULL;
}

static char *
ilv_comparison_stage_dup_obstacle (IlvStage *stage)
{
  IlvComparisonStage *self = ILV_COMPARISON_STAGE (stage);

  return self->running ? NULL : g_strdup (ilv_conditions_get_obstacle (self->conditions));
}

static GActionGroup *
ilv_comparison_stage_get_actions (IlvStage *stage)
{
  return ilv_comparison_view_get_actions (ILV_COMPARISON_STAGE (stage)->view);
}

static GtkWidget *
ilv_comparison_stage_get_settings (IlvStage *stage)
{
  return GTK_WIDGET (ILV_COMPARISON_STAGE (stage)->view);
}

/* What was broken on purpose decides no question of the lesson's. */
static double
ilv_comparison_stage_measure (IlvStage *stage, IlvPrediction *prediction)
{
  IlvComparisonStage *self = ILV_COMPARISON_STAGE (stage);
  gboolean is_right = ilv_prediction_is_right_side (prediction);
  IlvTrace *left, *right;

  if (!ilv_comparison_stage_has_result (stage) || ilv_conditions_is_broken (self->conditions))
    return NAN;
  left = ilv_bench_get_trace (self->bench, ILV_SIDE_LEFT);
  right = ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT);
  if (ilv_prediction_get_kind (prediction) == ILV_PREDICTION_END)
    return ilv_trace_get_duration_ns (is_right ? right : left);
  return ilv_measurement_compute (ilv_prediction_get_measure (prediction), is_right, left, right);
}

static char *
ilv_comparison_stage_describe (IlvStage *stage)
{
  IlvComparisonStage *self = ILV_COMPARISON_STAGE (stage);

  if (!ilv_comparison_stage_has_result (stage))
    return NULL;
  return ilv_summary_compare (ilv_bench_get_trace (self->bench, ILV_SIDE_LEFT),
                              ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT));
}

static char *
describe_facts (IlvComparisonStage *self, char *(*describe) (const IlvExperimentFacts *facts))
{
  g_autofree char *left = ilv_conditions_dup_caution (self->conditions, ILV_SIDE_LEFT);
  g_autofree char *right = ilv_conditions_dup_caution (self->conditions, ILV_SIDE_RIGHT);
  const IlvExperimentFacts facts = { .left = ilv_bench_get_trace (self->bench, ILV_SIDE_LEFT),
                                     .right = ilv_bench_get_trace (self->bench, ILV_SIDE_RIGHT),
                                     .caution = left != NULL ? left : right };

  return ilv_comparison_stage_has_result (ILV_STAGE (self)) ? describe (&facts) : NULL;
}

static char *
ilv_comparison_stage_dup_remark (IlvStage *stage)
{
  return describe_facts (ILV_COMPARISON_STAGE (stage), ilv_experiment_words_explain_doubts);
}

static void
stage_interface_init (IlvStageInterface *interface)
{
  interface->create_view = ilv_comparison_stage_create_view;
  interface->run = ilv_comparison_stage_run;
  interface->stop = ilv_comparison_stage_stop;
  interface->is_running = ilv_comparison_stage_is_running;
  interface->has_result = ilv_comparison_stage_has_result;
  interface->dup_obstacle = ilv_comparison_stage_dup_obstacle;
  interface->get_actions = ilv_comparison_stage_get_actions;
  interface->get_settings = ilv_comparison_stage_get_settings;
  interface->measure = ilv_comparison_stage_measure;
  interface->describe = ilv_comparison_stage_describe;
  interface->dup_remark = ilv_comparison_stage_dup_remark;
}

static void
ilv_comparison_stage_dispose (GObject *object)
{
  IlvComparisonStage *self = ILV_COMPARISON_STAGE (object);

  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->bench, self);
      g_signal_handlers_disconnect_by_data (self->conditions, self);
      ilv_bench_stop (self->bench);
    }
  g_clear_object (&self->view);
  g_clear_object (&self->bench);
  g_clear_object (&self->conditions);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_clear_object (&self->plans[i]);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (ilv_comparison_stage_parent_class)->dispose (object);
}

static void
ilv_comparison_stage_finalize (GObject *object)
{
  IlvComparisonStage *self = ILV_COMPARISON_STAGE (object);

  g_ptr_array_unref (self->on_screen);
  g_free (self->kind);
  g_free (self->problem);

  G_OBJECT_CLASS (ilv_comparison_stage_parent_class)->finalize (object);
}

static void
ilv_comparison_stage_class_init (IlvComparisonStageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_comparison_stage_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_comparison_stage_finalize;
}

static void
ilv_comparison_stage_init (IlvComparisonStage *self)
{
  self->on_screen = g_ptr_array_new ();
}

IlvStage *
ilv_comparison_stage_new (IlvComparison *comparison, const IlvLessonContext *context)
{
  IlvComparisonStage *self;

  g_return_val_if_fail (ILV_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (context != NULL, NULL);

  self = g_object_new (ILV_TYPE_COMPARISON_STAGE, NULL);
  self->comparison = g_object_ref (comparison);
  self->view = g_object_ref_sink (
    ILV_COMPARISON_VIEW (ilv_comparison_view_new_in_lesson (comparison, context)));
  ilv_comparison_view_set_lasting (self->view, TRUE);
  self->bench = g_object_ref (ilv_comparison_view_get_bench (self->view));
  self->conditions = g_object_ref (ilv_comparison_view_get_conditions (self->view));
  add_view (self, GTK_WIDGET (self->view));
  choose_clock (self);
  make_plans (self);
  g_signal_connect_swapped (self->conditions, "changed", G_CALLBACK (on_conditions_changed), self);
  g_signal_connect_swapped (self->bench, "started", G_CALLBACK (on_started), self);
  g_signal_connect_swapped (self->bench, "watched", G_CALLBACK (on_watched), self);
  g_signal_connect_swapped (self->bench, "ended", G_CALLBACK (on_ended), self);
  return ILV_STAGE (self);
}

IlvComparison *
ilv_comparison_stage_get_comparison (IlvComparisonStage *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (self), NULL);

  return self->comparison;
}

IlvComparisonView *
ilv_comparison_stage_get_view (IlvComparisonStage *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (self), NULL);

  return self->view;
}

IlvTrace *
ilv_comparison_stage_get_trace (IlvComparisonStage *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  return self->outdated ? NULL : ilv_bench_get_trace (self->bench, side);
}

IlvTrace *
ilv_comparison_stage_get_plan (IlvComparisonStage *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  return self->plans[side];
}

const char *
ilv_comparison_stage_get_problem (IlvComparisonStage *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (self), NULL);

  return self->problem;
}

guint
ilv_comparison_stage_get_code_line (IlvComparisonStage *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (self), 0);
  g_return_val_if_fail (side < ILV_N_SIDES, 0);

  return self->code_lines[side];
}

void
ilv_comparison_stage_set_code_line (IlvComparisonStage *self, IlvSide side, guint line)
{
  g_return_if_fail (ILV_IS_COMPARISON_STAGE (self));
  g_return_if_fail (side < ILV_N_SIDES);

  if (self->code_lines[side] == line)
    return;
  self->code_lines[side] = line;
  ilv_stage_emit_changed (ILV_STAGE (self));
}

char *
ilv_comparison_stage_dup_doubts (IlvComparisonStage *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (self), NULL);

  return describe_facts (self, ilv_experiment_words_describe_doubts);
}
