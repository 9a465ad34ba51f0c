/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-deck.h"

#include "ilv-text-split.h"

#define EMPTY_TEXT_SIZE 48

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
  const IlvDeckMeasure *measure;
  IlvSection *section;
  IlvSlideParts parts; /* what all slides of the section have */
  GArray *slides;      /* IlvSlideParts of those of the section */
  GPtrArray *text;     /* element-type IlvBlock: what has not become slides yet */
  guint first;         /* the number of the first of them in the section */
  guint first_poll;    /* of those that the next comparison decides */
} Builder;

static IlvSlideParts *
add_slide (Builder *builder, IlvSlideKind kind, guint first)
{
  builder->parts.kind = kind;
  builder->parts.first = first;
  g_array_append_val (builder->slides, builder->parts);
  return &g_array_index (builder->slides, IlvSlideParts, builder->slides->len - 1);
}

static void
flush_text (Builder *builder)
{
  g_autoptr (GPtrArray) pages = ilv_text_split (builder->text, builder->measure);

  for (guint i = 0; i < pages->len; i++)
    {
      const IlvTextPage *page = pages->pdata[i];
      IlvSlideParts *slide = add_slide (builder, ILV_SLIDE_TEXT, builder->first + page->first);

      slide->blocks = g_ptr_array_ref (page->blocks);
      slide->text_size = page->text_size;
      slide->offset = page->offset;
      slide->continued = i > 0;
    }
  g_ptr_array_set_size (builder->text, 0);
}

static void
add_text (Builder *builder, IlvBlock *block, guint number)
{
  if (builder->text->len == 0)
    builder->first = number;
  g_ptr_array_add (builder->text, g_object_ref (block));
}

static void
add_poll_slide (Builder *builder, IlvSlideKind kind, guint poll, guint number)
{
  IlvSlideParts *slide = add_slide (builder, kind, number);

  slide->poll = poll;
  slide->prediction = builder->deck->predictions->pdata[poll];
}

static gboolean
is_experiment (IlvBlock *block)
{
  IlvBlockKind kind = ilv_block_get_kind (block);

  return kind == ILV_BLOCK_COMPARE || kind == ILV_BLOCK_RACE || kind == ILV_BLOCK_SCENE;
}

/* The experiment that decides a prediction: the next comparison of the section, which has no slides yet. Where
 * there is none, the section's last one; else nothing decides. */
static guint
find_decider (Builder *builder, guint number, IlvBlock **subject)
{
  guint experiment = builder->deck->experiments->len;

  for (guint i = number; i < ilv_section_get_n_blocks (builder->section); i++)
    {
      *subject = ilv_section_get_block (builder->section, i);
      if (ilv_block_get_kind (*subject) == ILV_BLOCK_COMPARE)
        return experiment;
      experiment += is_experiment (*subject);
    }
  for (guint i = builder->slides->len; i-- > 0;)
    {
      const IlvSlideParts *slide = &g_array_index (builder->slides, IlvSlideParts, i);

      *subject = slide->subject;
      if (slide->kind == ILV_SLIDE_EXPERIMENT)
        return slide->experiment;
    }
  *subject = NULL;
  return ILV_SLIDE_NONE;
}

static void
add_prediction (Builder *builder, IlvBlock *block, guint number)
{
  IlvDeck *deck = builder->deck;
  guint poll = deck->predictions->len;
  IlvBlock *subject;
  guint experiment = find_decider (builder, number, &subject);

  flush_text (builder);
  g_ptr_array_add (deck->predictions, g_object_ref (ilv_block_get_prediction (block)));
  g_array_append_val (deck->deciders, experiment);
  builder->parts.experiment = experiment;
  builder->parts.subject = subject;
  add_poll_slide (builder, ILV_SLIDE_POLL, poll, number);
  /* What is known already is told at once. */
  if (experiment < deck->experiments->len)
    {
      add_poll_slide (builder, ILV_SLIDE_ANSWER, poll, number);
      builder->first_poll = deck->predictions->len;
    }
  builder->parts.experiment = ILV_SLIDE_NONE;
  builder->parts.subject = NULL;
}

static void
add_answers (Builder *builder, guint number)
{
  for (; builder->first_poll < builder->deck->predictions->len; builder->first_poll++)
    add_poll_slide (builder, ILV_SLIDE_ANSWER, builder->first_poll, number);
}

static void
add_experiment (Builder *builder, IlvBlock *block, IlvSlideKind kind, guint number)
{
  IlvDeck *deck = builder->deck;
  IlvComparison *comparison = ilv_block_get_comparison (block);

  flush_text (builder);
  builder->parts.experiment = deck->experiments->len;
  builder->parts.subject = block;
  g_ptr_array_add (deck->experiments, g_object_ref (block));
  if (comparison != NULL && (ilv_comparison_get_code (comparison, 0) != NULL
                             || ilv_comparison_get_code (comparison, 1) != NULL))
    add_slide (builder, ILV_SLIDE_CODE, number);
  add_slide (builder, kind, number);
  if (comparison != NULL)
    add_answers (builder, number);
  builder->parts.experiment = ILV_SLIDE_NONE;
  builder->parts.subject = NULL;
}

static void
add_block (Builder *builder, IlvBlock *block, guint number)
{
  switch (ilv_block_get_kind (block))
    {
    case ILV_BLOCK_PREDICT:
      add_prediction (builder, block, number);
      break;
    case ILV_BLOCK_COMPARE:
      add_experiment (builder, block, ILV_SLIDE_EXPERIMENT, number);
      break;
    case ILV_BLOCK_RACE:
      add_experiment (builder, block, ILV_SLIDE_RACE, number);
      break;
    case ILV_BLOCK_SCENE:
      add_experiment (builder, block, ILV_SLIDE_SCENE, number);
      break;
    default:
      add_text (builder, block, number);
    }
}

/* Now it is known how many slides there are. */
static void
end_section (Builder *builder)
{
  for (guint i = 0; i < builder->slides->len; i++)
    {
      IlvSlideParts *parts = &g_array_index (builder->slides, IlvSlideParts, i);

      parts->part = i;
      parts->n_parts = builder->slides->len;
      g_ptr_array_add (builder->deck->slides, ilv_slide_new (parts));
      g_clear_pointer (&parts->blocks, g_ptr_array_unref);
    }
  g_array_set_size (builder->slides, 0);
}

/* A section that has a title and nothing else shows that. */
static void
add_empty_slide (Builder *builder)
{
  IlvSlideParts *slide = add_slide (builder, ILV_SLIDE_TEXT, 0);

  slide->blocks = g_ptr_array_new ();
  slide->text_size = EMPTY_TEXT_SIZE;
}

static void
add_section (Builder *builder, guint number)
{
  builder->section = ilv_lesson_get_section (builder->deck->lesson, number);
  builder->parts.section = number;
  builder->parts.title = ilv_section_get_title (builder->section);
  builder->parts.notes = ilv_section_get_notes (builder->section);
  for (guint i = 0; i < ilv_section_get_n_blocks (builder->section); i++)
    add_block (builder, ilv_section_get_block (builder->section, i), i);
  flush_text (builder);
  if (builder->slides->len == 0)
    add_empty_slide (builder);
  builder->first_poll = builder->deck->predictions->len;
  end_section (builder);
}

static void
add_title (Builder *builder)
{
  builder->parts.section = ILV_SLIDE_NONE;
  builder->parts.title = ilv_lesson_get_title (builder->deck->lesson);
  builder->parts.notes = ilv_section_get_notes (ilv_lesson_get_section (builder->deck->lesson, 0));
  add_slide (builder, ILV_SLIDE_TITLE, 0);
  end_section (builder);
}

static void
build (IlvDeck *self, const IlvDeckMeasure *measure)
{
  Builder builder = { .deck = self, .measure = measure };

  builder.slides = g_array_new (FALSE, FALSE, sizeof (IlvSlideParts));
  builder.text = g_ptr_array_new_with_free_func (g_object_unref);
  builder.parts.experiment = builder.parts.poll = ILV_SLIDE_NONE;
  add_title (&builder);
  for (guint i = 0; i < ilv_lesson_get_n_sections (self->lesson); i++)
    add_section (&builder, i);
  g_ptr_array_unref (builder.text);
  g_array_unref (builder.slides);
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
  build (self, measure);
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
  for (guint i = self->slides->len; i-- > 0;)
    if (is_like (ilv_slide_get_parts (self->slides->pdata[i]), wanted))
      return i;
  return ilv_deck_find_section (self, wanted->section);
}
