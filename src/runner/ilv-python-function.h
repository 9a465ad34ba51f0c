/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-workload.h"

G_BEGIN_DECLS

/**
 * IlvPythonFunction:
 * @name: what it is called; nothing else in a script made of the workload is called so
 * @members: (element-type guint): the tasks that run it
 * @differ: (element-type guint): the steps whose argument is a parameter, as GUINT_TO_POINTER()
 *
 * A function of a Python script that is made of a workload. Tasks that differ only in what they ask
 * for share one.
 */
typedef struct
{
  char *name;
  GArray *members;
  GPtrArray *differ;
} IlvPythonFunction;

/* (transfer full) (element-type IlvPythonFunction): the functions of all tasks of @workload.
 * @awaited says of each task whether another awaits its end; such a task has a function of its
 * own. */
GPtrArray *ilv_python_function_find_all (IlvWorkload *workload, const gboolean *awaited);

/* (transfer full) (nullable): the name of the parameter that stands for the argument of @step;
 * %NULL if it is the same in all tasks. */
char *ilv_python_function_dup_parameter (const IlvPythonFunction *self,
                                         IlvWorkload *workload,
                                         guint step);

G_END_DECLS
