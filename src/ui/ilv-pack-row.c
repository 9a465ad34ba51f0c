/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pack-row.h"

#include <glib/gi18n-lib.h>

struct _IlvPackRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *icon;
  GtkLabel *title;
  GtkWidget *problem;
  GtkWidget *remove;

  IlvPack *pack;
};

G_DEFINE_FINAL_TYPE (IlvPackRow, ilv_pack_row, GTK_TYPE_LIST_BOX_ROW)

static void
ilv_pack_row_dispose (GObject *object)
{
  g_clear_object (&ILV_PACK_ROW (object)->pack);

  G_OBJECT_CLASS (ilv_pack_row_parent_class)->dispose (object);
}

static void
ilv_pack_row_class_init (IlvPackRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_pack_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-pack-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvPackRow, icon);
  gtk_widget_class_bind_template_child (widget_class, IlvPackRow, title);
  gtk_widget_class_bind_template_child (widget_class, IlvPackRow, problem);
  gtk_widget_class_bind_template_child (widget_class, IlvPackRow, remove);
}

static void
ilv_pack_row_init (IlvPackRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ilv_pack_row_new (IlvPack *pack)
{
  IlvPackRow *self;
  gboolean is_broken;

  g_return_val_if_fail (ILV_IS_PACK (pack), NULL);

  self = g_object_new (ILV_TYPE_PACK_ROW, NULL);
  self->pack = g_object_ref (pack);
  is_broken = ilv_pack_get_error (pack) != NULL;
  gtk_label_set_label (self->title, ilv_pack_get_title (pack));
  gtk_widget_set_visible (self->icon, is_broken);
  gtk_widget_set_visible (self->problem, is_broken);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), is_broken);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), is_broken);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "s", ilv_pack_get_id (pack));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove), "win.remove-pack");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ilv_pack_get_title (pack), -1);
  if (is_broken)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_label_get_label (GTK_LABEL (self->problem)), -1);
  return GTK_WIDGET (self);
}

IlvPack *
ilv_pack_row_get_pack (IlvPackRow *self)
{
  g_return_val_if_fail (ILV_IS_PACK_ROW (self), NULL);

  return self->pack;
}
