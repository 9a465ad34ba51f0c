/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-scene-widget.h"

G_BEGIN_DECLS

#define ILV_TYPE_TILES_SCENE (ilv_tiles_scene_get_type ())

/**
 * IlvTilesScene:
 *
 * The picture that the tasks of a run compute, as far as it was painted at the playhead, each part
 * in a tint of the worker that computed it. A run without pixels, as a model's, shows a cell for
 * each task.
 */
G_DECLARE_FINAL_TYPE (IlvTilesScene, ilv_tiles_scene, ILV, TILES_SCENE, IlvSceneWidget)

GtkWidget *ilv_tiles_scene_new (void);

G_END_DECLS
