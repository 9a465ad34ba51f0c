/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-view.h"

#include <glib/gi18n.h>

#include "ilv-slide-content.h"
#include "ilv-slide-format.h"
#include "ilv-slide-style.h"
#include "ilv-slide-title.h"
#include "ilv-spare-time.h"

struct _IlvSlideView
{
  GtkWidget parent_instance;

  IlvStageSet *stages;
  IlvSlide *slide;
  GtkWidget *title;
  GtkWidget *content;
  GtkWidget *last_content; /* (nullable): what was shown before, until there is time to remove it */
  gboolean follows;        /* the presentation, or stays at its slide */
  IlvSlide *next;          /* (nullable): the slide that is made ready */
  GtkWidget *next_content; /* (nullable) */
  GtkWidget *foot;
  GtkWidget *lesson;
  GtkWidget *number;
};

G_DEFINE_FINAL_TYPE (IlvSlideView, ilv_slide_view, GTK_TYPE_WIDGET)

/* Slides of 4:3 have rules of style of their own. */
#define NARROW_WIDTH 1600

static IlvDeck *
get_deck (IlvSlideView *self)
{
  return ilv_presentation_get_deck (ilv_stage_set_get_presentation (self->stages));
}

/* A part of the slide that is there and cannot be seen, nor heard of. */
static void
set_seen (GtkWidget *content, gboolean seen)
{
  gtk_widget_set_child_visible (content, seen);
  if (seen)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (content), GTK_ACCESSIBLE_STATE_HIDDEN);
  else
    gtk_accessible_update_state (GTK_ACCESSIBLE (content), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

static void
forget_next (IlvSlideView *self)
{
  g_clear_object (&self->next);
  g_clear_pointer (&self->next_content, gtk_widget_unparent);
}

/* What is on the next slide is made, styled and laid out while the room looks at this one. */
static void
prepare_next (gpointer data)
{
  IlvSlideView *self = data;
  IlvSlide *next = ilv_presentation_get_next_slide (ilv_stage_set_get_presentation (self->stages));

  if (next == self->next)
    return;
  forget_next (self);
  if (next == NULL)
    return;
  self->next = g_object_ref (next);
  self->next_content = ilv_slide_content_new (self->stages, next);
  set_seen (self->next_content, FALSE);
  gtk_widget_insert_before (self->next_content, GTK_WIDGET (self), NULL);
}

static void
remove_last (gpointer data)
{
  g_clear_pointer (&ILV_SLIDE_VIEW (data)->last_content, gtk_widget_unparent);
}

static void
put_away_content (IlvSlideView *self)
{
  g_clear_pointer (&self->last_content, gtk_widget_unparent);
  self->last_content = g_steal_pointer (&self->content);
  if (self->last_content != NULL)
    set_seen (self->last_content, FALSE);
}

static void
show_content (IlvSlideView *self)
{
  put_away_content (self);
  if (self->next == self->slide)
    {
      self->content = g_steal_pointer (&self->next_content);
      g_clear_object (&self->next);
      set_seen (self->content, TRUE);
    }
  else
    self->content = ilv_slide_content_new (self->stages, self->slide);
  gtk_widget_insert_after (self->content, GTK_WIDGET (self), self->title);
  if (!self->follows)
    return;
  ilv_spare_time_add (self, prepare_next);
  ilv_spare_time_add (self, remove_last);
}

/* The title of a lesson is a part of its slide. */
static void
show_title (IlvSlideView *self)
{
  const IlvSlideParts *parts = ilv_slide_get_parts (self->slide);
  IlvSlidePlaces places;

  if (ilv_deck_get_slide_width (get_deck (self)) < NARROW_WIDTH)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_widget_set_visible (self->title, parts->kind != ILV_SLIDE_TITLE);
  ilv_slide_format_get_places (ilv_deck_get_slide_width (get_deck (self)), &places);
  ilv_slide_title_set_text (GTK_LABEL (self->title), parts->title, parts->continued,
                            places.title.width);
}

static void
set_label (GtkWidget *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text))
    gtk_label_set_label (GTK_LABEL (label), text);
}

static char *
describe_lesson (IlvLesson *lesson)
{
  guint number = ilv_lesson_get_number (lesson);

  if (number == 0)
    return g_strdup (ilv_lesson_get_title (lesson));
  /* Translators: the number of a lesson, and its title. */
  return g_strdup_printf (_ ("%u · %s"), number, ilv_lesson_get_title (lesson));
}

static void
show_foot (IlvSlideView *self)
{
  IlvDeck *deck = get_deck (self);
  g_autofree char *lesson = describe_lesson (ilv_deck_get_lesson (deck));
  g_autofree char *number = NULL;
  guint index = 0;

  while (index + 1 < ilv_deck_get_n_slides (deck) && ilv_deck_get_slide (deck, index) != self->slide)
    index++;
  /* Translators: the number of a slide, and how many there are. */
  number = g_strdup_printf (_ ("%u / %u"), index + 1, ilv_deck_get_n_slides (deck));
  set_label (self->lesson, lesson);
  set_label (self->number, number);
}

static void
show_slide (IlvSlideView *self, IlvSlide *slide)
{
  if (!g_set_object (&self->slide, slide) || slide == NULL)
    return;
  show_title (self);
  show_foot (self);
  show_content (self);
}

static void
on_slide_changed (IlvSlideView *self)
{
  show_slide (self, ilv_presentation_get_slide (ilv_stage_set_get_presentation (self->stages)));
}

static void
ilv_slide_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size G_GNUC_UNUSED,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                          ? ILV_SLIDE_HEIGHT
                          : ilv_deck_get_slide_width (get_deck (ILV_SLIDE_VIEW (widget)));
  *minimum_baseline = *natural_baseline = -1;
}

/* Where a part wants more than its place it gets that, and what is too much is cut off by the slide. */
static void
place (GtkWidget *part, const GdkRectangle *place)
{
  GtkAllocation allocation = *place;
  int minimum;

  if (part == NULL || !gtk_widget_get_visible (part))
    return;
  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  allocation.width = MAX (allocation.width, minimum);
  gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, allocation.width, &minimum, NULL, NULL, NULL);
  allocation.height = MAX (allocation.height, minimum);
  gtk_widget_size_allocate (part, &allocation, -1);
}

static const GdkRectangle *
get_content_place (IlvSlide *slide, IlvSlidePlaces *places)
{
  if (slide == NULL || ilv_slide_get_kind (slide) != ILV_SLIDE_TITLE)
    return &places->content;
  gdk_rectangle_union (&places->title, &places->content, &places->content);
  return &places->content;
}

static void
ilv_slide_view_size_allocate (GtkWidget *widget,
                              int width,
                              int height G_GNUC_UNUSED,
                              int baseline G_GNUC_UNUSED)
{
  IlvSlideView *self = ILV_SLIDE_VIEW (widget);
  IlvSlidePlaces places, next_places;

  ilv_slide_format_get_places (width, &places);
  next_places = places;
  place (self->title, &places.title);
  place (self->content, get_content_place (self->slide, &places));
  place (self->next_content, get_content_place (self->next, &next_places));
  place (self->foot, &places.foot);
}

static void
ilv_slide_view_dispose (GObject *object)
{
  IlvSlideView *self = ILV_SLIDE_VIEW (object);
  GtkWidget *child;

  ilv_spare_time_remove (self);
  g_clear_object (&self->next);
  self->content = self->last_content = self->next_content = NULL;
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
  widget_class->measure = ilv_slide_view_measure;
  widget_class->size_allocate = ilv_slide_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "slide");
}

static void
add_foot (IlvSlideView *self)
{
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 48);
  self->lesson = g_object_new (GTK_TYPE_LABEL, "hexpand", TRUE, "xalign", 0.0f, "ellipsize",
                               PANGO_ELLIPSIZE_END, NULL);
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->foot, "slide-foot");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_box_append (GTK_BOX (self->foot), self->lesson);
  gtk_box_append (GTK_BOX (self->foot), self->number);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
}

static void
ilv_slide_view_init (IlvSlideView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->title = ilv_slide_title_new ();
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  add_foot (self);
}

static void
set_stages (IlvSlideView *self, IlvStageSet *stages)
{
  self->stages = g_object_ref (stages);
  ilv_slide_style_load (gdk_display_get_default ());
  ilv_slide_style_follow (GTK_WIDGET (self), ilv_stage_set_get_program_settings (stages));
}

GtkWidget *
ilv_slide_view_new (IlvStageSet *stages)
{
  IlvSlideView *self;

  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);

  self = g_object_new (ILV_TYPE_SLIDE_VIEW, NULL);
  self->follows = TRUE;
  set_stages (self, stages);
  g_signal_connect_object (ilv_stage_set_get_presentation (stages), "notify::slide",
                           G_CALLBACK (on_slide_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ilv_stage_set_get_presentation (stages), "notify::deck",
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
  set_stages (self, stages);
  show_slide (self, slide);
  return GTK_WIDGET (self);
}
