/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-progress-file.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#define GROUP "Progress"
#define VERSION_KEY "Version"
#define VERSION 1
#define LAST_LINE "# end"
#define MAX_BYTES (1024 * 1024)
#define MAX_NAMES 1000

static char *
read_text (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *text = NULL;
  gsize length;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return NULL;

  /* Reading a pipe would wait for ever. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR ||
      g_file_info_get_size (info) > MAX_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not a file of progress");
      return NULL;
    }

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return NULL;
  if (!g_utf8_validate (text, length, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not UTF-8");
      return NULL;
    }

  return g_steal_pointer (&text);
}

static gboolean
has_last_line (char *text)
{
  const char *newline = strrchr (g_strchomp (text), '\n');

  return newline != NULL && g_str_equal (newline + 1, LAST_LINE);
}

static GKeyFile *
parse (char *text)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();

  if (!has_last_line (text) ||
      !g_key_file_load_from_data (key_file, text, strlen (text), G_KEY_FILE_KEEP_TRANSLATIONS,
                                  NULL) ||
      g_key_file_get_integer (key_file, GROUP, VERSION_KEY, NULL) != VERSION)
    return NULL;

  return g_steal_pointer (&key_file);
}

static gboolean
is_share (GKeyFile *key_file, const char *group, const char *key)
{
  g_autoptr (GError) error = NULL;
  double value = g_key_file_get_double (key_file, group, key, &error);

  return error == NULL && isfinite (value) && value >= 0.0;
}

/* Looked at by hand: GKeyFile warns of its own error handling where two escapes are wrong. */
static gboolean
is_list (GKeyFile *key_file, const char *group, const char *key)
{
  g_autofree char *value = g_key_file_get_value (key_file, group, key, NULL);

  for (const char *at = value; (at = strchr (at, '\\')) != NULL; at += 2)
    if (at[1] == '\0' || strchr ("sntr\\;", at[1]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_good (GKeyFile *key_file, const char *group, const char *key)
{
  g_autoptr (GError) error = NULL;

  if (g_str_has_prefix (group, ILV_PROGRESS_LESSON_PREFIX))
    return !g_str_equal (key, ILV_PROGRESS_SEEN) || is_list (key_file, group, key);
  if (g_str_has_prefix (group, ILV_PROGRESS_SETTINGS_PREFIX))
    return is_list (key_file, group, key);
  if (!g_str_has_prefix (group, ILV_PROGRESS_PREDICTION_PREFIX))
    return TRUE;

  if (g_str_equal (key, ILV_PROGRESS_PREDICTED) || g_str_equal (key, ILV_PROGRESS_MEASURED))
    return is_share (key_file, group, key);
  if (g_str_equal (key, ILV_PROGRESS_SKIPPED))
    {
      g_key_file_get_boolean (key_file, group, key, &error);
      return error == NULL;
    }

  return TRUE;
}

/* Takes out the values of ours that mean nothing. */
static gboolean
remove_bad_keys (GKeyFile *key_file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (key_file, NULL);
  gboolean removed = FALSE;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (key_file, groups[i], NULL, NULL);

      for (guint j = 0; keys[j] != NULL; j++)
        if (!is_good (key_file, groups[i], keys[j]))
          removed |= g_key_file_remove_key (key_file, groups[i], keys[j], NULL);
    }

  return removed;
}

GKeyFile *
ilv_progress_file_load (GFile *file, IlvProgressFileState *state)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_text (file, &error);
  GKeyFile *key_file = NULL;

  if (text != NULL)
    key_file = parse (text);

  if (key_file != NULL)
    {
      *state = remove_bad_keys (key_file) ? ILV_PROGRESS_FILE_PARTLY_DAMAGED
                                          : ILV_PROGRESS_FILE_SOUND;
      return key_file;
    }

  *state = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? ILV_PROGRESS_FILE_ABSENT
                                                                     : ILV_PROGRESS_FILE_DAMAGED;
  return g_key_file_new ();
}

char *
ilv_progress_file_set_aside (GFile *file, IlvProgressFileState state, GError **error)
{
  for (guint i = 1; i <= MAX_NAMES; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s.damaged-%u", g_file_peek_path (file), i);
      g_autoptr (GFile) target = g_file_new_for_path (path);
      g_autoptr (GError) local_error = NULL;
      gboolean done;

      if (state == ILV_PROGRESS_FILE_PARTLY_DAMAGED)
        done = g_file_copy (file, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &local_error);
      else
        done = g_file_move (file, target,
                            G_FILE_COPY_NOFOLLOW_SYMLINKS | G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL,
                            NULL, NULL, &local_error);
      if (done)
        return g_file_get_parse_name (target);

      if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS) || i == MAX_NAMES)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  return NULL;
}

char *
ilv_progress_file_format (GKeyFile *key_file)
{
  g_autofree char *data = NULL;

  g_key_file_set_integer (key_file, GROUP, VERSION_KEY, VERSION);
  data = g_key_file_to_data (key_file, NULL, NULL);
  return g_strconcat (data, "\n" LAST_LINE "\n", NULL);
}

gboolean
ilv_progress_file_write (GFile *file, const char *text, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), "%s: %s", folder,
                   g_strerror (saved_errno));
      return FALSE;
    }

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}
