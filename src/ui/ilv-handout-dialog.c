/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-dialog.h"

#include <glib/gi18n-lib.h>

#include "ilv-compat.h"
#include "ilv-handout-options.h"
#include "ilv-wrap-layout.h"

struct _IlvHandoutDialog
{
  AdwWindow parent_instance;

  AdwBin *place;
  GtkWidget *save;
  GtkWidget *options;
};

G_DEFINE_FINAL_TYPE (IlvHandoutDialog, ilv_handout_dialog, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (IlvHandoutDialog) self = data;
  g_autoptr (IlvHandout) handout = NULL;

  if (file == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  handout = ilv_handout_options_create_handout (ILV_HANDOUT_OPTIONS (self->options));
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, file, handout);
}

static void
on_save_clicked (IlvHandoutDialog *self)
{
  g_autofree char *name = ilv_handout_options_create_name (ILV_HANDOUT_OPTIONS (self->options));

  ilv_compat_save_file (GTK_WINDOW (self), _ ("Save handout as PDF"), name, on_file_chosen,
                        g_object_ref (self));
}

static void
ilv_handout_dialog_class_init (IlvHandoutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * IlvHandoutDialog::chosen:
   * @self: the dialog
   * @file: where to
   * @handout: what
   */
  signals[CHOSEN] = g_signal_new ("chosen", ILV_TYPE_HANDOUT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_FILE, ILV_TYPE_HANDOUT);

  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-handout-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvHandoutDialog, place);
  gtk_widget_class_bind_template_child (widget_class, IlvHandoutDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

static void
ilv_handout_dialog_init (IlvHandoutDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ilv_handout_dialog_new (GtkWindow *parent, IlvCourse *course, IlvLesson *lesson, IlvLastRuns *runs)
{
  IlvHandoutDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  self =
    g_object_new (ILV_TYPE_HANDOUT_DIALOG, "transient-for", parent, "modal", parent != NULL, NULL);
  self->options = ilv_handout_options_new (course, lesson, runs);
  adw_bin_set_child (self->place, self->options);
  gtk_window_set_focus (GTK_WINDOW (self), self->save);
  return GTK_WIDGET (self);
}
