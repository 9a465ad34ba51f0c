/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-computation.h"

#include "ilv-work.h"

/* Relaxed reads and writes: no undefined behaviour, and yet whatever is written between the two is
 * lost. That is the lesson. */
static gboolean
add (IlvComputation *self)
{
  atomic_int_least64_t *counter = ilv_execution_get_counter (self->execution);

  if (self->quanta_left % 2 == 0)
    {
      self->value = atomic_load_explicit (counter, memory_order_relaxed);
      ilv_work_run_quantum ();
    }
  else
    {
      ilv_work_run_quantum ();
      atomic_store_explicit (counter, self->value + 1, memory_order_relaxed);
      self->n_added++;
    }
  return --self->quanta_left > 0;
}

static gboolean
paint (IlvComputation *self)
{
  gboolean goes_on = ilv_painting_run_quantum (&self->painting);
  g_autoptr (GBytes) rows = ilv_painting_take_rows (&self->painting);

  if (rows != NULL)
    ilv_recorder_add_result (ilv_execution_get_recorder (self->execution), self->task, self->step,
                             ILV_RESULT_PIXELS, NULL, rows);
  return goes_on;
}

void
ilv_computation_begin (IlvComputation *self, IlvExecution *execution, guint task, guint index)
{
  const IlvStep *step
    = ilv_workload_get_step (ilv_execution_get_workload (execution), task, index);

  *self = (IlvComputation){
    .execution = execution, .task = task, .step = index, .kind = step->kind
  };
  if (step->kind == ILV_STEP_CPU)
    self->quanta_left = ilv_work_get_quanta (step->duration_ns);
  else if (step->kind == ILV_STEP_ADD)
    self->quanta_left = 2 * (guint64) step->target;
  else
    ilv_painting_init (&self->painting, step->target, step->count);
}

gboolean
ilv_computation_has_begun (const IlvComputation *self)
{
  return self->execution != NULL;
}

void
ilv_computation_end (IlvComputation *self)
{
  if (self->execution == NULL)
    return;
  if (self->kind == ILV_STEP_ADD)
    ilv_execution_count_additions (self->execution, self->n_added);
  ilv_painting_clear (&self->painting);
  self->execution = NULL;
}

gboolean
ilv_computation_run_quantum (gpointer job)
{
  IlvComputation *self = job;

  switch (self->kind)
    {
    case ILV_STEP_PAINT:
      return paint (self);
    case ILV_STEP_ADD:
      return add (self);
    default:
      ilv_work_run_quantum ();
      return --self->quanta_left > 0;
    }
}
