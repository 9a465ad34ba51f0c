/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-deck-builder.h"

#include "ilv-slide.h"
#include "ilv-text-split.h"

#define EMPTY_TEXT_SIZE 48

typedef struct
{
  IlvLesson *lesson;
  IlvDeckParts *deck;
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
  IlvDeckParts *deck = builder->deck;
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
  IlvDeckParts *deck = builder->deck;
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
  builder->section = ilv_lesson_get_section (builder->lesson, number);
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
  builder->parts.title = ilv_lesson_get_title (builder->lesson);
  builder->parts.notes = ilv_section_get_notes (ilv_lesson_get_section (builder->lesson, 0));
  add_slide (builder, ILV_SLIDE_TITLE, 0);
  end_section (builder);
}

void
ilv_deck_builder_build (IlvLesson *lesson, const IlvDeckMeasure *measure, IlvDeckParts *parts)
{
  Builder builder = { .lesson = lesson, .deck = parts, .measure = measure };

  g_return_if_fail (ILV_IS_LESSON (lesson));
  g_return_if_fail (measure != NULL && parts != NULL);

  builder.slides = g_array_new (FALSE, FALSE, sizeof (IlvSlideParts));
  builder.text = g_ptr_array_new_with_free_func (g_object_unref);
  builder.parts.experiment = builder.parts.poll = ILV_SLIDE_NONE;
  add_title (&builder);
  for (guint i = 0; i < ilv_lesson_get_n_sections (lesson); i++)
    add_section (&builder, i);
  g_ptr_array_unref (builder.text);
  g_array_unref (builder.slides);
}
