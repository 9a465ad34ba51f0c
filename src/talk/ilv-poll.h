/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-comparison.h"
#include "ilv-prediction.h"

G_BEGIN_DECLS

/**
 * IlvPollStep:
 * @ILV_POLL_ASK: the question stands on the slide; the first show of hands is counted
 * @ILV_POLL_DISCUSS: the people in the room convince their neighbours
 * @ILV_POLL_AGAIN: the second show of hands is counted
 * @ILV_POLL_COMPARE: both counts are shown beside each other
 *
 * The steps of peer instruction before the run decides (Mazur, Peer Instruction, 1997; Crouch et
 * al. 2004 on why the demonstration has to come after the prediction).
 */
typedef enum
{
  ILV_POLL_ASK,
  ILV_POLL_DISCUSS,
  ILV_POLL_AGAIN,
  ILV_POLL_COMPARE,
} IlvPollStep;

#define ILV_N_POLL_STEPS 4
#define ILV_POLL_N_ROUNDS 2

/* More hands are not counted for one choice. */
#define ILV_POLL_MAX_COUNT 9999

#define ILV_TYPE_POLL (ilv_poll_get_type ())

/**
 * IlvPoll:
 *
 * A prediction that a room of people makes: two rounds of counts for each choice, each hidden from
 * the room until it is revealed, and in the end the choice that a run has shown to be right. A
 * prediction of an end, which has no choices of its own, is given some: shares of the time that one
 * processor needs for one task after the other.
 *
 * Signals: #IlvPoll::changed. For one thread.
 */
G_DECLARE_FINAL_TYPE (IlvPoll, ilv_poll, ILV, POLL, GObject)

/* @sequential_ns: how long the tasks take one after the other, 0 where that is not known; and
 * @n_at_once: how many of them can run at the same time, ≥ 1: what the choices of an end are made of. */
IlvPoll *ilv_poll_new (IlvPrediction *prediction, gint64 sequential_ns, guint n_at_once);

/* The poll of a prediction that this comparison decides; (nullable): none whose tasks are known. */
IlvPoll *ilv_poll_new_for_comparison (IlvPrediction *prediction, IlvComparison *comparison);

IlvPrediction *ilv_poll_get_prediction (IlvPoll *self);

/* As a room of people is asked, see ilv_prediction_get_room_question(). */
const char *ilv_poll_get_question (IlvPoll *self);
guint ilv_poll_get_n_choices (IlvPoll *self);

/* The answer, and why it is right or wrong; the latter may be "". */
const char *ilv_poll_get_choice (IlvPoll *self, guint choice);
const char *ilv_poll_get_explanation (IlvPoll *self, guint choice);

/* How many hands were shown in a round (0 or 1). Counts are cut into 0 … %ILV_POLL_MAX_COUNT. */
guint ilv_poll_get_count (IlvPoll *self, guint round, guint choice);
void ilv_poll_set_count (IlvPoll *self, guint round, guint choice, guint count);

/* One hand more or less: @difference may be negative. */
void ilv_poll_add (IlvPoll *self, guint round, guint choice, int difference);
guint ilv_poll_get_total (IlvPoll *self, guint round);

/* Takes all hands of a round back, and hides it from the room. */
void ilv_poll_reset_round (IlvPoll *self, guint round);

/* The largest count of both rounds: what bars are scaled to. */
guint ilv_poll_get_largest (IlvPoll *self);

/* Whether the room may see the counts of a round. */
gboolean ilv_poll_is_revealed (IlvPoll *self, guint round);
void ilv_poll_set_revealed (IlvPoll *self, guint round, gboolean revealed);

/* What a run has measured (in the units of the prediction's #IlvMeasure, or the end in ns); NAN where it
 * is not known. */
double ilv_poll_get_measured (IlvPoll *self);
void ilv_poll_set_measured (IlvPoll *self, double measured);

/* The choice that is right by what was measured; -1 while that is not known. */
int ilv_poll_get_right (IlvPoll *self);

/* The wrong choice for which the most hands were shown, in the last round in which any were; the first of
 * several, and -1 where none is known to be wrong. */
int ilv_poll_get_most_wrong (IlvPoll *self);

/* What the room has gained by its discussion: (second − first) / (1 − first), of the shares of those who
 * had it right (the normalised gain of Hake, 1998). Negative where it has lost; NAN where there is nothing
 * to compare, or everybody had it right at first. */
double ilv_poll_get_gain (IlvPoll *self);

G_END_DECLS
