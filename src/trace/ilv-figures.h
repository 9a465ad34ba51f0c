/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-trace.h"

G_BEGIN_DECLS

/**
 * IlvFigures:
 * @strategy: the stable id of the strategy; owned by the trace
 * @is_model: whether the times are virtual
 * @outcome: how the run ended
 * @n_tasks: number of tasks
 * @processors: P, how many processors the strategy may use at once
 * @makespan_ns: from the start of the run to the end of its last task
 * @cpu_time_ns: the CPU time of all tasks by the kernel's clocks; by the spans where unknown and
 *   while the run goes on, since a worker's clock is read at its end
 * @running_ns: the sum of the running spans; where a thread of another program's trace does
 *   something within something else, that counts once
 * @ready_ns: the sum of the ready spans
 * @waiting_ns: the sum of the waiting spans
 * @blocked_ns: the sum of the blocked spans
 * @strangers_ns: time that a task was ready and held a worker although one of the run's processors
 *   ran none of its tasks: the integral of min (ready, P - running) where running < P; 0 for a
 *   model, which has no strangers
 * @lost_ns: running time that the kernel's clock did not count: interrupts and the hypervisor
 * @slices: number of unbroken intervals of one task running on one processor
 * @voluntary_switches: the kernel's count, or -1
 * @involuntary_switches: the kernel's count, or -1
 * @max_parallelism: degree of parallelism: the most tasks that ran at one moment, each on a
 *   processor of its own, or where processors are not known, by a worker of its own
 * @mean_parallelism: @running_ns / @makespan_ns
 * @utilisation: U = running time / (P × makespan), 0 to 1
 * @speedup: S = T(1) / T(P), where T(1) is what one processor needs for one task after the other:
 *   the CPU time and the waits for time, I/O and people (not those for locks and other tasks)
 * @busy_ns: the time in which at least one task was running
 * @own_waiting_ns: the part of @waiting_ns that is for time, I/O and people, not for other tasks
 * @slice_asked_ns: the time slice that was asked of the kernel or the model; 0 for its own, -1 where
 *   nothing slices time
 * @slice_given_ns: the time slice that the kernel says it has set, or -1
 * @time_slices: number of time slices, see ilv_time_slices_list(); 0 where nothing slices time
 * @slice_median_ns: their median, or -1 where there are none
 *
 * The figures under a timeline, as textbooks define them (Silberschatz, Galvin, Gagne: Operating
 * System Concepts, ch. 4 and 5; Hennessy, Patterson: Computer Architecture, ch. 1). Every ratio is
 * 0 where its denominator is.
 */
typedef struct
{
  const char *strategy;
  gboolean is_model;
  IlvTraceOutcome outcome;
  guint n_tasks;
  guint processors;
  gint64 makespan_ns;
  gint64 cpu_time_ns;
  gint64 running_ns;
  gint64 ready_ns;
  gint64 waiting_ns;
  gint64 blocked_ns;
  gint64 strangers_ns;
  gint64 lost_ns;
  guint slices;
  gint64 voluntary_switches;
  gint64 involuntary_switches;
  guint max_parallelism;
  double mean_parallelism;
  double utilisation;
  double speedup;
  gint64 busy_ns;
  gint64 own_waiting_ns;
  gint64 slice_asked_ns;
  gint64 slice_given_ns;
  guint time_slices;
  gint64 slice_median_ns;
} IlvFigures;

void ilv_figures_compute (IlvFigures *self, IlvTrace *trace);

/* The same of what was between two moments; %FALSE where it was cancelled. */
gboolean ilv_figures_compute_range (
  IlvFigures *self, IlvTrace *trace, gint64 from_ns, gint64 to_ns, GCancellable *cancellable);

/* Strangers' share of the time that the run's processors had, 0 to 1. */
double ilv_figures_get_strangers_share (const IlvFigures *self);

/* Whether there is something to say of time slices: some were had, or one was asked for. */
gboolean ilv_figures_has_time_slices (const IlvFigures *self);

/* Whether a time slice was asked of the kernel, and it did not take it. */
gboolean ilv_figures_is_slice_refused (const IlvFigures *self);

/* Whether other programs took so much (more than 5 %) that the run should be made again. */
gboolean ilv_figures_is_disturbed (const IlvFigures *self);

G_END_DECLS
