/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The check for misspelt groups and keys, which needs no more than the key file's public face. */

#include "ilv-key-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether @known, "Group/Key" where Group may end in "*", speaks of @group. */
static gboolean
known_has_group (const char *known, const char *group)
{
  gsize length = strrchr (known, '/') - known;

  if (length > 0 && known[length - 1] == '*')
    return strncmp (known, group, length - 1) == 0;
  return strlen (group) == length && strncmp (known, group, length) == 0;
}

/* The keys that @group may have, or %NULL where the group itself is unknown. */
static GStrv
list_known_keys (const char *const *known, const char *group)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  gboolean found = FALSE;

  for (guint i = 0; known[i] != NULL; i++)
    {
      if (!known_has_group (known[i], group))
        continue;
      g_strv_builder_add (keys, strrchr (known[i], '/') + 1);
      found = TRUE;
    }
  return found ? g_strv_builder_end (keys) : NULL;
}

/* Whether @key is a translation, "Key[de]", of one that is in @allowed as "Key[]". */
static gboolean
is_known_translation (const char *const *allowed, const char *key)
{
  const char *bracket = strchr (key, '[');
  g_autofree char *name = NULL;

  if (bracket == NULL || !g_str_has_suffix (key, "]") || g_str_equal (bracket, "[]"))
    return FALSE;

  name = g_strdup_printf ("%.*s[]", (int) (bracket - key), key);
  return g_strv_contains (allowed, name);
}

static gboolean
check_known_group (IlvKeyFile *self, const char *const *known, const char *group, GError **error)
{
  g_auto (GStrv) allowed = list_known_keys (known, group);
  g_auto (GStrv) keys = NULL;

  if (allowed == NULL)
    {
      ilv_key_file_set_error (self, error, group, NULL, _("There is no such group"));
      return FALSE;
    }
  keys = ilv_key_file_get_keys (self, group);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *list = NULL;

      if (g_strv_contains ((const char *const *) allowed, keys[i]) ||
          is_known_translation ((const char *const *) allowed, keys[i]))
        continue;
      list = g_strjoinv (", ", allowed);
      /* Translators: the first %s is a group's name, the second a list of keys */
      ilv_key_file_set_error (self, error, group, keys[i],
                              _("There is no such key; [%s] can have: %s"), group, list);
      return FALSE;
    }
  return TRUE;
}

gboolean
ilv_key_file_check_known (IlvKeyFile *self, const char *const *known, GError **error)
{
  g_auto (GStrv) groups = NULL;

  g_return_val_if_fail (ILV_IS_KEY_FILE (self), FALSE);
  g_return_val_if_fail (known != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  groups = ilv_key_file_get_groups (self);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!check_known_group (self, known, groups[i], error))
      return FALSE;
  return TRUE;
}
