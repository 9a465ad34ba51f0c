/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace-import.h"

G_BEGIN_DECLS

/* (transfer full): what is known of a file, as one JSON object for scripts, see docs/formats.md;
 * the same in every locale but for the words of faults. @file: what it was called; any bytes. */
char *ilv_import_report_to_json (IlvTraceImport *import, const char *file);

/* (transfer full): the same of a file of which nothing could be read. */
char *ilv_import_report_error_to_json (const GError *error, const char *file);

/* The stable name of a format. */
const char *ilv_import_report_get_format_name (IlvTraceImportFormat format);

G_END_DECLS
