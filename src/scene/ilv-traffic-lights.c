/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-traffic-lights.h"

struct _IlvTrafficLights
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvTrafficLights, ilv_traffic_lights, GTK_TYPE_WIDGET)

static void
ilv_traffic_lights_class_init (IlvTrafficLightsClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_traffic_lights_init (IlvTrafficLights *self G_GNUC_UNUSED)
{
}

GtkWidget *
ilv_traffic_lights_new (void)
{
  return g_object_new (ILV_TYPE_TRAFFIC_LIGHTS, NULL);
}

void
ilv_traffic_lights_reset (IlvTrafficLights *self G_GNUC_UNUSED)
{
}
gboolean
ilv_traffic_lights_is_solved (IlvTrafficLights *self G_GNUC_UNUSED)
{
  return FALSE;
}
