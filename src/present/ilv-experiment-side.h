/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-comparison-stage.h"

G_BEGIN_DECLS

#define ILV_TYPE_EXPERIMENT_SIDE (ilv_experiment_side_get_type ())

/**
 * IlvExperimentSide:
 *
 * One side of a comparison on a slide: a column of a grid, so that what belongs together stands in one
 * row with that of the other side.
 */
G_DECLARE_FINAL_TYPE (IlvExperimentSide, ilv_experiment_side, ILV, EXPERIMENT_SIDE, GObject)

/* Fills a column of @grid, which must outlive it. */
IlvExperimentSide *
ilv_experiment_side_new (IlvComparisonStage *stage, IlvSide side, GtkGrid *grid);

/* Shows what the stage knows now. */
void ilv_experiment_side_update (IlvExperimentSide *self);

/* (transfer none) */
IlvTimeline *ilv_experiment_side_get_timeline (IlvExperimentSide *self);

G_END_DECLS
