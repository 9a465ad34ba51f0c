/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-deck.h"

#define TEXT_SIZE 40

struct _IlvDeck
{
  GObject parent_instance;

  IlvLesson *lesson;
  int slide_width;
  GPtrArray *slides;      /* element-type IlvSlide */
  GPtrArray *experiments; /* element-type IlvBlock */
  GPtrArray *predictions; /* element-type IlvPrediction */
  GArray *deciders;       /* guint: the experiment of each prediction */
};

static GType
ilv_deck_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return ILV_TYPE_SLIDE;
}

static guint
ilv_deck_get_n_items (GListModel *model)
{
  return ILV_DECK (model)->slides->len;
}

static gpointer
ilv_deck_get_item (GListModel *model, guint position)
{
  IlvDeck *self = ILV_DECK (model);

  return position < self->slides->len ? g_object_ref (self->slides->pdata[position]) : NULL;
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
  g_clear_pointer (&self->slides, g_ptr_array_unref);
  g_clear_pointer (&self->experiments, g_ptr_array_unref);
  g_clear_pointer (&self->predictions, g_ptr_array_unref);
  g_clear_pointer (&self->deciders, g_array_unref);

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
  self->slides = g_ptr_array_new_with_free_func (g_object_unref);
  self->experiments = g_ptr_array_new_with_free_func (g_object_unref);
  self->predictions = g_ptr_array_new_with_free_func (g_object_unref);
  self->deciders = g_array_new (FALSE, TRUE, sizeof (guint));
}

typedef struct
{
  IlvDeck *deck;
  IlvSlideParts parts; /* what all slides of the section have */
  GPtrArray *text;     /* of the slide of text that is being filled */
  guint first_poll;    /* of those that the next comparison decides */
} Builder;

static void
add_slide (Builder *builder, IlvSlideKind kind)
{
  builder->parts.kind = kind;
  g_ptr_array_add (builder->deck->slides, ilv_slide_new (&builder->parts));
}

static void
flush_text (Builder *builder)
{
  if (builder->text->len == 0)
    return;
  builder->parts.blocks = builder->text;
  builder->parts.text_size = TEXT_SIZE;
  add_slide (builder, ILV_SLIDE_TEXT);
  builder->parts.blocks = NULL;
  g_ptr_array_unref (builder->text);
  builder->text = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_polls (Builder *builder, IlvSlideKind kind)
{
  IlvDeck *deck = builder->deck;

  for (guint i = builder->first_poll; i < deck->predictions->len; i++)
    {
      builder->parts.poll = i;
      builder->parts.prediction = deck->predictions->pdata[i];
      if (kind == ILV_SLIDE_POLL)
        g_array_append_val (deck->deciders, builder->parts.experiment);
      add_slide (builder, kind);
    }
  builder->parts.poll = ILV_SLIDE_NONE;
  builder->parts.prediction = NULL;
}

static void
add_experiment (Builder *builder, IlvBlock *block, IlvSlideKind kind)
{
  IlvDeck *deck = builder->deck;
  IlvComparison *comparison = ilv_block_get_comparison (block);

  flush_text (builder);
  builder->parts.experiment = deck->experiments->len;
  builder->parts.subject = block;
  g_ptr_array_add (deck->experiments, g_object_ref (block));
  add_polls (builder, ILV_SLIDE_POLL);
  if (comparison != NULL && (ilv_comparison_get_code (comparison, 0) != NULL
                             || ilv_comparison_get_code (comparison, 1) != NULL))
    add_slide (builder, ILV_SLIDE_CODE);
  add_slide (builder, kind);
  add_polls (builder, ILV_SLIDE_ANSWER);
  builder->first_poll = deck->predictions->len;
  builder->parts.experiment = ILV_SLIDE_NONE;
  builder->parts.subject = NULL;
}

static void
add_block (Builder *builder, IlvBlock *block)
{
  switch (ilv_block_get_kind (block))
    {
    case ILV_BLOCK_PREDICT:
      g_ptr_array_add (builder->deck->predictions,
                       g_object_ref (ilv_block_get_prediction (block)));
      break;
    case ILV_BLOCK_COMPARE:
      add_experiment (builder, block, ILV_SLIDE_EXPERIMENT);
      break;
    case ILV_BLOCK_RACE:
      add_experiment (builder, block, ILV_SLIDE_RACE);
      break;
    case ILV_BLOCK_SCENE:
      add_experiment (builder, block, ILV_SLIDE_SCENE);
      break;
    default:
      g_ptr_array_add (builder->text, g_object_ref (block));
    }
}

static void
add_section (Builder *builder, guint number)
{
  IlvSection *section = ilv_lesson_get_section (builder->deck->lesson, number);

  builder->parts.section = number;
  builder->parts.title = ilv_section_get_title (section);
  builder->parts.notes = ilv_section_get_notes (section);
  for (guint i = 0; i < ilv_section_get_n_blocks (section); i++)
    add_block (builder, ilv_section_get_block (section, i));
  flush_text (builder);
}

IlvDeck *
ilv_deck_new (IlvLesson *lesson, const IlvDeckMeasure *measure)
{
  IlvDeck *self;
  Builder builder = { 0 };

  g_return_val_if_fail (ILV_IS_LESSON (lesson), NULL);
  g_return_val_if_fail (ilv_lesson_is_written (lesson), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  self = g_object_new (ILV_TYPE_DECK, NULL);
  self->lesson = g_object_ref (lesson);
  self->slide_width = measure->slide_width;
  builder.deck = self;
  builder.text = g_ptr_array_new_with_free_func (g_object_unref);
  builder.parts.section = builder.parts.experiment = builder.parts.poll = ILV_SLIDE_NONE;
  builder.parts.title = ilv_lesson_get_title (lesson);
  builder.parts.notes = ilv_section_get_notes (ilv_lesson_get_section (lesson, 0));
  add_slide (&builder, ILV_SLIDE_TITLE);
  for (guint i = 0; i < ilv_lesson_get_n_sections (lesson); i++)
    add_section (&builder, i);
  g_ptr_array_unref (builder.text);
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

  return self->slides->len;
}

IlvSlide *
ilv_deck_get_slide (IlvDeck *self, guint index)
{
  g_return_val_if_fail (ILV_IS_DECK (self), NULL);
  g_return_val_if_fail (index < self->slides->len, NULL);

  return self->slides->pdata[index];
}

guint
ilv_deck_get_n_experiments (IlvDeck *self)
{
  g_return_val_if_fail (ILV_IS_DECK (self), 0);

  return self->experiments->len;
}

guint
ilv_deck_get_n_polls (IlvDeck *self)
{
  g_return_val_if_fail (ILV_IS_DECK (self), 0);

  return self->deciders->len;
}

IlvBlock *
ilv_deck_get_experiment (IlvDeck *self, guint experiment)
{
  g_return_val_if_fail (ILV_IS_DECK (self), NULL);
  g_return_val_if_fail (experiment < self->experiments->len, NULL);

  return self->experiments->pdata[experiment];
}

IlvPrediction *
ilv_deck_get_prediction (IlvDeck *self, guint poll, guint *experiment)
{
  g_return_val_if_fail (ILV_IS_DECK (self), NULL);
  g_return_val_if_fail (poll < self->deciders->len, NULL);

  if (experiment != NULL)
    *experiment = g_array_index (self->deciders, guint, poll);
  return self->predictions->pdata[poll];
}

guint
ilv_deck_find_section (IlvDeck *self, guint section)
{
  g_return_val_if_fail (ILV_IS_DECK (self), 0);

  for (guint i = 0; i < self->slides->len; i++)
    if (ilv_slide_get_parts (self->slides->pdata[i])->section == section)
      return i;
  return 0;
}

guint
ilv_deck_find_like (IlvDeck *self, IlvSlide *slide)
{
  g_return_val_if_fail (ILV_IS_DECK (self), 0);
  g_return_val_if_fail (ILV_IS_SLIDE (slide), 0);

  return ilv_deck_find_section (self, ilv_slide_get_parts (slide)->section);
}
