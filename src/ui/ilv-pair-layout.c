/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pair-layout.h"

#include "ilv-child-size.h"

struct _IlvPairLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvPairLayout, ilv_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The width of each of two children beside each other; 0 where there is no room for that. */
static int
get_half (GtkWidget *first, GtkWidget *second, int width)
{
  int half = (width - ILV_PAIR_LAYOUT_SPACING) / 2;
  int needed = MAX (ilv_child_size_get_width (first), ilv_child_size_get_width (second));

  return half >= MAX (needed, ILV_PAIR_LAYOUT_MIN_WIDTH) ? half : 0;
}

static void
ilv_pair_layout_measure (GtkLayoutManager *layout G_GNUC_UNUSED,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int half, width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (ilv_child_size_get_width (first), ilv_child_size_get_width (second));
      *natural = MAX (*minimum, ILV_PAIR_LAYOUT_MIN_WIDTH) * 2 + ILV_PAIR_LAYOUT_SPACING;
      return;
    }

  width = for_size < 0 ? 2 * ILV_PAIR_LAYOUT_MIN_WIDTH + ILV_PAIR_LAYOUT_SPACING : for_size;
  half = get_half (first, second, width);
  if (half > 0)
    *natural
      = MAX (ilv_child_size_get_height (first, half), ilv_child_size_get_height (second, half));
  else
    *natural = ilv_child_size_get_height (first, width) + ILV_PAIR_LAYOUT_SPACING
               + ilv_child_size_get_height (second, width);
  *minimum = *natural;
}

static void
ilv_pair_layout_allocate (GtkLayoutManager *layout G_GNUC_UNUSED,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline G_GNUC_UNUSED)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int half = get_half (first, second, width);
  int first_height = half > 0 ? height : ilv_child_size_get_height (first, width);
  GtkAllocation first_place = { 0, 0, half > 0 ? half : width, first_height };
  GtkAllocation second_place = first_place;

  if (half > 0)
    {
      first_place.x = is_rtl ? width - half : 0;
      second_place.x = is_rtl ? 0 : width - half;
    }
  else
    {
      second_place.y = first_height + ILV_PAIR_LAYOUT_SPACING;
      second_place.height = MAX (height - second_place.y, 0);
    }
  gtk_widget_size_allocate (first, &first_place, -1);
  gtk_widget_size_allocate (second, &second_place, -1);
}

static GtkSizeRequestMode
ilv_pair_layout_get_request_mode (GtkLayoutManager *layout G_GNUC_UNUSED,
                                  GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_pair_layout_class_init (IlvPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = ilv_pair_layout_measure;
  layout_class->allocate = ilv_pair_layout_allocate;
  layout_class->get_request_mode = ilv_pair_layout_get_request_mode;
}

static void
ilv_pair_layout_init (IlvPairLayout *self G_GNUC_UNUSED)
{
}

GtkLayoutManager *
ilv_pair_layout_new (void)
{
  return g_object_new (ILV_TYPE_PAIR_LAYOUT, NULL);
}
