/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-thumb.h"

#include "ilv-slide-canvas.h"
#include "ilv-slide-format.h"
#include "ilv-slide-view.h"

#define MIN_WIDTH 160
#define NATURAL_WIDTH 248

struct _IlvSlideThumb
{
  GtkWidget parent_instance;

  IlvStageSet *stages;
  IlvSlide *slide;
  GtkWidget *canvas;
  int slide_width;
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (IlvSlideThumb, ilv_slide_thumb, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
ilv_slide_thumb_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_slide_thumb_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  IlvSlideThumb *self = ILV_SLIDE_THUMB (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = MIN_WIDTH * ILV_SLIDE_HEIGHT / self->slide_width;
  *natural = (for_size < 0 ? NATURAL_WIDTH : for_size) * ILV_SLIDE_HEIGHT / self->slide_width;
  if (for_size >= 0)
    *minimum = *natural;
}

static void
ilv_slide_thumb_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (ILV_SLIDE_THUMB (widget)->canvas, width, height, baseline, NULL);
}

static void
ilv_slide_thumb_dispose (GObject *object)
{
  IlvSlideThumb *self = ILV_SLIDE_THUMB (object);

  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_object (&self->stages);
  g_clear_object (&self->slide);

  G_OBJECT_CLASS (ilv_slide_thumb_parent_class)->dispose (object);
}

static void
ilv_slide_thumb_class_init (IlvSlideThumbClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_slide_thumb_dispose;
  widget_class->get_request_mode = ilv_slide_thumb_get_request_mode;
  widget_class->measure = ilv_slide_thumb_measure;
  widget_class->size_allocate = ilv_slide_thumb_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "slidethumb");
  /* What it shows is told by what it is a picture for. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ilv_slide_thumb_init (IlvSlideThumb *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->canvas = ilv_slide_canvas_new ();
  gtk_widget_set_parent (self->canvas, GTK_WIDGET (self));
}

GtkWidget *
ilv_slide_thumb_new (IlvStageSet *stages, IlvSlide *slide)
{
  IlvSlideThumb *self;

  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);
  g_return_val_if_fail (ILV_IS_SLIDE (slide), NULL);

  self = g_object_new (ILV_TYPE_SLIDE_THUMB, "can-target", FALSE, NULL);
  self->stages = g_object_ref (stages);
  self->slide = g_object_ref (slide);
  self->slide_width
    = ilv_deck_get_slide_width (ilv_presentation_get_deck (ilv_stage_set_get_presentation (stages)));
  ilv_slide_canvas_set_slide_width (ILV_SLIDE_CANVAS (self->canvas), self->slide_width);
  return GTK_WIDGET (self);
}

gboolean
ilv_slide_thumb_fill (IlvSlideThumb *self)
{
  GtkWidget *view;

  g_return_val_if_fail (ILV_IS_SLIDE_THUMB (self), FALSE);

  if (self->filled)
    return FALSE;
  self->filled = TRUE;
  view = ilv_slide_view_new_for_slide (self->stages, self->slide);
  gtk_accessible_update_state (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  ilv_slide_canvas_set_child (ILV_SLIDE_CANVAS (self->canvas), view);
  return TRUE;
}
