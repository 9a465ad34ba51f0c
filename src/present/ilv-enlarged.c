/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-enlarged.h"

#include <math.h>

struct _IlvEnlarged
{
  GtkWidget parent_instance;

  GtkWidget *child;
  double factor;
};

G_DEFINE_FINAL_TYPE (IlvEnlarged, ilv_enlarged, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
ilv_enlarged_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (ILV_ENLARGED (widget)->child);
}

static void
ilv_enlarged_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  IlvEnlarged *self = ILV_ENLARGED (widget);

  if (for_size > 0)
    for_size = MAX ((int) (for_size / self->factor), 1);
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  *natural = (int) ceil (*natural * self->factor);
  *minimum_baseline = *natural_baseline = -1;
}

/* The factor at which the child has the room that it needs. */
static double
find_factor (IlvEnlarged *self, int width, int height)
{
  int least_width, least_height;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL,
                      MAX ((int) (width / self->factor), least_width), &least_height, NULL, NULL, NULL);
  return MIN (self->factor, MIN (width / MAX (least_width, 1.0), height / MAX (least_height, 1.0)));
}

static void
ilv_enlarged_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  IlvEnlarged *self = ILV_ENLARGED (widget);
  double factor;

  if (!gtk_widget_should_layout (self->child))
    return;
  factor = MAX (find_factor (self, width, height), 1);
  gtk_widget_allocate (self->child, (int) (width / factor), (int) (height / factor), -1,
                       gsk_transform_scale (NULL, (float) factor, (float) factor));
}

static void
ilv_enlarged_dispose (GObject *object)
{
  g_clear_pointer (&ILV_ENLARGED (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_enlarged_parent_class)->dispose (object);
}

static void
ilv_enlarged_class_init (IlvEnlargedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_enlarged_dispose;
  widget_class->get_request_mode = ilv_enlarged_get_request_mode;
  widget_class->measure = ilv_enlarged_measure;
  widget_class->size_allocate = ilv_enlarged_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "enlarged");
}

static void
ilv_enlarged_init (IlvEnlarged *self)
{
  self->factor = 1;
}

GtkWidget *
ilv_enlarged_new (GtkWidget *child, double factor)
{
  IlvEnlarged *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);
  g_return_val_if_fail (factor >= 1, NULL);

  self = g_object_new (ILV_TYPE_ENLARGED, NULL);
  self->child = child;
  self->factor = factor;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

GtkWidget *
ilv_enlarged_get_child (IlvEnlarged *self)
{
  g_return_val_if_fail (ILV_IS_ENLARGED (self), NULL);

  return self->child;
}
