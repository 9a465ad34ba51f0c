/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-cashier-scene.h"

struct _IlvCashierScene
{
  IlvSceneWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvCashierScene, ilv_cashier_scene, ILV_TYPE_SCENE_WIDGET)

static void
ilv_cashier_scene_class_init (IlvCashierSceneClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_cashier_scene_init (IlvCashierScene *self G_GNUC_UNUSED)
{
}

GtkWidget *
ilv_cashier_scene_new (void)
{
  return g_object_new (ILV_TYPE_CASHIER_SCENE, NULL);
}
