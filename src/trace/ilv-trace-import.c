/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-import.h"

#include <glib/gi18n-lib.h>

#include "ilv-import-csv.h"
#include "ilv-import-json.h"
#include "ilv-import-lanes.h"
#include "ilv-import-sides.h"
#include "ilv-json.h"
#include "ilv-trace-side.h"

/* Progress is told whenever so much more was read. */
#define PROGRESS_BYTES (1024 * 1024)

struct _IlvTraceImport
{
  GObject parent_instance;

  IlvTraceImportFormat format;
  GPtrArray *traces;
  GPtrArray *names;
  IlvTraceFaults faults;
  guint64 n_events;
  guint64 n_passed_over;
};

G_DEFINE_FINAL_TYPE (IlvTraceImport, ilv_trace_import, G_TYPE_OBJECT)
G_DEFINE_QUARK (ilv - trace - import - error - quark, ilv_trace_import_error)

/* What the thread needs. */
typedef struct
{
  GFile *file;
  GFileProgressCallback progress;
  gpointer progress_data;
  goffset told;
} Job;

/* One report of progress on its way to the caller's context. */
typedef struct
{
  GTask *task;
  goffset n_read;
  goffset n_total;
} Report;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_free (job);
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report);
}

/* Runs in the caller's context. */
static gboolean
report_arrive (gpointer data)
{
  const Report *report = data;
  const Job *job = g_task_get_task_data (report->task);

  if (!g_task_get_completed (report->task))
    job->progress (report->n_read, report->n_total, job->progress_data);
  return G_SOURCE_REMOVE;
}

/* Runs in the thread that reads. */
static void
send_report (goffset n_read, goffset n_total, gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  Report *report;
  g_autoptr (GSource) source = NULL;

  if (n_read < job->told + PROGRESS_BYTES && n_read != n_total)
    return;
  job->told = n_read;
  report = g_new (Report, 1);
  *report = (Report){ g_object_ref (task), n_read, n_total };
  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_static_name (source, "ilv-trace-import progress");
  g_source_set_callback (source, report_arrive, report, report_free);
  g_source_attach (source, g_task_get_context (task));
}

static gboolean
read_csv (IlvTraceImport *self, IlvImportSource *source, GError **error)
{
  self->format = ILV_TRACE_IMPORT_CSV;
  self->traces = ilv_import_csv_read (source, &self->faults, self->names, &self->n_events, error);
  return self->traces != NULL;
}

static void
make_traces (IlvTraceImport *self, IlvTraceCollector *collector, JsonArray *sides)
{
  guint n_sides = ilv_json_get_length (sides);

  if (n_sides > 0 && n_sides <= ILV_TRACE_SIDE_MAX &&
      ilv_trace_collector_is_ours (collector, n_sides))
    {
      self->format = ILV_TRACE_IMPORT_OURS;
      self->traces = ilv_import_sides_build (collector, sides, self->names);
      return;
    }
  ilv_trace_collector_close (collector);
  self->format = ILV_TRACE_IMPORT_FOREIGN;
  self->traces = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->traces, ilv_import_lanes_build (collector));
  g_ptr_array_add (self->names, g_strdup (""));
}

static gboolean
read_json (IlvTraceImport *self, IlvImportSource *source, GError **error)
{
  IlvTraceCollector collector;
  JsonArray *sides = NULL;
  gboolean could_read;

  ilv_trace_collector_init (&collector, &self->faults);
  could_read = ilv_import_json_read (source, &collector, &self->n_events, &sides, error);
  if (could_read)
    {
      make_traces (self, &collector, sides);
      self->n_passed_over = collector.n_passed_over;
    }
  g_clear_pointer (&sides, json_array_unref);
  ilv_trace_collector_clear (&collector);
  return could_read;
}

/* Looks what the file is, and reads it. */
static gboolean
read_source (IlvTraceImport *self, IlvImportSource *source, GError **error)
{
  gboolean could_read;

  if (!ilv_import_source_unpack (source, error))
    return FALSE;
  while (source->length < 128 && !source->is_last)
    if (!ilv_import_source_fill (source, error))
      return FALSE;
  could_read = ilv_import_csv_is_header (source->at, source->length)
                 ? read_csv (self, source, error)
                 : read_json (self, source, error);
  ilv_trace_faults_sort (&self->faults);
  return could_read;
}

static IlvTraceImport *
read_stream (GInputStream *stream,
             gsize size,
             goffset n_total,
             GFileProgressCallback progress,
             gpointer progress_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (IlvTraceImport) self = g_object_new (ILV_TYPE_TRACE_IMPORT, NULL);
  IlvImportSource source;
  gboolean could_read;

  ilv_import_source_init (&source, stream, size, n_total, progress, progress_data, cancellable);
  could_read = read_source (self, &source, error);
  ilv_import_source_clear (&source);
  if (!could_read || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
read_in_thread (GTask *task,
                gpointer source G_GNUC_UNUSED,
                gpointer data,
                GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  IlvTraceImport *import = ilv_trace_import_read (
    job->file, job->progress != NULL ? send_report : NULL, task, cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
ilv_trace_import_finalize (GObject *object)
{
  IlvTraceImport *self = ILV_TRACE_IMPORT (object);

  g_clear_pointer (&self->traces, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  ilv_trace_faults_clear (&self->faults);

  G_OBJECT_CLASS (ilv_trace_import_parent_class)->finalize (object);
}

static void
ilv_trace_import_class_init (IlvTraceImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ilv_trace_import_finalize;
}

static void
ilv_trace_import_init (IlvTraceImport *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  ilv_trace_faults_init (&self->faults);
}

/**
 * ilv_trace_import_async:
 * @file: what is read
 * @progress: (nullable): is told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it
 * @callback: is called when it is done
 * @user_data: for @callback
 */
void
ilv_trace_import_async (GFile *file,
                        GFileProgressCallback progress,
                        gpointer progress_data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->progress = progress;
  job->progress_data = progress_data;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_trace_import_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * ilv_trace_import_finish:
 * @result: what the callback was given
 * @error: why there is nothing
 *
 * Returns: (transfer full) (nullable): what could be read
 */
IlvTraceImport *
ilv_trace_import_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ilv_trace_import_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ilv_trace_import_read:
 * @file: what is read
 * @progress: (nullable): is told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it
 * @error: why there is nothing
 *
 * Returns: (transfer full) (nullable): what could be read
 */
IlvTraceImport *
ilv_trace_import_read (GFile *file,
                       GFileProgressCallback progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  goffset n_total = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL)
    n_total = g_file_info_get_size (info);
  return read_stream (G_INPUT_STREAM (stream), ILV_IMPORT_SOURCE_SIZE, n_total, progress,
                      progress_data, cancellable, error);
}

/**
 * ilv_trace_import_read_stream:
 * @stream: what is read, to its end
 * @size: how many bytes at a time, at first
 * @cancellable: (nullable): ends it
 * @error: why there is nothing
 *
 * Returns: (transfer full) (nullable): what could be read
 */
IlvTraceImport *
ilv_trace_import_read_stream (GInputStream *stream,
                              gsize size,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (size > 0, NULL);

  return read_stream (stream, size, 0, NULL, NULL, cancellable, error);
}

/**
 * ilv_trace_import_get_format:
 * @self: an import
 *
 * Returns: what the file was
 */
IlvTraceImportFormat
ilv_trace_import_get_format (IlvTraceImport *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_IMPORT (self), ILV_TRACE_IMPORT_FOREIGN);

  return self->format;
}

/**
 * ilv_trace_import_get_n_traces:
 * @self: an import
 *
 * Returns: how many traces there are
 */
guint
ilv_trace_import_get_n_traces (IlvTraceImport *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_IMPORT (self), 0);

  return self->traces->len;
}

/**
 * ilv_trace_import_get_trace:
 * @self: an import
 * @index: a number below that
 *
 * Returns: (transfer none): a trace
 */
IlvTrace *
ilv_trace_import_get_trace (IlvTraceImport *self, guint index)
{
  g_return_val_if_fail (ILV_IS_TRACE_IMPORT (self), NULL);
  g_return_val_if_fail (index < self->traces->len, NULL);

  return g_ptr_array_index (self->traces, index);
}

/**
 * ilv_trace_import_get_name:
 * @self: an import
 * @index: the number of a trace
 *
 * Returns: (transfer none): what the file calls it
 */
const char *
ilv_trace_import_get_name (IlvTraceImport *self, guint index)
{
  g_return_val_if_fail (ILV_IS_TRACE_IMPORT (self), NULL);
  g_return_val_if_fail (index < self->names->len, NULL);

  return g_ptr_array_index (self->names, index);
}

/**
 * ilv_trace_import_get_n_events:
 * @self: an import
 *
 * Returns: how many events there were, broken ones with them
 */
guint64
ilv_trace_import_get_n_events (IlvTraceImport *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_IMPORT (self), 0);

  return self->n_events;
}

/**
 * ilv_trace_import_get_n_passed_over:
 * @self: an import
 *
 * Returns: how many of them no lane shows, by their kind
 */
guint64
ilv_trace_import_get_n_passed_over (IlvTraceImport *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_IMPORT (self), 0);

  return self->n_passed_over;
}

/**
 * ilv_trace_import_get_faults:
 * @self: an import
 *
 * Returns: (transfer none): what is wrong with the file
 */
const IlvTraceFaults *
ilv_trace_import_get_faults (IlvTraceImport *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_IMPORT (self), NULL);

  return &self->faults;
}
