/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "ilv-key-file.h"
#include "ilv-measure.h"

G_BEGIN_DECLS

/**
 * IlvPredictionKind:
 * @ILV_PREDICTION_END: the learner drags the expected end of one side onto its timeline
 * @ILV_PREDICTION_CHOICE: the learner picks one of several answers, and a measure of the run
 *   decides
 */
typedef enum
{
  ILV_PREDICTION_END,
  ILV_PREDICTION_CHOICE,
} IlvPredictionKind;

/**
 * IlvChoice:
 * @text: the answer
 * @from: the least value for which it is right; -INFINITY for no limit
 * @to: the value from which on it is wrong again; INFINITY for no limit
 * @explanation: why it is right or wrong, shown after the run
 */
typedef struct
{
  char *text;
  double from;
  double to;
  char *explanation;
} IlvChoice;

#define ILV_TYPE_PREDICTION (ilv_prediction_get_type ())

/**
 * IlvPrediction:
 *
 * What a `predict` block of a lesson asks before the run of the next comparison. Immutable.
 *
 * Its key file: `[Predict]` with `Id` (letters, digits and hyphens; names the answer in the
 * learner's progress), `Kind` and `Question`, and if it is to be asked in other words of a room of people,
 * `Room`; for `Kind=end` also `Side` (`left` or `right`); for
 * `Kind=choice` also `Measure`, see #IlvMeasure, and groups `[Choice 1]` … with `Text`, `From`,
 * `To` and `Explanation`.
 */
G_DECLARE_FINAL_TYPE (IlvPrediction, ilv_prediction, ILV, PREDICTION, GObject)

IlvPrediction *ilv_prediction_new_from_key_file (IlvKeyFile *key_file, GError **error);

const char *ilv_prediction_get_id (IlvPrediction *self);
const char *ilv_prediction_get_question (IlvPrediction *self);

/* What a room of people is asked, who can drag nothing; the question itself where it will do. */
const char *ilv_prediction_get_room_question (IlvPrediction *self);

IlvPredictionKind ilv_prediction_get_kind (IlvPrediction *self);

/* Whether it is about the right side; else about the left one. */
gboolean ilv_prediction_is_right_side (IlvPrediction *self);

/* What of that side decides; for %ILV_PREDICTION_CHOICE only. */
IlvMeasure ilv_prediction_get_measure (IlvPrediction *self);

/* In the order of the lesson; none for %ILV_PREDICTION_END. */
guint ilv_prediction_get_n_choices (IlvPrediction *self);
const IlvChoice *ilv_prediction_get_choice (IlvPrediction *self, guint index);

/* The first choice whose range holds @value; -1 where there is none, as for NAN. */
int ilv_prediction_find_choice (IlvPrediction *self, double value);

G_END_DECLS
