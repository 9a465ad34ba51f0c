/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-button-text.h"

/* The least width, if the words are so long. */
#define LEAST_CHARS 8

void
ilv_button_text_wrap_label (GtkLabel *label)
{
  gboolean is_long;

  g_return_if_fail (GTK_IS_LABEL (label));

  is_long = g_utf8_strlen (gtk_label_get_text (label), -1) > LEAST_CHARS;
  gtk_label_set_wrap (label, is_long);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (label, is_long ? LEAST_CHARS : -1);
}

void
ilv_button_text_wrap (GtkWidget *widget)
{
  GtkWidget *label;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  label = GTK_IS_BUTTON (widget)         ? gtk_button_get_child (GTK_BUTTON (widget))
          : GTK_IS_CHECK_BUTTON (widget) ? gtk_widget_get_last_child (widget)
                                         : NULL;
  if (GTK_IS_LABEL (label) && gtk_label_get_ellipsize (GTK_LABEL (label)) == PANGO_ELLIPSIZE_NONE)
    {
      ilv_button_text_wrap_label (GTK_LABEL (label));
      if (GTK_IS_BUTTON (widget))
        gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ilv_button_text_wrap (child);
}
