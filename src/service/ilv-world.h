/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The service room: the world that tasks wait for.
 *
 * An #IlvWorld holds a web server on the loopback interface, a folder of files, a database file and
 * a person. Runners ask it to perform the steps that wait (`get`, `read`, `write`, `query`, `ask`),
 * blocking or asynchronously; a lesson sets how slow and how faulty the server is. The room uses
 * GIO, libsoup, SQLite and the workload room, and knows no other room.
 */

#pragma once

#include <gio/gio.h>

#include "ilv-person.h"
#include "ilv-pokemon.h"
#include "ilv-server-settings.h"
#include "ilv-step.h"
#include "ilv-world-error.h"

G_BEGIN_DECLS

#define ILV_TYPE_WORLD (ilv_world_get_type ())

/**
 * IlvWorld:
 *
 * What tasks wait for. Opened before a run and closed after it; opening an open one does nothing.
 *
 * ilv_world_perform() and the setters may be called from any thread.
 */
G_DECLARE_FINAL_TYPE (IlvWorld, ilv_world, ILV, WORLD, GObject)

IlvWorld *ilv_world_new (void);

/* How the server behaves from the next request on. */
void ilv_world_set_server_settings (IlvWorld *self, const IlvServerSettings *settings);
void ilv_world_get_server_settings (IlvWorld *self, IlvServerSettings *settings);

/* Whether `get /api/…` goes to the real pokeapi.co, through a cache of its own and never more than
 * 20 requests at once, rather than to the embedded server. */
void ilv_world_set_uses_pokeapi (IlvWorld *self, gboolean uses_pokeapi);
gboolean ilv_world_get_uses_pokeapi (IlvWorld *self);

/* Starts the server on a free port of the loopback interface, makes the folder with its files and
 * the database. Done in a thread. */
void ilv_world_open_async (IlvWorld *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean ilv_world_open_finish (IlvWorld *self, GAsyncResult *result, GError **error);

/* Ends the server and removes the folder with all that is in it, in a thread; steps that are at
 * work fail soon. When the program ends, the removal is waited for. Also done at disposal. */
void ilv_world_close (IlvWorld *self);

/* (nullable) (transfer full): for scripts: "http://127.0.0.1:40123", the folder's path and the
 * database's path; %NULL while it is closed. */
char *ilv_world_dup_web_address (IlvWorld *self);
char *ilv_world_dup_folder (IlvWorld *self);
char *ilv_world_dup_database (IlvWorld *self);

/* (transfer none) */
IlvPerson *ilv_world_get_person (IlvWorld *self);

/* (transfer full): does one step of input or output and sleeps meanwhile: what it brought, in words
 * for a person: the name of a Pokémon, the rows of a query, "8 MiB". */
char *ilv_world_perform (IlvWorld *self,
                         const IlvStep *step,
                         GCancellable *cancellable,
                         GError **error);

/* The same without sleeping; the answer comes in the thread default main context of the caller.
 * @step must live until then. */
void ilv_world_perform_async (IlvWorld *self,
                              const IlvStep *step,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
char *ilv_world_perform_finish (IlvWorld *self, GAsyncResult *result, GError **error);

G_END_DECLS
