/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-deck.h"

#include "ilv-deck-builder.h"

struct _IlvDeck
{
  GObject parent_instance;

  IlvLesson *lesson;
  int slide_width;
  IlvDeckParts parts;
};

static GType
ilv_deck_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return ILV_TYPE_SLIDE;
}

static guint
ilv_deck_get_n_items (GListModel *model)
{
  return ILV_DECK (model)->parts.slides->len;
}

static gpointer
ilv_deck_get_item (GListModel *model, guint position)
{
  IlvDeck *self = ILV_DECK (model);

  return position < self->parts.slides->len ? g_object_ref (self->parts.slides->pdata[position]) : NULL;
}

static void
list_model_interface_init (GListModelInterface *interface)
{
  interface->get_item_type = ilv_deck_get_item_type;
  interface->get_n_items = ilv_deck_get_n_items;
  interface->get_item = ilv_deck_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvDeck, ilv_deck, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_interface_init))

static void
ilv_deck_finalize (GObject *object)
{
  IlvDeck *self = ILV_DECK (object);

  g_clear_object (&self->lesson);
  g_clear_pointer (&self->parts.slides, g_ptr_array_unref);
  g_clear_pointer (&self->parts.experiments, g_ptr_array_unref);
  g_clear_pointer (&self->parts.predictions, g_ptr_array_unref);
  g_clear_pointer (&self->parts.deciders, g_array_unref);

  G_OBJECT_CLASS (ilv_deck_parent_class)->finalize (object);
}

static void
ilv_deck_class_init (IlvDeckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_deck_finalize;
}

static void
ilv_deck_init (IlvDeck *self)
{
  self->parts.slides = g_ptr_array_new_with_free_func (g_object_unref);
  self->parts.experiments = g_ptr_array_new_with_free_func (g_object_unref);
  self->parts.predictions = g_ptr_array_new_with_free_func (g_object_unref);
  self->parts.deciders = g_array_new (FALSE, TRUE, sizeof (guint));
}

IlvDeck *
ilv_deck_new (IlvLesson *lesson, const IlvDeckMeasure *measure)
{
  IlvDeck *self;

  g_return_val_if_fail (ILV_IS_LESSON (lesson), NULL);
  g_return_val_if_fail (ilv_lesson_is_written (lesson), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  self = g_object_new (ILV_TYPE_DECK, NULL);
  self->lesson = g_object_ref (lesson);
  self->slide_width = measure->slide_width;
  ilv_deck_builder_build (lesson, measure, &self->parts);
  return self;
}

IlvLesson *
ilv_deck_get_lesson (IlvDeck *self)
{
  g_return_val_if_fail (ILV_IS_DECK (self), NULL);

  return self->lesson;
}

int
ilv_deck_get_slide_width (IlvDeck *self)
{
  g_return_val_if_fail (ILV_IS_DECK (self), 1);

  return self->slide_width;
}

guint
ilv_deck_get_n_slides (IlvDeck *self)
{
  g_return_val_if_fail (ILV_IS_DECK (self), 0);

  return self->parts.slides->len;
}

IlvSlide *
ilv_deck_get_slide (IlvDeck *self, guint index)
{
  g_return_val_if_fail (ILV_IS_DECK (self), NULL);
  g_return_val_if_fail (index < self->parts.slides->len, NULL);

  return self->parts.slides->pdata[index];
}

guint
ilv_deck_get_n_experiments (IlvDeck *self)
{
  g_return_val_if_fail (ILV_IS_DECK (self), 0);

  return self->parts.experiments->len;
}

guint
ilv_deck_get_n_polls (IlvDeck *self)
{
  g_return_val_if_fail (ILV_IS_DECK (self), 0);

  return self->parts.deciders->len;
}

IlvBlock *
ilv_deck_get_experiment (IlvDeck *self, guint experiment)
{
  g_return_val_if_fail (ILV_IS_DECK (self), NULL);
  g_return_val_if_fail (experiment < self->parts.experiments->len, NULL);

  return self->parts.experiments->pdata[experiment];
}

IlvPrediction *
ilv_deck_get_prediction (IlvDeck *self, guint poll, guint *experiment)
{
  g_return_val_if_fail (ILV_IS_DECK (self), NULL);
  g_return_val_if_fail (poll < self->parts.deciders->len, NULL);

  if (experiment != NULL)
    *experiment = g_array_index (self->parts.deciders, guint, poll);
  return self->parts.predictions->pdata[poll];
}

guint
ilv_deck_find_section (IlvDeck *self, guint section)
{
  g_return_val_if_fail (ILV_IS_DECK (self), 0);

  for (guint i = 0; i < self->parts.slides->len; i++)
    if (ilv_slide_get_parts (self->parts.slides->pdata[i])->section == section)
      return i;
  return 0;
}

/* Whether @slide begins at or before the place that @wanted begins at. */
static gboolean
begins_before (const IlvSlideParts *slide, const IlvSlideParts *wanted)
{
  return slide->first < wanted->first ||
         (slide->first == wanted->first && slide->offset <= wanted->offset);
}

static gboolean
is_like (const IlvSlideParts *slide, const IlvSlideParts *wanted)
{
  return slide->section == wanted->section && slide->kind == wanted->kind &&
         slide->experiment == wanted->experiment && slide->poll == wanted->poll &&
         (slide->kind != ILV_SLIDE_TEXT || begins_before (slide, wanted));
}

guint
ilv_deck_find_like (IlvDeck *self, IlvSlide *slide)
{
  const IlvSlideParts *wanted;

  g_return_val_if_fail (ILV_IS_DECK (self), 0);
  g_return_val_if_fail (ILV_IS_SLIDE (slide), 0);

  wanted = ilv_slide_get_parts (slide);
  for (guint i = self->parts.slides->len; i-- > 0;)
    if (is_like (ilv_slide_get_parts (self->parts.slides->pdata[i]), wanted))
      return i;
  return ilv_deck_find_section (self, wanted->section);
}
