/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lesson-context.h"
#include "ilv-presentation.h"
#include "ilv-stage.h"

G_BEGIN_DECLS

#define ILV_TYPE_STAGE_SET (ilv_stage_set_get_type ())

/**
 * IlvStageSet:
 *
 * The stages of a presentation, made when they are first needed. It runs and stops what the presenter
 * wants to, tells the presentation how far each experiment is, and its polls what was measured.
 */
G_DECLARE_FINAL_TYPE (IlvStageSet, ilv_stage_set, ILV, STAGE_SET, GObject)

/* @context: what there is around the lesson; its lesson and section are passed over. */
IlvStageSet *ilv_stage_set_new (IlvPresentation *presentation, const IlvLessonContext *context);

IlvPresentation *ilv_stage_set_get_presentation (IlvStageSet *self);

/* (transfer none) (nullable): the program's settings. */
GSettings *ilv_stage_set_get_program_settings (IlvStageSet *self);

/* (transfer none) (nullable): what the slide runs or shows. */
IlvStage *ilv_stage_set_get (IlvStageSet *self, IlvSlide *slide);

/* (transfer none) (nullable): that of the slide that is shown. */
IlvStage *ilv_stage_set_get_current (IlvStageSet *self);

G_END_DECLS
