/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-speedup.h"

#include "ilv-figures.h"
#include "ilv-model.h"
#include "ilv-processors.h"
#include "ilv-runner.h"

/* On a machine with more processors than this not every number of them is measured. */
#define MAX_SINGLE_STEPS 8

struct _IlvSpeedup
{
  GObject parent_instance;

  GArray *modelled; /* of IlvSpeedupPoint */
  GArray *measured;
  gboolean disturbed;
  gint64 done_ns; /* of the time that the real runs should take by the model of one processor */
  gint64 all_ns;
};

typedef struct
{
  IlvWorkload *workload;
  guint processors; /* of the run that goes on */
} Job;

G_DEFINE_FINAL_TYPE (IlvSpeedup, ilv_speedup, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void run_next (GTask *task);

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->workload);
  g_free (job);
}

/* The number of processors after @processors, of which there are @available: 1, 2, 3 … 8, 16 … and
 * all; 0 after the last. */
static guint
get_next_measured (guint processors, guint available)
{
  if (processors >= available)
    return 0;
  return MIN (processors < MAX_SINGLE_STEPS ? processors + 1 : processors * 2, available);
}

static gint64
get_expected_ns (IlvWorkload *workload, guint processors)
{
  return ilv_workload_get_work_ns (workload) / processors;
}

static gint64
get_all_expected_ns (IlvWorkload *workload)
{
  gint64 all_ns = 0;

  for (guint n = 1; n > 0; n = get_next_measured (n, ilv_processors_get_count ()))
    all_ns += get_expected_ns (workload, n);
  return all_ns;
}

static void
add_point (IlvSpeedup *self, GArray *points, guint processors, gint64 makespan_ns)
{
  IlvSpeedupPoint point = { .processors = processors, .makespan_ns = makespan_ns, .speedup = 1 };

  if (points->len > 0 && makespan_ns > 0)
    point.speedup = (double) g_array_index (points, IlvSpeedupPoint, 0).makespan_ns / makespan_ns;
  g_array_append_val (points, point);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  IlvSpeedup *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (IlvTrace) trace = ilv_runner_run_finish (ILV_RUNNER (source), result, &error);
  IlvFigures figures;

  if (trace == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ilv_figures_compute (&figures, trace);
  self->done_ns += get_expected_ns (job->workload, job->processors);
  self->disturbed |= ilv_figures_is_disturbed (&figures);
  add_point (self, self->measured, job->processors, figures.makespan_ns);
  run_next (g_steal_pointer (&task));
}

static void
run_next (GTask *owned_task)
{
  g_autoptr (GTask) task = owned_task;
  Job *job = g_task_get_task_data (task);
  g_autoptr (IlvRunner) runner = NULL;
  g_autoptr (IlvRecorder) recorder = NULL;

  job->processors = get_next_measured (job->processors, ilv_processors_get_count ());
  if (job->processors == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  runner = ilv_runner_new (ILV_STRATEGY_THREAD_POOL, job->processors);
  recorder = ilv_recorder_new ();
  ilv_runner_run_async (runner, job->workload, recorder, g_task_get_cancellable (task), on_run,
                        g_object_ref (task));
}

static void
ilv_speedup_finalize (GObject *object)
{
  IlvSpeedup *self = ILV_SPEEDUP (object);

  g_array_unref (self->modelled);
  g_array_unref (self->measured);

  G_OBJECT_CLASS (ilv_speedup_parent_class)->finalize (object);
}

static void
ilv_speedup_class_init (IlvSpeedupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_speedup_finalize;

  /**
   * IlvSpeedup::changed:
   *
   * There is another point.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_speedup_init (IlvSpeedup *self)
{
  self->modelled = g_array_new (FALSE, FALSE, sizeof (IlvSpeedupPoint));
  self->measured = g_array_new (FALSE, FALSE, sizeof (IlvSpeedupPoint));
}

IlvSpeedup *
ilv_speedup_new (void)
{
  return g_object_new (ILV_TYPE_SPEEDUP, NULL);
}

void
ilv_speedup_predict (IlvSpeedup *self, guint n_tasks, gint64 work_ns)
{
  g_autoptr (IlvWorkload) workload = NULL;

  g_return_if_fail (ILV_IS_SPEEDUP (self));
  g_return_if_fail (n_tasks > 0 && n_tasks <= ILV_WORKLOAD_MAX_TASKS);
  g_return_if_fail (work_ns > 0);

  workload = ilv_workload_new_uniform (n_tasks, work_ns);
  g_array_set_size (self->modelled, 0);
  g_array_set_size (self->measured, 0);
  self->disturbed = FALSE;
  self->done_ns = 0;
  self->all_ns = 0;
  for (guint n = 1; n <= ILV_SPEEDUP_MAX_MODEL; n *= 2)
    {
      const IlvModelSettings settings = {
        .processors = n,
        .quantum_ns = ILV_MODEL_QUANTUM_NS,
        .switch_cost_ns = ILV_MODEL_SWITCH_COST_NS,
      };
      g_autoptr (IlvTrace) trace = ilv_model_run (workload, &settings, NULL);

      add_point (self, self->modelled, n, ilv_trace_get_duration_ns (trace));
    }
}

void
ilv_speedup_run_async (IlvSpeedup *self,
                       guint n_tasks,
                       gint64 work_ns,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (ILV_IS_SPEEDUP (self));
  g_return_if_fail (n_tasks > 0 && n_tasks <= ILV_WORKLOAD_MAX_TASKS);
  g_return_if_fail (work_ns > 0);

  job = g_new0 (Job, 1);
  job->workload = ilv_workload_new_uniform (n_tasks, work_ns);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_speedup_run_async);
  g_task_set_task_data (task, job, job_free);
  ilv_speedup_predict (self, n_tasks, work_ns);
  self->all_ns = get_all_expected_ns (job->workload);
  run_next (task);
}

gboolean
ilv_speedup_run_finish (IlvSpeedup *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const GArray *
ilv_speedup_get_modelled (IlvSpeedup *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP (self), NULL);

  return self->modelled;
}

const GArray *
ilv_speedup_get_measured (IlvSpeedup *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP (self), NULL);

  return self->measured;
}

double
ilv_speedup_get_progress (IlvSpeedup *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP (self), 0);

  return self->all_ns > 0 ? (double) self->done_ns / self->all_ns : 0;
}

gboolean
ilv_speedup_is_disturbed (IlvSpeedup *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP (self), FALSE);

  return self->disturbed;
}
