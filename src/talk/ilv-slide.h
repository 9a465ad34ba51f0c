/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-section.h"

G_BEGIN_DECLS

/* What has no number, such as the experiment of a slide of text. */
#define ILV_SLIDE_NONE G_MAXUINT

/**
 * IlvSlideKind:
 * @ILV_SLIDE_TITLE: the lesson's title and summary
 * @ILV_SLIDE_TEXT: text blocks
 * @ILV_SLIDE_POLL: a prediction asked of the room, see #IlvPoll
 * @ILV_SLIDE_CODE: the code of a comparison's sides
 * @ILV_SLIDE_EXPERIMENT: a comparison's sides, run on the slide
 * @ILV_SLIDE_RACE: a race, run on the slide
 * @ILV_SLIDE_SCENE: a picture that lives by itself, such as this computer's
 * @ILV_SLIDE_ANSWER: what the run says about a poll, and why
 */
typedef enum
{
  ILV_SLIDE_TITLE,
  ILV_SLIDE_TEXT,
  ILV_SLIDE_POLL,
  ILV_SLIDE_CODE,
  ILV_SLIDE_EXPERIMENT,
  ILV_SLIDE_RACE,
  ILV_SLIDE_SCENE,
  ILV_SLIDE_ANSWER,
} IlvSlideKind;

/**
 * IlvSlideParts:
 * @kind: what it shows
 * @section: the number of its section in the lesson; %ILV_SLIDE_NONE for the title
 * @part: which slide of its section it is, from 0
 * @n_parts: how many slides its section has
 * @title: the section's title, or the lesson's
 * @notes: (nullable): the presenter's notes of its section
 * @first: the number, in its section, of the block that it shows or begins with
 * @offset: the byte of that block's markup that it begins with: more than 0 where a block was split
 * @continued: whether its text goes on from the slide before
 * @blocks: (nullable) (element-type IlvBlock): the text of a slide of text
 * @text_size: how large that text is, in pixels of a slide of 1080 lines
 * @experiment: the number of what it runs or shows, from 0; slides with the same number share it:
 *   poll, code, experiment and answer of one comparison
 * @subject: (nullable): the block of what it runs or shows: a comparison, race or scene
 * @poll: the number of its poll, from 0
 * @prediction: (nullable): what its poll asks
 *
 * What a slide is made of.
 */
typedef struct
{
  IlvSlideKind kind;
  guint section;
  guint part;
  guint n_parts;
  const char *title;
  const char *notes;
  guint first;
  gsize offset;
  gboolean continued;
  GPtrArray *blocks;
  int text_size;
  guint experiment;
  IlvBlock *subject;
  guint poll;
  IlvPrediction *prediction;
} IlvSlideParts;

#define ILV_TYPE_SLIDE (ilv_slide_get_type ())

/**
 * IlvSlide:
 *
 * One slide of a lesson. Immutable.
 */
G_DECLARE_FINAL_TYPE (IlvSlide, ilv_slide, ILV, SLIDE, GObject)

/* Copies, or takes references of, what @parts holds. */
IlvSlide *ilv_slide_new (const IlvSlideParts *parts);

/* (transfer none): all that it is made of. */
const IlvSlideParts *ilv_slide_get_parts (IlvSlide *self);
IlvSlideKind ilv_slide_get_kind (IlvSlide *self);

/* How many steps it is shown in, ≥ 1: a poll has four (see #IlvPollStep), what can be run two: before
 * the run, and from the run on. */
guint ilv_slide_get_n_steps (IlvSlide *self);

/* Whether it has something to run. */
gboolean ilv_slide_can_run (IlvSlide *self);

/* Its share of a lesson's time, beside other slides'. */
guint ilv_slide_get_weight (IlvSlide *self);

G_END_DECLS
