/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lesson-context.h"
#include "ilv-playhead.h"
#include "ilv-race.h"
#include "ilv-stage.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_STAGE (ilv_race_stage_get_type ())

/**
 * IlvRaceStage:
 *
 * The stage of a race. Its settings are the race as a lesson's page shows it, which runs it even while
 * it is in no window.
 */
G_DECLARE_FINAL_TYPE (IlvRaceStage, ilv_race_stage, ILV, RACE_STAGE, GObject)

/* @context: of the lesson; settings and interpreters may be %NULL. */
IlvStage *ilv_race_stage_new (IlvRace *race, const IlvLessonContext *context);

/* (transfer none): where its replay is. */
IlvPlayhead *ilv_race_stage_get_playhead (IlvRaceStage *self);

G_END_DECLS
