/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvStrategy:
 * @ILV_STRATEGY_SEQUENTIAL: one thread, one task after the other, blocking calls
 * @ILV_STRATEGY_EVENT_LOOP: one thread with an event loop; tasks give way to each other
 * @ILV_STRATEGY_AWAIT_LOOP: an event loop that awaits the end of each task before it starts the
 *   next
 * @ILV_STRATEGY_TIME_SLICED: a thread a task, all on one processor; the kernel switches
 * @ILV_STRATEGY_THREAD_POOL: as many workers as processors, each on one of its own
 * @ILV_STRATEGY_GIL: the thread pool, but each quantum of work needs one lock, as in CPython
 * @ILV_STRATEGY_GIO: C code of a lesson, written with GIO's asynchronous calls, on an event loop
 * @ILV_STRATEGY_PYTHON_THREADS: a Python script, whose threads are watched
 * @ILV_STRATEGY_PYTHON_PROCESSES: a Python script, whose processes are watched
 * @ILV_STRATEGY_PYTHON_ASYNCIO: a Python script, whose asyncio tasks are watched
 * @ILV_STRATEGY_PYTHON_SUBINTERPRETERS: a Python script, whose interpreters are watched
 * @ILV_STRATEGY_PYTHON_FREE_THREADED: a Python script, in an interpreter without the lock
 * @ILV_STRATEGY_MODEL: nothing runs: a scheduler in virtual time
 *
 * A way to run a workload.
 */
typedef enum
{
  ILV_STRATEGY_SEQUENTIAL,
  ILV_STRATEGY_EVENT_LOOP,
  ILV_STRATEGY_AWAIT_LOOP,
  ILV_STRATEGY_TIME_SLICED,
  ILV_STRATEGY_THREAD_POOL,
  ILV_STRATEGY_GIL,
  ILV_STRATEGY_GIO,
  ILV_STRATEGY_PYTHON_THREADS,
  ILV_STRATEGY_PYTHON_PROCESSES,
  ILV_STRATEGY_PYTHON_ASYNCIO,
  ILV_STRATEGY_PYTHON_SUBINTERPRETERS,
  ILV_STRATEGY_PYTHON_FREE_THREADED,
  ILV_STRATEGY_MODEL,
} IlvStrategy;

#define ILV_N_STRATEGIES 13

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

/* Whether a Python interpreter runs it. */
gboolean ilv_strategy_is_python (IlvStrategy strategy);

/* Whether it runs code of its own: a lesson's file, or for Python code made of the workload. */
gboolean ilv_strategy_has_code (IlvStrategy strategy);

/* Whether tasks get the processor for a time slice that can be asked for. */
gboolean ilv_strategy_has_slice (IlvStrategy strategy);

/* Whether the strategy uses more than one processor if it may. */
gboolean ilv_strategy_is_parallel (IlvStrategy strategy);

G_END_DECLS
