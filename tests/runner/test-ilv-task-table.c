/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-task-table.h"

static void
test_phases (void)
{
  g_autoptr (IlvTaskTable) tasks = ilv_task_table_new (2);

  g_assert_cmpint (ilv_task_table_get_phase (tasks, 1), ==, ILV_TASK_PENDING);
  g_assert_cmpint (ilv_task_table_find (tasks, ILV_TASK_HELD), ==, -1);
  ilv_task_table_set_phase (tasks, 1, ILV_TASK_HELD);
  g_assert_cmpint (ilv_task_table_find (tasks, ILV_TASK_HELD), ==, 1);
  ilv_task_table_set_phase (tasks, 1, ILV_TASK_ENDED);
  g_assert_false (ilv_task_table_is_finished (tasks));
  /* As one whose parent failed before it could spawn it. */
  ilv_task_table_set_failed (tasks, 0);
  ilv_task_table_set_phase (tasks, 0, ILV_TASK_ENDED);
  g_assert_true (ilv_task_table_is_finished (tasks));
  g_assert_true (ilv_task_table_has_failed (tasks, 0));
  g_assert_false (ilv_task_table_has_failed (tasks, 1));
}

static void
test_stall (void)
{
  const IlvStallWait wait = { .task = 0, .kind = ILV_STALL_TASK, .target = 1, .peer = 1 };
  g_autoptr (IlvTaskTable) tasks = ilv_task_table_new (2);

  ilv_task_table_set_phase (tasks, 0, ILV_TASK_ACTIVE);
  ilv_task_table_set_phase (tasks, 1, ILV_TASK_QUEUED);
  g_assert_false (ilv_task_table_is_stalled (tasks, 1));
  ilv_task_table_begin_wait (tasks, &wait);
  g_assert_cmpuint (ilv_task_table_get_wait (tasks, 0)->target, ==, 1);

  /* The only worker waits; a second one could begin the task that is waited for. */
  g_assert_true (ilv_task_table_is_stalled (tasks, 1));
  g_assert_false (ilv_task_table_is_stalled (tasks, 2));

  ilv_task_table_end_wait (tasks, 0);
  g_assert_null (ilv_task_table_get_wait (tasks, 0));
  g_assert_false (ilv_task_table_is_stalled (tasks, 1));
}

static void
test_nothing_left_to_do_is_no_stall (void)
{
  g_autoptr (IlvTaskTable) tasks = ilv_task_table_new (1);

  g_assert_true (ilv_task_table_is_stalled (tasks, 1));
  ilv_task_table_set_phase (tasks, 0, ILV_TASK_ENDED);
  g_assert_false (ilv_task_table_is_stalled (tasks, 1));
}

static void
test_waits (void)
{
  const IlvStallWait wait = { .task = 2, .kind = ILV_STALL_LOCK, .target = 7, .peer = 0 };
  g_autoptr (IlvTaskTable) tasks = ilv_task_table_new (4);
  g_autoptr (GArray) waits = NULL;

  ilv_task_table_set_phase (tasks, 0, ILV_TASK_ACTIVE);
  ilv_task_table_set_phase (tasks, 1, ILV_TASK_QUEUED);
  ilv_task_table_set_phase (tasks, 2, ILV_TASK_ACTIVE);
  ilv_task_table_begin_wait (tasks, &wait);
  waits = ilv_task_table_get_waits (tasks);

  /* Neither what is at work nor what is still to be spawned waits. */
  g_assert_cmpuint (waits->len, ==, 2);
  g_assert_cmpuint (g_array_index (waits, IlvStallWait, 0).task, ==, 1);
  g_assert_cmpint (g_array_index (waits, IlvStallWait, 0).kind, ==, ILV_STALL_WORKER);
  g_assert_cmpuint (g_array_index (waits, IlvStallWait, 1).task, ==, 2);
  g_assert_cmpuint (g_array_index (waits, IlvStallWait, 1).target, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/runner/task-table/phases", test_phases);
  g_test_add_func ("/runner/task-table/stall", test_stall);
  g_test_add_func ("/runner/task-table/nothing-left-to-do-is-no-stall",
                   test_nothing_left_to_do_is_no_stall);
  g_test_add_func ("/runner/task-table/waits", test_waits);

  return g_test_run ();
}
