/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pack-template.h"

#include <glib/gi18n-lib.h>

#include "ilv-pack-resources.h"

#define TEMPLATE "/io/github/interleave/Interleave/template/"

static gboolean
is_empty (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info = NULL;

  return children != NULL && g_file_enumerator_iterate (children, &info, NULL, NULL, NULL) && info == NULL;
}

static gboolean
make_folder (GFile *folder, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;

  if (g_file_make_directory_with_parents (folder, NULL, &reason))
    return TRUE;
  if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (is_empty (folder))
    return TRUE;
  name = g_file_get_parse_name (folder);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY,
               /* Translators: %s is the name of a folder, or of a file. */
               _ ("“%s” is there already and is not an empty folder; choose another name"), name);
  return FALSE;
}

static gboolean
write_file (GFile *folder, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (TEMPLATE, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ilv_pack_files_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GFileOutputStream) output = NULL;

  if (bytes == NULL)
    return FALSE;
  output = g_file_create (file, G_FILE_CREATE_NONE, NULL, error);
  return output != NULL
         && g_output_stream_write_all (G_OUTPUT_STREAM (output), g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), NULL, NULL, error)
         && g_output_stream_close (G_OUTPUT_STREAM (output), NULL, error);
}

gboolean
ilv_pack_template_write (GFile *folder, GError **error)
{
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!make_folder (folder, error))
    return FALSE;
  names = g_resource_enumerate_children (ilv_pack_files_get_resource (), TEMPLATE,
                                         G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!write_file (folder, names[i], error))
      return FALSE;
  return names != NULL;
}
