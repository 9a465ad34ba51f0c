/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the words of a button, which are in @label now, stand on several lines where one has no room for them: in large
 * letters they would make the window wider than a phone. What is short stays as it is. */
void ilv_button_text_wrap_label (GtkLabel *label);

/* The same for @widget, and for all buttons in it. */
void ilv_button_text_wrap (GtkWidget *widget);

G_END_DECLS
