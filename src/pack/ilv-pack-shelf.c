/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pack-shelf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUP_PREFIX "Pack "
#define MAX_PACKS 100

struct _IlvPackShelf
{
  GObject parent_instance;

  GFile *file;
  GFile *store;
  GPtrArray *packs;
};

static void ilv_pack_shelf_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvPackShelf, ilv_pack_shelf, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ilv_pack_shelf_list_model_init))

static void
save (IlvPackShelf *self)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autofree char *folder_path = g_file_get_path (folder);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->packs->len; i++)
    {
      IlvPack *pack = g_ptr_array_index (self->packs, i);
      g_autofree char *group = g_strconcat (GROUP_PREFIX, ilv_pack_get_id (pack), NULL);
      g_autofree char *source = g_file_get_uri (ilv_pack_get_source (pack));

      g_key_file_set_string (key_file, group, "Source", source);
      g_key_file_set_string (key_file, group, "Title", ilv_pack_get_title (pack));
      if (ilv_pack_get_unpacked (pack) != NULL)
        g_key_file_set_string (key_file, group, "Unpacked", ilv_pack_get_unpacked (pack));
    }
  text = g_key_file_to_data (key_file, NULL, NULL);
  if (g_mkdir_with_parents (folder_path, 0700) != 0
      || !g_file_set_contents_full (g_file_peek_path (self->file), text, -1,
                                    G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_warning ("The list of lesson packs cannot be saved: %s",
               error != NULL ? error->message : folder_path);
}

static GType
ilv_pack_shelf_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return ILV_TYPE_PACK;
}

static guint
ilv_pack_shelf_get_n_items (GListModel *model)
{
  return ILV_PACK_SHELF (model)->packs->len;
}

static gpointer
ilv_pack_shelf_get_item (GListModel *model, guint position)
{
  IlvPackShelf *self = ILV_PACK_SHELF (model);

  return position < self->packs->len ? g_object_ref (g_ptr_array_index (self->packs, position)) : NULL;
}

static void
ilv_pack_shelf_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ilv_pack_shelf_get_item_type;
  interface->get_n_items = ilv_pack_shelf_get_n_items;
  interface->get_item = ilv_pack_shelf_get_item;
}

/* The place of the pack with that id, or the end. */
static guint
find_id (IlvPackShelf *self, const char *id)
{
  guint i;

  for (i = 0; i < self->packs->len; i++)
    if (g_str_equal (ilv_pack_get_id (g_ptr_array_index (self->packs, i)), id))
      break;
  return i;
}

/* @pack: (transfer full) */
static void
put (IlvPackShelf *self, IlvPack *pack)
{
  guint position = find_id (self, ilv_pack_get_id (pack));
  gboolean is_there = position < self->packs->len;

  if (is_there)
    {
      g_object_unref (self->packs->pdata[position]);
      self->packs->pdata[position] = pack;
    }
  else
    {
      g_ptr_array_add (self->packs, pack);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, is_there, 1);
}

static void
ilv_pack_shelf_finalize (GObject *object)
{
  IlvPackShelf *self = ILV_PACK_SHELF (object);

  g_object_unref (self->file);
  g_object_unref (self->store);
  g_ptr_array_unref (self->packs);

  G_OBJECT_CLASS (ilv_pack_shelf_parent_class)->finalize (object);
}

static void
ilv_pack_shelf_class_init (IlvPackShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_pack_shelf_finalize;
}

static void
ilv_pack_shelf_init (IlvPackShelf *self)
{
  self->packs = g_ptr_array_new_with_free_func (g_object_unref);
}

IlvPackShelf *
ilv_pack_shelf_new (GFile *file, GFile *store)
{
  IlvPackShelf *self;

  g_return_val_if_fail (G_IS_FILE (file) && g_file_is_native (file), NULL);
  g_return_val_if_fail (G_IS_FILE (store) && g_file_is_native (store), NULL);

  self = g_object_new (ILV_TYPE_PACK_SHELF, NULL);
  self->file = g_object_ref (file);
  self->store = g_object_ref (store);
  return self;
}

IlvPackShelf *
ilv_pack_shelf_new_default (void)
{
  g_autoptr (GFile) file
    = g_file_new_build_filename (g_get_user_data_dir (), "interleave", "packs.ini", NULL);
  g_autoptr (GFile) store = ilv_pack_get_default_store ();

  return ilv_pack_shelf_new (file, store);
}

/* Deletes what was unpacked and is not among @wanted. */
static void
clean_store (GFile *store, GHashTable *wanted)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
    store, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && child != NULL)
    if (!g_hash_table_contains (wanted, g_file_info_get_name (info)))
      ilv_pack_delete_folder (child);
}

/* (transfer full) (nullable): the pack of @group, which may be a broken one. */
static IlvPack *
open_group (GKeyFile *key_file, const char *group, GFile *store, GHashTable *wanted, GCancellable *cancellable)
{
  g_autofree char *uri = g_key_file_get_string (key_file, group, "Source", NULL);
  g_autofree char *title = g_key_file_get_string (key_file, group, "Title", NULL);
  g_autofree char *unpacked = g_key_file_get_string (key_file, group, "Unpacked", NULL);
  g_autoptr (GFile) source = NULL;
  g_autoptr (GError) error = NULL;
  IlvPack *pack;

  if (uri == NULL || title == NULL)
    return NULL;
  source = g_file_new_for_uri (uri);
  pack = ilv_pack_reopen (source, unpacked, store, cancellable, &error);
  if (pack == NULL)
    pack = ilv_pack_new_broken (source, title, error);
  if (unpacked != NULL)
    g_hash_table_add (wanted, g_steal_pointer (&unpacked));
  if (ilv_pack_get_unpacked (pack) != NULL)
    g_hash_table_add (wanted, g_strdup (ilv_pack_get_unpacked (pack)));
  return pack;
}

/* Keeps the damaged list under another name. */
static void
set_aside (GFile *file, GError **error)
{
  g_autofree char *path = g_strconcat (g_file_peek_path (file), "~", NULL);
  g_autoptr (GFile) aside = g_file_new_for_path (path);

  g_file_move (file, aside, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
  /* Translators: %s is the name of a file. */
  g_set_error (error, ILV_PACK_ERROR, ILV_PACK_ERROR_DAMAGED,
               _ ("The list of your lessons could not be read; it is kept as %s. Open your lessons again."),
               path);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data G_GNUC_UNUSED, GCancellable *cancellable)
{
  IlvPackShelf *self = source;
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) groups = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_key_file_load_from_file (key_file, g_file_peek_path (self->file), G_KEY_FILE_NONE, &error)
      && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_clear_error (&error);
      set_aside (self->file, &error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  groups = g_key_file_get_groups (key_file, NULL);
  for (guint i = 0; groups[i] != NULL && packs->len < MAX_PACKS; i++)
    {
      IlvPack *pack = g_str_has_prefix (groups[i], GROUP_PREFIX)
                        ? open_group (key_file, groups[i], self->store, wanted, cancellable)
                        : NULL;

      if (pack != NULL)
        g_ptr_array_add (packs, pack);
    }
  clean_store (self->store, wanted);
  g_task_return_pointer (task, g_steal_pointer (&packs), (GDestroyNotify) g_ptr_array_unref);
}

void
ilv_pack_shelf_load_async (IlvPackShelf *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ILV_IS_PACK_SHELF (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_pack_shelf_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

gboolean
ilv_pack_shelf_load_finish (IlvPackShelf *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) packs = NULL;

  g_return_val_if_fail (ILV_IS_PACK_SHELF (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  packs = g_task_propagate_pointer (G_TASK (result), error);
  if (packs == NULL)
    return FALSE;
  for (guint i = 0; i < packs->len; i++)
    put (self, g_object_ref (g_ptr_array_index (packs, i)));
  return TRUE;
}

static void
on_opened (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  IlvPackShelf *self = g_task_get_source_object (task);
  GError *error = NULL;
  IlvPack *pack = ilv_pack_open_finish (result, &error);

  if (pack == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  put (self, g_object_ref (pack));
  save (self);
  g_task_return_pointer (task, pack, g_object_unref);
}

void
ilv_pack_shelf_add_async (IlvPackShelf *self,
                          GFile *source,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ILV_IS_PACK_SHELF (self));
  g_return_if_fail (G_IS_FILE (source));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_pack_shelf_add_async);
  ilv_pack_open_async (source, self->store, cancellable, on_opened, task);
}

IlvPack *
ilv_pack_shelf_add_finish (IlvPackShelf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (ILV_IS_PACK_SHELF (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
ilv_pack_shelf_remove (IlvPackShelf *self, IlvPack *pack)
{
  guint position;

  g_return_val_if_fail (ILV_IS_PACK_SHELF (self), 0);
  g_return_val_if_fail (g_ptr_array_find (self->packs, pack, &position), 0);

  g_ptr_array_remove_index (self->packs, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  save (self);
  return position;
}

void
ilv_pack_shelf_restore (IlvPackShelf *self, IlvPack *pack, guint position)
{
  g_return_if_fail (ILV_IS_PACK_SHELF (self));
  g_return_if_fail (ILV_IS_PACK (pack));

  if (find_id (self, ilv_pack_get_id (pack)) < self->packs->len)
    return; /* it was opened anew in the meantime */
  position = MIN (position, self->packs->len);
  g_ptr_array_insert (self->packs, position, g_object_ref (pack));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  save (self);
}

IlvPack *
ilv_pack_shelf_find (IlvPackShelf *self, const char *id)
{
  guint position;

  g_return_val_if_fail (ILV_IS_PACK_SHELF (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  position = find_id (self, id);
  return position < self->packs->len ? g_object_ref (g_ptr_array_index (self->packs, position)) : NULL;
}

IlvLesson *
ilv_pack_shelf_find_lesson (IlvPackShelf *self, const char *id, IlvPack **pack)
{
  g_return_val_if_fail (ILV_IS_PACK_SHELF (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->packs->len; i++)
    {
      IlvPack *candidate = g_ptr_array_index (self->packs, i);
      IlvCourse *course = ilv_pack_get_course (candidate);
      IlvLesson *lesson = course != NULL ? ilv_course_find_lesson (course, id) : NULL;

      if (lesson == NULL)
        continue;
      if (pack != NULL)
        *pack = candidate;
      return g_object_ref (lesson);
    }
  return NULL;
}
