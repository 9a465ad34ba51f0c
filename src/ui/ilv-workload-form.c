/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-workload-form.h"

#include "ilv-workload-lines.h"

/* Whether tasks can be more or fewer without regard to the step. */
static gboolean
is_independent (IlvStepKind kind)
{
  return kind != ILV_STEP_AWAIT && kind != ILV_STEP_SPAWN && kind != ILV_STEP_PAINT;
}

/* (transfer full) (nullable): the steps of each task, where all have the same and some wait for the
 * world. */
static char *
find_steps (IlvWorkload *workload)
{
  const char *const *first = ilv_workload_get_step_texts (workload, 0);
  gboolean waits = FALSE;

  for (guint i = 0; i < ilv_workload_get_n_steps (workload, 0); i++)
    {
      IlvStepKind kind = ilv_workload_get_step (workload, 0, i)->kind;

      if (!is_independent (kind))
        return NULL;
      waits |= ilv_step_kind_is_io (kind) || kind == ILV_STEP_WAIT;
    }
  for (guint i = 1; i < ilv_workload_get_n_tasks (workload); i++)
    if (!g_strv_equal (first, ilv_workload_get_step_texts (workload, i)))
      return NULL;
  return waits ? g_strjoinv ("; ", (char **) first) : NULL;
}

/* "Name" of "Name 1"; %NULL where the first task has no such name. */
static char *
find_name (IlvWorkload *workload)
{
  const char *name = ilv_workload_get_task_name (workload, 0);

  return g_str_has_suffix (name, " 1") ? g_strndup (name, strlen (name) - 2) : NULL;
}

void
ilv_workload_form_read (IlvWorkloadForm *self, IlvWorkload *workload)
{
  g_return_if_fail (ILV_IS_WORKLOAD (workload));

  ilv_workload_form_clear (self);
  self->n_tasks = ilv_workload_get_n_tasks (workload);
  self->n_lines = 1;
  if (ilv_workload_is_lines (workload, &self->n_lines, &self->n_tasks, &self->work_ns))
    {
      self->kind = ILV_WORKLOAD_FORM_LINES;
      return;
    }
  if (ilv_workload_is_uniform (workload))
    {
      self->kind = ILV_WORKLOAD_FORM_UNIFORM;
      self->work_ns = ilv_workload_get_step (workload, 0, 0)->duration_ns;
      return;
    }
  self->steps = find_steps (workload);
  self->name = find_name (workload);
  if (self->steps != NULL && self->name != NULL)
    self->kind = ILV_WORKLOAD_FORM_PAGES;
}

static IlvWorkload *
make_pages (const IlvWorkloadForm *self)
{
  g_autoptr (GKeyFile) parts = g_key_file_new ();
  g_autoptr (IlvKeyFile) key_file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *group = g_strconcat ("Task ", self->name, NULL);
  g_autofree char *text = NULL;
  IlvWorkload *workload = NULL;

  g_key_file_set_integer (parts, group, "Count", self->n_tasks);
  g_key_file_set_string (parts, group, "Steps", self->steps);
  text = g_key_file_to_data (parts, NULL, NULL);
  key_file = ilv_key_file_new_from_text (text, "", 1, &error);
  if (key_file != NULL)
    workload = ilv_workload_new_from_key_file (key_file, &error);
  /* It has been read from such a text. */
  if (workload == NULL)
    g_error ("A workload could not be made again: %s", error->message);
  return workload;
}

IlvWorkload *
ilv_workload_form_make (const IlvWorkloadForm *self)
{
  switch (self->kind)
    {
    case ILV_WORKLOAD_FORM_UNIFORM:
      return ilv_workload_new_uniform (self->n_tasks, self->work_ns);
    case ILV_WORKLOAD_FORM_LINES:
      return ilv_workload_new_lines (self->n_lines, self->n_tasks, self->work_ns);
    case ILV_WORKLOAD_FORM_PAGES:
      return make_pages (self);
    case ILV_WORKLOAD_FORM_FIXED:
    default:
      g_return_val_if_reached (NULL);
    }
}

void
ilv_workload_form_clear (IlvWorkloadForm *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->steps, g_free);
  *self = (IlvWorkloadForm){ 0 };
}
