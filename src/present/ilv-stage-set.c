/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-stage-set.h"

struct _IlvStageSet
{
  GObject parent_instance;

  IlvPresentation *presentation;
  IlvProgress *progress;
  GSettings *settings;
  IlvPythons *pythons;
  IlvGlossary *glossary;
  IlvLastRuns *runs;
  GPtrArray *stages; /* IlvStage or NULL, by experiment */
};

G_DEFINE_FINAL_TYPE (IlvStageSet, ilv_stage_set, G_TYPE_OBJECT)

static void
on_performed (IlvStageSet *self, guint command)
{
  IlvStage *stage = ilv_stage_set_get_current (self);

  if (stage == NULL)
    return;
  if (command == ILV_TALK_RUN)
    ilv_stage_run (stage);
  else if (command == ILV_TALK_STOP)
    ilv_stage_stop (stage);
}

static void
ilv_stage_set_dispose (GObject *object)
{
  IlvStageSet *self = ILV_STAGE_SET (object);

  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_object (&self->presentation);
  g_clear_object (&self->progress);
  g_clear_object (&self->settings);
  g_clear_object (&self->pythons);
  g_clear_object (&self->glossary);
  g_clear_object (&self->runs);

  G_OBJECT_CLASS (ilv_stage_set_parent_class)->dispose (object);
}

static void
ilv_stage_set_class_init (IlvStageSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_stage_set_dispose;
}

static void
ilv_stage_set_init (IlvStageSet *self G_GNUC_UNUSED)
{
}

IlvStageSet *
ilv_stage_set_new (IlvPresentation *presentation, const IlvLessonContext *context)
{
  IlvStageSet *self;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (context != NULL, NULL);

  self = g_object_new (ILV_TYPE_STAGE_SET, NULL);
  self->presentation = g_object_ref (presentation);
  g_set_object (&self->progress, context->progress);
  g_set_object (&self->settings, context->settings);
  g_set_object (&self->pythons, context->pythons);
  g_set_object (&self->glossary, context->glossary);
  g_set_object (&self->runs, context->runs);
  self->stages = g_ptr_array_new ();
  g_signal_connect_object (presentation, "performed", G_CALLBACK (on_performed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

IlvPresentation *
ilv_stage_set_get_presentation (IlvStageSet *self)
{
  g_return_val_if_fail (ILV_IS_STAGE_SET (self), NULL);

  return self->presentation;
}

IlvStage *
ilv_stage_set_get (IlvStageSet *self, IlvSlide *slide)
{
  g_return_val_if_fail (ILV_IS_STAGE_SET (self), NULL);
  g_return_val_if_fail (ILV_IS_SLIDE (slide), NULL);

  return NULL;
}

IlvStage *
ilv_stage_set_get_current (IlvStageSet *self)
{
  g_return_val_if_fail (ILV_IS_STAGE_SET (self), NULL);

  return ilv_stage_set_get (self, ilv_presentation_get_slide (self->presentation));
}
