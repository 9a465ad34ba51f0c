/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-thread-pool-runner.h"

#include <glib/gi18n-lib.h>

#include "ilv-blocking-task.h"
#include "ilv-processors.h"

struct _IlvThreadPoolRunner
{
  GObject parent_instance;

  guint processors;
};

/* A pool of one run. GTask's own pool is shared with all of GIO's file operations and grows as it
 * likes, so an experiment has a pool of its own. GLib lends threads from one pool to the next, so
 * which worker a thread is must be asked of the pool. */
typedef struct
{
  GThreadPool *threads;
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
pool_new (guint n_workers, GFunc func)
{
  Pool *pool = g_new0 (Pool, 1);

  g_mutex_init (&pool->mutex);
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
  g_free (pool);
}

static IlvWorker *
add_worker (IlvExecution *execution, guint index)
{
  /* Translators: %u is the number of a worker of a thread pool, from 1. */
  g_autofree char *name = g_strdup_printf (_ ("Worker %u"), index + 1);

  return ilv_worker_new (ilv_execution_get_recorder (execution), name,
                         ilv_processors_get_number (index));
}

static IlvWorker *
get_worker (IlvExecution *execution, Pool *pool)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&pool->mutex);
  IlvWorker *worker = g_hash_table_lookup (pool->workers, g_thread_self ());

  if (worker != NULL)
    {
      ilv_worker_enter (worker);
      return worker;
    }
  worker = add_worker (execution, g_hash_table_size (pool->workers));
  g_hash_table_insert (pool->workers, g_thread_self (), worker);
  return worker;
}

/* A worker of the pool takes the next GTask. Nobody waits for the single answers: the run is over when
 * the last hold on it is released. */
static void
run_task (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Pool *pool = user_data;
  Item *item = g_task_get_task_data (task);
  IlvExecution *execution = item->execution;
  IlvWorker *worker = get_worker (execution, pool);
  gboolean ended = ilv_blocking_task_run (execution, worker, item->index, ILV_BLOCKING_SLEEP);

  ilv_worker_leave (worker);
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
begin (IlvExecution *execution, gpointer data G_GNUC_UNUSED)
{
  ilv_execution_start_tasks (execution);
}

static void
note_missing_processors (IlvThreadPoolRunner *self, IlvRecorder *recorder, guint available)
{
  g_autofree char *note = NULL;

  if (self->processors <= available)
    return;
  note = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "The system lets this program use %u processor, so the pool had that many workers.",
                 "The system lets this program use %u processors, so the pool had that many "
                 "workers.",
                 available),
    available);
  ilv_recorder_add_note (recorder, note);
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
    .stop = ilv_execution_wake_sleepers,
  };
  IlvThreadPoolRunner *self = ILV_THREAD_POOL_RUNNER (runner);
  GTask *result = g_task_new (runner, cancellable, callback, user_data);
  guint available = ilv_processors_get_count ();
  guint n_workers = MIN (self->processors, available);

  g_task_set_source_tag (result, ilv_thread_pool_runner_run_async);
  ilv_execution_launch (result, workload, recorder, ILV_STRATEGY_THREAD_POOL, n_workers, n_workers,
                        &funcs, pool_new (n_workers, run_task), pool_free);
  note_missing_processors (self, recorder, available);
}

static void
ilv_thread_pool_runner_iface_init (IlvRunnerInterface *iface)
{
  iface->run_async = ilv_thread_pool_runner_run_async;
}

static void
ilv_thread_pool_runner_class_init (IlvThreadPoolRunnerClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_thread_pool_runner_init (IlvThreadPoolRunner *self G_GNUC_UNUSED)
{
}

IlvRunner *
ilv_thread_pool_runner_new (guint processors)
{
  IlvThreadPoolRunner *self = g_object_new (ILV_TYPE_THREAD_POOL_RUNNER, NULL);

  self->processors = processors;
  return ILV_RUNNER (self);
}
