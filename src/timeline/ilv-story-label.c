/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-story-label.h"

struct _IlvStoryLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (IlvStoryLabel, ilv_story_label, GTK_TYPE_WIDGET)

/* Clear of the ring around the lanes that have the focus. */
#define MARGIN 10

static void
on_pressed (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
ilv_story_label_dispose (GObject *object)
{
  IlvStoryLabel *self = ILV_STORY_LABEL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_story_label_parent_class)->dispose (object);
}

static void
ilv_story_label_class_init (IlvStoryLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_story_label_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "story");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_story_label_init (IlvStoryLabel *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  g_signal_connect (gesture, "pressed", G_CALLBACK (on_pressed), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_set_margin_top (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ilv_story_label_new (void)
{
  return g_object_new (ILV_TYPE_STORY_LABEL, NULL);
}

const char *
ilv_story_label_get_text (IlvStoryLabel *self)
{
  g_return_val_if_fail (ILV_IS_STORY_LABEL (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_text (GTK_LABEL (self->label))
                                                    : NULL;
}

void
ilv_story_label_set_text (IlvStoryLabel *self, const char *text)
{
  g_return_if_fail (ILV_IS_STORY_LABEL (self));

  if (text != NULL)
    gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}
