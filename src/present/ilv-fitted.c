/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-fitted.h"

#include <math.h>

/* Half the size is too small for the back row, but better than half a sentence. */
#define LEAST_SCALE 0.5
#define SCALE_STEP 0.02

struct _IlvFitted
{
  GtkWidget parent_instance;

  GtkWidget *child;
  double largest;
  double scale;
};

G_DEFINE_FINAL_TYPE (IlvFitted, ilv_fitted, GTK_TYPE_WIDGET)

static double
get_scale (IlvFitted *self, guint index)
{
  return self->largest - index * SCALE_STEP;
}

/* How wide the child is laid out where it is shown @width wide. */
static int
get_child_width (IlvFitted *self, double scale, int width)
{
  int minimum;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MAX (minimum, (int) floor (width / scale));
}

/* How high it has to be shown. */
static int
get_height (IlvFitted *self, double scale, int width)
{
  int minimum;

  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, get_child_width (self, scale, width), &minimum,
                      NULL, NULL, NULL);
  return (int) ceil (minimum * scale);
}

/* The largest scale at which it fits; by halving, since what is smaller is not higher. */
static double
find_scale (IlvFitted *self, int width, int height)
{
  guint first = 0, last = (guint) lround ((self->largest - LEAST_SCALE) / SCALE_STEP);

  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (get_height (self, get_scale (self, middle), width) <= height)
        last = middle;
      else
        first = middle + 1;
    }
  return get_scale (self, first);
}

static GtkSizeRequestMode
ilv_fitted_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_fitted_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline G_GNUC_UNUSED,
                    int *natural_baseline G_GNUC_UNUSED)
{
  IlvFitted *self = ILV_FITTED (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      *minimum = get_height (self, LEAST_SCALE, for_size);
      *natural = MAX (*minimum, get_height (self, 1, for_size));
      return;
    }
  gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  *minimum = (int) ceil (*minimum * LEAST_SCALE);
}

static void
ilv_fitted_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  IlvFitted *self = ILV_FITTED (widget);
  float scale;

  self->scale = find_scale (self, width, height);
  scale = (float) self->scale;
  gtk_widget_allocate (self->child, get_child_width (self, self->scale, width),
                       (int) ceil (height / self->scale), -1, gsk_transform_scale (NULL, scale, scale));
}

static void
ilv_fitted_dispose (GObject *object)
{
  g_clear_pointer (&ILV_FITTED (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_fitted_parent_class)->dispose (object);
}

static void
ilv_fitted_class_init (IlvFittedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_fitted_dispose;
  widget_class->get_request_mode = ilv_fitted_get_request_mode;
  widget_class->measure = ilv_fitted_measure;
  widget_class->size_allocate = ilv_fitted_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "fitted");
  /* One for presentation only would hide all that it holds from screen readers. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_fitted_init (IlvFitted *self)
{
  self->largest = self->scale = 1;
}

GtkWidget *
ilv_fitted_new (GtkWidget *child)
{
  IlvFitted *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  self = g_object_new (ILV_TYPE_FITTED, NULL);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
ilv_fitted_set_largest (IlvFitted *self, double largest)
{
  g_return_if_fail (ILV_IS_FITTED (self));
  g_return_if_fail (largest >= 1);

  self->largest = largest;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
ilv_fitted_get_scale (IlvFitted *self)
{
  g_return_val_if_fail (ILV_IS_FITTED (self), 1);

  return self->scale;
}
