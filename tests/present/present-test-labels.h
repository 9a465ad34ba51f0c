/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether all text on a slide can be read from the back row. */

#pragma once

#include <gtk/gtk.h>

#include "ilv-slide-format.h"

G_BEGIN_DECLS

static inline void
present_test_check_label (GtkWidget *label)
{
  PangoContext *context = gtk_widget_get_pango_context (label);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  int text_height;

  g_assert_true (pango_font_description_get_size_is_absolute (font));
  if (pango_font_description_get_size (font) < ILV_SLIDE_MIN_TEXT * PANGO_SCALE)
    g_error ("“%s” has only %d pixels", gtk_label_get_label (GTK_LABEL (label)),
             pango_font_description_get_size (font) / PANGO_SCALE);
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &text_height);
  if (gtk_widget_get_height (label) < text_height)
    g_error ("“%s” is %d pixels high and has %d", gtk_label_get_label (GTK_LABEL (label)), text_height,
             gtk_widget_get_height (label));
}

static inline void
present_test_check_inside (GtkWidget *widget, GtkWidget *view)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, view, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (view));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (view));
}

/* All of it that is seen is large enough, and whole, and on the slide. */
static inline void
present_test_check_labels (GtkWidget *widget, GtkWidget *view)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    {
      present_test_check_label (widget);
      present_test_check_inside (widget, view);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    present_test_check_labels (child, view);
}

G_END_DECLS
