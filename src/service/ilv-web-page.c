/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-web-page.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "ilv-pokemon.h"
#include "ilv-server-settings.h"

#define POKEMON_PATH "/api/v2/pokemon/"
#define SLOW_PATH "/slow/"
#define LONGEST_USER 64

static char *
finish_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static JsonBuilder *
begin_json (void)
{
  JsonBuilder *builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  return builder;
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
init_pokemon (IlvWebPage *self, const char *address, guint id)
{
  g_autoptr (JsonBuilder) builder = begin_json ();
  g_autofree char *url = NULL;
  g_autofree char *encounters = NULL;

  url = g_strdup_printf ("%s/api/v2/pokemon-species/%u/", address, id);
  encounters = g_strdup_printf ("%s" POKEMON_PATH "%u/encounters", address, id);
  add_number (builder, "id", id);
  add_string (builder, "name", ilv_pokemon_get_name (id));
  json_builder_set_member_name (builder, "is_default");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_set_member_name (builder, "species");
  json_builder_begin_object (builder);
  add_string (builder, "url", url);
  json_builder_end_object (builder);
  add_string (builder, "location_area_encounters", encounters);
  self->status = 200;
  self->body = finish_json (builder);
}

/* The number that @text, a number or a name, stands for; 0 if it is neither. A slash at its end is
 * allowed, as on pokeapi.co. */
static guint
parse_pokemon (const char *text)
{
  g_autofree char *name = g_strdup (text);
  gsize length = strlen (name);
  guint64 id;

  if (length > 0 && name[length - 1] == '/')
    name[length - 1] = '\0';
  if (g_ascii_string_to_unsigned (name, 10, 1, ILV_N_POKEMON, &id, NULL))
    return id;
  return ilv_pokemon_find (name);
}

static void
init_login (IlvWebPage *self, GHashTable *query)
{
  const char *user = query != NULL ? g_hash_table_lookup (query, "user") : NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *token = NULL;

  if (user == NULL || *user == '\0' || strlen (user) > LONGEST_USER
      || !g_utf8_validate (user, -1, NULL))
    {
      ilv_web_page_init_error (self, 400, "name a user, as in /login?user=ada");
      return;
    }
  token = g_compute_checksum_for_string (G_CHECKSUM_SHA256, user, -1);
  builder = begin_json ();
  add_string (builder, "user", user);
  add_string (builder, "token", token);
  self->status = 200;
  self->body = finish_json (builder);
}

static void
init_slow (IlvWebPage *self, const char *text)
{
  g_autoptr (JsonBuilder) builder = NULL;
  guint64 ms;

  if (!g_ascii_string_to_unsigned (text, 10, 0, ILV_SERVER_MAX_LATENCY_NS / 1000000, &ms, NULL))
    {
      ilv_web_page_init_error (self, 404, "not found");
      return;
    }
  builder = begin_json ();
  add_number (builder, "slept_ms", ms);
  self->status = 200;
  self->delay_ns = ms * 1000000;
  self->body = finish_json (builder);
}

void
ilv_web_page_init (IlvWebPage *self, const char *address, const char *path, GHashTable *query)
{
  guint id;

  *self = (IlvWebPage) { 0 };
  if (g_str_equal (path, "/login"))
    init_login (self, query);
  else if (g_str_has_prefix (path, SLOW_PATH))
    init_slow (self, path + strlen (SLOW_PATH));
  else if (g_str_has_prefix (path, POKEMON_PATH)
           && (id = parse_pokemon (path + strlen (POKEMON_PATH))) != 0)
    init_pokemon (self, address, id);
  else
    ilv_web_page_init_error (self, 404, "not found");
}

void
ilv_web_page_init_error (IlvWebPage *self, guint status, const char *message)
{
  g_autoptr (JsonBuilder) builder = begin_json ();

  *self = (IlvWebPage) { 0 };
  add_number (builder, "status", status);
  add_string (builder, "error", message);
  self->status = status;
  self->body = finish_json (builder);
}

void
ilv_web_page_clear (IlvWebPage *self)
{
  g_clear_pointer (&self->body, g_free);
}
