/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-title-layout.h"

#include <math.h>

struct _IlvTitleLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvTitleLayout, ilv_title_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Titles have 1.8 times the size of the text; smaller than that they would be none. */
#define LEAST_SCALE 0.6

/* The longest word alone is as wide as a text that has no width at all. */
static int
get_word_width (GtkLabel *label)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (label));
  PangoRectangle words;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_extents (layout, NULL, &words);
  return PANGO_PIXELS_CEIL (words.width);
}

static double
get_scale (GtkWidget *label, int width)
{
  int natural, word_width;

  /* Most titles fit into one line. GTK remembers how wide that is, whereas a word has to be laid out each time. */
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  if (natural <= width)
    return 1;
  word_width = get_word_width (GTK_LABEL (label));
  return word_width <= width ? 1 : MAX ((double) width / word_width, LEAST_SCALE);
}

/* How wide the label is laid out where it is shown @width wide. */
static int
get_label_width (GtkWidget *label, double scale, int width)
{
  int minimum;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MAX (minimum, (int) ceil (width / scale));
}

static int
get_label_height (GtkWidget *label, int width)
{
  int height;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
ilv_title_layout_get_request_mode (GtkLayoutManager *manager G_GNUC_UNUSED,
                                   GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_title_layout_measure (GtkLayoutManager *manager G_GNUC_UNUSED,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline G_GNUC_UNUSED,
                          int *natural_baseline G_GNUC_UNUSED)
{
  GtkWidget *label = gtk_widget_get_first_child (widget);
  double scale;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      scale = get_scale (label, for_size);
      *minimum = *natural
        = (int) ceil (get_label_height (label, get_label_width (label, scale, for_size)) * scale);
      return;
    }
  gtk_widget_measure (label, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = (int) ceil (*minimum * LEAST_SCALE);
}

static void
ilv_title_layout_allocate (GtkLayoutManager *manager G_GNUC_UNUSED,
                           GtkWidget *widget,
                           int width,
                           int height,
                           int baseline G_GNUC_UNUSED)
{
  GtkWidget *label = gtk_widget_get_first_child (widget);
  double scale = get_scale (label, width);
  int label_width = get_label_width (label, scale, width);
  int label_height = MAX ((int) (height / scale), get_label_height (label, label_width));

  gtk_widget_allocate (label, label_width, label_height, -1,
                       scale < 1 ? gsk_transform_scale (NULL, (float) scale, (float) scale) : NULL);
}

static void
ilv_title_layout_class_init (IlvTitleLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = ilv_title_layout_get_request_mode;
  manager_class->measure = ilv_title_layout_measure;
  manager_class->allocate = ilv_title_layout_allocate;
}

static void
ilv_title_layout_init (IlvTitleLayout *self G_GNUC_UNUSED)
{
}

GtkLayoutManager *
ilv_title_layout_new (void)
{
  return g_object_new (ILV_TYPE_TITLE_LAYOUT, NULL);
}
