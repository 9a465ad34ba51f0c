/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-view.h"

#include <glib/gi18n-lib.h>

#include "ilv-slide-content.h"

struct _IlvSlideView
{
  GtkWidget parent_instance;

  IlvStageSet *stages;
  IlvSlide *slide;
  GtkWidget *title;
  GtkWidget *content;
  GtkWidget *lesson;
  GtkWidget *number;
};

G_DEFINE_FINAL_TYPE (IlvSlideView, ilv_slide_view, GTK_TYPE_WIDGET)

static void
show_content (IlvSlideView *self)
{
  GtkWidget *content = ilv_slide_content_new (self->stages, self->slide);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = content;
  gtk_widget_set_vexpand (content, TRUE);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_insert_after (content, GTK_WIDGET (self), self->title);
}

static void
show_slide (IlvSlideView *self, IlvSlide *slide)
{
  IlvDeck *deck = ilv_presentation_get_deck (ilv_stage_set_get_presentation (self->stages));
  g_autofree char *number = NULL;
  guint index = 0;

  if (!g_set_object (&self->slide, slide) || slide == NULL)
    return;
  while (index + 1 < ilv_deck_get_n_slides (deck) && ilv_deck_get_slide (deck, index) != slide)
    index++;
  number = g_strdup_printf ("%u / %u", index + 1, ilv_deck_get_n_slides (deck));
  gtk_label_set_label (GTK_LABEL (self->title), ilv_slide_get_parts (slide)->title);
  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_label_set_label (GTK_LABEL (self->lesson), ilv_lesson_get_title (ilv_deck_get_lesson (deck)));
  show_content (self);
}

static void
on_slide_changed (IlvSlideView *self)
{
  show_slide (self, ilv_presentation_get_slide (ilv_stage_set_get_presentation (self->stages)));
}

static void
ilv_slide_view_dispose (GObject *object)
{
  IlvSlideView *self = ILV_SLIDE_VIEW (object);
  GtkWidget *child;

  self->content = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->stages);
  g_clear_object (&self->slide);

  G_OBJECT_CLASS (ilv_slide_view_parent_class)->dispose (object);
}

static void
ilv_slide_view_class_init (IlvSlideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_slide_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "slide");
}

static void
add_foot (IlvSlideView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->lesson = g_object_new (GTK_TYPE_LABEL, "hexpand", TRUE, "xalign", 0.0f, NULL);
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (foot, "slide-foot");
  gtk_box_append (GTK_BOX (foot), self->lesson);
  gtk_box_append (GTK_BOX (foot), self->number);
  gtk_widget_set_parent (foot, GTK_WIDGET (self));
}

static void
ilv_slide_view_init (IlvSlideView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->title = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (self->title, "slide-title");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  add_foot (self);
}

GtkWidget *
ilv_slide_view_new (IlvStageSet *stages)
{
  IlvSlideView *self;

  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);

  self = g_object_new (ILV_TYPE_SLIDE_VIEW, NULL);
  self->stages = g_object_ref (stages);
  g_signal_connect_object (ilv_stage_set_get_presentation (stages), "notify::slide",
                           G_CALLBACK (on_slide_changed), self, G_CONNECT_SWAPPED);
  on_slide_changed (self);
  return GTK_WIDGET (self);
}

GtkWidget *
ilv_slide_view_new_for_slide (IlvStageSet *stages, IlvSlide *slide)
{
  IlvSlideView *self;

  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);
  g_return_val_if_fail (slide == NULL || ILV_IS_SLIDE (slide), NULL);

  self = g_object_new (ILV_TYPE_SLIDE_VIEW, "can-target", FALSE, "can-focus", FALSE, NULL);
  self->stages = g_object_ref (stages);
  show_slide (self, slide);
  return GTK_WIDGET (self);
}
