/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whom the wheel of the mouse belongs to: the page, so that one can scroll through all of it wherever the
 * pointer is. */

/* Lets the wheel through a #GtkScrolledWindow within a page in the directions in which nothing is left out. */
void ilv_wheel_pass_on (GtkWidget *scrolled_window);

/* Lets the wheel through @widget and all in it, which would change its values otherwise. */
void ilv_wheel_ignore (GtkWidget *widget);

G_END_DECLS
