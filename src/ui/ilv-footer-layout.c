/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-footer-layout.h"

struct _IlvFooterLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvFooterLayout, ilv_footer_layout, GTK_TYPE_LAYOUT_MANAGER)

#define SPACING 12
#define LINE_SPACING 6

typedef struct
{
  GtkWidget *start;
  GtkWidget *middle;
  GtkWidget *end;
  int start_width;
  int middle_width;
  int end_width;
} Parts;

static int
get_width (GtkWidget *child)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return natural;
}

static int
get_height (GtkWidget *child)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  return natural;
}

static void
get_parts (GtkWidget *widget, Parts *parts)
{
  parts->start = gtk_widget_get_first_child (widget);
  parts->middle = gtk_widget_get_next_sibling (parts->start);
  parts->end = gtk_widget_get_last_child (widget);
  parts->start_width = get_width (parts->start);
  parts->middle_width = get_width (parts->middle);
  parts->end_width = get_width (parts->end);
}

/* Centred in the whole width, so the wider of the ends decides. */
static int
get_one_line_width (const Parts *parts)
{
  return parts->middle_width + 2 * (MAX (parts->start_width, parts->end_width) + SPACING);
}

/* Where the middle has a line of its own. */
static int
get_two_lines_width (const Parts *parts)
{
  return parts->start_width + SPACING + parts->end_width;
}

/* The end first: who reads on presses it. */
static int
measure_height (const Parts *parts, int width)
{
  int start = get_height (parts->start);
  int middle = get_height (parts->middle);
  int end = get_height (parts->end);

  if (width < 0 || width >= get_one_line_width (parts))
    return MAX (MAX (start, end), middle);
  if (width >= get_two_lines_width (parts))
    return middle + LINE_SPACING + MAX (start, end);
  return middle + LINE_SPACING + end + LINE_SPACING + start;
}

static GtkSizeRequestMode
ilv_footer_layout_get_request_mode (GtkLayoutManager *manager G_GNUC_UNUSED,
                                    GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_footer_layout_measure (GtkLayoutManager *manager G_GNUC_UNUSED,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline G_GNUC_UNUSED,
                           int *natural_baseline G_GNUC_UNUSED)
{
  Parts parts;

  get_parts (widget, &parts);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (parts.middle_width, MAX (parts.start_width, parts.end_width));
      *natural = get_one_line_width (&parts);
    }
  else
    {
      *minimum = *natural = measure_height (&parts, for_size);
    }
}

static void
ilv_footer_layout_allocate (GtkLayoutManager *manager G_GNUC_UNUSED,
                            GtkWidget *widget,
                            int width,
                            int height,
                            int baseline G_GNUC_UNUSED)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation start = { 0, 0, 0, height };
  GtkAllocation middle = { 0, 0, 0, height };
  GtkAllocation end = { 0, 0, 0, height };
  Parts parts;

  get_parts (widget, &parts);
  if (width < get_one_line_width (&parts))
    {
      middle.height = get_height (parts.middle);
      start.y = end.y = middle.height + LINE_SPACING;
      start.height = end.height = height - start.y;
    }
  if (width < get_two_lines_width (&parts))
    {
      end.height = get_height (parts.end);
      start.y = end.y + end.height + LINE_SPACING;
      start.height = height - start.y;
    }
  start.width = parts.start_width;
  middle.width = parts.middle_width;
  end.width = parts.end_width;
  middle.x = (width - middle.width) / 2;
  start.x = rtl ? width - start.width : 0;
  end.x = rtl ? 0 : width - end.width;
  gtk_widget_size_allocate (parts.start, &start, -1);
  gtk_widget_size_allocate (parts.middle, &middle, -1);
  gtk_widget_size_allocate (parts.end, &end, -1);
}

static void
ilv_footer_layout_class_init (IlvFooterLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = ilv_footer_layout_get_request_mode;
  manager_class->measure = ilv_footer_layout_measure;
  manager_class->allocate = ilv_footer_layout_allocate;
}

static void
ilv_footer_layout_init (IlvFooterLayout *self G_GNUC_UNUSED)
{
}

GtkLayoutManager *
ilv_footer_layout_new (void)
{
  return g_object_new (ILV_TYPE_FOOTER_LAYOUT, NULL);
}
