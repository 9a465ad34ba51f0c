/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-trace.h"
#include "ilv-workload.h"

G_BEGIN_DECLS

/* The defaults: about what Linux gives a task that shares its processor with a few others, and what
 * an exchange of threads costs there. */
#define ILV_MODEL_QUANTUM_NS (G_GINT64_CONSTANT (4) * 1000000)
#define ILV_MODEL_SWITCH_COST_NS (G_GINT64_CONSTANT (5) * 1000)

/* The longest switch cost that can be asked for. */
#define ILV_MODEL_MAX_SWITCH_COST_NS (G_GINT64_CONSTANT (1) * 1000000000)

/* An answer takes some time even where the server does not wait. */
#define ILV_MODEL_MIN_LATENCY_NS (G_GINT64_CONSTANT (500) * 1000)

/* How many quanta of work the tasks may have together. Where they have more, and more tasks than
 * processors, the quantum is doubled until they have not, and the trace's notes say so. */
#define ILV_MODEL_MAX_QUANTA 1000000

/* A stall lasts for ever; this much of it is shown, as with the real runners. */
#define ILV_MODEL_STALL_SHOWN_NS (G_GINT64_CONSTANT (100) * 1000000)

/**
 * IlvModelSettings:
 * @processors: how many processors there are, 1 to %ILV_MODEL_MAX_PROCESSORS
 * @quantum_ns: how long a task may run while others are ready; 0 for %ILV_MODEL_QUANTUM_NS
 * @switch_cost_ns: how long a processor needs to take up another task than it had last, 0 to
 *   %ILV_MODEL_MAX_SWITCH_COST_NS
 * @latency_ns: how long a server takes to answer; 0 for %ILV_STEP_LATENCY_NS
 *
 * The machine that is modelled.
 */
typedef struct
{
  guint processors;
  gint64 quantum_ns;
  gint64 switch_cost_ns;
  gint64 latency_ns;
} IlvModelSettings;

/**
 * ilv_model_run:
 * @workload: what to do
 * @settings: the machine
 * @cancellable: (nullable): stops the computing
 *
 * Computes what a round-robin scheduler does with @workload, in virtual time. Nothing runs, no
 * clock is read and nothing is left to chance: the same arguments always give the same trace. May
 * be called from any thread.
 *
 * The rules:
 *
 * - All processors are alike and take tasks from the head of one queue. A task goes to the
 *   processor that it ran on last if that one is idle, otherwise to the idle one with the lowest
 *   number.
 * - A processor that takes up another task than it had last needs the switch cost for it; its very
 *   first task costs nothing. The task is still ready meanwhile, and its quantum begins after it.
 * - When its quantum is over, a task goes to the tail of the queue if another task is ready, and
 *   goes on without a switch if none is.
 * - `wait`, and `lock` and `await` where they have to wait, give the processor up. What they wait
 *   for puts the task at the tail of the queue. So do `block` and all steps of input and output,
 *   for as long as ilv_step_estimate_ns() guesses: nothing is fetched, read, written or asked,
 *   nothing fails, and there are no results. However many there are at once, they do not slow each
 *   other down.
 * - `paint` and `add` are work like `cpu`, as long as ilv_step_estimate_ns() says; there is neither
 *   a picture nor a counter.
 * - `lock`, `unlock`, `await` and `spawn` take no time, but only a task that has a processor can
 *   execute them. A lock that is given back goes to the task that has waited longest.
 * - A task whose last step is over has ended; it needs no processor for that.
 * - At one moment, first all that comes about then is dealt with in the order of the tasks' index;
 *   then idle processors take tasks; then those tasks whose quantum is over give way, in the order
 *   in which they were taken up, behind those that became ready at the same moment.
 *
 * The trace has one worker a processor. A ready span has the step that the task wants to go on
 * with. The peer of a blocked span is the task that held the lock when the span began, or at the
 * end of a stalled run. Involuntary switches are the quanta after which another task got the
 * processor; voluntary ones are the times that a task gave its processor up to wait. Where no task
 * can ever go on the outcome is %ILV_TRACE_OUTCOME_STALLED. The quantum is the time slice that was
 * asked for.
 *
 * Returns: (transfer full) (nullable): the finished trace, or %NULL after @cancellable was
 * cancelled
 */
IlvTrace *ilv_model_run (IlvWorkload *workload,
                         const IlvModelSettings *settings,
                         GCancellable *cancellable);

G_END_DECLS
