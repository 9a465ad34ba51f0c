/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-actions.h"

#include <glib/gi18n-lib.h>

#include "ilv-handout-dialog.h"
#include "ilv-handout-saver.h"
#include "ilv-toast.h"

/* Long enough to read which file it is, and to open it. */
#define SAVED_TOAST_SECONDS 8

struct _IlvHandoutActions
{
  GObject parent_instance;

  /* Unowned; NULL when the window has gone. */
  GtkWindow *window;
  AdwToastOverlay *toasts;
  IlvCourse *course;
  IlvLesson *lesson; /* or NULL */
  IlvLastRuns *runs; /* or NULL */
  IlvHandoutPrinter *printer;
};

G_DEFINE_FINAL_TYPE (IlvHandoutActions, ilv_handout_actions, G_TYPE_OBJECT)

/* What is waited for. */
typedef struct
{
  IlvHandoutActions *self;
  GFile *file;
  AdwToast *toast;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->self);
  g_object_unref (saving->file);
  g_object_unref (saving->toast);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* (transfer none) */
static AdwToast *
add_toast (IlvHandoutActions *self, const char *text)
{
  AdwToast *toast = ilv_toast_new (text);

  adw_toast_overlay_add_toast (self->toasts, toast);
  return toast;
}

static void
on_failed (IlvHandoutActions *self, const char *message)
{
  if (self->toasts != NULL)
    add_toast (self, message);
}

static void
add_saved_toast (IlvHandoutActions *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("The handout was saved as “%s”"), shown);
  g_autofree char *uri = g_file_get_uri (file);
  AdwToast *toast = ilv_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Open"));
  adw_toast_set_action_name (toast, "win.open-file");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_set_timeout (toast, SAVED_TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  IlvHandoutActions *self = saving->self;
  g_autoptr (GError) error = NULL;

  ilv_handout_saver_save_finish (ILV_HANDOUT (source), result, &error);
  if (self->toasts == NULL)
    return;
  adw_toast_dismiss (saving->toast);
  if (error == NULL)
    add_saved_toast (self, saving->file);
  else
    add_toast (self, error->message);
}

static void
on_print (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvHandoutActions *self = data;

  if (!ilv_handout_printer_is_printing (self->printer))
    ilv_handout_printer_print (self->printer, self->window, self->course, self->lesson, self->runs,
                               GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL);
}

static void
on_export (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvHandoutActions *self = data;
  GtkWidget *dialog = ilv_handout_dialog_new (self->window, self->course, self->lesson, self->runs);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (ilv_handout_actions_save), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_opened (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvHandoutActions) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    on_failed (self, error->message);
}

static void
on_open (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  g_app_info_launch_default_for_uri_async (g_variant_get_string (parameter, NULL), NULL, NULL,
                                           on_opened, g_object_ref (data));
}

static const GActionEntry entries[] = {
  { .name = "print", .activate = on_print },
  { .name = "export-handout", .activate = on_export },
  { .name = "open-file", .activate = on_open, .parameter_type = "s" },
};

static void
ilv_handout_actions_dispose (GObject *object)
{
  IlvHandoutActions *self = ILV_HANDOUT_ACTIONS (object);

  for (guint i = 0; self->window != NULL && i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->window), entries[i].name);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->toasts);
  g_clear_object (&self->printer);
  g_clear_object (&self->course);
  g_clear_object (&self->lesson);
  g_clear_object (&self->runs);

  G_OBJECT_CLASS (ilv_handout_actions_parent_class)->dispose (object);
}

static void
ilv_handout_actions_class_init (IlvHandoutActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_handout_actions_dispose;
}

static void
ilv_handout_actions_init (IlvHandoutActions *self)
{
  self->printer = ilv_handout_printer_new ();
  g_signal_connect_object (self->printer, "failed", G_CALLBACK (on_failed), self,
                           G_CONNECT_SWAPPED);
}

IlvHandoutActions *
ilv_handout_actions_new (GtkWindow *window,
                         AdwToastOverlay *toasts,
                         IlvCourse *course,
                         IlvLastRuns *runs)
{
  IlvHandoutActions *self;

  g_return_val_if_fail (G_IS_ACTION_MAP (window), NULL);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (toasts), NULL);
  g_return_val_if_fail (ILV_IS_COURSE (course), NULL);

  self = g_object_new (ILV_TYPE_HANDOUT_ACTIONS, NULL);
  g_set_weak_pointer (&self->window, window);
  self->course = g_object_ref (course);
  g_set_object (&self->runs, runs);
  g_set_weak_pointer (&self->toasts, toasts);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  return self;
}

void
ilv_handout_actions_set_lesson (IlvHandoutActions *self, IlvCourse *course, IlvLesson *lesson)
{
  g_return_if_fail (ILV_IS_HANDOUT_ACTIONS (self));
  g_return_if_fail (ILV_IS_COURSE (course));

  g_set_object (&self->course, course);
  g_set_object (&self->lesson, lesson);
}

void
ilv_handout_actions_save (IlvHandoutActions *self, GFile *file, IlvHandout *handout)
{
  Saving *saving;

  g_return_if_fail (ILV_IS_HANDOUT_ACTIONS (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (ILV_IS_HANDOUT (handout));

  saving = g_new (Saving, 1);
  saving->self = g_object_ref (self);
  saving->file = g_object_ref (file);
  saving->toast = g_object_ref (add_toast (self, _ ("Writing the handout…")));
  ilv_handout_saver_save_async (handout, file, NULL, on_saved, saving);
}
