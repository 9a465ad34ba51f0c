/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lesson-file.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Opening a pipe or a device would wait for ever, and a link can lead out of the lesson's folder. */
static gboolean
check_type (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_SYMBOLIC_LINK)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _ ("This is a link; put the file itself there"));
      return FALSE;
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("This is not a file"));
  return FALSE;
}

static GString *
read_bytes (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GString) bytes = NULL;
  gsize n_bytes;

  if (!check_type (file, error))
    return NULL;
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;

  /* One more than allowed, to see whether it is too much. */
  bytes = g_string_sized_new (ILV_LESSON_FILE_MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes->str,
                                ILV_LESSON_FILE_MAX_BYTES + 1, &n_bytes, NULL, error))
    return NULL;

  g_string_set_size (bytes, n_bytes);
  return g_steal_pointer (&bytes);
}

/* "\r\n" and "\r" end a line too; the number of lines stays the same. */
static void
unify_line_ends (GString *text)
{
  char *to = text->str;

  for (const char *from = text->str; *from != '\0'; from++)
    {
      if (from[0] == '\r' && from[1] == '\n')
        continue;
      *to++ = *from == '\r' ? '\n' : *from;
    }

  g_string_truncate (text, to - text->str);
}

static guint
count_lines (const char *text, const char *end)
{
  guint n_lines = 1;

  for (; text < end; text++)
    n_lines += *text == '\n';

  return n_lines;
}

gboolean
ilv_lesson_file_is_name (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return *name != '\0' && !g_str_equal (name, ".") && !g_str_equal (name, "..") &&
         strpbrk (name, "/\\") == NULL;
}

GFile *
ilv_lesson_file_choose (GFile *folder, const char *stem, const char *extension)
{
  const char *const *languages = g_get_language_names ();
  g_autofree char *english = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (stem != NULL && extension != NULL, NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s.%s", stem, languages[i], extension);
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      if (g_file_query_exists (file, NULL))
        return g_steal_pointer (&file);
      if (g_str_equal (languages[i], "C") || g_str_equal (languages[i], "en"))
        break;
    }

  english = g_strconcat (stem, ".", extension, NULL);
  return g_file_get_child (folder, english);
}

char *
ilv_lesson_file_load (GFile *file, const char *name, GError **error)
{
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *end;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  text = read_bytes (file, &local_error);
  if (text == NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s:1: ", name);
      return NULL;
    }
  if (text->len > ILV_LESSON_FILE_MAX_BYTES)
    {
      g_set_error (error, ILV_LESSON_ERROR, ILV_LESSON_ERROR_TOO_LARGE, "%s:1: %s", name,
                   _("This file is larger than 1 MiB: make it smaller"));
      return NULL;
    }

  if (g_str_has_prefix (text->str, BYTE_ORDER_MARK))
    g_string_erase (text, 0, strlen (BYTE_ORDER_MARK));
  if (!g_utf8_validate (text->str, text->len, &end))
    {
      g_set_error (error, ILV_LESSON_ERROR, ILV_LESSON_ERROR_SYNTAX, "%s:%u: %s", name,
                   count_lines (text->str, end),
                   _("This is not UTF-8 text: save the file in that encoding"));
      return NULL;
    }

  unify_line_ends (text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
ilv_lesson_file_check_format (IlvKeyFile *key_file, const char *group, GError **error)
{
  g_autoptr (GError) reason = NULL;
  int format;

  if (!ilv_key_file_get_int (key_file, group, "Format", 1, G_MAXINT, 1, &format, error))
    return FALSE;
  if (format <= ILV_LESSON_FORMAT)
    return TRUE;
  ilv_key_file_set_error (key_file, &reason, group, "Format",
                          _ ("This is written for a newer version of Interleave; this one reads formats "
                             "up to %d. Update Interleave"),
                          ILV_LESSON_FORMAT);
  g_set_error_literal (error, ILV_LESSON_ERROR, ILV_LESSON_ERROR_NEWER, reason->message);
  return FALSE;
}

gboolean
ilv_lesson_file_check_folder (GFile *folder, const char *name, GError **error)
{
  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL)
      != G_FILE_TYPE_SYMBOLIC_LINK)
    return TRUE;
  /* Translators: the name of a folder. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY,
               _ ("%s: This is a link; put the folder itself there"), name);
  return FALSE;
}
