/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-tiles-scene.h"

struct _IlvTilesScene
{
  IlvSceneWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvTilesScene, ilv_tiles_scene, ILV_TYPE_SCENE_WIDGET)

static void
ilv_tiles_scene_class_init (IlvTilesSceneClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_tiles_scene_init (IlvTilesScene *self G_GNUC_UNUSED)
{
}

GtkWidget *
ilv_tiles_scene_new (void)
{
  return g_object_new (ILV_TYPE_TILES_SCENE, NULL);
}
