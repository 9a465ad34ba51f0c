/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-scene.h"

#include "ilv-cashier-scene.h"
#include "ilv-names-scene.h"
#include "ilv-tiles-scene.h"

G_DEFINE_INTERFACE (IlvScene, ilv_scene, GTK_TYPE_WIDGET)

static void
ilv_scene_default_init (IlvSceneInterface *iface G_GNUC_UNUSED)
{
}

void
ilv_scene_set_trace (IlvScene *self, IlvTrace *trace)
{
  g_return_if_fail (ILV_IS_SCENE (self));
  g_return_if_fail (trace == NULL || ILV_IS_TRACE (trace));

  ILV_SCENE_GET_IFACE (self)->set_trace (self, trace);
}

void
ilv_scene_set_playhead (IlvScene *self, IlvPlayhead *playhead)
{
  g_return_if_fail (ILV_IS_SCENE (self));
  g_return_if_fail (playhead == NULL || ILV_IS_PLAYHEAD (playhead));

  ILV_SCENE_GET_IFACE (self)->set_playhead (self, playhead);
}

GtkWidget *
ilv_scene_new (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (g_str_equal (name, "cashiers"))
    return ilv_cashier_scene_new ();
  if (g_str_equal (name, "tiles"))
    return ilv_tiles_scene_new ();
  if (g_str_equal (name, "names"))
    return ilv_names_scene_new ();

  return NULL;
}
