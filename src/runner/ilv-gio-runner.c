/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-gio-runner.h"

#include <glib/gi18n-lib.h>

#include "ilv-heartbeat.h"
#include "ilv-piece-run.h"
#include "ilv-work.h"

struct _IlvGioRunner
{
  GObject parent_instance;

  IlvWorld *world;
  char *name;
};

typedef struct
{
  IlvPieceFunc func;
  IlvRecorder *recorder;
  IlvWorld *world;
} Run;

static void ilv_gio_runner_iface_init (IlvRunnerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvGioRunner, ilv_gio_runner, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_RUNNER, ilv_gio_runner_iface_init))

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->recorder);
  g_object_unref (run->world);
  g_free (run);
}

static void
run_piece (const Run *run, GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (IlvWorker) worker
    = ilv_worker_new (run->recorder, _ ("Event loop"), ILV_NO_PROCESSOR);
  g_autoptr (IlvHeartbeat) heartbeat = ilv_heartbeat_new (run->recorder, context);

  g_main_context_push_thread_default (context);
  ilv_piece_run (run->func, run->recorder, worker, run->world, cancellable);
  g_main_context_pop_thread_default (context);
  ilv_worker_leave (worker);
}

static gpointer
run_thread (gpointer data)
{
  g_autoptr (GTask) result = data;
  const Run *run = g_task_get_task_data (result);
  GCancellable *cancellable = g_task_get_cancellable (result);
  gboolean cancelled;

  ilv_work_calibrate ();
  ilv_recorder_set_clock_base (run->recorder, ilv_clock_now_ns ());
  run_piece (run, cancellable);
  cancelled = g_cancellable_is_cancelled (cancellable);
  ilv_recorder_end (run->recorder,
                    cancelled ? ILV_TRACE_OUTCOME_CANCELLED : ILV_TRACE_OUTCOME_FINISHED, NULL,
                    ilv_clock_now_ns ());
  if (cancelled)
    g_task_return_new_error (result, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The run was stopped");
  else
    g_task_return_pointer (result, ilv_recorder_snapshot (run->recorder), g_object_unref);
  return NULL;
}

static void
begin_recording (IlvRecorder *recorder, const char *code)
{
  IlvTraceInfo *info = ilv_trace_info_new (ilv_strategy_to_string (ILV_STRATEGY_GIO), 1);
  g_auto (GStrv) lines = g_strsplit (code, "\n", -1);
  const char *const *tasks = ilv_piece_list_tasks ();
  g_autofree char *library = g_strdup_printf ("GLib %u.%u.%u", glib_major_version,
                                              glib_minor_version, glib_micro_version);

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  for (guint i = 0; tasks[i] != NULL; i++)
    ilv_trace_info_add_task (info, tasks[i], (const char *const *) lines);
  ilv_recorder_begin (recorder, info);
  ilv_recorder_set_code (recorder, library, code);
}

/* (nullable) (transfer full): why nothing can run. */
static GError *
find_fault (IlvGioRunner *self)
{
  g_autofree char *fault = ilv_piece_describe_fault (self->name);

  if (fault == NULL && self->world == NULL)
    fault = g_strdup (_ ("A piece of C needs a server and a database, and this run has none"));
  return fault != NULL ? g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, fault)
                       : NULL;
}

static void
ilv_gio_runner_run_async (IlvRunner *runner,
                          IlvWorkload *workload G_GNUC_UNUSED,
                          IlvRecorder *recorder,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  IlvGioRunner *self = ILV_GIO_RUNNER (runner);
  g_autoptr (GTask) result = g_task_new (runner, cancellable, callback, user_data);
  g_autofree char *code = NULL;
  GError *error = find_fault (self);
  Run *run;

  g_task_set_source_tag (result, ilv_gio_runner_run_async);
  if (error != NULL)
    {
      g_task_return_error (result, error);
      return;
    }
  run = g_new0 (Run, 1);
  run->func = ilv_piece_find (self->name);
  run->recorder = g_object_ref (recorder);
  run->world = g_object_ref (self->world);
  g_task_set_task_data (result, run, run_free);
  /* The operations answer when they are cancelled, and then the thread does. */
  g_task_set_check_cancellable (result, FALSE);
  code = ilv_piece_dup_code (self->name);
  begin_recording (recorder, code);
  g_thread_unref (g_thread_new ("ilv-run", run_thread, g_steal_pointer (&result)));
}

static void
ilv_gio_runner_iface_init (IlvRunnerInterface *iface)
{
  iface->run_async = ilv_gio_runner_run_async;
}

static void
ilv_gio_runner_dispose (GObject *object)
{
  IlvGioRunner *self = ILV_GIO_RUNNER (object);

  g_clear_object (&self->world);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (ilv_gio_runner_parent_class)->dispose (object);
}

static void
ilv_gio_runner_class_init (IlvGioRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_gio_runner_dispose;
}

static void
ilv_gio_runner_init (IlvGioRunner *self G_GNUC_UNUSED)
{
}

IlvRunner *
ilv_gio_runner_new (const IlvRunnerOptions *options)
{
  IlvGioRunner *self = g_object_new (ILV_TYPE_GIO_RUNNER, NULL);

  g_set_object (&self->world, options->world);
  self->name = g_strdup (options->code);
  return ILV_RUNNER (self);
}
