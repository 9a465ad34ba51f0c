/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-console-live.h"

#include <glib/gi18n-lib.h>

#include "ilv-compat.h"
#include "ilv-live-slide.h"
#include "ilv-talk-text.h"

struct _IlvConsoleLive
{
  GtkWidget parent_instance;

  IlvPresentation *presentation;
  GtkWidget *overlay;
  GtkWidget *cover; /* what the room sees instead */
  GtkWidget *typing;
};

G_DEFINE_FINAL_TYPE (IlvConsoleLive, ilv_console_live, GTK_TYPE_WIDGET)

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_widget_set_visible (label, text != NULL);
  if (text != NULL)
    gtk_label_set_label (GTK_LABEL (label), text);
}

static void
show_cover (IlvConsoleLive *self)
{
  g_autofree char *text = ilv_talk_text_describe_cover (self->presentation);

  show_text (self->cover, text);
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "covered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "covered");
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ilv_compat_announce (GTK_WIDGET (self), text != NULL ? text : _("The room sees the slide"));
}

static void
show_typing (IlvConsoleLive *self)
{
  g_autofree char *text = ilv_talk_text_describe_typing (self->presentation);

  show_text (self->typing, text);
}

static void
ilv_console_live_dispose (GObject *object)
{
  IlvConsoleLive *self = ILV_CONSOLE_LIVE (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (ilv_console_live_parent_class)->dispose (object);
}

static void
ilv_console_live_class_init (IlvConsoleLiveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_console_live_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "consolelive");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_mark (IlvConsoleLive *self, const char *css_class, GtkAlign align)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "halign",
                                   GTK_ALIGN_CENTER, "valign", align, "can-target", FALSE, "visible",
                                   FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  gtk_widget_add_css_class (label, "console-mark");
  gtk_widget_add_css_class (label, css_class);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), label);
  return label;
}

static void
ilv_console_live_init (IlvConsoleLive *self)
{
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->cover = add_mark (self, "cover", GTK_ALIGN_START);
  self->typing = add_mark (self, "typing", GTK_ALIGN_END);
}

static void
follow (IlvConsoleLive *self, const char *property, GCallback callback)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  g_signal_connect_object (self->presentation, signal, callback, self, G_CONNECT_SWAPPED);
}

GtkWidget *
ilv_console_live_new (IlvStageSet *stages)
{
  IlvConsoleLive *self;

  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);

  self = g_object_new (ILV_TYPE_CONSOLE_LIVE, NULL);
  self->presentation = g_object_ref (ilv_stage_set_get_presentation (stages));
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), ilv_live_slide_new (stages, FALSE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The slide on the screen"), -1);
  follow (self, "cover", G_CALLBACK (show_cover));
  follow (self, "frozen", G_CALLBACK (show_cover));
  follow (self, "digits", G_CALLBACK (show_typing));
  follow (self, "counting", G_CALLBACK (show_typing));
  show_cover (self);
  show_typing (self);
  return GTK_WIDGET (self);
}
