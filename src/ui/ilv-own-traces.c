/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-own-traces.h"

#include <glib/gi18n-lib.h>

#include "ilv-compat.h"
#include "ilv-toast.h"

struct _IlvOwnTraces
{
  GObject parent_instance;

  GtkWindow *window; /* unowned */
  AdwToastOverlay *toasts;
  GListStore *list;
  IlvTraceDocument *shown; /* or NULL */
  gboolean is_closed;      /* the window has gone; what a dialog answers comes too late */

  IlvTraceDocument *removed; /* what can be put back */
  guint removed_from;
  AdwToast *offer; /* the toast that says so; unowned, only compared */
};

G_DEFINE_FINAL_TYPE (IlvOwnTraces, ilv_own_traces, G_TYPE_OBJECT)

enum
{
  SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_actions (IlvOwnTraces *self)
{
  gboolean can_compare
    = self->shown != NULL && ilv_trace_document_get_n_files (self->shown) < ILV_TRACE_DOCUMENT_MAX_FILES;

  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), "compare-trace")), can_compare);
}

static void
set_shown (IlvOwnTraces *self, IlvTraceDocument *document)
{
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  g_set_object (&self->shown, document);
  if (document != NULL)
    g_signal_connect_object (document, "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

/* (transfer full) (nullable) */
static IlvTraceDocument *
get_document (IlvOwnTraces *self, guint index)
{
  return g_list_model_get_item (G_LIST_MODEL (self->list), index);
}

/* (transfer full) (nullable): what is open of that file alone */
static IlvTraceDocument *
find_open (IlvOwnTraces *self, GFile *file)
{
  IlvTraceDocument *document;

  for (guint i = 0; (document = get_document (self, i)) != NULL; i++)
    {
      if (ilv_trace_document_is_of (document, file))
        return document;
      g_object_unref (document);
    }
  return NULL;
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (IlvOwnTraces) self = data;

  if (file != NULL && !self->is_closed)
    ilv_own_traces_open (self, file, NULL);
}

static void
on_second_chosen (GFile *file, gpointer data)
{
  g_autoptr (IlvOwnTraces) self = data;

  if (file != NULL && !self->is_closed && self->shown != NULL
      && ilv_trace_document_get_n_files (self->shown) < ILV_TRACE_DOCUMENT_MAX_FILES)
    ilv_trace_document_add (self->shown, file);
}

static void
choose_file (IlvOwnTraces *self, const char *title, IlvCompatFileFunc callback)
{
  static const char *const patterns[] = { "*.json", "*.csv", "*.trace", "*.gz" };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Traces"));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  ilv_compat_choose_file (self->window, title, filter, callback, g_object_ref (self));
}

static void
on_open (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  choose_file (data, _ ("Open a trace"), on_file_chosen);
}

static void
on_compare (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  choose_file (data, _ ("Compare with a trace"), on_second_chosen);
}

static void
on_reload (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvOwnTraces *self = data;

  if (self->shown != NULL)
    ilv_trace_document_reload (self->shown);
}

static void
show_neighbour (IlvOwnTraces *self, guint position)
{
  guint n_documents = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autoptr (IlvTraceDocument) next
    = n_documents > 0 ? get_document (self, MIN (position, n_documents - 1)) : NULL;

  set_shown (self, next);
  g_signal_emit (self, signals[SHOWN], 0, next);
}

/* What can no longer be put back is not kept: it may be large. */
static void
on_offer_dismissed (IlvOwnTraces *self, AdwToast *toast)
{
  if (toast != self->offer)
    return;
  self->offer = NULL;
  g_clear_object (&self->removed);
}

static void
offer_undo (IlvOwnTraces *self)
{
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("“%s” was closed"), ilv_trace_document_get_title (self->removed));

  self->offer = ilv_toast_new_with_undo (text, "win.restore-trace");
  g_signal_connect_object (self->offer, "dismissed", G_CALLBACK (on_offer_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->offer);
}

static void
close_document (IlvOwnTraces *self, guint position)
{
  g_autoptr (IlvTraceDocument) document = get_document (self, position);

  g_list_store_remove (self->list, position);
  ilv_trace_document_cancel (document);
  self->removed_from = position;
  g_set_object (&self->removed, document);
  if (document == self->shown)
    show_neighbour (self, position);
  offer_undo (self);
}

static void
on_close (GSimpleAction *action G_GNUC_UNUSED, GVariant *id, gpointer data)
{
  IlvOwnTraces *self = data;
  guint n_documents = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n_documents; i++)
    {
      g_autoptr (IlvTraceDocument) document = get_document (self, i);

      if (ilv_trace_document_get_id (document) != g_variant_get_uint32 (id))
        continue;
      close_document (self, i);
      return;
    }
}

static void
on_restore (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvOwnTraces *self = data;
  g_autoptr (IlvTraceDocument) document = g_steal_pointer (&self->removed);
  guint n_documents = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (document == NULL)
    return;
  g_list_store_insert (self->list, MIN (self->removed_from, n_documents), document);
  if (g_error_matches (ilv_trace_document_get_error (document), G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ilv_trace_document_reload (document);
  ilv_own_traces_show (self, document);
}

static void
ilv_own_traces_dispose (GObject *object)
{
  IlvOwnTraces *self = ILV_OWN_TRACES (object);

  self->is_closed = TRUE;
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->removed);
  g_clear_object (&self->list);
  g_clear_object (&self->toasts);

  G_OBJECT_CLASS (ilv_own_traces_parent_class)->dispose (object);
}

static void
ilv_own_traces_class_init (IlvOwnTracesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_own_traces_dispose;

  /**
   * IlvOwnTraces::shown:
   * @document: (nullable): what is to be seen, or %NULL for that nothing is open
   *
   * Something was opened, chosen, closed or put back.
   */
  signals[SHOWN] = g_signal_new ("shown", ILV_TYPE_OWN_TRACES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, ILV_TYPE_TRACE_DOCUMENT);
}

static void
ilv_own_traces_init (IlvOwnTraces *self)
{
  self->list = g_list_store_new (ILV_TYPE_TRACE_DOCUMENT);
}

IlvOwnTraces *
ilv_own_traces_new (GtkWindow *window, AdwToastOverlay *toasts)
{
  static const GActionEntry entries[] = {
    { .name = "open-trace", .activate = on_open },
    { .name = "compare-trace", .activate = on_compare },
    { .name = "reload-trace", .activate = on_reload },
    { .name = "close-trace", .activate = on_close, .parameter_type = "u" },
    { .name = "restore-trace", .activate = on_restore },
  };
  IlvOwnTraces *self;

  g_return_val_if_fail (G_IS_ACTION_MAP (window), NULL);

  self = g_object_new (ILV_TYPE_OWN_TRACES, NULL);
  self->window = window;
  self->toasts = g_object_ref (toasts);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  update_actions (self);
  return self;
}

gboolean
ilv_own_traces_wants (GFile *file)
{
  static const char *const endings[] = { ".json", ".csv", ".trace", ".gz" };
  g_autofree char *name = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  lower = g_ascii_strdown (name != NULL ? name : "", -1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

void
ilv_own_traces_open (IlvOwnTraces *self, GFile *file, GFile *second)
{
  g_autoptr (IlvTraceDocument) document = NULL;

  g_return_if_fail (ILV_IS_OWN_TRACES (self));
  g_return_if_fail (G_IS_FILE (file));

  if (second == NULL)
    document = find_open (self, file);
  if (document != NULL)
    ilv_trace_document_reload (document);
  else
    {
      document = ilv_trace_document_new (file, second);
      g_list_store_append (self->list, document);
    }
  ilv_own_traces_show (self, document);
}

void
ilv_own_traces_show (IlvOwnTraces *self, IlvTraceDocument *document)
{
  g_return_if_fail (ILV_IS_OWN_TRACES (self));
  g_return_if_fail (ILV_IS_TRACE_DOCUMENT (document));

  set_shown (self, document);
  g_signal_emit (self, signals[SHOWN], 0, document);
}

void
ilv_own_traces_leave (IlvOwnTraces *self)
{
  g_return_if_fail (ILV_IS_OWN_TRACES (self));

  set_shown (self, NULL);
}

GListModel *
ilv_own_traces_get_list (IlvOwnTraces *self)
{
  g_return_val_if_fail (ILV_IS_OWN_TRACES (self), NULL);

  return G_LIST_MODEL (self->list);
}
