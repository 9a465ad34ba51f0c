/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pokemon.h"

#include "ilv-service-resources.h"

#define NAMES_PATH "/io/github/interleave/Interleave/service/pokemon-names.txt"

typedef struct
{
  char **names; /* by number − 1 */
  GHashTable *ids;
} Names;

static Names *
load_names (void)
{
  Names *self = g_new0 (Names, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  bytes = g_resource_lookup_data (ilv_service_files_get_resource (), NAMES_PATH,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  self->names = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert (g_strv_length (self->names) == ILV_N_POKEMON);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ILV_N_POKEMON; i++)
    g_hash_table_insert (self->ids, self->names[i], GUINT_TO_POINTER (i + 1));
  return self;
}

static const Names *
get_names (void)
{
  static gsize names;

  if (g_once_init_enter (&names))
    g_once_init_leave (&names, (gsize) load_names ());
  return (const Names *) names;
}

const char *
ilv_pokemon_get_name (guint id)
{
  return id >= 1 && id <= ILV_N_POKEMON ? get_names ()->names[id - 1] : NULL;
}

guint
ilv_pokemon_find (const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (get_names ()->ids, name));
}
