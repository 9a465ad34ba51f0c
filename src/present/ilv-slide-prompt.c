/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-prompt.h"

#include <glib/gi18n-lib.h>

struct _IlvSlidePrompt
{
  GtkWidget parent_instance;

  IlvPresentation *presentation;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (IlvSlidePrompt, ilv_slide_prompt, GTK_TYPE_WIDGET)

/* (nullable) */
static char *
create_text (IlvPresentation *presentation)
{
  const char *digits = ilv_presentation_get_digits (presentation);

  if (ilv_presentation_is_asking (presentation)
      && ilv_presentation_get_cover (presentation) == ILV_COVER_END)
    return g_strdup (_ ("End the presentation? Next or Enter ends it, Esc stays."));
  if (ilv_presentation_is_asking (presentation))
    return g_strdup (_ ("End the presentation? Enter ends it, Esc stays."));
  if (digits[0] != '\0' && ilv_presentation_get_counting (presentation) < 0)
    /* Translators: %s is the number of a slide, while it is being typed. */
    return g_strdup_printf (_ ("Slide %s: Enter goes there"), digits);
  return NULL;
}

static void
update (IlvSlidePrompt *self)
{
  g_autofree char *text = create_text (self->presentation);

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
ilv_slide_prompt_dispose (GObject *object)
{
  IlvSlidePrompt *self = ILV_SLIDE_PROMPT (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (ilv_slide_prompt_parent_class)->dispose (object);
}

static void
ilv_slide_prompt_class_init (IlvSlidePromptClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_slide_prompt_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "slideprompt");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
ilv_slide_prompt_init (IlvSlidePrompt *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
}

GtkWidget *
ilv_slide_prompt_new (IlvPresentation *presentation)
{
  static const char *const changes[] = { "notify::asking", "notify::cover", "notify::digits",
                                         "notify::counting" };
  IlvSlidePrompt *self;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (ILV_TYPE_SLIDE_PROMPT, NULL);
  self->presentation = g_object_ref (presentation);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (presentation, changes[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
