/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-history-window.h"

#include <glib/gi18n.h>

#include "ilv-delete-button.h"
#include "ilv-history-row.h"
#include "ilv-run-difference.h"
#include "ilv-toast.h"

#define N_CHOSEN 2

struct _IlvHistoryWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkLabel *words;
  IlvRunDifference *difference;
  GtkWidget *list_scroller;
  GtkListBox *list;
  GtkWidget *delete_all;

  IlvRunStore *store;
  IlvRunPlace place; /* owned */
  GSimpleActionGroup *group;
  GCancellable *cancellable; /* of all that is read */
  GQueue chosen;             /* IlvHistoryRow, the earliest choice first; unowned */
  IlvStoredRun *loaded[N_CHOSEN];
  IlvStoredRun *deleted; /* what can be brought back */
};

G_DEFINE_FINAL_TYPE (IlvHistoryWindow, ilv_history_window, ADW_TYPE_WINDOW)

enum
{
  SHOW_RUN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_problem (IlvHistoryWindow *self, const GError *error)
{
  /* A window that is closed meanwhile has no place for it. */
  if (self->store != NULL)
    adw_toast_overlay_add_toast (self->toasts, ilv_toast_new (error->message));
}

static void
forget_loaded (IlvHistoryWindow *self)
{
  for (guint i = 0; i < N_CHOSEN; i++)
    g_clear_pointer (&self->loaded[i], ilv_stored_run_unref);
  ilv_run_difference_set_runs (self->difference, NULL, NULL);
}

static void load_next (IlvHistoryWindow *self);

/* What was asked for before something else was, or before the window was closed. */
static gboolean
is_stale (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvStoredRun) run = ilv_run_store_load_finish (ILV_RUN_STORE (source), result, &error);

  if (is_stale (result))
    return;
  if (run == NULL)
    {
      show_problem (self, error);
      return;
    }
  self->loaded[self->loaded[0] == NULL ? 0 : 1] = g_steal_pointer (&run);
  load_next (self);
}

/* One after the other: both are shown when both are there. */
static void
load_next (IlvHistoryWindow *self)
{
  guint n_loaded = self->loaded[0] == NULL ? 0 : self->loaded[1] == NULL ? 1 : N_CHOSEN;
  IlvHistoryRow *row;

  if (n_loaded == N_CHOSEN)
    {
      ilv_run_difference_set_runs (self->difference, self->loaded[0], self->loaded[1]);
      return;
    }
  row = g_queue_peek_nth (&self->chosen, n_loaded);
  ilv_run_store_load_async (self->store, ilv_history_row_get_run (row)->id, self->cancellable, on_loaded,
                            g_object_ref (self));
}

static void
stop_reading (IlvHistoryWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/* A third choice takes the place of the earliest. */
static void
on_chosen_changed (IlvHistoryWindow *self, GParamSpec *pspec G_GNUC_UNUSED, IlvHistoryRow *row)
{
  stop_reading (self);
  forget_loaded (self);
  g_queue_remove (&self->chosen, row);
  if (ilv_history_row_get_chosen (row))
    g_queue_push_tail (&self->chosen, row);
  if (g_queue_get_length (&self->chosen) > N_CHOSEN)
    ilv_history_row_set_chosen (g_queue_peek_head (&self->chosen), FALSE);
  else if (g_queue_get_length (&self->chosen) == N_CHOSEN)
    load_next (self);
}

static void
show_runs (IlvHistoryWindow *self, GPtrArray *runs)
{
  GtkListBoxRow *row;

  g_queue_clear (&self->chosen);
  forget_loaded (self);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < runs->len; i++)
    {
      GtkWidget *child = ilv_history_row_new (runs->pdata[i]);

      g_signal_connect_object (child, "notify::chosen", G_CALLBACK (on_chosen_changed), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, child);
    }
  gtk_label_set_label (self->words,
                       runs->len > 0 ? _ ("Choose two runs to see what is different.")
                                     : _ ("No run of this comparison is kept. What you run from now on is "
                                          "kept, unless you have turned that off in the preferences."));
  gtk_widget_set_visible (self->list_scroller, runs->len > 0);
  gtk_widget_set_visible (self->delete_all, runs->len > 0);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = ilv_run_store_list_finish (ILV_RUN_STORE (source), result, &error);

  if (is_stale (result))
    return;
  if (runs != NULL)
    show_runs (self, runs);
  else
    show_problem (self, error);
}

static void
reload (IlvHistoryWindow *self)
{
  if (self->store == NULL)
    return;
  stop_reading (self);
  ilv_run_store_list_async (self->store, &self->place, self->cancellable, on_listed, g_object_ref (self));
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ilv_run_store_remove_finish (ILV_RUN_STORE (source), result, &error))
    show_problem (self, error);
  else if (self->store != NULL)
    adw_toast_overlay_add_toast (self->toasts,
                                 ilv_toast_new_with_undo (_ ("Run deleted"), "history.undo"));
  reload (self);
}

/* With all that it holds, so that it can be brought back. */
static void
on_loaded_to_delete (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  IlvStoredRun *run = ilv_run_store_load_finish (ILV_RUN_STORE (source), result, &error);

  if (run == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_clear_pointer (&self->deleted, ilv_stored_run_unref);
  self->deleted = run;
  ilv_run_store_remove_async (ILV_RUN_STORE (source), run->id, NULL, on_removed, g_object_ref (self));
}

static void
on_delete (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  IlvHistoryWindow *self = data;

  ilv_run_store_load_async (self->store, g_variant_get_int64 (parameter), NULL, on_loaded_to_delete,
                            g_object_ref (self));
}

static void
on_brought_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ilv_run_store_add_finish (ILV_RUN_STORE (source), result, &error))
    show_problem (self, error);
  reload (self);
}

static void
on_undo (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvHistoryWindow *self = data;
  g_autoptr (IlvStoredRun) run = g_steal_pointer (&self->deleted);

  if (run != NULL)
    ilv_run_store_add_async (self->store, run, NULL, on_brought_back, g_object_ref (self));
}

static void
on_cleared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ilv_run_store_clear_finish (ILV_RUN_STORE (source), result, &error))
    show_problem (self, error);
  reload (self);
}

static void
on_delete_all (IlvHistoryWindow *self)
{
  /* What is deleted for good is not brought back by the toast of the run before. */
  g_clear_pointer (&self->deleted, ilv_stored_run_unref);
  ilv_run_store_clear_async (self->store, &self->place, NULL, on_cleared, g_object_ref (self));
}

static void
on_loaded_to_show (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvStoredRun) run = ilv_run_store_load_finish (ILV_RUN_STORE (source), result, &error);

  if (run == NULL)
    show_problem (self, error);
  else if (self->store == NULL)
    return;
  else if (run->traces[ILV_SIDE_LEFT] == NULL)
    adw_toast_overlay_add_toast (
      self->toasts, ilv_toast_new (_ ("This run was too large to be kept whole: only its figures are left")));
  else
    {
      g_signal_emit (self, signals[SHOW_RUN], 0, run);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
on_show (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  IlvHistoryWindow *self = data;

  ilv_run_store_load_async (self->store, g_variant_get_int64 (parameter), NULL, on_loaded_to_show,
                            g_object_ref (self));
}

static void
ilv_history_window_dispose (GObject *object)
{
  IlvHistoryWindow *self = ILV_HISTORY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_queue_clear (&self->chosen);
  for (guint i = 0; i < N_CHOSEN; i++)
    g_clear_pointer (&self->loaded[i], ilv_stored_run_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->group);

  G_OBJECT_CLASS (ilv_history_window_parent_class)->dispose (object);
}

static void
ilv_history_window_finalize (GObject *object)
{
  IlvHistoryWindow *self = ILV_HISTORY_WINDOW (object);

  g_clear_pointer (&self->deleted, ilv_stored_run_unref);
  g_free ((char *) self->place.lesson);
  g_free ((char *) self->place.section);
  g_free ((char *) self->place.title);

  G_OBJECT_CLASS (ilv_history_window_parent_class)->finalize (object);
}

static void
ilv_history_window_class_init (IlvHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_history_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_history_window_finalize;

  /**
   * IlvHistoryWindow::show-run:
   * @run: (type gpointer): an #IlvStoredRun with traces; of this call only
   *
   * A run is to be shown in the comparison.
   */
  signals[SHOW_RUN] = g_signal_new ("show-run", ILV_TYPE_HISTORY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (ILV_TYPE_DELETE_BUTTON);
  g_type_ensure (ILV_TYPE_RUN_DIFFERENCE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvHistoryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, IlvHistoryWindow, words);
  gtk_widget_class_bind_template_child (widget_class, IlvHistoryWindow, difference);
  gtk_widget_class_bind_template_child (widget_class, IlvHistoryWindow, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, IlvHistoryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, IlvHistoryWindow, delete_all);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_all);
}

static void
ilv_history_window_init (IlvHistoryWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show", .activate = on_show, .parameter_type = "x" },
    { .name = "delete", .activate = on_delete, .parameter_type = "x" },
    { .name = "undo", .activate = on_undo },
  };

  g_queue_init (&self->chosen);
  self->cancellable = g_cancellable_new ();
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "history", G_ACTION_GROUP (self->group));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->list_scroller, FALSE);
  gtk_widget_set_visible (self->delete_all, FALSE);
}

GtkWidget *
ilv_history_window_new (GtkWindow *parent, IlvRunStore *store, const IlvRunPlace *place)
{
  IlvHistoryWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ILV_IS_RUN_STORE (store), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  self = g_object_new (ILV_TYPE_HISTORY_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  self->store = g_object_ref (store);
  self->place = (IlvRunPlace){ g_strdup (place->lesson), g_strdup (place->section),
                               g_strdup (place->title) };
  reload (self);
  return GTK_WIDGET (self);
}
