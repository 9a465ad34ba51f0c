/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-workload-lines.h"

#include "ilv-workload-private.h"

static char *
make_name (guint line, guint customer)
{
  return g_strdup_printf ("%c%u", (char) ('A' + line), customer + 1);
}

IlvWorkload *
ilv_workload_new_lines (guint lines, guint customers, gint64 work_ns)
{
  const IlvStep step = { .kind = ILV_STEP_CPU, .duration_ns = work_ns };
  g_autoptr (GArray) steps = NULL;
  GPtrArray *tasks;

  g_return_val_if_fail (lines >= 1 && lines <= ILV_WORKLOAD_MAX_LINES, NULL);
  g_return_val_if_fail (customers >= 1 && customers <= ILV_WORKLOAD_MAX_CUSTOMERS, NULL);
  g_return_val_if_fail (work_ns > 0 && work_ns <= ILV_WORKLOAD_MAX_DURATION_NS, NULL);

  steps = ilv_workload_steps_new ();
  g_array_append_val (steps, step);
  tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) ilv_workload_task_free);
  for (guint i = 0; i < lines * customers; i++)
    {
      g_autofree char *name = make_name (i % lines, i / lines);
      IlvWorkloadTask *task = ilv_workload_task_new (name);

      task->steps = g_array_ref (steps);
      g_ptr_array_add (tasks, task);
    }
  return ilv_workload_new_from_parts (tasks, g_ptr_array_new_with_free_func (g_free));
}

/* "B7", or "B 7" as a group with a count names its tasks. */
static gboolean
parse_name (const char *name, guint *line, guint *customer)
{
  guint64 number;

  if (name[0] < 'A' || name[0] >= 'A' + ILV_WORKLOAD_MAX_LINES)
    return FALSE;
  *line = name[0] - 'A';
  name += name[1] == ' ' ? 2 : 1;
  if (!g_ascii_string_to_unsigned (name, 10, 1, ILV_WORKLOAD_MAX_CUSTOMERS, &number, NULL))
    return FALSE;
  *customer = number - 1;
  return TRUE;
}

gboolean
ilv_workload_is_lines (IlvWorkload *workload, guint *lines, guint *customers, gint64 *work_ns)
{
  guint n_lines = 0, n_customers = 0, n_tasks;

  g_return_val_if_fail (ILV_IS_WORKLOAD (workload), FALSE);

  n_tasks = ilv_workload_get_n_tasks (workload);
  if (!ilv_workload_is_uniform (workload))
    return FALSE;
  for (guint i = 0; i < n_tasks; i++)
    {
      guint line, customer;

      if (!parse_name (ilv_workload_get_task_name (workload, i), &line, &customer))
        return FALSE;
      n_lines = MAX (n_lines, line + 1);
      n_customers = MAX (n_customers, customer + 1);
    }
  /* Names are not used twice, so that many can only be all of them. */
  if (n_tasks != n_lines * n_customers)
    return FALSE;

  if (lines != NULL)
    *lines = n_lines;
  if (customers != NULL)
    *customers = n_customers;
  if (work_ns != NULL)
    *work_ns = ilv_workload_get_step (workload, 0, 0)->duration_ns;
  return TRUE;
}
