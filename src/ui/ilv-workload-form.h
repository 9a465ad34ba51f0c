/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-workload.h"

G_BEGIN_DECLS

/**
 * IlvWorkloadFormKind:
 * @ILV_WORKLOAD_FORM_FIXED: nothing of it can be changed
 * @ILV_WORKLOAD_FORM_UNIFORM: tasks of the same work
 * @ILV_WORKLOAD_FORM_LINES: lines of customers, each of the same work
 * @ILV_WORKLOAD_FORM_PAGES: a number of tasks that each take the same steps and wait in some
 *
 * What a workload is made of.
 */
typedef enum
{
  ILV_WORKLOAD_FORM_FIXED,
  ILV_WORKLOAD_FORM_UNIFORM,
  ILV_WORKLOAD_FORM_LINES,
  ILV_WORKLOAD_FORM_PAGES,
} IlvWorkloadFormKind;

/**
 * IlvWorkloadForm:
 * @kind: which of the numbers mean something
 * @n_tasks: how many tasks; for lines, how many customers a line has
 * @n_lines: how many lines
 * @work_ns: the work of each task
 * @name: (nullable): for pages, what the tasks are called before their number
 * @steps: (nullable): for pages, the steps of each
 *
 * The few numbers that a workload can be made of again, so that a learner can change them.
 */
typedef struct
{
  IlvWorkloadFormKind kind;
  guint n_tasks;
  guint n_lines;
  gint64 work_ns;
  char *name;
  char *steps;
} IlvWorkloadForm;

/* Finds out what @workload is made of; @self must be cleared or all zero. */
void ilv_workload_form_read (IlvWorkloadForm *self, IlvWorkload *workload);

/* (transfer full): a workload made of the numbers; not for one that is fixed. */
IlvWorkload *ilv_workload_form_make (const IlvWorkloadForm *self);
void ilv_workload_form_clear (IlvWorkloadForm *self);

G_END_DECLS
