/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-workload-form.h"
#include "ilv-workload-lines.h"
#include "ui-test.h"

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

/* Made again of its numbers, it is the same. */
static void
assert_form (const char *text, IlvWorkloadFormKind kind, guint n_tasks)
{
  g_autoptr (IlvWorkload) workload = read_workload (text);
  IlvWorkloadForm form = { 0 };

  ilv_workload_form_read (&form, workload);
  g_assert_cmpint (form.kind, ==, kind);
  if (kind != ILV_WORKLOAD_FORM_FIXED)
    {
      g_autoptr (IlvWorkload) again = ilv_workload_form_make (&form);
      g_autofree char *first = ilv_workload_to_text (workload);
      g_autofree char *second = ilv_workload_to_text (again);

      g_assert_cmpuint (form.n_tasks, ==, n_tasks);
      g_assert_cmpstr (first, ==, second);
    }
  ilv_workload_form_clear (&form);
}

static void
test_kinds (void)
{
  assert_form ("[Task A]\nSteps=cpu 5ms\n[Task B]\nSteps=cpu 5ms\n", ILV_WORKLOAD_FORM_UNIFORM, 2);
  assert_form ("[Task A1]\nSteps=cpu 5ms\n[Task B1]\nSteps=cpu 5ms\n[Task A2]\nSteps=cpu 5ms\n"
               "[Task B2]\nSteps=cpu 5ms\n",
               ILV_WORKLOAD_FORM_LINES, 2);
  assert_form ("[Task Name]\nCount=3\nSteps=get /api/v2/pokemon/{random}\n",
               ILV_WORKLOAD_FORM_PAGES, 3);
  assert_form ("[Task Job]\nCount=2\nSteps=wait 3ms; cpu 1ms; query SELECT name FROM users\n",
               ILV_WORKLOAD_FORM_PAGES, 2);
  assert_form ("[Task A]\nSteps=cpu 5ms\n[Task B]\nSteps=cpu 6ms\n", ILV_WORKLOAD_FORM_FIXED, 0);
  assert_form ("[Task Page]\nCount=2\nSteps=get /{n}\n", ILV_WORKLOAD_FORM_FIXED, 0);
  assert_form ("[Task Page]\nCount=2\nSteps=get /a\n[Task B]\nSteps=await Page 1\n",
               ILV_WORKLOAD_FORM_FIXED, 0);
  assert_form ("[Task A]\nSteps=get /a\n", ILV_WORKLOAD_FORM_FIXED, 0);
}

static void
test_change (void)
{
  g_autoptr (IlvWorkload) workload = read_workload ("[Task Name]\nCount=3\nSteps=get /{random}\n");
  g_autoptr (IlvWorkload) more = NULL;
  IlvWorkloadForm form = { 0 };

  ilv_workload_form_read (&form, workload);
  form.n_tasks = ILV_WORKLOAD_MAX_TASKS;
  more = ilv_workload_form_make (&form);
  g_assert_cmpuint (ilv_workload_get_n_tasks (more), ==, ILV_WORKLOAD_MAX_TASKS);
  g_assert_cmpstr (ilv_workload_get_task_name (more, 999), ==, "Name 1000");
  g_assert_cmpstr (ilv_workload_get_step (more, 999, 0)->argument, ==, "/{random}");
  ilv_workload_form_clear (&form);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/workload-form/kinds", test_kinds);
  g_test_add_func ("/ui/workload-form/change", test_change);

  return g_test_run ();
}
