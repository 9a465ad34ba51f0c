/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lock-table.h"

static void
test_first_come_first_served (void)
{
  g_autoptr (IlvLockTable) locks = ilv_lock_table_new (2);

  g_assert_cmpint (ilv_lock_table_get_holder (locks, 1), ==, -1);
  g_assert_true (ilv_lock_table_take (locks, 1, 0));
  g_assert_false (ilv_lock_table_take (locks, 1, 5));
  g_assert_false (ilv_lock_table_take (locks, 1, 3));
  g_assert_cmpint (ilv_lock_table_get_holder (locks, 1), ==, 0);
  g_assert_cmpint (ilv_lock_table_get_holder (locks, 0), ==, -1);

  g_assert_cmpint (ilv_lock_table_pass_on (locks, 1), ==, 5);
  g_assert_cmpint (ilv_lock_table_get_holder (locks, 1), ==, 5);
  g_assert_cmpint (ilv_lock_table_pass_on (locks, 1), ==, 3);
  g_assert_cmpint (ilv_lock_table_pass_on (locks, 1), ==, -1);
  g_assert_true (ilv_lock_table_take (locks, 1, 5));
}

/* A run can be stopped at any moment. */
static void
test_freed_while_tasks_wait (void)
{
  g_autoptr (IlvLockTable) locks = ilv_lock_table_new (1);

  g_assert_true (ilv_lock_table_take (locks, 0, 0));
  g_assert_false (ilv_lock_table_take (locks, 0, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/runner/lock-table/first-come-first-served", test_first_come_first_served);
  g_test_add_func ("/runner/lock-table/freed-while-tasks-wait", test_freed_while_tasks_wait);

  return g_test_run ();
}
