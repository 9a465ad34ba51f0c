/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide.h"

#include "ilv-poll.h"

struct _IlvSlide
{
  GObject parent_instance;

  IlvSlideParts parts;
};

G_DEFINE_FINAL_TYPE (IlvSlide, ilv_slide, G_TYPE_OBJECT)

static void
ilv_slide_finalize (GObject *object)
{
  IlvSlideParts *parts = &ILV_SLIDE (object)->parts;

  g_free ((char *) parts->title);
  g_free ((char *) parts->notes);
  g_clear_pointer (&parts->blocks, g_ptr_array_unref);
  g_clear_object (&parts->subject);
  g_clear_object (&parts->prediction);

  G_OBJECT_CLASS (ilv_slide_parent_class)->finalize (object);
}

static void
ilv_slide_class_init (IlvSlideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_slide_finalize;
}

static void
ilv_slide_init (IlvSlide *self G_GNUC_UNUSED)
{
}

IlvSlide *
ilv_slide_new (const IlvSlideParts *parts)
{
  IlvSlide *self;

  g_return_val_if_fail (parts != NULL && parts->title != NULL, NULL);

  self = g_object_new (ILV_TYPE_SLIDE, NULL);
  self->parts = *parts;
  self->parts.title = g_strdup (parts->title);
  self->parts.notes = g_strdup (parts->notes);
  if (parts->blocks != NULL)
    g_ptr_array_ref (parts->blocks);
  if (parts->subject != NULL)
    g_object_ref (parts->subject);
  if (parts->prediction != NULL)
    g_object_ref (parts->prediction);
  return self;
}

const IlvSlideParts *
ilv_slide_get_parts (IlvSlide *self)
{
  g_return_val_if_fail (ILV_IS_SLIDE (self), NULL);

  return &self->parts;
}

IlvSlideKind
ilv_slide_get_kind (IlvSlide *self)
{
  g_return_val_if_fail (ILV_IS_SLIDE (self), ILV_SLIDE_TEXT);

  return self->parts.kind;
}

guint
ilv_slide_get_n_steps (IlvSlide *self)
{
  g_return_val_if_fail (ILV_IS_SLIDE (self), 1);

  if (self->parts.kind == ILV_SLIDE_POLL)
    return ILV_N_POLL_STEPS;
  return ilv_slide_can_run (self) ? 2 : 1;
}

gboolean
ilv_slide_can_run (IlvSlide *self)
{
  g_return_val_if_fail (ILV_IS_SLIDE (self), FALSE);

  switch (self->parts.kind)
    {
    case ILV_SLIDE_EXPERIMENT:
    case ILV_SLIDE_RACE:
      return TRUE;
    case ILV_SLIDE_SCENE:
      return g_strcmp0 (ilv_block_get_scene (self->parts.subject), "speedup") == 0;
    default:
      return FALSE;
    }
}

guint
ilv_slide_get_weight (IlvSlide *self)
{
  static const guint weights[] = {
    [ILV_SLIDE_TITLE] = 1, [ILV_SLIDE_TEXT] = 2, [ILV_SLIDE_POLL] = 4,  [ILV_SLIDE_CODE] = 2,
    [ILV_SLIDE_EXPERIMENT] = 3, [ILV_SLIDE_RACE] = 4, [ILV_SLIDE_SCENE] = 3, [ILV_SLIDE_ANSWER] = 2,
  };

  g_return_val_if_fail (ILV_IS_SLIDE (self), 1);

  return weights[self->parts.kind];
}
