/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-heartbeat-strip.h"

struct _IlvHeartbeatStrip
{
  IlvSceneWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvHeartbeatStrip, ilv_heartbeat_strip, ILV_TYPE_SCENE_WIDGET)

static void
ilv_heartbeat_strip_class_init (IlvHeartbeatStripClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_heartbeat_strip_init (IlvHeartbeatStrip *self G_GNUC_UNUSED)
{
}

GtkWidget *
ilv_heartbeat_strip_new (void)
{
  return g_object_new (ILV_TYPE_HEARTBEAT_STRIP, NULL);
}

IlvTimeAxis *
ilv_heartbeat_strip_get_axis (IlvHeartbeatStrip *self G_GNUC_UNUSED)
{
  return NULL;
}
void
ilv_heartbeat_strip_set_axis (IlvHeartbeatStrip *self G_GNUC_UNUSED,
                              IlvTimeAxis *axis G_GNUC_UNUSED)
{
}
IlvTimeline *
ilv_heartbeat_strip_get_timeline (IlvHeartbeatStrip *self G_GNUC_UNUSED)
{
  return NULL;
}
void
ilv_heartbeat_strip_set_timeline (IlvHeartbeatStrip *self G_GNUC_UNUSED,
                                  IlvTimeline *timeline G_GNUC_UNUSED)
{
}
