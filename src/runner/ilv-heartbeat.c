/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-heartbeat.h"

struct _IlvHeartbeat
{
  IlvRecorder *recorder;
  GSource *source;
  guint n_beats;
};

static gboolean
on_beat (gpointer data)
{
  IlvHeartbeat *self = data;

  if (self->n_beats++ == ILV_HEARTBEAT_MAX_BEATS)
    return G_SOURCE_REMOVE;
  ilv_recorder_add_beat (self->recorder, ilv_clock_now_ns (), ILV_HEARTBEAT_PERIOD_NS);
  return G_SOURCE_CONTINUE;
}

IlvHeartbeat *
ilv_heartbeat_new (IlvRecorder *recorder, GMainContext *context)
{
  IlvHeartbeat *self = g_new0 (IlvHeartbeat, 1);

  self->recorder = g_object_ref (recorder);
  self->source = g_timeout_source_new (ILV_HEARTBEAT_PERIOD_NS / 1000000);
  g_source_set_callback (self->source, on_beat, self, NULL);
  g_source_set_static_name (self->source, "ilv-heartbeat");
  g_source_attach (self->source, context);
  on_beat (self);
  return self;
}

void
ilv_heartbeat_free (IlvHeartbeat *self)
{
  gint64 due_us = g_source_get_ready_time (self->source);

  if (!g_source_is_destroyed (self->source) && due_us >= 0 && due_us <= g_get_monotonic_time ())
    on_beat (self);
  g_source_destroy (self->source);
  g_source_unref (self->source);
  g_object_unref (self->recorder);
  g_free (self);
}
