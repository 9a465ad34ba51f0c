/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-column-layout.h"

struct _IlvColumnLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvColumnLayout, ilv_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
ilv_column_layout_get_request_mode (GtkLayoutManager *manager G_GNUC_UNUSED, GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_column_layout_measure (GtkLayoutManager *manager G_GNUC_UNUSED,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline G_GNUC_UNUSED,
                           int *natural_baseline G_GNUC_UNUSED)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size >= 0)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
ilv_column_layout_allocate (GtkLayoutManager *manager G_GNUC_UNUSED,
                            GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

static void
ilv_column_layout_class_init (IlvColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = ilv_column_layout_get_request_mode;
  layout_class->measure = ilv_column_layout_measure;
  layout_class->allocate = ilv_column_layout_allocate;
}

static void
ilv_column_layout_init (IlvColumnLayout *self G_GNUC_UNUSED)
{
}
