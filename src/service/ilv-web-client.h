/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ILV_TYPE_WEB_CLIENT (ilv_web_client_get_type ())

/**
 * IlvWebClient:
 *
 * Fetches pages from the server at one address of the loopback interface, thousands at once if need
 * be.
 *
 * Unless said otherwise, all functions may be called from any thread.
 */
G_DECLARE_FINAL_TYPE (IlvWebClient, ilv_web_client, ILV, WEB_CLIENT, GObject)

/* @address as ilv_web_server_get_address() has it. An answer may take @time_limit_ns. */
IlvWebClient *ilv_web_client_new (const char *address, gint64 time_limit_ns);

/* One for a server far away, whose connections are kept and shared, at most @max_connections. @host
 * is what people call it. It may be used in the thread that makes it only, and asynchronously. */
IlvWebClient *ilv_web_client_new_remote (const char *address,
                                         const char *host,
                                         gint64 time_limit_ns,
                                         guint max_connections);

/* (transfer full): what the page at @path says, see ilv_web_answer_read(); sleeps until it is
 * there. */
char *ilv_web_client_get (IlvWebClient *self,
                          const char *path,
                          GCancellable *cancellable,
                          GError **error);

/* The same; the answer comes in the thread default main context of the caller. */
void ilv_web_client_get_async (IlvWebClient *self,
                               const char *path,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
char *ilv_web_client_get_finish (IlvWebClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
