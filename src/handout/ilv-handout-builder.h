/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-flow.h"
#include "ilv-handout-text.h"
#include "ilv-lesson.h"

G_BEGIN_DECLS

/**
 * IlvHandoutBuilder:
 * @flow: where everything is added
 * @measure: how wide text is, in points
 * @addresses: (element-type utf8): where the links of the lesson lead, by their numbers
 *
 * Turns the parts of lessons into rows.
 */
typedef struct
{
  IlvHandoutFlow *flow;
  double measure;
  GPtrArray *addresses;
} IlvHandoutBuilder;

/* In a line as long as is good to read, however wide the paper. */
void ilv_handout_builder_init (IlvHandoutBuilder *self, IlvHandoutFlow *flow);
void ilv_handout_builder_clear (IlvHandoutBuilder *self);

/* How wide text is in the boxes that are open. */
double ilv_handout_builder_get_measure (IlvHandoutBuilder *self);

/* A text as it stands, or markup of a block. */
void ilv_handout_builder_add_text (IlvHandoutBuilder *self,
                                   IlvHandoutFont font,
                                   IlvHandoutInk ink,
                                   const char *text);
void ilv_handout_builder_add_markup (IlvHandoutBuilder *self,
                                     IlvHandoutFont font,
                                     IlvHandoutInk ink,
                                     const char *markup);

/* Code in its box; @name: (nullable): of its file. */
void ilv_handout_builder_add_code (IlvHandoutBuilder *self, const char *name, const char *code);

/* The title of a lesson and what it is about, at the top of a page. */
void ilv_handout_builder_begin_lesson (IlvHandoutBuilder *self, IlvLesson *lesson);

/* The title of a section. */
void ilv_handout_builder_begin_section (IlvHandoutBuilder *self, IlvSection *section);

/* A block of text, or a prediction: any but comparisons and races. */
void ilv_handout_builder_add_block (IlvHandoutBuilder *self, IlvBlock *block);

/* What the presenter is told about a section. */
void ilv_handout_builder_add_notes (IlvHandoutBuilder *self, const char *notes);

/* Where the lesson's links lead, if it has any. */
void ilv_handout_builder_end_lesson (IlvHandoutBuilder *self);

G_END_DECLS
