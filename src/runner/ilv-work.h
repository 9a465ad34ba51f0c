/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The work that a cpu step does: real computing in quanta of the same size.
 *
 * A quantum is a chain of multiplications each of which needs the one before, so that its speed
 * depends on the processor's clock and on little else: not on memory, not on a neighbour that
 * shares the same physical core.
 */

/* What a quantum takes on an undisturbed processor. */
#define ILV_WORK_QUANTUM_NS 5000

/* Finds out, once, how long the chain must be for a quantum; takes about 30 ms the first time.
 * Blocks the calling thread; other threads that call it meanwhile wait for the same answer. */
void ilv_work_calibrate (void);

/* How many quanta are @duration_ns of CPU time: at least one. Needs ilv_work_calibrate(). */
guint64 ilv_work_get_quanta (gint64 duration_ns);

/* Computes one quantum. From any thread, after ilv_work_calibrate(). */
void ilv_work_run_quantum (void);

G_END_DECLS
