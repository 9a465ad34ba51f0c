/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * IlvClockFunc:
 * @data: its data
 *
 * Returns: the time of a monotonic clock, in ns
 */
typedef gint64 (*IlvClockFunc) (gpointer data);

#define ILV_TYPE_TALK_CLOCK (ilv_talk_clock_get_type ())

/**
 * IlvTalkClock:
 *
 * A stopwatch that can be paused. Properties: `paused` (notifies on change). For one thread.
 */
G_DECLARE_FINAL_TYPE (IlvTalkClock, ilv_talk_clock, ILV, TALK_CLOCK, GObject)

/* Runs from now on. @now: (nullable): the clock it follows; %NULL for the system's monotonic one. */
IlvTalkClock *ilv_talk_clock_new (IlvClockFunc now, gpointer data);

/* How long it has run, without pauses. */
gint64 ilv_talk_clock_get_elapsed_ns (IlvTalkClock *self);

gboolean ilv_talk_clock_is_paused (IlvTalkClock *self);
void ilv_talk_clock_set_paused (IlvTalkClock *self, gboolean paused);

/* As ilv_talk_clock_get_elapsed_ns(), but of all the time since it was made: it is not begun again by
 * ilv_talk_clock_restart(). */
gint64 ilv_talk_clock_get_total_ns (IlvTalkClock *self);

/* Begins again at 0; paused or not as before. */
void ilv_talk_clock_restart (IlvTalkClock *self);

G_END_DECLS
