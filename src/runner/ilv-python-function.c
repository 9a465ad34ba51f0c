/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-function.h"

#include <string.h>

static void
function_free (gpointer data)
{
  IlvPythonFunction *self = data;

  g_free (self->name);
  g_array_unref (self->members);
  g_ptr_array_unref (self->differ);
  g_free (self);
}

static gboolean
is_taken (GPtrArray *functions, const char *name)
{
  /* What Python or the script itself calls so. */
  static const char *const words[]
    = { "and",     "as",     "assert",  "async",  "asyncio", "await",  "break",       "class",
        "continue", "counter", "def",   "del",    "done",    "elif",   "else",        "except",
        "finally", "for",    "from",    "global", "if",      "import", "in",          "interleave",
        "is",      "lambda", "locks",   "main",   "multiprocessing", "nonlocal", "not", "or",
        "pass",    "plus_one", "print", "raise",  "return",  "spawned", "task",       "tasks",
        "threading", "try",  "while",   "with",   "yield",   NULL };

  for (guint i = 0; i < functions->len; i++)
    if (g_str_equal (((IlvPythonFunction *) g_ptr_array_index (functions, i))->name, name))
      return TRUE;
  return g_strv_contains (words, name);
}

/* (transfer full): a name for the function of @task; without the number if it has several. */
static char *
make_name (IlvWorkload *workload, GPtrArray *functions, guint task, gboolean several)
{
  g_autofree char *ascii = g_str_to_ascii (ilv_workload_get_task_name (workload, task), "C");
  g_autofree char *name = g_ascii_strdown (ascii, -1);
  gsize length;

  for (char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      *c = '_';
  length = strlen (name);
  while (several && length > 0 && (g_ascii_isdigit (name[length - 1]) || name[length - 1] == '_'))
    name[--length] = '\0';
  if (g_ascii_isalpha (name[0]) && !is_taken (functions, name))
    return g_steal_pointer (&name);
  return g_strdup_printf ("task_%u", task + 1);
}

/* Whether two steps are the same but for what they ask for. */
static gboolean
step_is_alike (const IlvStep *a, const IlvStep *b)
{
  return a->kind == b->kind && a->duration_ns == b->duration_ns && a->target == b->target
         && a->count == b->count && (a->argument == NULL) == (b->argument == NULL)
         && (a->kind != ILV_STEP_WRITE || g_strcmp0 (a->argument, b->argument) == 0);
}

static gboolean
task_is_alike (IlvWorkload *workload, const gboolean *awaited, guint a, guint b)
{
  guint n_steps = ilv_workload_get_n_steps (workload, a);

  if (awaited[a] || awaited[b]
      || n_steps != ilv_workload_get_n_steps (workload, b))
    return FALSE;
  for (guint i = 0; i < n_steps; i++)
    if (!step_is_alike (ilv_workload_get_step (workload, a, i),
                        ilv_workload_get_step (workload, b, i)))
      return FALSE;
  return TRUE;
}

static void
find_parameters (IlvPythonFunction *self, IlvWorkload *workload)
{
  guint first = g_array_index (self->members, guint, 0);

  for (guint i = 0; i < ilv_workload_get_n_steps (workload, first); i++)
    for (guint j = 1; j < self->members->len; j++)
      {
        guint other = g_array_index (self->members, guint, j);

        if (g_strcmp0 (ilv_workload_get_step (workload, first, i)->argument,
                       ilv_workload_get_step (workload, other, i)->argument)
            != 0)
          {
            g_ptr_array_add (self->differ, GUINT_TO_POINTER (i));
            break;
          }
      }
}

static IlvPythonFunction *
create_function (IlvWorkload *workload, GPtrArray *functions, GArray *members)
{
  IlvPythonFunction *self = g_new0 (IlvPythonFunction, 1);

  self->members = members;
  self->differ = g_ptr_array_new ();
  self->name
    = make_name (workload, functions, g_array_index (members, guint, 0), members->len > 1);
  find_parameters (self, workload);
  return self;
}

GPtrArray *
ilv_python_function_find_all (IlvWorkload *workload, const gboolean *awaited)
{
  guint n_tasks = ilv_workload_get_n_tasks (workload);
  g_autofree gboolean *placed = g_new0 (gboolean, n_tasks);
  GPtrArray *functions = g_ptr_array_new_with_free_func (function_free);

  for (guint i = 0; i < n_tasks; i++)
    {
      GArray *members;

      if (placed[i])
        continue;
      members = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint j = i; j < n_tasks; j++)
        if (j == i || (!placed[j] && task_is_alike (workload, awaited, i, j)))
          {
            g_array_append_val (members, j);
            placed[j] = TRUE;
          }
      g_ptr_array_add (functions, create_function (workload, functions, members));
    }
  return functions;
}

char *
ilv_python_function_dup_parameter (const IlvPythonFunction *self, IlvWorkload *workload, guint step)
{
  guint first = g_array_index (self->members, guint, 0);
  const char *name;
  guint index;

  if (!g_ptr_array_find (self->differ, GUINT_TO_POINTER (step), &index))
    return NULL;
  switch (ilv_workload_get_step (workload, first, step)->kind)
    {
    case ILV_STEP_GET:
      name = "path";
      break;
    case ILV_STEP_QUERY:
      name = "sql";
      break;
    case ILV_STEP_ASK:
      name = "question";
      break;
    default:
      name = "name";
    }
  return index == 0 ? g_strdup (name) : g_strdup_printf ("%s_%u", name, index + 1);
}
