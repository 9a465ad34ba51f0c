/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-key-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ilv-workload.h"

#define MAX_MESSAGE_CHARACTERS 400

struct _IlvKeyFile
{
  GObject parent_instance;

  GKeyFile *key_file;
  char *file_name;
  guint first_line;
  GHashTable *lines; /* "group" or "group\nkey" to its line in the whole file */
};

G_DEFINE_FINAL_TYPE (IlvKeyFile, ilv_key_file, G_TYPE_OBJECT)

static char *
make_line_id (const char *group, const char *key)
{
  return key == NULL ? g_strdup (group) : g_strconcat (group, "\n", key, NULL);
}

/* What a message calls a place: the key, or the group in its brackets. */
static char *
make_place (const char *group, const char *key)
{
  return key == NULL ? g_strdup_printf ("[%s]", group) : g_strdup (key);
}

/* A message quotes what it complains of, which can be anything: keep it fit for a label and a
 * terminal. */
static char *
make_presentable (const char *text)
{
  GString *presentable = g_string_new (NULL);
  guint n_characters = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), n_characters++)
    {
      gunichar character = g_utf8_get_char (at);

      if (n_characters == MAX_MESSAGE_CHARACTERS)
        {
          g_string_append (presentable, "…");
          break;
        }
      g_string_append_unichar (presentable, g_unichar_iscntrl (character) ? 0xfffd : character);
    }
  return g_string_free (presentable, FALSE);
}

static void
set_error_at_line (IlvKeyFile *self,
                   GError **error,
                   IlvWorkloadError code,
                   guint line,
                   const char *place,
                   const char *text)
{
  g_autofree char *file_name = g_filename_display_name (self->file_name);
  g_autofree char *message = NULL;
  g_autofree char *presentable = NULL;

  if (place == NULL)
    message = g_strdup_printf ("%s:%u: %s", file_name, line, text);
  else
    message = g_strdup_printf ("%s:%u: %s: %s", file_name, line, place, text);
  presentable = make_presentable (message);
  g_set_error_literal (error, ILV_WORKLOAD_ERROR, code, presentable);
}

/* The error of an #ILV_WORKLOAD_ERROR_SYNTAX at a line that is in no index yet. */
static void
set_syntax_error (IlvKeyFile *self,
                  GError **error,
                  guint line,
                  const char *place,
                  const char *text)
{
  set_error_at_line (self, error, ILV_WORKLOAD_ERROR_SYNTAX, line, place, text);
}

static guint
count_lines_until (const char *text, const char *end)
{
  guint n_lines = 0;

  for (const char *at = text; at < end; at++)
    n_lines += *at == '\n';
  return n_lines;
}

static gboolean
check_encoding (IlvKeyFile *self, const char *text, GError **error)
{
  const char *end = NULL;

  if (g_utf8_validate (text, -1, &end))
    return TRUE;
  set_syntax_error (self, error, self->first_line + count_lines_until (text, end), NULL,
                    _("This is not UTF-8 text"));
  return FALSE;
}

static GKeyFile *
load (const char *text, gsize length, GError **error)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();

  /* With the translations kept, a text means the same in every locale. */
  if (!g_key_file_load_from_data (key_file, text, length, G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return NULL;
  return g_steal_pointer (&key_file);
}

static gsize
get_length_of_lines (const char *const *lines, guint n_lines)
{
  gsize length = 0;

  for (guint i = 0; i < n_lines; i++)
    length += strlen (lines[i]) + 1;
  return length;
}

/* GKeyFile does not say where it stumbled. But it reads line by line and gives up at the first
 * fault, so the shortest run of lines that it refuses ends with the faulty one. */
static guint
find_faulty_line (const char *text, const char *const *lines)
{
  guint n_lines = g_strv_length ((char **) lines);
  guint good = 0;
  guint bad = n_lines;

  while (bad - good > 1)
    {
      guint middle = good + (bad - good) / 2;
      g_autoptr (GKeyFile) probe = load (text, get_length_of_lines (lines, middle), NULL);

      if (probe != NULL)
        good = middle;
      else
        bad = middle;
    }
  return bad - 1;
}

static gboolean
parse (IlvKeyFile *self, const char *text, const char *const *lines, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *line = NULL;
  g_autofree char *message = NULL;
  guint index;

  self->key_file = load (text, strlen (text), &fault);
  if (self->key_file != NULL)
    return TRUE;

  index = find_faulty_line (text, lines);
  line = g_strstrip (g_strdup (lines[index]));
  if (g_error_matches (fault, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_GROUP_NOT_FOUND))
    message = g_strdup_printf (_("“%s” stands before the first group; begin with a line such as "
                                 "“[Task A]”"),
                               line);
  else
    message = g_strdup_printf (_("“%s” cannot be read; write a [Group], a Key=value or a "
                                 "# comment"),
                               line);
  set_syntax_error (self, error, self->first_line + index, NULL, message);
  return FALSE;
}

/* Notes on which line a group or key stands, where no other of that name may stand. */
static gboolean
add_line (IlvKeyFile *self, const char *group, const char *key, guint line, GError **error)
{
  g_autofree char *id = make_line_id (group, key);
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, id));
  g_autofree char *place = NULL;
  g_autofree char *message = NULL;

  if (first == 0)
    {
      g_hash_table_insert (self->lines, g_steal_pointer (&id), GUINT_TO_POINTER (line));
      return TRUE;
    }
  place = make_place (group, key);
  message = g_strdup_printf (_("This name is already used on line %u"), first);
  set_syntax_error (self, error, line, place, message);
  return FALSE;
}

/* GKeyFile looks at escapes such as "\n" only when a value is asked for, and warns of its own error
 * handling where a value has two faulty ones. So they are looked at before it sees them. */
static gboolean
check_escapes (IlvKeyFile *self, const char *group, const char *key, guint line, GError **error)
{
  g_autofree char *value = g_key_file_get_value (self->key_file, group, key, NULL);

  for (const char *at = value; at != NULL && (at = strchr (at, '\\')) != NULL; at += 2)
    if (at[1] == '\0' || strchr ("sntr\\", at[1]) == NULL)
      {
        set_syntax_error (self, error, line, key,
                          _("After “\\” only s, n, t, r or another “\\” can stand"));
        return FALSE;
      }
  return TRUE;
}

/* GKeyFile has accepted each line, so what begins with a bracket is a group and what is neither
 * that nor a comment is a key. */
static gboolean
index_lines (IlvKeyFile *self, const char *const *lines, GError **error)
{
  g_autofree char *group = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint line = self->first_line + i;
      const char *start = lines[i];
      g_autofree char *key = NULL;

      while (g_ascii_isspace (*start))
        start++;
      if (*start == '\0' || *start == '#')
        continue;
      if (*start == '[')
        {
          g_free (group);
          group = g_strndup (start + 1, strcspn (start + 1, "]"));
          if (!add_line (self, group, NULL, line, error))
            return FALSE;
          continue;
        }
      key = g_strchomp (g_strndup (start, strcspn (start, "=")));
      if (!add_line (self, group, key, line, error) ||
          !check_escapes (self, group, key, line, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_error_at_place (IlvKeyFile *self,
                    GError **error,
                    IlvWorkloadError code,
                    const char *group,
                    const char *key,
                    const char *text)
{
  g_autofree char *place = group == NULL ? NULL : make_place (group, key);

  set_error_at_line (self, error, code, ilv_key_file_get_line (self, group, key), place, text);
}

static void
ilv_key_file_finalize (GObject *object)
{
  IlvKeyFile *self = ILV_KEY_FILE (object);

  g_clear_pointer (&self->key_file, g_key_file_unref);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->lines, g_hash_table_unref);

  G_OBJECT_CLASS (ilv_key_file_parent_class)->finalize (object);
}

static void
ilv_key_file_class_init (IlvKeyFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_key_file_finalize;
}

static void
ilv_key_file_init (IlvKeyFile *self)
{
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

IlvKeyFile *
ilv_key_file_new_from_text (const char *text,
                            const char *file_name,
                            guint first_line,
                            GError **error)
{
  g_autoptr (IlvKeyFile) self = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (file_name != NULL, NULL);
  g_return_val_if_fail (first_line > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ILV_TYPE_KEY_FILE, NULL);
  self->file_name = g_strdup (file_name);
  self->first_line = first_line;
  if (!check_encoding (self, text, error))
    return NULL;

  lines = g_strsplit (text, "\n", -1);
  if (!parse (self, text, (const char *const *) lines, error) ||
      !index_lines (self, (const char *const *) lines, error))
    return NULL;
  return g_steal_pointer (&self);
}

GStrv
ilv_key_file_get_groups (IlvKeyFile *self)
{
  g_return_val_if_fail (ILV_IS_KEY_FILE (self), NULL);

  return g_key_file_get_groups (self->key_file, NULL);
}

GStrv
ilv_key_file_get_keys (IlvKeyFile *self, const char *group)
{
  GStrv keys;

  g_return_val_if_fail (ILV_IS_KEY_FILE (self), NULL);
  g_return_val_if_fail (group != NULL, NULL);

  keys = g_key_file_get_keys (self->key_file, group, NULL, NULL);
  return keys == NULL ? g_new0 (char *, 1) : keys;
}

gboolean
ilv_key_file_has_key (IlvKeyFile *self, const char *group, const char *key)
{
  g_return_val_if_fail (ILV_IS_KEY_FILE (self), FALSE);
  g_return_val_if_fail (group != NULL && key != NULL, FALSE);

  return g_key_file_has_key (self->key_file, group, key, NULL);
}

char *
ilv_key_file_get_string (IlvKeyFile *self, const char *group, const char *key)
{
  char *value;

  g_return_val_if_fail (ILV_IS_KEY_FILE (self), NULL);
  g_return_val_if_fail (group != NULL && key != NULL, NULL);

  value = g_key_file_get_string (self->key_file, group, key, NULL);
  return value == NULL ? NULL : g_strstrip (value);
}

char *
ilv_key_file_get_translated (IlvKeyFile *self, const char *group, const char *key)
{
  const char *const *languages = g_get_language_names ();

  g_return_val_if_fail (ILV_IS_KEY_FILE (self), NULL);
  g_return_val_if_fail (group != NULL && key != NULL, NULL);

  for (guint i = 0; languages[i] != NULL && !g_str_equal (languages[i], "C"); i++)
    {
      g_autofree char *translated = g_strdup_printf ("%s[%s]", key, languages[i]);
      g_autofree char *value = ilv_key_file_get_string (self, group, translated);

      if (value != NULL && *value != '\0')
        return g_steal_pointer (&value);
      if (g_str_equal (languages[i], "en"))
        break;
    }

  return ilv_key_file_get_string (self, group, key);
}

char *
ilv_key_file_require_string (IlvKeyFile *self, const char *group, const char *key, GError **error)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (ILV_IS_KEY_FILE (self), NULL);
  g_return_val_if_fail (group != NULL && key != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  value = ilv_key_file_get_string (self, group, key);
  if (value == NULL)
    ilv_key_file_set_error (self, error, group, NULL, _("The key “%s” is missing"), key);
  else if (*value == '\0')
    ilv_key_file_set_error (self, error, group, key, _("Nothing stands after the “=”"));
  else
    return g_steal_pointer (&value);
  return NULL;
}

gboolean
ilv_key_file_get_int (IlvKeyFile *self,
                      const char *group,
                      const char *key,
                      int minimum,
                      int maximum,
                      int fallback,
                      int *value,
                      GError **error)
{
  g_autofree char *text = NULL;
  gint64 number = fallback;

  g_return_val_if_fail (ILV_IS_KEY_FILE (self), FALSE);
  g_return_val_if_fail (group != NULL && key != NULL && value != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  text = ilv_key_file_get_string (self, group, key);
  if (text != NULL && !g_ascii_string_to_signed (text, 10, minimum, maximum, &number, NULL))
    {
      ilv_key_file_set_error (self, error, group, key,
                              _("“%s” is no whole number from %d to %d"), text, minimum, maximum);
      return FALSE;
    }
  *value = (int) number;
  return TRUE;
}

guint
ilv_key_file_get_line (IlvKeyFile *self, const char *group, const char *key)
{
  g_autofree char *id = NULL;
  gpointer line = NULL;

  g_return_val_if_fail (ILV_IS_KEY_FILE (self), 0);

  if (group == NULL)
    return self->first_line;
  id = make_line_id (group, key);
  line = g_hash_table_lookup (self->lines, id);
  return line == NULL ? self->first_line : GPOINTER_TO_UINT (line);
}

const char *
ilv_key_file_get_file_name (IlvKeyFile *self)
{
  g_return_val_if_fail (ILV_IS_KEY_FILE (self), NULL);

  return self->file_name;
}

void
ilv_key_file_set_error (IlvKeyFile *self,
                        GError **error,
                        const char *group,
                        const char *key,
                        const char *format,
                        ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  g_return_if_fail (ILV_IS_KEY_FILE (self));
  g_return_if_fail (format != NULL);

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  set_error_at_place (self, error, ILV_WORKLOAD_ERROR_SYNTAX, group, key, text);
}

void
ilv_key_file_set_meaning_error (IlvKeyFile *self,
                                GError **error,
                                const char *group,
                                const char *key,
                                const char *format,
                                ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  g_return_if_fail (ILV_IS_KEY_FILE (self));
  g_return_if_fail (format != NULL);

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  set_error_at_place (self, error, ILV_WORKLOAD_ERROR_MEANING, group, key, text);
}
