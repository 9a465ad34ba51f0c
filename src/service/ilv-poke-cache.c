/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-poke-cache.h"

#include <string.h>

#include "ilv-web-answer.h"

#define POKEMON_PATH "/api/v2/pokemon/"
#define LONGEST_KEY 64
#define LONGEST_NAME 64

/* Lower case, digits and dashes: what can be part of a file's name, and of a Pokémon's. */
static gboolean
is_plain (const char *text, gsize longest)
{
  gsize length = strlen (text);

  return length >= 1 && length <= longest
         && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

/* (nullable): %NULL if what is at @path is not kept. */
static char *
make_file_path (const char *path)
{
  const char *key;
  g_autofree char *file_name = NULL;

  if (!g_str_has_prefix (path, POKEMON_PATH))
    return NULL;
  key = path + strlen (POKEMON_PATH);
  if (!is_plain (key, LONGEST_KEY))
    return NULL;
  file_name = g_strdup_printf ("pokemon-%s.json", key);
  return g_build_filename (g_get_user_cache_dir (), "interleave", "pokeapi", file_name, NULL);
}

char *
ilv_poke_cache_load (const char *path)
{
  g_autofree char *file_path = make_file_path (path);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gsize length;

  if (file_path == NULL || !g_file_get_contents (file_path, &text, &length, NULL))
    return NULL;
  name = ilv_web_answer_read (path, 200, NULL, text, length, NULL);
  return name != NULL && is_plain (name, LONGEST_NAME) ? g_steal_pointer (&name) : NULL;
}

void
ilv_poke_cache_save (const char *path, const char *name)
{
  g_autofree char *file_path = make_file_path (path);
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;

  if (file_path == NULL || !is_plain (name, LONGEST_NAME))
    return;
  folder = g_path_get_dirname (file_path);
  text = g_strdup_printf ("{\"name\":\"%s\"}\n", name);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents_full (file_path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}
