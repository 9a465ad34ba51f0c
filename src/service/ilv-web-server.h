/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-server-settings.h"

G_BEGIN_DECLS

/**
 * IlvWebFault:
 * @ILV_WEB_FAULT_NONE: it answers as it should
 * @ILV_WEB_FAULT_SLOW_BODY: an answer comes byte by byte and does not end
 * @ILV_WEB_FAULT_WRONG_JSON: an answer cannot be understood
 * @ILV_WEB_FAULT_CUT: the connection breaks in the middle of an answer
 *
 * What can be wrong with a server, for tests.
 */
typedef enum
{
  ILV_WEB_FAULT_NONE,
  ILV_WEB_FAULT_SLOW_BODY,
  ILV_WEB_FAULT_WRONG_JSON,
  ILV_WEB_FAULT_CUT,
} IlvWebFault;

#define ILV_TYPE_WEB_SERVER (ilv_web_server_get_type ())

/**
 * IlvWebServer:
 *
 * A small HTTP server on the loopback interface, in a thread of its own. What it answers is in
 * ilv_web_page_init(), when and whether is in its #IlvServerSettings. Each answer closes its
 * connection.
 *
 * All functions may be called from any thread.
 */
G_DECLARE_FINAL_TYPE (IlvWebServer, ilv_web_server, ILV, WEB_SERVER, GObject)

/* Listens on a free port from now on. */
IlvWebServer *ilv_web_server_new (GError **error);

/* Breaks all connections and ends its thread. Also done at disposal. */
void ilv_web_server_stop (IlvWebServer *self);

/* Such as "http://127.0.0.1:40123". */
const char *ilv_web_server_get_address (IlvWebServer *self);

/* For the requests that come from now on. */
void ilv_web_server_set_settings (IlvWebServer *self, const IlvServerSettings *settings);
void ilv_web_server_set_fault (IlvWebServer *self, IlvWebFault fault);

/* How many requests waited for their answers at the same moment, at most. */
guint ilv_web_server_get_max_in_flight (IlvWebServer *self);

/* How many answers a fault has broken. */
guint ilv_web_server_get_n_broken (IlvWebServer *self);

G_END_DECLS
