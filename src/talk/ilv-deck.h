/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The talk room: a lesson given to a room of people.
 *
 * A deck is the slides of a lesson; a presentation is where a talk is in it, with its clock, its polls
 * and what covers the projector. The room uses GLib and the lesson and workload rooms; it knows no
 * window and runs nothing. What shows a presentation are views of it.
 */

#pragma once

#include <gio/gio.h>

#include "ilv-deck-measure.h"
#include "ilv-lesson.h"
#include "ilv-slide.h"

G_BEGIN_DECLS

#define ILV_TYPE_DECK (ilv_deck_get_type ())

/**
 * IlvDeck:
 *
 * The slides of a lesson, in order: a #GListModel of #IlvSlide. Immutable.
 *
 * A section becomes as many slides as it needs: text is split between blocks, by measure, and each
 * prediction, comparison, race and scene has slides of its own.
 */
G_DECLARE_FINAL_TYPE (IlvDeck, ilv_deck, ILV, DECK, GObject)

/* @lesson: one that is written. */
IlvDeck *ilv_deck_new (IlvLesson *lesson, const IlvDeckMeasure *measure);

IlvLesson *ilv_deck_get_lesson (IlvDeck *self);
guint ilv_deck_get_n_slides (IlvDeck *self);

/* How wide its slides are, in pixels of a slide of 1080 lines. */
int ilv_deck_get_slide_width (IlvDeck *self);

/* (transfer none) */
IlvSlide *ilv_deck_get_slide (IlvDeck *self, guint index);

/* How many things are run or shown, and how many polls are held. */
guint ilv_deck_get_n_experiments (IlvDeck *self);
guint ilv_deck_get_n_polls (IlvDeck *self);

/* (transfer none): the comparison, race or scene of that number. */
IlvBlock *ilv_deck_get_experiment (IlvDeck *self, guint experiment);

/* (transfer none): the prediction of that number, and the experiment that decides it;
 * %ILV_SLIDE_NONE where nothing does. */
IlvPrediction *ilv_deck_get_prediction (IlvDeck *self, guint poll, guint *experiment);

/* The first slide of a section. */
guint ilv_deck_find_section (IlvDeck *self, guint section);

/* The slide of this deck that shows what @slide of another deck of the same lesson shows, or begins
 * with it: for a change of format. */
guint ilv_deck_find_like (IlvDeck *self, IlvSlide *slide);

G_END_DECLS
