/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-web-answer.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "ilv-world-error.h"

#define LONGEST_TEXT 60

static void
set_status_error (const char *path, guint status, const char *retry_after, GError **error)
{
  if (status == 429)
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_ANSWER,
                 /* Translators: a number of seconds, or "?" */
                 _("Too many requests (HTTP 429): ask less often, or again after %s s"),
                 retry_after != NULL ? retry_after : "?");
  else if (status == 404)
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_ANSWER,
                 _("The server does not know “%s” (HTTP 404): check the path"), path);
  else if (status >= 500)
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_ANSWER,
                 _("The server failed (HTTP %u): try again"), status);
  else
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_ANSWER,
                 _("The server refused “%s” (HTTP %u)"), path, status);
}

/* The member of the answer that stands for all of it. */
static const char *
choose_member (const char *path)
{
  if (g_str_has_prefix (path, "/api/v2/pokemon/"))
    return "name";
  return g_str_has_prefix (path, "/login") ? "user" : NULL;
}

static char *
read_member (const char *body, gsize length, const char *name)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonNode *member;

  if (!json_parser_load_from_data (parser, body, length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  member = json_object_get_member (json_node_get_object (root), name);
  if (member == NULL || json_node_get_value_type (member) != G_TYPE_STRING)
    return NULL;
  return json_node_dup_string (member);
}

/* The first characters of a text. */
static char *
shorten (const char *body, gsize length)
{
  g_autofree char *text = g_utf8_make_valid (body, length);

  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LONGEST_TEXT));
}

char *
ilv_web_answer_read (const char *path,
                     guint status,
                     const char *retry_after,
                     const char *body,
                     gsize length,
                     GError **error)
{
  const char *name = choose_member (path);
  char *text;

  if (status != 200)
    {
      set_status_error (path, status, retry_after, error);
      return NULL;
    }
  if (name == NULL)
    return shorten (body, length);
  text = read_member (body, length, name);
  if (text == NULL)
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_ANSWER,
                 /* Translators: a path and the name of a field */
                 _("The answer to “%s” cannot be understood: it has no “%s”. Try again"), path,
                 name);
  return text;
}

void
ilv_web_answer_propagate (GError **error, GError *cause, const char *host)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) || cause->domain == ILV_WORLD_ERROR)
    {
      g_propagate_error (error, cause);
      return;
    }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_TIMED_OUT,
                 /* Translators: the name of a server */
                 _("%s did not answer in time: try again later"), host);
  else
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_OFFLINE,
                 /* Translators: the name of a server, and the reason as the system says it */
                 _("%s cannot be reached, or broke off: %s. Run it again"), host, cause->message);
  g_error_free (cause);
}
