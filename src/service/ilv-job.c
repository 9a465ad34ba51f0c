/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-job.h"

#define MAX_THREADS 64

typedef struct
{
  gatomicrefcount ref_count;
  GTask *task;
  IlvJobFunc func;
  gpointer object;
  char *argument;
  GSource *cancel_source;
  gint is_answered; /* atomic */
} Job;

static void
job_unref (gpointer data)
{
  Job *job = data;

  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;
  g_clear_pointer (&job->cancel_source, g_source_unref);
  g_object_unref (job->object);
  g_object_unref (job->task);
  g_free (job->argument);
  g_free (job);
}

/* Whether the caller is the one who answers. */
static gboolean
claim (Job *job)
{
  return g_atomic_int_compare_and_exchange (&job->is_answered, FALSE, TRUE);
}

static gboolean
on_cancelled (GCancellable *cancellable G_GNUC_UNUSED, gpointer data)
{
  Job *job = data;

  if (claim (job))
    g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                             "Operation was cancelled");
  return G_SOURCE_REMOVE;
}

static void
run_job (gpointer data, gpointer user_data G_GNUC_UNUSED)
{
  Job *job = data;
  GError *error = NULL;
  char *text = NULL;

  if (!g_atomic_int_get (&job->is_answered))
    text = job->func (job->object, job->argument, g_task_get_cancellable (job->task), &error);
  if (job->cancel_source != NULL)
    g_source_destroy (job->cancel_source);
  if (!claim (job))
    {
      g_free (text);
      g_clear_error (&error);
    }
  else if (text != NULL)
    g_task_return_pointer (job->task, text, g_free);
  else
    g_task_return_error (job->task, error);
  job_unref (job);
}

static GThreadPool *
get_pool (void)
{
  static gsize pool;

  if (g_once_init_enter (&pool))
    g_once_init_leave (
      &pool, (gsize) g_thread_pool_new (run_job, NULL, MAX_THREADS, FALSE, NULL));
  return (GThreadPool *) pool;
}

void
ilv_job_run (GTask *task, IlvJobFunc func, gpointer object, const char *argument)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->ref_count);
  job->task = task;
  job->func = func;
  job->object = g_object_ref (object);
  job->argument = g_strdup (argument);
  if (g_task_get_cancellable (task) != NULL)
    {
      g_atomic_ref_count_inc (&job->ref_count);
      job->cancel_source = g_cancellable_source_new (g_task_get_cancellable (task));
      g_source_set_callback (job->cancel_source, G_SOURCE_FUNC (on_cancelled), job, job_unref);
      g_source_attach (job->cancel_source, g_task_get_context (task));
    }
  g_thread_pool_push (get_pool (), job, NULL);
}
