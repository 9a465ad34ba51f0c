/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace-export.h"

G_BEGIN_DECLS

/* What the commands say, and the exit statuses that go with it. */

/* Writes @text to standard output. FALSE if it could not be written; unless the reader has just
 * gone away, which is his right, standard error says why. */
gboolean ilv_output_write (const char *text);

/* Writes traces to standard output; otherwise as above. */
gboolean ilv_output_write_traces (IlvTraceExport *traces, IlvExportFormat format);

/* Says on standard error what went wrong; returns %ILV_CLI_EXIT_FAILED. */
int ilv_output_fail (const char *message);

/* Says on standard error what is wrong with the arguments of @command (nullable) and how to get
 * help; returns %ILV_CLI_EXIT_USAGE. */
int ilv_output_refuse (const char *command, const char *message);

/* A line on standard error. */
void ilv_output_note (const char *message);

/* A line on standard error for each of @faults (element-type GError). */
void ilv_output_note_faults (GPtrArray *faults);

G_END_DECLS
