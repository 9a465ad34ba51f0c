/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-deck-measure.h"
#include "ilv-lesson.h"

G_BEGIN_DECLS

/**
 * IlvDeckParts:
 * @slides: (element-type IlvSlide): all slides
 * @experiments: (element-type IlvBlock): what is run or shown
 * @predictions: (element-type IlvPrediction): what is asked
 * @deciders: (element-type guint): the experiment that decides each prediction, or %ILV_SLIDE_NONE
 *
 * What a deck is made of.
 */
typedef struct
{
  GPtrArray *slides;
  GPtrArray *experiments;
  GPtrArray *predictions;
  GArray *deciders;
} IlvDeckParts;

/* Makes the slides of @lesson and adds them to @parts, whose arrays are there. */
void ilv_deck_builder_build (IlvLesson *lesson, const IlvDeckMeasure *measure, IlvDeckParts *parts);

G_END_DECLS
