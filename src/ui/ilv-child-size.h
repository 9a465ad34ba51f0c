/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a layout that decides by width asks of its children. */

/* The least width of @child, in pixels. */
int ilv_child_size_get_width (GtkWidget *child);

/* How high @child wants to be where it has @width pixels, or its least width if that is more. */
int ilv_child_size_get_height (GtkWidget *child, int width);

G_END_DECLS
