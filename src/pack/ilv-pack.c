/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ilv-pack-archive.h"

/* Enough of a sum to tell packs apart. */
#define ID_DIGITS 16

/* Enough of that to tell lessons of one name apart. */
#define LESSON_ID_DIGITS 8

struct _IlvPack
{
  GObject parent_instance;

  GFile *source;
  GFile *folder;
  char *id;
  char *unpacked; /* the name in the store of what a zip file was unpacked to; or NULL */
  char *title; /* of a broken one */
  IlvCourse *course;
  GPtrArray *faults;
  GError *error; /* or NULL */
};

G_DEFINE_FINAL_TYPE (IlvPack, ilv_pack, G_TYPE_OBJECT)
G_DEFINE_QUARK (ilv-pack-error-quark, ilv_pack_error)

static gboolean
has_file (GFile *folder, const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_REGULAR;
}

static gboolean
has_lessons (GFile *folder)
{
  return has_file (folder, "lesson.md") || has_file (folder, "course.ini");
}

/* (nullable) (transfer full): the only folder in @folder. */
static GFile *
find_only_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
    G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  g_autoptr (GFile) found = NULL;
  GFileInfo *info;
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL)
         && child != NULL)
    {
      if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
        continue;
      if (found != NULL)
        return NULL;
      found = g_object_ref (child);
    }
  return g_steal_pointer (&found);
}

/* (nullable) (transfer full): @folder, or what lies up to two folders deeper, each the only one: the one
 * that a zip file is unpacked to, and the one that a zip file often has around all. */
static GFile *
find_lessons (GFile *folder)
{
  g_autoptr (GFile) found = g_object_ref (folder);

  for (guint i = 0; i < 3 && found != NULL; i++)
    {
      g_autoptr (GFile) above = g_steal_pointer (&found);

      if (has_lessons (above))
        return g_steal_pointer (&above);
      found = find_only_folder (above);
    }
  return NULL;
}

static char *
create_id (const void *data, gsize size)
{
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, size);

  return g_strndup (sum, ID_DIGITS);
}

/* The name of what @source is unpacked to, which becomes the name of its lesson: that of the file. */
static char *
get_stem (GFile *source)
{
  g_autofree char *base = g_file_get_basename (source);
  char *name = g_utf8_make_valid (base, -1);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

void
ilv_pack_delete_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    ilv_pack_delete_folder (child);
  g_file_delete (folder, NULL, NULL);
}

/* (transfer full) (nullable): where @zip is unpacked now. It appears there as a whole or not at all. */
static GFile *
unpack (IlvPack *self, GBytes *zip, GFile *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) place = g_file_get_child (store, self->unpacked);
  g_autofree char *stem = get_stem (self->source);
  g_autofree char *path = g_file_get_path (store);
  g_autofree char *template = g_build_filename (path, ".unpack-XXXXXX", NULL);
  g_autoptr (GFile) temporary = NULL;
  g_autoptr (GFile) inner = NULL;
  gboolean good;

  if (g_file_query_exists (place, NULL))
    return g_steal_pointer (&place);
  if (g_mkdir_with_parents (path, 0700) != 0 || g_mkdtemp (template) == NULL)
    {
      /* Translators: a folder's name */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("Nothing can be written to %s"), path);
      return NULL;
    }
  temporary = g_file_new_for_path (template);
  inner = g_file_get_child (temporary, stem);
  good = g_file_make_directory (inner, cancellable, error)
         && ilv_pack_archive_unpack (zip, inner, cancellable, error);
  if (good && !g_file_move (temporary, place, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, error))
    good = FALSE;
  if (good)
    return g_steal_pointer (&place);
  ilv_pack_delete_folder (temporary);
  return NULL;
}

/* (transfer full) (nullable) */
static GFile *
unpack_file (IlvPack *self, GFile *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (self->source, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GBytes) zip = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > ILV_PACK_MAX_BYTES)
    {
      g_set_error_literal (error, ILV_PACK_ERROR, ILV_PACK_ERROR_TOO_LARGE,
                           _ ("This file is too large for a lesson pack"));
      return NULL;
    }
  zip = g_file_load_bytes (self->source, cancellable, NULL, error);
  if (zip == NULL)
    return NULL;
  self->unpacked = create_id (g_bytes_get_data (zip, NULL), g_bytes_get_size (zip));
  return unpack (self, zip, store, cancellable, error);
}

/* Lessons of packs have names of their own, and progress knows lessons by their ids. */
static void
rename_lessons (IlvPack *self)
{
  GListModel *lessons = G_LIST_MODEL (self->course);

  for (guint i = 0; i < g_list_model_get_n_items (lessons); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (lessons, i);
      g_autofree char *id
        = g_strdup_printf ("%s.%.*s", ilv_lesson_get_id (lesson), LESSON_ID_DIGITS, self->id);

      ilv_lesson_set_id (lesson, id);
    }
}

static gboolean
read_lessons (IlvPack *self, GError **error)
{
  if (has_file (self->folder, "course.ini"))
    {
      self->course = ilv_course_new_with_faults (self->folder, self->faults, error);
    }
  else
    {
      g_autoptr (IlvLesson) lesson = ilv_lesson_new_from_folder (self->folder, self->faults, NULL);

      if (lesson != NULL)
        self->course = ilv_course_new_for_lesson (lesson);
      else
        g_propagate_error (error, g_ptr_array_steal_index (self->faults, 0));
    }
  if (self->course == NULL)
    return FALSE;
  rename_lessons (self);
  return TRUE;
}

static void
ilv_pack_finalize (GObject *object)
{
  IlvPack *self = ILV_PACK (object);

  g_clear_object (&self->source);
  g_clear_object (&self->folder);
  g_free (self->id);
  g_free (self->unpacked);
  g_free (self->title);
  g_clear_error (&self->error);
  g_clear_object (&self->course);
  g_clear_pointer (&self->faults, g_ptr_array_unref);

  G_OBJECT_CLASS (ilv_pack_parent_class)->finalize (object);
}

static void
ilv_pack_class_init (IlvPackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_pack_finalize;
}

static void
ilv_pack_init (IlvPack *self)
{
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
}

/* (transfer full) (nullable): @self, whose id is set, with the lessons in @folder; takes @self. */
static IlvPack *
read_pack (IlvPack *self, GFile *folder, GError **error)
{
  g_autoptr (IlvPack) owned = self;
  g_autofree char *name = NULL;

  self->folder = find_lessons (folder);
  if (self->folder != NULL)
    return read_lessons (self, error) ? g_steal_pointer (&owned) : NULL;
  name = g_file_get_parse_name (self->source);
  g_set_error (error, ILV_PACK_ERROR, ILV_PACK_ERROR_NOT_A_PACK,
               /* Translators: %s is the name of a folder or of a zip file. */
               _ ("“%s” is no lesson pack: there is neither lesson.md nor course.ini in it"), name);
  return NULL;
}

/* (transfer full): the folder, where a file of a lesson is named. */
static GFile *
find_source (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  gboolean is_lesson = g_str_has_prefix (name, "lesson") && g_str_has_suffix (name, ".md");
  gboolean is_part = is_lesson || g_str_equal (name, "course.ini");
  GFile *folder = is_part ? g_file_get_parent (file) : NULL;

  return folder != NULL ? folder : g_object_ref (file);
}

/* @source: (transfer full) */
static IlvPack *
create (GFile *source)
{
  IlvPack *self = g_object_new (ILV_TYPE_PACK, NULL);
  g_autofree char *uri = g_file_get_uri (source);

  self->source = source;
  self->id = create_id (uri, strlen (uri));
  return self;
}

IlvPack *
ilv_pack_open (GFile *source, GFile *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (IlvPack) self = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (G_IS_FILE (source), NULL);
  g_return_val_if_fail (G_IS_FILE (store), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = create (find_source (source));
  if (g_file_query_file_type (self->source, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    folder = g_object_ref (self->source);
  else
    folder = unpack_file (self, store, cancellable, error);
  return folder != NULL ? read_pack (g_steal_pointer (&self), folder, error) : NULL;
}

IlvPack *
ilv_pack_reopen (
  GFile *source, const char *unpacked, GFile *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) place = NULL;
  IlvPack *self;

  g_return_val_if_fail (G_IS_FILE (source), NULL);
  g_return_val_if_fail (G_IS_FILE (store), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  /* It is the name of a folder in the store and nothing else. */
  if (unpacked == NULL || strlen (unpacked) != strspn (unpacked, "0123456789abcdef"))
    return ilv_pack_open (source, store, cancellable, error);
  place = g_file_get_child (store, unpacked);
  if (!g_file_query_exists (place, NULL))
    return ilv_pack_open (source, store, cancellable, error);
  self = create (g_object_ref (source));
  self->unpacked = g_strdup (unpacked);
  return read_pack (self, place, error);
}

IlvPack *
ilv_pack_new_broken (GFile *source, const char *title, const GError *error)
{
  IlvPack *self;

  g_return_val_if_fail (G_IS_FILE (source), NULL);
  g_return_val_if_fail (title != NULL && error != NULL, NULL);

  self = create (g_object_ref (source));
  self->title = g_strdup (title);
  self->error = g_error_copy (error);
  return self;
}

const GError *
ilv_pack_get_error (IlvPack *self)
{
  g_return_val_if_fail (ILV_IS_PACK (self), NULL);

  return self->error;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  IlvPack *self = ilv_pack_open (source, data, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ilv_pack_open_async (GFile *source,
                     GFile *store,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (source));
  g_return_if_fail (G_IS_FILE (store));

  task = g_task_new (source, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_pack_open_async);
  g_task_set_task_data (task, g_object_ref (store), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

IlvPack *
ilv_pack_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ilv_pack_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GFile *
ilv_pack_get_source (IlvPack *self)
{
  g_return_val_if_fail (ILV_IS_PACK (self), NULL);

  return self->source;
}

GFile *
ilv_pack_get_folder (IlvPack *self)
{
  g_return_val_if_fail (ILV_IS_PACK (self), NULL);

  return self->folder;
}

const char *
ilv_pack_get_id (IlvPack *self)
{
  g_return_val_if_fail (ILV_IS_PACK (self), NULL);

  return self->id;
}

const char *
ilv_pack_get_unpacked (IlvPack *self)
{
  g_return_val_if_fail (ILV_IS_PACK (self), NULL);

  return self->unpacked;
}

const char *
ilv_pack_get_title (IlvPack *self)
{
  g_return_val_if_fail (ILV_IS_PACK (self), NULL);

  return self->course != NULL ? ilv_course_get_title (self->course) : self->title;
}

IlvCourse *
ilv_pack_get_course (IlvPack *self)
{
  g_return_val_if_fail (ILV_IS_PACK (self), NULL);

  return self->course;
}

GPtrArray *
ilv_pack_get_faults (IlvPack *self)
{
  g_return_val_if_fail (ILV_IS_PACK (self), NULL);

  return self->faults;
}

GFile *
ilv_pack_get_default_store (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "interleave", "packs", NULL);
}
