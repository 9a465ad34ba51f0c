/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "ilv-stored-run.h"

G_BEGIN_DECLS

/* The rows of #IlvRunStore's tables, see docs/formats.md. All but the first work within a transaction of
 * @connection, and fail with an #IlvRunStoreError. For the thread that has the connection. */

/* The SQL that makes the tables. Whatever changes it makes a new %ILV_RUN_DATABASE_VERSION. */
const char *ilv_run_rows_get_tables (void);

/* Adds @run, whose traces are @packed (nullable), and gives it an id where it has none. */
gboolean
ilv_run_rows_insert (sqlite3 *connection, IlvStoredRun *run, GBytes *packed, GError **error);

/* Drops the oldest runs until there are at most @max_runs, with @max_bytes of packed traces. */
gboolean
ilv_run_rows_trim (sqlite3 *connection, guint max_runs, gint64 max_bytes, GError **error);

/* (transfer full) (element-type IlvStoredRun): those of @place, newest first, without their traces. */
GPtrArray *ilv_run_rows_list (sqlite3 *connection, const IlvRunPlace *place, GError **error);

/* (transfer full): with its traces, where they were kept; %ILV_RUN_STORE_ERROR_NOT_FOUND where there
 * is none. */
IlvStoredRun *ilv_run_rows_load (sqlite3 *connection, gint64 id, GError **error);

/* Deletes one run, or all of @place (nullable: of all). */
gboolean ilv_run_rows_delete (sqlite3 *connection, gint64 id, GError **error);
gboolean ilv_run_rows_clear (sqlite3 *connection, const IlvRunPlace *place, GError **error);

G_END_DECLS
