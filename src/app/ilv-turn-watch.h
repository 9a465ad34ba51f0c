/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvTurn:
 * @end_us: when it ended, by the monotonic clock
 * @clock_us: how long it took
 * @work_us: how much of that the main thread was on a processor
 * @source: what GLib calls the source that most of the work was for; "" where it was short or not in a
 *   source
 *
 * What the main thread did between two looks at what there is to do. As long as it lasts, nothing
 * that a person does is answered.
 */
typedef struct
{
  gint64 end_us;
  gint64 clock_us;
  gint64 work_us;
  char source[64];
} IlvTurn;

/**
 * ilv_turn_watch_begin:
 * @path: (nullable): where to write a line of each turn with 4 ms of work or more
 *
 * Watches the turns of the default main context until the program ends. This is for those who
 * work on the program: it costs a few system calls a turn. To be called once, in the main thread.
 */
void ilv_turn_watch_begin (const char *path);

/**
 * ilv_turn_watch_take_worst:
 *
 * Returns: the turn with the most work since the last call of this
 */
IlvTurn ilv_turn_watch_take_worst (void);

G_END_DECLS
