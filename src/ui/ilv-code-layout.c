/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-layout.h"

#include "ilv-child-size.h"

/* The code's share of the width. */
#define SHARE 0.4

struct _IlvCodeLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvCodeLayout, ilv_code_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The width of the code beside the rest; 0 where it stands above it. */
static int
get_beside (GtkWidget *code, GtkWidget *rest, int width)
{
  int share = (width - ILV_CODE_LAYOUT_SPACING) * SHARE;

  if (width < ILV_CODE_LAYOUT_MIN_WIDTH || share < ilv_child_size_get_width (code)
      || width - ILV_CODE_LAYOUT_SPACING - share < ilv_child_size_get_width (rest))
    return 0;
  return share;
}

/* (nullable): what steers the rest, the last of three children. */
static GtkWidget *
get_controls (GtkWidget *rest)
{
  GtkWidget *controls = gtk_widget_get_next_sibling (rest);

  return controls != NULL && gtk_widget_should_layout (controls) ? controls : NULL;
}

/* The height of @widget below something else. */
static int
get_height_below (GtkWidget *widget, int width)
{
  return widget != NULL ? ILV_CODE_LAYOUT_SPACING + ilv_child_size_get_height (widget, width) : 0;
}

static int
measure_width (GtkWidget *code, GtkWidget *rest)
{
  GtkWidget *controls = get_controls (rest);
  int width = ilv_child_size_get_width (rest);

  if (controls != NULL)
    width = MAX (width, ilv_child_size_get_width (controls));
  return gtk_widget_should_layout (code) ? MAX (width, ilv_child_size_get_width (code)) : width;
}

static int
measure_height (GtkWidget *code, GtkWidget *rest, int width)
{
  GtkWidget *controls = get_controls (rest);
  int beside;

  if (!gtk_widget_should_layout (code))
    return ilv_child_size_get_height (rest, width) + get_height_below (controls, width);
  beside = get_beside (code, rest, width);
  if (beside > 0)
    return MAX (ilv_child_size_get_height (code, beside) + get_height_below (controls, beside),
                ilv_child_size_get_height (rest, width - ILV_CODE_LAYOUT_SPACING - beside));
  return ilv_child_size_get_height (code, width) + get_height_below (rest, width)
         + get_height_below (controls, width);
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
  GtkWidget *rest = gtk_widget_get_next_sibling (code);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_width (code, rest);
      *natural = MAX (*minimum, ILV_CODE_LAYOUT_MIN_WIDTH);
      return;
    }
  *minimum = *natural
    = measure_height (code, rest, for_size < 0 ? ILV_CODE_LAYOUT_MIN_WIDTH : for_size);
}

/* Code and controls in one column, the rest in the other. */
static void
place_beside (GtkWidget *widget, int beside, int width)
{
  GtkWidget *code = gtk_widget_get_first_child (widget);
  GtkWidget *rest = gtk_widget_get_next_sibling (code);
  GtkWidget *controls = get_controls (rest);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { is_rtl ? width - beside : 0, 0, beside, 0 };
  GtkAllocation rest_place = { is_rtl ? 0 : beside + ILV_CODE_LAYOUT_SPACING, 0,
                               width - ILV_CODE_LAYOUT_SPACING - beside, 0 };

  /* Timelines that were stretched along long code would be mostly empty. */
  rest_place.height = ilv_child_size_get_height (rest, rest_place.width);
  place.height = ilv_child_size_get_height (code, beside);
  gtk_widget_size_allocate (code, &place, -1);
  gtk_widget_size_allocate (rest, &rest_place, -1);
  if (controls == NULL)
    return;
  place.y = place.height + ILV_CODE_LAYOUT_SPACING;
  place.height = ilv_child_size_get_height (controls, beside);
  gtk_widget_size_allocate (controls, &place, -1);
}

/* All below each other; the rest takes what room there is. */
static void
place_below (GtkWidget *widget, int width, int height)
{
  GtkWidget *code = gtk_widget_get_first_child (widget);
  GtkWidget *rest = gtk_widget_get_next_sibling (code);
  GtkWidget *controls = get_controls (rest);
  int below = get_height_below (controls, width);
  GtkAllocation place = { 0, 0, width, 0 };

  if (gtk_widget_should_layout (code))
    {
      place.height = ilv_child_size_get_height (code, width);
      gtk_widget_size_allocate (code, &place, -1);
      place.y = place.height + ILV_CODE_LAYOUT_SPACING;
    }
  place.height = MAX (height - place.y - below, 0);
  gtk_widget_size_allocate (rest, &place, -1);
  if (controls == NULL)
    return;
  place.y += place.height + ILV_CODE_LAYOUT_SPACING;
  place.height = below - ILV_CODE_LAYOUT_SPACING;
  gtk_widget_size_allocate (controls, &place, -1);
}

static void
ilv_code_layout_allocate (GtkLayoutManager *layout G_GNUC_UNUSED,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline G_GNUC_UNUSED)
{
  GtkWidget *code = gtk_widget_get_first_child (widget);
  int beside = 0;

  if (gtk_widget_should_layout (code))
    beside = get_beside (code, gtk_widget_get_next_sibling (code), width);
  if (beside > 0)
    place_beside (widget, beside, width);
  else
    place_below (widget, width, height);
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
