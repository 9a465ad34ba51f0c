/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-conditions-parts.h"
#include "ilv-lesson-context.h"

G_BEGIN_DECLS

#define ILV_TYPE_CONDITIONS (ilv_conditions_get_type ())

/**
 * IlvConditions:
 *
 * Under which conditions a comparison is run: what the lesson sets, what the learner has changed of it,
 * whether it is broken, and what of this machine has a say. It fills the controls, reads them, and keeps
 * them in the learner's progress.
 *
 * Signals: #IlvConditions::changed.
 */
G_DECLARE_FINAL_TYPE (IlvConditions, ilv_conditions, ILV, CONDITIONS, GObject)

/* As the lesson has it, or as the learner left it. @context: (nullable). */
IlvConditions *ilv_conditions_new (IlvComparison *comparison,
                                   const IlvLessonContext *context,
                                   const IlvConditionsParts *parts);

/* Sets all that a run needs. */
void ilv_conditions_apply (IlvConditions *self, IlvExperiment *experiment);

/* (nullable): why it cannot be run, in words; %NULL if it can. */
const char *ilv_conditions_get_obstacle (IlvConditions *self);

/* Whether it is only not known yet whether it can be run: Python is still being looked for. */
gboolean ilv_conditions_is_searching (IlvConditions *self);

/* Whether the real pokeapi.co is asked instead of the embedded server, as the settings say. */
gboolean ilv_conditions_asks_pokeapi (IlvConditions *self);

/* Whether it makes sense to run it several times in a row: nobody is asked something in each run, neither a
 * person nor the real pokeapi.co. */
gboolean ilv_conditions_can_repeat (IlvConditions *self);

/* By which strategy a side is run: what is chosen, or what stands in for it. */
IlvStrategy ilv_conditions_get_strategy (IlvConditions *self, IlvSide side);

/* How the lanes are to be grouped. */
IlvGrouping ilv_conditions_get_grouping (IlvConditions *self);

/* (transfer full) (nullable): what stands in for what a side should be run by, or is missing. */
char *ilv_conditions_dup_caution (IlvConditions *self, IlvSide side);

/* (transfer full): a side before its run, see ilv_planned_trace_new(). */
IlvTrace *ilv_conditions_dup_plan (IlvConditions *self, IlvSide side);

/* How long the tasks take one after the other, as far as it can be known before. */
gint64 ilv_conditions_get_sequential_ns (IlvConditions *self);

/* (transfer full): what is run, for people. */
char *ilv_conditions_describe (IlvConditions *self);

/* (transfer full): what the controls are set to, as far as it is of what is run. */
GVariant *ilv_conditions_dup_settings (IlvConditions *self);

/* (transfer full): what is run, so that two runs of the same can be told from others. */
char *ilv_conditions_describe_kind (IlvConditions *self);

/* What is broken is run in place of the lesson's; mending brings back what was set before. */
gboolean ilv_conditions_is_broken (IlvConditions *self);
void ilv_conditions_set_broken (IlvConditions *self, gboolean broken);

/* Whether all is as the lesson has it; and goes back to that. */
gboolean ilv_conditions_is_lessons (IlvConditions *self);
void ilv_conditions_reset (IlvConditions *self);

G_END_DECLS
