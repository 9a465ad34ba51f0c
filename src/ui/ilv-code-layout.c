/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-layout.h"

/* The code's share of the width. */
#define SHARE 0.4

struct _IlvCodeLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvCodeLayout, ilv_code_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_minimum_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_natural_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, get_minimum_width (child)), NULL,
                      &natural, NULL, NULL);
  return natural;
}

/* The width of the code beside the rest; 0 where it stands above it. */
static int
get_beside (GtkWidget *code, GtkWidget *rest, int width)
{
  int share = (width - ILV_CODE_LAYOUT_SPACING) * SHARE;

  if (width < ILV_CODE_LAYOUT_MIN_WIDTH || share < get_minimum_width (code)
      || width - ILV_CODE_LAYOUT_SPACING - share < get_minimum_width (rest))
    return 0;
  return share;
}

static int
measure_width (GtkWidget *code, GtkWidget *rest)
{
  int width = get_minimum_width (rest);

  return gtk_widget_should_layout (code) ? MAX (width, get_minimum_width (code)) : width;
}

static int
measure_height (GtkWidget *code, GtkWidget *rest, int width)
{
  int beside;

  if (!gtk_widget_should_layout (code))
    return get_natural_height (rest, width);
  beside = get_beside (code, rest, width);
  if (beside > 0)
    return MAX (get_natural_height (code, beside),
                get_natural_height (rest, width - ILV_CODE_LAYOUT_SPACING - beside));
  return get_natural_height (code, width) + ILV_CODE_LAYOUT_SPACING
         + get_natural_height (rest, width);
}

static void
ilv_code_layout_measure (GtkLayoutManager *layout G_GNUC_UNUSED,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  GtkWidget *code = gtk_widget_get_first_child (widget);
  GtkWidget *rest = gtk_widget_get_last_child (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_width (code, rest);
      *natural = MAX (*minimum, ILV_CODE_LAYOUT_MIN_WIDTH);
      return;
    }
  *minimum = *natural
    = measure_height (code, rest, for_size < 0 ? ILV_CODE_LAYOUT_MIN_WIDTH : for_size);
}

static void
ilv_code_layout_allocate (GtkLayoutManager *layout G_GNUC_UNUSED,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline G_GNUC_UNUSED)
{
  GtkWidget *code = gtk_widget_get_first_child (widget);
  GtkWidget *rest = gtk_widget_get_last_child (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation code_place = { 0, 0, width, 0 };
  GtkAllocation rest_place = { 0, 0, width, height };
  int beside;

  if (gtk_widget_should_layout (code))
    {
      beside = get_beside (code, rest, width);
      code_place.height = get_natural_height (code, beside > 0 ? beside : width);
      if (beside > 0)
        {
          code_place.width = beside;
          rest_place.width = width - ILV_CODE_LAYOUT_SPACING - beside;
          code_place.x = is_rtl ? width - beside : 0;
          rest_place.x = is_rtl ? 0 : beside + ILV_CODE_LAYOUT_SPACING;
        }
      else
        {
          rest_place.y = code_place.height + ILV_CODE_LAYOUT_SPACING;
          rest_place.height = MAX (height - rest_place.y, 0);
        }
      gtk_widget_size_allocate (code, &code_place, -1);
    }
  gtk_widget_size_allocate (rest, &rest_place, -1);
}

static GtkSizeRequestMode
ilv_code_layout_get_request_mode (GtkLayoutManager *layout G_GNUC_UNUSED,
                                  GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_code_layout_class_init (IlvCodeLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = ilv_code_layout_measure;
  layout_class->allocate = ilv_code_layout_allocate;
  layout_class->get_request_mode = ilv_code_layout_get_request_mode;
}

static void
ilv_code_layout_init (IlvCodeLayout *self G_GNUC_UNUSED)
{
}

GtkLayoutManager *
ilv_code_layout_new (void)
{
  return g_object_new (ILV_TYPE_CODE_LAYOUT, NULL);
}
