/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "ilv-key-file.h"

G_BEGIN_DECLS

#define ILV_TYPE_PREDICTION (ilv_prediction_get_type ())

/**
 * IlvPrediction:
 *
 * What a `predict` block of a lesson asks before the run of the next comparison. Immutable.
 *
 * Its key file: `[Predict]` with `Id` (letters, digits and hyphens; names the answer in the
 * learner's progress), `Kind=end` (the learner drags the expected end of one side onto its
 * timeline), `Side` (`left` or `right`) and `Question`.
 */
G_DECLARE_FINAL_TYPE (IlvPrediction, ilv_prediction, ILV, PREDICTION, GObject)

IlvPrediction *ilv_prediction_new_from_key_file (IlvKeyFile *key_file, GError **error);

const char *ilv_prediction_get_id (IlvPrediction *self);
const char *ilv_prediction_get_question (IlvPrediction *self);

/* Whether the right side's end is asked for; else the left's. */
gboolean ilv_prediction_is_right_side (IlvPrediction *self);

G_END_DECLS
