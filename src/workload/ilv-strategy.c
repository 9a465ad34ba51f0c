/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-strategy.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *title;
  const char *description;
  gboolean parallel;
} strategies[] = {
  [ILV_STRATEGY_SEQUENTIAL] = { "sequential", N_("Sequential"),
                                N_("One thread does one task after the other"), FALSE },
  [ILV_STRATEGY_EVENT_LOOP] = { "event-loop", N_("Event loop"),
                                N_("One thread; the tasks give way to each other"), FALSE },
  [ILV_STRATEGY_AWAIT_LOOP] = { "await-loop", N_("Await in a loop"),
                                N_("An event loop that awaits each task before the next starts"),
                                FALSE },
  [ILV_STRATEGY_TIME_SLICED] = { "time-sliced", N_("Time-sliced"),
                                 N_("One thread a task on one processor; the kernel switches"),
                                 FALSE },
  [ILV_STRATEGY_THREAD_POOL] = { "thread-pool", N_("Thread pool"),
                                 N_("As many threads as processors, each on one of its own"),
                                 TRUE },
  [ILV_STRATEGY_GIL] = { "gil", N_("One lock, in C"),
                         N_("A thread pool in which running takes one lock, as in CPython"), TRUE },
  [ILV_STRATEGY_GIO] = { "gio", N_("C with GIO"),
                         N_("C code with asynchronous calls on an event loop"), FALSE },
  [ILV_STRATEGY_PYTHON_THREADS] = { "python-threads", N_("Python threads"),
                                    N_("Real threads of a real Python interpreter"), TRUE },
  [ILV_STRATEGY_PYTHON_PROCESSES] = { "python-processes", N_("Python processes"),
                                      N_("A Python interpreter for each process"), TRUE },
  [ILV_STRATEGY_PYTHON_ASYNCIO] = { "python-asyncio", N_("Python asyncio"),
                                    N_("One thread of Python with an event loop"), FALSE },
  [ILV_STRATEGY_PYTHON_SUBINTERPRETERS]
  = { "python-subinterpreters", N_("Python subinterpreters"),
      N_("Threads of Python, an interpreter and a lock for each"), TRUE },
  [ILV_STRATEGY_PYTHON_FREE_THREADED]
  = { "python-free-threaded", N_("Free-threaded Python"),
      N_("Threads of a Python that was built without the lock"), TRUE },
  [ILV_STRATEGY_MODEL] = { "model", N_("Model"),
                           N_("Nothing runs: a scheduler computes what should happen"), TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (strategies) == ILV_N_STRATEGIES);

const char *
ilv_strategy_to_string (IlvStrategy strategy)
{
  g_return_val_if_fail ((guint) strategy < ILV_N_STRATEGIES, NULL);

  return strategies[strategy].id;
}

gboolean
ilv_strategy_from_string (const char *id, IlvStrategy *strategy)
{
  g_return_val_if_fail (id != NULL && strategy != NULL, FALSE);

  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    if (g_str_equal (strategies[i].id, id))
      {
        *strategy = i;
        return TRUE;
      }
  return FALSE;
}

const char *
ilv_strategy_get_title (IlvStrategy strategy)
{
  g_return_val_if_fail ((guint) strategy < ILV_N_STRATEGIES, NULL);

  return _(strategies[strategy].title);
}

const char *
ilv_strategy_get_description (IlvStrategy strategy)
{
  g_return_val_if_fail ((guint) strategy < ILV_N_STRATEGIES, NULL);

  return _(strategies[strategy].description);
}

gboolean
ilv_strategy_has_slice (IlvStrategy strategy)
{
  return strategy == ILV_STRATEGY_TIME_SLICED || strategy == ILV_STRATEGY_MODEL;
}

gboolean
ilv_strategy_is_parallel (IlvStrategy strategy)
{
  g_return_val_if_fail ((guint) strategy < ILV_N_STRATEGIES, FALSE);

  return strategies[strategy].parallel;
}

gboolean
ilv_strategy_is_python (IlvStrategy strategy)
{
  return strategy >= ILV_STRATEGY_PYTHON_THREADS && strategy <= ILV_STRATEGY_PYTHON_FREE_THREADED;
}

gboolean
ilv_strategy_has_code (IlvStrategy strategy)
{
  return strategy == ILV_STRATEGY_GIO || ilv_strategy_is_python (strategy);
}
