/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-console-notes.h"

#include <glib/gi18n-lib.h>

#include "ilv-key-text.h"
#include "ilv-notes-text.h"

struct _IlvConsoleNotes
{
  GtkWidget parent_instance;

  IlvPresentation *presentation;
  guint section; /* whose notes are shown; ILV_SLIDE_NONE before any are */

  GtkWidget *box;
  GtkWidget *smaller;
  GtkWidget *larger;
  GtkLabel *size;
  GtkScrolledWindow *scroller;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (IlvConsoleNotes, ilv_console_notes, GTK_TYPE_WIDGET)

/* The title has the notes of the first section, which stay when that begins. */
static guint
get_section (const IlvSlideParts *parts)
{
  return parts->kind == ILV_SLIDE_TITLE ? 0 : parts->section;
}

static void
show_notes (IlvConsoleNotes *self, const char *notes)
{
  g_autofree char *markup = notes != NULL ? ilv_notes_text_create_markup (notes) : NULL;

  if (markup != NULL)
    {
      gtk_label_set_markup (self->text, markup);
      gtk_widget_remove_css_class (GTK_WIDGET (self->text), "empty");
    }
  else
    {
      gtk_label_set_label (self->text, _ ("There are no notes about this section."));
      gtk_widget_add_css_class (GTK_WIDGET (self->text), "empty");
    }
  gtk_label_set_selectable (self->text, markup != NULL);
}

static void
on_slide_changed (IlvConsoleNotes *self)
{
  const IlvSlideParts *parts = ilv_slide_get_parts (ilv_presentation_get_slide (self->presentation));

  if (get_section (parts) == self->section)
    return;
  self->section = get_section (parts);
  show_notes (self, parts->notes);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_size (IlvConsoleNotes *self)
{
  guint percent = ilv_presentation_get_notes_size (self->presentation);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  /* Translators: a size in percent. */
  g_autofree char *text = g_strdup_printf (_("%u %%"), percent);

  pango_attr_list_insert (attributes, pango_attr_scale_new (percent / 100.0));
  gtk_label_set_attributes (self->text, attributes);
  gtk_label_set_label (self->size, text);
}

static void
ilv_console_notes_dispose (GObject *object)
{
  IlvConsoleNotes *self = ILV_CONSOLE_NOTES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (ilv_console_notes_parent_class)->dispose (object);
}

static void
ilv_console_notes_class_init (IlvConsoleNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_console_notes_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-console-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleNotes, box);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleNotes, smaller);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleNotes, larger);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleNotes, size);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleNotes, scroller);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleNotes, text);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "consolenotes");
}

static void
ilv_console_notes_init (IlvConsoleNotes *self)
{
  g_autofree char *smaller = ilv_key_text_create_tooltip ("notes-smaller");
  g_autofree char *larger = ilv_key_text_create_tooltip ("notes-larger");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (self->smaller, smaller);
  gtk_widget_set_tooltip_text (self->larger, larger);
  self->section = ILV_SLIDE_NONE;
}

GtkWidget *
ilv_console_notes_new (IlvPresentation *presentation)
{
  IlvConsoleNotes *self;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (ILV_TYPE_CONSOLE_NOTES, NULL);
  self->presentation = g_object_ref (presentation);
  g_signal_connect_object (presentation, "notify::slide", G_CALLBACK (on_slide_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::notes-size", G_CALLBACK (show_size), self,
                           G_CONNECT_SWAPPED);
  on_slide_changed (self);
  show_size (self);
  return GTK_WIDGET (self);
}
