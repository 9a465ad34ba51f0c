/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-workload-lines.h"

#define MS G_GINT64_CONSTANT (1000000)

static void
assert_names (IlvWorkload *workload, const char *const *names)
{
  guint n_names = g_strv_length ((char **) names);

  g_assert_cmpuint (ilv_workload_get_n_tasks (workload), ==, n_names);
  for (guint i = 0; i < n_names; i++)
    g_assert_cmpstr (ilv_workload_get_task_name (workload, i), ==, names[i]);
}

static void
test_order (void)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_lines (2, 3, 30 * MS);

  assert_names (workload, (const char *const[]){ "A1", "B1", "A2", "B2", "A3", "B3", NULL });
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpuint (ilv_workload_get_n_steps (workload, i), ==, 1);
      g_assert_cmpint (ilv_workload_get_step (workload, i, 0)->kind, ==, ILV_STEP_CPU);
      g_assert_cmpint (ilv_workload_get_step (workload, i, 0)->duration_ns, ==, 30 * MS);
    }
  g_assert_true (ilv_workload_is_uniform (workload));
}

static void
test_recognise (void)
{
  for (guint lines = 1; lines <= ILV_WORKLOAD_MAX_LINES; lines++)
    for (guint customers = 1; customers <= ILV_WORKLOAD_MAX_CUSTOMERS; customers++)
      {
        g_autoptr (IlvWorkload) workload = ilv_workload_new_lines (lines, customers, 7 * MS);
        guint found_lines, found_customers;
        gint64 work_ns;

        g_assert_true (
          ilv_workload_is_lines (workload, &found_lines, &found_customers, &work_ns));
        g_assert_cmpuint (found_lines, ==, lines);
        g_assert_cmpuint (found_customers, ==, customers);
        g_assert_cmpint (work_ns, ==, 7 * MS);
        g_assert_true (ilv_workload_is_lines (workload, NULL, NULL, NULL));
      }
}

static IlvWorkload *
read_workload (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (text, "test", 1, &error);
  IlvWorkload *workload;

  g_assert_no_error (error);
  workload = ilv_workload_new_from_key_file (key_file, &error);
  g_assert_no_error (error);
  return workload;
}

/* As a lesson may write them. */
static void
test_counted (void)
{
  g_autoptr (IlvWorkload) workload
    = read_workload ("[Task B]\nCount=3\nSteps=cpu 4ms\n[Task A]\nCount=3\nSteps=cpu 4ms\n");
  guint lines, customers;
  gint64 work_ns;

  g_assert_true (ilv_workload_is_lines (workload, &lines, &customers, &work_ns));
  g_assert_cmpuint (lines, ==, 2);
  g_assert_cmpuint (customers, ==, 3);
  g_assert_cmpint (work_ns, ==, 4 * MS);
}

static void
assert_not_lines (const char *text)
{
  g_autoptr (IlvWorkload) workload = read_workload (text);

  g_assert_false (ilv_workload_is_lines (workload, NULL, NULL, NULL));
}

static void
test_others (void)
{
  g_autoptr (IlvWorkload) uniform = ilv_workload_new_uniform (4, MS);

  g_assert_false (ilv_workload_is_lines (uniform, NULL, NULL, NULL));
  assert_not_lines ("[Task A1]\nSteps=cpu 1ms\n[Task B1]\nSteps=cpu 2ms\n");
  assert_not_lines ("[Task A1]\nSteps=wait 1ms\n");
  assert_not_lines ("[Task A2]\nSteps=cpu 1ms\n");
  assert_not_lines ("[Task B1]\nSteps=cpu 1ms\n");
  assert_not_lines ("[Task A1]\nSteps=cpu 1ms\n[Task A21]\nSteps=cpu 1ms\n");
  assert_not_lines ("[Task A0]\nSteps=cpu 1ms\n");
  assert_not_lines ("[Task A1]\nSteps=cpu 1ms\n[Task A3]\nSteps=cpu 1ms\n");
  assert_not_lines (
    "[Task A1]\nSteps=cpu 1ms\n[Task B1]\nSteps=cpu 1ms\n[Task A2]\nSteps=cpu 1ms\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workload/workload-lines/order", test_order);
  g_test_add_func ("/workload/workload-lines/recognise", test_recognise);
  g_test_add_func ("/workload/workload-lines/counted", test_counted);
  g_test_add_func ("/workload/workload-lines/others", test_others);

  return g_test_run ();
}
