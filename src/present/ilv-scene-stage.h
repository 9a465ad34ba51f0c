/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-computer-watch.h"
#include "ilv-speedup-bench.h"
#include "ilv-stage.h"

G_BEGIN_DECLS

#define ILV_TYPE_SCENE_STAGE (ilv_scene_stage_get_type ())

/**
 * IlvSceneStage:
 *
 * The stage of a picture that lives by itself: "computer", this computer at the moment, which is never
 * run; or "speedup", predicted and measured.
 */
G_DECLARE_FINAL_TYPE (IlvSceneStage, ilv_scene_stage, ILV, SCENE_STAGE, GObject)

/* (nullable): %NULL for another kind of scene. */
IlvStage *ilv_scene_stage_new (const char *scene);

/* (transfer none) (nullable): what the views show: one of the two. */
IlvComputerWatch *ilv_scene_stage_get_watch (IlvSceneStage *self);
IlvSpeedupBench *ilv_scene_stage_get_bench (IlvSceneStage *self);

G_END_DECLS
