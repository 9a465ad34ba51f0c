/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-comparison-view.h"
#include "ilv-stage.h"

G_BEGIN_DECLS

#define ILV_TYPE_COMPARISON_STAGE (ilv_comparison_stage_get_type ())

/**
 * IlvComparisonStage:
 *
 * The stage of a comparison. It keeps the view of the lesson's page, which runs the comparison under the
 * conditions that were set there, and is its settings; slides are other views of the same run, of one
 * scale and of one playhead. Its replay follows the clock of one of the views that are on a screen.
 */
G_DECLARE_FINAL_TYPE (IlvComparisonStage, ilv_comparison_stage, ILV, COMPARISON_STAGE, GObject)

/* @context: the lesson and the section it is in, and the world around. */
IlvStage *ilv_comparison_stage_new (IlvComparison *comparison, const IlvLessonContext *context);

IlvComparison *ilv_comparison_stage_get_comparison (IlvComparisonStage *self);

/* (transfer none): what runs it. */
IlvComparisonView *ilv_comparison_stage_get_view (IlvComparisonStage *self);

/* (transfer none) (nullable): what is known of a side; %NULL while nothing is, and when what is to be run
 * is something else than what has been. */
IlvTrace *ilv_comparison_stage_get_trace (IlvComparisonStage *self, IlvSide side);

/* (transfer none): the side before a run: its tasks and its processors. */
IlvTrace *ilv_comparison_stage_get_plan (IlvComparisonStage *self, IlvSide side);

/* (nullable): why the last run has no result, in words. */
const char *ilv_comparison_stage_get_problem (IlvComparisonStage *self);

/* The line of a side's code (from 0) that is looked at where not all of it is seen. */
guint ilv_comparison_stage_get_code_line (IlvComparisonStage *self, IlvSide side);
void ilv_comparison_stage_set_code_line (IlvComparisonStage *self, IlvSide side, guint line);

/* (transfer full) (nullable): what ilv_stage_dup_remark() says, in few words for the room. */
char *ilv_comparison_stage_dup_doubts (IlvComparisonStage *self);

G_END_DECLS
