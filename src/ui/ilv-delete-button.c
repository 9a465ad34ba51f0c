/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-delete-button.h"

#include <glib/gi18n.h>

#include "ilv-button-text.h"
#include "ilv-wrap-layout.h"

struct _IlvDeleteButton
{
  GtkWidget parent_instance;

  GtkWidget *ask;
  GtkWidget *keep;
  GtkWidget *delete;
};

G_DEFINE_FINAL_TYPE (IlvDeleteButton, ilv_delete_button, GTK_TYPE_WIDGET)

enum
{
  CONFIRMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The focus goes to what is safe. */
static void
set_asking (IlvDeleteButton *self, gboolean asking)
{
  gtk_widget_set_visible (self->keep, asking);
  gtk_widget_set_visible (self->delete, asking);
  gtk_widget_grab_focus (asking ? self->keep : self->ask);
  gtk_widget_set_visible (self->ask, !asking);
  if (!asking)
    gtk_widget_grab_focus (self->ask);
}

static void
on_ask_clicked (IlvDeleteButton *self)
{
  set_asking (self, TRUE);
}

static void
on_keep_clicked (IlvDeleteButton *self)
{
  set_asking (self, FALSE);
}

static void
on_delete_clicked (IlvDeleteButton *self)
{
  set_asking (self, FALSE);
  g_signal_emit (self, signals[CONFIRMED], 0);
}

static GtkWidget *
add_button (IlvDeleteButton *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
ilv_delete_button_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_delete_button_parent_class)->dispose (object);
}

static void
ilv_delete_button_class_init (IlvDeleteButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_delete_button_dispose;

  /**
   * IlvDeleteButton::confirmed:
   *
   * All is to be deleted.
   */
  signals[CONFIRMED] = g_signal_new ("confirmed", ILV_TYPE_DELETE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
}

static void
ilv_delete_button_init (IlvDeleteButton *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), ilv_wrap_layout_new (6, 6));
  self->ask = add_button (self, _ ("_Delete all…"), G_CALLBACK (on_ask_clicked));
  self->keep = add_button (self, _ ("_Keep them"), G_CALLBACK (on_keep_clicked));
  self->delete = add_button (self, _ ("_Delete for good"), G_CALLBACK (on_delete_clicked));
  gtk_widget_add_css_class (self->delete, "destructive-action");
  gtk_widget_set_visible (self->keep, FALSE);
  gtk_widget_set_visible (self->delete, FALSE);
  ilv_button_text_wrap (GTK_WIDGET (self));
}
