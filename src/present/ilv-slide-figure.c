/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-figure.h"

struct _IlvSlideFigure
{
  GtkWidget parent_instance;

  GtkWidget *number;
  GtkWidget *caption;
};

G_DEFINE_FINAL_TYPE (IlvSlideFigure, ilv_slide_figure, GTK_TYPE_WIDGET)

static void
ilv_slide_figure_dispose (GObject *object)
{
  IlvSlideFigure *self = ILV_SLIDE_FIGURE (object);

  g_clear_pointer (&self->number, gtk_widget_unparent);
  g_clear_pointer (&self->caption, gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_slide_figure_parent_class)->dispose (object);
}

static void
ilv_slide_figure_class_init (IlvSlideFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_slide_figure_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "slidefigure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_slide_figure_init (IlvSlideFigure *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->number = g_object_new (GTK_TYPE_LABEL, "label", "–", "xalign", 0.0f, NULL);
  self->caption = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (self->number, "slide-number");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_add_css_class (self->caption, "slide-caption");
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
}

GtkWidget *
ilv_slide_figure_new (gboolean is_large)
{
  GtkWidget *figure = g_object_new (ILV_TYPE_SLIDE_FIGURE, NULL);

  if (is_large)
    gtk_widget_add_css_class (figure, "large");
  return figure;
}

void
ilv_slide_figure_show (IlvSlideFigure *self, const char *number, const char *caption)
{
  g_return_if_fail (ILV_IS_SLIDE_FIGURE (self));
  g_return_if_fail (caption != NULL);

  gtk_label_set_label (GTK_LABEL (self->number), number != NULL ? number : "–");
  gtk_label_set_label (GTK_LABEL (self->caption), caption);
  if (number != NULL)
    gtk_widget_remove_css_class (self->number, "unknown");
  else
    gtk_widget_add_css_class (self->number, "unknown");
}

const char *
ilv_slide_figure_get_number (IlvSlideFigure *self)
{
  g_return_val_if_fail (ILV_IS_SLIDE_FIGURE (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->number));
}
