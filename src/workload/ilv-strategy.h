/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvStrategy:
 * @ILV_STRATEGY_SEQUENTIAL: one thread, one task after the other, blocking calls
 * @ILV_STRATEGY_EVENT_LOOP: one thread with an event loop; tasks give way to each other
 * @ILV_STRATEGY_TIME_SLICED: a thread a task, all on one processor; the kernel switches
 * @ILV_STRATEGY_THREAD_POOL: as many workers as processors, each on one of its own
 * @ILV_STRATEGY_MODEL: nothing runs: a scheduler in virtual time
 *
 * A way to run a workload.
 */
typedef enum
{
  ILV_STRATEGY_SEQUENTIAL,
  ILV_STRATEGY_EVENT_LOOP,
  ILV_STRATEGY_TIME_SLICED,
  ILV_STRATEGY_THREAD_POOL,
  ILV_STRATEGY_MODEL,
} IlvStrategy;

#define ILV_N_STRATEGIES 5

/* The most processors that the model can be asked for. */
#define ILV_MODEL_MAX_PROCESSORS 1024

/* The stable id, such as "thread-pool": used in lessons, on the command line and in files. */
const char *ilv_strategy_to_string (IlvStrategy strategy);

/* Whether @id names a strategy. */
gboolean ilv_strategy_from_string (const char *id, IlvStrategy *strategy);

/* "Thread pool": translated. */
const char *ilv_strategy_get_title (IlvStrategy strategy);

/* "One thread a task on one processor; the kernel switches": translated. */
const char *ilv_strategy_get_description (IlvStrategy strategy);

/* Whether the strategy uses more than one processor if it may. */
gboolean ilv_strategy_is_parallel (IlvStrategy strategy);

G_END_DECLS
