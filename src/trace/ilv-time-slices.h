/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/* The time slices that the tasks of a trace really had. All functions may be called from any thread.
 *
 * A time slice is how long a task ran from taking a processor until that was taken away from it and
 * given to another task of the run. So what ended because the task waited, was blocked, ended or
 * moved to another processor is none: nobody knows how long it might have run on. When something
 * else, such as another program, took the processor in between and the task had it back before any
 * other of the run, the slice goes on, without that time. */

/* (transfer full) (element-type gint64): the lengths of all time slices in nanoseconds, in the order
 * of their ends; in time proportional to the number of spans. */
GArray *ilv_time_slices_list (IlvTrace *trace);

/* The median of @lengths_ns, which are sorted by it; -1 where there are none. */
gint64 ilv_time_slices_sort_median_ns (GArray *lengths_ns);

G_END_DECLS
