/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-kernel-event.h"

G_BEGIN_DECLS

/**
 * IlvKernelAbsence:
 * @from_ns: when the thread left its processor; %G_MININT64 if that was before the record
 * @woken_ns: since when it wanted one again: where it would rather have stayed, @from_ns, else when
 *   it was woken; %G_MININT64 where the record does not say
 * @until_ns: when it had one again; %G_MAXINT64 if that was after the record, or never
 * @is_involuntary: whether it would rather have stayed
 * @is_return_known: whether @until_ns is in the record; if not, it is when the processor was last
 *   given to another thread before this one is seen on it
 * @processor: where it came back, or -1
 *
 * A time that a thread spent off the processors by the kernel's record, on the monotonic clock.
 */
typedef struct
{
  gint64 from_ns;
  gint64 woken_ns;
  gint64 until_ns;
  gboolean is_involuntary;
  gboolean is_return_known;
  gint processor;
} IlvKernelAbsence;

/* (transfer full) (element-type IlvKernelAbsence): the absences of the thread @tid in @events,
 * which is in the order of time, as are they. Between two of them the thread is executing, on the
 * processor where it came back. Kernels leave out some switches of processes that are none of our
 * business; what then comes back unseen is known by its next leaving. */
GArray *ilv_kernel_absences_find (GArray *events, gint32 tid);

G_END_DECLS
