/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-deck.h"
#include "ilv-talk-clock.h"

G_BEGIN_DECLS

#define ILV_TYPE_TALK_TIMES (ilv_talk_times_get_type ())

/**
 * IlvTalkTimes:
 *
 * How long each slide of a deck has been shown, how long the talk is planned to be, and how far it is
 * ahead of its plan. A slide's share of the plan is its weight, see ilv_slide_get_weight(). For one
 * thread.
 */
G_DECLARE_FINAL_TYPE (IlvTalkTimes, ilv_talk_times, ILV, TALK_TIMES, GObject)

/* Nothing has been shown yet; the talk begins at slide 0. */
IlvTalkTimes *ilv_talk_times_new (IlvDeck *deck, IlvTalkClock *clock);

/* Goes on with another deck of the same lesson: what was shown is counted for the slides that show the
 * same, so that no time is lost. */
void ilv_talk_times_set_deck (IlvTalkTimes *self, IlvDeck *deck);

/* Forgets all times; the talk begins at @slide. */
void ilv_talk_times_begin (IlvTalkTimes *self, guint slide);

/* From now on that slide is shown. */
void ilv_talk_times_show (IlvTalkTimes *self, guint slide);

/* How long a slide has been shown, in all, until now; -1 where it never was. */
gint64 ilv_talk_times_get (IlvTalkTimes *self, guint slide);

/* How long the talk is planned to be, from where it began; 0 where the lesson says nothing. */
gint64 ilv_talk_times_get_planned_ns (IlvTalkTimes *self);

/* How long a slide is planned to be shown. */
gint64 ilv_talk_times_get_planned_on_ns (IlvTalkTimes *self, guint slide);

/* How much the talk is ahead of its plan at that slide, negative where it is behind; 0 where the time
 * lies in what is planned for the slide. */
gint64 ilv_talk_times_get_pace_ns (IlvTalkTimes *self, guint slide);

G_END_DECLS
