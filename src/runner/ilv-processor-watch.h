/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvAbsence:
 * @from_ns: the monotonic clock when the thread lost its processor
 * @woken_ns: since when it wanted one: @from_ns, unless it slept, as at a lock of the system's
 * @until_ns: the monotonic clock when it had one again
 *
 * A time that a thread had no processor although it was thought to compute.
 */
typedef struct
{
  gint64 from_ns;
  gint64 woken_ns;
  gint64 until_ns;
} IlvAbsence;

/**
 * IlvSleep:
 * @asleep_ns: the monotonic clock when the thread fell asleep; when the watch for it began, where
 *   that is not known, as of several sleeps in a row
 * @woken_ns: when it was woken for the last time
 * @resumed_ns: when it had a processor again
 *
 * What the kernel did with a thread that had nothing to execute.
 */
typedef struct
{
  gint64 asleep_ns;
  gint64 woken_ns;
  gint64 resumed_ns;
} IlvSleep;

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
 * When it ended, the thread's CPU clock tells: by what it is ahead of schedstat's run time, the
 * thread has had its processor.
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
  glong voluntary;         /* switches */
  glong involuntary;
  gboolean is_owed;        /* whether an absence came while the one before it was looked at */
  gboolean has_next;       /* whether the absence that came is known: */
  IlvAbsence next;
  gint64 read_ns;          /* the clock when the CPU clock was: */
  gint64 cpu_time_ns;
  gint64 sleep_ns;         /* since when the thread may sleep */
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

/* A thread that is watched, and has just been looked at, may sleep from @since_ns on, which is now.
 * Ends watching. */
void ilv_processor_watch_begin_sleep (IlvProcessorWatch *self, gint64 since_ns);

/* After that: whether the thread slept, by the kernel's count of its voluntary switches, and if so,
 * when. If it did not, @sleep says since when it had no processor (@woken_ns to @resumed_ns, no
 * time at all if it always had). It is watched again from then on. */
gboolean ilv_processor_watch_end_sleep (IlvProcessorWatch *self, IlvSleep *sleep);

G_END_DECLS
