/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pack-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "ilv-pack.h"

#define BLOCK_BYTES 65536

typedef struct
{
  struct archive *archive;
  GFile *folder;
  GCancellable *cancellable;
  GHashTable *names; /* those that were met, as case-blind file systems know them */
  gint64 n_bytes;
} Unpacking;

static void
free_reader (struct archive *archive)
{
  archive_read_free (archive);
}

typedef struct archive Reader;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, free_reader)

/* libarchive knows names only as this thread's locale writes them, and in some that is in ASCII. Returns the
 * locale before. */
static locale_t
begin_utf8 (void)
{
  static locale_t locale;
  static gsize made;

  if (g_once_init_enter (&made))
    {
      locale = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0);
      g_once_init_leave (&made, 1);
    }
  return uselocale (locale);
}

static gboolean
refuse (GError **error, IlvPackError code, const char *name, const char *what)
{
  /* Translators: the name of a file in a zip file, and what is wrong with it. */
  g_set_error (error, ILV_PACK_ERROR, code, _ ("%s: %s"), name, what);
  return FALSE;
}

static gboolean
is_part (const char *part)
{
  if (*part == '\0' || g_str_equal (part, ".") || g_str_equal (part, ".."))
    return FALSE;
  for (const char *c = part; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) || *c == '\\' || *c == ':')
      return FALSE;
  return strlen (part) <= 255;
}

/* Whether @name stays in the folder that it is unpacked in. @parts: what it is made of. */
static gboolean
check_name (Unpacking *self, const char *name, char **parts, GError **error)
{
  g_autofree char *folded = NULL;

  if (g_strv_length (parts) > ILV_PACK_MAX_DEPTH)
    return refuse (error, ILV_PACK_ERROR_TOO_LARGE, name, _ ("It lies too deep in folders"));
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_part (parts[i]))
      return refuse (error, ILV_PACK_ERROR_UNSAFE, name,
                     _ ("A lesson pack may not hold a file of such a name"));
  folded = g_utf8_casefold (name, -1);
  if (!g_hash_table_add (self->names, g_steal_pointer (&folded)))
    return refuse (error, ILV_PACK_ERROR_UNSAFE, name, _ ("There are two files of this name"));
  if (g_hash_table_size (self->names) > ILV_PACK_MAX_FILES)
    return refuse (error, ILV_PACK_ERROR_TOO_LARGE, name,
                   _ ("A lesson pack may not hold so many files"));
  return TRUE;
}

static gboolean
copy_bytes (Unpacking *self, const char *name, GOutputStream *output, GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_BYTES);
  gint64 n_file_bytes = 0;
  gssize n;

  while ((n = archive_read_data (self->archive, block, BLOCK_BYTES)) > 0)
    {
      n_file_bytes += n;
      self->n_bytes += n;
      if (n_file_bytes > ILV_PACK_MAX_FILE_BYTES || self->n_bytes > ILV_PACK_MAX_BYTES)
        return refuse (error, ILV_PACK_ERROR_TOO_LARGE, name, _ ("It is too large for a lesson pack"));
      if (!g_output_stream_write_all (output, block, n, NULL, self->cancellable, error))
        return FALSE;
    }
  if (n < 0)
    return refuse (error, ILV_PACK_ERROR_DAMAGED, name, archive_error_string (self->archive));
  return g_output_stream_close (output, self->cancellable, error);
}

static gboolean
make_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (g_file_make_directory_with_parents (folder, cancellable, &reason)
      || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* What some programs put into every zip file, for themselves. */
static gboolean
is_litter (char **parts)
{
  guint n_parts = g_strv_length (parts);

  return n_parts == 0 || g_str_equal (parts[0], "__MACOSX")
         || g_str_equal (parts[n_parts - 1], ".DS_Store") || g_str_equal (parts[n_parts - 1], "Thumbs.db");
}

static gboolean
unpack_file (Unpacking *self, const char *name, char **parts, GError **error)
{
  g_autofree char *path = g_strjoinv ("/", parts);
  g_autoptr (GFile) file = g_file_resolve_relative_path (self->folder, path);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GFileOutputStream) output = NULL;

  if (!make_folder (parent, self->cancellable, error))
    return FALSE;
  output = g_file_create (file, G_FILE_CREATE_PRIVATE, self->cancellable, error);
  return output != NULL && copy_bytes (self, name, G_OUTPUT_STREAM (output), error);
}

static gboolean
unpack_entry (Unpacking *self, struct archive_entry *entry, GError **error)
{
  const char *raw = archive_entry_pathname_utf8 (entry);
  g_autofree char *name = NULL;
  g_auto (GStrv) parts = NULL;

  if (raw == NULL || !g_utf8_validate (raw, -1, NULL))
    return refuse (error, ILV_PACK_ERROR_UNSAFE, "zip",
                   _ ("The name of a file in it is not UTF-8"));
  name = g_strdup (raw);
  if (g_str_has_suffix (name, "/"))
    name[strlen (name) - 1] = '\0';
  parts = g_strsplit (name, "/", -1);
  if (is_litter (parts))
    return TRUE;
  if (!check_name (self, name, parts, error))
    return FALSE;
  if (archive_entry_is_data_encrypted (entry) || archive_entry_is_metadata_encrypted (entry))
    return refuse (error, ILV_PACK_ERROR_DAMAGED, name, _ ("It is encrypted"));
  if (archive_entry_hardlink (entry) != NULL || archive_entry_symlink (entry) != NULL)
    return refuse (error, ILV_PACK_ERROR_UNSAFE, name, _ ("A lesson pack may not hold links"));
  switch (archive_entry_filetype (entry))
    {
    case AE_IFDIR:
      return TRUE;
    case AE_IFREG:
      return unpack_file (self, name, parts, error);
    default:
      return refuse (error, ILV_PACK_ERROR_UNSAFE, name, _ ("This is neither a file nor a folder"));
    }
}

static gboolean
unpack (GBytes *zip, GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (Reader) archive = archive_read_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Unpacking self = { .archive = archive, .folder = folder, .cancellable = cancellable, .names = names };
  struct archive_entry *entry;
  int status;

  archive_read_support_format_zip (archive);
  status = archive_read_open_memory (archive, g_bytes_get_data (zip, NULL), g_bytes_get_size (zip));
  while (status >= ARCHIVE_WARN
         && (status = archive_read_next_header (archive, &entry)) >= ARCHIVE_WARN
         && status != ARCHIVE_EOF)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !unpack_entry (&self, entry, error))
      return FALSE;
  if (status == ARCHIVE_EOF && g_hash_table_size (names) > 0)
    return TRUE;
  return refuse (error, ILV_PACK_ERROR_DAMAGED, "zip",
                 archive_error_string (archive) != NULL ? archive_error_string (archive)
                                                        : _ ("There is nothing in it"));
}

gboolean
ilv_pack_archive_unpack (GBytes *zip, GFile *folder, GCancellable *cancellable, GError **error)
{
  locale_t before;
  gboolean good;

  g_return_val_if_fail (zip != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  before = begin_utf8 ();
  good = unpack (zip, folder, cancellable, error);
  uselocale (before);
  return good;
}

static gboolean
write_bytes (struct archive *archive, GFile *file, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  struct archive_entry *entry;
  gsize size;
  gboolean good;

  if (bytes == NULL)
    return FALSE;
  size = g_bytes_get_size (bytes);
  if (size > ILV_PACK_MAX_FILE_BYTES)
    return refuse (error, ILV_PACK_ERROR_TOO_LARGE, path, _ ("It is too large for a lesson pack"));
  entry = archive_entry_new ();
  archive_entry_set_pathname_utf8 (entry, path);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, size);
  good = archive_write_header (archive, entry) == ARCHIVE_OK
         && archive_write_data (archive, g_bytes_get_data (bytes, NULL), size) == (gssize) size;
  archive_entry_free (entry);
  return good || refuse (error, ILV_PACK_ERROR_DAMAGED, path, archive_error_string (archive));
}

static int
compare_infos (gconstpointer a, gconstpointer b)
{
  return strcmp (g_file_info_get_name (*(GFileInfo **) a), g_file_info_get_name (*(GFileInfo **) b));
}

/* (transfer full) (nullable): what lies in @folder and belongs into a pack, by name, so that the same
 * folder makes the same file. */
static GPtrArray *
list_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE ","
            G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," G_FILE_ATTRIBUTE_STANDARD_IS_BACKUP,
    G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  GFileInfo *info;

  if (children == NULL)
    return NULL;
  for (;;)
    {
      if (!g_file_enumerator_iterate (children, &info, NULL, cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      if (!g_file_info_get_is_hidden (info) && !g_file_info_get_is_backup (info))
        g_ptr_array_add (infos, g_object_ref (info));
    }
  g_ptr_array_sort (infos, compare_infos);
  return g_steal_pointer (&infos);
}

static gboolean
write_folder (struct archive *archive,
              GFile *folder,
              const char *path,
              guint depth,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) infos = list_folder (folder, cancellable, error);

  if (infos == NULL)
    return FALSE;
  if (depth >= ILV_PACK_MAX_DEPTH)
    return refuse (error, ILV_PACK_ERROR_TOO_LARGE, path, _ ("It lies too deep in folders"));
  for (guint i = 0; i < infos->len; i++)
    {
      GFileInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (info));
      g_autofree char *name = g_build_filename (path, g_file_info_get_name (info), NULL);

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
            ? !write_folder (archive, child, name, depth + 1, cancellable, error)
          : g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
            ? !write_bytes (archive, child, name, error)
            : !refuse (error, ILV_PACK_ERROR_UNSAFE, name, _ ("A lesson pack may not hold links")))
        return FALSE;
    }
  return TRUE;
}

gboolean
ilv_pack_archive_write (GFile *folder, GFile *file, GCancellable *cancellable, GError **error)
{
  struct archive *archive;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) draft = NULL;
  locale_t before;
  gboolean good;

  g_return_val_if_fail (G_IS_FILE (folder), FALSE);
  g_return_val_if_fail (G_IS_FILE (file) && g_file_is_native (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  name = g_file_get_basename (folder);
  /* What there was is replaced only by what is whole. */
  path = g_strconcat (g_file_peek_path (file), "~", NULL);
  draft = g_file_new_for_path (path);
  before = begin_utf8 ();
  archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  good = archive_write_open_filename (archive, path) == ARCHIVE_OK
         || refuse (error, ILV_PACK_ERROR_DAMAGED, path, archive_error_string (archive));
  good = good && write_folder (archive, folder, name, 0, cancellable, error);
  if (good && archive_write_close (archive) != ARCHIVE_OK)
    good = refuse (error, ILV_PACK_ERROR_DAMAGED, path, archive_error_string (archive));
  archive_write_free (archive);
  uselocale (before);
  good = good && g_file_move (draft, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
  if (!good)
    g_file_delete (draft, NULL, NULL);
  return good;
}
