/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-export.h"

#include <string.h>

#include "ilv-picture-painter.h"
#include "ilv-svg.h"
#include "ilv-trace-file.h"

struct _IlvTraceExport
{
  GObject parent_instance;

  GPtrArray *sides;
  GStrv names; /* or NULL */
  IlvPictureView view;
  int permille; /* atomic */
};

G_DEFINE_FINAL_TYPE (IlvTraceExport, ilv_trace_export, G_TYPE_OBJECT)

static const char *const format_names[ILV_N_EXPORT_FORMATS] = {
  [ILV_EXPORT_FORMAT_JSON] = "json",
  [ILV_EXPORT_FORMAT_CSV] = "csv",
  [ILV_EXPORT_FORMAT_SVG] = "svg",
  [ILV_EXPORT_FORMAT_PNG] = "png",
};

typedef struct
{
  IlvExportFormat format;
  GFile *file;
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_object_unref (target->file);
  g_free (target);
}

static IlvTrace *const *
get_sides (IlvTraceExport *self)
{
  return (IlvTrace *const *) self->sides->pdata;
}

static const char *const *
get_names (IlvTraceExport *self)
{
  return (const char *const *) self->names;
}

/* (transfer full) (nullable): an SVG or a PNG */
static GBytes *
draw (IlvTraceExport *self, IlvExportFormat format, GCancellable *cancellable, GError **error)
{
  g_autoptr (IlvPicture) picture
    = ilv_trace_picture_draw (get_sides (self), get_names (self), self->sides->len, &self->view, cancellable);
  char *svg;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (format == ILV_EXPORT_FORMAT_PNG)
    return ilv_picture_painter_to_png (picture, cancellable, error);
  svg = ilv_svg_write (picture);
  return g_bytes_new_take (svg, strlen (svg));
}

static gboolean
write_picture (
  IlvTraceExport *self, IlvExportFormat format, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = draw (self, format, cancellable, error);

  return bytes != NULL
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                       cancellable, error);
}

/* What is not whole is not kept: to close a stream with what was cancelled leaves the old file. */
static void
throw_away (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  IlvTraceExport *self = source;
  const Target *target = data;
  g_autoptr (GFileOutputStream) stream = NULL;
  GError *error = NULL;

  stream = g_file_replace (target->file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, &error);
  if (stream == NULL)
    g_task_return_error (task, error);
  else if (!ilv_trace_export_write (self, target->format, G_OUTPUT_STREAM (stream), cancellable, &error))
    {
      throw_away (G_OUTPUT_STREAM (stream));
      g_task_return_error (task, error);
    }
  else if (!g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data G_GNUC_UNUSED, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = draw (source, ILV_EXPORT_FORMAT_PNG, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
ilv_trace_export_finalize (GObject *object)
{
  IlvTraceExport *self = ILV_TRACE_EXPORT (object);

  g_clear_pointer (&self->sides, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_strfreev);

  G_OBJECT_CLASS (ilv_trace_export_parent_class)->finalize (object);
}

static void
ilv_trace_export_class_init (IlvTraceExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_trace_export_finalize;
}

static void
ilv_trace_export_init (IlvTraceExport *self)
{
  self->sides = g_ptr_array_new_with_free_func (g_object_unref);
}

const char *
ilv_export_format_to_string (IlvExportFormat format)
{
  g_return_val_if_fail (format < ILV_N_EXPORT_FORMATS, "");

  return format_names[format];
}

gboolean
ilv_export_format_parse (const char *text, IlvExportFormat *format)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < ILV_N_EXPORT_FORMATS; i++)
    if (g_str_equal (text, format_names[i]))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

IlvTraceExport *
ilv_trace_export_new (IlvTrace *const *sides, const char *const *names, guint n_sides, const IlvPictureView *view)
{
  IlvTraceExport *self;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (names != NULL || n_sides <= 2, NULL);
  g_return_val_if_fail (view != NULL, NULL);

  self = g_object_new (ILV_TYPE_TRACE_EXPORT, NULL);
  self->view = *view;
  for (guint i = 0; i < n_sides; i++)
    {
      g_ptr_array_add (self->sides, g_object_ref (sides[i]));
      if (names != NULL)
        g_strv_builder_add (builder, names[i]);
    }
  if (names != NULL)
    self->names = g_strv_builder_end (builder);
  return self;
}

gboolean
ilv_trace_export_write (
  IlvTraceExport *self, IlvExportFormat format, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (ILV_IS_TRACE_EXPORT (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  switch (format)
    {
    case ILV_EXPORT_FORMAT_JSON:
      return ilv_trace_file_write_json (get_sides (self), get_names (self), self->sides->len, stream,
                                        &self->permille, cancellable, error);
    case ILV_EXPORT_FORMAT_CSV:
      return ilv_trace_file_write_csv (get_sides (self), get_names (self), self->sides->len, stream, &self->permille,
                                       cancellable, error);
    case ILV_EXPORT_FORMAT_SVG:
    case ILV_EXPORT_FORMAT_PNG:
      return write_picture (self, format, stream, cancellable, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

void
ilv_trace_export_save_async (IlvTraceExport *self,
                             IlvExportFormat format,
                             GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Target *target;

  g_return_if_fail (ILV_IS_TRACE_EXPORT (self));
  g_return_if_fail (G_IS_FILE (file));

  target = g_new (Target, 1);
  *target = (Target){ format, g_object_ref (file) };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_trace_export_save_async);
  g_task_set_task_data (task, target, target_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
ilv_trace_export_save_finish (IlvTraceExport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ilv_trace_export_paint_async (IlvTraceExport *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ILV_IS_TRACE_EXPORT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_trace_export_paint_async);
  g_task_run_in_thread (task, paint_in_thread);
}

GBytes *
ilv_trace_export_paint_finish (IlvTraceExport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

double
ilv_trace_export_get_fraction (IlvTraceExport *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_EXPORT (self), 0);

  return g_atomic_int_get (&self->permille) / 1000.0;
}
