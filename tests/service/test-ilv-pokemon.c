/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ilv-pokemon.h"

typedef struct
{
  guint id;
  const char *name;
} Known;

/* The first and the last of each generation, and some whose names have a form. */
static const Known known[] = {
  { 1, "bulbasaur" },       { 25, "pikachu" },          { 151, "mew" },
  { 152, "chikorita" },     { 251, "celebi" },          { 252, "treecko" },
  { 386, "deoxys-normal" }, { 387, "turtwig" },         { 413, "wormadam-plant" },
  { 493, "arceus" },        { 494, "victini" },         { 649, "genesect" },
  { 650, "chespin" },       { 721, "volcanion" },       { 722, "rowlet" },
  { 809, "melmetal" },      { 810, "grookey" },         { 898, "calyrex" },
  { 899, "wyrdeer" },       { 905, "enamorus-incarnate" }, { 906, "sprigatito" },
  { 1000, "gholdengo" },    { 1024, "terapagos" },      { 1025, "pecharunt" },
};

static void
test_known (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_assert_cmpstr (ilv_pokemon_get_name (known[i].id), ==, known[i].name);
      g_assert_cmpuint (ilv_pokemon_find (known[i].name), ==, known[i].id);
    }
}

static void
test_all (void)
{
  g_assert_null (ilv_pokemon_get_name (0));
  g_assert_null (ilv_pokemon_get_name (ILV_N_POKEMON + 1));
  g_assert_cmpuint (ilv_pokemon_find (""), ==, 0);
  g_assert_cmpuint (ilv_pokemon_find ("Pikachu"), ==, 0);
  for (guint id = 1; id <= ILV_N_POKEMON; id++)
    {
      const char *name = ilv_pokemon_get_name (id);

      g_assert_cmpuint (strlen (name), >=, 3);
      g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, strlen (name));
      /* Which also proves that no name is there twice. */
      g_assert_cmpuint (ilv_pokemon_find (name), ==, id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/pokemon/known", test_known);
  g_test_add_func ("/service/pokemon/all", test_all);
  return g_test_run ();
}
