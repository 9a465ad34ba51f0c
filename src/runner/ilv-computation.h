/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-execution.h"
#include "ilv-painting.h"

G_BEGIN_DECLS

/**
 * IlvComputation:
 *
 * What is left to compute of a step that needs the processor: cpu, paint and add. It is computed in
 * quanta of about the same length, between which the processor's absences are noticed and a task
 * can be made to give way. All zero is a job that has not begun.
 *
 * One addition is two quanta: one after the shared counter was read and one before it is written,
 * so that it can be interrupted in between, as any program can. Where an addition must be whole,
 * run an even number of quanta.
 */
typedef struct
{
  /*< private >*/
  IlvExecution *execution; /* %NULL while it has not begun */
  guint task;
  guint step;
  IlvStepKind kind;
  guint64 quanta_left;  /* of cpu and add */
  gint64 value;         /* of the counter, as it was read */
  guint64 n_added;
  IlvPainting painting;
} IlvComputation;

/* @step is one of which ilv_step_kind_is_work() is true. */
void ilv_computation_begin (IlvComputation *self, IlvExecution *execution, guint task, guint step);
gboolean ilv_computation_has_begun (const IlvComputation *self);

/* Ends the job, done or not. */
void ilv_computation_end (IlvComputation *self);

/* Computes one quantum of the #IlvComputation @job; whether there is more to do. */
gboolean ilv_computation_run_quantum (gpointer job);

G_END_DECLS
