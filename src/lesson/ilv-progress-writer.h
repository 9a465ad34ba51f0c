/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ILV_TYPE_PROGRESS_WRITER (ilv_progress_writer_get_type ())

/**
 * IlvProgressWriter:
 *
 * Writes the learner's progress to its file, without that anybody has to wait for the disk. What is written
 * last is what was given last, whichever thread comes first. Private to the lesson room.
 *
 * Signals: #IlvProgressWriter::written.
 */
G_DECLARE_FINAL_TYPE (IlvProgressWriter, ilv_progress_writer, ILV, PROGRESS_WRITER, GObject)

IlvProgressWriter *ilv_progress_writer_new (GFile *file);

/* Writes in a thread, and tells by #IlvProgressWriter::written in the thread-default context of the caller. */
void ilv_progress_writer_start (IlvProgressWriter *self, const char *text);

/* Writes at once, and waits for the disk. */
gboolean ilv_progress_writer_write (IlvProgressWriter *self, const char *text, GError **error);

G_END_DECLS
