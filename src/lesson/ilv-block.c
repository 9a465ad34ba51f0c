/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-block.h"

struct _IlvBlock
{
  GObject parent_instance;

  IlvBlockKind kind;
  char *marker;
  char *markup;
  IlvComparison *comparison;
  IlvPrediction *prediction;
  IlvRace *race;
  char *scene;
};

G_DEFINE_FINAL_TYPE (IlvBlock, ilv_block, G_TYPE_OBJECT)

static IlvBlock *
block_new (IlvBlockKind kind)
{
  IlvBlock *self = g_object_new (ILV_TYPE_BLOCK, NULL);

  self->kind = kind;
  return self;
}

static void
ilv_block_finalize (GObject *object)
{
  IlvBlock *self = ILV_BLOCK (object);

  g_free (self->marker);
  g_free (self->markup);
  g_clear_object (&self->comparison);
  g_clear_object (&self->prediction);
  g_clear_object (&self->race);
  g_free (self->scene);

  G_OBJECT_CLASS (ilv_block_parent_class)->finalize (object);
}

static void
ilv_block_class_init (IlvBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_block_finalize;
}

static void
ilv_block_init (IlvBlock *self G_GNUC_UNUSED)
{
}

IlvBlock *
ilv_block_new_text (IlvBlockKind kind, const char *marker, const char *markup)
{
  IlvBlock *self;

  g_return_val_if_fail (kind < ILV_BLOCK_COMPARE || kind == ILV_BLOCK_FAULT, NULL);
  g_return_val_if_fail (markup != NULL, NULL);

  self = block_new (kind);
  self->marker = g_strdup (marker);
  self->markup = g_strdup (markup);
  return self;
}

IlvBlock *
ilv_block_new_comparison (IlvComparison *comparison)
{
  IlvBlock *self;

  g_return_val_if_fail (ILV_IS_COMPARISON (comparison), NULL);

  self = block_new (ILV_BLOCK_COMPARE);
  self->comparison = g_object_ref (comparison);
  return self;
}

IlvBlock *
ilv_block_new_prediction (IlvPrediction *prediction)
{
  IlvBlock *self;

  g_return_val_if_fail (ILV_IS_PREDICTION (prediction), NULL);

  self = block_new (ILV_BLOCK_PREDICT);
  self->prediction = g_object_ref (prediction);
  return self;
}

IlvBlock *
ilv_block_new_race (IlvRace *race)
{
  IlvBlock *self;

  g_return_val_if_fail (ILV_IS_RACE (race), NULL);

  self = block_new (ILV_BLOCK_RACE);
  self->race = g_object_ref (race);
  return self;
}

IlvBlock *
ilv_block_new_scene (const char *scene)
{
  IlvBlock *self;

  g_return_val_if_fail (scene != NULL, NULL);

  self = block_new (ILV_BLOCK_SCENE);
  self->scene = g_strdup (scene);
  return self;
}

IlvBlockKind
ilv_block_get_kind (IlvBlock *self)
{
  g_return_val_if_fail (ILV_IS_BLOCK (self), ILV_BLOCK_PARAGRAPH);

  return self->kind;
}

const char *
ilv_block_get_markup (IlvBlock *self)
{
  g_return_val_if_fail (ILV_IS_BLOCK (self), NULL);

  return self->markup;
}

const char *
ilv_block_get_marker (IlvBlock *self)
{
  g_return_val_if_fail (ILV_IS_BLOCK (self), NULL);

  return self->marker;
}

IlvComparison *
ilv_block_get_comparison (IlvBlock *self)
{
  g_return_val_if_fail (ILV_IS_BLOCK (self), NULL);

  return self->comparison;
}

IlvPrediction *
ilv_block_get_prediction (IlvBlock *self)
{
  g_return_val_if_fail (ILV_IS_BLOCK (self), NULL);

  return self->prediction;
}

IlvRace *
ilv_block_get_race (IlvBlock *self)
{
  g_return_val_if_fail (ILV_IS_BLOCK (self), NULL);

  return self->race;
}

const char *
ilv_block_get_scene (IlvBlock *self)
{
  g_return_val_if_fail (ILV_IS_BLOCK (self), NULL);

  return self->scene;
}
