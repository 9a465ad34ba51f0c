/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-prediction.h"
#include "ilv-progress.h"

G_BEGIN_DECLS

#define ILV_TYPE_GUESS (ilv_guess_get_type ())

/**
 * IlvGuess:
 *
 * The learner's answer to one prediction: what has been said, whether a run has to wait for it, and
 * its place in the progress. An end is held as a share of the time that one processor needs for one
 * task after the other, so that it keeps its meaning when the work is changed; of several answers the
 * number of the one that was picked.
 *
 * Properties, read only, both notify on change: `open` (boolean): whether the learner still has to
 * answer; `must-wait` (boolean): see ilv_guess_must_wait().
 */
G_DECLARE_FINAL_TYPE (IlvGuess, ilv_guess, ILV, GUESS, GObject)

/* @settings: (nullable): its key "require-predictions" says whether a run has to wait. */
IlvGuess *ilv_guess_new (IlvPrediction *prediction,
                         const char *lesson,
                         IlvProgress *progress,
                         GSettings *settings);

IlvPrediction *ilv_guess_get_prediction (IlvGuess *self);

/* Whether it is neither answered nor passed over. */
gboolean ilv_guess_is_open (IlvGuess *self);

/* Whether a run has to wait: it is open, nothing has been said yet, and the teacher wants it. */
gboolean ilv_guess_must_wait (IlvGuess *self);

/* The share that the learner said, or -1. */
double ilv_guess_get_share (IlvGuess *self);

/* What the learner says, for now. */
void ilv_guess_set_share (IlvGuess *self, double share);

/* Passes the question over. */
void ilv_guess_skip (IlvGuess *self);

/* Takes what was said as the answer (or passes over, if nothing was) and keeps it. */
void ilv_guess_commit (IlvGuess *self);

/* The same where one of several answers is asked for: its number from 0, or -1. */
int ilv_guess_get_choice (IlvGuess *self);
void ilv_guess_set_choice (IlvGuess *self, int choice);

/* Keeps beside the answer what a run has measured: the end as a share, or a measure in the units of
 * #IlvMeasure. What could not be measured (NAN) is not kept. */
void ilv_guess_set_measured (IlvGuess *self, double measured);

/* What a run has measured, now or on an earlier visit; -1 where none has. */
double ilv_guess_get_measured (IlvGuess *self);

G_END_DECLS
