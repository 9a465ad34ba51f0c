/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-thread-pool-runner.h"

#include <glib/gi18n-lib.h>

#include "ilv-blocking-task.h"
#include "ilv-processors.h"

struct _IlvThreadPoolRunner
{
  GObject parent_instance;

  IlvStrategy strategy;
  guint processors;
  guint workers; /* or 0 for one a processor */
  IlvWorld *world;
};

/* A pool of one run. GTask's own pool is shared with all of GIO's file operations and grows as it
 * likes, so an experiment has a pool of its own. GLib lends threads from one pool to the next, so
 * which worker a thread is must be asked of the pool. */
typedef struct
{
  GThreadPool *threads;
  IlvGil *gil; /* or NULL */
  guint n_processors;
  gboolean pins;
  gboolean lacks_processors;
  GMutex mutex;
  GHashTable *workers; /* of GThread to IlvWorker */
} Pool;

typedef struct
{
  IlvExecution *execution; /* held until the task is over */
  guint index;
} Item;

static void ilv_thread_pool_runner_iface_init (IlvRunnerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvThreadPoolRunner, ilv_thread_pool_runner, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_RUNNER,
                                                      ilv_thread_pool_runner_iface_init))

static Pool *
pool_new (guint n_workers, guint n_processors, IlvGil *gil, GFunc func)
{
  Pool *pool = g_new0 (Pool, 1);

  g_mutex_init (&pool->mutex);
  pool->gil = gil;
  pool->n_processors = n_processors;
  pool->pins = n_workers <= n_processors;
  pool->workers
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ilv_worker_free);
  pool->threads = g_thread_pool_new (func, pool, n_workers, TRUE, NULL);
  return pool;
}

static void
pool_free (gpointer data)
{
  Pool *pool = data;

  g_thread_pool_free (pool->threads, FALSE, FALSE);
  g_hash_table_unref (pool->workers);
  g_mutex_clear (&pool->mutex);
  g_clear_pointer (&pool->gil, ilv_gil_free);
  g_free (pool);
}

/* Where there are more workers than processors, none is pinned, or some would crowd on one
 * processor while another is idle; they all stay on those that the run may use. */
static IlvWorker *
add_worker (IlvExecution *execution, Pool *pool, guint index)
{
  /* Translators: %u is the number of a worker of a thread pool, from 1. */
  g_autofree char *name = g_strdup_printf (_ ("Worker %u"), index + 1);

  return ilv_worker_new (ilv_execution_get_recorder (execution), name,
                         pool->pins ? ilv_processors_get_number (index) : ILV_NO_PROCESSOR);
}

static IlvWorker *
get_worker (IlvExecution *execution, Pool *pool)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&pool->mutex);
  IlvWorker *worker = g_hash_table_lookup (pool->workers, g_thread_self ());

  if (!pool->pins)
    ilv_processors_confine_thread (pool->n_processors);
  if (worker != NULL)
    {
      ilv_worker_enter (worker);
      return worker;
    }
  worker = add_worker (execution, pool, g_hash_table_size (pool->workers));
  g_hash_table_insert (pool->workers, g_thread_self (), worker);
  return worker;
}

/* A worker of the pool takes the next GTask. Nobody waits for the single answers: the run is over
 * when the last hold on it is released. */
static void
run_task (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Pool *pool = user_data;
  Item *item = g_task_get_task_data (task);
  IlvExecution *execution = item->execution;
  IlvWorker *worker = get_worker (execution, pool);
  gboolean ended
    = ilv_blocking_task_run (execution, worker, item->index, ILV_BLOCKING_SLEEP, pool->gil);

  ilv_worker_leave (worker);
  if (!pool->pins)
    ilv_processors_unpin_thread ();
  g_task_return_boolean (task, ended);
  ilv_execution_release (execution);
}

static void
start (IlvExecution *execution, guint index, gpointer data)
{
  Pool *pool = data;
  GTask *task = g_task_new (NULL, NULL, NULL, NULL);
  Item *item = g_new (Item, 1);

  item->execution = execution;
  item->index = index;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, item, g_free);
  ilv_execution_hold (execution);
  g_thread_pool_push (pool->threads, task, NULL);
}

static void
note_missing_processors (IlvExecution *execution)
{
  guint available = ilv_processors_get_count ();
  g_autofree char *note = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "The system lets this program use %u processor, so the pool had that many "
                 "workers.",
                 "The system lets this program use %u processors, so the pool had that many "
                 "workers.",
                 available),
    available);

  ilv_recorder_add_note (ilv_execution_get_recorder (execution), note);
}

static void
begin (IlvExecution *execution, gpointer data)
{
  Pool *pool = data;

  /* Before any task can end, and with the last one the run. */
  if (pool->lacks_processors)
    note_missing_processors (execution);
  ilv_execution_start_tasks (execution);
}

static void
stop (IlvExecution *execution, gpointer data)
{
  Pool *pool = data;

  if (pool->gil != NULL)
    ilv_gil_interrupt (pool->gil);
  ilv_execution_wake_sleepers (execution, NULL);
}

static void
ilv_thread_pool_runner_run_async (IlvRunner *runner,
                                  IlvWorkload *workload,
                                  IlvRecorder *recorder,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  static const IlvExecutionFuncs funcs = {
    .begin = begin,
    .start = start,
    .wake = ilv_execution_wake_sleeper,
    .stop = stop,
  };
  IlvThreadPoolRunner *self = ILV_THREAD_POOL_RUNNER (runner);
  GTask *result = g_task_new (runner, cancellable, callback, user_data);
  guint n_processors = MIN (self->processors, ilv_processors_get_count ());
  const IlvExecutionSettings settings = {
    .strategy = self->strategy,
    .n_processors = n_processors,
    .n_workers = self->workers > 0 ? self->workers : n_processors,
    .world = self->world,
  };
  IlvGil *gil = self->strategy == ILV_STRATEGY_GIL ? ilv_gil_new () : NULL;
  Pool *pool = pool_new (settings.n_workers, n_processors, gil, run_task);

  g_task_set_source_tag (result, ilv_thread_pool_runner_run_async);
  pool->lacks_processors = self->processors > n_processors && self->workers == 0;
  ilv_execution_launch (result, workload, recorder, &settings, &funcs, pool, pool_free);
}

static void
ilv_thread_pool_runner_iface_init (IlvRunnerInterface *iface)
{
  iface->run_async = ilv_thread_pool_runner_run_async;
}

static void
ilv_thread_pool_runner_dispose (GObject *object)
{
  g_clear_object (&ILV_THREAD_POOL_RUNNER (object)->world);

  G_OBJECT_CLASS (ilv_thread_pool_runner_parent_class)->dispose (object);
}

static void
ilv_thread_pool_runner_class_init (IlvThreadPoolRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_thread_pool_runner_dispose;
}

static void
ilv_thread_pool_runner_init (IlvThreadPoolRunner *self G_GNUC_UNUSED)
{
}

IlvRunner *
ilv_thread_pool_runner_new (IlvStrategy strategy, const IlvRunnerOptions *options)
{
  IlvThreadPoolRunner *self = g_object_new (ILV_TYPE_THREAD_POOL_RUNNER, NULL);

  self->strategy = strategy;
  self->processors = options->processors;
  self->workers = MIN (options->workers, ILV_MAX_WORKERS);
  g_set_object (&self->world, options->world);
  return ILV_RUNNER (self);
}
