/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/**
 * IlvTruthEdge:
 * @ILV_TRUTH_TAKEN: a thread that computes loses its processor
 * @ILV_TRUTH_GIVEN_BACK: it has one again
 * @ILV_TRUTH_ASLEEP: a thread goes to sleep
 * @ILV_TRUTH_WOKEN: it is woken
 * @ILV_TRUTH_RESUMED: it has a processor again
 *
 * What happens to a thread at a moment, by the kernel's record and by ours.
 */
typedef enum
{
  ILV_TRUTH_TAKEN,
  ILV_TRUTH_GIVEN_BACK,
  ILV_TRUTH_ASLEEP,
  ILV_TRUTH_WOKEN,
  ILV_TRUTH_RESUMED,
  ILV_N_TRUTH_EDGES,
} IlvTruthEdge;

/**
 * IlvTruthShare:
 * @n: how many there are
 * @n_good: how many of them are as they should be
 */
typedef struct
{
  guint n;
  guint n_good;
} IlvTruthShare;

/**
 * IlvTruth:
 * @preemptions: by the kernel: a thread that executes lost its processor; good if a trace has it
 * @long_preemptions: those that took %ILV_TRUTH_LONG_NS or more
 * @claims: by the traces: a task that computes had no processor; good if the kernel has it
 * @sleeps: by the kernel: a thread of a task slept; good if the task says that it waits
 * @long_sleeps: those that took %ILV_TRUTH_LONG_NS or more
 * @waits: by the traces: a task waits; good if its thread slept
 * @slices: by the traces: a task executes; good if the kernel has it on that processor
 * @n_hidden: preemptions of threads that had said they wait, or that were not yet back from it
 * @n_unseen: how often the kernel's record does not say when a thread had a processor again
 * @errors: (element-type gint64): for each #IlvTruthEdge, by how much ours is later, in nanoseconds
 * @running_ns: how long tasks executed by the traces
 * @cpu_time_ns: the same by the threads' CPU clocks
 * @stray_share: of the worker whose time in execution differs most from the kernel's record of it,
 *   by which share of that
 *
 * How far traces agree with the kernel's record. Everything in it is a sum over what was added. For
 * one thread.
 */
typedef struct
{
  IlvTruthShare preemptions;
  IlvTruthShare long_preemptions;
  IlvTruthShare claims;
  IlvTruthShare sleeps;
  IlvTruthShare long_sleeps;
  IlvTruthShare waits;
  IlvTruthShare slices;
  guint n_hidden;
  guint n_unseen;
  GArray *errors[ILV_N_TRUTH_EDGES];
  gint64 running_ns;
  gint64 cpu_time_ns;
  double stray_share;
} IlvTruth;

#define ILV_TRUTH_LONG_NS 100000

IlvTruth *ilv_truth_new (void);
void ilv_truth_free (IlvTruth *self);

/* Adds what @trace says of each of its workers beside what @events (of #IlvKernelEvent, in the
 * order of time) say of its thread. */
void ilv_truth_add_run (IlvTruth *self, IlvTrace *trace, GArray *events);

/* How far off that edge is at most in @share (0 to 1) of the cases: late or early; 0 without any.
 */
gint64 ilv_truth_get_error_ns (const IlvTruth *self, IlvTruthEdge edge, double share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvTruth, ilv_truth_free)

G_END_DECLS
