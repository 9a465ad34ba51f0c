/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvAbsence:
 * @from_ns: the monotonic clock when the thread lost its processor
 * @until_ns: the monotonic clock when it had one again
 *
 * A time that a thread wanted a processor and had none.
 */
typedef struct
{
  gint64 from_ns;
  gint64 until_ns;
} IlvAbsence;

/**
 * IlvProcessorWatch:
 *
 * Notices, without privileges, that the kernel took the processor away from the calling thread.
 *
 * Two signs are looked at after each quantum of work. Where the C library has registered a
 * restartable sequence (rseq), the watch points it at a section of code that nobody executes: the
 * kernel clears that pointer whenever it preempts or moves the thread, so looking costs one load.
 * Elsewhere a gap in the monotonic clock is the sign. Either is believed only if the kernel's count
 * of the thread's context switches has moved (getrusage(2)); an interrupt or a page fault moves
 * neither. The length of the absence is the thread's run delay (/proc/thread-self/schedstat), where
 * the kernel keeps it: the clock alone would add the time of the interrupt that ended the turn.
 * See Documentation/scheduler/sched-stats.rst and include/uapi/linux/rseq.h of Linux.
 *
 * Belongs to the one thread that called ilv_processor_watch_init().
 */
typedef struct
{
  /*< private >*/
  volatile guint64 *sign;  /* the thread's rseq_cs, or NULL */
  int schedstat_fd;        /* or -1 */
  gboolean reads_clock;    /* whether each look reads the clock */
  gint64 last_ns;          /* the clock at the last look, or at the end of the last absence */
  gint64 run_delay_ns;
  glong switches;
} IlvProcessorWatch;

void ilv_processor_watch_init (IlvProcessorWatch *self);
void ilv_processor_watch_clear (IlvProcessorWatch *self);

/* Begins watching. */
void ilv_processor_watch_start (IlvProcessorWatch *self);

/* Ends watching. */
void ilv_processor_watch_stop (IlvProcessorWatch *self);

/* After a quantum: whether there is a sign of an absence since the last look. */
gboolean ilv_processor_watch_look (IlvProcessorWatch *self);

/* After a sign: whether the kernel really switched to another thread, and if so from when to when.
 * @quantum_ns is how long a quantum takes. */
gboolean ilv_processor_watch_confirm (IlvProcessorWatch *self,
                                      gint64 quantum_ns,
                                      IlvAbsence *absence);

/* After sleeping: how long the thread then still had to wait for a processor; 0 where the kernel
 * does not say. Counts from the last call of any function of the watch. */
gint64 ilv_processor_watch_take_run_delay_ns (IlvProcessorWatch *self);

G_END_DECLS
