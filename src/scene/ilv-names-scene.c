/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-names-scene.h"

struct _IlvNamesScene
{
  IlvSceneWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvNamesScene, ilv_names_scene, ILV_TYPE_SCENE_WIDGET)

static void
ilv_names_scene_class_init (IlvNamesSceneClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_names_scene_init (IlvNamesScene *self G_GNUC_UNUSED)
{
}

GtkWidget *
ilv_names_scene_new (void)
{
  return g_object_new (ILV_TYPE_NAMES_SCENE, NULL);
}
