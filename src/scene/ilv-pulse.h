/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/* The heartbeat of a run's event loop, and where it stood still. No GTK. */

/**
 * IlvPulseGap:
 * @start_ns: the beat, or the start of the run, after which none came
 * @end_ns: the next beat, or the end of the run
 */
typedef struct
{
  gint64 start_ns;
  gint64 end_ns;
} IlvPulseGap;

gboolean ilv_pulse_exists (IlvTrace *trace);

/* The index of the first beat at or after @time_ns; the number of beats if there is none. */
guint ilv_pulse_find (IlvTrace *trace, gint64 time_ns);

/* The gap that ends with the beat @index, or with the run if that is the number of beats. */
IlvPulseGap ilv_pulse_get_gap (IlvTrace *trace, guint index);

/* Whether the loop must have been blocked, and not just a little late. */
gboolean ilv_pulse_is_frozen (IlvTrace *trace, IlvPulseGap gap);

/* Looks at every beat. */
IlvPulseGap ilv_pulse_find_longest_gap (IlvTrace *trace);

G_END_DECLS
