/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace-loader.h"

G_BEGIN_DECLS

/* So many files can be seen on one scale. */
#define ILV_TRACE_DOCUMENT_MAX_FILES 2

#define ILV_TYPE_TRACE_DOCUMENT (ilv_trace_document_get_type ())

/**
 * IlvTraceDocument:
 *
 * What is seen at once of the person's own traces: a file, or two on one scale. What could be read of one
 * is there even if the other cannot be read.
 *
 * Properties: `title` (read only, notifies).
 *
 * Signals: #IlvTraceDocument::changed, of anything. For the main thread.
 */
G_DECLARE_FINAL_TYPE (IlvTraceDocument, ilv_trace_document, ILV, TRACE_DOCUMENT, GObject)

/* Begins to read. @second: (nullable) */
IlvTraceDocument *ilv_trace_document_new (GFile *first, GFile *second);

/* A number that no other document has. */
guint ilv_trace_document_get_id (IlvTraceDocument *self);

/* What the files are called. */
const char *ilv_trace_document_get_title (IlvTraceDocument *self);

/* Whether it is of @file alone. */
gboolean ilv_trace_document_is_of (IlvTraceDocument *self, GFile *file);

/* Puts a second file beside the first; not if there are two. */
void ilv_trace_document_add (IlvTraceDocument *self, GFile *file);
guint ilv_trace_document_get_n_files (IlvTraceDocument *self);

/* Ends the reading; a second file that was not read yet is not beside the first then. */
void ilv_trace_document_cancel (IlvTraceDocument *self);

/* Reads all files anew. */
void ilv_trace_document_reload (IlvTraceDocument *self);
gboolean ilv_trace_document_is_reading (IlvTraceDocument *self);

/* How much was read, 0 to 1; -1 where that cannot be known. */
double ilv_trace_document_get_fraction (IlvTraceDocument *self);

/* The traces of all files that were read; none while there is nothing to be shown. */
guint ilv_trace_document_get_n_strands (IlvTraceDocument *self);
const IlvTraceStrand *ilv_trace_document_get_strand (IlvTraceDocument *self, guint index);

/* (transfer full): the strand's name, where there are two files with that of the file. */
char *ilv_trace_document_name_strand (IlvTraceDocument *self, guint index);

/* The strand that is shown on that side before another one is chosen; -1 for none. */
int ilv_trace_document_find_default (IlvTraceDocument *self, guint side);

/* Not 0; another one whenever there may be other strands. */
guint ilv_trace_document_get_revision (IlvTraceDocument *self);

/* (transfer full) (nullable): where something is wrong, and what, a line each; %NULL where nothing is. */
char *ilv_trace_document_describe_faults (IlvTraceDocument *self, guint64 *n_faults);

/* How many events the files have, and how many of them lanes do not show. */
void ilv_trace_document_count_events (IlvTraceDocument *self, guint64 *n_events, guint64 *n_passed_over);

/* (nullable) (transfer none): why there is nothing to be shown, of the first file that has such a reason */
const GError *ilv_trace_document_get_error (IlvTraceDocument *self);

G_END_DECLS
