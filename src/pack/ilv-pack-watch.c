/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pack-watch.h"

/* Editors write, move and write again within less. */
#define BURST_MS 150

/* A course has a folder a lesson. */
#define MAX_FOLDERS 100

struct _IlvPackWatch
{
  GObject parent_instance;

  GPtrArray *monitors;
  GSource *pending; /* or NULL */
};

G_DEFINE_FINAL_TYPE (IlvPackWatch, ilv_pack_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
on_quiet (gpointer data)
{
  IlvPackWatch *self = data;

  g_clear_pointer (&self->pending, g_source_unref);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
forget_pending (IlvPackWatch *self)
{
  if (self->pending != NULL)
    g_source_destroy (self->pending);
  g_clear_pointer (&self->pending, g_source_unref);
}

static void
on_monitor_changed (IlvPackWatch *self)
{
  forget_pending (self);
  self->pending = g_timeout_source_new (BURST_MS);
  g_source_set_callback (self->pending, on_quiet, self, NULL);
  g_source_attach (self->pending, g_main_context_get_thread_default ());
}

static void
watch_folder (IlvPackWatch *self, GFile *folder)
{
  GFileMonitor *monitor
    = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor == NULL)
    return;
  g_signal_connect_object (monitor, "changed", G_CALLBACK (on_monitor_changed), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->monitors, monitor);
}

static void
ilv_pack_watch_dispose (GObject *object)
{
  IlvPackWatch *self = ILV_PACK_WATCH (object);

  forget_pending (self);
  for (guint i = 0; self->monitors != NULL && i < self->monitors->len; i++)
    g_file_monitor_cancel (g_ptr_array_index (self->monitors, i));
  g_clear_pointer (&self->monitors, g_ptr_array_unref);

  G_OBJECT_CLASS (ilv_pack_watch_parent_class)->dispose (object);
}

static void
ilv_pack_watch_class_init (IlvPackWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_pack_watch_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_pack_watch_init (IlvPackWatch *self)
{
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
}

IlvPackWatch *
ilv_pack_watch_new (GFile *folder)
{
  IlvPackWatch *self;
  g_autoptr (GFileEnumerator) children = NULL;
  GFileInfo *info;
  GFile *child;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self = g_object_new (ILV_TYPE_PACK_WATCH, NULL);
  watch_folder (self, folder);
  children = g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
    G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (children != NULL && self->monitors->len < MAX_FOLDERS
         && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && child != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      watch_folder (self, child);
  return self;
}
