/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-export-actions.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ilv-compat.h"
#include "ilv-timeline-theme.h"
#include "ilv-toast.h"

/* What takes no longer needs no progress. */
#define PATIENCE_MS 400
#define PROGRESS_MS 250

/* Traces on their way, with what they are called. */
typedef struct
{
  GPtrArray *traces;
  GPtrArray *names; /* or NULL */
} TraceSet;

struct _IlvExportActions
{
  GObject parent_instance;

  GActionMap *map;
  IlvTimeline *timeline; /* unowned; NULL once it has gone */
  GtkMenuButton *button; /* unowned */
  char *title;
  TraceSet seen;
  TraceSet all;

  /* What is being written. */
  IlvTraceExport *export;
  IlvExportFormat format;
  GFile *file; /* or NULL for the clipboard */
  GCancellable *cancellable;
  AdwToastOverlay *toasts; /* or NULL */
  AdwToast *progress;      /* or NULL */
  guint timeout;

  GFile *written; /* what the last toast was about */
};

G_DEFINE_FINAL_TYPE (IlvExportActions, ilv_export_actions, G_TYPE_OBJECT)

static const char *const action_names[] = { "export", "copy-picture", "export-menu" };

static void
trace_set_clear (TraceSet *self)
{
  g_clear_pointer (&self->traces, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

/* Without those that there are not. */
static void
trace_set_fill (TraceSet *self, IlvTrace *const *traces, const char *const *names, guint n_traces)
{
  trace_set_clear (self);
  self->traces = g_ptr_array_new_with_free_func (g_object_unref);
  if (names != NULL)
    self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_traces; i++)
    {
      if (traces[i] == NULL)
        continue;
      g_ptr_array_add (self->traces, g_object_ref (traces[i]));
      if (names != NULL)
        g_ptr_array_add (self->names, g_strdup (names[i]));
    }
}

static gboolean
is_picture (IlvExportFormat format)
{
  return format == ILV_EXPORT_FORMAT_SVG || format == ILV_EXPORT_FORMAT_PNG;
}

static void
update (IlvExportActions *self)
{
  gboolean can_export = self->export == NULL && self->seen.traces != NULL && self->seen.traces->len > 0;

  if (self->timeline == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (action_names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->map, action_names[i])),
                                 can_export);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), can_export);
}

static void
show_toast (IlvExportActions *self, AdwToast *toast)
{
  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static void
on_show_folder (IlvExportActions *self)
{
  if (self->timeline != NULL && self->written != NULL)
    ilv_compat_show_in_folder (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->timeline))), self->written);
}

static void
tell_saved (IlvExportActions *self)
{
  g_autofree char *name = g_file_get_basename (self->written);
  g_autofree char *display_name = g_filename_display_name (name);
  /* Translators: the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("“%s” was saved"), display_name);
  AdwToast *toast = ilv_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Show in folder"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_show_folder), self, G_CONNECT_SWAPPED);
  show_toast (self, toast);
}

static void
on_save_elsewhere (IlvExportActions *self)
{
  if (self->timeline != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self->map), "export",
                                    g_variant_new_string (ilv_export_format_to_string (self->format)));
}

static void
tell_error (IlvExportActions *self, const GError *error)
{
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Translators: why a file could not be written. */
  text = g_strdup_printf (_ ("Not saved: %s"), error->message);
  toast = ilv_toast_new (text);
  adw_toast_set_timeout (toast, 0);
  if (self->file != NULL)
    {
      adw_toast_set_button_label (toast, _ ("Save elsewhere…"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_save_elsewhere), self, G_CONNECT_SWAPPED);
    }
  show_toast (self, toast);
}

static gboolean
on_progress (gpointer data)
{
  IlvExportActions *self = data;
  /* Translators: how much of a file was written. */
  g_autofree char *text
    = is_picture (self->format)
        ? g_strdup (_ ("Exporting…"))
        : g_strdup_printf (_ ("Exporting… %.0f %%"), 100 * ilv_trace_export_get_fraction (self->export));

  adw_toast_set_title (self->progress, text);
  return G_SOURCE_CONTINUE;
}

static void
on_progress_dismissed (IlvExportActions *self)
{
  g_clear_object (&self->progress);
  g_clear_handle_id (&self->timeout, g_source_remove);
}

static gboolean
on_patience_over (gpointer data)
{
  IlvExportActions *self = data;

  self->timeout = 0;
  if (self->toasts == NULL)
    return G_SOURCE_REMOVE;
  self->progress = g_object_ref_sink (ilv_toast_new (""));
  on_progress (self);
  adw_toast_set_timeout (self->progress, 0);
  adw_toast_set_button_label (self->progress, _ ("Cancel"));
  g_signal_connect_object (self->progress, "button-clicked", G_CALLBACK (g_cancellable_cancel), self->cancellable,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->progress, "dismissed", G_CALLBACK (on_progress_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->progress));
  self->timeout = g_timeout_add (PROGRESS_MS, on_progress, self);
  return G_SOURCE_REMOVE;
}

/* Takes @export over. */
static void
begin (IlvExportActions *self, IlvTraceExport *export, IlvExportFormat format, GFile *file)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self->timeline), ADW_TYPE_TOAST_OVERLAY);

  self->export = export;
  self->format = format;
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->file, file);
  g_set_object (&self->toasts, (AdwToastOverlay *) toasts);
  self->timeout = g_timeout_add (PATIENCE_MS, on_patience_over, self);
  update (self);
}

static void
end (IlvExportActions *self)
{
  g_autoptr (AdwToast) progress = g_steal_pointer (&self->progress);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (progress != NULL)
    {
      g_signal_handlers_disconnect_by_data (progress, self);
      adw_toast_dismiss (progress);
    }
  g_clear_object (&self->export);
  g_clear_object (&self->cancellable);
  update (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IlvExportActions) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = ilv_trace_export_save_finish (ILV_TRACE_EXPORT (source), result, &error);

  end (self);
  if (is_saved)
    {
      g_set_object (&self->written, self->file);
      tell_saved (self);
    }
  else
    tell_error (self, error);
}

static void
on_painted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IlvExportActions) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = ilv_trace_export_paint_finish (ILV_TRACE_EXPORT (source), result, &error);
  g_autoptr (GdkContentProvider) content = NULL;

  end (self);
  if (png == NULL)
    {
      tell_error (self, error);
      return;
    }
  if (self->timeline == NULL)
    return;
  content = gdk_content_provider_new_for_bytes ("image/png", png);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self->timeline)), content);
  show_toast (self, ilv_toast_new (_ ("The picture is on the clipboard")));
}

typedef struct
{
  IlvExportActions *self;
  IlvExportFormat format;
} Question;

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (IlvExportActions) self = question->self;

  if (file != NULL)
    ilv_export_actions_save (self, question->format, file);
}

/* Of a trace file's name what its next name begins with. */
static void
remove_endings (char *name)
{
  static const char *const endings[] = { ".gz", ".json", ".csv", ".trace" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      name[strlen (name) - strlen (endings[i])] = '\0';
}

static const char *
get_dialog_title (IlvExportFormat format)
{
  switch (format)
    {
    case ILV_EXPORT_FORMAT_JSON:
    case ILV_EXPORT_FORMAT_CSV:
      return _ ("Export the whole run");
    case ILV_EXPORT_FORMAT_SVG:
    case ILV_EXPORT_FORMAT_PNG:
    default:
      return _ ("Export what is seen as a picture");
    }
}

static void
on_export (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  IlvExportActions *self = data;
  const char *ending = g_variant_get_string (parameter, NULL);
  g_autofree char *name = g_strdup_printf ("%s.%s", self->title != NULL ? self->title : "trace", ending);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->timeline));
  IlvExportFormat format;
  Question *question;

  if (!ilv_export_format_parse (ending, &format))
    return;
  question = g_new (Question, 1);
  *question = (Question){ g_object_ref (self), format };
  ilv_compat_save_file (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, get_dialog_title (format), name,
                        on_file_chosen, question);
}

static void
on_copy_picture (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvExportActions *self = data;
  IlvTraceExport *export = ilv_export_actions_create_export (self, ILV_EXPORT_FORMAT_PNG);

  if (export == NULL)
    return;
  begin (self, export, ILV_EXPORT_FORMAT_PNG, NULL);
  ilv_trace_export_paint_async (export, self->cancellable, on_painted, g_object_ref (self));
}

static void
on_export_menu (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvExportActions *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->button)))
    gtk_menu_button_popup (self->button);
}

/* What is being written goes on. */
static void
ilv_export_actions_dispose (GObject *object)
{
  IlvExportActions *self = ILV_EXPORT_ACTIONS (object);

  if (self->map != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (action_names); i++)
      g_action_map_remove_action (self->map, action_names[i]);
  self->timeline = NULL;
  self->button = NULL;
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->map);
  trace_set_clear (&self->seen);
  trace_set_clear (&self->all);

  G_OBJECT_CLASS (ilv_export_actions_parent_class)->dispose (object);
}

static void
ilv_export_actions_finalize (GObject *object)
{
  IlvExportActions *self = ILV_EXPORT_ACTIONS (object);

  g_clear_object (&self->export);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->toasts);
  g_clear_object (&self->progress);
  g_clear_object (&self->written);
  g_free (self->title);

  G_OBJECT_CLASS (ilv_export_actions_parent_class)->finalize (object);
}

static void
ilv_export_actions_class_init (IlvExportActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_export_actions_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_export_actions_finalize;
}

static void
ilv_export_actions_init (IlvExportActions *self G_GNUC_UNUSED)
{
}

IlvExportActions *
ilv_export_actions_new (GActionMap *map, IlvTimeline *timeline, GtkMenuButton *button)
{
  static const GActionEntry entries[] = {
    { .name = "export", .activate = on_export, .parameter_type = "s" },
    { .name = "copy-picture", .activate = on_copy_picture },
    { .name = "export-menu", .activate = on_export_menu },
  };
  IlvExportActions *self;

  g_return_val_if_fail (G_IS_ACTION_MAP (map), NULL);
  g_return_val_if_fail (ILV_IS_TIMELINE (timeline), NULL);

  self = g_object_new (ILV_TYPE_EXPORT_ACTIONS, NULL);
  self->map = g_object_ref (map);
  self->timeline = timeline;
  self->button = button;
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  gtk_widget_set_visible (GTK_WIDGET (button), TRUE);
  update (self);
  return self;
}

void
ilv_export_actions_set_title (IlvExportActions *self, const char *title)
{
  g_return_if_fail (ILV_IS_EXPORT_ACTIONS (self));

  g_free (self->title);
  self->title = g_strdelimit (g_strdup (title), G_DIR_SEPARATOR_S "\n", '-');
  remove_endings (self->title);
}

void
ilv_export_actions_set_seen (IlvExportActions *self,
                             IlvTrace *const *traces,
                             const char *const *names,
                             guint n_traces)
{
  g_return_if_fail (ILV_IS_EXPORT_ACTIONS (self));

  trace_set_fill (&self->seen, traces, names, n_traces);
  trace_set_clear (&self->all);
  update (self);
}

void
ilv_export_actions_set_all (IlvExportActions *self,
                            IlvTrace *const *traces,
                            const char *const *names,
                            guint n_traces)
{
  g_return_if_fail (ILV_IS_EXPORT_ACTIONS (self));

  trace_set_fill (&self->all, traces, names, n_traces);
}

IlvTraceExport *
ilv_export_actions_create_export (IlvExportActions *self, IlvExportFormat format)
{
  const TraceSet *set;
  IlvTimelineTheme theme;
  IlvTimeAxis *axis;

  g_return_val_if_fail (ILV_IS_EXPORT_ACTIONS (self), NULL);

  set = self->all.traces == NULL || is_picture (format) ? &self->seen : &self->all;
  if (self->timeline == NULL || set->traces == NULL || set->traces->len == 0)
    return NULL;
  axis = ilv_timeline_get_axis (self->timeline);
  ilv_timeline_theme_load (&theme, GTK_WIDGET (self->timeline));
  return ilv_trace_export_new ((IlvTrace *const *) set->traces->pdata,
                               set->names != NULL ? (const char *const *) set->names->pdata : NULL, set->traces->len,
                               &(IlvPictureView){ .grouping = ilv_timeline_get_grouping (self->timeline),
                                                  .start_ns = ilv_time_axis_get_start_ns (axis),
                                                  .end_ns = ilv_time_axis_get_end_ns (axis),
                                                  .dark = theme.dark,
                                                  .high_contrast = theme.high_contrast });
}

void
ilv_export_actions_save (IlvExportActions *self, IlvExportFormat format, GFile *file)
{
  IlvTraceExport *export;

  g_return_if_fail (ILV_IS_EXPORT_ACTIONS (self));
  g_return_if_fail (G_IS_FILE (file));

  export = self->export == NULL ? ilv_export_actions_create_export (self, format) : NULL;
  if (export == NULL)
    return;
  begin (self, export, format, file);
  ilv_trace_export_save_async (export, format, file, self->cancellable, on_saved, g_object_ref (self));
}
