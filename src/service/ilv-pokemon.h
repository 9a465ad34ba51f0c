/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many Pokémon there are: their numbers go from 1 to this. */
#define ILV_N_POKEMON 1025

/* (nullable): the name of number @id as pokeapi.co spells it, %NULL outside of 1 to #ILV_N_POKEMON.
 * Like the next one, from any thread. */
const char *ilv_pokemon_get_name (guint id);

/* The number of the one named @name, or 0. */
guint ilv_pokemon_find (const char *name);

G_END_DECLS
