/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What PRAGMA user_version says of the tables that ilv-run-rows.h knows. */
#define ILV_RUN_DATABASE_VERSION 1

#define ILV_TYPE_RUN_DATABASE (ilv_run_database_get_type ())

/**
 * IlvRunDatabase:
 *
 * The file of #IlvRunStore: opens it when it is first needed, makes its tables, and keeps what is
 * done to it whole. A file that is broken is set aside under another name, with all that is in it, and
 * a new one is begun; one of a newer version of the program is left as it is. Several programs can
 * have the same file open.
 *
 * For one thread at a time.
 */
G_DECLARE_FINAL_TYPE (IlvRunDatabase, ilv_run_database, ILV, RUN_DATABASE, GObject)

/* @path: the file; its folder is made where it is missing. */
IlvRunDatabase *ilv_run_database_new (const char *path);

/* What is done in one transaction; %FALSE with an error of ilv_run_database_fail() takes it back. It
 * is called twice where the file turns out to be broken. */
typedef gboolean (*IlvRunDeed) (sqlite3 *connection, gpointer data, GError **error);

/* Does it, wholly or not at all. Waits for other programs that write. Errors are #IlvRunStoreError, or
 * %G_IO_ERROR_CANCELLED: then nothing was done. */
gboolean ilv_run_database_do (IlvRunDatabase *self,
                              IlvRunDeed deed,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);

/* Sets @error to what @connection says; returns %FALSE. */
gboolean ilv_run_database_fail (sqlite3 *connection, GError **error);

/* (transfer full) (nullable): what has become of a broken file, in words; told once. */
char *ilv_run_database_take_warning (IlvRunDatabase *self);

/* How long it waits for other programs; 5 s at first. */
void ilv_run_database_set_lock_limit (IlvRunDatabase *self, gint64 limit_ns);

G_END_DECLS
