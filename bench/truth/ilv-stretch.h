/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/**
 * IlvStretch:
 * @is_sleep: whether the task says that it waits: for time, I/O, a lock, another task
 * @from_ns: when it begins, on the monotonic clock
 * @woken_ns: of a sleep, until when it waits; what follows is spent without a processor
 * @until_ns: when it ends
 *
 * A time that a worker spends, by a trace, with either executing, where spans of `ready` are claims
 * that the kernel took its processor away, or sleeping and coming back from that.
 */
typedef struct
{
  gboolean is_sleep;
  gint64 from_ns;
  gint64 woken_ns;
  gint64 until_ns;
} IlvStretch;

/* (transfer full) (element-type IlvStretch): the stretches of @worker, in the order of time. What
 * it does between tasks belongs to none. */
GArray *ilv_stretches_find (IlvTrace *trace, guint32 worker);

G_END_DECLS
