/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-import-source.h"
#include "ilv-trace-fault.h"

G_BEGIN_DECLS

/* Whether bytes begin as a file that ilv_trace_file_to_csv() wrote. */
gboolean ilv_import_csv_is_header (const char *text, gsize length);

/* (transfer full) (element-type IlvTrace) (nullable): the traces of such a file, a side each. The
 * names of workers and flows are not in it. What is wrong with a line is a fault, and the line is
 * left out.
 * @names: (element-type utf8): gets what the sides are called
 * @n_lines: how many spans the file has
 * Blocks; for one thread at a time. */
GPtrArray *ilv_import_csv_read (IlvImportSource *source,
                                IlvTraceFaults *faults,
                                GPtrArray *names,
                                guint64 *n_lines,
                                GError **error);

G_END_DECLS
