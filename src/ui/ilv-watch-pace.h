/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvWatchPace:
 *
 * How often one may look at a run that goes on. A look makes the main thread work (snapshots, layout, drawing and
 * what moves after it), and takes that time from the run: it may cost one part in 25 of the time. For the main thread.
 * Zero-initialized before the first run.
 */
typedef struct
{
  /*< private >*/
  gint64 looked_ns;   /* when the last look was, or the run began */
  gint64 cpu_time_ns; /* of the thread at that moment */
  gint64 cost_ns;     /* of the last look that is known; 0 where there was none yet */
  gboolean has_looked;
} IlvWatchPace;

/* A run begins. Returns: in how many milliseconds to ask first whether one may look. */
guint ilv_watch_pace_begin (IlvWatchPace *self);

/* Whether it is time for another look, which is then taken to happen now. @wait_ms: (out): in how many milliseconds
 * to ask again. */
gboolean ilv_watch_pace_may_look (IlvWatchPace *self, guint *wait_ms);

G_END_DECLS
