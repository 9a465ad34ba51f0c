/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-strategy.h"

static void
test_ids (void)
{
  /* Lessons, scripts and files hold these: they must never change. */
  static const char *const ids[ILV_N_STRATEGIES] = {
    [ILV_STRATEGY_SEQUENTIAL] = "sequential",   [ILV_STRATEGY_EVENT_LOOP] = "event-loop",
    [ILV_STRATEGY_TIME_SLICED] = "time-sliced", [ILV_STRATEGY_THREAD_POOL] = "thread-pool",
    [ILV_STRATEGY_AWAIT_LOOP] = "await-loop",
    [ILV_STRATEGY_GIL] = "gil",
    [ILV_STRATEGY_GIO] = "gio",
    [ILV_STRATEGY_PYTHON_THREADS] = "python-threads",
    [ILV_STRATEGY_PYTHON_PROCESSES] = "python-processes",
    [ILV_STRATEGY_PYTHON_ASYNCIO] = "python-asyncio",
    [ILV_STRATEGY_PYTHON_SUBINTERPRETERS] = "python-subinterpreters",
    [ILV_STRATEGY_PYTHON_FREE_THREADED] = "python-free-threaded",
    [ILV_STRATEGY_MODEL] = "model",
  };

  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    {
      IlvStrategy strategy = ILV_N_STRATEGIES;

      g_assert_cmpstr (ilv_strategy_to_string (i), ==, ids[i]);
      g_assert_true (ilv_strategy_from_string (ids[i], &strategy));
      g_assert_cmpuint (strategy, ==, i);
    }
}

static void
test_unknown_id (void)
{
  IlvStrategy strategy = ILV_STRATEGY_EVENT_LOOP;

  g_assert_false (ilv_strategy_from_string ("", &strategy));
  g_assert_false (ilv_strategy_from_string ("Thread-pool", &strategy));
  g_assert_false (ilv_strategy_from_string ("thread-pool ", &strategy));
  g_assert_cmpuint (strategy, ==, ILV_STRATEGY_EVENT_LOOP);
}

static void
test_texts (void)
{
  g_assert_cmpstr (ilv_strategy_get_title (ILV_STRATEGY_SEQUENTIAL), ==, "Sequential");
  g_assert_cmpstr (ilv_strategy_get_title (ILV_STRATEGY_EVENT_LOOP), ==, "Event loop");
  g_assert_cmpstr (ilv_strategy_get_title (ILV_STRATEGY_TIME_SLICED), ==, "Time-sliced");
  g_assert_cmpstr (ilv_strategy_get_title (ILV_STRATEGY_THREAD_POOL), ==, "Thread pool");
  g_assert_cmpstr (ilv_strategy_get_title (ILV_STRATEGY_MODEL), ==, "Model");

  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    {
      const char *description = ilv_strategy_get_description (i);

      g_assert_cmpuint (g_utf8_strlen (description, -1), >, 10);
      g_assert_cmpuint (g_utf8_strlen (description, -1), <=, 60);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (description, !=, ilv_strategy_get_description (j));
    }
}

static void
test_parallel (void)
{
  g_assert_false (ilv_strategy_is_parallel (ILV_STRATEGY_SEQUENTIAL));
  g_assert_false (ilv_strategy_is_parallel (ILV_STRATEGY_EVENT_LOOP));
  g_assert_false (ilv_strategy_is_parallel (ILV_STRATEGY_TIME_SLICED));
  g_assert_true (ilv_strategy_is_parallel (ILV_STRATEGY_THREAD_POOL));
  g_assert_true (ilv_strategy_is_parallel (ILV_STRATEGY_MODEL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workload/strategy/ids", test_ids);
  g_test_add_func ("/workload/strategy/unknown-id", test_unknown_id);
  g_test_add_func ("/workload/strategy/texts", test_texts);
  g_test_add_func ("/workload/strategy/parallel", test_parallel);

  return g_test_run ();
}
