/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-canvas.h"

#include "ilv-slide-format.h"

struct _IlvSlideCanvas
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int slide_width;
  double factor;
  double x;
  double y;
};

G_DEFINE_FINAL_TYPE (IlvSlideCanvas, ilv_slide_canvas, GTK_TYPE_WIDGET)

static void
get_whole_place (IlvSlideCanvas *self, double *left, double *top, double *scale)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  *scale = MIN (width / self->slide_width, height / ILV_SLIDE_HEIGHT);
  *left = (width - self->slide_width * *scale) / 2;
  *top = (height - ILV_SLIDE_HEIGHT * *scale) / 2;
}

/* Where the slide is in the widget: its left upper corner and its scale. */
static void
get_place (IlvSlideCanvas *self, double *left, double *top, double *scale)
{
  get_whole_place (self, left, top, scale);
  if (self->factor <= 1)
    return;
  /* The place that is looked at stays where it is. */
  *left -= (self->factor - 1) * self->x * self->slide_width * *scale;
  *top -= (self->factor - 1) * self->y * ILV_SLIDE_HEIGHT * *scale;
  *scale *= self->factor;
}

static void
ilv_slide_canvas_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size G_GNUC_UNUSED,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  IlvSlideCanvas *self = ILV_SLIDE_CANVAS (widget);

  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->slide_width / 2 : ILV_SLIDE_HEIGHT / 2;
  *minimum_baseline = *natural_baseline = -1;
}

static void
ilv_slide_canvas_size_allocate (GtkWidget *widget,
                                int width G_GNUC_UNUSED,
                                int height G_GNUC_UNUSED,
                                int baseline G_GNUC_UNUSED)
{
  IlvSlideCanvas *self = ILV_SLIDE_CANVAS (widget);
  GskTransform *transform;
  double left, top, scale;

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;
  get_place (self, &left, &top, &scale);
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) left, (float) top));
  transform = gsk_transform_scale (transform, (float) scale, (float) scale);
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, self->slide_width, ILV_SLIDE_HEIGHT, -1, transform);
}

static void
ilv_slide_canvas_dispose (GObject *object)
{
  g_clear_pointer (&ILV_SLIDE_CANVAS (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_slide_canvas_parent_class)->dispose (object);
}

static void
ilv_slide_canvas_class_init (IlvSlideCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_slide_canvas_dispose;
  widget_class->measure = ilv_slide_canvas_measure;
  widget_class->size_allocate = ilv_slide_canvas_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "slidecanvas");
}

static void
ilv_slide_canvas_init (IlvSlideCanvas *self)
{
  self->slide_width = ilv_slide_format_get_width (16, 9);
  self->factor = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ilv_slide_canvas_new (void)
{
  return g_object_new (ILV_TYPE_SLIDE_CANVAS, NULL);
}

void
ilv_slide_canvas_set_child (IlvSlideCanvas *self, GtkWidget *child)
{
  g_return_if_fail (ILV_IS_SLIDE_CANVAS (self));

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

int
ilv_slide_canvas_get_slide_width (IlvSlideCanvas *self)
{
  g_return_val_if_fail (ILV_IS_SLIDE_CANVAS (self), 1);

  return self->slide_width;
}

void
ilv_slide_canvas_set_slide_width (IlvSlideCanvas *self, int slide_width)
{
  g_return_if_fail (ILV_IS_SLIDE_CANVAS (self));
  g_return_if_fail (slide_width > 0);

  if (self->slide_width == slide_width)
    return;
  self->slide_width = slide_width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ilv_slide_canvas_magnify (IlvSlideCanvas *self, double factor, double x, double y)
{
  g_return_if_fail (ILV_IS_SLIDE_CANVAS (self));
  g_return_if_fail (factor >= 1);

  self->factor = factor;
  self->x = x;
  self->y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ilv_slide_canvas_to_slide (IlvSlideCanvas *self, double x, double y, double *slide_x, double *slide_y)
{
  double left, top, scale;

  g_return_if_fail (ILV_IS_SLIDE_CANVAS (self));

  get_place (self, &left, &top, &scale);
  *slide_x = scale > 0 ? CLAMP ((x - left) / (scale * self->slide_width), 0, 1) : 0;
  *slide_y = scale > 0 ? CLAMP ((y - top) / (scale * ILV_SLIDE_HEIGHT), 0, 1) : 0;
}

void
ilv_slide_canvas_from_slide (IlvSlideCanvas *self, double slide_x, double slide_y, double *x, double *y)
{
  double left, top, scale;

  g_return_if_fail (ILV_IS_SLIDE_CANVAS (self));

  get_place (self, &left, &top, &scale);
  *x = left + slide_x * scale * self->slide_width;
  *y = top + slide_y * scale * ILV_SLIDE_HEIGHT;
}

void
ilv_slide_canvas_get_frame (IlvSlideCanvas *self, graphene_rect_t *frame)
{
  double left, top, scale;

  g_return_if_fail (ILV_IS_SLIDE_CANVAS (self));
  g_return_if_fail (frame != NULL);

  get_whole_place (self, &left, &top, &scale);
  graphene_rect_init (frame, (float) left, (float) top, (float) (self->slide_width * scale),
                      (float) (ILV_SLIDE_HEIGHT * scale));
}
