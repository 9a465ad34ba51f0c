/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What pokeapi.co has said, in small files below the user's cache folder. They are replaced as a
 * whole; one that is damaged is as good as none. For one thread. */

/* (nullable) (transfer full): the name that is kept for @path, such as "/api/v2/pokemon/25". */
char *ilv_poke_cache_load (const char *path);

/* Keeps @name; where that cannot be done, it is asked for again the next time. */
void ilv_poke_cache_save (const char *path, const char *name);

G_END_DECLS
