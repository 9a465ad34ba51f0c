/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ILV_POKE_API_ADDRESS "https://pokeapi.co"

/* As many requests may be in flight at once. */
#define ILV_POKE_API_MAX_IN_FLIGHT 20

#define ILV_TYPE_POKE_API (ilv_poke_api_get_type ())

/**
 * IlvPokeApi:
 *
 * The real pokeapi.co, asked with care: what it has said is kept in the user's cache folder, and
 * all requests go through one thread that keeps its connections and lets at most
 * #ILV_POKE_API_MAX_IN_FLIGHT be on the way.
 *
 * All functions may be called from any thread.
 */
G_DECLARE_FINAL_TYPE (IlvPokeApi, ilv_poke_api, ILV, POKE_API, GObject)

/* @address is #ILV_POKE_API_ADDRESS but in tests; an answer may take @time_limit_ns once it is
 * asked for. */
IlvPokeApi *ilv_poke_api_new (const char *address, gint64 time_limit_ns);

/* Breaks off what is on the way and ends the thread. Also done at disposal. */
void ilv_poke_api_stop (IlvPokeApi *self);

/* (transfer full): as ilv_web_client_get(). */
char *ilv_poke_api_get (IlvPokeApi *self,
                        const char *path,
                        GCancellable *cancellable,
                        GError **error);

/* The same; the answer comes in the thread default main context of the caller. */
void ilv_poke_api_get_async (IlvPokeApi *self,
                             const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
char *ilv_poke_api_get_finish (IlvPokeApi *self, GAsyncResult *result, GError **error);

G_END_DECLS
