/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-own-lessons.h"

#include <glib/gi18n-lib.h>

#include "ilv-compat.h"
#include "ilv-pack-watch.h"
#include "ilv-toast.h"

struct _IlvOwnLessons
{
  GObject parent_instance;

  GtkWindow *window; /* unowned */
  AdwToastOverlay *toasts;
  IlvPackShelf *shelf;
  GCancellable *cancellable;

  gboolean loaded;
  GPtrArray *waiting; /* files to be opened once the shelf is loaded */

  IlvPack *followed;
  IlvPackWatch *watch;

  IlvPack *removed; /* what can be put back */
  guint removed_from;
};

G_DEFINE_FINAL_TYPE (IlvOwnLessons, ilv_own_lessons, G_TYPE_OBJECT)

enum
{
  LOADED,
  OPENED,
  FAILED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  IlvOwnLessons *self;
  GFile *source;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->self);
  g_object_unref (opening->source);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvPack) pack = ilv_pack_shelf_add_finish (ILV_PACK_SHELF (source), result, &error);

  if (pack != NULL)
    g_signal_emit (opening->self, signals[OPENED], 0, pack);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (opening->self, signals[FAILED], 0, opening->source, error);
}

static void
start_opening (IlvOwnLessons *self, GFile *source)
{
  Opening *opening = g_new (Opening, 1);

  *opening = (Opening){ g_object_ref (self), g_object_ref (source) };
  ilv_pack_shelf_add_async (self->shelf, source, self->cancellable, on_opened, opening);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IlvOwnLessons) self = data;
  g_autoptr (GError) error = NULL;

  if (!ilv_pack_shelf_load_finish (ILV_PACK_SHELF (source), result, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      g_signal_emit (self, signals[FAILED], 0, NULL, error);
    }
  self->loaded = TRUE;
  g_signal_emit (self, signals[LOADED], 0);
  for (guint i = 0; i < self->waiting->len; i++)
    start_opening (self, g_ptr_array_index (self->waiting, i));
  g_ptr_array_set_size (self->waiting, 0);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (IlvOwnLessons) self = data;

  if (file != NULL && !g_cancellable_is_cancelled (self->cancellable))
    ilv_own_lessons_open (self, file);
}

static void
on_open (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  static const char *const patterns[] = { "*.ilvpack", "*.zip", "lesson*.md", "course.ini" };
  IlvOwnLessons *self = data;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Lessons"));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  ilv_compat_choose_file (self->window, _ ("Open a lesson"), filter, on_file_chosen, g_object_ref (self));
}

static void
on_open_folder (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvOwnLessons *self = data;

  ilv_compat_choose_folder (self->window, _ ("Open the folder of a lesson"), on_file_chosen, g_object_ref (self));
}

static void
on_reload (GSimpleAction *action G_GNUC_UNUSED, GVariant *id, gpointer data)
{
  IlvOwnLessons *self = data;
  g_autoptr (IlvPack) pack = ilv_pack_shelf_find (self->shelf, g_variant_get_string (id, NULL));

  if (pack != NULL)
    ilv_own_lessons_open (self, ilv_pack_get_source (pack));
}

static void
on_remove (GSimpleAction *action G_GNUC_UNUSED, GVariant *id, gpointer data)
{
  IlvOwnLessons *self = data;
  g_autoptr (IlvPack) pack = ilv_pack_shelf_find (self->shelf, g_variant_get_string (id, NULL));
  g_autofree char *text = NULL;

  if (pack == NULL)
    return;
  self->removed_from = ilv_pack_shelf_remove (self->shelf, pack);
  g_set_object (&self->removed, pack);
  g_signal_emit (self, signals[REMOVED], 0, pack);

  /* Translators: %s is the title of a lesson or of a course. */
  text = g_strdup_printf (_ ("“%s” was taken off your lessons"), ilv_pack_get_title (pack));
  adw_toast_overlay_add_toast (self->toasts, ilv_toast_new_with_undo (text, "win.restore-pack"));
}

static void
on_restore (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvOwnLessons *self = data;
  g_autoptr (IlvPack) pack = g_steal_pointer (&self->removed);

  if (pack != NULL)
    ilv_pack_shelf_restore (self->shelf, pack, self->removed_from);
}

static void
on_pack_changed (IlvOwnLessons *self)
{
  start_opening (self, ilv_pack_get_source (self->followed));
}

static void
ilv_own_lessons_dispose (GObject *object)
{
  IlvOwnLessons *self = ILV_OWN_LESSONS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->watch);
  g_clear_object (&self->followed);
  g_clear_object (&self->removed);
  g_clear_object (&self->shelf);
  g_clear_object (&self->toasts);

  G_OBJECT_CLASS (ilv_own_lessons_parent_class)->dispose (object);
}

static void
ilv_own_lessons_finalize (GObject *object)
{
  IlvOwnLessons *self = ILV_OWN_LESSONS (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->waiting);

  G_OBJECT_CLASS (ilv_own_lessons_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, guint n_parameters, GType first, GType second)
{
  return g_signal_new (name, ILV_TYPE_OWN_LESSONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       n_parameters, first, second);
}

static void
ilv_own_lessons_class_init (IlvOwnLessonsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_own_lessons_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_own_lessons_finalize;

  /**
   * IlvOwnLessons::loaded:
   *
   * What was on the shelf is there, or could not be read, which ::failed has said.
   */
  signals[LOADED] = add_signal ("loaded", 0, G_TYPE_NONE, G_TYPE_NONE);

  /**
   * IlvOwnLessons::opened:
   * @pack: the pack
   *
   * A pack was opened, for the first time or again.
   */
  signals[OPENED] = add_signal ("opened", 1, ILV_TYPE_PACK, G_TYPE_NONE);

  /**
   * IlvOwnLessons::failed:
   * @source: (nullable): what could not be opened, or %NULL for the shelf
   * @error: why
   *
   * Something could not be opened. What there was stays.
   */
  signals[FAILED] = add_signal ("failed", 2, G_TYPE_FILE, G_TYPE_ERROR);

  /**
   * IlvOwnLessons::removed:
   * @pack: the pack
   *
   * A pack was taken off the shelf.
   */
  signals[REMOVED] = add_signal ("removed", 1, ILV_TYPE_PACK, G_TYPE_NONE);
}

static void
ilv_own_lessons_init (IlvOwnLessons *self)
{
  self->cancellable = g_cancellable_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

IlvOwnLessons *
ilv_own_lessons_new (GtkWindow *window, AdwToastOverlay *toasts, IlvPackShelf *shelf)
{
  static const GActionEntry entries[] = {
    { .name = "open-lesson", .activate = on_open },
    { .name = "open-lesson-folder", .activate = on_open_folder },
    { .name = "reload-pack", .activate = on_reload, .parameter_type = "s" },
    { .name = "remove-pack", .activate = on_remove, .parameter_type = "s" },
    { .name = "restore-pack", .activate = on_restore },
  };
  IlvOwnLessons *self;

  g_return_val_if_fail (G_IS_ACTION_MAP (window), NULL);
  g_return_val_if_fail (ILV_IS_PACK_SHELF (shelf), NULL);

  self = g_object_new (ILV_TYPE_OWN_LESSONS, NULL);
  self->window = window;
  self->toasts = g_object_ref (toasts);
  self->shelf = g_object_ref (shelf);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  ilv_pack_shelf_load_async (shelf, self->cancellable, on_loaded, g_object_ref (self));
  return self;
}

gboolean
ilv_own_lessons_is_loaded (IlvOwnLessons *self)
{
  g_return_val_if_fail (ILV_IS_OWN_LESSONS (self), FALSE);

  return self->loaded;
}

void
ilv_own_lessons_open (IlvOwnLessons *self, GFile *source)
{
  g_return_if_fail (ILV_IS_OWN_LESSONS (self));
  g_return_if_fail (G_IS_FILE (source));

  if (self->loaded)
    start_opening (self, source);
  else
    g_ptr_array_add (self->waiting, g_object_ref (source));
}

void
ilv_own_lessons_follow (IlvOwnLessons *self, IlvPack *pack)
{
  g_return_if_fail (ILV_IS_OWN_LESSONS (self));
  g_return_if_fail (pack == NULL || ILV_IS_PACK (pack));

  if (!g_set_object (&self->followed, pack))
    return;
  g_clear_object (&self->watch);
  /* What was unpacked is nobody's to edit. */
  if (pack == NULL || ilv_pack_get_folder (pack) == NULL || ilv_pack_get_unpacked (pack) != NULL)
    return;
  self->watch = ilv_pack_watch_new (ilv_pack_get_folder (pack));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_pack_changed), self, G_CONNECT_SWAPPED);
}
