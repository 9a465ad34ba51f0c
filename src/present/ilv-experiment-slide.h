/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-comparison-stage.h"

G_BEGIN_DECLS

#define ILV_TYPE_EXPERIMENT_SLIDE (ilv_experiment_slide_get_type ())

/**
 * IlvExperimentSlide:
 *
 * A comparison on a slide: before its run, while it goes on, and what it has shown. One of any number of
 * views of its stage.
 */
G_DECLARE_FINAL_TYPE (IlvExperimentSlide, ilv_experiment_slide, ILV, EXPERIMENT_SLIDE, GtkWidget)

GtkWidget *ilv_experiment_slide_new (IlvComparisonStage *stage);

/* (transfer none): the timeline of a side. */
IlvTimeline *ilv_experiment_slide_get_timeline (IlvExperimentSlide *self, IlvSide side);

/* What stands at the foot: a hint, the verdict or why there is none. */
const char *ilv_experiment_slide_get_statement (IlvExperimentSlide *self);

G_END_DECLS
