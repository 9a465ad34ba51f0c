/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-scene-widget.h"

G_BEGIN_DECLS

#define ILV_TYPE_NAMES_SCENE (ilv_names_scene_get_type ())

/**
 * IlvNamesScene:
 *
 * A card for each task of a run: empty until it begins, an outline while it is at work, then the
 * name that it brought or why it failed; and how many names there are. A tooltip says all of what a
 * card has no room for. A thousand cards become small squares.
 */
G_DECLARE_FINAL_TYPE (IlvNamesScene, ilv_names_scene, ILV, NAMES_SCENE, IlvSceneWidget)

GtkWidget *ilv_names_scene_new (void);

G_END_DECLS
