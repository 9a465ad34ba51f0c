/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-drop-down-layout.h"

struct _IlvDropDownLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvDropDownLayout, ilv_drop_down_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
ilv_drop_down_layout_get_request_mode (GtkLayoutManager *layout G_GNUC_UNUSED, GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_drop_down_layout_measure (GtkLayoutManager *layout G_GNUC_UNUSED,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  /* The other child is the list, which pops up. */
  GtkWidget *button = gtk_widget_get_first_child (widget);

  gtk_widget_measure (button, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* As without this: the list is as wide as the button. */
static void
ilv_drop_down_layout_allocate (
  GtkLayoutManager *layout G_GNUC_UNUSED, GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, width, height, baseline);
}

static void
ilv_drop_down_layout_class_init (IlvDropDownLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = ilv_drop_down_layout_get_request_mode;
  layout_class->measure = ilv_drop_down_layout_measure;
  layout_class->allocate = ilv_drop_down_layout_allocate;
}

static void
ilv_drop_down_layout_init (IlvDropDownLayout *self G_GNUC_UNUSED)
{
}

GtkLayoutManager *
ilv_drop_down_layout_new (void)
{
  return g_object_new (ILV_TYPE_DROP_DOWN_LAYOUT, NULL);
}
