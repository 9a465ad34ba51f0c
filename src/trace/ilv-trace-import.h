/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-trace-fault.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

#define ILV_TRACE_IMPORT_ERROR (ilv_trace_import_error_quark ())

/**
 * IlvTraceImportError:
 * @ILV_TRACE_IMPORT_ERROR_NO_TRACE: the file is in none of the formats
 *
 * Why there is nothing of a file. That it cannot be read at all is a #GIOErrorEnum.
 */
typedef enum
{
  ILV_TRACE_IMPORT_ERROR_NO_TRACE,
} IlvTraceImportError;

GQuark ilv_trace_import_error_quark (void);

/**
 * IlvTraceImportFormat:
 * @ILV_TRACE_IMPORT_FOREIGN: Chrome's trace-event format, written by any program: one trace
 * @ILV_TRACE_IMPORT_OURS: the same, by ilv_trace_file_to_json(): a trace a side, as they were
 * @ILV_TRACE_IMPORT_CSV: by ilv_trace_file_to_csv(): a trace a side
 */
typedef enum
{
  ILV_TRACE_IMPORT_FOREIGN,
  ILV_TRACE_IMPORT_OURS,
  ILV_TRACE_IMPORT_CSV,
} IlvTraceImportFormat;

#define ILV_TYPE_TRACE_IMPORT (ilv_trace_import_get_type ())

/**
 * IlvTraceImport:
 *
 * What could be read of a trace file, which may be anybody's and packed by gzip, and what is wrong
 * with it. The file is read from its beginning to its end, a part at a time; with all that is made
 * of it, less memory is needed than the unpacked file is large. docs/formats.md says what becomes
 * of which event, `ilv-import-lanes.h` of nesting.
 *
 * Immutable; may be read from any thread.
 */
G_DECLARE_FINAL_TYPE (IlvTraceImport, ilv_trace_import, ILV, TRACE_IMPORT, GObject)

/* Reads @file in a thread of its own. @progress (nullable) is called in the thread-default main
 * context of the caller with the bytes that were read and how many there are (0 where that is not
 * known), never after @callback. */
void ilv_trace_import_async (GFile *file,
                             GFileProgressCallback progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* (transfer full): %NULL and an error of %ILV_TRACE_IMPORT_ERROR or %G_IO_ERROR where there is
 * nothing of the file. */
IlvTraceImport *ilv_trace_import_finish (GAsyncResult *result, GError **error);

/* (transfer full): the same in this thread, which waits for the file. @progress is called in it. */
IlvTraceImport *ilv_trace_import_read (GFile *file,
                                       GFileProgressCallback progress,
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GError **error);

/* (transfer full): the same of a stream, which is not closed. @size: how much is read at a time, at
 * first: more than 0. */
IlvTraceImport *ilv_trace_import_read_stream (GInputStream *stream,
                                              gsize size,
                                              GCancellable *cancellable,
                                              GError **error);

IlvTraceImportFormat ilv_trace_import_get_format (IlvTraceImport *self);

/* Of another program's file there is one, be it empty; of CSV without lines there is none. */
guint ilv_trace_import_get_n_traces (IlvTraceImport *self);

/* (transfer none) */
IlvTrace *ilv_trace_import_get_trace (IlvTraceImport *self, guint index);

/* What the file calls the side; empty where it has no name. Owned by the import. */
const char *ilv_trace_import_get_name (IlvTraceImport *self, guint index);

/* How many events, or lines of CSV, the file has; and how many of them are of kinds that lanes do
 * not show, such as counters. */
guint64 ilv_trace_import_get_n_events (IlvTraceImport *self);
guint64 ilv_trace_import_get_n_passed_over (IlvTraceImport *self);

/* (transfer none): what is wrong with the file, by its place. */
const IlvTraceFaults *ilv_trace_import_get_faults (IlvTraceImport *self);

G_END_DECLS
