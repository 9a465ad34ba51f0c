/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-database.h"
#include "ilv-file-store.h"
#include "ilv-poke-api.h"
#include "ilv-web-client.h"
#include "ilv-web-server.h"

G_BEGIN_DECLS

/**
 * IlvServices:
 * @poke_api: (nullable): made when it is needed
 *
 * What an open world has.
 */
typedef struct
{
  IlvWebServer *server;
  IlvWebClient *client;
  IlvFileStore *files;
  IlvDatabase *database;
  IlvPokeApi *poke_api;
} IlvServices;

/* (transfer full): starts all but @poke_api. An answer of the server may take @answer_limit_ns. */
IlvServices *ilv_services_open (gint64 answer_limit_ns, GCancellable *cancellable, GError **error);

/* Takes @self: stops everything and removes the folder, in a thread of its own, since freeing a
 * large file takes longer than a frame. What is not done yet when the program ends is waited for
 * then. */
void ilv_services_close (IlvServices *self);

G_END_DECLS
