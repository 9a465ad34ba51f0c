/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ILV_TYPE_DATABASE (ilv_database_get_type ())

/**
 * IlvDatabase:
 *
 * A small shop in a SQLite file: users (id, name, signed_in), orders (id, user, product, price)
 * with 40,000 rows and no index, and the views ada_orders (product, price) and totals (name, n,
 * total).
 *
 * ilv_database_query() may be called from any thread; each call has a connection of its own.
 */
G_DECLARE_FINAL_TYPE (IlvDatabase, ilv_database, ILV, DATABASE, GObject)

/* Makes the file at @path. */
IlvDatabase *ilv_database_new (const char *path, GCancellable *cancellable, GError **error);

const char *ilv_database_get_path (IlvDatabase *self);

/* How long a query waits for others that have locked the file; 2 s if not told otherwise. */
void ilv_database_set_lock_limit (IlvDatabase *self, gint64 limit_ns);

/* (transfer full): runs one statement, whose author is not trusted: it reaches nothing but the
 * tables of this file. Rows as text: values are separated by ", " and rows by "; ". */
char *ilv_database_query (IlvDatabase *self,
                          const char *sql,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
