/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-task-names.h"

#include <glib/gi18n-lib.h>

void
ilv_task_names_init (IlvTaskNames *self, const IlvTraceInfo *info)
{
  *self = (IlvTaskNames){ .info = info, .seen = g_hash_table_new (NULL, NULL) };
}

void
ilv_task_names_clear (IlvTaskNames *self)
{
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

void
ilv_task_names_add (IlvTaskNames *self, guint task)
{
  guint n = g_hash_table_size (self->seen);

  if (task >= self->info->tasks->len)
    return;

  if (g_hash_table_add (self->seen, GUINT_TO_POINTER (task)) && n < G_N_ELEMENTS (self->first))
    self->first[n] = task;
}

guint
ilv_task_names_get_n (const IlvTaskNames *self)
{
  return g_hash_table_size (self->seen);
}

char *
ilv_task_names_format (const IlvTaskNames *self)
{
  guint n = ilv_task_names_get_n (self);
  const char *first, *second;

  g_return_val_if_fail (n > 0, NULL);

  first = ilv_trace_info_get_task (self->info, self->first[0])->name;
  if (n == 1)
    return g_strdup (first);

  second = ilv_trace_info_get_task (self->info, self->first[1])->name;
  if (n == 2)
    /* Translators: two tasks' names, as the subject of a sentence. */
    return g_strdup_printf (_ ("%s and %s"), first, second);

  /* Translators: the names of two tasks, and how many more there are, inside a sentence. */
  return g_strdup_printf (ngettext ("%s, %s and %u other", "%s, %s and %u others", n - 2), first,
                          second, n - 2);
}
