/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-loader.h"

#include <glib/gi18n-lib.h>

#include "ilv-run-name.h"
#include "ilv-summary.h"

struct _IlvTraceLoader
{
  GObject parent_instance;

  GFile *file;
  char *title;
  IlvTraceLoaderState state;
  double fraction;
  GCancellable *cancellable; /* of the reading that goes on, or went on last */
  IlvTraceImport *import;
  GPtrArray *strands;
  GError *error;
};

G_DEFINE_FINAL_TYPE (IlvTraceLoader, ilv_trace_loader, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One reading: what comes of one that was cancelled is nobody's any more. */
typedef struct
{
  IlvTraceLoader *self;
  GCancellable *cancellable;
  IlvTraceImport *import;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->self);
  g_object_unref (reading->cancellable);
  g_clear_object (&reading->import);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
strand_free (gpointer data)
{
  IlvTraceStrand *strand = data;

  g_object_unref (strand->trace);
  g_free (strand->side);
  g_free (strand->name);
  g_free (strand->facts);
  g_free (strand->sentence);
  g_free (strand);
}

static GPtrArray *
create_strands (void)
{
  return g_ptr_array_new_with_free_func (strand_free);
}

static char *
describe_counts (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autofree char *duration = ilv_summary_format_duration (ilv_trace_get_duration_ns (trace));
  gsize n_spans;
  g_autofree char *spans = NULL, *lanes = NULL, *length = NULL;

  ilv_trace_get_spans (trace, &n_spans);
  spans = g_strdup_printf (_ ("Spans: %llu"), (unsigned long long) n_spans);
  lanes = g_strdup_printf (_ ("Lanes: %u, of %u workers"), info->tasks->len, info->workers->len);
  length = g_strdup_printf (_ ("Duration: %s"), duration);
  return g_strjoin (" · ", spans, lanes, length, NULL);
}

/* What can be known of a run whose processors are not. */
static char *
describe_few_figures (const IlvFigures *figures)
{
  g_autofree char *busy = ilv_summary_format_duration (figures->busy_ns);
  g_autofree char *time = g_strdup_printf (_ ("At least one worker was busy: %s"), busy);
  g_autofree char *most = g_strdup_printf (_ ("Most workers busy at once: %u"), figures->max_parallelism);

  return g_strjoin (" · ", time, most, NULL);
}

static char *
name_strand (IlvTraceImport *import, guint index)
{
  const IlvTraceInfo *info = ilv_trace_get_info (ilv_trace_import_get_trace (import, index));
  const char *name = ilv_trace_import_get_name (import, index);
  const char *title = ilv_run_name_get_title (info->strategy);

  if (*name == '\0')
    return g_strdup (title);
  /* Our CSV names the sides, and not what ran. */
  if (ilv_trace_import_get_format (import) != ILV_TRACE_IMPORT_OURS)
    return g_strdup (name);
  return g_strdup_printf ("%s: %s", name, title);
}

static IlvTraceStrand *
create_strand (IlvTraceImport *import, guint index)
{
  IlvTraceStrand *strand = g_new0 (IlvTraceStrand, 1);

  strand->trace = g_object_ref (ilv_trace_import_get_trace (import, index));
  strand->name = name_strand (import, index);
  strand->side = g_strdup (*ilv_trace_import_get_name (import, index) != '\0' ? ilv_trace_import_get_name (import, index)
                                                                             : strand->name);
  strand->facts = describe_counts (strand->trace);
  strand->has_figures = ilv_trace_import_get_format (import) == ILV_TRACE_IMPORT_OURS;
  ilv_figures_compute (&strand->figures, strand->trace);
  strand->sentence = strand->has_figures ? ilv_summary_describe (strand->trace)
                                         : describe_few_figures (&strand->figures);
  return strand;
}

static void
describe_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  IlvTraceImport *import = data;
  g_autoptr (GPtrArray) strands = create_strands ();
  guint n_traces = ilv_trace_import_get_n_traces (import);

  for (guint i = 0; i < n_traces && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (strands, create_strand (import, i));
  g_task_return_pointer (task, g_steal_pointer (&strands), (GDestroyNotify) g_ptr_array_unref);
}

static void
free_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  g_ptr_array_unref (data);
  g_task_return_boolean (task, TRUE);
}

/* To free what a large file has become takes longer than a frame. */
static void
let_go (IlvTraceLoader *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_clear_object (&self->import);
  g_task_set_source_tag (task, let_go);
  g_task_set_task_data (task, g_steal_pointer (&self->strands), NULL);
  g_task_run_in_thread (task, free_in_thread);
}

static void
become (IlvTraceLoader *self, IlvTraceLoaderState state)
{
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fail (IlvTraceLoader *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  become (self, ILV_TRACE_LOADER_FAILED);
}

static void
on_described (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (GPtrArray) strands = g_task_propagate_pointer (G_TASK (result), NULL);
  IlvTraceLoader *self = reading->self;

  if (strands == NULL || reading->cancellable != self->cancellable || self->state != ILV_TRACE_LOADER_READING)
    return;
  if (self->strands->len > 0)
    let_go (self);
  else
    g_ptr_array_unref (self->strands);
  g_set_object (&self->import, reading->import);
  self->strands = g_steal_pointer (&strands);
  become (self, ILV_TRACE_LOADER_READ);
}

static void
describe (Reading *reading)
{
  g_autoptr (GTask) task = g_task_new (NULL, reading->cancellable, on_described, reading);

  g_task_set_source_tag (task, describe);
  g_task_set_task_data (task, g_object_ref (reading->import), g_object_unref);
  g_task_run_in_thread (task, describe_in_thread);
}

static void
on_read (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (GError) error = NULL;

  reading->import = ilv_trace_import_finish (result, &error);
  if (reading->cancellable != reading->self->cancellable || reading->self->state != ILV_TRACE_LOADER_READING)
    return;
  if (reading->import != NULL)
    describe (g_steal_pointer (&reading));
  else
    fail (reading->self, g_steal_pointer (&error));
}

static void
on_progress (goffset n_read, goffset n_total, gpointer data)
{
  Reading *reading = data;
  IlvTraceLoader *self = reading->self;

  if (reading->cancellable != self->cancellable || self->state != ILV_TRACE_LOADER_READING)
    return;
  self->fraction = n_total > 0 ? CLAMP ((double) n_read / n_total, 0, 1) : -1;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start (IlvTraceLoader *self)
{
  Reading *reading = g_new0 (Reading, 1);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->fraction = 0;
  self->state = ILV_TRACE_LOADER_READING;
  reading->self = g_object_ref (self);
  reading->cancellable = g_object_ref (self->cancellable);
  ilv_trace_import_async (self->file, on_progress, reading, self->cancellable, on_read, reading);
}

static void
ilv_trace_loader_finalize (GObject *object)
{
  IlvTraceLoader *self = ILV_TRACE_LOADER (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->cancellable);
  let_go (self);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (ilv_trace_loader_parent_class)->finalize (object);
}

static void
ilv_trace_loader_class_init (IlvTraceLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_trace_loader_finalize;

  /**
   * IlvTraceLoader::changed:
   *
   * More of the file was read, or the state is another.
   */
  signals[CHANGED] = g_signal_new ("changed", ILV_TYPE_TRACE_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
ilv_trace_loader_init (IlvTraceLoader *self)
{
  self->strands = create_strands ();
}

IlvTraceLoader *
ilv_trace_loader_new (GFile *file)
{
  IlvTraceLoader *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (ILV_TYPE_TRACE_LOADER, NULL);
  name = g_file_get_basename (file);
  self->file = g_object_ref (file);
  self->title = g_filename_display_name (name != NULL ? name : "");
  start (self);
  return self;
}

void
ilv_trace_loader_restart (IlvTraceLoader *self)
{
  g_return_if_fail (ILV_IS_TRACE_LOADER (self));

  ilv_trace_loader_cancel (self);
  start (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ilv_trace_loader_cancel (IlvTraceLoader *self)
{
  g_return_if_fail (ILV_IS_TRACE_LOADER (self));

  if (self->state != ILV_TRACE_LOADER_READING)
    return;
  g_cancellable_cancel (self->cancellable);
  fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Reading was stopped.")));
}

GFile *
ilv_trace_loader_get_file (IlvTraceLoader *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_LOADER (self), NULL);

  return self->file;
}

const char *
ilv_trace_loader_get_title (IlvTraceLoader *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_LOADER (self), NULL);

  return self->title;
}

IlvTraceLoaderState
ilv_trace_loader_get_state (IlvTraceLoader *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_LOADER (self), ILV_TRACE_LOADER_FAILED);

  return self->state;
}

double
ilv_trace_loader_get_fraction (IlvTraceLoader *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_LOADER (self), 0);

  return self->fraction;
}

IlvTraceImport *
ilv_trace_loader_get_import (IlvTraceLoader *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_LOADER (self), NULL);

  return self->state == ILV_TRACE_LOADER_READ ? self->import : NULL;
}

GPtrArray *
ilv_trace_loader_get_strands (IlvTraceLoader *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_LOADER (self), NULL);

  return self->strands;
}

const GError *
ilv_trace_loader_get_error (IlvTraceLoader *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_LOADER (self), NULL);

  return self->state == ILV_TRACE_LOADER_FAILED ? self->error : NULL;
}
