/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-child-size.h"

int
ilv_child_size_get_width (GtkWidget *child)
{
  int minimum;

  g_return_val_if_fail (GTK_IS_WIDGET (child), 0);

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

int
ilv_child_size_get_height (GtkWidget *child, int width)
{
  int natural;

  g_return_val_if_fail (GTK_IS_WIDGET (child), 0);

  width = MAX (width, ilv_child_size_get_width (child));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}
