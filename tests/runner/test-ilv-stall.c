/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-stall.h"

/* What the tasks' steps say does not matter here, only the names of tasks and locks. */
static IlvWorkload *
make_workload (void)
{
  g_autoptr (IlvKeyFile) key_file =
    ilv_key_file_new_from_text ("[Task A]\nSteps=lock L; unlock L; lock M; unlock M; spawn J\n"
                                  "[Task B]\nSteps=cpu 1ns\n[Task C]\nSteps=cpu 1ns\n"
                                  "[Task D]\nSteps=cpu 1ns\n[Task E]\nSteps=cpu 1ns\n"
                                  "[Task F]\nSteps=cpu 1ns\n[Task G]\nSteps=cpu 1ns\n"
                                  "[Task H]\nSteps=cpu 1ns\n[Task I]\nSteps=cpu 1ns\n"
                                  "[Task J]\nSteps=cpu 1ns\n",
                                  "test", 1, NULL);

  return ilv_workload_new_from_key_file (key_file, NULL);
}

static void
assert_text (const IlvStallWait *waits, guint n_waits, const char *expected)
{
  g_autoptr (IlvWorkload) workload = make_workload ();
  g_autofree char *text = ilv_stall_describe (workload, waits, n_waits);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_two_tasks (void)
{
  const IlvStallWait waits[] = { { 0, ILV_STALL_TASK, 1, 1 }, { 1, ILV_STALL_TASK, 0, 0 } };

  assert_text (waits, G_N_ELEMENTS (waits), "A waits for B. B waits for A.");
}

static void
test_three_tasks (void)
{
  const IlvStallWait waits[] =
    { { 0, ILV_STALL_TASK, 2, -1 }, { 1, ILV_STALL_TASK, 0, -1 }, { 2, ILV_STALL_TASK, 1, -1 } };

  assert_text (waits, G_N_ELEMENTS (waits), "A waits for C. C waits for B. B waits for A.");
}

static void
test_lock_order (void)
{
  const IlvStallWait waits[] = { { 0, ILV_STALL_LOCK, 1, 1 }, { 1, ILV_STALL_LOCK, 0, 0 } };

  assert_text (waits, G_N_ELEMENTS (waits),
               "A waits for the lock M, which B holds. B waits for the lock L, which A holds.");
}

static void
test_lock_and_task (void)
{
  const IlvStallWait waits[] = { { 1, ILV_STALL_LOCK, 0, 0 }, { 0, ILV_STALL_TASK, 1, 1 } };

  assert_text (waits, G_N_ELEMENTS (waits),
               "A waits for B. B waits for the lock L, which A holds.");
}

static void
test_itself (void)
{
  const IlvStallWait task[] = { { 2, ILV_STALL_TASK, 2, 2 } };
  const IlvStallWait lock[] = { { 2, ILV_STALL_LOCK, 1, 2 } };

  assert_text (task, 1, "C waits for itself.");
  assert_text (lock, 1, "C waits for the lock M, which it holds itself.");
}

static void
test_unknown_holder (void)
{
  const IlvStallWait waits[] = { { 2, ILV_STALL_LOCK, 1, -1 } };

  assert_text (waits, 1, "C waits for the lock M.");
}

static void
test_never_started (void)
{
  const IlvStallWait waits[] = { { 0, ILV_STALL_TASK, 9, 9 } };

  assert_text (waits, 1, "A waits for J, which has not started.");
}

static void
test_pool_starvation (void)
{
  const IlvStallWait waits[] = { { 0, ILV_STALL_TASK, 2, 2 },
                                 { 1, ILV_STALL_TASK, 3, 3 },
                                 { 2, ILV_STALL_WORKER, 0, -1 },
                                 { 3, ILV_STALL_WORKER, 0, -1 } };

  assert_text (waits, G_N_ELEMENTS (waits),
               "A waits for C. C waits for a free worker. B waits for D. D waits for a free "
               "worker.");
}

/* Those outside wait in vain too, but the circle is the reason: it comes first. */
static void
test_circle_comes_first (void)
{
  const IlvStallWait waits[] = { { 0, ILV_STALL_TASK, 2, 2 },
                                 { 1, ILV_STALL_LOCK, 0, 3 },
                                 { 2, ILV_STALL_TASK, 3, 3 },
                                 { 3, ILV_STALL_TASK, 2, 2 } };

  assert_text (waits, G_N_ELEMENTS (waits),
               "C waits for D. D waits for C. A waits for C. B waits for the lock L, which D "
               "holds.");
}

static void
test_many (void)
{
  IlvStallWait waits[10];

  for (guint i = 0; i < 10; i++)
    waits[i] = (IlvStallWait){ i, ILV_STALL_TASK, (i + 1) % 10, -1 };

  assert_text (waits, 10,
               "A waits for B. B waits for C. C waits for D. D waits for E. E waits for F. F waits "
               "for G. 4 more tasks wait.");
  waits[5].target = 0;
  assert_text (waits, 7,
               "A waits for B. B waits for C. C waits for D. D waits for E. E waits for F. F waits "
               "for A. 1 more task waits.");
  assert_text (waits, 6,
               "A waits for B. B waits for C. C waits for D. D waits for E. E waits for F. F waits "
               "for A.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/runner/stall/two-tasks", test_two_tasks);
  g_test_add_func ("/runner/stall/three-tasks", test_three_tasks);
  g_test_add_func ("/runner/stall/lock-order", test_lock_order);
  g_test_add_func ("/runner/stall/lock-and-task", test_lock_and_task);
  g_test_add_func ("/runner/stall/itself", test_itself);
  g_test_add_func ("/runner/stall/unknown-holder", test_unknown_holder);
  g_test_add_func ("/runner/stall/never-started", test_never_started);
  g_test_add_func ("/runner/stall/pool-starvation", test_pool_starvation);
  g_test_add_func ("/runner/stall/circle-comes-first", test_circle_comes_first);
  g_test_add_func ("/runner/stall/many", test_many);

  return g_test_run ();
}
