/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-cover.h"

#include <glib/gi18n-lib.h>

struct _IlvSlideCover
{
  GtkWidget parent_instance;

  IlvPresentation *presentation;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (IlvSlideCover, ilv_slide_cover, GTK_TYPE_WIDGET)

typedef struct
{
  const char *style;
  const char *name;
} Look;

static const Look looks[] = {
  [ILV_COVER_NONE] = { NULL, NULL },
  [ILV_COVER_BLACK] = { "black", N_ ("Black screen") },
  [ILV_COVER_WHITE] = { "white", N_ ("White screen") },
  [ILV_COVER_END] = { "end", N_ ("End of the presentation") },
};

static void
on_cover_changed (IlvSlideCover *self)
{
  IlvCover cover = ilv_presentation_get_cover (self->presentation);
  const Look *look = &looks[cover];

  gtk_widget_set_visible (GTK_WIDGET (self), cover != ILV_COVER_NONE);
  if (cover == ILV_COVER_NONE)
    return;
  gtk_widget_set_css_classes (GTK_WIDGET (self), (const char *[]){ look->style, NULL });
  gtk_widget_set_visible (self->label, cover == ILV_COVER_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (look->name), -1);
}

static void
ilv_slide_cover_dispose (GObject *object)
{
  IlvSlideCover *self = ILV_SLIDE_COVER (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (ilv_slide_cover_parent_class)->dispose (object);
}

static void
ilv_slide_cover_class_init (IlvSlideCoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_slide_cover_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "slidecover");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ilv_slide_cover_init (IlvSlideCover *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "label", _ (looks[ILV_COVER_END].name), "hexpand", TRUE,
                              "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_END, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
ilv_slide_cover_new (IlvPresentation *presentation)
{
  IlvSlideCover *self;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (ILV_TYPE_SLIDE_COVER, NULL);
  self->presentation = g_object_ref (presentation);
  g_signal_connect_object (presentation, "notify::cover", G_CALLBACK (on_cover_changed), self,
                           G_CONNECT_SWAPPED);
  on_cover_changed (self);
  return GTK_WIDGET (self);
}
