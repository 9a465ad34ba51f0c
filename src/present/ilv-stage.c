/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-stage.h"

#include <math.h>

G_DEFINE_INTERFACE (IlvStage, ilv_stage, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ilv_stage_default_init (IlvStageInterface *interface G_GNUC_UNUSED)
{
  /**
   * IlvStage::changed:
   *
   * It starts or stops running, has something new to show, or can be run or not.
   */
  signals[CHANGED] = g_signal_new ("changed", ILV_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

GtkWidget *
ilv_stage_create_view (IlvStage *self, IlvSlideKind kind)
{
  g_return_val_if_fail (ILV_IS_STAGE (self), NULL);

  return ILV_STAGE_GET_IFACE (self)->create_view (self, kind);
}

void
ilv_stage_run (IlvStage *self)
{
  g_return_if_fail (ILV_IS_STAGE (self));

  if (ILV_STAGE_GET_IFACE (self)->run != NULL)
    ILV_STAGE_GET_IFACE (self)->run (self);
}

void
ilv_stage_stop (IlvStage *self)
{
  g_return_if_fail (ILV_IS_STAGE (self));

  if (ILV_STAGE_GET_IFACE (self)->stop != NULL)
    ILV_STAGE_GET_IFACE (self)->stop (self);
}

gboolean
ilv_stage_is_running (IlvStage *self)
{
  g_return_val_if_fail (ILV_IS_STAGE (self), FALSE);

  if (ILV_STAGE_GET_IFACE (self)->is_running == NULL)
    return FALSE;
  return ILV_STAGE_GET_IFACE (self)->is_running (self);
}

gboolean
ilv_stage_has_result (IlvStage *self)
{
  g_return_val_if_fail (ILV_IS_STAGE (self), FALSE);

  if (ILV_STAGE_GET_IFACE (self)->has_result == NULL)
    return FALSE;
  return ILV_STAGE_GET_IFACE (self)->has_result (self);
}

char *
ilv_stage_dup_obstacle (IlvStage *self)
{
  g_return_val_if_fail (ILV_IS_STAGE (self), NULL);

  if (ILV_STAGE_GET_IFACE (self)->dup_obstacle == NULL)
    return NULL;
  return ILV_STAGE_GET_IFACE (self)->dup_obstacle (self);
}

GActionGroup *
ilv_stage_get_actions (IlvStage *self)
{
  g_return_val_if_fail (ILV_IS_STAGE (self), NULL);

  if (ILV_STAGE_GET_IFACE (self)->get_actions == NULL)
    return NULL;
  return ILV_STAGE_GET_IFACE (self)->get_actions (self);
}

GtkWidget *
ilv_stage_get_settings (IlvStage *self)
{
  g_return_val_if_fail (ILV_IS_STAGE (self), NULL);

  if (ILV_STAGE_GET_IFACE (self)->get_settings == NULL)
    return NULL;
  return ILV_STAGE_GET_IFACE (self)->get_settings (self);
}

double
ilv_stage_measure (IlvStage *self, IlvPrediction *prediction)
{
  g_return_val_if_fail (ILV_IS_STAGE (self), NAN);

  if (ILV_STAGE_GET_IFACE (self)->measure == NULL)
    return NAN;
  return ILV_STAGE_GET_IFACE (self)->measure (self, prediction);
}

char *
ilv_stage_describe (IlvStage *self)
{
  g_return_val_if_fail (ILV_IS_STAGE (self), NULL);

  if (ILV_STAGE_GET_IFACE (self)->describe == NULL)
    return NULL;
  return ILV_STAGE_GET_IFACE (self)->describe (self);
}

char *
ilv_stage_dup_remark (IlvStage *self)
{
  g_return_val_if_fail (ILV_IS_STAGE (self), NULL);

  if (ILV_STAGE_GET_IFACE (self)->dup_remark == NULL)
    return NULL;
  return ILV_STAGE_GET_IFACE (self)->dup_remark (self);
}

void
ilv_stage_emit_changed (IlvStage *self)
{
  g_return_if_fail (ILV_IS_STAGE (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
