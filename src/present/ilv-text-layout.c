/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-layout.h"

struct _IlvTextLayout
{
  GtkLayoutManager parent_instance;

  GtkOrientation orientation;
};

G_DEFINE_FINAL_TYPE (IlvTextLayout, ilv_text_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* How wide a child is that has @width and what is right of it to itself. */
static int
get_child_width (IlvTextLayout *self, GtkWidget *child, int width)
{
  if (self->orientation == GTK_ORIENTATION_VERTICAL || gtk_widget_get_next_sibling (child) == NULL)
    return width;
  return get_natural_width (child);
}

static int
get_child_height (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (minimum, width), NULL, &natural, NULL, NULL);
  return natural;
}

static void
measure_width (IlvTextLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL,
                          NULL);
      if (self->orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
          continue;
        }
      *minimum += gtk_widget_get_next_sibling (child) == NULL ? child_minimum : child_natural;
      *natural += child_natural;
    }
}

static int
measure_height (IlvTextLayout *self, GtkWidget *widget, int width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width = get_child_width (self, child, width);
      int child_height = get_child_height (child, child_width);

      if (self->orientation == GTK_ORIENTATION_VERTICAL)
        height += child_height;
      else
        {
          height = MAX (height, child_height);
          width -= child_width;
        }
    }
  return height;
}

static void
ilv_text_layout_measure (GtkLayoutManager *layout,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  IlvTextLayout *self = ILV_TEXT_LAYOUT (layout);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    measure_width (self, widget, minimum, natural);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_height (self, widget, for_size < 0 ? *natural : for_size);
}

static void
ilv_text_layout_allocate (GtkLayoutManager *layout,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline G_GNUC_UNUSED)
{
  IlvTextLayout *self = ILV_TEXT_LAYOUT (layout);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { 0, 0, width, height };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int rest = place.width;

      place.width = get_child_width (self, child, rest);
      if (self->orientation == GTK_ORIENTATION_VERTICAL)
        {
          place.height = get_child_height (child, width);
          gtk_widget_size_allocate (child, &place, -1);
          place.y += place.height;
          continue;
        }
      if (from_right)
        place.x = rest - place.width;
      gtk_widget_size_allocate (child, &place, -1);
      place.x = from_right ? 0 : place.x + place.width;
      place.width = rest - place.width;
    }
}

static GtkSizeRequestMode
ilv_text_layout_get_request_mode (GtkLayoutManager *layout G_GNUC_UNUSED,
                                  GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_text_layout_class_init (IlvTextLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = ilv_text_layout_measure;
  layout_class->allocate = ilv_text_layout_allocate;
  layout_class->get_request_mode = ilv_text_layout_get_request_mode;
}

static void
ilv_text_layout_init (IlvTextLayout *self G_GNUC_UNUSED)
{
}

GtkLayoutManager *
ilv_text_layout_new (GtkOrientation orientation)
{
  IlvTextLayout *self = g_object_new (ILV_TYPE_TEXT_LAYOUT, NULL);

  self->orientation = orientation;
  return GTK_LAYOUT_MANAGER (self);
}
