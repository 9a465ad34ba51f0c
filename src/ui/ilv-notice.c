/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-notice.h"


struct _IlvNotice
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

static const char *const css_classes[] = {
  [ILV_NOTICE_RESULT] = "result",
  [ILV_NOTICE_QUESTION] = "question",
  [ILV_NOTICE_WARNING] = "caution",
};

G_DEFINE_FINAL_TYPE (IlvNotice, ilv_notice, GTK_TYPE_WIDGET)

static void
ilv_notice_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_notice_parent_class)->dispose (object);
}

static void
ilv_notice_class_init (IlvNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_notice_dispose;
  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ilv_notice_init (IlvNotice *self)
{
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "width-chars", 8, "xalign", 0.0f, "hexpand", TRUE, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ilv_notice_new (IlvNoticeKind kind, const char *button, const char *action_name)
{
  IlvNotice *self = g_object_new (ILV_TYPE_NOTICE, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), css_classes[kind]);
  if (button != NULL)
    {
      GtkWidget *widget = gtk_button_new_with_label (button);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action_name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      button, -1);
      gtk_widget_set_halign (widget, GTK_ALIGN_START);
      gtk_widget_set_parent (widget, GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}

void
ilv_notice_set_text (IlvNotice *self, const char *text)
{
  g_return_if_fail (ILV_IS_NOTICE (self));

  gtk_label_set_label (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

const char *
ilv_notice_get_text (IlvNotice *self)
{
  g_return_val_if_fail (ILV_IS_NOTICE (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}
