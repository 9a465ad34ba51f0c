/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The export room: runs as files for other programs.
 *
 * An #IlvTraceExport writes traces as text or pictures, in a thread where that is asked for; the painter makes a
 * PNG of the same #IlvPicture that an SVG is written from. The room uses cairo and Pango, and needs no display.
 */

#pragma once

#include "ilv-trace-picture.h"

G_BEGIN_DECLS

/**
 * IlvExportFormat:
 * @ILV_EXPORT_FORMAT_JSON: Chrome's trace-event format, of the whole run
 * @ILV_EXPORT_FORMAT_CSV: a line a span, of the whole run
 * @ILV_EXPORT_FORMAT_SVG: a picture of what is seen
 * @ILV_EXPORT_FORMAT_PNG: the same picture in pixels, two for one
 *
 * What is written, see docs/formats.md.
 */
typedef enum
{
  ILV_EXPORT_FORMAT_JSON,
  ILV_EXPORT_FORMAT_CSV,
  ILV_EXPORT_FORMAT_SVG,
  ILV_EXPORT_FORMAT_PNG,
} IlvExportFormat;

#define ILV_N_EXPORT_FORMATS (ILV_EXPORT_FORMAT_PNG + 1)

/* "json": what the format is called in options, and the ending of its files. */
const char *ilv_export_format_to_string (IlvExportFormat format);

/* FALSE if there is no such format. */
gboolean ilv_export_format_parse (const char *text, IlvExportFormat *format);

#define ILV_TYPE_TRACE_EXPORT (ilv_trace_export_get_type ())

/**
 * IlvTraceExport:
 *
 * Traces, as they are looked at, on their way to a file. Immutable but for how far it is.
 */
G_DECLARE_FINAL_TYPE (IlvTraceExport, ilv_trace_export, ILV, TRACE_EXPORT, GObject)

/* The traces of @n_sides sides; of @names (nullable) see ilv_trace_file_to_json(). */
IlvTraceExport *ilv_trace_export_new (IlvTrace *const *sides,
                                      const char *const *names,
                                      guint n_sides,
                                      const IlvPictureView *view);

/* Writes to @stream, and leaves it open. %FALSE with @error if not all could be written, or @cancellable
 * (nullable) was cancelled. May be called from any thread. */
gboolean ilv_trace_export_write (
  IlvTraceExport *self, IlvExportFormat format, GOutputStream *stream, GCancellable *cancellable, GError **error);

/* Writes @file in a thread. Only what is whole takes the place of what was there. */
void ilv_trace_export_save_async (IlvTraceExport *self,
                                  IlvExportFormat format,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean ilv_trace_export_save_finish (IlvTraceExport *self, GAsyncResult *result, GError **error);

/* Paints the picture in a thread. Returns (transfer full) (nullable) a PNG. */
void ilv_trace_export_paint_async (IlvTraceExport *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GBytes *ilv_trace_export_paint_finish (IlvTraceExport *self, GAsyncResult *result, GError **error);

/* How far it is, from 0 to 1. Of pictures, only that they are not done. */
double ilv_trace_export_get_fraction (IlvTraceExport *self);

G_END_DECLS
