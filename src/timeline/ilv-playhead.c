/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-playhead.h"

#include <math.h>

struct _IlvPlayhead
{
  GObject parent_instance;

  gint64 position_ns;
  gint64 end_ns;
  double rate;
  gboolean playing;

  /* What was left over by rounding to whole nanoseconds, so that slow replays lose no time. */
  double fraction_ns;
};

G_DEFINE_FINAL_TYPE (IlvPlayhead, ilv_playhead, G_TYPE_OBJECT)

enum
{
  PROP_POSITION_NS = 1,
  PROP_END_NS,
  PROP_RATE,
  PROP_PLAYING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
change_position (IlvPlayhead *self, gint64 position_ns)
{
  if (position_ns == self->position_ns)
    return;

  self->position_ns = position_ns;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION_NS]);
}

static void
change_playing (IlvPlayhead *self, gboolean playing)
{
  if (playing == self->playing)
    return;

  self->playing = playing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

static void
ilv_playhead_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvPlayhead *self = ILV_PLAYHEAD (object);

  switch (id)
    {
    case PROP_POSITION_NS:
      g_value_set_int64 (value, self->position_ns);
      break;
    case PROP_END_NS:
      g_value_set_int64 (value, self->end_ns);
      break;
    case PROP_RATE:
      g_value_set_double (value, self->rate);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_playhead_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IlvPlayhead *self = ILV_PLAYHEAD (object);

  switch (id)
    {
    case PROP_POSITION_NS:
      ilv_playhead_set_position_ns (self, g_value_get_int64 (value));
      break;
    case PROP_END_NS:
      ilv_playhead_set_end_ns (self, g_value_get_int64 (value));
      break;
    case PROP_RATE:
      ilv_playhead_set_rate (self, g_value_get_double (value));
      break;
    case PROP_PLAYING:
      ilv_playhead_set_playing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_playhead_class_init (IlvPlayheadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ilv_playhead_get_property;
  object_class->set_property = ilv_playhead_set_property;

  properties[PROP_POSITION_NS] =
    g_param_spec_int64 ("position-ns", NULL, NULL, G_MININT64, G_MAXINT64, -1, flags);
  properties[PROP_END_NS] = g_param_spec_int64 ("end-ns", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_RATE] =
    g_param_spec_double ("rate", NULL, NULL, G_MINDOUBLE, G_MAXDOUBLE, 1, flags);
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_playhead_init (IlvPlayhead *self)
{
  self->position_ns = -1;
  self->rate = 1;
}

IlvPlayhead *
ilv_playhead_new (void)
{
  return g_object_new (ILV_TYPE_PLAYHEAD, NULL);
}

gint64
ilv_playhead_get_position_ns (IlvPlayhead *self)
{
  g_return_val_if_fail (ILV_IS_PLAYHEAD (self), -1);

  return self->position_ns;
}

void
ilv_playhead_set_position_ns (IlvPlayhead *self, gint64 position_ns)
{
  g_return_if_fail (ILV_IS_PLAYHEAD (self));

  if (self->end_ns == 0)
    return;

  self->fraction_ns = 0;
  change_position (self, CLAMP (position_ns, 0, self->end_ns));
}

gint64
ilv_playhead_get_end_ns (IlvPlayhead *self)
{
  g_return_val_if_fail (ILV_IS_PLAYHEAD (self), 0);

  return self->end_ns;
}

void
ilv_playhead_set_end_ns (IlvPlayhead *self, gint64 end_ns)
{
  g_return_if_fail (ILV_IS_PLAYHEAD (self));
  g_return_if_fail (end_ns >= 0);

  if (end_ns == self->end_ns)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->end_ns = end_ns;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END_NS]);
  if (end_ns == 0)
    {
      self->fraction_ns = 0;
      change_playing (self, FALSE);
      change_position (self, -1);
    }
  else
    {
      change_position (self, CLAMP (self->position_ns, 0, end_ns));
    }
  g_object_thaw_notify (G_OBJECT (self));
}

double
ilv_playhead_get_rate (IlvPlayhead *self)
{
  g_return_val_if_fail (ILV_IS_PLAYHEAD (self), 1);

  return self->rate;
}

void
ilv_playhead_set_rate (IlvPlayhead *self, double rate)
{
  g_return_if_fail (ILV_IS_PLAYHEAD (self));
  g_return_if_fail (isfinite (rate) && rate > 0);

  if (rate == self->rate)
    return;

  self->rate = rate;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATE]);
}

gboolean
ilv_playhead_is_playing (IlvPlayhead *self)
{
  g_return_val_if_fail (ILV_IS_PLAYHEAD (self), FALSE);

  return self->playing;
}

void
ilv_playhead_set_playing (IlvPlayhead *self, gboolean playing)
{
  g_return_if_fail (ILV_IS_PLAYHEAD (self));

  playing = !!playing;
  if (playing == self->playing || (playing && self->end_ns == 0))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (playing && self->position_ns == self->end_ns)
    ilv_playhead_set_position_ns (self, 0);
  change_playing (self, playing);
  g_object_thaw_notify (G_OBJECT (self));
}

void
ilv_playhead_advance (IlvPlayhead *self, gint64 elapsed_ns)
{
  double step_ns, whole_ns;

  g_return_if_fail (ILV_IS_PLAYHEAD (self));
  g_return_if_fail (elapsed_ns >= 0);

  if (!self->playing)
    return;

  step_ns = elapsed_ns * self->rate + self->fraction_ns;
  whole_ns = floor (step_ns);

  g_object_freeze_notify (G_OBJECT (self));
  if (whole_ns >= (double) (self->end_ns - self->position_ns))
    {
      self->fraction_ns = 0;
      change_position (self, self->end_ns);
      change_playing (self, FALSE);
    }
  else
    {
      self->fraction_ns = step_ns - whole_ns;
      change_position (self, self->position_ns + (gint64) whole_ns);
    }
  g_object_thaw_notify (G_OBJECT (self));
}
