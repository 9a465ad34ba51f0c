/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-replay.h"

/* By how much one step zooms. */
#define ZOOM 1.5

struct _IlvReplay
{
  GObject parent_instance;

  GtkWidget *widget; /* unowned, or NULL */
  IlvBench *bench;               /* or NULL: then the traces */
  IlvTrace *traces[ILV_N_SIDES];
  IlvPlayhead *playhead;
  IlvTimeAxis *axis;
  guint tick;
  gint64 last_frame_us;
};

G_DEFINE_FINAL_TYPE (IlvReplay, ilv_replay, G_TYPE_OBJECT)

static gboolean
on_tick (GtkWidget *widget G_GNUC_UNUSED, GdkFrameClock *clock, gpointer data)
{
  IlvReplay *self = data;
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);

  if (self->last_frame_us > 0)
    ilv_playhead_advance (self->playhead, (now_us - self->last_frame_us) * 1000);
  self->last_frame_us = now_us;
  return G_SOURCE_CONTINUE;
}

static void
stop_ticks (IlvReplay *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

static void
forget_widget (gpointer data, GObject *widget G_GNUC_UNUSED)
{
  IlvReplay *self = data;

  self->widget = NULL;
  self->tick = 0;
}

/* Frames are asked for only while something moves. */
static void
on_playing_changed (IlvReplay *self)
{
  stop_ticks (self);
  self->last_frame_us = 0;
  if (self->widget != NULL && ilv_playhead_is_playing (self->playhead))
    self->tick = gtk_widget_add_tick_callback (self->widget, on_tick, self, NULL);
}

static void
on_play_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  ilv_replay_toggle (data);
}

static void
on_step_action (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  ilv_replay_step (data, g_str_equal (g_action_get_name (G_ACTION (action)), "next-event"));
}

static void
on_zoom_action (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvReplay *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  double middle_ns
    = (ilv_time_axis_get_start_ns (self->axis) + ilv_time_axis_get_end_ns (self->axis)) / 2;

  if (g_str_equal (name, "zoom-fit"))
    ilv_time_axis_show_all (self->axis);
  else
    ilv_time_axis_zoom (self->axis, g_str_equal (name, "zoom-in") ? ZOOM : 1 / ZOOM, middle_ns);
}

static void
ilv_replay_dispose (GObject *object)
{
  IlvReplay *self = ILV_REPLAY (object);

  ilv_replay_set_widget (self, NULL);
  g_clear_object (&self->bench);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_clear_object (&self->traces[i]);
  g_clear_object (&self->playhead);
  g_clear_object (&self->axis);

  G_OBJECT_CLASS (ilv_replay_parent_class)->dispose (object);
}

static void
ilv_replay_class_init (IlvReplayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_replay_dispose;
}

static void
ilv_replay_init (IlvReplay *self G_GNUC_UNUSED)
{
}

IlvReplay *
ilv_replay_new (GtkWidget *widget,
                IlvBench *bench,
                IlvPlayhead *playhead,
                IlvTimeAxis *axis)
{
  IlvReplay *self = g_object_new (ILV_TYPE_REPLAY, NULL);

  g_set_object (&self->bench, bench);
  self->playhead = g_object_ref (playhead);
  self->axis = g_object_ref (axis);
  ilv_replay_set_widget (self, widget);
  g_signal_connect_object (playhead, "notify::playing", G_CALLBACK (on_playing_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
ilv_replay_set_widget (IlvReplay *self, GtkWidget *widget)
{
  g_return_if_fail (ILV_IS_REPLAY (self));
  g_return_if_fail (widget == NULL || GTK_IS_WIDGET (widget));

  if (self->widget == widget)
    return;
  stop_ticks (self);
  if (self->widget != NULL)
    g_object_weak_unref (G_OBJECT (self->widget), forget_widget, self);
  self->widget = widget;
  if (widget == NULL)
    return;
  g_object_weak_ref (G_OBJECT (widget), forget_widget, self);
  on_playing_changed (self);
}

void
ilv_replay_set_traces (IlvReplay *self, IlvTrace *left, IlvTrace *right)
{
  g_return_if_fail (ILV_IS_REPLAY (self));

  g_set_object (&self->traces[ILV_SIDE_LEFT], left);
  g_set_object (&self->traces[ILV_SIDE_RIGHT], right);
}

void
ilv_replay_add_actions (IlvReplay *self, GActionMap *map)
{
  static const GActionEntry entries[] = {
    { .name = "play", .activate = on_play_action },
    { .name = "previous-event", .activate = on_step_action },
    { .name = "next-event", .activate = on_step_action },
    { .name = "zoom-in", .activate = on_zoom_action },
    { .name = "zoom-out", .activate = on_zoom_action },
    { .name = "zoom-fit", .activate = on_zoom_action },
  };

  g_return_if_fail (ILV_IS_REPLAY (self));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}

void
ilv_replay_toggle (IlvReplay *self)
{
  g_return_if_fail (ILV_IS_REPLAY (self));

  ilv_playhead_set_playing (self->playhead, !ilv_playhead_is_playing (self->playhead));
}

static gint64
find_event (IlvReplay *self, IlvSide side, gint64 now_ns, gboolean forward)
{
  IlvTrace *trace
    = self->bench != NULL ? ilv_bench_get_trace (self->bench, side) : self->traces[side];

  if (trace == NULL)
    return -1;
  return forward ? ilv_trace_get_next_event_ns (trace, now_ns)
                 : ilv_trace_get_previous_event_ns (trace, now_ns);
}

void
ilv_replay_step (IlvReplay *self, gboolean forward)
{
  gint64 nearest_ns = -1;

  g_return_if_fail (ILV_IS_REPLAY (self));

  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      gint64 event_ns
        = find_event (self, i, ilv_playhead_get_position_ns (self->playhead), forward);

      if (event_ns >= 0
          && (nearest_ns < 0 || (forward ? event_ns < nearest_ns : event_ns > nearest_ns)))
        nearest_ns = event_ns;
    }
  ilv_playhead_set_playing (self->playhead, FALSE);
  if (nearest_ns >= 0)
    {
      ilv_playhead_set_position_ns (self->playhead, nearest_ns);
      ilv_time_axis_reveal (self->axis, nearest_ns);
    }
}
