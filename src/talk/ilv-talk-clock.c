/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-talk-clock.h"

struct _IlvTalkClock
{
  GObject parent_instance;

  IlvClockFunc now;
  gpointer data;
  gint64 total_ns; /* until it was started last */
  gint64 started_ns;
  gint64 begun_ns; /* the total when it was begun again */
  gboolean paused;
};

G_DEFINE_FINAL_TYPE (IlvTalkClock, ilv_talk_clock, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PAUSED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static gint64
get_system_time (gpointer data G_GNUC_UNUSED)
{
  return g_get_monotonic_time () * 1000;
}

static void
ilv_talk_clock_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PAUSED:
      g_value_set_boolean (value, ILV_TALK_CLOCK (object)->paused);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_talk_clock_class_init (IlvTalkClockClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = ilv_talk_clock_get_property;

  properties[PROP_PAUSED]
    = g_param_spec_boolean ("paused", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
ilv_talk_clock_init (IlvTalkClock *self)
{
  self->now = get_system_time;
}

IlvTalkClock *
ilv_talk_clock_new (IlvClockFunc now, gpointer data)
{
  IlvTalkClock *self = g_object_new (ILV_TYPE_TALK_CLOCK, NULL);

  if (now != NULL)
    {
      self->now = now;
      self->data = data;
    }
  self->started_ns = self->now (self->data);
  return self;
}

gint64
ilv_talk_clock_get_elapsed_ns (IlvTalkClock *self)
{
  g_return_val_if_fail (ILV_IS_TALK_CLOCK (self), 0);

  return ilv_talk_clock_get_total_ns (self) - self->begun_ns;
}

gint64
ilv_talk_clock_get_total_ns (IlvTalkClock *self)
{
  g_return_val_if_fail (ILV_IS_TALK_CLOCK (self), 0);

  return self->paused ? self->total_ns : self->total_ns + self->now (self->data) - self->started_ns;
}

gboolean
ilv_talk_clock_is_paused (IlvTalkClock *self)
{
  g_return_val_if_fail (ILV_IS_TALK_CLOCK (self), FALSE);

  return self->paused;
}

void
ilv_talk_clock_set_paused (IlvTalkClock *self, gboolean paused)
{
  g_return_if_fail (ILV_IS_TALK_CLOCK (self));

  paused = !!paused;
  if (self->paused == paused)
    return;
  self->total_ns = ilv_talk_clock_get_total_ns (self);
  self->started_ns = self->now (self->data);
  self->paused = paused;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSED]);
}

void
ilv_talk_clock_restart (IlvTalkClock *self)
{
  g_return_if_fail (ILV_IS_TALK_CLOCK (self));

  self->begun_ns = ilv_talk_clock_get_total_ns (self);
}
