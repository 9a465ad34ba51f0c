/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-quoted-names.h"

static char *
quote_valid (const char *text, IlvQuoteFunc quote)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return quote (valid);
}

/**
 * ilv_quoted_names_init:
 * @self: (out): the names
 * @info: what is known of the run
 * @quote: the quoting of the format
 */
void
ilv_quoted_names_init (IlvQuotedNames *self, const IlvTraceInfo *info, IlvQuoteFunc quote)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (info != NULL);

  self->tasks = g_ptr_array_new_with_free_func (g_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < info->tasks->len; i++)
    {
      const IlvTraceTask *task = ilv_trace_info_get_task (info, i);
      GPtrArray *steps = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (self->tasks, quote_valid (task->name, quote));
      for (guint j = 0; task->steps != NULL && task->steps[j] != NULL; j++)
        g_ptr_array_add (steps, quote_valid (task->steps[j], quote));
      g_ptr_array_add (self->steps, steps);
    }
}

/**
 * ilv_quoted_names_clear:
 * @self: the names
 */
void
ilv_quoted_names_clear (IlvQuotedNames *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
}

/**
 * ilv_quoted_names_get_task:
 * @self: the names
 * @task: index of a task
 *
 * Returns: (nullable): the quoted name; %NULL where there is no such task, as for %ILV_NO_PEER
 */
const char *
ilv_quoted_names_get_task (const IlvQuotedNames *self, guint task)
{
  g_return_val_if_fail (self != NULL, NULL);

  return task < self->tasks->len ? g_ptr_array_index (self->tasks, task) : NULL;
}

/**
 * ilv_quoted_names_get_step:
 * @self: the names
 * @task: index of a task
 * @step: index of one of its steps
 *
 * Returns: (nullable): the quoted text; %NULL where there is no such step, as for %ILV_NO_STEP
 */
const char *
ilv_quoted_names_get_step (const IlvQuotedNames *self, guint task, guint step)
{
  GPtrArray *steps;

  g_return_val_if_fail (self != NULL, NULL);

  if (task >= self->steps->len)
    return NULL;
  steps = g_ptr_array_index (self->steps, task);
  return step < steps->len ? g_ptr_array_index (steps, step) : NULL;
}
